"""The team: how far everybody is, giving out with a preview, handing out, taking back."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.core.errors import AnnotatorError
from annotator.project.handing_out import Revisit
from annotator.session.teaming import Drafted, Form, FormError, Order, Team, Teaming, order_of
from annotator.session.translating import error_words
from annotator.ui.team_form import TeamForm
from annotator.ui.team_parts import CoverPage, KeyButton, Lines, Table, line, show_table
from annotator.ui.team_words import cells_words, expected_table, more_words, people_header, people_rows, shares_header, shares_rows, words
from annotator.ui.theme import Theme

_BESIDE_FROM = 1100
_AFTER = 250
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class TeamPage(CoverPage):
    """Tab goes from the people to the form, the buttons and the marks to look at again.

    Signals:
        assign_asked: the `Order` that is to be given out.
        hand_out_asked, update_asked, take_back_asked: a folder or files are wanted.
        place_asked: the `Revisit` whose article is wanted.
    """

    assign_asked = Signal(object)
    hand_out_asked = Signal()
    update_asked = Signal()
    take_back_asked = Signal()
    place_asked = Signal(object)

    def __init__(
        self, theme: Theme, teaming: Teaming, labels: Mapping[str, str], *, may_write: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, words("Team"), parent)
        self._teaming, self._labels = teaming, labels
        self._may_write = may_write
        self._revisit: Sequence[Revisit] = ()
        self.people = Table(theme)
        self.form = TeamForm(theme)
        self.shares, self.expected, self.revisit = Table(theme), Table(theme), Table(theme, is_list=True)
        self.plan, self.pilot = Lines(theme, words("What this gives out")), Lines(theme, words("What is to be expected"))
        self.told = Lines(theme, words("Receipts"))
        self.assign = KeyButton(theme, words("Give out"), "Ctrl+Return", is_main=True)
        self.hand_out = KeyButton(theme, words("Hand out…"), "H")
        self.update_files = KeyButton(theme, words("Update…"), "U")
        self.take_back = KeyButton(theme, words("Take back…"), "T")
        self.answer_keys(self.assign, self.hand_out, self.update_files, self.take_back)
        self._heads: dict[str, QLabel] = {}
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER)
        self._soon.timeout.connect(self._on_settled)
        self._connect()
        self.set_busy(is_busy=False)

    def show_form(self, form: Form) -> None:
        """Fill the form and preview what it gives out."""
        self.form.show_form(form)
        self._soon.start()

    def tell(self, lines: Sequence[str]) -> None:
        """Show receipts, or the files that were written."""
        self.told.show_lines(lines)
        self._heads["told"].setVisible(bool(lines))

    def set_busy(self, *, is_busy: bool) -> None:
        """Let nothing be asked for while something is written."""
        for button in (self.assign, self.hand_out, self.update_files, self.take_back):
            button.setEnabled(self._may_write and not is_busy)

    def order(self) -> Order | None:
        """Return what the form asks for; what is wrong with it stands under its field, and then None is returned."""
        try:
            found = order_of(self.form.form)
        except FormError as error:
            self.form.show_wrong(error.field, error_words(error))
            return None
        self.form.show_wrong("", "")
        return found

    def show_error(self, name: str, error: AnnotatorError) -> None:
        """Show why something could not be done: under the form what is wrong with it, else at the bottom."""
        if name == "draft":
            self._show_plan([error_words(error)])
        else:
            self.say(error_words(error))

    # Laying out

    def _lay_out(self) -> None:
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.sheet)
        self._row.setContentsMargins(24, 18, 24, 18)
        self._row.setSpacing(40)
        nobody = words("Nobody has anything to read yet. Name people below and give out.")
        self._nobody = line(self.theme, nobody, "meta")
        left = self._column(
            self._head("people", words("People")),
            self.people,
            self._nobody,
            self._head("form", words("Give out articles")),
            self.form,
            self._buttons_row(self.assign),
            self.plan,
            self.shares,
        )
        right = self._column(
            self._head("files", words("Files")),
            line(
                self.theme,
                words("One task file for each person, with their articles and nobody else's work. Drop returned files here."),
                "meta",
            ),
            self._buttons_row(self.hand_out, self.update_files, self.take_back),
            self._head("told", words("What happened")),
            self.told,
            self._head("expected", words("What is to be expected")),
            self.pilot,
            self.expected,
            self._head("revisit", words("Marks to look at again")),
            line(self.theme, "", "meta"),
            self.revisit,
        )
        self._row.addLayout(left, 1)
        self._row.addLayout(right, 1)
        self._heads["told"].hide()
        self._heads["revisit"].hide()
        for table in (self.people, self.shares, self.expected, self.revisit):
            table.hide()

    def _column(self, *widgets: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        return column

    def _head(self, name: str, text: str) -> QLabel:
        self._heads[name] = head = line(self.theme, text, is_bold=True)
        head.setContentsMargins(0, 10, 0, 0)
        return head

    def _buttons_row(self, *buttons: KeyButton) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(8)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        return holder

    def _connect(self) -> None:
        self.form.edited.connect(self._soon.start)
        self.form.escaped.connect(self.people.setFocus)
        self.assign.clicked.connect(self._on_assign)
        self.hand_out.clicked.connect(self.hand_out_asked)
        self.update_files.clicked.connect(self.update_asked)
        self.take_back.clicked.connect(self.take_back_asked)
        self.revisit.doubleClicked.connect(self._on_revisit)
        self._teaming.counted.connect(self._on_counted)
        self._teaming.drafted_changed.connect(self._on_drafted)

    # What is known

    def _on_counted(self) -> None:
        team = self._teaming.team
        show_table(self.people, words("People"), people_header(), people_rows(team.members))
        self._nobody.setVisible(not team.members)
        given = sum(member.given for member in team.members)
        finished = sum(member.finished for member in team.members)
        self.meta.setText(
            words("{people} people, {given} tasks given, {finished} articles finished").format(
                people=len(team.members), given=f"{given:,}", finished=f"{finished:,}"
            )
        )
        self.form.offer_rounds(team.rounds)
        self._show_revisit(team)
        if not self.form.form.names and team.members:
            self.form.fields["names"].setText(words(", ").join(member.name for member in team.members))
        if self.hasFocus():
            (self.people if team.members else self.form.fields["names"]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_revisit(self, team: Team) -> None:
        self._revisit = team.revisit
        self._heads["revisit"].setVisible(bool(team.revisit))
        header = (words("article"), words("words"), words("label"), words("scheme"))
        rows = [(m.article, "".join(m.surface.split()), self._labels.get(m.label, m.label), str(m.version)) for m in team.revisit]
        show_table(self.revisit, words("Marks to look at again"), header, rows)

    def _on_drafted(self) -> None:
        drafted = self._teaming.drafted
        rows = shares_rows(drafted.report) if drafted is not None else ()
        show_table(self.shares, words("What this gives out"), shares_header(), rows)
        if drafted is None:
            self._show_plan([])
        else:
            self._show_plan([text for text in (cells_words(drafted.report), more_words(drafted.report)) if text])
        self._show_expected(drafted)

    def _show_plan(self, lines: Sequence[str]) -> None:
        self.plan.show_lines(lines)

    def _show_expected(self, drafted: Drafted | None) -> None:
        header, rows = expected_table(drafted.expected if drafted is not None else {}, self._labels)
        show_table(self.expected, words("What is to be expected"), header, rows)
        if self._teaming.pilot is None:
            said = words(
                "No pilot yet: let two people finish the same articles in the round “pilot”. From them the mentions of each label and "
                "the width of intervals can be told before the main round begins."
            )
        elif drafted is None or not drafted.report.cells:
            said = words("Nothing is read by several people, so there is no interval to expect.")
        else:
            template = words("From a pilot of {articles} articles: mentions of each label · half the width of the 95 % interval of its uα.")
            said = template.format(articles=self._teaming.pilot.articles)
        self.pilot.show_lines([said])

    # What is asked

    def _on_settled(self) -> None:
        order = self.order()
        if order is not None:
            self._teaming.draft(order)

    def _on_assign(self) -> None:
        order = self.order()
        if order is None:
            return
        if not order.names:
            self.form.show_wrong("names", words("Say who is to read: names, with commas between them."))
            self.form.fields["names"].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.assign_asked.emit(order)

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

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= _BESIDE_FROM
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
