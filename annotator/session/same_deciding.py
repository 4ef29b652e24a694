"""All the same mentions decided in one step; and all that remains, where the project lead allows it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from annotator.core.decision import Assignment, Cause, Draft, Kind
from annotator.core.fold import Status
from annotator.core.span import Span
from annotator.session.desk import Desk
from annotator.session.items import Item
from annotator.session.open_article import OpenArticle
from annotator.session.same import REJECT, Elsewhere, Place, Verdict

InOthers = Sequence[tuple[Assignment, list[Draft]]]


def decide(desk: Desk, chosen: Sequence[Place], kept: Sequence[Place], verdict: Verdict, others: Sequence[Elsewhere] = ()) -> int:
    """Write the verdict on the `chosen` places, and on `others` in other articles, as one step; return how many spans were decided.

    `kept` are the places that were shown and not ticked. A plain place beside a mark that the scheme does not let it overlap with is
    left out. The next span that waits becomes the current one. The caller has asked `may_write`.
    """
    opened = desk.opened
    if opened is None:
        return 0
    standing = [place for place in chosen if may_stand(opened, desk.scheme.overlap.allows, place, verdict.label)]
    made = [draft if draft.cause else replace(draft, seconds=desk.seconds) for draft in drafts(opened, standing, verdict)]
    far = [(other.opened.assignment, drafts(other.opened, other.places, verdict)) for other in others]
    if not made and not far:
        return 0
    here, follows = with_repeats(opened, made, kept)
    _write(desk, here, united(far, follows))
    return len(made) + sum(len(some) for _, some in far)


def accept_rest(desk: Desk) -> int:
    """Accept every candidate of the open article that nobody has looked at, as one step; return how many they were."""
    made = rest(desk.opened) if desk.opened is not None and desk.may_write() else []
    if desk.opened is not None and made:
        here, follows = with_repeats(desk.opened, made)
        _write(desk, here, follows)
    return len(made)


def _write(desk: Desk, here: list[Draft], elsewhere: InOthers) -> None:
    current, at = desk.current, desk.opened.place(desk.current) if desk.opened is not None and desk.current is not None else 0
    desk.selection = None
    desk.write(here, elsewhere=elsewhere)
    if current is not None:
        desk.go_on_from(at, current)
    elif desk.opened is not None:
        desk.make_current(desk.opened.undecided_from(0))


def rest(opened: OpenArticle) -> list[Draft]:
    """Return the acceptance of every candidate that nobody has looked at; of several on one range that of the best score."""
    best: dict[tuple[int, int], Item] = {}
    for item in opened.items:
        if item.status is Status.OPEN and item.candidate is not None:
            other = best.setdefault((item.start, item.end), item)
            if other.candidate is not None and item.candidate.score > other.candidate.score:
                best[item.start, item.end] = item
    marked = {(item.start, item.end) for item in opened.items if item.is_mark}
    return [_on(item, Kind.ACCEPT, item.label, Cause.REST) for spot, item in best.items() if spot not in marked]


def drafts(opened: OpenArticle, chosen: Sequence[Place], verdict: Verdict) -> list[Draft]:
    """Return the decisions that give the chosen places the verdict; what is so already, or cannot be, gets none."""
    return [draft for place in chosen for draft in _decisions(opened, place, verdict)]


def _decisions(opened: OpenArticle, place: Place, verdict: Verdict) -> Iterator[Draft]:
    cause = None if place.is_subject else Cause.SAME
    if verdict == REJECT:
        for item in place.items:
            if item.candidate is not None and item.status is not Status.REJECTED:
                yield _on(item, Kind.REJECT, item.label, cause)
    elif place.item is None:
        surface = opened.article.text[place.start : place.end]
        yield Draft(Kind.ADD, start=place.start, end=place.end, label=verdict.label, surface=surface, source="hand", cause=cause)
    elif not any(item.is_mark and item.label == verdict.label for item in place.items):
        item = next((item for item in place.items if item.label == verdict.label and not place.items[0].is_mark), place.items[0])
        yield _on(item, Kind.ACCEPT if item.label == verdict.label else Kind.RELABEL, verdict.label, cause)


def _on(item: Item, kind: Kind, label: str, cause: Cause | None) -> Draft:
    candidate = item.candidate
    return Draft(
        kind,
        target=item.target,
        start=item.start,
        end=item.end,
        label=label,
        surface=item.surface,
        source=candidate.source if candidate is not None else "hand",
        score=candidate.score if candidate is not None else None,
        cause=cause,
    )


def may_stand(opened: OpenArticle, allows: Callable[[Span, Span], bool], place: Place, label: str) -> bool:
    """Say whether the scheme (`allows`) lets a mark stand at a plain place beside the marks that are there."""
    span = Span(place.start, place.end, label)
    beside = (Span(item.start, item.end, item.label) for item in opened.marks_beside(span, None))
    return bool(place.items) or all(allows(span, other) for other in beside)


def with_repeats(opened: OpenArticle, made: Sequence[Draft], kept: Iterable[Place] = ()) -> tuple[list[Draft], InOthers]:
    """Return `made` with what follows in repeats here, and what follows in other articles, as single decisions have it.

    What the person saw and left as it is (`kept`), and what `made` decides itself, follows nothing.
    """
    by_target = {item.target: item for item in opened.all_items}
    mine = {draft.target for draft in made} | {item.target for place in kept for item in place.items}
    ranges = {(draft.start, draft.end) for draft in made} | {(place.start, place.end) for place in kept}
    here = list(made)
    others: dict[str, tuple[Assignment, dict[object, Draft]]] = {}
    for draft in made:
        item = by_target.get(draft.target or "")
        again = opened.in_repeats(item, draft) if item is not None else opened.added_in_repeats(draft)
        here += (d for d in again if (d.target not in mine if d.target is not None else (d.start, d.end) not in ranges))
        for assignment, more in opened.elsewhere(item, draft):
            known = others.setdefault(assignment.id, (assignment, {}))[1]
            known |= {_key(d): d for d in more}
    return _once(here), [(assignment, list(known.values())) for assignment, known in others.values()]


def united(first: InOthers, second: InOthers) -> InOthers:
    """Return what both say about other articles; of two decisions on one span the first counts."""
    known: dict[str, tuple[Assignment, dict[object, Draft]]] = {}
    for assignment, some in (*first, *second):
        kept = known.setdefault(assignment.id, (assignment, {}))[1]
        for draft in some:
            kept.setdefault(_key(draft), draft)
    return [(assignment, list(kept.values())) for assignment, kept in known.values()]


def _once(some: Iterable[Draft]) -> list[Draft]:
    first: dict[object, Draft] = {}
    for draft in some:
        first.setdefault(_key(draft), draft)
    return list(first.values())


def _key(draft: Draft) -> object:
    return draft.target or (draft.start, draft.end)
