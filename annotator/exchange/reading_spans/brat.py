"""brat's pairs of a text (`.txt`) and a standoff file (`.ann`). Of the annotations only text-bound ones (`T`) are mentions."""

import re
from collections.abc import Iterator
from pathlib import Path

from annotator.core.errors import InputError
from annotator.exchange.formats.document import Unit
from annotator.exchange.native_jsonl import LineIn, SpanIn
from annotator.exchange.reading_spans.ranges import Raw, Where, spans_of

_TEXT_BOUND = re.compile(r"T\d+\t(\S+) (-?\d{1,12} -?\d{1,12}(?:;-?\d{1,12} -?\d{1,12})*)(?:\t(.*))?", re.DOTALL)
_OTHER = ("#", "R", "E", "A", "M", "N", "*", "T")


def read_brat_folder(folder: Path, left_out: list[InputError] | None = None) -> Iterator[LineIn]:
    """Yield the texts of a folder and of the folders in it that have a standoff file; `number` counts them.

    Raises:
        InputError: as `read_brat`, or a file is missing or not UTF-8, the only encoding that brat knows.
    """
    for number, path in enumerate(sorted(folder.rglob("*.ann")), start=1):
        name = str(path.relative_to(folder))
        yield read_brat(_decoded(path.with_suffix(".txt")), _decoded(path), name, number=number, left_out=left_out)


def read_brat(text: str, annotations: str, name: str, *, number: int = 1, left_out: list[InputError] | None = None) -> LineIn:
    """Return a text with its mentions; `name` names the standoff file, `number` is the line it becomes.

    Fragments between which only white space lies are one mention. Others are no continuous mention: they are put into `left_out`,
    or refused where there is no such list.

    Raises:
        InputError: a line is no annotation, or its offsets do not hold its text.
    """
    if not text:
        raise InputError("{name}: the text is empty.", name=name)
    found: dict[SpanIn, None] = {}
    for line, raw in enumerate(annotations.removeprefix("\ufeff").split("\n"), start=1):
        span = _span(text, raw.removesuffix("\r"), Where(name, line))
        if isinstance(span, SpanIn):
            found[span] = None
        elif span is not None and left_out is None:
            raise span
        elif span is not None and left_out is not None:
            left_out.append(span)
    return LineIn(number, None, text, "", tuple(found))


def _span(text: str, raw: str, where: Where) -> SpanIn | InputError | None:
    """Return the mention of a line, the sentence that says why it is none, or None for lines of other kinds."""
    match = _TEXT_BOUND.fullmatch(raw)
    if match is None:
        if raw.strip() and (not raw.startswith(_OTHER) or raw.startswith("T")):
            raise InputError("{name}, line {line}: this is not a line of brat's standoff format.", name=where.name, line=where.number)
        return None
    label, offsets, said = match.groups()
    ends = [piece.split(" ") for piece in offsets.split(";")]
    raws = [Raw(int(start), int(end), label) for start, end in ends]
    pieces = spans_of(text, raws, where, Unit.CODE_POINTS)
    _check_surface(text, pieces, said, where)
    return _joined(text, pieces, label, where)


def _check_surface(text: str, pieces: tuple[SpanIn, ...], said: str | None, where: Where) -> None:
    found = " ".join(text[piece.start : piece.end] for piece in pieces)
    # The line of an annotation cannot hold the line ends of the text, and some tools write blanks for them.
    if said is not None and found.split() != said.split():
        raise InputError(
            "{name}, line {line}: the offsets should hold “{said}”, but the text there is “{found}”.",
            name=where.name,
            line=where.number,
            said=said,
            found=found,
        )


def _joined(text: str, pieces: tuple[SpanIn, ...], label: str, where: Where) -> SpanIn | InputError:
    ordered = sorted(pieces, key=lambda piece: piece.start)
    start, end = ordered[0].start, ordered[0].end
    for piece in ordered[1:]:
        if text[end : piece.start].strip():
            return InputError(
                "{name}, line {line}: “{found}” is one mention in pieces with other words between them.",
                name=where.name,
                line=where.number,
                found=" … ".join(text[p.start : p.end] for p in ordered),
            )
        end = max(end, piece.end)
    return SpanIn(start, end, label, None)


def _decoded(path: Path) -> str:
    try:
        # Line ends stay as they are: brat counts them.
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise InputError("{path} cannot be read: {why}.", path=path, why=error.strerror or error) from error
    except UnicodeDecodeError as error:
        raise InputError("{path} is not UTF-8, the only encoding that brat knows.", path=path) from error
