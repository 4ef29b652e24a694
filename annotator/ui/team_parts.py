"""What the pages of team, export and backups are made of: a head, headings, lines of text, buttons with their keys."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QHeaderView, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.ui.dashboard_table import Figures, FigureTable
from annotator.ui.plain_label import PlainLabel
from annotator.ui.theme import Theme

TALLEST = 400
"""How tall a table is at most, in pixels."""
_MARGIN = 24
_KEYS = {"Ctrl+Return": "Ctrl+Enter", "Return": "Enter"}


class KeyButton(QPushButton):
    """A button that shows its key."""

    def __init__(self, theme: Theme, text: str, key: str = "", *, is_main: bool = False) -> None:
        super().__init__(f"{text}   {_KEYS.get(key, key)}".rstrip())
        self.key = key
        self.setFont(theme.ui_font(12, bold=is_main))
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        if is_main:
            self.setObjectName("main")


class _Rows(Figures):
    """The head of a column stands where its cells do."""

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation is Qt.Orientation.Horizontal and self.rows:
            return self.data(self.index(0, section), role)
        return super().headerData(section, orientation, role)


class Table(FigureTable):
    """Rows of figures, or of which one can be chosen."""

    def __init__(self, theme: Theme, *, is_choice: bool = False, is_list: bool = False) -> None:
        """Show rows; in an `is_list` one is chosen, in an `is_choice` too: it has no head, and its last column takes what room is left."""
        super().__init__(theme)
        self.figures = _Rows(self)
        self.setModel(self.figures)
        one, none = QAbstractItemView.SelectionMode.SingleSelection, QAbstractItemView.SelectionMode.NoSelection
        self.setSelectionMode(one if is_choice or is_list else none)
        self.horizontalHeader().setVisible(not is_choice)
        self._is_choice = is_choice

    @override
    def show_rows(self, name: str, header: Sequence[str], rows: Sequence[Sequence[str]], *, height: int) -> None:
        super().show_rows(name, header, rows, height=height)
        if self._is_choice and header:
            self.horizontalHeader().setSectionResizeMode(len(header) - 1, QHeaderView.ResizeMode.Stretch)


class CoverPage(QWidget):
    """A page over the desk: a head with a name, what stands in it, and a line at the bottom. Esc leaves.

    A key of one of its buttons presses it, as long as no field has the focus; those with Ctrl do it everywhere.

    Signals:
        left: the reader is done.
        closed: the page is not shown any more, whoever took it away.
    """

    left = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setStyleSheet(_style(theme))
        self.theme = theme
        self._buttons: tuple[KeyButton, ...] = ()
        self.meta = line(theme, "", "meta")
        self.message = line(theme, "", "saidHere")
        self.back = KeyButton(theme, QCoreApplication.translate("Team", "Back"), "Esc")
        self.back.clicked.connect(self.left)
        head = QWidget()
        head.setObjectName("importHead")
        head.setFixedHeight(44)
        row = QHBoxLayout(head)
        row.setContentsMargins(_MARGIN, 0, 12, 0)
        row.setSpacing(12)
        title = PlainLabel(name)
        title.setFont(theme.ui_font(16, bold=True))
        self.meta.setWordWrap(False)
        row.addWidget(title)
        row.addWidget(self.meta, 1)
        row.addWidget(self.back)
        self.sheet = QWidget()
        self.sheet.setObjectName("coverSheet")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.message)

    def say(self, sentence: str) -> None:
        """Show a sentence at the bottom until the next one."""
        self.message.setText(sentence)

    def answer_keys(self, *buttons: KeyButton) -> None:
        """Let the keys of `buttons` press them."""
        self._buttons = buttons

    def _button(self, event: QKeyEvent) -> KeyButton | None:
        return next((button for button in self._buttons if button.isVisible() and _is_pressed(button.key, event)), None)

    @override
    def event(self, event: QEvent) -> bool:
        # These keys are this page's, whatever the window has on them.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_own = self._button(event) is not None or (event.key() == Qt.Key.Key_Escape and not event.modifiers())
            if is_own:
                event.accept()
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        button = self._button(event)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif button is not None:
            if button.isEnabled():
                button.click()
        else:
            super().keyPressEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.closed.emit()


class Lines(QLabel):
    """Sentences one under the other; they can be selected and copied."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setFont(theme.ui_font(13))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setAccessibleName(name)
        self.hide()

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show other sentences; without any there is nothing to see."""
        self.setText("\n".join(lines))
        self.setVisible(bool(lines))


def line(theme: Theme, text: str, name: str = "", *, is_bold: bool = False) -> QLabel:
    """Return a line of text that wraps; nothing in it is markup."""
    label = PlainLabel(text)
    label.setFont(theme.ui_font(13 if is_bold else 12, bold=is_bold))
    label.setWordWrap(True)
    if name:
        label.setObjectName(name)
    return label


def show_table(table: Table, name: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Show other rows; the row that has the keyboard keeps it."""
    at = table.currentIndex().row()
    table.show_rows(name, header, rows, height=TALLEST)
    table.setVisible(bool(rows))
    if rows:
        table.setCurrentIndex(table.figures.index(min(max(at, 0), len(rows) - 1), 0))


def _is_pressed(key: str, event: QKeyEvent) -> bool:
    """Say whether `event` is `key` (a portable name); both Enter keys are one."""
    pressed = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
    return pressed.replace("Enter", "Return").replace("Num+", "") == key


def _style(theme: Theme) -> str:
    s = theme.surface
    return f"""
QWidget#coverSheet, QScrollArea {{ background: {s.paper}; border: none; }}
QTableView {{ background: {s.paper}; color: {s.text}; outline: none; selection-background-color: {s.select}; selection-color: {s.text};
  border: 2px solid {s.paper}; }}
QTableView:focus {{ border: 2px solid {s.frame}; }}
QTableView::item {{ padding: 0 8px; border-bottom: 1px solid {s.hairline}; }}
QTableView::item:selected {{ background: {s.select}; color: {s.text}; }}
QHeaderView {{ background: {s.paper}; border: none; }}
QHeaderView::section {{ background: {s.paper}; color: {s.text_3}; border: none; border-bottom: 1px solid {s.border}; padding: 2px 8px; }}
QLabel#saidHere {{ background: {s.window}; border-top: 1px solid {s.hairline}; color: {s.text_2}; padding: 6px 24px; }}
QLabel#wrong {{ color: {s.warn}; }}
QLabel#heading {{ color: {s.text_2}; }}
QPlainTextEdit#exportPreview {{ background: {s.panel}; color: {s.text}; border: 1px solid {s.hairline}; }}
QPlainTextEdit#exportPreview:focus {{ border: 2px solid {s.frame}; }}
QCheckBox {{ color: {s.text}; spacing: 8px; padding: 2px; border: 1px solid transparent; }}
QCheckBox:focus {{ border: 1px solid {s.frame}; }}
QCheckBox::indicator {{ width: 13px; height: 13px; border: 1px solid {s.control}; border-radius: 2px; background: {s.paper}; }}
QCheckBox::indicator:checked {{ background: {s.text}; border: 1px solid {s.text}; }}
QLabel:focus {{ border: 1px solid {s.frame}; }}
"""
