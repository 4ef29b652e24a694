"""The open article and everything an annotator does to it.

The desk owns the open annotation. Every command writes one step to the ledger and returns when it is durable; then one signal says
what changed. Widgets show what the desk holds and ask it for edits; they never talk to each other.
"""

import time
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from annotator.core.article import ArticleKind
from annotator.core.candidate import Candidate
from annotator.core.decision import Assignment, Cause, Condition, Draft, Kind
from annotator.core.display import DisplayMap
from annotator.core.fold import EMPTY, Annotation, ArticleState, Status, fold
from annotator.core.scheme import Overlap, Scheme
from annotator.core.span import Span, move_end, move_start
from annotator.project import annotating
from annotator.project.workspace import Project
from annotator.session.edges import Edge, Unit, moved
from annotator.session.items import Item, items_of, replaced
from annotator.session.repeats import counterparts, foldable, is_inside
from annotator.session.translating import QT_TRANSLATE_NOOP
from annotator.session.words import Words
from annotator.store.articles import Article, ArticleRow
from annotator.store.ledger import Written


class Desk(QObject):
    """One annotator at work on one project.

    Signals:
        article_changed: another article is open.
        annotation_changed: items of the open article changed.
        current_changed: another item is current.
        progress_changed: the row of an article (its id) in the article list is out of date.
        said: a sentence for the message area: its template and facts.
    """

    article_changed = Signal()
    annotation_changed = Signal()
    current_changed = Signal()
    progress_changed = Signal(str)
    said = Signal(str, dict)

    def __init__(self, project: Project, annotator: str, words: Words, parent: QObject | None = None) -> None:
        """Sit down as `annotator` (a name) at `project`; no article is open yet."""
        super().__init__(parent)
        self.project = project
        self.name = annotator
        self.scheme: Scheme = project.scheme()
        self.words = words
        self._person = annotating.person(project, annotator)
        self.article: Article | None = None
        self.display = DisplayMap("")
        self.annotation: Annotation = EMPTY
        self.items: tuple[Item, ...] = ()
        self.shows_repeats = False
        self._all_items: tuple[Item, ...] = ()
        self.current: Item | None = None
        self.selection: tuple[int, int] | None = None
        self._assignment: Assignment | None = None
        self._candidates: dict[str, Candidate] = {}
        self._shown_since = time.monotonic()
        self._last_move: tuple[str, Edge, str] | None = None
        self._asked_to_finish = False

    # What is there

    @property
    def is_writable(self) -> bool:
        """Whether decisions can be made: the file is open for writing."""
        return not self.project.file.read_only

    @property
    def undecided(self) -> int:
        """How many candidates of the open article wait for a decision."""
        return sum(not item.is_decided for item in self.items)

    @property
    def is_blind(self) -> bool:
        """Whether the open article is annotated without candidates."""
        return self._assignment is not None and self._assignment.condition is Condition.BLIND

    def rows(self) -> list[ArticleRow]:
        """Return the article list, in order; captions and articles, no furniture."""
        return annotating.rows(self.project, self._person, (ArticleKind.ARTICLE, ArticleKind.CAPTION))

    def row(self, article: str) -> ArticleRow | None:
        """Return one row of the article list."""
        return annotating.row(self.project, self._person, article)

    # Going about

    def open(self, article: str, *, target: str | None = None) -> None:
        """Open an article on its first undecided item, or on `target`."""
        opened = annotating.open_article(self.project, self._person, article)
        self.article, self._assignment = opened.article, opened.assignment
        self.annotation = fold(opened.decisions, {c.id: c for c in opened.known})
        seen = () if self.is_blind else (c for c in opened.known if c.id in opened.active or c.id in self.annotation.states)
        self._candidates = {c.id: c for c in seen}
        self._show_all(items_of(self._candidates.values(), self.annotation))
        self.display = DisplayMap(opened.article.text, opened.article.layout.breaks, folded=() if self.shows_repeats else self.repeats())
        self.words.open(opened.article.text, opened.article.layout.breaks)
        self.selection = None
        self._forget()
        self.current = self._by_target(target) or self._undecided_from(0) or (self.items[0] if self.items else None)
        self._shown_since = time.monotonic()
        self.article_changed.emit()
        self.current_changed.emit()

    def repeats(self) -> list[tuple[int, int]]:
        """Return the paragraphs of the open article that were printed before and can be folded."""
        return foldable(self.article.text, self.article.layout.repeats) if self.article is not None else []

    def toggle_repeats(self) -> None:
        """Show repeated paragraphs in full, or fold them again."""
        self.shows_repeats = not self.shows_repeats
        if self.article is not None:
            self.open(self.article.id, target=self.current.target if self.current is not None else None)

    def open_first(self) -> None:
        """Open where the annotator left off: the article of the last decision made here, else the first unfinished."""
        place = annotating.last_place(self.project, self._person)
        rows = self.rows()
        known = {row.id: row for row in rows}
        if place is not None and place in known and not known[place].finished:
            self.open(place)
            return
        first = next((row for row in rows if not row.finished), rows[0] if rows else None)
        if first is not None:
            self.open(first.id)

    def open_beside(self, step: int) -> None:
        """Open the next (1) or previous (-1) article of the list."""
        ids = [row.id for row in self.rows()]
        if self.article is None or self.article.id not in ids:
            return
        at = ids.index(self.article.id) + step
        if 0 <= at < len(ids):
            self.open(ids[at])
        else:
            self.said.emit(QT_TRANSLATE_NOOP("Desk", "There is no other article in this direction."), {})

    def go(self, step: int) -> None:
        """Make the next (1) or previous (-1) item current."""
        self._forget()
        if not self.items:
            return
        at = self._place(self.current) + step if self.current is not None else 0
        self._make_current(self.items[max(0, min(at, len(self.items) - 1))])

    def go_to(self, target: str) -> None:
        """Make the item of `target` current."""
        self._forget()
        self._make_current(self._by_target(target))

    def select(self, start: int, end: int) -> None:
        """Take `[start, end)` of the article's text as the selection; an empty range clears it."""
        self.selection = (start, end) if start < end else None

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
        if self.article is None or not self._may_write():
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
        surface = self.article.text[start:end]
        draft = Draft(Kind.ADD, start=start, end=end, label=label, surface=surface, source="hand")
        written = self._write([draft, *self._added_again(draft)])
        self._make_current(self._by_target(written.decisions[0].id))

    def move(self, edge: Edge, unit: Unit, step: int) -> None:
        """Move an edge of the current item by one word or character; `step` is 1 towards the end of the text, -1 towards its start."""
        item = self._decidable()
        if item is None or self.article is None:
            return
        at = item.start if edge is Edge.START else item.end
        to = moved(at, edge, unit, step, words=self.words, breaks=self.article.layout.breaks)
        old = Span(item.start, item.end, item.label)
        if not (0 <= to <= len(self.article.text)) or (edge is Edge.START and to >= item.end) or (edge is Edge.END and to <= item.start):
            return
        length = len(self.article.text)
        span = move_start(old, to, text_length=length) if edge is Edge.START else move_end(old, to, text_length=length)
        if span is old or not self._may_stand(span, item.target):
            return
        draft = self._draft(item, Kind.MOVE, label=span.label, start=span.start, end=span.end)
        continued = self._last_move is not None and self._last_move[:2] == (item.target, edge)
        step_id = self._last_move[2] if continued and self._last_move is not None else None
        written = self._write([draft, *self._again(item, draft)], step=step_id)
        self._last_move = (item.target, edge, written.decisions[0].step)
        self._make_current(self._by_target(item.target))

    def flag(self) -> None:
        """Flag the current item (or the article, where it has none) as doubtful, or take the flag back."""
        if not self._may_write():
            return
        item = self.current
        flagged = item.flag if item is not None else self.annotation.article.flag
        target = item.target if item is not None else None
        self._write([Draft(Kind.FLAG, target=target, value=None if flagged else "doubt")])
        self._make_current(self._by_target(target))

    def note(self, text: str) -> None:
        """Write a note on the current item (or the article); an empty one takes the note back."""
        if not self._may_write():
            return
        target = self.current.target if self.current is not None else None
        self._write([Draft(Kind.NOTE, target=target, value=text.strip() or None)])
        self._make_current(self._by_target(target))

    def finish(self) -> None:
        """Finish the article and open the next one; with candidates undecided the first call only says how many."""
        if self.article is None or not self._may_write():
            return
        if not self.annotation.article.is_finished:
            if self.undecided and not self._asked_to_finish:
                self._asked_to_finish = True
                self.said.emit(
                    QT_TRANSLATE_NOOP("Desk", "{count} candidates are undecided. Press Enter again to finish without them."),
                    {"count": self.undecided},
                )
                return
            presentation = annotating.present(self.project, self.article.id, list(self._candidates))
            self._write([Draft(Kind.FINISH, value=presentation)])
        self._open_next_unfinished()

    def reopen(self) -> None:
        """Take the finish of the open article back, as a decision of its own."""
        if self.annotation.article.is_finished and self._may_write():
            self._write([Draft(Kind.REOPEN)])

    def undo(self) -> None:
        """Take the last step back, in whatever article it was."""
        self._time_travel(
            self.project.ledger.undo(self._person) if self._may_write() else None, QT_TRANSLATE_NOOP("Desk", "There is nothing to undo.")
        )

    def redo(self) -> None:
        """Do again what undo took back."""
        self._time_travel(
            self.project.ledger.redo(self._person) if self._may_write() else None, QT_TRANSLATE_NOOP("Desk", "There is nothing to redo.")
        )

    # Inside

    def _place(self, item: Item) -> int:
        return next((i for i, other in enumerate(self.items) if other is item), 0)

    def _by_target(self, target: str | None) -> Item | None:
        return next((item for item in self.items if item.target == target), None) if target else None

    def _undecided_from(self, at: int) -> Item | None:
        return next(
            (item for item in (*self.items[at:], *self.items[:at]) if not item.is_decided and item.status is not Status.SKIPPED), None
        )

    def _may_write(self) -> bool:
        if self.is_writable:
            return True
        self.said.emit(QT_TRANSLATE_NOOP("Desk", "This project is open read-only here. Nothing is written."), {})
        return False

    def _decidable(self) -> Item | None:
        return self.current if self._may_write() else None

    def _may_stand(self, span: Span, target: str | None) -> bool:
        others = [item for item in self.items if item.is_mark and item.target != target]
        clash = next((o for o in others if span.overlaps(Span(o.start, o.end, o.label)) and not self._allowed(span, o)), None)
        if clash is None:
            return True
        self.said.emit(QT_TRANSLATE_NOOP("Desk", "The scheme does not allow this to overlap with “{surface}”."), {"surface": clash.surface})
        return False

    def _allowed(self, span: Span, other: Item) -> bool:
        if self.scheme.overlap is Overlap.ALLOW:
            return True
        inside = other.start <= span.start and span.end <= other.end
        around = span.start <= other.start and other.end <= span.end
        return self.scheme.overlap is Overlap.NEST and (inside or around)

    def _draft(self, item: Item, kind: Kind, *, label: str | None = None, start: int | None = None, end: int | None = None) -> Draft:
        start, end = item.start if start is None else start, item.end if end is None else end
        return Draft(
            kind,
            target=item.target,
            start=start,
            end=end,
            label=label or item.label,
            surface=self.article.text[start:end] if self.article else "",
            source=item.candidate.source if item.candidate else "hand",
            score=item.candidate.score if item.candidate else None,
            seconds=round(time.monotonic() - self._shown_since, 1),
        )

    def _decide(self, item: Item, kind: Kind, *, label: str | None = None) -> None:
        at = self._place(item)
        draft = self._draft(item, kind, label=label)
        self._write([draft, *self._again(item, draft)])
        self._go_on_from(at, item)

    def _again(self, item: Item, draft: Draft) -> list[Draft]:
        """Return the same decision for the item's counterparts in repeats of its paragraph."""
        if self.article is None or draft.start is None or draft.end is None:
            return []
        repeats = self.article.layout.repeats
        there = {(other.start, other.end): other for other in self._all_items if other.label == item.label} if repeats else {}
        pairs = counterparts([(item.start, item.end), (draft.start, draft.end)], self.article.text, repeats)
        return [
            replace(draft, target=there[place].target, start=start, end=end, seconds=None, cause=Cause.REPEAT)
            for place, (start, end) in pairs
            if place in there
        ]

    def _added_again(self, draft: Draft) -> list[Draft]:
        """Return the same mark for the repeats of its paragraph, where it does not stand yet."""
        if self.article is None or draft.start is None or draft.end is None:
            return []
        taken = {(item.start, item.end) for item in self._all_items}
        places = counterparts([(draft.start, draft.end)], self.article.text, self.article.layout.repeats)
        return [replace(draft, start=start, end=end, cause=Cause.REPEAT) for ((start, end),) in places if (start, end) not in taken]

    def _show_all(self, items: tuple[Item, ...]) -> None:
        """Show the items, those in folded repeats aside: they are decided with their original."""
        self._all_items = self.items = items
        folded = () if self.shows_repeats else self.repeats()
        if folded:
            self.items = tuple(item for item in items if not is_inside(item.start, item.end, folded))

    def _go_on(self, item: Item) -> None:
        self._go_on_from(self._place(item), item)

    def _go_on_from(self, at: int, item: Item) -> None:
        stays = self._by_target(item.target)
        after = self._undecided_from(at + 1 if stays is not None else at)
        if after is None:
            self.said.emit(
                QT_TRANSLATE_NOOP("Desk", "Nothing is left to decide here. Enter finishes the article and opens the next one."), {}
            )
            after = stays or (self.items[min(at, len(self.items) - 1)] if self.items else None)
        self._make_current(after)

    def _write(self, drafts: list[Draft], *, step: str | None = None) -> Written:
        if self._assignment is None:
            raise RuntimeError("no article is open")
        self._forget()
        written = self.project.ledger.append(self._assignment, drafts, scheme_version=self.scheme.version, step=step)
        self._take(written)
        return written

    def _take(self, written: Written) -> None:
        """Show what was written, as far as it concerns the open article."""
        if self._assignment is None or self.article is None:
            return
        states = written.states.get(self._assignment.id, {})
        article: ArticleState = written.articles.get(self._assignment.id, self.annotation.article)
        self.annotation = self.annotation.with_states(states, article)
        self._show_all(replaced(self._all_items, states, self._candidates, self.annotation.states))
        if self.current is not None:
            self.current = self._by_target(self.current.target)
        self.annotation_changed.emit()
        self.progress_changed.emit(self.article.id)

    def _time_travel(self, written: Written | None, nothing: str) -> None:
        self._forget()
        if written is None:
            if self.is_writable:
                self.said.emit(nothing, {})
            return
        first = written.decisions[0]
        if self.article is None or self.article.id != first.article:
            self.open(first.article, target=first.target)
            self.progress_changed.emit(first.article)
            return
        self._take(written)
        self._make_current(self._by_target(first.target) or self.current or self._undecided_from(0))

    def _open_next_unfinished(self) -> None:
        rows = self.rows()
        at = next((i for i, row in enumerate(rows) if self.article is not None and row.id == self.article.id), -1)
        following = next((row for row in (*rows[at + 1 :], *rows[: at + 1]) if not row.finished), None)
        if following is None:
            self.said.emit(QT_TRANSLATE_NOOP("Desk", "All articles are finished."), {})
        else:
            self.open(following.id)

    def _make_current(self, item: Item | None) -> None:
        self.current = item
        self._shown_since = time.monotonic()
        self.current_changed.emit()

    def _forget(self) -> None:
        """A further move or a second Enter counts only directly after the first."""
        self._last_move = None
        self._asked_to_finish = False
