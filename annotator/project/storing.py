"""Store a page that was cut into articles."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from annotator.core.article import Layout
from annotator.core.errors import InputError
from annotator.core.ids import article_id, sha256_of
from annotator.project.reports import ImportReport
from annotator.project.workspace import Project, now
from annotator.store import articles, search
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


def store_again(project: Project, page: str, layouts: Sequence[Layout]) -> ImportReport:
    """Cut a stored page anew, in one transaction.

    Raises:
        InputError: somebody has begun to work on it.
    """
    connection = project.connection
    with transaction(connection):
        if articles.is_begun(connection, page):
            raise begun()
        search.forget_page(connection, page)
        new = articles.recut(connection, page, _with_ids(page, layouts))
    return ImportReport(files=1, pages=1, articles=len(new))


def begun() -> InputError:
    """Return why a page cannot be cut anew."""
    return InputError("This page was begun: its articles stay as they are, so that no decision loses its place.")


def _with_ids(page_sha256: str, layouts: Sequence[Layout]) -> list[Layout]:
    """Return a page's layouts with the ids of the articles that their repeats are of, instead of their places among the layouts."""
    ids = [article_id(page_sha256, layout.segments) for layout in layouts]
    return [
        replace(layout, repeats=tuple(r if r.of_article is None else replace(r, of_article=ids[int(r.of_article)]) for r in layout.repeats))
        for layout in layouts
    ]
