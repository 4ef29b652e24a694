"""A folder that `datasets.load_dataset` reads: JSON lines and Parquet per split, and a card that says what the columns are.

`tags` is one layer out of everybody's mentions (the longest, then the earliest, then the one most people made). Nobody's own
opinion is lost in it: `annotations` has the tags of each person who worked on the article, so that any soft label (a share of
votes, one annotator's, weighted ones) can be computed; shares alone could not be taken apart again. `spans` holds every mark,
overlaps included. `data/` has Parquet, `jsonl/` JSON lines; each folder can be loaded, because one data set is of one file type.
Without pyarrow the folder holds JSON lines only. Numbers of tags stand in Parquet, names of tags in JSON lines.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Self, TextIO

from annotator.exchange.formats.card import Card, Language, card
from annotator.exchange.formats.document import Document, Loss, Options, Study
from annotator.exchange.formats.huggingface_features import arrow_schema, features_yaml, tag_names
from annotator.exchange.formats.huggingface_rows import Row, Rows, numbered
from annotator.exchange.formats.json_text import json_line
from annotator.exchange.formats.losses import Losses
from annotator.exchange.formats.manifest import TRAIN, Counts, by_use
from annotator.exchange.formats.versions import ready

# Rows that are turned into Arrow at once: a few megabytes.
_BATCH = 256


class HuggingFace:
    """The folder's format."""

    name = "huggingface"
    suffix = ""
    is_folder = True
    holds = frozenset({"candidates", "notes", "overlaps", "people", "programmes", "rejected", "sources"})

    def __init__(
        self, splits: Mapping[str, str] | None = None, agreement: Mapping[str, str] | None = None, language: Language = Language.ZH
    ) -> None:
        """Map ids of articles to `train`, `validation` or `test` by `splits`; what is not in it is in `train`.

        `agreement` and `language` are for the card.
        """
        self._splits = splits or {}
        self._agreement = agreement
        self._language = language

    def write(self, documents: Iterable[Document], study: Study, options: Options, out: Path) -> tuple[Loss, ...]:
        """Write `documents` to the folder `out`; losses in `tags` (never in `spans`): `overlap`, `token_edge`, `label`.

        `parquet` is lost where pyarrow is not installed.

        Raises:
            ExportError: a surface is not what stands at its offsets.
        """
        losses, counts = Losses(), Counts()
        names = tag_names(study.scheme, options.tags)
        rows = Rows(study, options, losses)
        out.mkdir()
        with _Files(out, names) as files:
            for document in documents:
                split = self._splits.get(document.line.id, TRAIN)
                files.add(split, rows.row(ready(document, options)))
                counts.add(split, document)
        told = (*losses.told(), *(() if files.has_parquet else (Loss("parquet", len(files.splits)),)))
        text = card(Card(study, counts.splits(), losses=told, agreement=self._agreement, is_healed=options.healed), self._language)
        paths = "data/{}.parquet" if files.has_parquet else "jsonl/{}.jsonl"
        _write_text(out / "README.md", f"{_header(study.title, names, files.splits, paths)}\n{text}")
        if files.splits:
            _write_text(out / "jsonl" / "README.md", _header(study.title, names, files.splits, "{}.jsonl"))
        return told


class _Files:
    """The files of the splits, opened with their first row."""

    def __init__(self, out: Path, names: Sequence[str]) -> None:
        self.has_parquet = find_spec("pyarrow") is not None
        self._out = out
        self._numbers = {name: number for number, name in enumerate(names)}
        self._open: dict[str, tuple[TextIO, _Parquet | None]] = {}
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @property
    def splits(self) -> tuple[str, ...]:
        """The splits that hold something, train first."""
        return tuple(sorted(self._open, key=by_use))

    def add(self, split: str, row: Row) -> None:
        """Write a row to the files of `split`."""
        if split not in self._open:
            self._open[split] = self._opened(split)
        lines, parquet = self._open[split]
        lines.write(json_line(row) + "\n")
        if parquet is not None:
            parquet.add(numbered(row, self._numbers))

    def _opened(self, split: str) -> "tuple[TextIO, _Parquet | None]":
        lines = self._stack.enter_context(self._path("jsonl", split).open("w", encoding="utf-8", newline="\n"))
        parquet = _Parquet(self._path("data", split).with_suffix(".parquet")) if self.has_parquet else None
        if parquet is not None:
            self._stack.callback(parquet.close)
        return lines, parquet

    def _path(self, folder: str, split: str) -> Path:
        (self._out / folder).mkdir(exist_ok=True)
        return self._out / folder / f"{split}.jsonl"


class _Parquet:
    """One Parquet file, written in batches of rows."""

    def __init__(self, path: Path) -> None:
        self._arrow = import_module("pyarrow")
        self._schema = arrow_schema()
        self._writer: Any = import_module("pyarrow.parquet").ParquetWriter(path, self._schema)
        self._rows: list[Row] = []

    def add(self, row: Row) -> None:
        self._rows.append(row)
        if len(self._rows) == _BATCH:
            self._flush()

    def close(self) -> None:
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_table(self._arrow.Table.from_pylist(self._rows, schema=self._schema))
            self._rows = []


def _header(title: str, names: Sequence[str], splits: Sequence[str], paths: str) -> str:
    """Return the card's header in YAML; strings are written as JSON, which YAML reads. `paths` has {} for a split's name."""
    files = [line for split in splits for line in (f"  - split: {_quoted(split)}", f"    path: {_quoted(paths.format(split))}")]
    lines = [
        "---",
        f"pretty_name: {_quoted(title)}",
        "language:",
        "- zh",
        "# The licence is for the author to choose.",
        "license: unknown",
        "task_categories:",
        "- token-classification",
        *(("configs:", "- config_name: default", "  data_files:", *files) if files else ()),
        "dataset_info:",
        "- config_name: default",
        "  features:",
        features_yaml(names, "  "),
    ]
    return "\n".join(lines) + "---\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _write_text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
