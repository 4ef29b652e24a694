"""The keyboard's way round the window: from pane to pane, to whatever takes the keys there."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenuBar, QWidget

Place = tuple[QWidget, QWidget]


def panes_in_order(reading: QWidget | None, beside: Iterable[QWidget], header: QWidget, menus: QMenuBar) -> list[Place]:
    """Return every pane with what takes its keys: the article, the panes beside it in their order, the header."""
    found = [(pane, _taking_keys(pane)) for pane in beside]
    first = [] if reading is None else [(reading, reading)]
    return [*first, *((pane, target) for pane, target in found if target is not None), (header, menus)]


def step_round(panes: Sequence[Place], menus: QMenuBar, step: int) -> None:
    """Give the keyboard to the next (1) or previous (-1) pane; to the first one where none has it."""
    now = QApplication.focusWidget()
    at = next((i for i, (pane, _) in enumerate(panes) if now is not None and (pane is now or pane.isAncestorOf(now))), None)
    if now is menus:
        menus.setActiveAction(None)  # type: ignore[arg-type]
    _, target = panes[(at + step) % len(panes) if at is not None else 0]
    target.setFocus(Qt.FocusReason.TabFocusReason)
    if target is menus and menus.actions():
        menus.setActiveAction(menus.actions()[0])


def _taking_keys(pane: QWidget) -> QWidget | None:
    """Return the widget of a pane that takes its keys: a list or a text before a field, which would swallow them."""
    able = [child for child in pane.findChildren(QWidget) if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisibleTo(pane)]
    return next((child for child in able if not isinstance(child, QLineEdit)), able[0] if able else None)
