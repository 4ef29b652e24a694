"""Deciding all the same mentions at once, and all that remains, where the project lead allows it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Qt

from annotator.features.room import Room
from annotator.features.views import Views
from annotator.project.allowing import EVERYWHERE, REST, is_allowed
from annotator.session import same, same_deciding
from annotator.session.desk import Desk
from annotator.session.same import Place, Subject, Verdict
from annotator.session.same_elsewhere import Search, whole_words
from annotator.ui.same_list_pane import SameList


class SameMentions(QObject):
    """Lists the same mentions under the article, to be ticked and decided in one step."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.room = room
        self._pane: SameList | None = None
        self._subject: Subject | None = None
        self._found: tuple[Place, ...] = ()

    def close(self) -> None:
        """Let go of the open project."""
        self._pane, self._subject, self._found = None, None, ()

    def ask(self) -> None:
        """List what is the same as the selection, or as the current span."""
        desk, views = self.room.desk, self.room.views
        if desk is None or views is None or desk.opened is None or not desk.may_write():
            return
        subject = same.subject_of(desk.opened, desk.current, desk.selection)
        if subject is None:
            return
        self._subject = subject
        self._found = same.places(desk.opened, subject, whole_words(desk.words))
        is_everywhere = is_allowed(desk.project, EVERYWHERE)
        if not is_everywhere and all(place.is_subject for place in self._found):
            words = QCoreApplication.translate("Same", "“{surface}” stands nowhere else in this article to be decided.")
            self.room.say(words.format(surface=subject.surface.replace("\n", "")))
            return
        self._made(desk, views).ask(subject, self._found, _usual(subject), desk.opened.article.text)
        # Another job is not waited for: the list is there, and the other articles are not offered this time.
        if is_everywhere and not self.room.is_busy:
            work = Search(desk.project.path, desk.opened.assignment, subject, desk.opened.is_folded)
            self.room.run(work, partial(self._on_searched, subject))

    def _made(self, desk: Desk, views: Views) -> SameList:
        if self._pane is None:
            pane = self._pane = SameList(self.room.theme, desk.scheme)
            pane.stepped.connect(self._on_stepped)
            pane.decided.connect(self._on_decided)
            pane.left.connect(self._leave)
            column = views.page.layout()
            if column is not None:
                column.addWidget(pane)
        return self._pane

    def _on_searched(self, subject: Subject, others: object) -> None:
        if self._pane is not None and self._subject is subject and isinstance(others, list):
            self._pane.show_elsewhere(others)
            if not others and not self._found:
                self._leave()

    def _on_stepped(self, place: object) -> None:
        views = self.room.views
        if views is not None:
            at = next((at for at, other in enumerate(self._found) if other is place), -1)
            views.reading.show_found([(other.start, other.end) for other in self._found], at)

    def _on_decided(self, verdict: object) -> None:
        if isinstance(verdict, Verdict) and self._pane is not None:
            pane = self._pane
            self.room.attempt(partial(self._decide, pane.chosen, pane.kept, pane.others, verdict))

    def _decide(self, chosen: Sequence[Place], kept: Sequence[Place], others: Sequence[same.Elsewhere], verdict: Verdict) -> None:
        desk = self.room.desk
        if desk is not None:
            self._leave()
            count = same_deciding.decide(desk, chosen, kept, verdict, others)
            words = QCoreApplication.translate("Same", "{count} mentions decided in one step. Ctrl+Z takes it back.")
            self.room.say(words.format(count=count))

    def accept_rest(self) -> None:
        """Accept what nobody has looked at, where the project lead allows it."""
        desk = self.room.desk
        if desk is not None and is_allowed(desk.project, REST):
            count = same_deciding.accept_rest(desk)
            words = QCoreApplication.translate("Same", "{count} candidates accepted in one step. Ctrl+Z takes it back.")
            self.room.say(words.format(count=count))

    def _leave(self) -> None:
        """Close the list and go back to the article; what was selected stays selected."""
        self._subject = None
        views = self.room.views
        if self._pane is not None and views is not None:
            self._pane.hide()
            views.reading.show_found((), -1)
            views.reading.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Close the list; what it shows is of another article."""
        if self._pane is not None and self._pane.isVisible():
            self._leave()


def _usual(subject: Subject) -> Verdict | None:
    """Return what Enter decides: what was decided of the mention, and while it is open, its own label."""
    decided = same.verdict_on(subject)
    return decided or (Verdict(subject.item.label) if subject.item is not None else None)
