"""What can be chosen for a case beside a reading: nothing, several, a span of one's own with its label; and the reasons."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.session.adjudicating import REASONS, Adjudication
from annotator.ui.adjudicate_words import reason_words, words
from annotator.ui.plain_label import PlainLabel
from annotator.ui.theme import Theme

_COLUMNS = 4


class Choices(QWidget):
    """Buttons, each with its key in front."""

    def __init__(self, theme: Theme, work: Adjudication, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._work = theme, work
        self._nothing = self._button(f"0   {words('Nothing here')}", work.choose_nothing)
        self._several = self._button("", work.choose_several)
        self._draw = self._button(f"E   {words('Another range or label')}", work.draw)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self._nothing, self._several, self._draw):
            row.addWidget(button)
        row.addStretch(1)
        self._own = QWidget()
        self._labels = {label.id: self._button("", partial(work.label, label.id)) for label in work.scheme.labels}
        self._fill_own()
        self._hint = self._text("meta")
        self._reasons = {
            letter: self._button(f"{letter}   {reason_words(r)}", partial(work.reason, letter)) for letter, r in REASONS.items()
        }
        reasons = QGridLayout()
        reasons.setSpacing(6)
        for at, button in enumerate(self._reasons.values()):
            reasons.addWidget(button, at // 3, at % 3)
        reasons.setColumnStretch(3, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(self._hint)
        column.addWidget(self._own)
        column.addWidget(self._heading(words("Reasons"), words("optional, before or after; they go into the guideline report")))
        column.addLayout(reasons)

    def show_case(self) -> None:
        """Show what is chosen."""
        work = self._work
        is_there = work.case is not None and work.is_writable
        count = len(work.readings)
        self._several.setText(f"B   {words('Both') if count == 2 else words('Several of them')}")  # noqa: PLR2004 (both)
        self._several.setEnabled(is_there and count > 1)
        for button in (self._nothing, self._draw, *self._reasons.values()):
            button.setEnabled(is_there)
        self._own.setVisible(work.own is not None)
        # While a range is drawn, their keys name labels.
        for button in (self._nothing, self._several, self._draw):
            button.setVisible(work.own is None)
        hint = ""
        if work.own is not None:
            hint = words("Your own: Shift and Alt with ← → move its edges, a label key names it. Enter rules it, Esc drops it.")
        elif work.ticked is not None:
            hint = words("Digits tick, Enter rules what is ticked, Esc drops it.")
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        for letter, button in self._reasons.items():
            self._press(button, is_on=REASONS[letter] in work.reasons)
        for label, button in self._labels.items():
            self._press(button, is_on=work.own is not None and work.own.label == label)

    def _fill_own(self) -> None:
        grid = QGridLayout(self._own)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for at, label in enumerate(self._work.scheme.labels):
            self._labels[label.id].setText(f"{label.key}  {label.short.get(self._theme.language)}".strip())
            grid.addWidget(self._labels[label.id], at // _COLUMNS, at % _COLUMNS)

    def _heading(self, name: str, more: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(10)
        bold, quiet = self._text(""), self._text("meta")
        bold.setFont(self._theme.ui_font(13, bold=True))
        bold.setText(name)
        quiet.setText(more)
        row.addWidget(bold)
        row.addWidget(quiet, 1)
        return line

    def _text(self, name: str) -> QLabel:
        label = PlainLabel()
        label.setObjectName(name)
        label.setFont(self._theme.ui_font(12))
        label.setWordWrap(True)
        return label

    def _button(self, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setFont(self._theme.ui_font(13))
        button.setProperty("isSmall", True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(text)
        button.clicked.connect(_Act(act))
        return button

    @staticmethod
    def _press(button: QPushButton, *, is_on: bool) -> None:
        """Paint a button as chosen; `main` is ink with the text in the colour of paper."""
        name = "main" if is_on else ""
        if button.objectName() != name:
            button.setObjectName(name)
            button.style().unpolish(button)
            button.style().polish(button)


class _Act:
    """Calls a function without the `checked` that `clicked` passes."""

    def __init__(self, act: Callable[[], None]) -> None:
        self._act = act

    def __call__(self) -> None:
        self._act()
