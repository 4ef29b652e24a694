"""Codes: what is said of a whole article, or of one span beside its label. Attributes are the codes of spans.

A code is a flag (said or not), a choice of values, or free text. It is chosen by its key, a value by a key of its own. What a
person said stands in the ledger as `id=value`; `id=` clears it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from annotator.core.errors import SchemeError
from annotator.core.words import Words, words_from, words_to

YES = "1"
TEXT_LIMIT = 200


class CodeKind(StrEnum):
    """How a code is answered."""

    FLAG = "flag"
    CHOICE = "choice"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class CodeValue:
    """One answer to a choice."""

    id: str
    key: str
    name: Words


@dataclass(frozen=True, slots=True)
class Code:
    """One question about an article or a span. `labels` are those that an attribute is for; empty means all of them."""

    id: str
    key: str
    name: Words
    kind: CodeKind = CodeKind.FLAG
    values: tuple[CodeValue, ...] = ()
    labels: tuple[str, ...] = ()

    def concerns(self, label: str) -> bool:
        """Say whether spans with `label` have this attribute."""
        return not self.labels or label in self.labels

    def value(self, value_id: str) -> CodeValue | None:
        """Return the answer called `value_id`, or None."""
        return next((value for value in self.values if value.id == value_id), None)

    def words(self, value: str, language: str) -> str:
        """Return what `value` says in `language`: “Genre: feature”; a flag says its name alone."""
        name = self.name.get(language)
        if self.kind is CodeKind.FLAG:
            return name
        known = self.value(value)
        said = known.name.get(language) if known is not None else value
        return f"{name}：{said}" if language == "zh" else f"{name}: {said}"


def said(value: str | None) -> tuple[str, str]:
    """Return the code's id and the answer of a decision's value; the answer is empty where it clears."""
    name, _, answer = (value or "").partition("=")
    return name, answer


def saying(code: str, answer: str | None) -> str:
    """Return the value of the decision that answers `code`; None clears it."""
    return f"{code}={answer or ''}"


def words_of(codes: Sequence[Code], answers: Sequence[tuple[str, str]], language: str) -> tuple[str, ...]:
    """Return what `answers` (id and answer) say in words, in the order of the scheme; unknown codes come last, as they stand."""
    by_id = {code.id: place for place, code in enumerate(codes)}
    ordered = sorted(answers, key=lambda answer: (by_id.get(answer[0], len(codes)), answer[0]))
    return tuple(codes[by_id[name]].words(answer, language) if name in by_id else f"{name}={answer}" for name, answer in ordered)


def check_codes(codes: Sequence[Code]) -> None:
    """See that ids and keys differ, and that a choice has something to choose.

    Raises:
        SchemeError: they do not.
    """
    _differ([code.id for code in codes], [code.key for code in codes], "the codes")
    for code in codes:
        if not code.id or "=" in code.id:
            raise SchemeError("A code needs an id without “=”, not “{id}”.", id=code.id)
        if (code.kind is CodeKind.CHOICE) != bool(code.values):
            raise SchemeError("{code}: a choice needs values to choose from, and nothing else has any.", code=code.id)
        _differ([value.id for value in code.values], [value.key for value in code.values], code.id)


def _differ(ids: Sequence[str], keys: Sequence[str], where: str) -> None:
    for key in keys:
        if len(key) != 1 or not key.isascii() or not key.isalnum() or key != key.upper():
            raise SchemeError("Each key in {where} must be one digit or capital letter, not “{key}”.", where=where, key=key)
    for found, what in ((ids, "id"), (keys, "key")):
        twice = next((one for at, one in enumerate(found) if one in found[:at]), None)
        if twice is not None:
            raise SchemeError("Two entries in {where} have the {what} {twice}.", where=where, what=what, twice=twice)


def codes_to(codes: Sequence[Code]) -> list[dict[str, Any]]:
    """Return `codes` as they stand in a scheme file."""
    return [
        {
            "id": code.id,
            "key": code.key,
            "name": words_to(code.name),
            "kind": code.kind.value,
            **({"values": [{"id": v.id, "key": v.key, "name": words_to(v.name)} for v in code.values]} if code.values else {}),
            **({"labels": list(code.labels)} if code.labels else {}),
        }
        for code in codes
    ]


def codes_from(data: Sequence[Mapping[str, Any]]) -> tuple[Code, ...]:
    """Return the codes that stand in a scheme file."""
    return tuple(
        Code(
            id=one["id"],
            key=one["key"],
            name=words_from(one["name"]),
            kind=CodeKind(one.get("kind", "flag")),
            values=tuple(CodeValue(v["id"], v["key"], words_from(v["name"])) for v in one.get("values") or ()),
            labels=tuple(one.get("labels") or ()),
        )
        for one in data
    )
