"""Page text to layouts: the whole way, from lines to articles with their breaks and repeats."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from annotator.core.article import ArticleKind, Layout, Repeat, Segment
from annotator.newsprint import fragments
from annotator.newsprint.breaks import joints
from annotator.newsprint.forms import holds_credit, opens_caption
from annotator.newsprint.lines import Line, split
from annotator.newsprint.page import ASIDE, FURNITURE, Form, Page
from annotator.newsprint.repeats import again, offset_of
from annotator.newsprint.roles import healed_lines
from annotator.newsprint.survey import survey

_TITLE_FORMS = frozenset({Form.TITLE, Form.SUBTITLE})
_PARAGRAPHS_APART = 2
"""The line breaks between paragraphs that are set with an empty line; more of them are the place of a picture."""


@dataclass(frozen=True, slots=True)
class Offer:
    """The page's `[start, end)`, printed in another article, may go on with the unfinished article number `article` of the reading."""

    start: int
    end: int
    article: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A page's layouts, in the order in which they begin on the page, and the joins that a person should decide."""

    layouts: tuple[Layout, ...]
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of one article, caption or piece of furniture, in reading order."""

    kind: ArticleKind
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cut:
    """How a page was cut: its lines, its parts by their first lines, the joins that were made, and those that are offered."""

    page: Page
    parts: tuple[Part, ...]
    made: tuple[fragments.Join, ...]
    offered: tuple[fragments.Join, ...]


def read(text: str) -> tuple[Layout, ...]:
    """Return the articles, captions and furniture of the page `text`, in the order in which they begin on the page.

    Every character lies in exactly one of them. A repeat's `of_article` is the decimal index of its layout in the result, or
    None for the same article.
    """
    return examine(text).layouts


def examine(text: str) -> Reading:
    """Return what `read` returns, with the joins of fragments that are likely but not sure."""
    lines = split(text)
    if not lines:
        return Reading((Layout(ArticleKind.FURNITURE, "", (Segment(0, 0, len(text)),)),) if text else ())
    found = cut(lines)
    offers = tuple(_offer(lines, found.parts, join) for join in found.offered)
    joined = joints(found.page) | {join.after: join.run[0] for join in found.made}
    return Reading(lay_out(text, found.page, found.parts, joined), offers)


def cut(lines: list[Line]) -> Cut:
    """Return how a page with these `lines` is cut into articles, captions and furniture."""
    page = survey(lines)
    parts = _parts(page)
    found = fragments.joins(page, [part.lines for part in parts if part.kind is ArticleKind.ARTICLE])
    made = tuple(join for join in found if join.is_sure)
    for join in made:
        parts = _moved(parts, join)
    parts.sort(key=lambda part: part.lines[0])
    return Cut(page, tuple(parts), made, tuple(join for join in found if not join.is_sure))


def read_whole(text: str) -> tuple[Layout, ...]:
    """Return the page `text` as one article (none if it is empty), with its breaks and repeats."""
    lines = split(text)
    if not lines:
        return (Layout(ArticleKind.ARTICLE, "", (Segment(0, 0, len(text)),)),) if text else ()
    page = survey(lines)
    part = Part(ArticleKind.ARTICLE, tuple(range(len(lines))))
    return lay_out(text, page, [part], {i: j for i, j in joints(page).items() if j == i + 1})


def _parts(page: Page) -> list[Part]:
    """Return which lines belong together, in the order of their first lines."""
    starts = set(page.starts)
    parts: list[tuple[ArticleKind, list[int]]] = []
    article: list[int] | None = None
    for i in range(len(page.lines)):
        article = None if i in starts else article
        kind = _kind(page, i)
        if kind is ArticleKind.ARTICLE:
            if article is None:
                article = []
                parts.append((kind, article))
            article.append(i)
        elif parts and parts[-1][0] is kind and parts[-1][1][-1] == i - 1 and not _begins_picture(page, i):
            parts[-1][1].append(i)
        else:
            parts.append((kind, [i]))
    return [Part(kind, tuple(lines)) for kind, lines in parts]


def _begins_picture(page: Page, i: int) -> bool:
    """Return whether the caption at line `i`, right below a picture's lines, is another picture's: it points, or a credit stands above."""
    text, above = page.lines[i].text, page.lines[i - 1].text
    return page.forms[i] is Form.CAPTION and (opens_caption(text) or holds_credit(above) or page.forms[i - 1] is Form.CREDIT)


def _kind(page: Page, i: int) -> ArticleKind:
    """Return what line `i` belongs to; the credit of a picture story, right below its body, belongs to the story."""
    form = page.forms[i]
    if form in FURNITURE:
        return ArticleKind.FURNITURE
    story = form is Form.CREDIT and i > 0 and page.forms[i - 1] is Form.BODY and page.lines[i].gap <= page.measure.gap
    return ArticleKind.CAPTION if form in ASIDE and not story else ArticleKind.ARTICLE


def _moved(parts: list[Part], join: fragments.Join) -> list[Part]:
    """Return `parts` with the lines of `join` behind the article that they go on with; a part left empty goes."""
    moved = set(join.run)
    changed = []
    for part in parts:
        if part.lines[-1] == join.after:
            changed.append(replace(part, lines=(*part.lines, *join.run)))
        elif kept := tuple(i for i in part.lines if i not in moved):
            changed.append(replace(part, lines=kept))
    return changed


def _offer(lines: Sequence[Line], parts: Sequence[Part], join: fragments.Join) -> Offer:
    article = next(k for k, part in enumerate(parts) if join.after in part.lines)
    return Offer(lines[join.run[0]].start, lines[join.run[-1]].end, article)


def lay_out(text: str, page: Page, parts: Sequence[Part], joined: Mapping[int, int]) -> tuple[Layout, ...]:
    """Return the layouts of `parts`, which hold every line of the page `text` once; `joined` says on which line a cut line goes on."""
    bounds = _bounds(text, page.lines, parts)
    layouts = []
    for part in parts:
        segments = _segments(part.lines, bounds)
        layouts.append(Layout(part.kind, _title(page, part), segments, _breaks(text, part, page.lines, bounds, joined)))
    return _with_repeats(text, layouts)


def _bounds(text: str, lines: Sequence[Line], parts: Sequence[Part]) -> list[int]:
    """Return where each line's share of the page begins, and the page's end: white space belongs to the line before it.

    Where a picture stood between two parts, the empty lines beyond one paragraph's distance go to what follows, as far as that is
    the picture's caption, or no more than such a distance itself.
    """
    owner = {i: k for k, part in enumerate(parts) for i in part.lines}
    bounds = [0, *(line.start for line in lines[1:]), len(text)]
    for i in range(1, len(lines)):
        end = lines[i - 1].end
        if owner[i] != owner[i - 1] and text.startswith("\n" * (_PARAGRAPHS_APART + 1), end):
            picture = parts[owner[i]].kind is ArticleKind.CAPTION
            if picture or lines[i].start - end <= 2 * _PARAGRAPHS_APART:
                bounds[i] = end + _PARAGRAPHS_APART
    return bounds


def _segments(lines: Iterable[int], bounds: Sequence[int]) -> tuple[Segment, ...]:
    """Return the ranges of the page that `lines` take, adjacent lines in one."""
    segments: list[Segment] = []
    at = 0
    for i in lines:
        start, length = bounds[i], bounds[i + 1] - bounds[i]
        if segments and segments[-1].page_start + segments[-1].length == start:
            last = segments.pop()
            segments.append(Segment(last.article_start, last.page_start, last.length + length))
        else:
            segments.append(Segment(at, start, length))
        at += length
    return tuple(segments)


def _title(page: Page, part: Part) -> str:
    """Return the title's lines and subtitles as one line; a caption or a piece of furniture is named by its first line."""
    if part.kind is not ArticleKind.ARTICLE:
        return " ".join(page.lines[part.lines[0]].text.split())
    found = []
    for i in part.lines:
        if page.forms[i] not in _TITLE_FORMS:
            break
        found.append(page.lines[i].text)
    return " ".join(" ".join(found).split())


def _breaks(text: str, part: Part, lines: Sequence[Line], bounds: Sequence[int], joined: Mapping[int, int]) -> tuple[tuple[int, int], ...]:
    """Return the breaks of an article: the line breaks behind each of its cut lines whose sentence goes on in its next line."""
    found = []
    at = 0
    for i, below in zip_longest(part.lines, part.lines[1:]):
        end, stop = lines[i].end, bounds[i + 1]
        if below is not None and joined.get(i) == below:
            rest = text[end:stop]
            start = at + end - bounds[i]
            found.append((start, start + rest.rfind("\n") + 1))
        at += stop - bounds[i]
    return tuple(span for span in found if span[0] < span[1])


def _with_repeats(text: str, layouts: list[Layout]) -> tuple[Layout, ...]:
    """Return `layouts` with the paragraphs that were printed before, healed paragraphs compared."""
    owns = [layout.text(text) for layout in layouts]
    places = [(k, *span) for k, layout in enumerate(layouts) for span in healed_lines(owns[k], layout.breaks)]
    words = [owns[k][start:end] for k, start, end in places]
    repeats: dict[int, list[Repeat]] = {}
    for i, found in again(words).items():
        (k, start, end), (of, of_start, _) = places[i], places[found.of]
        of_start += offset_of(words[found.of], found.at)
        repeats.setdefault(k, []).append(Repeat(start, end, of_start, None if of == k else str(of)))
    return tuple(replace(one, repeats=tuple(repeats[k])) if k in repeats else one for k, one in enumerate(layouts))
