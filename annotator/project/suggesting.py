"""Compute the candidates of a project's articles. Decisions are never touched."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from annotator import places
from annotator.core.candidate import Candidate, Proposal
from annotator.core.pattern import Pattern, Scope, Veto
from annotator.project.workspace import Project
from annotator.store import articles, candidates, knowledge
from annotator.store.file import transaction
from annotator.suggest import Suggester, WordEdges

SOURCES = ("lexicon", "patterns")
_IMPORTED = "import:"
_A_BATCH = 200


def suggest(project: Project, *, sources: Iterable[str] = SOURCES, progress: Callable[[int, int], None] = lambda _done, _all: None) -> int:
    """Compute the candidates of every article from `sources`; return how many there are now.

    Candidates that came with an import stay. Work is written in batches, each complete, so that a stop leaves a sound project.
    """
    suggester = suggester_of(project, sources)
    (total,) = project.connection.execute("SELECT count(*) FROM article").fetchone()
    found = 0
    batch: list[tuple[str, list[Proposal]]] = []
    for done, article in enumerate(articles.each(project.connection)):
        batch.append((article.id, suggester.propose(article.text, article.layout.breaks)))
        if len(batch) == _A_BATCH:
            found += _write(project, batch)
            batch = []
            progress(done + 1, total)
    found += _write(project, batch)
    progress(total, total)
    return found


def suggester_of(project: Project, sources: Iterable[str] = SOURCES) -> Suggester:
    """Return the suggester with the project's lexicon and rules, as far as they are among `sources`."""
    wanted = set(sources)
    lexicon = knowledge.lexicon(project.connection)
    return Suggester(
        lexicon if "lexicon" in wanted else (),
        [_pattern(rule) for rule in knowledge.rules(project.connection, "pattern")] if "patterns" in wanted else (),
        [_veto(rule) for rule in knowledge.rules(project.connection, "veto")],
        word_edges=WordEdges(places.cache() / "words", (entry.term for entry in lexicon)),
    )


def _write(project: Project, batch: Iterable[tuple[str, list[Proposal]]]) -> int:
    with transaction(project.connection):
        return sum(candidates.replace(project.connection, article, _kept(project, article, new)) for article, new in batch)


def _kept(project: Project, article: str, new: Iterable[Proposal]) -> list[Proposal]:
    merged = {(p.start, p.end, p.label): p for p in new}
    for old in candidates.of_article(project.connection, article):
        imported = tuple(source for source in old.sources if source.startswith(_IMPORTED))
        if imported:
            merged[old.start, old.end, old.label] = _with(merged.get((old.start, old.end, old.label)), old, imported)
    return sorted(merged.values(), key=lambda p: (p.start, -p.end, p.label))


def _with(proposal: Proposal | None, old: Candidate, imported: tuple[str, ...]) -> Proposal:
    if proposal is None:
        return Proposal(old.start, old.end, old.label, old.surface, imported, old.score, "imported")
    sources = (*proposal.sources, *imported)
    return Proposal(proposal.start, proposal.end, proposal.label, proposal.surface, sources, proposal.score, proposal.reason)


def _pattern(rule: Mapping[str, Any]) -> Pattern:
    return Pattern(**{**_rule(rule), "scope": Scope(rule["scope"])})


def _veto(rule: Mapping[str, Any]) -> Veto:
    return Veto(**{**_rule(rule), "scope": Scope(rule["scope"])})


def _rule(rule: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in rule.items()}
