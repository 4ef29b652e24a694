"""UIMA CAS, as XMI or JSON CAS: every annotation with a label becomes a span.

Which annotations are mentions is not written in a CAS. Taken are those of custom layers with a string feature `label` or `value`,
and DKPro's named entities (`value`); what a part-of-speech tagger or parser made is not. Rejected spans are left out.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from annotator.core.errors import InputError
from annotator.exchange.native_jsonl import LineIn, SpanIn
from annotator.exchange.reading.limits import LARGEST_MARKUP, LONGEST_TEXT
from annotator.exchange.reading_spans.cas_json import structures_of_json
from annotator.exchange.reading_spans.cas_structures import Structure
from annotator.exchange.reading_spans.cas_xmi import structures_of_xmi
from annotator.exchange.utf16 import Utf16

_NOT_MENTIONS = ("uima.", "de.tudarmstadt.", "org.dkpro.", "org.apache.")
_ENTITY = "NamedEntity"
_METADATA = "DocumentMetaData"
_LONGEST_LABEL = 200
_MOST_DIGITS = 9


@dataclass(slots=True)
class _Sofa:
    text: str
    id: str | None = None
    title: str = ""
    marks: list[Structure] = field(default_factory=list)


def read_cas(data: bytes, where: str) -> Iterator[LineIn]:
    """Yield one line per text (view) of a CAS; `where` names the file in errors. Offsets become code points.

    Raises:
        InputError: it is neither XMI nor JSON CAS, is too large, declares a DTD or entities, or an annotation is no range of its text.
    """
    if len(data) > LARGEST_MARKUP:
        raise InputError("{where} is too large for a CAS: more than {limit} bytes.", where=where, limit=LARGEST_MARKUP)
    # A byte-order mark is not part of JSON; XML may begin with one of either order.
    is_json = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"
    structures = structures_of_json(data, where) if is_json else structures_of_xmi(data, where)
    for number, sofa in enumerate(_sofas(structures, where).values(), start=1):
        if sofa.text:
            yield LineIn(number, sofa.id, sofa.text, sofa.title, tuple(_spans(sofa, where)))


def _sofas(structures: Iterable[Structure], where: str) -> dict[str, _Sofa]:
    sofas: dict[str, _Sofa] = {}
    others = []
    for structure in structures:
        if structure.type == "uima.cas.Sofa":
            text = structure.features.get("sofaString", "")
            if len(text) > LONGEST_TEXT:
                raise InputError("{where} holds a text of more than {limit} characters.", where=where, limit=LONGEST_TEXT)
            sofas[structure.id] = _Sofa(text)
        else:
            others.append(structure)
    if not sofas:
        raise InputError("{where} is not a CAS: it holds no text (Sofa).", where=where)
    for structure in others:
        _attach(structure, sofas)
    return sofas


def _attach(structure: Structure, sofas: Mapping[str, _Sofa]) -> None:
    sofa = sofas.get(structure.features.get("sofa", ""))
    if sofa is None:
        return
    if structure.type.endswith(f".{_METADATA}"):
        sofa.id = structure.features.get("documentId") or None
        sofa.title = " ".join(structure.features.get("documentTitle", "").split())
    elif _label(structure) and structure.features.get("status") != "rejected":
        sofa.marks.append(structure)


def _label(structure: Structure) -> str:
    if structure.type.startswith(_NOT_MENTIONS) and not structure.type.endswith(f".{_ENTITY}"):
        return ""
    return structure.features.get("label") or structure.features.get("value") or ""


def _spans(sofa: _Sofa, where: str) -> Iterator[SpanIn]:
    units = Utf16(sofa.text)
    seen = set()
    for structure in sofa.marks:
        start, end = (_offset(structure.features.get(edge, ""), units) for edge in ("begin", "end"))
        label = _label(structure)
        if start is None or end is None or start >= end or len(label) > _LONGEST_LABEL:
            raise InputError(
                "{where}: the annotation {start}–{end} ({label}) is not a range of its text, counted in UTF-16 units.",
                where=where,
                start=structure.features.get("begin", "?")[:20],
                end=structure.features.get("end", "?")[:20],
                label=label[:_LONGEST_LABEL],
            )
        span = SpanIn(start, end, label, sofa.text[start:end])
        if span not in seen:
            seen.add(span)
            yield span


def _offset(value: str, units: Utf16) -> int | None:
    # More digits than any offset has: Python refuses thousands of them.
    is_number = value.isascii() and value.isdigit() and len(value) < _MOST_DIGITS
    return units.code_points(int(value)) if is_number and int(value) <= units.length else None
