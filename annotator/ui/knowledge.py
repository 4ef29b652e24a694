"""The page of what candidates follow from: lexicon, rules, register, offered names, learning."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.core.errors import AnnotatorError
from annotator.session.knowledge import Knowledge
from annotator.session.translating import error_words, sentence
from annotator.ui.knowledge_entries import LexiconPart, OffersPart
from annotator.ui.knowledge_learning import LearningPart
from annotator.ui.knowledge_part import Part, translate, words
from annotator.ui.knowledge_register import RegisterPart
from annotator.ui.knowledge_rules import RulesPart
from annotator.ui.plain_label import PlainLabel
from annotator.ui.theme import Theme

_CONTROL, _SHIFT, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


class KnowledgePage(QWidget):
    """Five tabs; Ctrl+Tab goes on, Alt+1 to Alt+5 goes to one, Esc leaves.

    Signals:
        left: the reader is done.
        closed: the page is not shown any more, whoever took it away.
        tab_changed: another tab is shown.
        file_asked: `import` or `export`, for the shelf of the tab that is shown.
        compute_asked: candidates are to be computed again.
    """

    left = Signal()
    closed = Signal()
    tab_changed = Signal()
    file_asked = Signal(str)
    compute_asked = Signal()

    def __init__(self, theme: Theme, knowledge: Knowledge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(_style(theme))
        self._theme, self.knowledge = theme, knowledge
        self.lexicon = LexiconPart(theme, knowledge)
        self.rules = RulesPart(theme, knowledge)
        self.register = RegisterPart(theme, knowledge)
        self.offers = OffersPart(theme, knowledge)
        self.learning = LearningPart(theme, knowledge)
        self._parts: tuple[Part | LearningPart, ...] = (self.lexicon, self.rules, self.register, self.offers, self.learning)
        self._stack = QStackedWidget()
        self._tabs: list[QToolButton] = []
        self.notice = self._sentence("banner")
        self.message = self._sentence("saidHere")
        self._lay_out()
        self._fresh: set[QWidget] = set()
        for part in self._parts:
            part.said.connect(self.say)
            if isinstance(part, Part):
                part.file_asked.connect(self.file_asked)
        self.learning.compute_asked.connect(self.compute_asked)
        knowledge.changed.connect(self._on_changed)
        knowledge.counted.connect(self._on_counted)
        knowledge.said.connect(self._on_said)
        knowledge.failed.connect(self._on_failed)
        self.notice.setVisible(knowledge.why_not is not None)
        self.notice.setText(words(knowledge.why_not or ""))
        self.show_tab(0)

    @property
    def part(self) -> Part | LearningPart:
        """The tab that is shown."""
        return self._parts[self._stack.currentIndex()]

    def show_tab(self, at: int) -> None:
        """Show a tab, after what is being written in the one before has been kept."""
        if not self.part.settle():
            return
        at %= len(self._parts)
        self._stack.setCurrentIndex(at)
        for n, button in enumerate(self._tabs):
            button.setFont(self._theme.ui_font(13, bold=n == at))
            button.setProperty("isShown", n == at)
            button.style().unpolish(button)
            button.style().polish(button)
        part = self.part
        if part not in self._fresh:
            self._fresh.add(part)
            part.refresh()
        self.setFocusProxy(part if isinstance(part, LearningPart) else part.table)
        part.take_focus()
        self.tab_changed.emit()

    def say(self, said: str) -> None:
        """Show a sentence at the bottom of the page until the next one."""
        self.message.setText(said)
        self.message.setVisible(bool(said))

    def _lay_out(self) -> None:
        head = QWidget()
        head.setObjectName("importHead")
        head.setFixedHeight(44)
        row = QHBoxLayout(head)
        row.setContentsMargins(10, 0, 12, 0)
        row.setSpacing(4)
        for at, (part, name) in enumerate(zip(self._parts, _names(), strict=True)):
            self._stack.addWidget(part)
            row.addWidget(self._tab(at, name))
        row.addStretch(1)
        back = QPushButton(translate("Knowledge", "Back") + "   Esc")
        back.setFont(self._theme.ui_font(12))
        back.setProperty("isSmall", True)
        back.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        back.clicked.connect(self._on_back)
        row.addWidget(back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)
        column.addWidget(self.message)

    def _tab(self, at: int, name: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("workspace")
        button.setText(name)
        button.setToolTip(f"Alt {at + 1}")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self._on_tab_clicked)
        self._tabs.append(button)
        return button

    def _sentence(self, name: str) -> QLabel:
        label = PlainLabel()
        label.setObjectName(name)
        label.setFont(self._theme.ui_font(13))
        label.setWordWrap(True)
        label.hide()
        return label

    def _on_changed(self) -> None:
        """Fill the tab that is shown anew, the others when they are shown."""
        self._fresh = {self.part}
        self.part.refresh()

    def _on_counted(self) -> None:
        for part in self._fresh:
            if isinstance(part, Part | LearningPart):
                part.show_counts()
        self._tabs[3].setText(f"{_names()[3]}  {len(self.knowledge.offers)}" if self.knowledge.offers else _names()[3])

    def _on_said(self, template: str, facts: dict[str, object]) -> None:
        self.say(sentence("Knowledge", template, facts))

    def _on_failed(self, error: object) -> None:
        if isinstance(error, AnnotatorError):
            self.say(error_words(error))

    def _on_tab_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QToolButton):
            self.show_tab(self._tabs.index(button))

    def _on_back(self) -> None:
        if self.part.settle():
            self.left.emit()

    @override
    def event(self, event: QEvent) -> bool:
        # Esc and the keys between tabs are this page's, whatever the window has on them.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _tab_key(event) is not None:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        to = _tab_key(event)
        if event.key() == Qt.Key.Key_Escape:
            self._on_back()
        elif to is not None:
            number, is_step = to
            self.show_tab(self._stack.currentIndex() + number if is_step else number)
        else:
            super().keyPressEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.closed.emit()


def _tab_key(event: QKeyEvent) -> tuple[int, bool] | None:
    """Return where the key of `event` leads: a step to another tab (True) or the place of one; None for other keys."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() == Qt.Key.Key_Tab and modifiers == _CONTROL:
        return 1, True
    if event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab} and modifiers == _CONTROL | _SHIFT:
        return -1, True
    number = event.key() - Qt.Key.Key_1
    if modifiers == _ALT and 0 <= number < len(_names()):
        return number, False
    return None


def _names() -> Sequence[str]:
    return (
        translate("Knowledge", "Lexicon"),
        translate("Knowledge", "Patterns and vetoes"),
        translate("Knowledge", "Programme register"),
        translate("Knowledge", "Offered terms"),
        translate("Knowledge", "Learning"),
    )


def _style(theme: Theme) -> str:
    """Return what the style sheet of the window says nothing of yet: tables, fields of several lines, tabs of a page."""
    s = theme.surface
    return f"""
QTableView {{ background: {s.panel}; color: {s.text}; border: none; outline: none; selection-background-color: {s.select};
  selection-color: {s.text}; }}
QTableView::item {{ padding: 0 8px; border-bottom: 1px solid {s.hairline}; }}
QTableView::item:selected {{ background: {s.select}; color: {s.text}; }}
QHeaderView {{ background: {s.panel}; border: none; }}
QHeaderView::section {{ background: {s.panel}; color: {s.text_3}; border: none; border-bottom: 1px solid {s.border}; padding: 4px 11px; }}
QPlainTextEdit#lines {{ background: {s.paper}; color: {s.text}; border: 1px solid {s.control}; border-radius: 4px; padding: 2px 4px; }}
QPlainTextEdit#lines:focus {{ border: 2px solid {s.frame}; padding: 1px 3px; }}
QPlainTextEdit#lines[readOnly="true"], QLineEdit[readOnly="true"] {{ background: {s.panel}; color: {s.text_2};
  border-color: {s.hairline}; }}
QToolButton#workspace {{ padding: 12px 10px 10px 10px; }}
QLabel#saidHere {{ background: {s.paper}; border-top: 1px solid {s.hairline}; padding: 6px 16px; }}
"""
