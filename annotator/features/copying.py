"""The clipboard: words of the article alone, without highlights."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from annotator.features.feature import Commands, Feature
from annotator.session.copying import words_alone

_SHOWN = 40


class Copying(Feature):
    """Copies the selection, or the current span where nothing is selected."""

    @override
    def commands(self) -> Commands:
        return {"copy": self._copy}

    def _copy(self) -> None:
        desk = self.room.desk
        if desk is None or desk.opened is None:
            return
        current = desk.current
        chosen = desk.selection or ((current.start, current.end) if current is not None else None)
        if chosen is None:
            self.room.say(QCoreApplication.translate("Copying", "Nothing is selected."))
            return
        article = desk.opened.article
        copied = words_alone(article.text, () if desk.shows_raw_lines else article.layout.breaks, *chosen)
        QApplication.clipboard().setText(copied)
        shown = copied if len(copied) <= _SHOWN else f"{copied[:_SHOWN]}…"
        self.room.say(QCoreApplication.translate("Copying", "Copied: “{words}”").format(words=shown.replace("\n", " ")))
