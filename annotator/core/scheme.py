"""Schemes: the labels of a study, their keys and colours, and what they mean."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from annotator.core.errors import SchemeError
from annotator.core.span import Span

# Single keys that are commands in the window, and letters kept free for them (docs/manual, "Keys").
RESERVED_KEYS = frozenset("AFIJKLMNSX?/[]【】 ")


class Overlap(StrEnum):
    """Whether two mentions of one person may share characters."""

    ALLOW = "allow"
    NEST = "nest"
    FORBID = "forbid"

    def allows(self, span: Span, other: Span) -> bool:
        """Say whether two marks that share characters may stand beside each other."""
        inside = other.start <= span.start and span.end <= other.end
        around = span.start <= other.start and other.end <= span.end
        return self is Overlap.ALLOW or (self is Overlap.NEST and (inside or around))


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence or name in both languages of the program."""

    zh: str = ""
    en: str = ""

    def get(self, language: str) -> str:
        """Return the words in `language` (`zh` or `en`), or in the other one where there are none."""
        return (self.zh or self.en) if language == "zh" else (self.en or self.zh)


@dataclass(frozen=True, slots=True)
class Colour:
    """The four values of a label on one theme, `#RRGGBB`: underline, name, accepted fill, current fill."""

    line: str
    ink: str
    soft: str
    strong: str


@dataclass(frozen=True, slots=True)
class Counterexample:
    """A string that is not marked, and why."""

    text: str
    why: Words = Words()


@dataclass(frozen=True, slots=True)
class Label:
    """One kind of mention. `key` is a digit or a capital letter; it may be empty."""

    id: str
    key: str
    name: Words
    short: Words
    light: Colour
    dark: Colour
    definition: Words = Words()
    boundary: Words = Words()
    examples: tuple[str, ...] = ()
    counterexamples: tuple[Counterexample, ...] = ()


@dataclass(frozen=True, slots=True)
class Scheme:
    """The labels of a study in their order, with the rules for overlaps, the general guideline (Markdown) and a version.

    Raises:
        SchemeError: two labels share an id or a key, or a key belongs to a command.
    """

    id: str
    version: int
    title: Words
    labels: tuple[Label, ...]
    overlap: Overlap = Overlap.ALLOW
    guideline: Words = Words()
    note: str = ""
    _by_id: Mapping[str, Label] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Check the labels against each other and against the window's keys."""
        if not self.labels:
            raise SchemeError("A scheme needs at least one label.")
        keys: dict[str, str] = {}
        by_id: dict[str, Label] = {}
        for label in self.labels:
            if label.id in by_id:
                raise SchemeError("Two labels are called {label}. Ids must differ.", label=label.id)
            by_id[label.id] = label
            if label.key:
                _check_key(label, keys)
                keys[label.key] = label.id
        object.__setattr__(self, "_by_id", by_id)

    def label(self, label_id: str) -> Label | None:
        """Return the label called `label_id`, or None."""
        return self._by_id.get(label_id)

    def by_key(self, key: str) -> Label | None:
        """Return the label on `key` (a digit or a letter, either case), or None."""
        wanted = key.upper()
        return next((label for label in self.labels if label.key == wanted), None)


def _check_key(label: Label, keys: Mapping[str, str]) -> None:
    if len(label.key) != 1 or not label.key.isascii() or not label.key.isalnum() or label.key != label.key.upper():
        raise SchemeError("The key of {label} must be one digit or capital letter, not “{key}”.", label=label.id, key=label.key)
    if label.key in RESERVED_KEYS:
        raise SchemeError(
            "The key {key} of {label} belongs to a command. Reserved: {reserved}.",
            key=label.key,
            label=label.id,
            reserved=" ".join(sorted(key for key in RESERVED_KEYS if key.isalnum())),
        )
    if label.key in keys:
        raise SchemeError("{first} and {second} share the key {key}.", first=keys[label.key], second=label.id, key=label.key)


def scheme_to_json(scheme: Scheme) -> str:
    """Return `scheme` as it is kept in a project and in scheme files."""
    return json.dumps(
        {
            "id": scheme.id,
            "version": scheme.version,
            "note": scheme.note,
            "title": _words_to(scheme.title),
            "overlap": scheme.overlap.value,
            "guideline": _words_to(scheme.guideline),
            "labels": [_label_to(label) for label in scheme.labels],
        },
        ensure_ascii=False,
        indent=1,
    )


def scheme_from_json(text: str) -> Scheme:
    """Return the scheme that `scheme_to_json` wrote. Files from outside go through `exchange.scheme_json` first."""
    return scheme_from_dict(json.loads(text))


def scheme_from_dict(data: Mapping[str, Any]) -> Scheme:
    """Return the scheme in a validated mapping of the file's shape."""
    return Scheme(
        id=data["id"],
        version=data["version"],
        title=_words_from(data.get("title")),
        labels=tuple(_label_from(label) for label in data["labels"]),
        overlap=Overlap(data.get("overlap", "allow")),
        guideline=_words_from(data.get("guideline")),
        note=data.get("note", ""),
    )


def _words_to(words: Words) -> dict[str, str]:
    return {"zh": words.zh, "en": words.en}


def _words_from(data: Mapping[str, str] | None) -> Words:
    return Words(data.get("zh", ""), data.get("en", "")) if data else Words()


def _colour_to(colour: Colour) -> dict[str, str]:
    return {"line": colour.line, "ink": colour.ink, "soft": colour.soft, "strong": colour.strong}


def _label_to(label: Label) -> dict[str, Any]:
    return {
        "id": label.id,
        "key": label.key,
        "name": _words_to(label.name),
        "short": _words_to(label.short),
        "colour": {"light": _colour_to(label.light), "dark": _colour_to(label.dark)},
        "definition": _words_to(label.definition),
        "boundary": _words_to(label.boundary),
        "examples": list(label.examples),
        "counterexamples": [{"text": c.text, "why": _words_to(c.why)} for c in label.counterexamples],
    }


def _label_from(data: Mapping[str, Any]) -> Label:
    name = _words_from(data["name"])
    return Label(
        id=data["id"],
        key=data.get("key", ""),
        name=name,
        short=_words_from(data.get("short")) if data.get("short") else name,
        light=Colour(**data["colour"]["light"]),
        dark=Colour(**data["colour"]["dark"]),
        definition=_words_from(data.get("definition")),
        boundary=_words_from(data.get("boundary")),
        examples=tuple(data.get("examples", ())),
        counterexamples=tuple(Counterexample(c["text"], _words_from(c.get("why"))) for c in data.get("counterexamples", ())),
    )
