"""Each text format read back by the program that it is for, or by that program's documented rules: spans by surface and offset."""

import csv
import json
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import lxml.etree
import openpyxl
import pytest
from pydantic import BaseModel, ConfigDict, model_validator
from seqeval.metrics.sequence_labeling import get_entities
from seqeval.scheme import IOB2, IOBES, Entities

from annotator.exchange.formats.brat import Brat, fragments
from annotator.exchange.formats.conll import Conll, flat
from annotator.exchange.formats.doccano import Doccano
from annotator.exchange.formats.document import Document, Options, Study, Tags, Tokens, Unit
from annotator.exchange.formats.label_studio import LabelStudio
from annotator.exchange.formats.mention_table import MentionCsv, MentionWorkbook
from annotator.exchange.formats.prodigy import Prodigy
from annotator.exchange.formats.versions import ready, versions

Found = list[tuple[str, list[tuple[int, int, str, str]]]]


def _expected(documents: Sequence[Document], study: Study, options: Options) -> Found:
    """Return `(person, spans)` for each article and person."""
    return [
        (v.by, [(m.start, m.end, m.label, m.surface) for m in v.marks])
        for document in (ready(d, options) for d in documents)
        for v in versions(document, study)
    ]


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("healed", [False, True])
@pytest.mark.parametrize("cut", list(Tokens))
def test_spacy_finds_prodigys_spans_on_prodigys_tokens(
    documents: Sequence[Document], study: Study, tmp_path: Path, cut: Tokens, *, healed: bool
) -> None:
    spacy = pytest.importorskip("spacy")
    tokens = pytest.importorskip("spacy.tokens")
    options = Options(tokens=cut, healed=healed)
    Prodigy().write(documents, study, options, tmp_path / "out.jsonl")
    vocab, found = spacy.blank("zh").vocab, []
    for task in _lines(tmp_path / "out.jsonl"):
        doc = tokens.Doc(vocab, words=[t["text"] for t in task["tokens"]], spaces=[t["ws"] for t in task["tokens"]])
        assert doc.text == task["text"]
        assert [(t.i, t.idx, t.idx + len(t)) for t in doc] == [(t["id"], t["start"], t["end"]) for t in task["tokens"]]
        spans = [(doc.char_span(s["start"], s["end"], label=s["label"]), s) for s in task["spans"]]
        # spaCy counts a span's end as the token after it; Prodigy names the last one.
        assert [(span.start, span.end - 1) for span, _ in spans] == [(s["token_start"], s["token_end"]) for _, s in spans]
        found.append((task["_annotator_id"], [(span.start_char, span.end_char, span.label_, span.text) for span, _ in spans]))
    assert found == _expected(documents, study, options)


def test_prodigys_rejected_spans_are_those_of_the_person(documents: Sequence[Document], study: Study, tmp_path: Path) -> None:
    Prodigy().write(documents, study, Options(), tmp_path / "out.jsonl")
    found = [[s["text"] for s in task.get("rejected", ())] for task in _lines(tmp_path / "out.jsonl")]
    assert found == [["笑"], [], []]


@pytest.mark.parametrize("cut", list(Tokens))
@pytest.mark.parametrize(("tags", "scheme"), [(Tags.BIO, IOB2), (Tags.BIOES, IOBES)])
def test_seqeval_finds_the_mentions_of_a_conll_file_in_strict_mode(
    documents: Sequence[Document], study: Study, tmp_path: Path, *, cut: Tokens, tags: Tags, scheme: type
) -> None:
    options = Options(tokens=cut, tags=tags)
    Conll().write(documents, study, options, tmp_path / "out.conll")
    found: Found = []
    for head, sentences in _columns(tmp_path / "out.conll"):
        strict = Entities([[row[-1] for row in s] for s in sentences], scheme=scheme, suffix=False)
        spans = [(sentences[i], e.start, e.end, e.tag) for i, of_one in enumerate(strict.entities) for e in of_one]
        placed = [(int(s[start][1]), int(s[end - 1][2]), label) for s, start, end, label in spans]
        found.append((head["by"], [(start, end, label, head["text"][start:end]) for start, end, label in placed]))
        loose = [e for s in sentences for e in get_entities([row[-1] for row in s])]
        assert len(loose) == len(placed)
    kept = [(v.by, flat(v.marks)[0]) for d in documents for v in versions(d, study)]
    assert found == [(by, [(m.start, m.end, m.label, m.surface) for m in marks]) for by, marks in kept]


def _columns(path: Path) -> Iterator[tuple[dict[str, Any], list[list[list[str]]]]]:
    text = path.read_text(encoding="utf-8")
    for part in re.split(r"^# ", text, flags=re.MULTILINE)[1:]:
        head, _, rows = part.partition("\n")
        yield json.loads(head), [[row.split("\t") for row in s.split("\n")] for s in rows.strip("\n").split("\n\n")]


@pytest.mark.parametrize("tags", list(Tags))
def test_no_sentence_of_a_conll_file_ends_at_a_break(documents: Sequence[Document], study: Study, tmp_path: Path, tags: Tags) -> None:
    Conll().write(documents, study, Options(tags=tags), tmp_path / "out.conll")
    ((_, sentences), *_) = _columns(tmp_path / "out.conll")
    assert ["".join(row[0] for row in s) for s in sentences] == [
        "𠮷家沟落实产业扶贫见实效",
        "驻村第一书记说：“雨露计划好！”",
        "低保户笑了。",
    ]


@pytest.mark.parametrize(("unit", "width"), [(Unit.OWN, 2), (Unit.UTF16, 2), (Unit.CODE_POINTS, 4)])
def test_doccano_finds_the_spans_in_its_units(documents: Sequence[Document], study: Study, tmp_path: Path, unit: Unit, width: int) -> None:
    Doccano().write(documents, study, Options(unit=unit), tmp_path / "out.jsonl")
    found: Found = []
    for example in _lines(tmp_path / "out.jsonl"):
        # A JavaScript string is its UTF-16 units; a Python string is its UTF-32 units.
        encoding = "utf-16-le" if width == 2 else "utf-32-le"
        units = example["text"].encode(encoding)
        surfaces = [units[start * width : end * width].decode(encoding) for start, end, _ in example["label"]]
        starts = [len(units[: start * width].decode(encoding)) for start, _, _ in example["label"]]
        spans = [
            (start, start + len(surface), label, surface)
            for start, surface, (_, _, label) in zip(starts, surfaces, example["label"], strict=True)
        ]
        found.append((example["annotator"], spans))
    assert found == _expected(documents, study, Options())


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Value(_Strict):
    start: int
    end: int
    text: str
    labels: list[str]


class _Region(_Strict):
    """A result as Label Studio documents it for text and labels."""

    id: str
    from_name: Literal["label"]
    to_name: Literal["text"]
    type: Literal["labels"]
    origin: Literal["manual", "prediction", "prediction-changed"]
    value: _Value
    score: float | None = None
    meta: dict[Literal["text"], list[str]] | None = None


class _Annotation(_Strict):
    result: list[_Region]
    was_cancelled: bool
    ground_truth: bool


class _Prediction(_Strict):
    result: list[_Region]
    model_version: str


class _Task(_Strict):
    data: dict[str, Any]
    annotations: list[_Annotation]
    predictions: list[_Prediction]

    @model_validator(mode="after")
    def _check_ids(self) -> "_Task":
        for result in [work.result for work in self.annotations] + [work.result for work in self.predictions]:
            ids = [region.id for region in result]
            assert len(ids) == len(set(ids))
        return self


def test_label_studio_finds_the_spans_with_people_and_provenance(documents: Sequence[Document], study: Study, tmp_path: Path) -> None:
    LabelStudio().write(documents, study, Options(), tmp_path / "out")
    tasks = [_Task.model_validate_json(json.dumps(task)) for task in json.loads((tmp_path / "out" / "tasks.json").read_text("utf-8"))]
    found: Found = []
    for task in tasks:
        for by, work in zip(task.data["annotators"], task.annotations, strict=True):
            values = [region.value for region in work.result]
            assert all(task.data["text"][v.start : v.end] == v.text for v in values)
            found.append((by, [(v.start, v.end, v.labels[0], v.text) for v in values]))
    assert found == _expected(documents, study, Options())
    assert [region.origin for region in tasks[0].annotations[0].result] == [
        "prediction",
        "manual",
        "prediction-changed",
        "prediction-changed",
        "prediction",
    ]
    assert [region.value.text for region in tasks[0].predictions[0].result] == ["低保", "笑"]


def test_label_studios_configuration_names_every_label_of_the_tasks(documents: Sequence[Document], study: Study, tmp_path: Path) -> None:
    LabelStudio().write(documents, study, Options(), tmp_path / "out")
    view = lxml.etree.fromstring((tmp_path / "out" / "config.xml").read_bytes())
    labels, text = view.find("Labels"), view.find("Text")
    assert labels is not None
    assert text is not None
    assert (labels.get("name"), labels.get("toName"), text.get("name"), text.get("value")) == ("label", "text", "text", "$text")
    assert [label.get("value") for label in labels] == [label.id for label in study.scheme.labels]


@pytest.mark.parametrize("healed", [False, True])
def test_brats_rules_find_the_spans(documents: Sequence[Document], study: Study, tmp_path: Path, *, healed: bool) -> None:
    options = Options(healed=healed)
    Brat().write(documents, study, options, tmp_path / "out")
    assert not any(b"\r" in path.read_bytes() for path in (tmp_path / "out").rglob("*.*"))
    types = (tmp_path / "out" / "annotation.conf").read_text(encoding="ascii").split("[entities]\n")[1].split("\n\n")[0].split("\n")
    found = {}
    for path in sorted((tmp_path / "out").rglob("*.ann")):
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        spans = []
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("T"):
                _, middle, said = line.split("\t")
                label, _, offsets = middle.partition(" ")
                pieces = [tuple(map(int, piece.split())) for piece in offsets.split(";")]
                assert label in types
                assert " ".join(text[start:end] for start, end in pieces) == said
                assert all("\n" not in text[start:end] for start, end in pieces)
                spans.append((label, text, tuple(pieces)))
        found[path.parent.name.split("-")[0], path.stem] = spans
    expected = {
        (v.by, d.line.number): [(m.label, d.line.text, fragments(d.line.text, m.start, m.end)) for m in v.marks]
        for d in (ready(document, options) for document in documents)
        for v in versions(d, study)
    }
    assert found == expected


def test_one_persons_brat_folder_has_no_folders(documents: Sequence[Document], study: Study, tmp_path: Path) -> None:
    Brat().write([replace(documents[1], marks=())], replace(study, people=("bob",)), Options(), tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["A0002.ann", "A0002.txt", "annotation.conf", "visual.conf"]


def _table(rows: Sequence[Sequence[object]]) -> list[dict[str, str]]:
    header = [str(name) for name in rows[0]]
    return [dict(zip(header, ["" if cell is None else str(cell) for cell in row], strict=True)) for row in rows[1:]]


def _workbook(path: Path) -> list[list[dict[str, str]]]:
    book = openpyxl.load_workbook(path, read_only=True)
    try:
        return [_table(list(sheet.iter_rows(values_only=True))) for sheet in book.worksheets]
    finally:
        book.close()


def _csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return _table(list(csv.reader(file)))


@pytest.mark.parametrize("sentences", [False, True])
def test_openpyxl_and_csv_read_the_same_table(documents: Sequence[Document], study: Study, tmp_path: Path, *, sentences: bool) -> None:
    options = Options(sentences=sentences)
    MentionWorkbook().write(documents, study, options, tmp_path / "out.xlsx")
    MentionCsv().write(documents, study, options, tmp_path / "out.csv")
    assert _workbook(tmp_path / "out.xlsx") == [_csv(tmp_path / "out.csv")]


def test_the_golden_workbook_says_what_the_golden_csv_says() -> None:
    golden = Path(__file__).parents[3] / "golden" / "formats"
    assert _workbook(golden / "xlsx.xlsx") == [_csv(golden / "csv.csv")]


def test_openpyxl_finds_every_mention_where_it_stands(documents: Sequence[Document], study: Study, tmp_path: Path) -> None:
    MentionWorkbook().write(documents, study, Options(), tmp_path / "out.xlsx")
    texts = {d.line.number: d.line.text for d in documents}
    (rows,) = _workbook(tmp_path / "out.xlsx")
    marked = [row for row in rows if row["status"] != "rejected"]
    assert all(texts[row["article"]][int(row["start"]) : int(row["end"])] == row["mention"].removeprefix("'") for row in rows)
    assert len(marked) == sum(len(d.marks) for d in documents)
    assert rows[4]["programme_name"] == "雨露计划"
    assert (rows[0]["date"], rows[0]["paper"]) == ("2020-06-01", "吉祥县报")


def test_no_cell_of_a_table_is_a_formula(documents: Sequence[Document], study: Study, tmp_path: Path) -> None:
    MentionWorkbook().write(documents, study, Options(), tmp_path / "out.xlsx")
    MentionCsv().write(documents, study, Options(), tmp_path / "out.csv")
    cells = [cell for row in (*_csv(tmp_path / "out.csv"), *_workbook(tmp_path / "out.xlsx")[0]) for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))]
    assert cells.count("'=扶贫车间") == 2
    with zipfile.ZipFile(tmp_path / "out.xlsx") as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_a_note_that_begins_like_a_formula_is_text(documents: Sequence[Document], study: Study, tmp_path: Path, sign: str) -> None:
    mark = documents[1].marks[0]
    noted = replace(documents[1], marks=(replace(mark, state=replace(mark.state, note=f"{sign}1+1")),))
    MentionCsv().write([noted], study, Options(), tmp_path / "out.csv")
    assert _csv(tmp_path / "out.csv")[0]["note"] == f"'{sign}1+1"


def test_a_full_sheet_goes_on_in_the_next(documents: Sequence[Document], study: Study, tmp_path: Path) -> None:
    MentionWorkbook(most_rows=5).write(documents, study, Options(), tmp_path / "out.xlsx")
    MentionWorkbook().write(documents, study, Options(), tmp_path / "one.xlsx")
    sheets = _workbook(tmp_path / "out.xlsx")
    assert [len(rows) for rows in sheets] == [4, 4, 2]
    assert [row for rows in sheets for row in rows] == _workbook(tmp_path / "one.xlsx")[0]


def test_a_workbook_says_what_it_cannot_hold(documents: Sequence[Document], study: Study, tmp_path: Path) -> None:
    mark = documents[1].marks[0]
    noted = replace(mark, state=replace(mark.state, note="\x01" + "长" * 40_000 + "\ufffe"))
    losses = MentionWorkbook().write([replace(documents[1], marks=(noted,))], study, Options(), tmp_path / "out.xlsx")
    assert {loss.what: loss.count for loss in losses} == {"character": 1, "long": 1}
    assert _workbook(tmp_path / "out.xlsx")[0][0]["note"] == "\ufffd" + "长" * 32_766


def test_a_workbook_does_not_say_when_it_was_written(documents: Sequence[Document], study: Study, tmp_path: Path) -> None:
    MentionWorkbook().write(documents, study, Options(), tmp_path / "out.xlsx")
    with zipfile.ZipFile(tmp_path / "out.xlsx") as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {1980}
        assert archive.read("docProps/core.xml").count(b"2000-01-01T00:00:00Z") == 2
