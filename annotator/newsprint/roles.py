"""What each paragraph of an article is, for showing it: title, byline, section head, body and so on."""

from collections.abc import Iterable
from dataclasses import replace

from annotator.core.article import ArticleKind, Layout, Paragraph, Role
from annotator.newsprint.forms import is_document_number, numbering
from annotator.newsprint.lines import is_row, split
from annotator.newsprint.page import Form
from annotator.newsprint.survey import survey

_ROLES = {
    Form.TITLE: Role.TITLE,
    Form.SUBTITLE: Role.SUBTITLE,
    Form.BYLINE: Role.BYLINE,
    Form.CAPTION: Role.CAPTION,
    Form.CREDIT: Role.CAPTION,
    Form.COLUMN: Role.FURNITURE,
    Form.IMPRINT: Role.FURNITURE,
}


def roles(text: str, layout: Layout) -> tuple[Paragraph, ...]:
    r"""Return the paragraphs of the article that `layout` cuts from the page `text`, in order.

    `text` may also be the article's own text, unless its segments are in another order than on a page that is all theirs. Every
    character that is not `\n` lies in exactly one paragraph, and a `\n` lies in one only where `layout.breaks` heals it.
    """
    on_page = max((s.page_start + s.length for s in layout.segments), default=0)
    own = layout.text(text) if len(text) >= on_page else text
    spans = healed_lines(own, layout.breaks)
    if layout.kind is not ArticleKind.ARTICLE:
        role = Role.CAPTION if layout.kind is ArticleKind.CAPTION else Role.FURNITURE
        return tuple(Paragraph(start, end, role) for start, end in spans)
    return tuple(_with_roles(own, spans, layout))


def with_paragraphs(text: str, layouts: Iterable[Layout]) -> tuple[Layout, ...]:
    """Return `layouts` of the page `text` with their paragraphs, so that showing an article needs no reading."""
    return tuple(replace(layout, paragraphs=roles(text, layout)) for layout in layouts)


def healed_lines(text: str, breaks: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """Return the ranges between line breaks, those that `breaks` heal running on."""
    spans: list[tuple[int, int]] = []
    healed = dict(breaks)
    start = at = 0
    while at <= len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        if stop in healed:
            at = healed[stop]
            continue
        if stop > start:
            spans.append((start, stop))
        start = at = stop + 1
    return spans


def _with_roles(text: str, spans: list[tuple[int, int]], layout: Layout) -> list[Paragraph]:
    """Return `spans` with their roles: the title's lines by the layout's title, the others by how they look."""
    lines = split(text)
    forms = dict(zip((line.start for line in lines), survey(lines).forms, strict=True))
    found: list[Paragraph] = []
    rest = layout.title.split()
    for k, (start, end) in enumerate(spans):
        words = text[start:end].split()
        form = forms.get(start, Form.BODY)
        if words and rest[: len(words)] == words:
            rest = rest[len(words) :]
            role = Role.SUBTITLE if form is Form.SUBTITLE else Role.TITLE
        elif "\n" in text[start:end]:
            role = Role.BODY
        elif form in {Form.HEAD, Form.TITLE}:
            above, below = (spans[n] if 0 <= n < len(spans) else (0, 0) for n in (k - 1, k + 1))
            heads = _heads(text[start:end], forms.get(below[0]) if below[1] else None, text[slice(*above)], text[slice(*below)])
            role = Role.SECTION if heads else Role.BODY
        else:
            role = _ROLES.get(form, Role.BODY)
        found.append(Paragraph(start, end, role))
    return found


def _heads(text: str, form_below: Form | None, above: str, below: str) -> bool:
    """Return whether the short line `text` is a section head: it has body below it, or a numbered head.

    A row of a table is none, nor a document's number, nor the last of numbered items that are body.
    """
    number = numbering(text)
    sibling = number and number == numbering(above) and above.endswith(tuple("。；;"))
    if sibling or is_row(text) or is_document_number(text):
        return False
    return form_below is Form.BODY or bool(number) or (form_below is Form.HEAD and bool(numbering(below)))
