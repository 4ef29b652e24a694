"""Store a page that was cut into articles."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from annotator.core.article import Layout
from annotator.core.ids import article_id, sha256_of
from annotator.project.reports import ImportReport
from annotator.project.workspace import Project, now
from annotator.store import articles
from annotator.store.articles import FileRecord
from annotator.store.file import transaction


def store_page(
    project: Project, text: str, record: FileRecord, layouts: Sequence[Layout], *, meta: Mapping[str, str] | None = None
) -> ImportReport:
    """Store a page cut into `layouts` (with their paragraphs) and its file in one transaction; a page that is known adds nothing.

    `meta` is what else is known of the page: date, paper, page number.
    """
    sha256 = sha256_of(text)
    with transaction(project.connection):
        new = articles.add_page(project.connection, sha256, text, _with_ids(sha256, layouts), meta or {})
        articles.add_file(project.connection, sha256, record, now())
    known = {record.name: record.encoding}
    return ImportReport(files=1, pages=int(bool(new)), articles=len(new), known=int(not new), encodings=known)


def _with_ids(page_sha256: str, layouts: Sequence[Layout]) -> list[Layout]:
    """Return a page's layouts with the ids of the articles that their repeats are of, instead of their places among the layouts."""
    ids = [article_id(page_sha256, layout.segments) for layout in layouts]
    return [
        replace(layout, repeats=tuple(r if r.of_article is None else replace(r, of_article=ids[int(r.of_article)]) for r in layout.repeats))
        for layout in layouts
    ]
