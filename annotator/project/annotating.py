"""What the window needs of a project to annotate: the list, an article with its candidates and decisions, the last place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.core.article import ArticleKind
from annotator.core.candidate import Candidate
from annotator.core.decision import Assignment, Condition, Decision
from annotator.core.errors import InputError
from annotator.core.fold import fold
from annotator.core.ids import annotator_id, assignment_id, normalised_name
from annotator.project.workspace import Project
from annotator.store import articles, candidates, people
from annotator.store.articles import Article, ArticleRow, Order
from annotator.store.file import transaction

MAIN_ROUND = "main"


@dataclass(frozen=True, slots=True)
class Opened:
    """An article ready to be annotated.

    `known` are all its candidates ever, `active` the ids of those proposed now. `originals` are the texts of the articles that its
    repeats are of, by id. `echoes` are the articles that print its paragraphs again, as far as the annotator works on them alike.
    """

    article: Article
    assignment: Assignment
    known: tuple[Candidate, ...]
    active: frozenset[str]
    decisions: tuple[Decision, ...]
    originals: Mapping[str, str]
    echoes: tuple["Opened", ...] = ()


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
    opened = _opened(project, _assignment(project, annotator, article))
    beside = (_opened(project, _assignment(project, annotator, echo)) for echo in articles.echoes(project.connection, article))
    return replace(opened, echoes=tuple(echo for echo in beside if _is_alike(echo, opened)))


def _is_alike(echo: Opened, opened: Opened) -> bool:
    """Repeats are decided together for one person, round and condition, and only in what is not finished."""
    mine, its = opened.assignment, echo.assignment
    return (its.round, its.condition) == (mine.round, mine.condition) and not fold(echo.decisions, {}).article.is_finished


def _assignment(project: Project, annotator: str, article: str) -> Assignment:
    row = project.connection.execute(
        "SELECT id, round, condition FROM assignment WHERE annotator = ? AND article = ? ORDER BY round = 'main' DESC, id LIMIT 1",
        (annotator, article),
    ).fetchone()
    if row is None:
        return Assignment(assignment_id(article, annotator, MAIN_ROUND, Condition.SHOWN), article, annotator)
    return Assignment(row[0], article, annotator, row[1], Condition(row[2]))


def _opened(project: Project, assignment: Assignment) -> Opened:
    connection, article = project.connection, articles.load(project.connection, assignment.article)
    others = {r.of_article for r in article.layout.repeats if r.of_article is not None}
    return Opened(
        article=article,
        assignment=assignment,
        known=tuple(candidates.of_article(connection, article.id, inactive=True)),
        active=candidates.active_ids(connection, article.id),
        decisions=tuple(project.ledger.decisions(assignment.id)),
        originals={other: articles.text_of(connection, other) for other in others},
    )


def rows(project: Project, annotator: str, kinds: Sequence[ArticleKind], order: Order = Order.PAGE) -> list[ArticleRow]:
    """Return the annotator's article list in order."""
    return articles.rows_for(project.connection, annotator, kinds=kinds, order=order)


def next_unfinished(project: Project, annotator: str, article: str | None, order: Order = Order.PAGE) -> str | None:
    """Return the article that the annotator does after `article`: the next one not finished, from the beginning where none follows."""
    return articles.next_unfinished(project.connection, annotator, article, order=order)


def row(project: Project, annotator: str, article: str) -> ArticleRow | None:
    """Return one row of the annotator's article list."""
    return articles.row_for(project.connection, annotator, article)


def finished(project: Project, annotator: str) -> int:
    """Return how many articles the annotator has finished."""
    (count,) = project.connection.execute(
        "SELECT count(*) FROM assignment WHERE annotator = ? AND finished IS NOT NULL", (annotator,)
    ).fetchone()
    return int(count)


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
