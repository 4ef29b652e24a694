"""Schemes: the labels of a study, their keys and colours, and what they mean."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from annotator.core.attributes import Code, check_codes, codes_from, codes_to
from annotator.core.errors import SchemeError
from annotator.core.span import Span
from annotator.core.words import NO_WORDS, words_from, words_to
from annotator.core.words import Words as Words  # noqa: PLC0414 (a scheme is written in words)

_HEX = re.compile("#[0-9A-Fa-f]{6}")
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
    why: Words = NO_WORDS


@dataclass(frozen=True, slots=True)
class Label:
    """One kind of mention. `key` is a digit or a capital letter; it may be empty."""

    id: str
    key: str
    name: Words
    short: Words
    light: Colour
    dark: Colour
    definition: Words = NO_WORDS
    boundary: Words = NO_WORDS
    examples: tuple[str, ...] = ()
    counterexamples: tuple[Counterexample, ...] = ()
    is_retired: bool = False


@dataclass(frozen=True, slots=True)
class Scheme:
    """The labels of a study in their order, with the rules for overlaps, the general guideline (Markdown) and a version.

    `labels` can be given; `retired` were given in older versions and mean what they meant. `aliases` says into which label a
    retired one was merged. `attributes` are the codes of spans, `codes` those of articles.

    Raises:
        SchemeError: two labels share an id or a key, a key belongs to a command, or an alias leads nowhere.
    """

    id: str
    version: int
    title: Words
    labels: tuple[Label, ...]
    overlap: Overlap = Overlap.ALLOW
    guideline: Words = NO_WORDS
    note: str = ""
    retired: tuple[Label, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict, hash=False)
    attributes: tuple[Code, ...] = ()
    codes: tuple[Code, ...] = ()
    _by_id: Mapping[str, Label] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Check the labels against each other and against the window's keys."""
        if not self.labels:
            raise SchemeError("A scheme needs at least one label.")
        keys: dict[str, str] = {}
        by_id: dict[str, Label] = {}
        for label in (*self.labels, *self.retired):
            if label.id in by_id:
                raise SchemeError("Two labels are called {label}. Ids must differ.", label=label.id)
            by_id[label.id] = label
            if label.key:
                _check_key(label, keys)
                keys[label.key] = label.id
        object.__setattr__(self, "_by_id", by_id)
        self._check_retired()
        check_codes(self.attributes)
        check_codes(self.codes)

    def _check_retired(self) -> None:
        for label, is_retired in (*((one, False) for one in self.labels), *((one, True) for one in self.retired)):
            if label.is_retired is not is_retired or (is_retired and label.key):
                raise SchemeError("{label} is retired or it is not; a retired label has no key.", label=label.id)
        for old in self.aliases:
            seen, at = {old}, self.aliases[old]
            while at in self.aliases and at not in seen:
                seen.add(at)
                at = self.aliases[at]
            if at in seen or at not in self._by_id or not self._by_id.get(old, _NO_LABEL).is_retired:
                raise SchemeError("{label} cannot be merged into {into}.", label=old, into=self.aliases[old])

    def current(self, label_id: str) -> str:
        """Return the id of what `label_id` means now: itself, or what it was merged into."""
        at = label_id
        while at in self.aliases:
            at = self.aliases[at]
        return at

    def label(self, label_id: str) -> Label | None:
        """Return what `label_id` means now, or None; a retired label that went into no other is still defined."""
        return self._by_id.get(self.current(label_id) if self.aliases else label_id)

    def by_key(self, key: str) -> Label | None:
        """Return the label on `key` (a digit or a letter, either case), or None."""
        wanted = key.upper()
        return next((label for label in self.labels if label.key == wanted), None)


_NO_LABEL = Label("", "", Words(), Words(), Colour("", "", "", ""), Colour("", "", "", ""))


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
            "title": words_to(scheme.title),
            "overlap": scheme.overlap.value,
            "guideline": words_to(scheme.guideline),
            "labels": [_label_to(label) for label in scheme.labels],
            **({"retired": [_label_to(label) for label in scheme.retired]} if scheme.retired else {}),
            **({"aliases": dict(scheme.aliases)} if scheme.aliases else {}),
            **({"attributes": codes_to(scheme.attributes)} if scheme.attributes else {}),
            **({"codes": codes_to(scheme.codes)} if scheme.codes else {}),
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
        title=words_from(data.get("title")),
        labels=tuple(_label_from(label) for label in data["labels"]),
        overlap=Overlap(data.get("overlap", "allow")),
        guideline=words_from(data.get("guideline")),
        note=data.get("note", ""),
        retired=tuple(replace(_label_from(label), is_retired=True) for label in data.get("retired") or ()),
        aliases=dict(data.get("aliases") or {}),
        attributes=codes_from(data.get("attributes") or ()),
        codes=codes_from(data.get("codes") or ()),
    )


def _colour_to(colour: Colour) -> dict[str, str]:
    return {"line": colour.line, "ink": colour.ink, "soft": colour.soft, "strong": colour.strong}


def _colour_from(data: Mapping[str, str]) -> Colour:
    for value in data.values():
        # They are written into what the window shows, and a project file may come from anybody.
        if not _HEX.fullmatch(value):
            raise SchemeError("{value} is no colour. Give #RRGGBB.", value=value)
    return Colour(**data)


def _label_to(label: Label) -> dict[str, Any]:
    return {
        "id": label.id,
        "key": label.key,
        "name": words_to(label.name),
        "short": words_to(label.short),
        "colour": {"light": _colour_to(label.light), "dark": _colour_to(label.dark)},
        "definition": words_to(label.definition),
        "boundary": words_to(label.boundary),
        "examples": list(label.examples),
        "counterexamples": [{"text": c.text, "why": words_to(c.why)} for c in label.counterexamples],
    }


def _label_from(data: Mapping[str, Any]) -> Label:
    name = words_from(data["name"])
    return Label(
        id=data["id"],
        key=data.get("key", ""),
        name=name,
        short=words_from(data.get("short")) if data.get("short") else name,
        light=_colour_from(data["colour"]["light"]),
        dark=_colour_from(data["colour"]["dark"]),
        definition=words_from(data.get("definition")),
        boundary=words_from(data.get("boundary")),
        examples=tuple(data.get("examples", ())),
        counterexamples=tuple(Counterexample(c["text"], words_from(c.get("why"))) for c in data.get("counterexamples", ())),
    )
