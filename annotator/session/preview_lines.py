"""What stands on each line of a previewed page: its role, its article, what it goes on with, what it repeats."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from annotator.core.article import ArticleKind, Layout, Role
from annotator.newsprint.plan import Plan, layouts

_ROLES = {ArticleKind.ARTICLE: Role.BODY, ArticleKind.CAPTION: Role.CAPTION, ArticleKind.FURNITURE: Role.FURNITURE}


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of a page, in the order of the page.

    `index` is its place among the lines that hold anything, `number` its number in the file, counted from 1. `article` is the number of
    its article on the page, 0 for captions and furniture. `begins` says that its part begins with it. `goes_on_from`, `goes_on_at` and
    `repeats` are indexes of lines: the one whose sentence goes on here, the one on which this sentence goes on, the one printed before.
    `asks` is the number of the other article to which it may belong, 0 if there is no such question.
    """

    index: int
    number: int
    text: str
    role: Role
    kind: ArticleKind
    part: int
    article: int
    begins: bool
    goes_on_from: int | None = None
    goes_on_at: int | None = None
    repeats: int | None = None
    asks: int = 0


@dataclass(frozen=True, slots=True)
class PartFacts:
    """What was recognised in one part: `first` and `last` are line numbers of the file, `pieces` how many pieces of the page it joins."""

    kind: ArticleKind
    article: int
    title: str
    subtitle: str
    byline: str
    first: int
    last: int
    pieces: int
    breaks: int
    repeats: int
    characters: int


@dataclass(frozen=True, slots=True)
class PageView:
    """A plan as it is shown."""

    lines: tuple[PageLine, ...]
    parts: tuple[PartFacts, ...]

    @property
    def breaks(self) -> int:
        """How many breaks are healed."""
        return sum(part.breaks for part in self.parts)

    @property
    def repeats(self) -> int:
        """How many paragraphs are repeats."""
        return sum(part.repeats for part in self.parts)

    @property
    def captions(self) -> int:
        """How many captions are set aside."""
        return sum(part.kind is ArticleKind.CAPTION for part in self.parts)


def view_of(plan: Plan) -> PageView:
    """Return the lines and parts of `plan`; an excluded page is shown as it would be if it were not."""
    if plan.page is None:
        return PageView((), ())
    found = layouts(replace(plan, is_excluded=False))
    lines = _bare(plan)
    starts = [line.start for line in plan.page.lines]
    for part, layout in zip(plan.parts, found, strict=True):
        _fill(lines, part.lines, layout, found, starts)
    for question in plan.waiting:
        for i in question.run:
            lines[i] = replace(lines[i], asks=lines[question.after].article)
    return PageView(tuple(lines), tuple(_facts(lines, part.lines, layout) for part, layout in zip(plan.parts, found, strict=True)))


def _bare(plan: Plan) -> list[PageLine]:
    """Return the lines in the order of the page, not yet read."""
    page_lines = plan.page.lines if plan.page is not None else ()
    owners = dict(_owners(plan))
    lines = []
    number = 1
    for i, line in enumerate(page_lines):
        number += line.gap
        part, article = owners[i]
        kind = plan.parts[part].kind
        lines.append(PageLine(i, number, line.text, _ROLES[kind], kind, part, article, begins=plan.parts[part].lines[0] == i))
    return lines


def _owners(plan: Plan) -> Iterator[tuple[int, tuple[int, int]]]:
    article = 0
    for k, part in enumerate(plan.parts):
        is_article = part.kind is ArticleKind.ARTICLE
        article += is_article
        for i in part.lines:
            yield i, (k, article if is_article else 0)


def _fill(lines: list[PageLine], own: Sequence[int], layout: Layout, found: Sequence[Layout], starts: Sequence[int]) -> None:
    """Read the layout of the lines `own` (in reading order) into `lines`."""
    begins = _offsets(own, layout, starts)
    paragraphs = [p.start for p in layout.paragraphs]
    for i, at in zip(own, begins, strict=True):
        k = bisect_right(paragraphs, at) - 1
        if k >= 0:
            lines[i] = replace(lines[i], role=layout.paragraphs[k].role)
    for start, _ in layout.breaks:
        k = bisect_right(begins, start) - 1
        upper, lower = own[k], own[k + 1]
        lines[upper] = replace(lines[upper], goes_on_at=lower)
        lines[lower] = replace(lines[lower], goes_on_from=upper)
    for repeat in layout.repeats:
        original = layout if repeat.of_article is None else found[int(repeat.of_article)]
        first = bisect_right(starts, original.page_offset(repeat.of_start)) - 1
        for k in range(bisect_right(begins, repeat.start) - 1, bisect_right(begins, repeat.end - 1)):
            lines[own[k]] = replace(lines[own[k]], repeats=first)


def _offsets(own: Sequence[int], layout: Layout, starts: Sequence[int]) -> list[int]:
    """Return where each of the lines `own` begins in the article's text."""
    offsets = []
    segments = iter(layout.segments)
    segment = next(segments)
    for i in own:
        while not segment.page_start <= starts[i] < segment.page_start + segment.length:
            segment = next(segments)
        offsets.append(segment.article_start + starts[i] - segment.page_start)
    return offsets


def _facts(lines: Sequence[PageLine], own: Sequence[int], layout: Layout) -> PartFacts:
    numbers = [lines[i].number for i in own]

    def words(role: Role) -> str:
        return " ".join(lines[i].text for i in own if lines[i].role is role)

    return PartFacts(
        kind=layout.kind,
        article=lines[own[0]].article,
        title=words(Role.TITLE) if layout.kind is ArticleKind.ARTICLE else layout.title,
        subtitle=words(Role.SUBTITLE),
        byline=words(Role.BYLINE),
        first=min(numbers),
        last=max(numbers),
        pieces=len(layout.segments),
        breaks=len(layout.breaks),
        repeats=len(layout.repeats),
        characters=layout.length,
    )
