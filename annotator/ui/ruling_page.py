"""Doubtful cases: what was flagged at the left, the case in its sentence and the lead's answer at the right."""

import html

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.core.scheme import Scheme
from annotator.project.ruling import Question
from annotator.session.ruling import Docket
from annotator.ui.plain_label import PlainLabel
from annotator.ui.quiet_browser import QuietBrowser
from annotator.ui.ruling_list import RulingList
from annotator.ui.scheme_fields import TextBox, meta
from annotator.ui.theme import Theme

_LIST_WIDTH = 320
_CASE_HEIGHT = 260
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_J: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_K: -1}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class RulingPage(QWidget):
    """↑ ↓ walk, Tab or R goes into the answer, Ctrl+Enter gives it, Enter opens the article, Esc leaves.

    Signals:
        answered: the `Question`, the answer, the label, and whether it is marked (True, False or None).
        opened: the `Question` whose place is wanted.
        export_asked, import_asked: a table is wanted.
        left: the reader is done.
    """

    answered = Signal(object, str, str, object)
    opened = Signal(object)
    export_asked = Signal()
    import_asked = Signal()
    left = Signal()

    def __init__(self, theme: Theme, scheme: Scheme, *, may_answer: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._scheme = scheme
        self.docket = Docket()
        self.list = RulingList(theme)
        self.list.setFixedWidth(_LIST_WIDTH)
        self.case = QuietBrowser()
        self.case.setFrameShape(QFrame.Shape.NoFrame)
        self.case.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.case.setOpenLinks(False)
        self.case.setAccessibleName(self.tr("The case"))
        self.label = QComboBox()
        self.marked = QComboBox()
        self.text = TextBox(theme, self.tr("Answer"), lines=4)
        self.text.setPlaceholderText(self.tr("The rule that decides this case and others like it"))
        self.give = self._button(self.tr("Answer   Ctrl Enter"))
        self.give.setObjectName("main")
        self._fill()
        for widget in (self.label, self.marked, self.text, self.give):
            widget.setEnabled(may_answer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header(may_answer=may_answer))
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addLayout(self._right(), 1)
        column.addLayout(row, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._connect()

    def show_docket(self, docket: Docket) -> None:
        """Show the questions, with the current one open."""
        self.docket = docket
        self.list.show_questions(docket.questions, docket.at)
        self._head.setText(self.tr("{open} open, {all} in all").format(open=docket.open, all=len(docket.questions)))
        question = docket.current
        self._answer.setVisible(question is not None)
        if question is None:
            self.case.setHtml(html.escape(self.tr("Nothing was flagged yet. F flags a doubtful span, N says why.")))
            return
        self.case.setHtml(self._words(question))
        ruling = question.ruling
        label = self._scheme.current(ruling.label if ruling is not None else question.label)
        self.label.setCurrentIndex(max(self.label.findData(label), 0))
        self.marked.setCurrentIndex(max(self.marked.findData(ruling.marked if ruling is not None else None), 0))
        self.text.show_text(ruling.answer if ruling is not None else "")

    def _words(self, question: Question) -> str:
        surface, label = self._theme.surface, self._scheme.label(question.label)
        colour = self._theme.colour(label)
        words = "".join(question.surface.split())
        marked = f'<span style="background:{colour.strong}; border-bottom:2px solid {colour.line}">{html.escape(words)}</span>'
        parts = [f'<p style="font-size:16px; line-height:180%">{html.escape(question.before)}{marked}{html.escape(question.after)}</p>']
        name = label.name.get(self._theme.language) if label is not None else question.label or self.tr("the whole article")
        rows = [(self.tr("Label"), name), (self.tr("Asked by"), question.who), (self.tr("Note"), question.note)]
        if question.ruling is not None:
            rows.append((self.tr("Answered"), f"{question.ruling.by} · {question.ruling.at[:10]}"))
        cells = "".join(
            f'<tr><td style="color:{surface.text_3}; padding-right:16px">{html.escape(name)}</td><td>{html.escape(text)}</td></tr>'
            for name, text in rows
            if text
        )
        return f"{''.join(parts)}<table cellpadding='2'>{cells}</table>"

    # Laying out

    def _header(self, *, may_answer: bool) -> QWidget:
        bar = QWidget()
        bar.setObjectName("importHead")
        bar.setFixedHeight(44)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(8)
        name = PlainLabel(self.tr("Rulings"))
        name.setFont(self._theme.ui_font(16, bold=True))
        self._head = meta(self._theme, "")
        row.addWidget(name)
        row.addWidget(self._head, 1)
        for words, signal in (
            (self.tr("Import…"), self.import_asked),
            (self.tr("Export…"), self.export_asked),
            (self.tr("Back   Esc"), self.left),
        ):
            button = self._button(words)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setEnabled(signal is not self.import_asked or may_answer)
            button.clicked.connect(signal)
            row.addWidget(button)
        return bar

    def _right(self) -> QVBoxLayout:
        self._answer = QWidget()
        answer = QVBoxLayout(self._answer)
        answer.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.marked, self.label, self.give):
            row.addWidget(widget)
        row.addStretch(1)
        answer.addWidget(self.text)
        answer.addLayout(row)
        answer.addWidget(
            meta(self._theme, self.tr("R answer · Ctrl Enter give it · Enter open in the article · answers show beside the label"))
        )
        column = QVBoxLayout()
        column.setContentsMargins(20, 12, 20, 16)
        column.setSpacing(10)
        self.case.setFont(self._theme.ui_font(14))
        self.case.setFixedHeight(_CASE_HEIGHT)
        column.addWidget(self.case)
        column.addWidget(self._answer)
        column.addStretch(1)
        return column

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setFont(self._theme.ui_font(13))
        return button

    def _fill(self) -> None:
        for label in self._scheme.labels:
            self.label.addItem(label.name.get(self._theme.language) or label.id, label.id)
        for words, value in ((self.tr("no rule about marking"), None), (self.tr("is marked"), True), (self.tr("is not marked"), False)):
            self.marked.addItem(words, value)
        for box, name in ((self.label, self.tr("Label it concerns")), (self.marked, self.tr("Is it marked?"))):
            box.setFont(self._theme.ui_font(13))
            box.setAccessibleName(name)

    def _connect(self) -> None:
        self.list.walked.connect(self._on_walked)
        self.text.escaped.connect(self._on_escaped)
        self.give.clicked.connect(self._on_given)

    def _on_walked(self, place: int) -> None:
        self.show_docket(self.docket.gone_to(place))

    def _on_escaped(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_given(self) -> None:
        question = self.docket.current
        if question is not None and self.text.isEnabled():
            self.answered.emit(question, self.text.toPlainText(), str(self.label.currentData()), self.marked.currentData())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._on_given()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in _STEPS:
            self.show_docket(self.docket.stepped(_STEPS[key]))
        elif key in _ENTER and self.docket.current is not None:
            self.opened.emit(self.docket.current)
        elif key == Qt.Key.Key_R and self.text.isEnabled():
            self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)
