"""brat's folder: a text and a standoff file per article, and the configuration that lets brat show them.

brat's rules (its pages "Standoff format" and "Configuration"): offsets are code points of the text file, `end` is exclusive; an
annotation has no line end in it, so a mention across a line break is written as fragments, whose texts are joined by a space;
types are made of ASCII letters, digits, `-` and `_`; the base names of the two files are equal. With several people there is one
folder for each, as brat knows one annotation per file.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.core.fold import State
from annotator.core.ids import annotator_id
from annotator.core.scheme import Scheme
from annotator.exchange.formats.document import Document, Loss, Options, Study
from annotator.exchange.formats.losses import Losses
from annotator.exchange.formats.versions import Version, ready, versions
from annotator.exchange.native_jsonl import Line

# Whatever ends a line to some reader; blanks at the ends of a fragment are lost to others.
_LINE_ENDS = r"\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
_PIECE = re.compile(rf"[^\s](?:[^{_LINE_ENDS}]*[^\s])?")
_NOT_ASCII_NAME = re.compile(r"[^A-Za-z0-9_-]")
_NOT_FOLDER_NAME = re.compile(r"[^\w-]")
# File names that Windows keeps for devices cannot occur: a folder has its person's name and a piece of its id.
_ID_DIGITS = 6


class Brat:
    """A folder that can be put into brat's data folder as it is."""

    name = "brat"
    suffix = ""
    is_folder = True
    holds = frozenset({"overlaps", "people", "programmes", "notes", "sources"})

    def write(self, documents: Iterable[Document], study: Study, options: Options, out: Path) -> tuple[Loss, ...]:
        """Write two files per article and person; see `Format.write`."""
        losses = Losses()
        out.mkdir()
        _write(out / "annotation.conf", annotation_conf(study.scheme))
        _write(out / "visual.conf", visual_conf(study.scheme))
        for document in (ready(d, options) for d in documents):
            losses.add_unheld(document, self.holds)
            for version in versions(document, study):
                is_alone = len(study.people) <= 1 and version.by in {"", *study.people}
                folder = out if is_alone else out / _folder(version.by)
                folder.mkdir(exist_ok=True)
                _write(folder / f"{_base(document.line)}.txt", document.line.text)
                _write(folder / f"{_base(document.line)}.ann", "".join(_lines(document.line, version, study, losses)))
        return losses.told()


def type_name(label: str) -> str:
    """Return the name of brat's type for a label's id: other characters than brat allows become `_`."""
    return _NOT_ASCII_NAME.sub("_", label)


def annotation_conf(scheme: Scheme) -> str:
    """Return brat's types; mentions may overlap."""
    types = "".join(f"{type_name(label.id)}\n" for label in scheme.labels)
    overlap = "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n"
    return f"[entities]\n{types}\n[relations]\n{overlap}\n[events]\n\n[attributes]\n"


def visual_conf(scheme: Scheme) -> str:
    """Return what brat calls the types on screen, and their colours."""
    # A bar separates the names; a comma the values of a drawing.
    names = "".join(f"{type_name(label.id)} | {label.name.get('zh').replace('|', ' ')}\n" for label in scheme.labels)
    colours = "".join(f"{type_name(label.id)}\tbgColor:{label.light.soft}\n" for label in scheme.labels)
    return f"[labels]\n{names}\n[drawing]\n{colours}"


def fragments(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the pieces of `[start, end)` between line ends without blanks around them, as code points of `text`."""
    return tuple(match.span() for match in _PIECE.finditer(text, start, end))


def _lines(line: Line, version: Version, study: Study, losses: Losses) -> Iterator[str]:
    number = 0
    for mark in version.marks:
        pieces = fragments(line.text, mark.start, mark.end)
        if not pieces:
            losses.add("blank", line, mark)
            continue
        if pieces[0][0] != mark.start or pieces[-1][1] != mark.end:
            losses.add("trimmed", line, mark)
        number += 1
        offsets = ";".join(f"{start} {end}" for start, end in pieces)
        surface = " ".join(line.text[start:end] for start, end in pieces)
        yield f"T{number}\t{type_name(mark.label)} {offsets}\t{surface}\n"
        yield f"#{number}\tAnnotatorNotes T{number}\t{_note(mark, study)}\n"


def _note(mark: State, study: Study) -> str:
    programme = f"programme {mark.programme} {study.programmes.get(mark.programme, '')}" if mark.programme else ""
    said = (mark.status.value, mark.source, programme, mark.note, mark.flag)
    return "; ".join(" ".join(words.split()) for words in said if words)


def _folder(by: str) -> str:
    return f"{_NOT_FOLDER_NAME.sub('_', by)}-{annotator_id(by)[:_ID_DIGITS]}" if by else "nobody"


def _base(line: Line) -> str:
    return _NOT_ASCII_NAME.sub("_", line.number or line.id)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
