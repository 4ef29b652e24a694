"""What the window needs of a project to annotate: the list, an article with its candidates and decisions, the last place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.core.article import ArticleKind
from annotator.core.candidate import Candidate
from annotator.core.decision import Assignment, Condition, Decision, Kind
from annotator.core.errors import InputError
from annotator.core.fold import fold
from annotator.core.ids import annotator_id, assignment_id, normalised_name
from annotator.project.round_names import GOLD
from annotator.project.workspace import Project
from annotator.store import articles, candidates, people, tasks
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
    """Return the person's task on the article; where none was given, what they have begun, or an assignment that is not stored yet."""
    given = tasks.on_article(project.connection, annotator, article)
    if given is not None:
        return given
    row = project.connection.execute(
        """SELECT id, round, condition FROM assignment WHERE annotator = ? AND article = ? AND round <> ?
        ORDER BY round = 'main' DESC, id LIMIT 1""",
        (annotator, article, GOLD),
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
    """Return the annotator's article list in `order`: what was given to them in their current round, else every article.

    Of blind articles the list does not say how many candidates there would be.
    """
    given = tasks.assigned(project.connection, annotator)
    found = articles.rows_for(project.connection, annotator, kinds=kinds, round_name=_round(project, annotator), order=order)
    return found if given is None else [_as_given(row, given) for row in found if row.id in given]


def row(project: Project, annotator: str, article: str) -> ArticleRow | None:
    """Return one row of the annotator's article list."""
    found = articles.row_for(project.connection, annotator, article, round_name=_round(project, annotator))
    task = tasks.on_article(project.connection, annotator, article)
    return found if found is None or task is None else _as_given(found, {article: task})


def _round(project: Project, annotator: str) -> str:
    return tasks.current_round(project.connection, annotator) or MAIN_ROUND


def _as_given(row: ArticleRow, given: Mapping[str, Assignment]) -> ArticleRow:
    return replace(row, candidates=0) if given[row.id].condition is Condition.BLIND else row


def next_unfinished(project: Project, annotator: str, article: str | None, order: Order = Order.PAGE) -> str | None:
    """Return the article that the annotator does after `article`: the next one not finished, from the beginning where none follows."""
    connection = project.connection
    by_task = tasks.is_given(connection, annotator)
    return articles.next_unfinished(connection, annotator, article, order=order, round_name=_round(project, annotator), by_task=by_task)


def finished(project: Project, annotator: str) -> int:
    """Return how many articles the annotator has finished."""
    (count,) = project.connection.execute(
        "SELECT count(*) FROM assignment WHERE annotator = ? AND finished IS NOT NULL", (annotator,)
    ).fetchone()
    return int(count)


@dataclass(frozen=True, slots=True)
class LastStep:
    """Where the annotator's newest step was made: its first decision, and the id of its last one."""

    newest: str
    article: str
    target: str | None
    kind: Kind
    start: int | None


def last_step(project: Project, annotator: str) -> LastStep | None:
    """Return where the annotator decided last in this file; imported and merged decisions are no place."""
    newest = project.connection.execute(
        "SELECT id, step FROM decision WHERE annotator = ? AND here = 1 ORDER BY id DESC LIMIT 1", (annotator,)
    ).fetchone()
    if newest is None:
        return None
    # A step's id is drawn before those of its rows.
    article, target, kind, start = project.connection.execute(
        "SELECT article, target, kind, start FROM decision WHERE annotator = :who AND id >= :step AND here = 1 AND step = :step"
        " ORDER BY id",
        {"who": annotator, "step": newest[1]},
    ).fetchone()
    return LastStep(newest[0], article, target, Kind(kind), start)


def present(project: Project, article: str, shown: Sequence[str]) -> str:
    """Remember which candidates were on screen; return the presentation's id."""
    with transaction(project.connection):
        return candidates.remember_presentation(project.connection, article, shown)
