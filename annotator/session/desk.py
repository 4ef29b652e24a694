"""Everything an annotator does to the open article.

The desk owns the open annotation. Every command writes one step to the ledger and returns when it is durable; then one signal says
what changed. Widgets show what the desk holds and ask it for edits; they never talk to each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from typing_extensions import override

from annotator.core.decision import Assignment, Draft, Kind
from annotator.core.span import Span, move_end, move_start
from annotator.project import annotating
from annotator.project.workspace import Project
from annotator.session.edges import Edge, Unit, moved, placed
from annotator.session.items import Item
from annotator.session.place import Place
from annotator.session.translating import QT_TRANSLATE_NOOP
from annotator.session.words import Words
from annotator.store.ledger import Written


@dataclass(frozen=True, slots=True)
class _Move:
    """The last move: the `edge` of `target` stood at `was` before the `step`."""

    target: str
    edge: Edge
    step: str
    was: int


class Desk(Place):
    """One annotator at work on one project. Signals: those of `Place`, where it also goes about."""

    def __init__(self, project: Project, annotator: str, words: Words, parent: QObject | None = None) -> None:
        """Sit down as `annotator` (a name) at `project`; no article is open yet."""
        super().__init__(project, annotator, words, parent)
        self._last_move: _Move | None = None
        self._asked_to_finish = False

    # Deciding

    def accept(self) -> None:
        """Accept the current item as it stands and go on."""
        item = self._decidable()
        if item is None:
            return
        if item.is_mark:
            self._go_on(item)
        else:
            self._decide(item, Kind.ACCEPT)

    def reject(self) -> None:
        """Reject the current candidate, or remove the current mark, and go on."""
        item = self._decidable()
        if item is not None:
            self._decide(item, Kind.REJECT if item.candidate is not None else Kind.REMOVE)

    def skip(self) -> None:
        """Leave the current candidate open, as seen, and go on."""
        item = self._decidable()
        if item is None:
            return
        if item.candidate is None:
            self._go_on(item)
        else:
            self._decide(item, Kind.SKIP)

    def label(self, label: str) -> None:
        """Give the selection `label`, or, without one, relabel and accept the current item and go on."""
        if self.scheme.label(label) is None:
            return
        if self.selection is not None:
            self.add(*self.selection, label)
            return
        item = self._decidable()
        if item is None:
            return
        if item.is_mark and item.label == label:
            self._go_on(item)
        else:
            self._decide(item, Kind.ACCEPT if item.label == label else Kind.RELABEL, label=label)

    def add(self, start: int, end: int, label: str) -> None:
        """Mark `[start, end)` with `label`; where the same range stands already, that item gets the label."""
        if self.opened is None or not self.may_write():
            return
        same = next((item for item in self.items if (item.start, item.end) == (start, end)), None)
        self.selection = None
        if same is not None:
            self.current = same
            self.label(label)
            return
        span = Span(start, end, label)
        if not self._may_stand(span, None):
            self.annotation_changed.emit()
            return
        surface = self.opened.article.text[start:end]
        draft = Draft(Kind.ADD, start=start, end=end, label=label, surface=surface, source="hand")
        written = self.write([draft, *self.opened.added_in_repeats(draft)], elsewhere=self.opened.elsewhere(None, draft))
        self.make_current(self.by_target(written.decisions[0].id))

    def move(self, edge: Edge, unit: Unit, step: int) -> None:
        """Move an edge of the current item by one word or character; `step` is 1 towards the end of the text, -1 towards its start."""
        item = self._decidable()
        if item is None or self.opened is None:
            return
        at = item.start if edge is Edge.START else item.end
        self._move(item, edge, moved(at, edge, unit, step, words=self.words, breaks=self.opened.article.layout.breaks))

    def move_to(self, edge: Edge, offset: int) -> None:
        """Move an edge of the current item to `offset` (code points), or to the side of a break there on which it may stand."""
        item = self._decidable()
        if item is not None and self.opened is not None:
            self._move(item, edge, placed(offset, edge, self.opened.article.layout.breaks))

    @property
    def ghost(self) -> tuple[Edge, int] | None:
        """The edge of the current item that was moved last, and where it stood before; None after anything else was done."""
        return (self._last_move.edge, self._last_move.was) if self._last_move is not None else None

    def flag(self) -> None:
        """Flag the current item (or the article, where it has none) as doubtful, or take the flag back."""
        if not self.may_write():
            return
        item = self.current
        flagged = item.flag if item is not None else self.annotation.article.flag
        target = item.target if item is not None else None
        self.write([Draft(Kind.FLAG, target=target, value=None if flagged else "doubt")])
        self.make_current(self.by_target(target))

    def note(self, text: str) -> None:
        """Write a note on the current item (or the article); an empty one takes the note back."""
        if not self.may_write():
            return
        target = self.current.target if self.current is not None else None
        self.write([Draft(Kind.NOTE, target=target, value=text.strip() or None)])
        self.make_current(self.by_target(target))

    def finish(self) -> None:
        """Finish the article and open the next one; with candidates undecided the first call only says how many."""
        if self.opened is None or not self.may_write():
            return
        if not self.annotation.article.is_finished:
            if self.undecided and not self._asked_to_finish:
                self._asked_to_finish = True
                self.said.emit(
                    QT_TRANSLATE_NOOP("Desk", "{count} candidates are undecided. Press Enter again to finish without them."),
                    {"count": self.undecided},
                )
                return
            presentation = annotating.present(self.project, self.opened.article.id, list(self.opened.candidates))
            self.write([Draft(Kind.FINISH, value=presentation)])
        self._open_next_unfinished()

    def reopen(self) -> None:
        """Take the finish of the open article back, as a decision of its own."""
        if self.annotation.article.is_finished and self.may_write():
            self.write([Draft(Kind.REOPEN)])

    def undo(self) -> None:
        """Take the last step back, in whatever article it was."""
        self._time_travel(
            self.project.ledger.undo(self.person) if self.may_write() else None, QT_TRANSLATE_NOOP("Desk", "There is nothing to undo.")
        )

    def redo(self) -> None:
        """Do again what undo took back."""
        self._time_travel(
            self.project.ledger.redo(self.person) if self.may_write() else None, QT_TRANSLATE_NOOP("Desk", "There is nothing to redo.")
        )

    def travel(self, written: Sequence[Written]) -> None:
        """Show what several undos or redos wrote in one go, and the place of the last."""
        if not written:
            return
        for one in written[:-1]:
            self.opened = self.opened.after(one) if self.opened is not None else None
        self._time_travel(written[-1], "")
        for article in {decision.article for one in written[:-1] for decision in one.decisions}:
            self.progress_changed.emit(article)

    # Inside

    def may_write(self) -> bool:
        """Say whether decisions can be written; where not, a sentence says why."""
        if self.is_writable:
            return True
        self.said.emit(QT_TRANSLATE_NOOP("Desk", "This project is open read-only here. Nothing is written."), {})
        return False

    def _decidable(self) -> Item | None:
        return self.current if self.may_write() else None

    def _move(self, item: Item, edge: Edge, to: int) -> None:
        """Write that `edge` of `item` stands at `to`; consecutive moves of one edge are one step."""
        span = self._moved(item, edge, to)
        if span is None or self.opened is None or not self._may_stand(span, item.target):
            return
        draft = self._draft(item, Kind.MOVE, span)
        last, self._last_move = self._last_move, None
        if last is None or (last.target, last.edge) != (item.target, edge):
            last = None
        again, elsewhere = self.opened.in_repeats(item, draft), self.opened.elsewhere(item, draft)
        written = self.write([draft, *again], step=last.step if last is not None else None, elsewhere=elsewhere)
        was = last.was if last is not None else item.start if edge is Edge.START else item.end
        self._last_move = _Move(item.target, edge, written.decisions[0].step, was)
        self.make_current(self.by_target(item.target))

    def _moved(self, item: Item, edge: Edge, to: int) -> Span | None:
        """Return the item's span with one edge at `to`; None where it cannot stand or stands already."""
        at = item.start if edge is Edge.START else item.end
        length = len(self.article.text) if self.article is not None else 0
        if to == at or to > length or (to >= item.end if edge is Edge.START else to <= item.start) or to < 0:
            return None
        old = Span(item.start, item.end, item.label)
        return move_start(old, to, text_length=length) if edge is Edge.START else move_end(old, to, text_length=length)

    def _may_stand(self, span: Span, target: str | None) -> bool:
        beside = self.opened.marks_beside(span, target) if self.opened is not None else ()
        clash = next((item for item in beside if not self.scheme.overlap.allows(span, Span(item.start, item.end, item.label))), None)
        if clash is None:
            return True
        self.said.emit(QT_TRANSLATE_NOOP("Desk", "The scheme does not allow this to overlap with “{surface}”."), {"surface": clash.surface})
        return False

    def _draft(self, item: Item, kind: Kind, span: Span) -> Draft:
        return Draft(
            kind,
            target=item.target,
            start=span.start,
            end=span.end,
            label=span.label,
            surface=self.article.text[span.start : span.end] if self.article else "",
            source=item.candidate.source if item.candidate else "hand",
            score=item.candidate.score if item.candidate else None,
            seconds=self.seconds,
        )

    def _decide(self, item: Item, kind: Kind, *, label: str | None = None) -> None:
        if self.opened is None:
            return
        at = self.opened.place(item)
        draft = self._draft(item, kind, Span(item.start, item.end, label or item.label))
        self.write([draft, *self.opened.in_repeats(item, draft)], elsewhere=self.opened.elsewhere(item, draft))
        self.go_on_from(at, item)

    def _go_on(self, item: Item) -> None:
        self._forget()
        if self.opened is not None:
            self.go_on_from(self.opened.place(item), item)

    def go_on_from(self, at: int, item: Item) -> None:
        """Go to the next undecided span after `item`, which was just decided and stood at place `at`."""
        if self.opened is None:
            return
        stays = self.opened.by_target(item.target)
        after = self.opened.undecided_from(at + 1 if stays is not None else at)
        if after is None:
            self.said.emit(
                QT_TRANSLATE_NOOP("Desk", "Nothing is left to decide here. Enter finishes the article and opens the next one."), {}
            )
            after = stays or (self.items[min(at, len(self.items) - 1)] if self.items else None)
        self.make_current(after)

    def write(
        self, drafts: list[Draft], *, step: str | None = None, elsewhere: Sequence[tuple[Assignment, Sequence[Draft]]] = ()
    ) -> Written:
        """Write one step on the open article, and on others `elsewhere`; returns when it is durable and has been shown.

        `step` continues an earlier one. The caller has asked `may_write`.
        """
        if self.opened is None:
            raise RuntimeError("no article is open")
        self._forget()
        written = self.project.ledger.append(
            self.opened.assignment, drafts, scheme_version=self.scheme.version, step=step, elsewhere=elsewhere
        )
        self._take(written)
        return written

    def _take(self, written: Written) -> None:
        """Show what was written, as far as it concerns the open article."""
        if self.opened is None:
            return
        self.opened = self.opened.after(written)
        if self.current is not None:
            self.current = self.opened.by_target(self.current.target)
        self.annotation_changed.emit()
        for article in dict.fromkeys((self.opened.article.id, *(decision.article for decision in written.decisions))):
            self.progress_changed.emit(article)

    def _time_travel(self, written: Written | None, nothing: str) -> None:
        self._forget()
        if written is None:
            if self.is_writable:
                self.said.emit(nothing, {})
            return
        first = written.decisions[0]
        if self.article is None or self.article.id != first.article:
            self.open(first.article, target=first.target)
            for article in dict.fromkeys(decision.article for decision in written.decisions):
                self.progress_changed.emit(article)
            return
        self._take(written)
        self.make_current(self.by_target(first.target) or self.current or (self.opened.undecided_from(0) if self.opened else None))

    @override
    def _forget(self) -> None:
        """A further move or a second Enter counts only directly after the first."""
        self._last_move = None
        self._asked_to_finish = False
