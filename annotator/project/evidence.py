"""What speaks for and against candidates: the rules and entries they come from, what became of their like, what rulings left out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.core.pattern import CLOSE, OPEN
from annotator.project.workspace import Project
from annotator.store import evidence, knowledge
from annotator.store.evidence import Tally

_VETO = "veto:"


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern or a ruling for people: what it is called in the window's language, and its examples without marks."""

    id: str
    title: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """`[start, end)` of an article's text that was not proposed with `label` because of the ruling `veto`."""

    start: int
    end: int
    label: str
    surface: str
    veto: str


def rules(project: Project, role: str, language: str) -> Mapping[str, Rule]:
    """Return the rules of `role` (`pattern` or `veto`) by id, in `language` (`zh` or `en`)."""
    found = (_rule(rule, language) for rule in knowledge.rules(project.connection, role))
    return {rule.id: rule for rule in found}


def entry_of(project: Project, term: str, label: str) -> tuple[str, str]:
    """Return kind and origin of the lexicon's entry for `term`, if possible the one with `label`; empty where it is gone."""
    entries = evidence.entries_of(project.connection, term)
    _, kind, origin = next((entry for entry in entries if entry[0] == label), entries[0] if entries else ("", "", ""))
    return kind, origin


def tally(path: Path) -> Tally:
    """Return by source how many candidates were kept, and how many decided; reads the whole ledger over a connection of its own."""
    with Project.open(path, write=False) as project:
        return evidence.tally(project.connection)


def left_out(path: Path) -> Callable[[str, Sequence[tuple[int, int]]], tuple[LeftOut, ...]]:
    """Return a function that finds what the project's rulings drop from a text; for a thread, its first call loads a dictionary."""
    from annotator.project.suggesting import suggester_of  # noqa: PLC0415 (jieba, and compiling every rule)

    with Project.open(path, write=False) as project:
        suggester = suggester_of(project)

    def find(text: str, breaks: Sequence[tuple[int, int]]) -> tuple[LeftOut, ...]:
        dropped = suggester.vetoed(text, breaks)
        return tuple(LeftOut(p.start, p.end, p.label, p.surface, p.reason.removeprefix(_VETO)) for p in dropped)

    return find


def _rule(rule: Mapping[str, object], language: str) -> Rule:
    examples = rule.get("examples")
    shown = tuple(str(e).replace(OPEN, "").replace(CLOSE, "") for e in examples) if isinstance(examples, list | tuple) else ()
    return Rule(str(rule["id"]), str(rule.get(f"title_{language}") or rule.get("title_zh") or rule["id"]), shown)
