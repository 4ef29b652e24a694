"""Which format with spans a file or folder is, told by its name and its beginning."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic_core import from_json

from annotator.exchange.reading_spans.tags import OUTSIDE, is_tag

# Characters and rows that are looked at: a line holds its whole text before it says what its spans are called.
_GLANCE = 4_000_000
_ROWS = 50
_FEW = 100_000
_CONLL_SUFFIXES = frozenset({".conll", ".bio", ".bioes", ".bmes", ".iob", ".iob2", ".bilou"})
_COLUMN_SUFFIXES = _CONLL_SUFFIXES | {".txt", ".tsv"}
_OF_PRODIGY = frozenset({"answer", "tokens", "_input_hash", "_task_hash", "_view_id", "_session_id"})
_BREAKS = re.compile(r"\r\n?|\n")


class SpanFormat(StrEnum):
    """A format whose texts carry spans."""

    NATIVE = "jsonl"
    PRODIGY = "prodigy"
    DOCCANO = "doccano"
    LABEL_STUDIO = "label-studio"
    BRAT = "brat"
    CONLL = "conll"
    STANDOFF = "standoff"


def detect(path: Path) -> SpanFormat | None:
    """Return the format of a file or folder; None if it is none of these, or cannot be read."""
    try:
        if path.is_dir():
            return (
                SpanFormat.BRAT if next(path.rglob("*.ann"), None) else detect(tasks) if (tasks := path / "tasks.json").exists() else None
            )
        if path.suffix.lower() == ".ann" or (path.suffix.lower() == ".txt" and path.with_suffix(".ann").exists()):
            return SpanFormat.BRAT
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            return detect_text(file.read(_GLANCE), path.name)
    except OSError:
        return None


def detect_text(beginning: str, name: str) -> SpanFormat | None:
    """Return the format of a file called `name` by the beginning of its text; None if it is none of these."""
    suffix = Path(name).suffix.lower()
    if suffix in {".json", ".jsonl", ".ndjson"}:
        first = _first_object(beginning.removeprefix("\ufeff").lstrip())
        return None if first is None else _of_object(first)
    is_conll = bool(beginning.strip()) if suffix in _CONLL_SUFFIXES else _has_tags(_BREAKS.split(beginning[:_FEW]))
    return SpanFormat.CONLL if is_conll and suffix in _COLUMN_SUFFIXES else None


def _first_object(beginning: str) -> Mapping[str, Any] | None:
    """Return the first object of JSON lines or of a list; what of it lies within the glance, where it is longer."""
    lines = beginning.split("\n", 1)
    for raw in (lines[0], beginning):
        try:
            found = from_json(raw, allow_partial="trailing-strings")
        except ValueError:
            continue
        if isinstance(found, list):
            found = found[0] if found else None
        if isinstance(found, dict) and found:
            return found
    return None


def _of_object(value: Mapping[str, Any]) -> SpanFormat | None:
    meta = value.get("meta")
    # The first that is true decides.
    signs = {
        SpanFormat.STANDOFF: {"standoff", "fingerprint"} <= value.keys(),
        SpanFormat.LABEL_STUDIO: isinstance(value.get("data"), dict) and bool({"annotations", "predictions"} & value.keys()),
        None: not isinstance(value.get("text", value.get("data")), str),
        SpanFormat.NATIVE: isinstance(meta, dict) and "page_sha256" in meta,
        SpanFormat.PRODIGY: bool(_OF_PRODIGY & value.keys()),
        SpanFormat.DOCCANO: any(isinstance(value.get(key), list) for key in ("label", "labels", "entities")),
    }
    return next((kind for kind, is_so in signs.items() if is_so), SpanFormat.NATIVE if isinstance(value.get("spans"), list) else None)


def _has_tags(lines: Iterable[str]) -> bool:
    """Say whether the first rows all end in tags, not all of which are outside of mentions unless there are many."""
    rows = [line.split() for line in lines if line.strip() and not line.startswith(("# ", "-DOCSTART-"))][:_ROWS]
    tags = [row[-1] for row in rows if len(row) > 1]
    if not rows or len(tags) < len(rows) or not all(map(is_tag, tags)):
        return False
    return len(rows) == _ROWS or any(tag != OUTSIDE for tag in tags)
