"""UIMA CAS, which INCEpTION and DKPro read: per article XMI and JSON CAS, and one type system for all.

Offsets are UTF-16 units. Everybody's mentions are in one layer with who made them (`annotator`), and candidates with the status
`candidate` and no annotator; edges of mentions need not be edges of tokens, so the layer wants character-level anchoring.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import quoteattr

from annotator.core.fold import State
from annotator.core.span import Span
from annotator.exchange.formats.cas_sentences import sentences, words
from annotator.exchange.formats.cas_types import (
    DOCUMENT,
    MENTION,
    SENTENCE,
    SOFA,
    TOKEN,
    TYPES,
    VIEW,
    Annotation,
    type_system_json,
    type_system_xml,
)
from annotator.exchange.formats.document import Document, Loss, Options, Study
from annotator.exchange.formats.losses import Losses
from annotator.exchange.formats.versions import ready
from annotator.exchange.utf16 import Utf16

# XML 1.0 (production 2) has no way at all to say these. One character stands for one, so offsets stay.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SOFA_ID = 1
_EXAMPLES = 5


class Cas:
    """The folder: `TypeSystem.xml`, `xmi/NUMBER.xmi` and `json/NUMBER.json`."""

    name = "cas"
    suffix = ""
    is_folder = True
    holds = frozenset({"candidates", "notes", "overlaps", "people", "programmes"})

    def write(self, documents: Iterable[Document], study: Study, options: Options, out: Path) -> tuple[Loss, ...]:
        """Write `documents` to the folder `out`; tokens are always words and offsets UTF-16 units.

        Losses: `control_character` (replaced by U+FFFD) and `rejected` (candidates that people rejected are not written).

        Raises:
            ExportError: a surface is not what stands at its offsets.
        """
        losses, replaced = Losses(), dict[str, int]()
        for folder in ("xmi", "json"):
            (out / folder).mkdir(parents=True)
        _write(out / "TypeSystem.xml", type_system_xml())
        for document in documents:
            number = document.line.number
            losses.add_unheld(document, self.holds)
            given = ready(document, options)
            text, replaced[number] = _NOT_XML.subn("\ufffd", given.line.text)
            annotations = list(_annotations(given, study))
            _write(out / "xmi" / f"{number}.xmi", xmi(text, annotations))
            _write(out / "json" / f"{number}.json", json_cas(text, annotations))
        return (*_replaced(replaced), *losses.told())


def xmi(text: str, annotations: Sequence[Annotation]) -> str:
    """Return a CAS with one view as XMI; `text` holds no character that XML cannot hold."""
    prefixes = {kind.namespace: f"ns{number}" for number, kind in enumerate(TYPES.values(), start=1)}
    prefixes |= {TYPES[SENTENCE].namespace: "segmentation", TYPES[DOCUMENT].namespace: "metadata", TYPES[MENTION].namespace: "custom"}
    names = "".join(f' xmlns:{prefix}="{namespace}"' for namespace, prefix in prefixes.items())
    head = f'<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"{names} xmi:version="2.0">'
    body = [_element(prefixes, number, annotation) for number, annotation in enumerate(annotations, start=_SOFA_ID + 1)]
    sofa = f'<cas:Sofa xmi:id="{_SOFA_ID}" sofaNum="1" sofaID="{VIEW}" mimeType="text/plain" sofaString={_quoted(text)}/>'
    members = " ".join(str(number) for number in range(_SOFA_ID + 1, _SOFA_ID + 1 + len(annotations)))
    view = f'<cas:View sofa="{_SOFA_ID}" members="{members}"/>'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', head, '<cas:NULL xmi:id="0"/>', *body, sofa, view, "</xmi:XMI>"]
    return "\n".join(lines) + "\n"


def json_cas(text: str, annotations: Sequence[Annotation]) -> str:
    """Return a CAS with one view as JSON CAS 0.4, its type system included."""
    sofa = {"%ID": _SOFA_ID, "%TYPE": SOFA, "sofaNum": 1, "sofaID": VIEW, "mimeType": "text/plain", "sofaString": text}
    structures = [
        {"%ID": number, "%TYPE": a.type, "@sofa": _SOFA_ID, "begin": a.begin, "end": a.end, **a.features}
        for number, a in enumerate(annotations, start=_SOFA_ID + 1)
    ]
    members = [structure["%ID"] for structure in structures]
    # A structure a line: `indent` would take eight times as long.
    lines = ",\n".join(json.dumps(structure, ensure_ascii=False) for structure in (sofa, *structures))
    types = json.dumps(type_system_json(), ensure_ascii=False)
    views = json.dumps({VIEW: {"%SOFA": _SOFA_ID, "%MEMBERS": members}})
    return f'{{"%TYPES": {types},\n"%FEATURE_STRUCTURES": [\n{lines}\n],\n"%VIEWS": {views}}}\n'


def _replaced(counts: Mapping[str, int]) -> Iterator[Loss]:
    places = [number for number, count in counts.items() if count]
    if places:
        yield Loss("control_character", sum(counts.values()), tuple(places[:_EXAMPLES]))


def _annotations(document: Document, study: Study) -> Iterator[Annotation]:
    line, units = document.line, Utf16(document.line.text)
    mentions = _mentions(document)
    among = sentences(line, (span for span, _ in mentions))
    about = {"documentTitle": line.layout.title, "documentId": line.id, "documentUri": line.number, "collectionId": study.title}
    yield Annotation(DOCUMENT, 0, units.units(len(line.text)), {"language": "zh", **_held(about)})
    for start, end in among:
        yield Annotation(SENTENCE, units.units(start), units.units(end), {})
    for start, end in words(line, among, study.boundaries(line.text, line.layout.breaks)):
        yield Annotation(TOKEN, units.units(start), units.units(end), {})
    for span, features in mentions:
        yield Annotation(MENTION, units.units(span.start), units.units(span.end), _held({"label": span.label, **features}))


def _mentions(document: Document) -> list[tuple[Span, dict[str, str]]]:
    marks = [(mark.state.span, {"annotator": mark.by, **_made(mark.state)}) for mark in document.marks]
    proposed = [(Span(c.start, c.end, c.label), {"status": "candidate"}) for c in document.candidates]
    return [*marks, *proposed]


def _made(state: State) -> dict[str, str]:
    return {"status": state.status.value, "programme": state.programme or "", "note": state.note or "", "flag": state.flag or ""}


def _held(features: dict[str, str]) -> dict[str, str]:
    return {name: _NOT_XML.sub("\ufffd", value) for name, value in features.items() if value}


def _element(prefixes: dict[str, str], number: int, annotation: Annotation) -> str:
    kind = TYPES[annotation.type]
    features = "".join(f" {name}={_quoted(value)}" for name, value in annotation.features.items())
    place = f'sofa="{_SOFA_ID}" begin="{annotation.begin}" end="{annotation.end}"'
    return f'<{prefixes[kind.namespace]}:{kind.short} xmi:id="{number}" {place}{features}/>'


def _quoted(value: str) -> str:
    # Line breaks and tabs as references: a parser turns bare ones in an attribute into spaces (XML 1.0, 3.3.3).
    return quoteattr(value)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
