"""A page's cut as a person edits it before anything is stored: every edit returns a new plan, the same one where nothing changes.

Lines are named by their index among the lines that hold anything, parts by their index in the plan. However a plan is edited,
every line lies in exactly one part, so every character of the page lies in exactly one article.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from annotator.core.article import ArticleKind, Layout, Paragraph, Segment
from annotator.newsprint.breaks import joints
from annotator.newsprint.lines import split as lines_of
from annotator.newsprint.page import ASIDE, FURNITURE, Form, Page, is_head
from annotator.newsprint.reading import Part, cut, lay_out, read
from annotator.newsprint.roles import roles, with_paragraphs

_KEPT = {
    ArticleKind.ARTICLE: frozenset(Form) - FURNITURE - {Form.CAPTION},
    ArticleKind.CAPTION: ASIDE,
    ArticleKind.FURNITURE: FURNITURE,
}
_TAKEN_FOR = {ArticleKind.ARTICLE: Form.BODY, ArticleKind.CAPTION: Form.CAPTION, ArticleKind.FURNITURE: Form.COLUMN}


@dataclass(frozen=True, slots=True)
class Question:
    """The lines `run`, printed in another article, may go on with the article that stops at line `after`."""

    after: int
    run: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """One page and how it will be cut.

    `parts` come in the order of their first lines. `starts` are the lines at which articles begin, `joins` pairs of lines of which the
    second goes on with the first although it was printed elsewhere. `single` are the lines of repeats that are decided by themselves.
    """

    text: str
    page: Page | None
    parts: tuple[Part, ...] = ()
    starts: frozenset[int] = frozenset()
    joins: tuple[tuple[int, int], ...] = ()
    questions: tuple[Question, ...] = ()
    single: frozenset[int] = frozenset()
    is_excluded: bool = False

    def part_of(self, line: int) -> int:
        """Return which part holds `line`.

        Raises:
            IndexError: the page has no such line.
        """
        for k, part in enumerate(self.parts):
            if line in part.lines:
                return k
        raise IndexError(line)

    @property
    def articles(self) -> int:
        """How many articles the page will have."""
        return sum(part.kind is ArticleKind.ARTICLE for part in self.parts)

    @property
    def waiting(self) -> tuple[Question, ...]:
        """The questions that are still open: their lines stand together in one article, which is not the one they may go on with."""
        return tuple(question for question in self.questions if self._is_open(question))

    def _is_open(self, question: Question) -> bool:
        host, article = (self.parts[self.part_of(line)] for line in (question.run[0], question.after))
        together = set(question.run) <= set(host.lines)
        return together and host is not article and host.kind is article.kind is ArticleKind.ARTICLE and not self.is_excluded


def plan(text: str) -> Plan:
    """Return the page `text` as it would be cut without a person."""
    lines = lines_of(text)
    if not lines:
        return Plan(text, None)
    found = cut(lines)
    return Plan(
        text,
        found.page,
        found.parts,
        frozenset(found.page.starts),
        tuple((join.after, join.run[0]) for join in found.made),
        tuple(Question(join.after, join.run) for join in found.offered),
    )


def layouts(edited: Plan) -> tuple[Layout, ...]:
    """Return the layouts of the plan with their paragraphs, as `read` and `with_paragraphs` would; none if the page is excluded."""
    if edited.is_excluded:
        return ()
    if edited.page is None:
        return with_paragraphs(edited.text, read(edited.text))
    page = _page(edited, edited.page)
    joined = joints(page) | dict(edited.joins)
    found = lay_out(edited.text, page, edited.parts, joined)
    single = (_without_single(one, page, edited.single) for one in found)
    return tuple(replace(one, paragraphs=_paragraphs(one.text(edited.text), one.kind, one.title, one.breaks)) for one in single)


@lru_cache(maxsize=1024)
def _paragraphs(own: str, kind: ArticleKind, title: str, breaks: tuple[tuple[int, int], ...]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of an article with the text `own`; an edit changes one or two articles of a page, the others are known."""
    return roles(own, Layout(kind, title, (Segment(0, 0, len(own)),), breaks))


def _page(edited: Plan, page: Page) -> Page:
    """Return the page with each line taken for what the plan makes of it; articles begun by a person may begin with a title."""
    begun = edited.starts.difference(page.starts)
    changes: dict[int, Form] = {}
    for part in edited.parts:
        changes |= {i: _TAKEN_FOR[part.kind] for i in part.lines if page.forms[i] not in _KEPT[part.kind]}
        first = part.lines[0]
        if part.kind is ArticleKind.ARTICLE and first in begun and _may_be_title(page, first):
            changes[first] = Form.TITLE
    return replace(page.with_forms(changes), starts=tuple(sorted(edited.starts)))


def _may_be_title(page: Page, i: int) -> bool:
    return page.forms[i] is Form.HEAD or (page.forms[i] is Form.BODY and is_head(page.lines[i].text, page.measure.width))


def _without_single(layout: Layout, page: Page, single: frozenset[int]) -> Layout:
    if not single or not layout.repeats:
        return layout
    starts = {page.lines[i].start for i in single}
    kept = tuple(repeat for repeat in layout.repeats if layout.page_offset(repeat.start) not in starts)
    return replace(layout, repeats=kept)


# Edits


def split(edited: Plan, line: int) -> Plan:
    """Return the plan with its part divided at `line`: what begins there is a part of its own of the same kind."""
    k = edited.part_of(line)
    part = edited.parts[k]
    at = part.lines.index(line)
    if at == 0:
        return edited
    above, below = replace(part, lines=part.lines[:at]), replace(part, lines=part.lines[at:])
    starts = edited.starts | {line} if part.kind is ArticleKind.ARTICLE else edited.starts
    return _with_parts(edited, [*edited.parts[:k], above, below, *edited.parts[k + 1 :]], starts)


def merge(edited: Plan, k: int) -> Plan:
    """Return the plan with part `k` in the part above: an article in the article above, anything else in whatever is above."""
    above = line_above(edited, k)
    if above is None:
        return edited
    lines = edited.parts[k].lines
    return _put(edited, lines, above, edited.starts.difference(lines[:1]))


def move_boundary(edited: Plan, k: int, step: int) -> Plan:
    """Return the plan with the beginning of part `k` a line further down (1) or up (-1); no part loses its last line."""
    above = line_above(edited, k)
    if above is None:
        return edited
    part = edited.parts[k]
    first = part.lines[0]
    owner = edited.part_of(above)
    if step > 0:
        if len(part.lines) == 1:
            return edited
        return _put(edited, (first,), above, _moved_start(edited, first, part.lines[1]))
    if len(edited.parts[owner].lines) == 1:
        return edited
    parts = list(edited.parts)
    parts[owner] = replace(parts[owner], lines=tuple(i for i in parts[owner].lines if i != above))
    parts[k] = replace(part, lines=(above, *part.lines))
    return _with_parts(edited, parts, _moved_start(edited, first, above))


def set_kind(edited: Plan, k: int, kind: ArticleKind) -> Plan:
    """Return the plan with part `k` as an article, a caption or furniture."""
    part = edited.parts[k]
    if part.kind is kind:
        return edited
    first = {part.lines[0]}
    starts = edited.starts | first if kind is ArticleKind.ARTICLE else edited.starts - first
    parts = [*edited.parts]
    parts[k] = replace(part, kind=kind)
    return _with_parts(edited, parts, starts)


def set_aside(edited: Plan, lines: Iterable[int], kind: ArticleKind) -> Plan:
    """Return the plan with `lines` (of one part) as a part of their own, a caption or furniture; what is left of theirs stays together."""
    wanted = tuple(lines)
    k = edited.part_of(wanted[0])
    part = edited.parts[k]
    if set(part.lines) <= set(wanted):
        return set_kind(edited, k, kind)
    if part.kind is kind:
        return edited
    rest = replace(part, lines=tuple(i for i in part.lines if i not in wanted))
    # Where a person cuts the first line off, the article begins with the next.
    starts = _moved_start(edited, part.lines[0], rest.lines[0]) if part.lines[0] != rest.lines[0] else edited.starts
    return _with_parts(edited, [*edited.parts[:k], rest, Part(kind, wanted), *edited.parts[k + 1 :]], starts)


def give_back(edited: Plan, k: int) -> Plan:
    """Return the plan with part `k` as running text: in the article above, unless an article was found to begin with it."""
    part = edited.parts[k]
    above = _above(edited, part.lines[0], only_articles=True)
    begins = edited.page is not None and part.lines[0] in edited.page.starts
    if part.kind is ArticleKind.ARTICLE or begins or above is None:
        return set_kind(edited, k, ArticleKind.ARTICLE)
    return _put(edited, part.lines, above, edited.starts)


def join(edited: Plan, question: Question) -> Plan:
    """Return the plan with the lines in question behind the article they go on with."""
    if question not in edited.waiting:
        return edited
    joined = replace(edited, joins=(*edited.joins, (question.after, question.run[0])))
    return _put(_answered(joined, question), question.run, question.after, edited.starts)


def decline(edited: Plan, question: Question, kind: ArticleKind = ArticleKind.ARTICLE) -> Plan:
    """Return the plan with the lines in question as a part of their own, by default an article."""
    if question not in edited.waiting:
        return edited
    answered = _answered(edited, question)
    if kind is ArticleKind.ARTICLE:
        return split(answered, question.run[0])
    return set_aside(answered, question.run, kind)


def exclude(edited: Plan, *, is_excluded: bool) -> Plan:
    """Return the plan with the whole page left out, or in again."""
    return edited if edited.is_excluded == is_excluded else replace(edited, is_excluded=is_excluded)


def decide_repeat_by_itself(edited: Plan, line: int, *, is_single: bool) -> Plan:
    """Return the plan with the repeat at `line` (one of the page's) decided by itself, or with its original again."""
    single = edited.single | {line} if is_single else edited.single - {line}
    return edited if single == edited.single else replace(edited, single=single)


def line_above(edited: Plan, k: int) -> int | None:
    """Return the line above part `k` to whose part its lines would go; for an article captions and furniture are looked past."""
    part = edited.parts[k]
    return _above(edited, part.lines[0], only_articles=part.kind is ArticleKind.ARTICLE)


# Inside


def _above(edited: Plan, line: int, *, only_articles: bool) -> int | None:
    own = edited.part_of(line)
    owners = {i: k for k, part in enumerate(edited.parts) for i in part.lines}
    for i in range(line - 1, -1, -1):
        k = owners[i]
        if k != own and (not only_articles or edited.parts[k].kind is ArticleKind.ARTICLE):
            return i
    return None


def _put(edited: Plan, lines: tuple[int, ...], after: int, starts: frozenset[int]) -> Plan:
    """Return the plan with `lines` behind line `after`; behind what was joined to that line, where something was."""
    parts = []
    for part in edited.parts:
        kept = tuple(i for i in part.lines if i not in lines)
        if after in kept:
            at = _end_of_joined(edited, kept, kept.index(after))
            kept = (*kept[:at], *lines, *kept[at:])
        if kept:
            parts.append(replace(part, lines=kept))
    return _with_parts(edited, parts, starts)


def _end_of_joined(edited: Plan, lines: tuple[int, ...], at: int) -> int:
    """Return the place behind `lines[at]`; the end, where a fragment from elsewhere was joined to that line."""
    follows = lines[at + 1] if at + 1 < len(lines) else None
    return len(lines) if (lines[at], follows) in edited.joins else at + 1


def _moved_start(edited: Plan, old: int, new: int) -> frozenset[int]:
    return (edited.starts - {old}) | {new} if old in edited.starts else edited.starts


def _answered(edited: Plan, question: Question) -> Plan:
    return replace(edited, questions=tuple(other for other in edited.questions if other != question))


def _with_parts(edited: Plan, parts: Iterable[Part], starts: frozenset[int]) -> Plan:
    ordered = tuple(sorted(parts, key=lambda part: part.lines[0]))
    return replace(edited, parts=ordered, starts=starts)
