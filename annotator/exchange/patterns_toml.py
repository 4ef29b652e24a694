"""Patterns and vetoes as a TOML file that a project lead reads and edits.

`[words]` names lists of words: `{poverty}` in an expression, a `holds`, a `near` or an `unless` stands for the words listed as `poverty`.
`[[pattern]]` and `[[veto]]` are the rules in the order of their trust.
"""

import json
import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from importlib import import_module
from typing import NoReturn

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from annotator.core.errors import InputError
from annotator.core.pattern import CLOSE, OPEN, Pattern, Scope, Veto, grouped

_WORD = re.compile(r"\{([a-z_]+)\}")
_NESTED = 5


class _Title(BaseModel):
    model_config = ConfigDict(extra="forbid")
    zh: str = ""
    en: str = ""


class _Rule(BaseModel):
    model_config = ConfigDict(extra="forbid")
    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: _Title = _Title()
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
    enabled: bool = True
    scope: Scope = Scope.NEARBY


class _Pattern(_Rule):
    label: str = Field(min_length=1)
    expression: str = Field(min_length=1)
    holds: str = ""
    near: str = ""
    score: float = Field(default=0.6, ge=0, le=1)


class _Veto(_Rule):
    expression: str = ""
    unless: str = ""
    kinds: tuple[str, ...] = ()


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")
    words: dict[str, str] = {}
    pattern: tuple[_Pattern, ...] = ()
    veto: tuple[_Veto, ...] = ()


def read_patterns(data: str, where: str, labels: Collection[str] = ()) -> tuple[tuple[Pattern, ...], tuple[Veto, ...]]:
    """Return the patterns and vetoes of a TOML text in its order; `where` names it in complaints.

    Raises:
        InputError: the text is no TOML, a rule is incomplete, its label unknown, its id taken, or its expression not valid.
    """
    file = _parse(data, where)
    rules: list[_Rule] = [*file.pattern, *file.veto]
    for at, rule in enumerate(rules):
        if rule.id in {earlier.id for earlier in rules[:at]}:
            _complain(data, where, rule.id, "another rule has this id")
    for pattern in file.pattern:
        if labels and pattern.label not in labels:
            _complain(data, where, pattern.id, f"the scheme has no label {pattern.label}")
    words = _Words(file.words, data, where)
    return tuple(words.pattern(rule) for rule in file.pattern), tuple(words.veto(rule) for rule in file.veto)


def write_patterns(patterns: Iterable[Pattern], vetoes: Iterable[Veto]) -> str:
    """Return the TOML text that `read_patterns` reads back to the same rules, with word lists written out."""
    blocks = [_block("pattern", _fields(pattern)) for pattern in patterns]
    blocks += [_block("veto", _fields(veto)) for veto in vetoes]
    return "\n".join(blocks)


class _Words:
    """The word lists of one file, put into its expressions."""

    def __init__(self, words: Mapping[str, str], data: str, where: str) -> None:
        self._words, self._data, self._where = words, data, where

    def pattern(self, rule: _Pattern) -> Pattern:
        return Pattern(
            id=rule.id,
            label=rule.label,
            expression=self._filled(rule, rule.expression),
            title_zh=rule.title.zh,
            title_en=rule.title.en,
            examples=rule.examples,
            counterexamples=rule.counterexamples,
            enabled=rule.enabled,
            holds=self._filled(rule, rule.holds),
            near=self._filled(rule, rule.near),
            scope=rule.scope,
            score=rule.score,
        )

    def veto(self, rule: _Veto) -> Veto:
        if not rule.expression and not rule.kinds:
            _complain(self._data, self._where, rule.id, "it has neither an expression nor kinds, and would drop everything")
        return Veto(
            id=rule.id,
            expression=self._filled(rule, rule.expression),
            title_zh=rule.title.zh,
            title_en=rule.title.en,
            examples=rule.examples,
            counterexamples=rule.counterexamples,
            enabled=rule.enabled,
            unless=self._filled(rule, rule.unless),
            scope=rule.scope,
            kinds=rule.kinds,
        )

    def _filled(self, rule: _Rule, expression: str) -> str:
        for _ in range(_NESTED):
            for name in _WORD.findall(expression):
                if name not in self._words:
                    _complain(self._data, self._where, rule.id, f"[words] does not name {name}")
            expression = _WORD.sub(lambda match: f"(?:{self._words[match[1]]})", expression)
        if _WORD.search(expression):
            _complain(self._data, self._where, rule.id, "its word lists name each other in a circle")
        self._check(rule, expression)
        return expression

    def _check(self, rule: _Rule, expression: str) -> None:
        marks = "".join(mark for mark in expression if mark in OPEN + CLOSE)
        if marks.replace(OPEN + CLOSE, ""):
            _complain(self._data, self._where, rule.id, f"in an expression {OPEN} and {CLOSE} come in pairs, none inside another")
        re2 = import_module("re2")
        options = re2.Options()
        options.log_errors = False
        try:
            re2.compile(grouped(expression)[0].encode(), options=options)
        except re2.error as error:
            reason = error.args[0]
            _complain(self._data, self._where, rule.id, reason.decode() if isinstance(reason, bytes) else str(reason))


def _parse(data: str, where: str) -> _File:
    try:
        return _File.model_validate(tomllib.loads(data.removeprefix("\ufeff")))
    except tomllib.TOMLDecodeError as error:
        raise InputError("{file} is not TOML: {reason}", file=where, reason=str(error)) from error
    except ValidationError as error:
        first = error.errors()[0]
        table, *rest = first["loc"]
        line = _line_of_table(data, str(table), rest[0]) if rest and isinstance(rest[0], int) else 1
        place = ".".join(str(part) for part in rest if not isinstance(part, int)) or str(table)
        raise InputError("{file}, line {line}, {place}: {reason}", file=where, line=line, place=place, reason=first["msg"]) from error


def _line_of_table(data: str, table: str, number: int) -> int:
    headers = [at for at, line in enumerate(data.splitlines(), 1) if line.strip() == f"[[{table}]]"]
    return headers[number] if number < len(headers) else 1


def _complain(data: str, where: str, rule: str, reason: str) -> NoReturn:
    """Raise the complaint about `rule`, with the line of its id (of its last one, if it stands there twice)."""
    lines = [at for at, line in enumerate(data.splitlines(), 1) if re.match(rf'\s*id\s*=\s*["\']{re.escape(rule)}["\']', line)]
    raise InputError("{file}, line {line}, rule {rule}: {reason}", file=where, line=lines[-1] if lines else 1, rule=rule, reason=reason)


def _fields(rule: Pattern | Veto) -> dict[str, object]:
    names = [name for name in rule.__dataclass_fields__ if name not in {"title_zh", "title_en"}]
    fields = {name: getattr(rule, name) for name in names}
    return fields | {"title": {"zh": rule.title_zh, "en": rule.title_en}}


def _block(table: str, fields: Mapping[str, object]) -> str:
    return "".join([f"[[{table}]]\n", *(f"{name} = {_value(value)}\n" for name, value in fields.items())])


def _value(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{name} = {_value(inner)}" for name, inner in value.items()) + " }"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, bool | float):
        return str(value).lower()
    # JSON's escapes are TOML's, but for the delete character.
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007F")
