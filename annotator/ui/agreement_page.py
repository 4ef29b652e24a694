"""The page of agreement: what is measured, the figures, and the disagreements behind every number."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.agreement.disagreements import Cluster, Kind
from annotator.session.agreeing import Agreeing
from annotator.session.agreeing_doors import Door, Opens, mine_first, of_kind, stand_ins
from annotator.session.agreeing_rows import Sentences
from annotator.session.translating import QT_TRANSLATE_NOOP
from annotator.ui import agreement_lines as lines
from annotator.ui.agreement_cards import CardFace, Cards
from annotator.ui.agreement_list import FigureList
from annotator.ui.agreement_matrix import Contents, Matrix
from annotator.ui.agreement_rows import Rows
from annotator.ui.agreement_scope import ScopeBar
from annotator.ui.agreement_words import Namer, kind_words, words
from annotator.ui.chip import Chip, Option
from annotator.ui.plain_label import PlainLabel
from annotator.ui.theme import Theme

_WIDE, _NARROWEST = 1100, 700
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class AgreementPage(QWidget):
    """Shows an `Agreeing` and asks it.

    Signals:
        place_asked: the cluster whose place in its article is wanted.
        copy_asked: `people` or `labels`, and whether as LaTeX.
        export_asked: both tables are wanted as a file.
        left: the reader is done.
        closed: the page is not shown any more, whoever took it away.
    """

    place_asked = Signal(object)
    copy_asked = Signal(str, bool)
    export_asked = Signal()
    left = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, namer: Namer, agreeing: Agreeing, sentences: Sentences, me: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(_style(theme))
        self._theme, self._namer, self._agreeing, self._me = theme, namer, agreeing, me
        self.scope = ScopeBar(theme, namer)
        self.cards = Cards(theme, len(lines.CARDS) + 1)
        self.finding = PlainLabel()
        self.matrix = Matrix(theme, namer)
        self.pairs = FigureList(theme, words(QT_TRANSLATE_NOOP("Agreement", "Pairs, strict F1")))
        self.rounds = FigureList(theme, words(QT_TRANSLATE_NOOP("Agreement", "Rounds, strict F1")))
        self.anchoring = FigureList(theme, words(QT_TRANSLATE_NOOP("Agreement", "What seeing candidates does")))
        self.worst = FigureList(theme, words(QT_TRANSLATE_NOOP("Agreement", "Most disputed articles")))
        self.rows = Rows(theme, sentences, namer)
        self.title, self._count, self._nothing = PlainLabel(), PlainLabel(), PlainLabel()
        self.kind = Chip(theme, words(QT_TRANSLATE_NOOP("Agreement", "Kind")), self._of_kinds)
        self.door = Door(Opens.ALL)
        self._came_from: QWidget | None = None
        self._is_arranged = False
        self._lay_out()
        self._connect()
        self.show_gathered()

    # What is shown

    def say_nothing(self, sentence: str) -> None:
        """Show why there is nothing to measure; an empty sentence shows the figures."""
        self._nothing.setText(sentence)
        self._stack.setCurrentIndex(1 if sentence else 0)

    def show_gathered(self) -> None:
        """Show the readings, and the figures as far as they are known."""
        self._show_lists()
        self.open(Door(Opens.ALL), takes_focus=False)

    def show_told(self) -> None:
        """Show the figures; the rows stay as they are."""
        self._show_lists()

    def show_gamma(self, done: int, everything: int) -> None:
        """Show how far γ is, or that it can be asked for."""
        agreeing = self._agreeing
        waiting = (
            words(QT_TRANSLATE_NOOP("Agreement", "Computing…"))
            if agreeing.answer is None
            else words(QT_TRANSLATE_NOOP("Agreement", "Takes a while. Enter computes it."))
        )
        if agreeing.is_computing_gamma:
            waiting = words(
                QT_TRANSLATE_NOOP("Agreement", "{share} % computed. Enter stops."), share=round(100 * done / max(everything, 1))
            )
        figure = agreeing.gamma
        below = words(QT_TRANSLATE_NOOP("Agreement", "{n} articles"), n=figure.n) if figure is not None else ""
        self.cards.cards[-1].show_face(CardFace(words(QT_TRANSLATE_NOOP("Agreement", "γ: alignment")), figure, below, waiting))

    def open(self, door: Door, *, takes_focus: bool = True) -> None:
        """List exactly the rows that a number counts."""
        if takes_focus and not self.rows.hasFocus():
            self._came_from = self.focusWidget()
        self.door = door
        self.kind.show_value("")
        self._show_rows()
        if takes_focus and self.rows.rows.clusters:
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_lists(self) -> None:
        agreeing, told = self._agreeing, self._agreeing.answer
        doors, readings = agreeing.doors, agreeing.readings
        if readings is not None:
            self._namer.titles = readings.titles
            self.scope.show_choices(readings.people, readings.rounds)
        self.cards.show_faces([*lines.faces(told, doors), CardFace("", None)])
        self.show_gamma(0, 1)
        self.finding.setText(lines.sentence(doors, self._theme.surface.text))
        f1 = {label: of.f1 for label, of in told.report.labels.items()} if told is not None else {}
        self.matrix.show_contents(Contents(doors, f1))
        self.worst.show_lines(lines.worst(doors, self._namer))
        computing = words(QT_TRANSLATE_NOOP("Agreement", "Computing…")) if told is None else ""
        self.pairs.show_lines(lines.pairs(told, doors, self._namer, self._me) if told is not None else (), computing)
        self.rounds.show_lines(lines.rounds(told) if told is not None else (), computing)
        self.rounds.setVisible(told is not None and bool(told.rounds))
        note = words(QT_TRANSLATE_NOOP("Agreement", "For training, not for judging anybody."))
        self.anchoring.show_lines(lines.anchoring(told, self._namer, self._me) if told is not None else (), computing or note)
        self.scope.say(lines.summary(told))

    def _show_rows(self) -> None:
        people = mine_first(self._agreeing.people, self._me)
        if self.door.opens is Opens.PAIR:
            people = tuple(person for person in people if person in {self.door.first, self.door.second})
        every = self._agreeing.doors.rows(self.door)
        shown: Sequence[Cluster] = of_kind(every, Kind(self.kind.value) if self.kind.value else None)
        self.rows.show_clusters(shown, people)
        self.title.setText(self._namer.door(self.door))
        is_all = len(shown) == len(every)
        self._count.setText(
            words(QT_TRANSLATE_NOOP("Agreement", "{n} rows"), n=f"{len(shown):,}")
            if is_all
            else words(QT_TRANSLATE_NOOP("Agreement", "{n} of {all}"), n=len(shown), all=len(every))
        )

    def _of_kinds(self) -> list[Option]:
        return [("", words(QT_TRANSLATE_NOOP("Agreement", "all"))), *((kind.value, kind_words(kind)) for kind in Kind)]

    # How it is laid out

    def _lay_out(self) -> None:
        self.finding.setWordWrap(True)
        self.finding.setFont(self._theme.reading_font(16))
        self.finding.setTextFormat(Qt.TextFormat.RichText)
        self.finding.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByKeyboard | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        self.finding.setContentsMargins(16, 4, 16, 10)
        self._nothing.setWordWrap(True)
        self._nothing.setFont(self._theme.ui_font(14))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(48, 96, 48, 0)
        side, left = QHBoxLayout(), QVBoxLayout()
        for one in (self.pairs, self.rounds, self.worst):
            left.addWidget(one)
        left.addStretch(1)
        side.addLayout(left, 1)
        side.addWidget(self.anchoring, 1)
        body = QWidget()
        body.setObjectName("agreementBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        for widget in (self.cards, self.finding):
            column.addWidget(widget)
        inset = QHBoxLayout()
        inset.setContentsMargins(12, 0, 4, 0)
        inset.addWidget(self.matrix)
        column.addLayout(inset)
        column.addLayout(side)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(body)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(scroll)
        self.splitter.addWidget(self._right())
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setChildrenCollapsible(False)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.splitter)
        self._stack.addWidget(self._nothing)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.scope)
        page.addWidget(self._stack, 1)

    def _right(self) -> QWidget:
        pane, head = QWidget(), QHBoxLayout()
        pane.setObjectName("pane")
        pane.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title.setFont(self._theme.ui_font(13, bold=True))
        self._count.setObjectName("meta")
        self._count.setFont(self._theme.ui_font(12))
        head.setContentsMargins(16, 6, 12, 6)
        head.setSpacing(10)
        for widget in (self.title, self._count):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.kind)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.rows, 1)
        return pane

    def _arrange(self, width: int) -> None:
        """Put the rows beside the figures where there is room, else below them."""
        way = Qt.Orientation.Horizontal if width >= _WIDE else Qt.Orientation.Vertical
        if way is not self.splitter.orientation() or not self._is_arranged:
            self._is_arranged = width >= _NARROWEST
            self.splitter.setOrientation(way)
            self.splitter.setSizes([3 * width, 2 * width])

    def _connect(self) -> None:
        self.scope.asked.connect(self._agreeing.ask)
        self.scope.names_asked.connect(self._on_names_asked)
        self.scope.export_asked.connect(self.export_asked)
        self.cards.opened.connect(self._on_card_opened)
        self.finding.linkActivated.connect(self._on_link)
        for opener in (self.matrix, self.pairs, self.rounds, self.anchoring, self.worst):
            opener.opened.connect(self._on_opened)
        self.kind.chosen.connect(self._on_kind_chosen)
        self.rows.place_asked.connect(self.place_asked)
        self._agreeing.gathered.connect(self.show_gathered)
        self._agreeing.told.connect(self.show_told)
        self._agreeing.gamma_moved.connect(self.show_gamma)

    # What happens

    def _on_card_opened(self, at: int) -> None:
        if at < len(lines.CARDS):
            self.open(Door(lines.CARDS[at][1]))
        elif self._agreeing.is_computing_gamma:
            self._agreeing.stop_gamma()
        elif self._agreeing.gamma is None:
            self._agreeing.ask_gamma()

    def _on_opened(self, door: object) -> None:
        if isinstance(door, Door):
            self.open(door)

    def _on_link(self, kind: str) -> None:
        self.open(Door(Opens.KIND, kind))

    def _on_kind_chosen(self, _kind: str) -> None:
        self._show_rows()

    def _on_names_asked(self, are_hidden: bool) -> None:  # noqa: FBT001 (of a signal)
        readings = self._agreeing.readings
        self._namer.stand_ins = stand_ins(readings.people) if are_hidden and readings is not None else {}
        self._show_lists()
        self._show_rows()

    def _go_back(self) -> None:
        (self._came_from or self.matrix).setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Backspace and not modifiers:
            self._go_back()
        elif key == Qt.Key.Key_E and not modifiers:
            self.export_asked.emit()
        elif key == Qt.Key.Key_C and modifiers in {_CONTROL, _CONTROL | _SHIFT}:
            is_people = any(one.list.hasFocus() for one in (self.pairs, self.rounds, self.anchoring))
            self.copy_asked.emit("people" if is_people else "labels", bool(modifiers & _SHIFT))
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width())

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.closed.emit()


def _style(theme: Theme) -> str:
    s = theme.surface
    return (
        f"QWidget#agreementBody, QTableView#agreementMatrix, QListView#agreementList {{ background: {s.paper}; border: none; }}"
        f" QTableView#agreementMatrix QHeaderView {{ background: {s.paper}; border: none; }}"
    )
