"""The Hugging Face folder: `datasets` loads it offline, and its tags say the spans again."""

import importlib
import json
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import ExportError
from annotator.core.span import Span
from annotator.exchange.formats import huggingface
from annotator.exchange.formats.document import Document, Options, Study, Tags, Tokens
from annotator.exchange.formats.huggingface import HuggingFace
from annotator.exchange.formats.huggingface_features import tag_names
from annotator.exchange.formats.huggingface_rows import _prefixes

GOLDEN = Path(__file__).parents[2] / "golden" / "formats" / "huggingface"

Load = Callable[[Path], Any]


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Load:
    """Load a folder with `datasets`, which may neither reach the network nor the user's folders."""
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setenv("HF_DATASETS_OFFLINE", "1")
    monkeypatch.setenv("HF_HOME", str(tmp_path / "home"))
    datasets = importlib.import_module("datasets")
    datasets.disable_progress_bars()
    return lambda folder: datasets.load_dataset(str(folder), cache_dir=str(tmp_path / "cache"))


def _splits(documents: Sequence[Document]) -> dict[str, str]:
    return {documents[1].line.id: "validation", documents[2].line.id: "test"}


def _spans_from_tags(tags: Sequence[str]) -> list[Span]:
    """Return the spans (tokens) that tags say to whoever reads them, BIO or BIOES."""
    spans: list[Span] = []
    is_open = False
    for at, tag in enumerate(tags):
        prefix, _, label = tag.partition("-")
        if prefix in {"I", "E"} and is_open and spans[-1].label == label:
            spans[-1] = Span(spans[-1].start, at + 1, label)
        elif label:
            spans.append(Span(at, at + 1, label))
        is_open = prefix in {"B", "I"}
    return spans


def _rebuilt(row: dict[str, Any], tags: list[str]) -> list[tuple[int, int, str, str]]:
    starts = [*row["token_starts"], len(row["text"])]
    return [
        (starts[span.start], starts[span.end], span.label, "".join(row["tokens"][span.start : span.end])) for span in _spans_from_tags(tags)
    ]


def _spans(row: dict[str, Any], *, by: str) -> list[tuple[int, int, str, str]]:
    return sorted((span["start"], span["end"], span["label"], span["text"]) for span in row["spans"] if span["by"] == by)


@pytest.mark.parametrize("way", [(tags, folder) for tags in Tags for folder in ("", "jsonl")])
def test_datasets_loads_it_and_the_tags_say_the_spans_again(
    library_documents: tuple[Document, ...], library_study: Study, tmp_path: Path, load: Load, way: tuple[Tags, str]
) -> None:
    tags, folder = way
    HuggingFace(_splits(library_documents)).write(library_documents, library_study, Options(tags=tags), tmp_path / "out")
    loaded = load(tmp_path / "out" / folder)
    assert sorted(loaded) == ["test", "train", "validation"]
    label = loaded["train"].features["tags"].feature
    assert tuple(label.names) == tag_names(library_study.scheme, tags)
    for split, document in zip(("train", "validation", "test"), library_documents, strict=True):
        (row,) = loaded[split]
        assert row["text"] == "".join(row["tokens"]) == document.line.text
        assert [mark["text"] for mark in row["spans"]] == [mark.state.surface for mark in document.marks]
        assert row["finished"] == list(document.line.finished)
        own = {each["by"]: _rebuilt(row, [label.int2str(tag) for tag in each["tags"]]) for each in row["annotations"]}
        assert own.get("alice", []) == _spans(row, by="alice")  # hers do not overlap
    (row,) = loaded["train"]
    assert [span[3] for span in _bobs(row, label)] == ["产业扶\n贫", "第一书记", "低保", "扶贫车间"]
    kept = [place[3] for place in _rebuilt(row, [label.int2str(tag) for tag in row["tags"]])]
    assert kept == ["产业扶\n贫", "驻村第一书记", "雨露计划", "”<&>𠮷", "低保", "扶贫车间"]
    assert [(span["text"], span["by"]) for span in row["rejected"]] == [("低保户", "alice")]


def _bobs(row: dict[str, Any], label: Any) -> list[tuple[int, int, str, str]]:  # noqa: ANN401 - `datasets` has no types
    (tags,) = (each["tags"] for each in row["annotations"] if each["by"] == "bob")
    return _rebuilt(row, [label.int2str(tag) for tag in tags])


def test_the_libraries_are_not_imported_before_something_is_written() -> None:
    modules = ("formats.spacy_docbin", "formats.huggingface", "formats.cas", "reading_spans.spacy_docbin", "reading_spans.cas")
    imports = "; ".join(f"import annotator.exchange.{module}" for module in modules)
    heavy = "{'spacy', 'srsly', 'numpy', 'pyarrow', 'datasets', 'cassis', 'lxml'}"
    done = subprocess.run(
        [sys.executable, "-c", f"{imports}; import sys; print({heavy} & set(sys.modules))"], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"


def test_json_lines_and_parquet_hold_the_same_however_many_rows_are_written_at_once(
    library_documents: tuple[Document, ...], library_study: Study, tmp_path: Path, load: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(huggingface, "_BATCH", 2)
    HuggingFace().write(library_documents, library_study, Options(), tmp_path / "out")
    assert load(tmp_path / "out")["train"].to_list() == load(tmp_path / "out" / "jsonl")["train"].to_list()


def test_tags_cannot_say_overlaps_cut_words_or_unknown_labels_and_spans_can(
    library_documents: tuple[Document, ...], library_study: Study, tmp_path: Path
) -> None:
    losses = HuggingFace().write(library_documents, library_study, Options(tokens=Tokens.WORDS), tmp_path / "words")
    assert {loss.what: loss.count for loss in losses} == {"token_edge": 7}
    fewer = type(library_study.scheme)("poverty", 4, library_study.scheme.title, library_study.scheme.labels[:1])
    study = type(library_study)(library_study.title, fewer, library_study.people, library_study.boundaries)
    losses = HuggingFace().write(library_documents, study, Options(), tmp_path / "fewer")
    assert {loss.what: loss.count for loss in losses} == {"label": 6}
    rows = [json.loads(line) for line in (tmp_path / "fewer" / "jsonl" / "train.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [len(row["spans"]) for row in rows] == [len(document.marks) for document in library_documents]


def test_the_folder_is_what_it_was(library_documents: tuple[Document, ...], library_study: Study, tmp_path: Path) -> None:
    HuggingFace({library_documents[1].line.id: "test"}).write(library_documents, library_study, Options(), tmp_path / "out")
    names = sorted(path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*") if path.is_file())
    for name in names:
        if not name.endswith(".parquet"):  # it holds the version of pyarrow
            assert (tmp_path / "out" / name).read_text(encoding="utf-8") == (GOLDEN / name).read_text(encoding="utf-8"), name


def test_the_same_documents_are_the_same_bytes(library_documents: tuple[Document, ...], library_study: Study, tmp_path: Path) -> None:
    for name in "ab":
        HuggingFace().write(library_documents, library_study, Options(), tmp_path / name)
    for path in (path for path in (tmp_path / "a").rglob("*") if path.is_file()):
        assert path.read_bytes() == (tmp_path / "b" / path.relative_to(tmp_path / "a")).read_bytes(), path.name


def test_without_pyarrow_json_lines_alone_can_be_loaded_and_that_is_told(
    library_documents: tuple[Document, ...], library_study: Study, tmp_path: Path, load: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing_found(_name: str) -> ModuleSpec | None:
        return None

    with monkeypatch.context() as patch:
        patch.setattr(huggingface, "find_spec", nothing_found)
        losses = HuggingFace().write(library_documents, library_study, Options(), tmp_path / "out")
    assert [(loss.what, loss.count) for loss in losses] == [("overlap", 2), ("parquet", 1)]
    assert not list((tmp_path / "out").rglob("*.parquet"))
    assert len(load(tmp_path / "out")["train"]) == len(library_documents)


def test_no_documents_are_a_folder_with_a_card(library_study: Study, tmp_path: Path) -> None:
    assert not HuggingFace().write([], library_study, Options(), tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["README.md"]


def test_a_surface_that_does_not_stand_there_is_not_written(
    library_documents: tuple[Document, ...], library_study: Study, tmp_path: Path
) -> None:
    moved = Document(library_documents[2].line, library_documents[0].marks)
    with pytest.raises(ExportError, match="A0003"):
        HuggingFace().write([moved], library_study, Options(), tmp_path / "out")


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4), st.sampled_from("AB")), max_size=8), st.sampled_from(Tags))
def test_spans_survive_being_tags(pieces: list[tuple[int, int, str]], tags: Tags) -> None:
    found: list[str] = []
    spans: list[Span] = []
    for gap, length, label in pieces:
        found += ["O"] * gap
        spans.append(Span(len(found), len(found) + length, label))
        found += [f"{prefix}-{label}" for prefix in _prefixes(length, tags)]
    assert _spans_from_tags(found) == spans


def test_tags_are_numbered_label_by_label(library_study: Study) -> None:
    assert tag_names(library_study.scheme, Tags.BIO)[:3] == ("O", "B-INDUSTRY", "I-INDUSTRY")
    names = tag_names(library_study.scheme, Tags.BIOES)
    assert len(names) == len(set(names)) == 4 * len(library_study.scheme.labels) + 1
    assert all(re.fullmatch(r"O|[BIES]-[A-Z]+", name) for name in names)
