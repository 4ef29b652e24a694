"""What the window needs of a project to annotate: the list, an article with its candidates and decisions, the last place."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.core.article import ArticleKind
from annotator.core.candidate import Candidate
from annotator.core.decision import Assignment, Condition, Decision
from annotator.core.errors import InputError
from annotator.core.ids import annotator_id, assignment_id, normalised_name
from annotator.project.workspace import Project
from annotator.store import articles, candidates, people
from annotator.store.articles import Article, ArticleRow
from annotator.store.file import transaction

MAIN_ROUND = "main"


@dataclass(frozen=True, slots=True)
class Opened:
    """An article ready to be annotated. `known` are all its candidates ever, `active` the ids of those proposed now."""

    article: Article
    assignment: Assignment
    known: tuple[Candidate, ...]
    active: frozenset[str]
    decisions: tuple[Decision, ...]


def person(project: Project, name: str) -> str:
    """Return the id of the person called `name`, who is remembered where the project can be written.

    Raises:
        InputError: the name is blank.
    """
    if not normalised_name(name):
        raise InputError("A person needs a name with at least one letter.")
    return annotator_id(name) if project.file.read_only else people.add(project.connection, name)


def open_article(project: Project, annotator: str, article: str) -> Opened:
    """Return the article for the annotator.

    Where nobody assigned anything an assignment is thought of, and stored with its first decision.
    """
    connection = project.connection
    row = connection.execute(
        "SELECT id, round, condition FROM assignment WHERE annotator = ? AND article = ? ORDER BY round = 'main' DESC, id LIMIT 1",
        (annotator, article),
    ).fetchone()
    if row is None:
        assignment = Assignment(assignment_id(article, annotator, MAIN_ROUND, Condition.SHOWN), article, annotator)
    else:
        assignment = Assignment(row[0], article, annotator, row[1], Condition(row[2]))
    return Opened(
        article=articles.load(connection, article),
        assignment=assignment,
        known=tuple(candidates.of_article(connection, article, inactive=True)),
        active=frozenset(c.id for c in candidates.of_article(connection, article)),
        decisions=tuple(project.ledger.decisions(assignment.id)),
    )


def rows(project: Project, annotator: str, kinds: Sequence[ArticleKind]) -> list[ArticleRow]:
    """Return the annotator's article list in order."""
    return articles.rows_for(project.connection, annotator, kinds=kinds)


def row(project: Project, annotator: str, article: str) -> ArticleRow | None:
    """Return one row of the annotator's article list."""
    return articles.row_for(project.connection, annotator, article)


def last_place(project: Project, annotator: str) -> str | None:
    """Return the article of the annotator's newest decision made in this file."""
    found = project.connection.execute(
        "SELECT article FROM decision WHERE annotator = ? AND here = 1 ORDER BY id DESC LIMIT 1", (annotator,)
    ).fetchone()
    return None if found is None else str(found[0])


def present(project: Project, article: str, shown: Sequence[str]) -> str:
    """Remember which candidates were on screen; return the presentation's id."""
    with transaction(project.connection):
        return candidates.remember_presentation(project.connection, article, shown)
