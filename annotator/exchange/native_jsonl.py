"""Native JSONL: one article a line, spans in the style of Prodigy and spaCy, so that most tools read it as it is."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import from_json

from annotator.core.article import Layout
from annotator.core.candidate import Candidate
from annotator.core.decision import Decision
from annotator.core.errors import ExportError, InputError
from annotator.core.fold import State


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention in somebody's annotation. `by` is the person's name."""

    by: str
    state: State


@dataclass(frozen=True, slots=True)
class Line:
    """What one line says of an article. `finished` are the names of those who read it all, `fields` what else is known of its page.

    `codes` are what each person, by name, says of the article: id to answer.
    """

    id: str
    number: str
    page: str
    page_sha256: str
    layout: Layout
    text: str
    finished: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def write_annotation(line: Line, marks: Iterable[Mark]) -> str:
    """Return the line of layer `annotation`: the marks of the people asked for, side by side."""
    return _dump(line, [_mark(line, mark) for mark in marks])


def write_candidates(line: Line, candidates: Iterable[Candidate]) -> str:
    """Return the line of layer `candidates`: what the program proposes."""
    return _dump(line, [{**_candidate(line, c), "by": None, "status": "candidate"} for c in candidates])


def write_ledger(
    line: Line,
    marks: Iterable[Mark],
    candidates: Iterable[Candidate],
    *,
    decided: Mapping[str, Mapping[str, State]],
    decisions: Iterable[Decision],
    names: Mapping[str, str],
) -> str:
    """Return the line of layer `ledger`: marks, every candidate with what each person made of it, and all decisions.

    `decided` maps a candidate's id to states by the person's name; `names` maps annotators' ids to names.
    """
    rows = [
        {**_candidate(line, c), "decisions": {name: state.status.value for name, state in decided.get(c.id, {}).items()}}
        for c in candidates
    ]
    extra = {"candidates": rows, "decisions": [_decision(line, d, names) for d in decisions]}
    return _dump(line, [_mark(line, mark) for mark in marks], extra)


_LONGEST_LABEL = 200
_NAMES, _META, _LISTS, _TEXTS = (frozenset({type(None), *kinds}) for kinds in ((str, int), (dict,), (list,), (str,)))


class _Span(BaseModel):
    model_config = ConfigDict(extra="ignore")
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=1)]
    label: Annotated[str, Field(min_length=1, max_length=_LONGEST_LABEL)]
    text: str | None = None
    status: str | None = None
    by: str | None = None


class _Line(BaseModel):
    model_config = ConfigDict(extra="ignore")
    id: str | int | None = None
    text: Annotated[str, Field(min_length=1)]
    spans: list[_Span] | None = None
    meta: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class SpanIn:
    """A span of an imported line: offsets in code points of the text as given; `text` is its surface where the line says it."""

    start: int
    end: int
    label: str
    text: str | None


@dataclass(frozen=True, slots=True)
class LineIn:
    """An imported line; `spans` is None where the line has no field for them, `kind` is what its `meta` says, if anything."""

    number: int
    id: str | None
    text: str
    title: str
    spans: tuple[SpanIn, ...] | None
    kind: str = ""


def read_lines(data: str | Iterable[str], where: str) -> Iterator[LineIn]:
    """Yield the lines of a JSONL file, given whole or line by line; rejected spans are left out, empty lines skipped.

    `where` names the file in errors.

    Raises:
        InputError: a line is not a JSON object with a text, or a span is not a range of it.
    """
    for number, raw in enumerate(_lines_in(data) if isinstance(data, str) else data, start=1):
        if raw and not raw.isspace():
            yield _plain(raw, number) or _read_line(raw, number, where)


def _lines_in(data: str) -> Iterator[str]:
    at = 0
    while (end := data.find("\n", at)) >= 0:
        yield data[at:end]
        at = end + 1
    yield data[at:]


def _plain(raw: str, number: int) -> LineIn | None:
    """Return a line that is of the right shape as it stands, as nearly all are; None leaves it to pydantic, which says what is wrong.

    The parser is the same. Looking at the values here takes a quarter of the time that making and leaving a model of each span takes.
    """
    try:
        line = from_json(raw)
    except ValueError:
        return None
    if type(line) is not dict:
        return None
    text, name, meta, spans = line.get("text"), line.get("id"), line.get("meta"), line.get("spans")
    if not isinstance(text, str) or not text or type(name) not in _NAMES or type(meta) not in _META or type(spans) not in _LISTS:
        return None
    found = None if spans is None else _plain_spans(text, spans)
    if found is None and spans is not None:
        return None
    return LineIn(number, None if name is None else str(name), text, _meta(meta, "title"), found, _meta(meta, "kind"))


def _plain_spans(text: str, spans: Sequence[Any]) -> tuple[SpanIn, ...] | None:
    length, found = len(text), []
    for span in spans:
        if type(span) is not dict:
            return None
        start, end, label, said = span.get("start"), span.get("end"), span.get("label"), span.get("text")
        status = span.get("status")
        if not (type(start) is int and type(end) is int and type(label) is str and 0 < len(label) <= _LONGEST_LABEL):
            return None
        if not (type(said) in _TEXTS and type(status) in _TEXTS and type(span.get("by")) in _TEXTS and 0 <= start < end <= length):
            return None
        if status == "rejected":
            continue
        if said is not None and said != text[start:end]:
            return None
        found.append(SpanIn(start, end, label, said))
    return tuple(found)


def _read_line(raw: str, number: int, where: str) -> LineIn:
    try:
        line = _Line.model_validate_json(raw)
    except ValidationError as error:
        first = error.errors()[0]
        if first["type"] == "json_invalid":
            # What the parser says ends in "at line 1": it has seen no other line.
            why = first["msg"].replace(" at line 1 column", ", column")
            raise InputError("{where}, line {line}: {why}.", where=where, line=number, why=why) from error
        field = ".".join(str(part) for part in first["loc"]) or "the line"
        raise InputError("{where}, line {line}: {field}: {why}.", where=where, line=number, field=field, why=first["msg"]) from error
    spans = None if line.spans is None else tuple(_read_span(line, span, number, where) for span in line.spans if span.status != "rejected")
    name = None if line.id is None else str(line.id)
    return LineIn(number, name, line.text, _meta(line.meta, "title"), spans, _meta(line.meta, "kind"))


def _meta(meta: Mapping[str, Any] | None, key: str) -> str:
    """Return what other tools may say in any shape, as one line."""
    value = (meta or {}).get(key)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _read_span(line: _Line, span: _Span, number: int, where: str) -> SpanIn:
    found = line.text[span.start : span.end]
    if span.start >= span.end or span.end > len(line.text) or (span.text is not None and span.text != found):
        raise InputError(
            "{where}, line {line}: the span {start}–{end} should be “{said}”, but the text there is “{found}”.",
            where=where,
            line=number,
            start=span.start,
            end=span.end,
            said=span.text if span.text is not None else "a range of the text",
            found=found,
        )
    return SpanIn(span.start, span.end, span.label, span.text)


def _dump(line: Line, spans: Sequence[Mapping[str, object]], extra: Mapping[str, object] | None = None) -> str:
    layout = line.layout
    value = {
        "id": line.id,
        "text": line.text,
        "meta": {
            "number": line.number,
            "title": layout.title,
            "kind": layout.kind.value,
            "page": line.page,
            "page_sha256": line.page_sha256,
            "segments": [[s.article_start, s.page_start, s.length] for s in layout.segments],
            "breaks": [list(b) for b in layout.breaks],
            "repeats": [[r.start, r.end, r.of_start, r.of_article] for r in layout.repeats],
            "finished": list(line.finished),
            **({"fields": dict(line.fields)} if line.fields else {}),
            **({"codes": {name: dict(codes) for name, codes in line.codes.items()}} if line.codes else {}),
        },
        "spans": list(spans),
        **(extra or {}),
    }
    return json.dumps(value, ensure_ascii=False)


def checked_range(line: Line, start: int, end: int, surface: str) -> dict[str, Any]:
    """Return `start` and `end` for JSON, if `surface` is what stands there in the line's text.

    Raises:
        ExportError: something else stands there, or the range lies outside the text; names the article.
    """
    # A slice forgives offsets before and beyond the text; other programs do not.
    if not 0 <= start < end <= len(line.text) or line.text[start:end] != surface:
        raise ExportError(
            "Article {number} says “{found}” at {start}–{end}, not “{surface}”. Nothing was exported; run: annotator check.",
            number=line.number,
            found=line.text[start:end],
            start=start,
            end=end,
            surface=surface,
        )
    return {"start": start, "end": end}


def _mark(line: Line, mark: Mark) -> dict[str, object]:
    s = mark.state
    return {
        **checked_range(line, s.start, s.end, s.surface),
        "label": s.label,
        "text": s.surface,
        "id": s.target,
        "by": mark.by,
        "status": s.status.value,
        "source": s.source,
        "score": s.score,
        "programme": s.programme,
        **({"attributes": dict(s.codes)} if s.codes else {}),
    }


def _candidate(line: Line, c: Candidate) -> dict[str, object]:
    return {
        **checked_range(line, c.start, c.end, c.surface),
        "label": c.label,
        "text": c.surface,
        "id": c.id,
        "source": c.source,
        "sources": list(c.sources),
        "score": round(c.score, 4),
        "reason": c.reason,
        "programme": None,
    }


def _decision(line: Line, d: Decision, names: Mapping[str, str]) -> dict[str, object]:
    if d.start is not None and d.end is not None:
        checked_range(line, d.start, d.end, d.surface or "")
    return {
        "id": d.id,
        "by": names.get(d.annotator, d.annotator),
        "assignment": d.assignment,
        "kind": d.kind.value,
        "target": d.target,
        "start": d.start,
        "end": d.end,
        "label": d.label,
        "text": d.surface,
        "source": d.source,
        "score": d.score,
        "scheme_version": d.scheme_version,
        "condition": d.condition.value,
        "seconds": d.seconds,
        "step": d.step,
        "cause": None if d.cause is None else d.cause.value,
        "retracts": d.retracts,
        "value": d.value,
        "at": d.at,
    }
