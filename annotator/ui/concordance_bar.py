"""The line over the concordance: what is looked for, how the rows are sorted, and which are shown."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.core.scheme import Scheme
from annotator.session.concordance import Sort
from annotator.session.concordance_search import Concordance
from annotator.session.translating import QT_TRANSLATE_NOOP
from annotator.ui.chip import Chip, Option
from annotator.ui.field import Field
from annotator.ui.theme import Theme

_SORTS = {
    Sort.PLACE: QT_TRANSLATE_NOOP("Concordance", "place"),
    Sort.LEFT: QT_TRANSLATE_NOOP("Concordance", "left neighbour"),
    Sort.RIGHT: QT_TRANSLATE_NOOP("Concordance", "right neighbour"),
}
_STATES = (
    ("", QT_TRANSLATE_NOOP("Concordance", "all")),
    ("none", QT_TRANSLATE_NOOP("Concordance", "plain text")),
    ("open", QT_TRANSLATE_NOOP("Concordance", "undecided")),
    ("accepted", QT_TRANSLATE_NOOP("Concordance", "marked")),
    ("rejected", QT_TRANSLATE_NOOP("Concordance", "rejected")),
)


def _words(text: str) -> str:
    return QCoreApplication.translate("Concordance", text)


class ConcordanceBar(QWidget):
    """A field and four chips; the chips sort and filter the concordance themselves, the field is whoever's who shows it."""

    def __init__(self, theme: Theme, scheme: Scheme, concordance: Concordance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("concordanceTop")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._scheme, self._concordance = theme, scheme, concordance
        self.field = Field(concordance.query)
        self.field.setFont(theme.ui_font(13))
        self.field.setClearButtonEnabled(True)
        self.field.setMaxLength(100)
        self.field.setMinimumWidth(150)
        self.field.setMaximumWidth(300)
        self.field.setPlaceholderText(QCoreApplication.translate("Concordance", "Words in all articles"))
        self.field.setAccessibleName(QCoreApplication.translate("Concordance", "Words in all articles"))
        self.sort = Chip(theme, QCoreApplication.translate("Concordance", "Sort"), self._sorts)
        self.state = Chip(theme, QCoreApplication.translate("Concordance", "State"), self._states)
        self.label = Chip(theme, QCoreApplication.translate("Concordance", "Label"), self._labels)
        self.source = Chip(theme, QCoreApplication.translate("Concordance", "Source"), self._sources)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 9, 16, 9)
        row.setSpacing(8)
        row.addWidget(self.field, 3)
        for chip in (self.sort, self.state, self.label, self.source):
            row.addWidget(chip)
        row.addStretch(1)
        for chip, act in (
            (self.sort, self._on_sort_chosen),
            (self.state, self._on_state_chosen),
            (self.label, self._on_label_chosen),
            (self.source, self._on_source_chosen),
        ):
            chip.chosen.connect(act)
        self.show_values()

    def _sorts(self) -> Sequence[Option]:
        return [(sort.value, _words(text)) for sort, text in _SORTS.items()]

    def _states(self) -> Sequence[Option]:
        return [(value, _words(text)) for value, text in _STATES]

    def _labels(self) -> Sequence[Option]:
        names = [(label.id, label.name.get(self._theme.language)) for label in self._scheme.labels]
        return [("", QCoreApplication.translate("Concordance", "all")), *names]

    def _sources(self) -> Sequence[Option]:
        return [("", QCoreApplication.translate("Concordance", "all")), *((file, file) for file in self._concordance.sources())]

    def show_values(self) -> None:
        """Show by what the rows are sorted and filtered."""
        wanted = self._concordance.wanted
        self.sort.show_value(self._concordance.sort.value)
        for chip, value in ((self.state, wanted.state), (self.label, wanted.label), (self.source, wanted.source)):
            chip.show_value(value)

    def _on_sort_chosen(self, value: str) -> None:
        self._concordance.sort_by(Sort(value))
        self.sort.show_value(value)

    def _on_state_chosen(self, value: str) -> None:
        self._concordance.want(replace(self._concordance.wanted, state=value))

    def _on_label_chosen(self, value: str) -> None:
        self._concordance.want(replace(self._concordance.wanted, label=value))

    def _on_source_chosen(self, value: str) -> None:
        self._concordance.want(replace(self._concordance.wanted, source=value))
