"""The header: menus, the workspaces of a project, and the field that opens the command palette, in one row."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QPushButton, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from annotator.ui.plain_label import PlainLabel
from annotator.ui.theme import Theme

HEIGHT = 40
_MARGINS, _GAP = 48, 4


class Header(QWidget):
    """One row. On macOS the menus go to the bar of the system and leave their place empty.

    Signals:
        palette_asked: the reader clicked the field.
    """

    palette_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self._theme = theme
        self._is_open = False
        self.menus = QMenuBar()
        self.menus.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._tabs = QHBoxLayout()
        self._tabs.setSpacing(4)
        self._buttons: dict[str, QToolButton] = {}
        self._field = QPushButton(self.tr("Commands, labels, articles") + "   Ctrl+K")
        self._field.setObjectName("commandField")
        self._field.setFont(theme.ui_font(12))
        self._field.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._field.setAccessibleName(self.tr("Commands, labels, articles"))
        self._field.clicked.connect(self._on_field_clicked)
        self._person = PlainLabel()
        self._person.setFont(theme.ui_font(12))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 16, 0)
        row.setSpacing(12)
        row.addWidget(self.menus)
        row.addStretch(1)
        row.addLayout(self._tabs)
        row.addStretch(1)
        row.addWidget(self._field)
        row.addWidget(self._person)
        self.show_project(is_open=False, person="")

    def add_workspaces(self, actions: Sequence[tuple[str, QAction]]) -> None:
        """Offer the commands `(id, action)` that show a workspace."""
        for name, action in actions:
            button = QToolButton()
            button.setObjectName("workspace")
            button.setDefaultAction(action)
            button.setCheckable(False)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setFont(self._theme.ui_font(13))
            self._buttons[name] = button
            self._tabs.addWidget(button)

    def show_workspace(self, name: str) -> None:
        """Mark the workspace that is shown."""
        for other, button in self._buttons.items():
            button.setFont(self._theme.ui_font(13, bold=other == name))
            button.setProperty("isShown", other == name)
            button.style().unpolish(button)
            button.style().polish(button)

    def show_project(self, *, is_open: bool, person: str) -> None:
        """Show what belongs to an open project, and who works on it."""
        self._is_open = is_open
        self._person.setText(person)
        self._fit()

    def show_palette_key(self, key: str) -> None:
        """Say in the field which key opens the palette; it may have none."""
        self._field.setText(f"{self._field.accessibleName()}   {key}".rstrip())
        self._fit()

    def _fit(self) -> None:
        """Show what there is room for: the menus first, then the workspaces, the field, the name. All of it is in the menus too."""
        room = self.width() - self.menus.sizeHint().width() - _MARGINS
        tabs = sum(button.sizeHint().width() + _GAP for button in self._buttons.values())
        parts = (
            (self._buttons.values(), tabs),
            ((self._field,), self._field.sizeHint().width()),
            ((self._person,), self._person.sizeHint().width()),
        )
        for widgets, width in parts:
            fits = self._is_open and room >= width
            for widget in widgets:
                widget.setVisible(fits)
            room -= width + _MARGINS // 2 if fits else 0

    def _on_field_clicked(self) -> None:
        self.palette_asked.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
