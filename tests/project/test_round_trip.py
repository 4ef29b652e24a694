"""What is exported and imported again is what it was, whatever the text and whatever was marked in it."""

import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.decision import Draft, Kind
from annotator.newsprint import normalise
from annotator.project import annotating
from annotator.project.exporting import Layer, export_jsonl
from annotator.project.importing import import_paths
from annotator.project.workspace import Project
from annotator.store import articles, integrity

LABELS = ("CAMPAIGN", "INDUSTRY", "OTHER")
Marks = list[tuple[int, int, str]]

# What newspaper files hold, and what breaks programs: rare characters, line breaks of all kinds, marks, private-use, control characters.
_PIECES = [
    "扶贫",
    "产业",
    "𠮷",
    "\n",
    "\r\n",
    "\r",
    "\n\r\n",
    "\u3000",
    "“。”",
    ",1aé",
    "\ufeff",
    "\u200b",
    "\ue000",
    "\0",
    "\x7f",
    "\x85",
    "\u2028",
]
TEXTS = (
    st.lists(st.sampled_from(_PIECES) | st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
    .map("".join)
    .filter(lambda text: bool(normalise(text).strip()))
)


@st.composite
def annotated(draw: st.DrawFn) -> tuple[str, Marks]:
    """Draw a text and spans of its normal form."""
    raw = draw(TEXTS)
    length = len(normalise(raw))
    spans = st.tuples(st.integers(0, length - 1), st.integers(1, length), st.sampled_from(LABELS)).filter(lambda s: s[0] < s[1])
    return raw, draw(st.lists(spans, max_size=8))


def _copy(empty: Path, folder: str, name: str) -> Path:
    return Path(shutil.copy(empty, Path(folder) / name))


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def _spans(lines: Sequence[dict[str, Any]], *keys: str) -> list[set[tuple[Any, ...]]]:
    return [{tuple(span[key] for key in keys) for span in line["spans"]} for line in lines]


@given(work=annotated())
@settings(max_examples=40)
def test_an_exported_annotation_is_the_same_in_a_fresh_project(empty_project: Path, work: tuple[str, Marks]) -> None:
    raw, marks = work
    with tempfile.TemporaryDirectory() as folder:
        plain, out, again = (Path(folder) / name for name in ("plain.jsonl", "out.jsonl", "again.jsonl"))
        plain.write_text(json.dumps({"text": raw}, ensure_ascii=False) + "\n", encoding="utf-8")
        with Project.open(_copy(empty_project, folder, "a.annot")) as project:
            import_paths(project, [plain])
            _mark(project, "alice", marks)
            export_jsonl(project, out)
        with Project.open(_copy(empty_project, folder, "b.annot")) as project:
            report = import_paths(project, [out], by="alice")
            export_jsonl(project, again)
            assert list(integrity.problems(project.connection)) == []
        first, second = _lines(out), _lines(again)
    assert first[0]["text"] == normalise(raw)
    assert _spans(first, "start", "end", "label") == [set(marks)]
    assert report.spans == len(set(marks))
    assert [line["text"] for line in second] == [line["text"] for line in first]
    assert _spans(second, "start", "end", "label", "text", "by") == _spans(first, "start", "end", "label", "text", "by")


def _mark(project: Project, name: str, marks: Marks) -> None:
    (article,) = articles.each(project.connection)
    opened = annotating.open_article(project, annotating.person(project, name), article.id)
    drafts = [Draft(Kind.ADD, start=start, end=end, label=label, surface=article.text[start:end]) for start, end, label in marks]
    project.ledger.append(opened.assignment, [*drafts, Draft(Kind.FINISH)], scheme_version=1)


@given(work=annotated())
@settings(max_examples=30)
def test_offsets_in_a_text_as_given_name_the_same_characters_in_the_project(empty_project: Path, work: tuple[str, Marks]) -> None:
    raw, _ = work
    kept = [at for at, character in enumerate(raw) if len(normalise(raw[: at + 1])) > len(normalise(raw[:at])) and character != "\r"]
    with tempfile.TemporaryDirectory() as folder:
        given_file, out = Path(folder) / "given.jsonl", Path(folder) / "out.jsonl"
        spans = [{"start": at, "end": at + 1, "label": "OTHER", "text": raw[at]} for at in kept]
        given_file.write_text(json.dumps({"text": raw, "spans": spans}, ensure_ascii=False) + "\n", encoding="utf-8")
        with Project.open(_copy(empty_project, folder, "a.annot")) as project:
            import_paths(project, [given_file])
            export_jsonl(project, out, layer=Layer.CANDIDATES)
        (line,) = _lines(out)
    found = [line["text"][s["start"] : s["end"]] for s in line["spans"]]
    assert found == [normalise("x" + raw[at])[1:] for at in kept]


def test_the_sample_is_the_same_after_export_and_import(sample: Path, empty_project: Path, tmp_path: Path) -> None:
    exported = sample.with_suffix(".jsonl")
    with Project.open(_copy(empty_project, str(tmp_path), "b.annot")) as project:
        import_paths(project, [exported])
        export_jsonl(project, tmp_path / "again.jsonl", layer=Layer.CANDIDATES)
    before, after = _lines(exported), _lines(tmp_path / "again.jsonl")
    assert [line["text"] for line in after] == [line["text"] for line in before]
    assert [line["meta"]["kind"] for line in after] == [line["meta"]["kind"] for line in before]
    assert [line["meta"]["title"] for line in after] == [line["meta"]["title"] for line in before]
    assert _spans(after, "start", "end", "label", "text") == _spans(before, "start", "end", "label", "text")
