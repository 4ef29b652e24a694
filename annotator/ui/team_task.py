"""A task file's own page: whose it is, how far it is, handing it in, bringing an update in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.core.errors import AnnotatorError
from annotator.project.handing_out import Revisit
from annotator.session.teaming import Teaming
from annotator.session.translating import error_words
from annotator.ui.team_parts import CoverPage, KeyButton, Lines, Table, line, show_table
from annotator.ui.team_words import words
from annotator.ui.theme import Theme

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_WIDEST = 860


class TaskPage(CoverPage):
    """Ctrl+Enter hands in, `U` brings an update in, Enter on a mark opens its article.

    Signals:
        hand_in_asked, update_asked: a file is wanted.
        place_asked: the `Revisit` whose article is wanted.
    """

    hand_in_asked = Signal()
    update_asked = Signal()
    place_asked = Signal(object)

    def __init__(
        self, theme: Theme, teaming: Teaming, owner: str, labels: dict[str, str], *, may_write: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, words("Task"), parent)
        self._teaming, self._owner, self._labels, self._may_write = teaming, owner, labels, may_write
        self._revisit: Sequence[Revisit] = ()
        self.state = line(theme, "", is_bold=True)
        self.told = Lines(theme, words("What happened"))
        self.hand_in = KeyButton(theme, words("Hand in…"), "Ctrl+Return", is_main=True)
        self.bring_in = KeyButton(theme, words("Bring an update in…"), "U")
        self.answer_keys(self.hand_in, self.bring_in)
        self.revisit = Table(theme, is_list=True)
        self._revisit_head = line(theme, words("Marks to look at again"), is_bold=True)
        self._lay_out()
        self.hand_in.clicked.connect(self.hand_in_asked)
        self.bring_in.clicked.connect(self.update_asked)
        self.revisit.doubleClicked.connect(self._on_revisit)
        teaming.counted.connect(self._on_counted)
        self.set_busy(is_busy=False)

    def tell(self, lines: Sequence[str]) -> None:
        """Show what happened."""
        self.told.show_lines(lines)

    def set_busy(self, *, is_busy: bool) -> None:
        """Let nothing be asked for while something is written."""
        self.hand_in.setEnabled(not is_busy)
        self.bring_in.setEnabled(self._may_write and not is_busy)

    def show_error(self, _name: str, error: AnnotatorError) -> None:
        """Show why something could not be done."""
        self.say(error_words(error))

    def _lay_out(self) -> None:
        theme = self.theme
        column = QVBoxLayout()
        column.setSpacing(12)
        about = words(
            "Your decisions stand in this file. Handing in writes a sealed copy of them; you can go on working and hand in again. "
            "An update from the lead brings a new scheme, lexicon or further articles; every decision stays."
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.hand_in)
        buttons.addWidget(self.bring_in)
        buttons.addStretch(1)
        column.addWidget(self.state)
        column.addWidget(line(theme, about, "meta"))
        column.addLayout(buttons)
        column.addWidget(self.told)
        column.addWidget(self._revisit_head)
        column.addWidget(self.revisit)
        column.addStretch(1)
        holder = QWidget()
        holder.setLayout(column)
        holder.setMaximumWidth(_WIDEST)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self.sheet)
        row.setContentsMargins(24, 24, 24, 24)
        row.addWidget(holder, 1)
        row.addStretch(0)
        self._revisit_head.hide()
        self.revisit.hide()

    def _on_counted(self) -> None:
        team = self._teaming.team
        mine = next((m for m in team.members if m.name.casefold() == self._owner.casefold()), None)
        given, finished = (mine.given, mine.finished) if mine is not None else (0, 0)
        template = words("{name}'s task: {finished} of {given} articles finished")
        self.state.setText(template.format(name=self._owner, finished=finished, given=given))
        self._revisit = team.revisit
        self._revisit_head.setVisible(bool(team.revisit))
        header = (words("article"), words("words"), words("label"), words("scheme"))
        rows = [(m.article, "".join(m.surface.split()), self._labels.get(m.label, m.label), str(m.version)) for m in team.revisit]
        show_table(self.revisit, words("Marks to look at again"), header, rows)
        if self.hasFocus():
            self.hand_in.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_revisit(self) -> None:
        at = self.revisit.currentIndex().row()
        if 0 <= at < len(self._revisit):
            self.place_asked.emit(self._revisit[at])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and self.revisit.hasFocus():
            self._on_revisit()
        else:
            super().keyPressEvent(event)
