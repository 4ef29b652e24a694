"""Occurrences in many articles decided in one step, as single decisions would be: with repeats, and never in finished articles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.core.decision import Assignment, Draft
from annotator.core.fold import DECIDED, MARKS
from annotator.core.scheme import Scheme
from annotator.project import annotating
from annotator.project.workspace import Project
from annotator.session.items import Item
from annotator.session.open_article import OpenArticle
from annotator.session.same import REJECT, Doubt, Place, Verdict
from annotator.session.same_deciding import drafts, may_stand, united, with_repeats

Spot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Prepared:
    """What would be written, by assignment. `decided` occurrences get the verdict; the others are left out, each for its reason.

    `articles` are the ids of those in which something is decided.
    """

    drafts: tuple[tuple[Assignment, tuple[Draft, ...]], ...] = ()
    articles: tuple[str, ...] = ()
    decided: int = 0
    finished: int = 0
    refused: int = 0
    unchanged: int = 0


def prepared(
    project: Project,
    annotator: str,
    scheme: Scheme,
    chosen: Mapping[str, Sequence[Spot]],
    *,
    kept: Mapping[str, Sequence[Spot]],
    verdict: Verdict,
) -> Prepared:
    """Return the decisions that give `verdict` to the places `chosen` in articles (by id).

    `kept` were shown and not ticked, and follow nothing. In blind articles there are no candidates, so labels add marks there and
    nothing is rejected. An occurrence beside a mark that the scheme does not let it overlap with is refused.
    """
    lists: list[tuple[Assignment, list[Draft]]] = []
    follows: list[tuple[Assignment, list[Draft]]] = []
    articles: list[str] = []
    decided = finished = refused = unchanged = 0
    spots = {(article, spot) for some in (chosen, kept) for article, listed in some.items() for spot in listed}
    for article, listed in chosen.items():
        opened = OpenArticle.of(annotating.open_article(project, annotator, article), is_folded=False)
        if opened.annotation.article.is_finished:
            finished += len(listed)
            continue
        places = [place_at(opened, *spot, verdict) for spot in listed]
        standing = [place for place in places if verdict == REJECT or may_stand(opened, scheme.overlap.allows, place, verdict.label)]
        refused += len(places) - len(standing)
        made = drafts(opened, standing, verdict)
        count = len({(draft.start, draft.end) for draft in made})
        unchanged += len(standing) - count
        if not made:
            continue
        decided += count
        articles.append(article)
        here, elsewhere = with_repeats(opened, made, [place_at(opened, *spot, verdict) for spot in kept.get(article, ())])
        lists.append((opened.assignment, here))
        # What the person saw of another article follows nothing either: it is ticked or it is not.
        follows += [(other, [d for d in some if (other.article, (d.start, d.end)) not in spots]) for other, some in elsewhere]
    everything = united(lists, [(other, some) for other, some in follows if some])
    return Prepared(
        tuple((assignment, tuple(some)) for assignment, some in everything), tuple(articles), decided, finished, refused, unchanged
    )


def place_at(opened: OpenArticle, start: int, end: int, verdict: Verdict) -> Place:
    """Return the place `[start, end)` with the spans that stand on exactly it, those that have the verdict's label first."""
    here = [item for item in opened.all_items if (item.start, item.end) == (start, end)]
    return Place(start, end, tuple(sorted(here, key=lambda item: _rank(item, verdict))), Doubt.NONE)


def _rank(item: Item, verdict: Verdict) -> tuple[bool, bool, bool]:
    return item.status not in MARKS, item.label != verdict.label, item.status not in DECIDED
