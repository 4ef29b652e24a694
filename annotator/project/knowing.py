"""What candidates follow from, as one value: lexicon, rules, register, names not to be offered, thresholds. Edits return another one.

Decisions are never touched. A mention keeps the id it was linked to, so an entry of the register with linked mentions cannot go: when
it is merged into another one, its names go there, and it stays behind under a name that says where they went.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from typing import TypeVar

from annotator import places
from annotator.core.lexicon import LexiconEntry
from annotator.core.pattern import Pattern, Scope, Veto
from annotator.core.programme import Programme
from annotator.project.linking import name_key
from annotator.project.showing import Showing, set_showing, showing
from annotator.project.workspace import Project
from annotator.store import knowledge
from annotator.store.file import transaction

_REFUSED = "refused_terms"
ARROW = " → "
Rule = TypeVar("Rule", Pattern, Veto)
_Row = TypeVar("_Row", LexiconEntry, Programme)


@dataclass(frozen=True, slots=True)
class Known:
    """Everything candidates follow from besides texts and decisions, and the register. `refused`: terms that are not offered again."""

    lexicon: tuple[LexiconEntry, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    vetoes: tuple[Veto, ...] = ()
    programmes: tuple[Programme, ...] = ()
    refused: tuple[str, ...] = ()
    showing: Showing = field(default_factory=Showing)


def known(project: Project) -> Known:
    """Return what the project knows now; the lexicon by term, the register by id, rules in their order."""
    connection = project.connection
    return Known(
        tuple(knowledge.lexicon(connection)),
        tuple(_rule(Pattern, rule) for rule in knowledge.rules(connection, "pattern")),
        tuple(_rule(Veto, rule) for rule in knowledge.rules(connection, "veto")),
        tuple(knowledge.programmes(connection)),
        tuple(json.loads(project.file.setting(_REFUSED) or "[]")),
        showing(project),
    )


def keep(project: Project, before: Known, after: Known) -> None:
    """Store what differs between `before`, which the project knows, and `after`; all of it durably, or nothing.

    Raises:
        ProjectError: the file cannot be written.
    """
    connection = project.connection
    with transaction(connection):
        if after.lexicon != before.lexicon:
            knowledge.swap_lexicon(connection, *_difference(before.lexicon, after.lexicon))
        if after.programmes != before.programmes:
            knowledge.swap_programmes(connection, *_difference(before.programmes, after.programmes))
        if after.patterns != before.patterns:
            knowledge.put_rules(connection, "pattern", [asdict(rule) for rule in after.patterns])
        if after.vetoes != before.vetoes:
            knowledge.put_rules(connection, "veto", [asdict(rule) for rule in after.vetoes])
        if after.refused != before.refused:
            project.file.set(_REFUSED, json.dumps(after.refused, ensure_ascii=False))
        if after.showing != before.showing:
            set_showing(project, after.showing)


def moves_candidates(before: Known, after: Known) -> bool:
    """Say whether candidates computed from `before` are out of date with `after`."""
    return _proposing(before) != _proposing(after)


def is_task(project: Project) -> bool:
    """Say whether the file was handed out to somebody, with its candidates."""
    return project.file.setting("role") == "task"


def linked(project: Project) -> dict[str, int]:
    """Return by programme how many marks are linked to it."""
    return knowledge.linked(project.connection)


# The lexicon


def with_entries(old: Known, entries: Iterable[LexiconEntry], *, instead_of: LexiconEntry | None = None) -> Known:
    """Return `old` with `entries` in its lexicon; those of the same term and label, and `instead_of`, go."""
    held = {(entry.term, entry.label): entry for entry in old.lexicon if entry != instead_of}
    held |= {(entry.term, entry.label): entry for entry in entries}
    return replace(old, lexicon=tuple(held[key] for key in sorted(held)))


def without_entries(old: Known, entries: Iterable[LexiconEntry]) -> Known:
    """Return `old` without `entries` in its lexicon."""
    gone = set(entries)
    return replace(old, lexicon=tuple(entry for entry in old.lexicon if entry not in gone))


def refusing(old: Known, term: str) -> Known:
    """Return `old` with `term` among those that are not offered again."""
    return old if is_refused(old, term) else replace(old, refused=(*old.refused, term))


def is_refused(held: Known, term: str) -> bool:
    """Say whether `term`, however it is written, is not to be offered."""
    return name_key(term) in {name_key(one) for one in held.refused}


# Rules


def put_rule(rules: tuple[Rule, ...], rule: Rule, *, after: str = "") -> tuple[Rule, ...]:
    """Return `rules` with `rule` in the place of the one with its id; a new one comes behind the rule `after`, or last."""
    ids = [one.id for one in rules]
    if rule.id in ids:
        return tuple(rule if one.id == rule.id else one for one in rules)
    place = ids.index(after) + 1 if after in ids else len(ids)
    return rules[:place] + (rule,) + rules[place:]  # noqa: RUF005 (mypy loses the type of an unpacked tuple)


def with_rules(old: Known, patterns: Iterable[Pattern], vetoes: Iterable[Veto]) -> Known:
    """Return `old` with rules of a file: those of a known id are replaced where they stand, the others come last."""
    held, rulings = old.patterns, old.vetoes
    for pattern in patterns:
        held = put_rule(held, pattern)
    for veto in vetoes:
        rulings = put_rule(rulings, veto)
    return replace(old, patterns=held, vetoes=rulings)


def new_id(held: Known) -> str:
    """Return a free id for a rule of one's own."""
    taken = {rule.id for rule in held.patterns} | {rule.id for rule in held.vetoes} | shipped_rules()
    return next(free for n in range(1, len(taken) + 2) if (free := f"own-{n}") not in taken)


@cache
def shipped_rules() -> frozenset[str]:
    """Return the ids of the rules that ship with the program; they are switched, not rewritten."""
    import tomllib  # noqa: PLC0415 (only where rules are looked at)

    data = tomllib.loads(places.shipped("seeds", "patterns.toml").read_text(encoding="utf-8"))
    return frozenset(str(rule["id"]) for table in ("pattern", "veto") for rule in data.get(table, ()))


# The register


def with_programmes(old: Known, programmes: Iterable[Programme]) -> Known:
    """Return `old` with `programmes` in its register, in the place of those with the same id."""
    held = {programme.id: programme for programme in old.programmes} | {programme.id: programme for programme in programmes}
    return replace(old, programmes=tuple(held[key] for key in sorted(held)))


def without_programme(old: Known, programme: Programme) -> Known:
    """Return `old` without `programme`; the lexicon's entries for it stand for none. The caller has made sure that nothing is linked."""
    rest = tuple(one for one in old.programmes if one.id != programme.id)
    return replace(old, programmes=rest, lexicon=_renamed(old.lexicon, programme.id, ""))


def merged(old: Known, programme: Programme, into: Programme, *, is_linked: bool) -> Known:
    """Return `old` with the names of `programme` among those of `into`, and the lexicon's entries for it standing for `into`.

    Where mentions are linked to it, it stays under the name “its name → the other's”, which nothing is called by.
    """
    if programme.id == into.id:
        return old
    names = dict.fromkeys(name for name in (*into.aliases, programme.name, *programme.aliases) if name != into.name)
    grown = replace(into, aliases=tuple(names))
    left = Programme(programme.id, f"{programme.name}{ARROW}{into.name}", note=into.id, origin=programme.origin)
    held = without_programme(replace(old, lexicon=_renamed(old.lexicon, programme.id, into.id)), programme)
    return with_programmes(held, (grown, left) if is_linked else (grown,))


def _renamed(lexicon: tuple[LexiconEntry, ...], programme: str, to: str) -> tuple[LexiconEntry, ...]:
    return tuple(replace(entry, programme=to) if entry.programme == programme else entry for entry in lexicon)


# Inside


def _difference(before: Sequence[_Row], after: Sequence[_Row]) -> tuple[list[_Row], list[_Row]]:
    had, has = frozenset(before), frozenset(after)
    return [row for row in before if row not in has], [row for row in after if row not in had]


def _proposing(held: Known) -> tuple[object, ...]:
    entries = [(entry.term, entry.label, entry.kind) for entry in held.lexicon]
    return entries, held.patterns, held.vetoes, held.showing.hide_below, held.showing.learns


def _rule(kind: Callable[..., Rule], data: dict[str, object]) -> Rule:
    fields = {key: tuple(value) if isinstance(value, list) else value for key, value in data.items()}
    return kind(**{**fields, "scope": Scope(str(data["scope"]))})
