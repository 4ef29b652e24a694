"""What readers of foreign formats refuse, what they keep, and that the sentence names file and line."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from annotator.core.errors import InputError
from annotator.exchange.formats.document import Unit
from annotator.exchange.native_jsonl import LineIn
from annotator.exchange.reading_spans import (
    Layer,
    SpanFormat,
    detect,
    detect_text,
    read_brat,
    read_brat_folder,
    read_conll,
    read_doccano,
    read_label_studio,
    read_prodigy,
    read_text,
)

TEXT = "产业扶贫见实效"
Read = Callable[[str], Iterable[LineIn]]


def _prodigy(*spans: tuple[object, object, object], text: str = TEXT) -> str:
    return json.dumps({"text": text, "spans": [{"start": s, "end": e, "label": name} for s, e, name in spans]})


def _doccano(*spans: tuple[object, object, object], text: str = TEXT) -> str:
    return json.dumps({"text": text, "label": [list(span) for span in spans]})


def _studio(*spans: tuple[object, object, object], text: str = TEXT) -> str:
    result = [{"type": "labels", "value": {"start": s, "end": e, "labels": [name]}} for s, e, name in spans]
    return json.dumps([{"data": {"text": text}, "annotations": [{"result": result}]}])


def _brat(*spans: tuple[object, object, object], text: str = TEXT) -> str:
    return "".join(f"T{i}\t{name} {s} {e}\n" for i, (s, e, name) in enumerate(spans, 1))


WRITERS: dict[str, tuple[Callable[..., str], Read]] = {
    "prodigy": (_prodigy, lambda data: read_prodigy(data, "f")),
    "doccano": (_doccano, lambda data: read_doccano(data, "f")),
    "label-studio": (_studio, lambda data: read_label_studio(data, "f")),
    "brat": (_brat, lambda data: [read_brat(TEXT, data, "f")]),
}


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize(
    "span", [(-1, 2, "X"), (2, 2, "X"), (3, 2, "X"), (0, 8, "X"), (7, 8, "X"), (99999, 999999, "X")], ids=lambda s: f"{s[0]}..{s[1]}"
)
def test_a_range_that_is_none_is_refused_with_file_and_line(name: str, span: tuple[int, int, str]) -> None:
    write, read = WRITERS[name]
    with pytest.raises(InputError, match=r"f, line 1: the span .* is not a range of the text, which has 7 characters"):
        list(read(write(span)))


@pytest.mark.parametrize("name", WRITERS)
def test_overlapping_and_nested_spans_are_kept_and_equal_ones_read_once(name: str) -> None:
    write, read = WRITERS[name]
    (line,) = read(write((0, 4, "X"), (2, 6, "Y"), (0, 2, "X"), (0, 4, "X"), (0, 4, "Y")))
    assert [(s.start, s.end, s.label) for s in line.spans or ()] == [(0, 4, "X"), (2, 6, "Y"), (0, 2, "X"), (0, 4, "Y")]


@pytest.mark.parametrize("name", ["prodigy", "doccano", "label-studio"])
@pytest.mark.parametrize("span", [(0.5, 2, "X"), ("0", 2, "X"), (True, 2, "X"), (0, 2, ""), (0, 2, None), (10**30, 2, "X")])
def test_an_offset_or_label_of_another_kind_is_refused(name: str, span: tuple[object, object, object]) -> None:
    write, read = WRITERS[name]
    with pytest.raises(InputError, match="f, "):
        list(read(write(span)))


@pytest.mark.parametrize("name", ["prodigy", "doccano", "label-studio"])
@pytest.mark.parametrize("data", ["{", "nonsense", '{"text": ""}', '{"text": "\\ud800"}', "[1]", '{"a": 1}', "[" * 100_000, '"x"'])
def test_what_is_no_such_file_is_refused(name: str, data: str) -> None:
    with pytest.raises(InputError, match="f, line 1: "):
        list(WRITERS[name][1](data))


def test_labels_stay_as_they_are_given() -> None:
    (line,) = read_doccano(_doccano((0, 4, "产业 扶贫")), "f")
    assert [s.label for s in line.spans or ()] == ["产业 扶贫"]


@pytest.mark.parametrize("answer", ["reject", "ignore"])
def test_prodigys_rejected_and_ignored_tasks_are_left_out(answer: str) -> None:
    rejected = json.dumps({"text": TEXT, "spans": [], "answer": answer})
    assert [line.number for line in read_prodigy(f"{rejected}\n\n{_prodigy((0, 2, 'X'))}\n", "f")] == [3]


def test_prodigys_surface_must_be_what_stands_there() -> None:
    with pytest.raises(InputError, match="f, line 2: the span 0–2 should be “扶贫”, but the text there is “产业”"):
        list(read_prodigy("\n" + json.dumps({"text": TEXT, "spans": [{"start": 0, "end": 2, "label": "X", "text": "扶贫"}]}), "f"))


def test_doccanos_entities_of_relation_projects_are_read() -> None:
    data = json.dumps({"text": TEXT, "entities": [{"id": 1, "start_offset": 2, "end_offset": 4, "label": "X"}], "relations": []})
    (line,) = read_doccano(data, "f")
    assert [(s.start, s.end) for s in line.spans or ()] == [(2, 4)]


RARE = "𠮷家沟产业扶贫"


def test_the_unit_does_not_matter_before_rare_characters() -> None:
    (line,) = read_doccano(_doccano((0, 2, "X"), text="产业扶贫在𠮷家沟"), "f")
    assert [(s.start, s.end) for s in line.spans or ()] == [(0, 2)]


def test_the_unit_must_be_told_where_both_fit() -> None:
    with pytest.raises(InputError, match=r"f, line 1: there are rare characters before spans"):
        list(read_doccano(_doccano((3, 5, "X"), text=RARE), "f"))


@pytest.mark.parametrize(("unit", "surface"), [(Unit.CODE_POINTS, "扶贫"), (Unit.UTF16, "业扶")])
def test_the_unit_that_is_told_counts(unit: Unit, surface: str) -> None:
    (line,) = read_doccano(_doccano((5, 7, "X"), text=RARE), "f", unit)
    assert [RARE[s.start : s.end] for s in line.spans or ()] == [surface]


def test_the_unit_is_known_where_only_one_fits() -> None:
    (line,) = read_doccano(_doccano((6, 8, "X"), text=RARE), "f")
    assert [RARE[s.start : s.end] for s in line.spans or ()] == ["扶贫"]


@pytest.mark.parametrize(("start", "end"), [(5, 7), (6, 8)])
def test_the_unit_is_known_by_the_surface(start: int, end: int) -> None:
    value = {"start": start, "end": end, "text": "扶贫", "labels": ["X"]}
    data = json.dumps([{"data": {"text": RARE}, "annotations": [{"result": [{"type": "labels", "value": value}]}]}])
    (line,) = read_label_studio(data, "f")
    assert [(s.start, s.end) for s in line.spans or ()] == [(5, 7)]


def test_half_a_character_is_refused() -> None:
    with pytest.raises(InputError, match="begins or ends inside a character"):
        list(read_doccano(_doccano((1, 3, "X"), text=RARE), "f", Unit.UTF16))


def _task(**more: object) -> str:
    return json.dumps({"data": {"text": TEXT}, **more})


def _result(start: int, end: int) -> list[dict[str, object]]:
    other: dict[str, object] = {"type": "choices", "value": {"choices": ["x"]}}
    return [{"type": "labels", "value": {"start": start, "end": end, "labels": ["X", "Y"]}}, other, {"type": "relation"}]


@pytest.mark.parametrize(
    ("layer", "found"),
    [(Layer.EITHER, [(0, 2), (2, 4)]), (Layer.ANNOTATIONS, [(0, 2), (2, 4)]), (Layer.PREDICTIONS, [(4, 6)])],
)
def test_label_studios_annotations_and_predictions_are_told_apart(layer: Layer, found: list[tuple[int, int]]) -> None:
    work = [{"result": _result(0, 2)}, {"result": _result(2, 4)}, {"result": _result(0, 7), "was_cancelled": True}]
    (line,) = read_label_studio(_task(annotations=work, predictions=[{"result": _result(4, 6)}]), "f", None, layer)
    assert [(s.start, s.end) for s in (line.spans or ())[::2]] == found
    assert [s.label for s in line.spans or ()] == ["X", "Y"] * len(found)


def test_label_studios_predictions_are_read_where_nobody_annotated() -> None:
    (line,) = read_label_studio(_task(annotations=[], predictions=[{"result": _result(4, 6)}]), "f")
    assert [(s.start, s.end, s.label) for s in line.spans or ()] == [(4, 6, "X"), (4, 6, "Y")]


def test_a_label_studio_task_without_a_clear_text_is_refused() -> None:
    data = json.dumps([json.loads(_task()), {"data": {"title": "题", "body": TEXT}}])
    with pytest.raises(InputError, match=r"f, task 2: it is unclear which field is the text.*title, body"):
        list(read_label_studio(data, "f"))


def test_a_label_studio_region_without_offsets_is_refused() -> None:
    with pytest.raises(InputError, match="f, task 1: a region of labels has no start and end"):
        list(read_label_studio(_task(annotations=[{"result": [{"type": "labels", "value": {"labels": ["X"]}}]}]), "f"))


BROKEN = "产业扶\n贫见实效，雨露计划"


def test_brats_fragments_around_white_space_are_one_mention() -> None:
    line = read_brat(BROKEN, "T1\tX 0 3;4 5\t产业扶 贫\n#1\tAnnotatorNotes T1\tnote\nR1\tOVER Arg1:T1 Arg2:T2\n", "f.ann")
    assert [(s.start, s.end, s.label) for s in line.spans or ()] == [(0, 5, "X")]


def test_brats_fragments_around_words_are_refused_or_listed() -> None:
    data = "T1\tX 0 3;6 7\t产业扶 实\nT2\tY 9 13\t雨露计划\n"
    with pytest.raises(InputError, match=r"f\.ann, line 1: “产业扶 … 实” is one mention in pieces"):
        read_brat(BROKEN, data, "f.ann")
    left_out: list[InputError] = []
    line = read_brat(BROKEN, data, "f.ann", left_out=left_out)
    assert [(s.start, s.end) for s in line.spans or ()] == [(9, 13)]
    assert [error.facts["line"] for error in left_out] == [1]


def test_brats_offsets_count_carriage_returns() -> None:
    line = read_brat("产业\r\n扶贫", "T1\tX 4 6\t扶贫\r\n", "f.ann")
    assert line.text == "产业\r\n扶贫"
    assert [(s.start, s.end) for s in line.spans or ()] == [(4, 6)]


@pytest.mark.parametrize("raw", ["T1 X 0 2 产业", "T1\tX 0\t产", "T1\tX 0 2;\t产业", "hello", "T1\tX 0 99999999999999\t产"])
def test_a_line_that_is_not_brats_is_refused(raw: str) -> None:
    with pytest.raises(InputError, match=r"f\.ann, line 2: this is not a line of brat's"):
        read_brat(BROKEN, f"\n{raw}\n", "f.ann")


def test_brats_surface_must_be_what_stands_there() -> None:
    with pytest.raises(InputError, match=r"f\.ann, line 1: the offsets should hold “雨露”, but the text there is “产业”"):
        read_brat(BROKEN, "T1\tX 0 2\t雨露\n", "f.ann")


def test_a_brat_folder_names_the_file_that_is_missing_or_in_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "a.ann").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.txt cannot be read"):
        list(read_brat_folder(tmp_path))
    (tmp_path / "a.txt").write_bytes("产业".encode("gb18030"))
    with pytest.raises(InputError, match=r"a\.txt is not UTF-8"):
        list(read_brat_folder(tmp_path))


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        ("B-X I-X I-X I-X O B-Y B-Y", [(0, 4, "X"), (5, 6, "Y"), (6, 7, "Y")]),
        ("B-X I-X I-X E-X O S-Y S-Y", [(0, 4, "X"), (5, 6, "Y"), (6, 7, "Y")]),
        ("B-X I-X I-X L-X O U-Y U-Y", [(0, 4, "X"), (5, 6, "Y"), (6, 7, "Y")]),
        ("B-X M-X M-X E-X O S-Y S-Y", [(0, 4, "X"), (5, 6, "Y"), (6, 7, "Y")]),
        ("I-X I-X I-X I-X O I-Y B-Y", [(0, 4, "X"), (5, 6, "Y"), (6, 7, "Y")]),
        ("O O B-a-b I-a-b I-c O O", [(2, 4, "a-b"), (4, 5, "c")]),
    ],
    ids=["BIO", "BIOES", "BILOU", "BMES", "IOB1", "dashes"],
)
def test_every_scheme_of_tags_is_read(tags: str, found: list[tuple[int, int, str]]) -> None:
    data = "".join(f"{char}\tNN\t{tag}\n" for char, tag in zip(TEXT, tags.split(), strict=True))
    (line,) = read_conll(data, "f")
    assert line.text == TEXT
    assert [(s.start, s.end, s.label) for s in line.spans or ()] == found


def test_conll_sentences_are_joined_without_blanks_and_documents_kept_apart() -> None:
    data = "-DOCSTART- -X- O O\n\n产业 B-X\n扶贫 I-X\n\n见 I-X\r\n-DOCSTART- O\n\n雨露 O\n"
    lines = list(read_conll(data, "f"))
    assert [(line.number, line.text) for line in lines] == [(1, "产业扶贫见"), (7, "雨露")]
    assert [(s.start, s.end) for s in lines[0].spans or ()] == [(0, 4), (4, 5)]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("产", "f, line 2: a row needs a token and a tag"),
        ("产\t", "f, line 2: a row needs a token and a tag"),
        ("产\tNOUN", "f, line 2: NOUN is no tag"),
        ("产\tB-", "f, line 2: B- is no tag"),
        ("产\tX-Y", "f, line 2: X-Y is no tag"),
    ],
)
def test_a_conll_row_without_a_tag_is_refused_with_its_line(row: str, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        list(read_conll(f"业\tO\n{row}\n", "f"))


@pytest.mark.parametrize("rows", ["产\t1\t2\tO", "产\t0\t9\tO", "产\t0\t1", "产\tx\t1\tO", "产\t0\t1\tO\n产\t0\t1\tO", "产\t²\t1\tO"])
def test_a_row_of_our_own_conll_that_was_changed_is_refused(rows: str) -> None:
    with pytest.raises(InputError, match=r"f, line [23]: "):
        list(read_conll('# {"id": "a", "text": "产业"}\n' + rows + "\n", "f"))


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.jsonl", _prodigy((0, 2, "X")), SpanFormat.NATIVE),
        ("a.jsonl", '{"text": "x", "spans": [], "answer": "accept"}\n{', SpanFormat.PRODIGY),
        ("a.jsonl", _doccano((0, 2, "X")), SpanFormat.DOCCANO),
        ("a.jsonl", '{"text": "x", "label": ["positive"]}', SpanFormat.DOCCANO),
        ("a.jsonl", '{"text": "x", "label": "positive"}', None),
        ("a.jsonl", '{"text": "x"}', None),
        ("a.json", json.dumps(json.loads(_studio((0, 2, "X"))), indent=2), SpanFormat.LABEL_STUDIO),
        ("a.json", '[{"title": "x", "body": "y"}]', None),
        ("a.json", "[", None),
        ("a.conll", "产\tB-X\n", SpanFormat.CONLL),
        ("a.txt", "产\tB-X\n业\tO\n", SpanFormat.CONLL),
        ("a.txt", "一篇文章。\n没有 标签\n", None),
        ("a.txt", "", None),
        ("a.md", "产\tB-X\n", None),
    ],
)
def test_a_format_is_told_by_the_beginning(name: str, data: str, kind: SpanFormat | None, tmp_path: Path) -> None:
    assert detect_text(data, name) is kind
    (tmp_path / name).write_text(data, encoding="utf-8")
    assert detect(tmp_path / name) is kind


def test_a_line_with_a_long_text_before_its_spans_is_told(tmp_path: Path) -> None:
    assert detect_text(_doccano((0, 2, "X"), text="产业" * 400_000), "a.jsonl") is SpanFormat.DOCCANO


def test_a_folder_is_told_by_what_is_in_it(tmp_path: Path) -> None:
    assert detect(tmp_path) is None
    (tmp_path / "tasks.json").write_text(_studio((0, 2, "X")), encoding="utf-8")
    assert detect(tmp_path) is SpanFormat.LABEL_STUDIO
    (tmp_path / "a.ann").touch()
    (tmp_path / "a.txt").touch()
    assert {detect(tmp_path), detect(tmp_path / "a.ann"), detect(tmp_path / "a.txt")} == {SpanFormat.BRAT}
    assert detect(tmp_path / "missing.jsonl") is None


def test_files_that_need_others_beside_them_are_not_read_alone() -> None:
    with pytest.raises(InputError, match="f: a file of the format brat is read together"):
        read_text(SpanFormat.BRAT, "", "f")
