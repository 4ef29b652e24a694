"""The card of the current span: where it comes from, why, and what can be done with it."""

import html
from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.core.fold import Status
from annotator.core.scheme import Scheme
from annotator.session.facts import Facts
from annotator.session.items import Item
from annotator.session.translating import QT_TRANSLATE_NOOP
from annotator.ui.plain_label import PlainLabel
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
_SORTS = {
    "name": QT_TRANSLATE_NOOP("Reasons", "proper name"),
    "class": QT_TRANSLATE_NOOP("Reasons", "class name"),
    "variant": QT_TRANSLATE_NOOP("Reasons", "variant"),
    "abbreviation": QT_TRANSLATE_NOOP("Reasons", "abbreviation"),
    "traditional": QT_TRANSLATE_NOOP("Reasons", "traditional characters"),
    "universal": QT_TRANSLATE_NOOP("Reasons", "universal policy"),
}
_LEXICON = QT_TRANSLATE_NOOP("Reasons", "lexicon")
_SORTED = QT_TRANSLATE_NOOP("Reasons", "{source} ({sort})")
_KEPT = QT_TRANSLATE_NOOP("Reasons", "kept {kept} of {decided}")
_LEFT_OUT = QT_TRANSLATE_NOOP("Reasons", "not proposed here: “{text}” ({ruling})")
_STATUS = {
    Status.OPEN: QT_TRANSLATE_NOOP("Reasons", "candidate"),
    Status.ACCEPTED: QT_TRANSLATE_NOOP("Reasons", "accepted"),
    Status.RELABELLED: QT_TRANSLATE_NOOP("Reasons", "relabelled"),
    Status.MOVED: QT_TRANSLATE_NOOP("Reasons", "moved"),
    Status.ADDED: QT_TRANSLATE_NOOP("Reasons", "added"),
    Status.REJECTED: QT_TRANSLATE_NOOP("Reasons", "rejected"),
    Status.SKIPPED: QT_TRANSLATE_NOOP("Reasons", "skipped"),
}


_PROGRAMME_ROW = 3
# The rows by how much they matter, and the heights of the card's head and of a row in pixels.
_MATTERING = (0, 3, 4, 1, 2, 5)
_FEWEST = 2
_HEAD, _ROW = 74, 19


def source_words(source: str, titles: Mapping[str, str]) -> str:
    """Return where a span comes from, in the language of the window; `titles` names patterns by their id."""
    kind, _, name = source.partition(":")
    return _tr(_KINDS[kind]).format(name=titles.get(name, name) if kind == "pattern" else name) if kind in _KINDS else source


def reason_words(reason: str) -> str:
    """Return why a span was proposed, in the language of the window."""
    return _tr(_REASONS[reason]) if reason in _REASONS else reason


def origin_words(item: Item, facts: Facts, titles: Mapping[str, str]) -> str:
    """Return who proposed a span, what sort of name or rule that is, and how often it was right in this project."""
    candidate = item.candidate
    if candidate is None:
        return source_words("hand", titles)
    first, *others = (source_words(source, titles) for source in candidate.sources or ("",))
    if candidate.source == f"lexicon:{candidate.surface}":
        first = _tr(_LEXICON)
    if facts.sort in _SORTS:
        first = _tr(_SORTED).format(source=first, sort=_tr(_SORTS[facts.sort]))
    kept = [_tr(_KEPT).format(kept=facts.kept, decided=facts.decided)] if facts.decided else []
    return " · ".join([first, *kept, *others])


def evidence_words(facts: Facts) -> str:
    """Return, a line each, where the lexicon has the name from, what the rule is tested with, and what rulings left out close by."""
    left_out = [_tr(_LEFT_OUT).format(text=text, ruling=ruling) for text, ruling in facts.left_out]
    return "\n".join(line for line in (facts.origin, *facts.examples, *left_out) if line)


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
        self._facts: Callable[[Item], Facts] = _no_facts
        self._codes: Callable[[Item], str] = _no_words
        self._item: Item | None = None
        self._name = PlainLabel()
        self._name.setFont(theme.ui_font(14, bold=True))
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._label = PlainLabel()
        self._label.setFont(theme.ui_font(12))
        self._names: list[QLabel] = []
        self._values: list[_Line] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(1, 1)
        names = (self.tr("From"), self.tr("Why"), self.tr("Basis"), self.tr("Programme"), self.tr("State"), self.tr("Note"))
        for row, name in enumerate(names):
            self._names.append(self._quiet(name))
            grid.addWidget(self._names[row], row, 0, Qt.AlignmentFlag.AlignTop)
            value = _Line(theme)
            self._values.append(value)
            grid.addWidget(value, row, 1, 1, 1 if row == _PROGRAMME_ROW else 2)
        self._cap = self._keycap("L")
        grid.addWidget(self._cap, _PROGRAMME_ROW, 2)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(4)
        column.addWidget(self._name)
        column.addWidget(self._label)
        column.addLayout(grid)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def use(self, facts: Callable[[Item], Facts]) -> None:
        """Ask `facts` from now on what is known about a span."""
        self._facts = facts

    def use_codes(self, codes: Callable[[Item], str]) -> None:
        """Ask `codes` from now on for the attributes of a span, in words."""
        self._codes = codes

    def show_item(self, item: Item | None) -> None:
        """Show everything of `item`."""
        self._item = item
        self.setVisible(item is not None)
        if item is None:
            return
        label = self._scheme.label(item.label)
        self._name.setText("".join(item.surface.split("\n")))
        self._label.setText(label.name.get(self._theme.language) if label is not None else item.label)
        self._label.setStyleSheet(f"color: {self._theme.colour(label).ink}")
        facts = self._facts(item)
        candidate = item.candidate
        why = reason_words(candidate.reason) if candidate is not None and candidate.reason else ""
        state = status_words(item.status) + (" · " + self.tr("doubtful") if item.flag else "")
        state += " · " + self._codes(item) if item.codes else ""
        rows = (origin_words(item, facts, self._titles()), why, evidence_words(facts), facts.programme, state, item.note or "")
        for value, text in zip(self._values, rows, strict=True):
            value.show_text(text)

    def refresh(self) -> None:
        """Show the current span again: more is known about it."""
        self.show_item(self._item)

    def _keycap(self, key: str) -> QLabel:
        surface = self._theme.surface
        cap = PlainLabel(key)
        cap.setFont(self._theme.ui_font(11))
        cap.setStyleSheet(
            f"background: {surface.raised}; border: 1px solid {surface.border}; border-radius: 3px; padding: 0 5px; color: {surface.text_2}"
        )
        cap.setToolTip(self.tr("Link to a programme"))
        return cap

    def _show_rows(self, count: int) -> None:
        """Show the `count` rows that matter most; in a low window the list above needs the room."""
        for row in range(len(self._values)):
            is_shown = row in _MATTERING[:count]
            self._names[row].setVisible(is_shown)
            self._values[row].setVisible(is_shown)
        self._cap.setVisible(_PROGRAMME_ROW in _MATTERING[:count])

    def _quiet(self, text: str) -> QLabel:
        label = PlainLabel(text)
        label.setFont(self._theme.ui_font(12))
        label.setObjectName("meta")
        return label

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, _HEAD + _ROW * len(_MATTERING))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, _HEAD + _ROW * _FEWEST)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_rows((self.height() - _HEAD) // _ROW)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self._theme.surface.select))


class _Line(QLabel):
    """One line of the card; what does not fit stands in its tool tip."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._line = ""
        self.setFont(theme.ui_font(12))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show the last of the lines of `text`, which is the most particular one; all of them stand in the tool tip."""
        lines = text.split("\n")
        self._line = lines[-1] or "—"
        self.setAccessibleName(text)
        # A tool tip that is not marked as rich text guesses, and does not wrap.
        self.setToolTip("<qt>" + "<br>".join(map(html.escape, lines)) + "</qt>" if text else "")
        self._fit()

    def _fit(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._line, Qt.TextElideMode.ElideRight, self.width()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _no_words(_: Item) -> str:
    return ""


def _no_facts(_: Item) -> Facts:
    return Facts()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Reasons", text)
