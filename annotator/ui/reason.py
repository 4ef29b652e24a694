"""The card of the current span: where it comes from, why, and what can be done with it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.core.fold import Status
from annotator.core.scheme import Scheme
from annotator.session.items import Item
from annotator.session.translating import QT_TRANSLATE_NOOP
from annotator.ui.theme import Theme

_KINDS = {
    "lexicon": QT_TRANSLATE_NOOP("Reasons", "lexicon: {name}"),
    "pattern": QT_TRANSLATE_NOOP("Reasons", "pattern: {name}"),
    "import": QT_TRANSLATE_NOOP("Reasons", "import: {name}"),
    "hand": QT_TRANSLATE_NOOP("Reasons", "added by hand"),
}
_REASONS = {
    "name": QT_TRANSLATE_NOOP("Reasons", "a name of the lexicon"),
    "whole_word": QT_TRANSLATE_NOOP("Reasons", "a name of the lexicon, whole words"),
    "across_break": QT_TRANSLATE_NOOP("Reasons", "a name across a column break"),
    "inner_quotes": QT_TRANSLATE_NOOP("Reasons", "a name with quotation marks inside"),
    "pattern": QT_TRANSLATE_NOOP("Reasons", "built like the name of a programme"),
    "context": QT_TRANSLATE_NOOP("Reasons", "a programme where the text speaks of the poor"),
    "same_name": QT_TRANSLATE_NOOP("Reasons", "the same name elsewhere in the article"),
    "imported": QT_TRANSLATE_NOOP("Reasons", "came with an import"),
}
_STATUS = {
    Status.OPEN: QT_TRANSLATE_NOOP("Reasons", "candidate"),
    Status.ACCEPTED: QT_TRANSLATE_NOOP("Reasons", "accepted"),
    Status.RELABELLED: QT_TRANSLATE_NOOP("Reasons", "relabelled"),
    Status.MOVED: QT_TRANSLATE_NOOP("Reasons", "moved"),
    Status.ADDED: QT_TRANSLATE_NOOP("Reasons", "added"),
    Status.REJECTED: QT_TRANSLATE_NOOP("Reasons", "rejected"),
    Status.SKIPPED: QT_TRANSLATE_NOOP("Reasons", "skipped"),
}


def source_words(source: str, titles: Mapping[str, str]) -> str:
    """Return where a span comes from, in the language of the window; `titles` names patterns by their id."""
    kind, _, name = source.partition(":")
    return _tr(_KINDS[kind]).format(name=titles.get(name, name) if kind == "pattern" else name) if kind in _KINDS else source


def reason_words(reason: str) -> str:
    """Return why a span was proposed, in the language of the window."""
    return _tr(_REASONS[reason]) if reason in _REASONS else reason


def status_words(status: Status) -> str:
    """Return what became of a span, in the language of the window."""
    return _tr(_STATUS[status])


class ReasonCard(QWidget):
    """A fixed place for the current span, so that the eye knows where to look."""

    def __init__(self, theme: Theme, scheme: Scheme, titles: Callable[[], Mapping[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scheme = scheme
        self._titles = titles
        self._name = QLabel()
        self._name.setFont(theme.ui_font(14, bold=True))
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._label = QLabel()
        self._label.setFont(theme.ui_font(12))
        self._values: list[QLabel] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(1, 1)
        for row, name in enumerate((self.tr("From"), self.tr("Why"), self.tr("State"), self.tr("Note"))):
            grid.addWidget(self._quiet(name), row, 0, Qt.AlignmentFlag.AlignTop)
            value = QLabel()
            value.setFont(theme.ui_font(12))
            value.setTextFormat(Qt.TextFormat.PlainText)
            value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self._values.append(value)
            grid.addWidget(value, row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(4)
        column.addWidget(self._name)
        column.addWidget(self._label)
        column.addLayout(grid)
        self.setFixedHeight(150)

    def show_item(self, item: Item | None) -> None:
        """Show everything of `item`."""
        self.setVisible(item is not None)
        if item is None:
            return
        label = self._scheme.label(item.label)
        self._name.setText("".join(item.surface.split("\n")))
        self._label.setText(label.name.get(self._theme.language) if label is not None else item.label)
        self._label.setStyleSheet(f"color: {self._theme.colour(label).ink}")
        candidate = item.candidate
        titles = self._titles()
        sources = [source_words(s, titles) for s in (candidate.sources if candidate is not None else ("hand",))]
        why = reason_words(candidate.reason) if candidate is not None and candidate.reason else "—"
        state = status_words(item.status) + (" · " + self.tr("doubtful") if item.flag else "")
        for value, text in zip(self._values, (" · ".join(sources), why, state, item.note or "—"), strict=True):
            value.setText(text)
            value.setToolTip(text)

    def _quiet(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setFont(self._theme.ui_font(12))
        label.setObjectName("meta")
        return label

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self._theme.surface.select))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Reasons", text)
