"""What a screen reader says of the current span."""

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from annotator.features.feature import Feature
from annotator.features.views import Views
from annotator.session.desk import Desk
from annotator.ui.reason import status_words


class Describing(Feature):
    """Describes the current span as the accessible text of the article: words, state, label, place."""

    @override
    def opened(self, desk: Desk, views: Views) -> None:
        if not views.reading.accessibleName():
            views.reading.setAccessibleName(_words("Article"))
        desk.current_changed.connect(self._on_current_changed)

    def _on_current_changed(self) -> None:
        desk, views = self.room.desk, self.room.views
        if desk is None or views is None:
            return
        # Qt tells screen readers that it changed.
        views.reading.setAccessibleDescription(_described(desk, self.room.theme.language))


def _described(desk: Desk, language: str) -> str:
    item, opened = desk.current, desk.opened
    if opened is None:
        return ""
    if item is None:
        return _words("No span here.")
    label = desk.scheme.label(item.label)
    return _words("{words}, {state}, {label}, number {number} of {all}").format(
        words="".join(item.surface.split("\n")),
        state=status_words(item.status),
        label=label.name.get(language) if label is not None else item.label,
        number=opened.place(item) + 1,
        all=len(opened.items),
    )


def _words(text: str) -> str:
    return QCoreApplication.translate("Describing", text)
