"""Learning from a project's own decisions: what may be learned from, the models, what they are worth, names to offer for the lexicon."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.core.candidate import Candidate, Proposal
from annotator.core.decision import Cause, Decision, Kind
from annotator.core.fold import Annotation, Status, fold
from annotator.core.ids import content_id
from annotator.core.span import Span
from annotator.project.workspace import Project, now
from annotator.store import articles, candidates, knowledge, lessons, models
from annotator.store.articles import Article
from annotator.store.file import transaction
from annotator.store.models import Model
from annotator.suggest.learn_features import Example, example
from annotator.suggest.learn_tags import Marked
from annotator.suggest.learn_terms import Offer, offered_terms
from annotator.suggest.learned import Scorer, cross_validated
from annotator.suggest.tagger import MOST_CHARACTERS, Tagger, is_available
from annotator.suggest.training import trained_apart

_SCORER = "scorer"
# Nobody pressed a key for these; they say nothing that the decision they follow has not said.
_SECOND_HAND = frozenset({Cause.REPEAT, Cause.IMPORT})
_FOLDS = 3


@dataclass(frozen=True, slots=True)
class Learned:
    """What was learned now. `stamp` names it: equal for equal lessons. `tagger` is None with too few marks, or without CRFsuite."""

    scorer: Scorer
    tagger: Tagger | None
    stamp: str


@dataclass(frozen=True, slots=True)
class _Lesson:
    """One article that one person decided alone."""

    article: Article
    known: dict[str, Candidate]
    decisions: dict[str, Decision]
    annotation: Annotation
    is_finished: bool


def learn(project: Project) -> Learned:
    """Learn from the decisions made so far, keep the scorer and what the models are worth, and return them.

    Blind work, articles of two people, repeats, imports and what is undecided teach nothing; the tagger learns from finished articles.
    """
    work = list(_lessons(project))
    examples = [one for lesson in work for one in _examples(lesson)]
    marked = [_marked(lesson) for lesson in work if lesson.is_finished]
    scorer = Scorer().learn(examples)
    tagger = trained_apart(marked) if is_available() else None
    summary = {
        "examples": scorer.examples,
        "kept": scorer.kept,
        "scorer": [[m.threshold, m.precision, m.recall] for m in cross_validated(examples)],
        "tagger": _worth(marked) if tagger is not None else None,
        "characters": tagger.characters if tagger is not None else 0,
        "marks": tagger.marks if tagger is not None else 0,
    }
    with transaction(project.connection):
        models.put(project.connection, _SCORER, Model(scorer.to_json(), summary, now()))
    taught = [[m.text, [[s.start, s.end, s.label] for s in m.marks]] for m in marked] if tagger is not None else []
    return Learned(scorer, tagger, content_id("learned", scorer.to_json(), json.dumps(taught)))


def learned(project: Project) -> Model | None:
    """Return what was learned last, with precision and recall of its cross-validation; None where nothing was."""
    return models.get(project.connection, _SCORER)


def forget(project: Project) -> None:
    """Delete what was learned. Candidates follow with the next `suggest`."""
    with transaction(project.connection):
        models.delete(project.connection)


def offers(project: Project, *, at_least: int = 2) -> list[Offer]:
    """Return the names that people added by hand `at_least` times and the lexicon does not hold, the most frequent first."""
    added = [mark for lesson in _lessons(project) for mark in _by_hand(lesson)]
    return offered_terms(added, (entry.term for entry in knowledge.lexicon(project.connection)), at_least=at_least)


def _lessons(project: Project) -> Iterator[_Lesson]:
    connection = project.connection
    for assignment, article, is_finished in lessons.alone(connection):
        decisions = {d.id: d for d in project.ledger.decisions(assignment)}
        known = {c.id: c for c in candidates.of_article(connection, article, inactive=True)}
        yield _Lesson(articles.load(connection, article), known, decisions, fold(decisions.values(), known), is_finished)


def _examples(lesson: _Lesson) -> Iterator[Example]:
    text, breaks = lesson.article.text, lesson.article.layout.breaks
    for state in sorted(lesson.annotation.states.values(), key=lambda state: state.decided_by or ""):
        candidate, decision = lesson.known.get(state.target), lesson.decisions.get(state.decided_by or "")
        if candidate is not None and decision is not None and state.is_decided and decision.cause not in _SECOND_HAND:
            yield example(_as_proposed(candidate), text, breaks, kept=state.is_mark, article=lesson.article.id)


def _as_proposed(candidate: Candidate) -> Proposal:
    """Return the proposal with the trust of its source: a scorer that learned from its own scores would believe itself."""
    trust = candidate.score if candidate.trust is None else candidate.trust
    return Proposal(candidate.start, candidate.end, candidate.label, candidate.surface, candidate.sources, trust, candidate.reason)


def _marked(lesson: _Lesson) -> Marked:
    marks = tuple(Span(mark.start, mark.end, mark.label) for mark in lesson.annotation.marks())
    return Marked(lesson.article.text, marks, lesson.article.layout.breaks)


def _by_hand(lesson: _Lesson) -> Iterator[tuple[str, str]]:
    for mark in lesson.annotation.marks():
        decision = lesson.decisions.get(mark.decided_by or "")
        if decision is not None and decision.cause not in _SECOND_HAND and (mark.status is Status.ADDED or decision.kind is Kind.MOVE):
            yield mark.surface, mark.label


def _worth(marked: Sequence[Marked]) -> list[float | None]:
    """Return precision and recall (exact span and label) of the tagger on articles that it was not trained on, in three portions."""
    found = right = there = 0
    for portion in range(_FOLDS):
        others = [article for at, article in enumerate(marked) if at % _FOLDS != portion]
        tagger = trained_apart(others, most_characters=MOST_CHARACTERS // _FOLDS)
        for article in marked[portion::_FOLDS]:
            gold = set(article.marks)
            proposed = {Span(p.start, p.end, p.label) for p in tagger.propose(article.text, article.breaks)} if tagger else set()
            found, right, there = found + len(proposed), right + len(proposed & gold), there + len(gold)
    return [right / found if found else None, right / there if there else None]
