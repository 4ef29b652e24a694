"""A small button that says what is chosen of a few things, and lets the reader choose another."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from annotator.ui.theme import Theme

Option = tuple[str, str]


class Chip(QToolButton):
    """Shows `name value ▾`; a click, or Space, opens the menu.

    Signals:
        chosen: the value of another option.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, options: Callable[[], Sequence[Option]], parent: QWidget | None = None) -> None:
        """Offer `options()` as `(value, text)`; they are asked for whenever the menu opens. The first one is shown."""
        super().__init__(parent)
        self.setObjectName("chip")
        self.setFont(theme.ui_font(12))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._name, self._options, self._value = name, options, ""
        self._menu = QMenu(self)
        self._menu.setFont(theme.ui_font(12))
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.show_value(next(iter(options()), ("", ""))[0])

    @property
    def value(self) -> str:
        """The value that is chosen."""
        return self._value

    def show_value(self, value: str) -> None:
        """Show that `value` is chosen."""
        self._value = value
        words = next((text for other, text in self._options() if other == value), value)
        self.setText(f"{self._name}  {words}")
        self.setAccessibleName(f"{self._name}: {words}")

    def _fill(self) -> None:
        self._menu.clear()
        for value, words in self._options():
            action = QAction(words.replace("&", "&&"), self._menu)
            action.setCheckable(True)
            action.setChecked(value == self._value)
            action.triggered.connect(partial(self._on_triggered, value))
            self._menu.addAction(action)

    def _on_triggered(self, value: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 (of a signal)
        self.show_value(value)
        self.chosen.emit(value)
