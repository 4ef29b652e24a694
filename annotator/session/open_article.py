"""The article on the desk, as values: its spans, what the decisions made of them, how it is shown.

Decisions give a new value; nothing here is written or painted.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter

from annotator.core.article import Repeat
from annotator.core.candidate import Candidate
from annotator.core.decision import Assignment, Cause, Condition, Draft
from annotator.core.display import DisplayMap
from annotator.core.fold import DECIDED, Annotation, Status, fold
from annotator.core.span import Span
from annotator.project.annotating import Opened
from annotator.session.items import Item, items_of, replaced
from annotator.session.repeats import counterparts, foldable, is_inside
from annotator.store.articles import Article
from annotator.store.ledger import Written

_STATUS = attrgetter("status")


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """One article for one annotator.

    `items` are the spans to decide, in text order; `all_items` also those in folded repeats, which are decided with their original.
    `repeats` are the ranges that are folded, or dimmed where everything is shown. `echoes` are other articles that print paragraphs of
    this one again.
    """

    article: Article
    assignment: Assignment
    candidates: Mapping[str, Candidate]
    annotation: Annotation
    display: DisplayMap
    repeats: tuple[tuple[int, int], ...]
    is_folded: bool
    all_items: tuple[Item, ...]
    items: tuple[Item, ...]
    echoes: tuple["OpenArticle", ...] = ()

    @classmethod
    def of(cls, opened: Opened, *, is_folded: bool, is_raw: bool = False) -> "OpenArticle":
        """Return what the annotator sees of an article.

        With `is_folded`, paragraphs printed before are shown only by their beginning; with `is_raw`, breaks are not healed.
        """
        article, layout = opened.article, opened.article.layout
        annotation = fold(opened.decisions, {c.id: c for c in opened.known})
        is_blind = opened.assignment.condition is Condition.BLIND
        seen = () if is_blind else _seen(opened, annotation)
        candidates = {c.id: c for c in seen}
        repeats = tuple(foldable(article.text, layout.repeats, opened.originals))
        items = items_of(candidates.values(), annotation)
        display = DisplayMap(article.text, () if is_raw else layout.breaks, folded=repeats if is_folded else ())
        shown = _shown(items, repeats, is_folded=is_folded)
        echoes = tuple(cls.of(echo, is_folded=is_folded) for echo in opened.echoes)
        return cls(article, opened.assignment, candidates, annotation, display, repeats, is_folded, items, shown, echoes)

    @property
    def is_blind(self) -> bool:
        """Whether it is annotated without candidates."""
        return self.assignment.condition is Condition.BLIND

    @property
    def undecided(self) -> int:
        """How many items wait for a decision."""
        # Counted at every key: by C, not by a loop of ours.
        statuses = Counter(map(_STATUS, self.items))
        return len(self.items) - sum(statuses[status] for status in DECIDED)

    def after(self, written: Written) -> "OpenArticle":
        """Return the article after a step, as far as the step concerns it."""
        states = written.states.get(self.assignment.id, {})
        echoes = tuple(echo.after(written) for echo in self.echoes)
        annotation = self.annotation.with_states(states, written.articles.get(self.assignment.id, self.annotation.article))
        items = replaced(self.all_items, states, self.candidates, annotation.states)
        return replace(
            self, annotation=annotation, all_items=items, items=_shown(items, self.repeats, is_folded=self.is_folded), echoes=echoes
        )

    def place(self, item: Item) -> int:
        """Return where `item` stands among the items."""
        return next((i for i, other in enumerate(self.items) if other is item), 0)

    def by_target(self, target: str | None) -> Item | None:
        """Return the item of a target, or None."""
        return next((item for item in self.items if item.target == target), None) if target else None

    def undecided_from(self, at: int) -> Item | None:
        """Return the next item from place `at` that nobody has looked at, from the beginning where none follows."""
        return next((item for item in self._from(at) if not item.is_decided and item.status is not Status.SKIPPED), None)

    def marks_beside(self, span: Span, target: str | None) -> Iterator[Item]:
        """Yield the marks, other than that of `target`, that share characters with `span`."""
        for item in self.items:
            if item.start < span.end and span.start < item.end and item.is_mark and item.target != target:
                yield item

    def in_repeats(self, item: Item, draft: Draft) -> list[Draft]:
        """Return the decision `draft` on `item` again, for its counterparts in repeats of its paragraph in this article."""
        return self._again(item, draft, self, None)

    def added_in_repeats(self, draft: Draft) -> list[Draft]:
        """Return the mark that `draft` adds again, for repeats in this article where nothing stands yet."""
        return self._added_again(draft, self, None)

    def elsewhere(self, item: Item | None, draft: Draft) -> list[tuple[Assignment, list[Draft]]]:
        """Return the decision `draft` on `item` (None: an added mark) again, for other articles that print the paragraph too."""
        mine = self.article.id
        found = (
            (echo.assignment, self._added_again(draft, echo, mine) if item is None else self._again(item, draft, echo, mine))
            for echo in self.echoes
        )
        return [(assignment, drafts) for assignment, drafts in found if drafts]

    def _again(self, item: Item, draft: Draft, echo: "OpenArticle", of: str | None) -> list[Draft]:
        if draft.start is None or draft.end is None or not echo.article.layout.repeats:
            return []
        there = {(other.start, other.end): other for other in echo.all_items if other.label == item.label}
        spans = [(item.start, item.end), (draft.start, draft.end)]
        return [
            replace(draft, target=there[place].target, start=start, end=end, seconds=None, cause=Cause.REPEAT)
            for place, (start, end) in counterparts(spans, self.article.text, echo.article.text, echo.repeats_of(of))
            if place in there
        ]

    def _added_again(self, draft: Draft, echo: "OpenArticle", of: str | None) -> list[Draft]:
        if draft.start is None or draft.end is None or not echo.article.layout.repeats:
            return []
        taken = {(item.start, item.end) for item in echo.all_items}
        places = counterparts([(draft.start, draft.end)], self.article.text, echo.article.text, echo.repeats_of(of))
        return [replace(draft, start=start, end=end, cause=Cause.REPEAT) for ((start, end),) in places if (start, end) not in taken]

    def repeats_of(self, article: str | None) -> Iterator[Repeat]:
        """Yield the repeats of paragraphs of `article` that say just the same; None is this one, whose repeats all do."""
        for repeat in self.article.layout.repeats:
            if repeat.of_article == article and (article is None or (repeat.start, repeat.end) in self.repeats):
                yield repeat

    def _from(self, at: int) -> Iterator[Item]:
        yield from self.items[at:]
        yield from self.items[:at]


def _seen(opened: Opened, annotation: Annotation) -> Iterator[Candidate]:
    """Yield what is proposed and what was decided; a span that was decided under another name does not come back."""
    decided = {(state.start, state.end) for state in annotation.states.values() if state.is_decided}
    for candidate in opened.known:
        if candidate.id in annotation.states or (candidate.id in opened.active and (candidate.start, candidate.end) not in decided):
            yield candidate


def _shown(items: tuple[Item, ...], repeats: tuple[tuple[int, int], ...], *, is_folded: bool) -> tuple[Item, ...]:
    if not repeats or not is_folded:
        return items
    return tuple(item for item in items if not is_inside(item.start, item.end, repeats))
