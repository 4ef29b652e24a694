"""The page on which one person rules what counts: the queue, one case at a time, and what a verdict can lean on."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.session.adjudicating import REASONS, Adjudication
from annotator.session.edges import Edge, Unit
from annotator.session.translating import QT_TRANSLATE_NOOP
from annotator.ui.adjudicate_case import CaseView, text_line
from annotator.ui.adjudicate_guide import GuidePane
from annotator.ui.adjudicate_queue import QueuePane
from annotator.ui.adjudicate_words import verdict_words, words
from annotator.ui.chip import Chip, Option
from annotator.ui.plain_label import tip
from annotator.ui.theme import Theme

_ROOMY, _TIGHT = 1080, 900
_HINTS = (
    ("1 2 3", QT_TRANSLATE_NOOP("Adjudicate", "rule")),
    ("0", QT_TRANSLATE_NOOP("Adjudicate", "nothing")),
    ("J K", QT_TRANSLATE_NOOP("Adjudicate", "step")),
    ("Enter", QT_TRANSLATE_NOOP("Adjudicate", "next open")),
    ("F", QT_TRANSLATE_NOOP("Adjudicate", "flag")),
    ("N", QT_TRANSLATE_NOOP("Adjudicate", "note")),
    ("H", QT_TRANSLATE_NOOP("Adjudicate", "names")),
    ("Y", QT_TRANSLATE_NOOP("Adjudicate", "you and gold")),
    ("R", QT_TRANSLATE_NOOP("Adjudicate", "report")),
    ("Esc", QT_TRANSLATE_NOOP("Adjudicate", "back")),
)
_CTRL, _SHIFT, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
_EDGES = {_SHIFT: (Edge.END, Unit.WORD), _ALT: (Edge.START, Unit.WORD), _CTRL | _SHIFT: (Edge.END, Unit.CHARACTER)}
_BRACKETS = {"[": -1, "【": -1, "]": 1, "】": 1}
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_UNDOING: dict[tuple[int, Qt.KeyboardModifier], Callable[[Adjudication], None]] = {
    (Qt.Key.Key_Z, _CTRL): Adjudication.undo,
    (Qt.Key.Key_Z, _CTRL | _SHIFT): Adjudication.redo,
    (Qt.Key.Key_Y, _CTRL): Adjudication.redo,
}


class AdjudicatePage(QWidget):
    """Shows an `Adjudication` and hands it the keys.

    Signals:
        left: the reader is done.
        report_asked: the guideline report is to be written.
        lessons_asked: the reader wants to see their own marks beside gold.
        round_asked: another round is wanted.
    """

    left = Signal()
    report_asked = Signal()
    lessons_asked = Signal()
    round_asked = Signal(str)

    def __init__(self, theme: Theme, work: Adjudication, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setAccessibleName(words("Adjudicate"))
        self._theme, self._work = theme, work
        self.queue, self.guide = QueuePane(theme, work), GuidePane(theme, work)
        self.round = Chip(theme, words("Round"), self._rounds)
        self.case = CaseView(theme, work, self.round)
        self.readings, self.note = self.case.readings, self.case.note
        self._last, self._hints = text_line(theme, ""), text_line(theme, "meta")
        self._singles = self._commands()
        self._lay_out()
        self._connect()
        self.show_work()

    def _lay_out(self) -> None:
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.case)
        row = QHBoxLayout()
        row.setSpacing(1)
        row.addWidget(self.queue)
        row.addWidget(scroll, 1)
        row.addWidget(self.guide)
        foot = QWidget()
        foot.setObjectName("concordanceFoot")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        below = QHBoxLayout(foot)
        below.setContentsMargins(16, 7, 16, 7)
        below.setSpacing(16)
        below.addWidget(self._last, 1)
        below.addWidget(self._hints)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(row, 1)
        outer.addWidget(foot)

    def _connect(self) -> None:
        self._work.changed.connect(self.show_work)
        self.queue.chosen.connect(self._work.go_to)
        self.round.chosen.connect(self._on_round_chosen)
        self.note.returnPressed.connect(self._on_note_kept)
        self.note.escaped.connect(self._close_note)

    # What is shown

    def say(self, sentence: str) -> None:
        """Show a sentence in the foot until the next step."""
        self._last.setText(sentence)
        self._last.setToolTip(tip(sentence))

    def show_work(self) -> None:
        """Show the case and all around it."""
        work = self._work
        self.queue.show_queue()
        self.guide.show_case()
        self.round.show_value(work.court.round)
        self.round.setVisible(len(work.rounds) > 1)
        self.case.show_case()
        if work.last is not None:
            number, case, docket = work.last
            work.last = None
            verdict = case.verdict
            said = verdict_words(docket, verdict, work.scheme, self._theme.language) if verdict is not None else ""
            self.say(words("Just now  cluster {number}: {ruling}   Ctrl+Z takes it back").format(number=number, ruling=said))

    def _rounds(self) -> Sequence[Option]:
        return [(name, f"{name} ({count})") for name, count in self._work.rounds.items()] or [("", "–")]

    # Keys

    def _commands(self) -> dict[str, Callable[[], None]]:
        work = self._work
        keys: dict[str, Callable[[], None]] = {
            "0": work.choose_nothing,
            "B": work.choose_several,
            "E": work.draw,
            "J": partial(work.go, 1),
            "K": partial(work.go, -1),
            "U": work.merge_unanimous,
            "M": work.rule_majorities,
            "F": work.flag,
            "H": work.show_names,
            "N": self._open_note,
            "R": self.report_asked.emit,
            "Y": self.lessons_asked.emit,
            " ": work.choose_highlighted,
        }
        keys |= {str(digit): partial(work.choose, digit) for digit in range(1, 10)}
        return keys | {letter: partial(work.reason, letter) for letter in REASONS}

    def _press(self, event: QKeyEvent) -> bool:
        """Do what a key says; say whether it says anything here."""
        work, key, modifiers = self._work, event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._press_edge(event, modifiers):
            return True
        if modifiers & ~_SHIFT:
            act = _UNDOING.get((key, modifiers))
            if act is not None:
                act(work)
            return act is not None
        if key == Qt.Key.Key_Escape:
            if not work.leave_mode():
                self.left.emit()
        elif key in _ENTER:
            work.confirm()
        elif key in _STEPS:
            work.go(_STEPS[Qt.Key(key)])
        elif key in _ARROWS:
            work.highlight(_ARROWS[Qt.Key(key)])
        else:
            return self._press_single(event.text().upper())
        return True

    def _press_edge(self, event: QKeyEvent, modifiers: Qt.KeyboardModifier) -> bool:
        """Move an edge with the desk's keys."""
        if event.key() in _ARROWS and modifiers in _EDGES:
            edge, unit = _EDGES[modifiers]
            self._work.move(edge, unit, _ARROWS[Qt.Key(event.key())])
        elif event.text() in _BRACKETS and not modifiers & (_CTRL | _ALT):
            self._work.move(Edge.START, Unit.CHARACTER, _BRACKETS[event.text()])
        else:
            return False
        return True

    def _press_single(self, letter: str) -> bool:
        label = self._work.scheme.by_key(letter) if letter.strip() else None
        if self._work.own is not None and label is not None:
            self._work.label(label.id)
            return True
        if letter in self._singles:
            self._singles[letter]()
            return True
        return False

    def _open_note(self) -> None:
        if self._work.case is not None:
            self.note.setText(self._work.case.note or "")
            self.note.show()
            self.note.setFocus(Qt.FocusReason.OtherFocusReason)
            self.note.selectAll()

    def _on_note_kept(self) -> None:
        self._work.note(self.note.text())
        self._close_note()

    def _close_note(self) -> None:
        self.note.hide()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_round_chosen(self, name: str) -> None:
        self.round_asked.emit(name)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._press(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.width()
        self.guide.setVisible(width >= _TIGHT)
        self.guide.setFixedWidth(min(max(width // 4, 220), 320))
        self.queue.setFixedWidth(272 if width >= _ROOMY else 204)
        shown = _HINTS if width >= _ROOMY else _HINTS[:4] + _HINTS[-1:]
        self._hints.setText("    ".join(f"{key} {words(text)}" for key, text in shown))
        self._hints.setWordWrap(False)
