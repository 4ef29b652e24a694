"""Compute the candidates of a project's articles. Decisions are never touched."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from annotator import places
from annotator.core.candidate import Candidate, Proposal
from annotator.core.ids import content_id
from annotator.core.pattern import Pattern, Scope, Veto
from annotator.project.learning import Learned, learn
from annotator.project.showing import showing
from annotator.project.workspace import Project
from annotator.store import articles, candidates, knowledge, lessons
from annotator.store.candidates import Scored
from annotator.store.file import transaction
from annotator.suggest import Suggester, WordEdges

SOURCES = ("lexicon", "patterns", "learned")
# Names that a model guesses are asked for; what is listed and ruled is what everybody begins with.
USUAL = SOURCES[:2]
_IMPORTED = "import:"
_A_BATCH = 200
# Counts up whenever the same text, lexicon and rules give other candidates than before.
_WAYS = 1


def suggest(
    project: Project,
    *,
    sources: Iterable[str] = USUAL,
    anew: bool = False,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> int:
    """Compute the candidates from `sources`; return how many there are now.

    Only articles whose candidates were computed from something else are looked at (`anew`: all). With `learned` among the sources
    the program learns from the decisions first, and articles that somebody has begun or was given keep what they have, so that all who
    read them see the same. Candidates that came with an import stay. Work is written in batches, each complete, so that a stop leaves
    a sound project and the next call goes on.

    Raises:
        ProjectError: the file is somebody's task: everybody who got one works with the same candidates.
    """
    project.check_whole()
    wanted = set(sources)
    taught = learn(project) if "learned" in wanted else None
    stamp = _stamp(project, wanted, taught)
    work = _Work(project, _suggester(project, wanted, taught), taught, stamp, showing(project).hide_below)
    waiting = _waiting(project, stamp, anew=anew, keeps_begun=taught is not None)
    for first in range(0, len(waiting), _A_BATCH):
        work.write(waiting[first : first + _A_BATCH])
        progress(min(first + _A_BATCH, len(waiting)), len(waiting))
    progress(len(waiting), len(waiting))
    (total,) = project.connection.execute("SELECT coalesce(sum(candidates), 0) FROM article").fetchone()
    return int(total)


def suggester_of(project: Project, sources: Iterable[str] = USUAL) -> Suggester:
    """Return the suggester with the project's lexicon and rules, as far as they are among `sources`; nothing learned."""
    return _suggester(project, set(sources), None)


def _suggester(project: Project, wanted: set[str], taught: Learned | None) -> Suggester:
    lexicon = knowledge.lexicon(project.connection)
    return Suggester(
        lexicon if "lexicon" in wanted else (),
        [_pattern(rule) for rule in knowledge.rules(project.connection, "pattern")] if "patterns" in wanted else (),
        [_veto(rule) for rule in knowledge.rules(project.connection, "veto")],
        word_edges=WordEdges(places.cache() / "words", (entry.term for entry in lexicon)),
        also=taught.tagger if taught is not None else None,
    )


def _stamp(project: Project, wanted: set[str], taught: Learned | None) -> str:
    """Return a name for all that candidates follow from, besides the text."""
    known = knowledge.fingerprint(project.connection)
    return content_id("candidates", _WAYS, *sorted(wanted), known, showing(project).hide_below, taught.stamp if taught else "")


def _waiting(project: Project, stamp: str, *, anew: bool, keeps_begun: bool) -> list[str]:
    """Return the articles to look at, in order."""
    kept = lessons.begun(project.connection) if keeps_begun else set()
    return [article for article, other in candidates.stamps(project.connection) if article not in kept and (anew or other != stamp)]


@dataclass(frozen=True, slots=True)
class _Work:
    project: Project
    suggester: Suggester
    taught: Learned | None
    stamp: str
    hide_below: float

    def write(self, batch: Iterable[str]) -> None:
        found = [(article, self._proposed(article)) for article in batch]
        with transaction(self.project.connection):
            for article, new in found:
                candidates.replace(self.project.connection, article, _kept(self.project, article, new), stamp=self.stamp)

    def _proposed(self, article: str) -> list[Scored]:
        loaded = articles.load(self.project.connection, article)
        text, breaks = loaded.text, loaded.layout.breaks
        every = [self._scored(proposal, text, breaks) for proposal in self.suggester.propose(text, breaks)]
        return [one for one in every if one.proposal.score >= self.hide_below]

    def _scored(self, proposal: Proposal, text: str, breaks: Sequence[tuple[int, int]]) -> Scored:
        if self.taught is None:
            return Scored(proposal)
        score = self.taught.scorer.score(proposal, text, breaks)
        return Scored(replace(proposal, score=score), proposal.score)


def _kept(project: Project, article: str, new: Iterable[Scored]) -> list[Scored]:
    merged = {(s.proposal.start, s.proposal.end, s.proposal.label): s for s in new}
    for old in candidates.of_article(project.connection, article):
        imported = tuple(source for source in old.sources if source.startswith(_IMPORTED))
        if imported:
            merged[old.start, old.end, old.label] = _with(merged.get((old.start, old.end, old.label)), old, imported)
    return sorted(merged.values(), key=lambda s: (s.proposal.start, -s.proposal.end, s.proposal.label))


def _with(scored: Scored | None, old: Candidate, imported: tuple[str, ...]) -> Scored:
    if scored is None:
        return Scored(Proposal(old.start, old.end, old.label, old.surface, imported, old.score, "imported"))
    return Scored(replace(scored.proposal, sources=(*scored.proposal.sources, *imported)), scored.trust)


def _pattern(rule: Mapping[str, Any]) -> Pattern:
    return Pattern(**{**_rule(rule), "scope": Scope(rule["scope"])})


def _veto(rule: Mapping[str, Any]) -> Veto:
    return Veto(**{**_rule(rule), "scope": Scope(rule["scope"])})


def _rule(rule: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in rule.items()}
