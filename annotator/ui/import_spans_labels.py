"""What the labels of files are called here: a row for each, in which a label of the scheme is typed, or chosen from a menu."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from annotator.core.scheme import Scheme
from annotator.session.importing_spans import LEFT_OUT, meant, proposed
from annotator.ui.chip import Chip, Option
from annotator.ui.field import Field
from annotator.ui.import_spans_words import several, words
from annotator.ui.team_parts import line
from annotator.ui.theme import Theme

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
MOST_ROWS = 200
"""So many labels are listed."""
_FIELD_WIDTH = 120
# Values of the menu that are no ids of labels.
_OPEN, _OUT = " ", "-"


class LabelField(Field):
    """A field in which Enter and the arrows go from row to row; Ctrl+Enter belongs to the page.

    Signals:
        left: the row so far below (1) or above (-1) is wanted.
        entered: the keyboard is in it.
    """

    left = Signal(int)
    entered = Signal(object)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & _COMMANDS and event.key() in _ENTER:
            event.ignore()
        elif event.key() in _ENTER or event.key() == Qt.Key.Key_Down:
            self.left.emit(1)
        elif event.key() == Qt.Key.Key_Up:
            self.left.emit(-1)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit(self)


class LabelRows(QWidget):
    """The labels of the files, those without a choice first; `choices` says what is chosen.

    Signals:
        edited: something else is chosen.
        escaped: Esc was pressed in a field.
        entered: the keyboard is in a field.
    """

    edited = Signal()
    escaped = Signal()
    entered = Signal(object)

    def __init__(self, theme: Theme, scheme: Scheme) -> None:
        super().__init__()
        self._theme, self._scheme = theme, scheme
        self._ids = {label.id for label in scheme.labels}
        self.choices: dict[str, str] = {}
        self._labels: tuple[str, ...] = ()
        self.fields: dict[str, LabelField] = {}
        self.chips: dict[str, Chip] = {}
        self._counts: dict[str, QLabel] = {}
        self._said: dict[str, QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(3, 1)

    def show_labels(self, labels: Mapping[str, int]) -> None:
        """Show how many spans have which label; what was chosen for one of them stays."""
        for label in labels:
            if label not in self._ids and label not in self.choices and (here := proposed(self._scheme, label)):
                self.choices[label] = here
        shown = tuple(sorted(labels, key=lambda label: (label in self._ids, -labels[label], label))[:MOST_ROWS])
        if shown != self._labels and set(shown) != set(self._labels):
            self._make(shown)
        for label in self._labels:
            self._counts[label].setText(f"{labels.get(label, 0):,}")

    def focus_open(self) -> bool:
        """Go to the first label without a choice; return whether there is one."""
        first = next((label for label in self._labels if self._of(label) is None), None)
        if first is not None:
            self.fields[first].setFocus(Qt.FocusReason.OtherFocusReason)
        return first is not None

    def _make(self, labels: tuple[str, ...]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._labels = labels
        for parts in (self.fields, self.chips, self._counts, self._said):
            parts.clear()
        for row, label in enumerate(labels):
            self._add(row, label)

    def _add(self, row: int, label: str) -> None:
        name = line(self._theme, label, is_bold=True)
        name.setMaximumWidth(220)
        self._counts[label] = line(self._theme, "")
        self._counts[label].setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        field = self.fields[label] = LabelField()
        field.setFont(self._theme.ui_font(12))
        field.setFixedWidth(_FIELD_WIDTH)
        field.setPlaceholderText("" if label in self._ids else words("label, key, or –"))
        field.setAccessibleName(words("What {label} is called here; a dash leaves it out").format(label=label))
        field.textEdited.connect(partial(self._on_typed, label))
        field.left.connect(partial(self._on_left, row))
        field.escaped.connect(self.escaped)
        field.entered.connect(self.entered)
        chip = self.chips[label] = Chip(self._theme, "→", self._options)
        chip.chosen.connect(partial(self._on_chosen, label))
        self._said[label] = line(self._theme, "", "wrong")
        self._said[label].setWordWrap(False)
        for column, widget in enumerate((name, self._counts[label], field)):
            self._grid.addWidget(widget, row, column)
        self._grid.addWidget(_beside(chip, self._said[label]), row, 3)
        self._show(label)

    def _options(self) -> list[Option]:
        language = self._theme.language
        labels = [(label.id, f"{label.name.get(language)}  {label.id}") for label in self._scheme.labels]
        return [(_OPEN, words("not chosen")), *labels, (_OUT, words("leave out"))]

    def _of(self, label: str) -> str | None:
        return self.choices.get(label, label if label in self._ids else None)

    def _show(self, label: str, said: str = "") -> None:
        here = self._of(label)
        self.chips[label].show_value(_OPEN if here is None else here or _OUT)
        self._said[label].setText(said)

    def _choose(self, label: str, here: str | None, said: str = "") -> None:
        if here is None or here == label:
            self.choices.pop(label, None)
        else:
            self.choices[label] = here
        self._show(label, said)
        self.edited.emit()

    def _on_typed(self, label: str, text: str) -> None:
        found = meant(self._scheme, text)
        if isinstance(found, str):
            self._choose(label, found)
            return
        said = words("no such label") if text.strip() else ""
        self._choose(label, None, several(found) if found else said)

    def _on_chosen(self, label: str, value: str) -> None:
        self.fields[label].clear()
        self._choose(label, None if value == _OPEN else LEFT_OUT if value == _OUT else value)

    def _on_left(self, row: int, step: int) -> None:
        at = row + step
        if 0 <= at < len(self._labels):
            self.fields[self._labels[at]].setFocus(Qt.FocusReason.TabFocusReason)
            self.fields[self._labels[at]].selectAll()


def _beside(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return holder
