"""`annotator import` of JSONL lines: spans as candidates or as somebody's finished annotation."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]
Refused = Callable[..., str]
Exported = Callable[..., list[dict[str, Any]]]
Jsonl = Callable[..., Path]
Spans = Callable[..., list[dict[str, Any]]]

TEXT = "石桥村办起扶贫车间,𠮷家沟的低保户也来上班。产业扶贫见了成效。"
WANTED = (("扶贫车间", "EMPLOYMENT"), ("产业扶贫", "INDUSTRY"))


def _spans(line: dict[str, Any]) -> set[tuple[int, int, str, str]]:
    return {(s["start"], s["end"], s["label"], s["text"]) for s in line["spans"]}


def _tuples(spans: list[dict[str, Any]]) -> set[tuple[int, int, str, str]]:
    return {(s["start"], s["end"], s["label"], s["text"]) for s in spans}


def _new_spans(run: Run, *arguments: object) -> int:
    return int(json.loads(run("import", *arguments, "--json").stdout)["spans"])


def test_spans_become_candidates(run: Run, study: Path, jsonl: Jsonl, spans_of: Spans, exported: Exported) -> None:
    spans = spans_of(TEXT, WANTED)
    run("import", study, jsonl("old.jsonl", {"text": TEXT, "spans": spans}))
    (line,) = exported(study, "--layer", "candidates")
    assert line["text"] == TEXT
    assert _spans(line) == _tuples(spans)
    assert {(s["source"], s["by"], s["status"]) for s in line["spans"]} == {("import:old.jsonl", None, "candidate")}
    assert [line["spans"] for line in exported(study)] == [[]]


def test_with_a_name_spans_become_that_persons_finished_annotation(
    run: Run, study: Path, jsonl: Jsonl, spans_of: Spans, exported: Exported
) -> None:
    spans = spans_of(TEXT, WANTED)
    run("import", study, jsonl("old.jsonl", {"text": TEXT, "spans": spans}), "--by", "林晓")
    (line,) = exported(study)
    assert _spans(line) == _tuples(spans)
    assert {(s["by"], s["status"]) for s in line["spans"]} == {("林晓", "added")}
    assert line["meta"]["finished"] == ["林晓"]
    assert [line["spans"] for line in exported(study, "--layer", "candidates")] == [[]]
    (person,) = json.loads(run("status", study, "--json").stdout)["annotators"]
    assert person == {"name": "林晓", "open": 0, "finished": 1, "decisions": 3, "marks": 2}


def test_a_line_without_a_mention_was_read_and_one_without_spans_was_not(run: Run, study: Path, jsonl: Jsonl, exported: Exported) -> None:
    path = jsonl("old.jsonl", {"text": "读过,没有提及。", "spans": []}, {"text": "没有读过。"}, {"text": "也没有读过。", "spans": None})
    run("import", study, path, "--by", "林晓")
    assert [line["meta"]["finished"] for line in exported(study)] == [["林晓"], [], []]


@pytest.mark.parametrize("options", [(), ("--by", "林晓")])
def test_importing_lines_twice_adds_nothing(
    run: Run, study: Path, jsonl: Jsonl, spans_of: Spans, exported: Exported, *, options: tuple[str, ...]
) -> None:
    path = jsonl("old.jsonl", {"text": TEXT, "spans": spans_of(TEXT, WANTED)})
    assert _new_spans(run, study, path, *options) == 2
    before = exported(study, "--layer", "ledger"), run("status", study, "--json").stdout
    assert _new_spans(run, study, path, *options) == 0
    assert (exported(study, "--layer", "ledger"), run("status", study, "--json").stdout) == before


def test_names_that_mean_one_person_are_one(run: Run, study: Path, jsonl: Jsonl, spans_of: Spans, exported: Exported) -> None:
    path = jsonl("old.jsonl", {"text": TEXT, "spans": spans_of(TEXT, WANTED)})
    run("import", study, path, "--by", "Alice Li")
    run("import", study, path, "--by", " alice  ｌｉ ")
    assert {s["by"] for line in exported(study) for s in line["spans"]} == {"Alice Li"}


@pytest.mark.parametrize("name", ["", "  "])
def test_a_blank_name_is_refused(refused: Refused, study: Path, jsonl: Jsonl, name: str) -> None:
    path = jsonl("old.jsonl", {"text": TEXT, "spans": []})
    assert refused("import", study, path, "--by", name) == "A person needs a name with at least one letter."


def test_a_line_attaches_to_the_article_with_its_id(run: Run, demo: Path, jsonl: Jsonl, exported: Exported) -> None:
    before = run("status", demo, "--json").stdout
    article = next(line for line in exported(demo) if len(line["text"]) > 50)
    span = {"start": 0, "end": 4, "label": "OTHER"}
    run("import", demo, jsonl("more.jsonl", {"id": article["id"], "text": article["text"], "spans": [span]}), "--by", "林晓")
    (line,) = exported(demo, "--by", "林晓", "--finished")
    assert (line["id"], _spans(line)) == (article["id"], {(0, 4, "OTHER", article["text"][:4])})
    assert json.loads(run("status", demo, "--json").stdout) == {**json.loads(before), "annotators": [*_people(run, demo)]}


def _people(run: Run, project: Path) -> list[dict[str, object]]:
    people: list[dict[str, object]] = json.loads(run("status", project, "--json").stdout)["annotators"]
    return people


@pytest.mark.parametrize("line_id", [{}, {"id": None}, {"id": "doc-7"}, {"id": 7}])
def test_a_line_attaches_to_the_article_with_its_text(
    run: Run, demo: Path, jsonl: Jsonl, exported: Exported, line_id: dict[str, object]
) -> None:
    article = next(line for line in exported(demo) if len(line["text"]) > 50)
    run("import", demo, jsonl("more.jsonl", {**line_id, "text": article["text"], "spans": []}), "--by", "林晓")
    assert [line["id"] for line in exported(demo, "--finished")] == [article["id"]]


def test_a_line_with_the_id_of_an_article_and_another_text_is_refused(
    refused: Refused, demo: Path, jsonl: Jsonl, exported: Exported
) -> None:
    article = exported(demo)[1]
    said = refused("import", demo, jsonl("more.jsonl", {"id": article["id"], "text": article["text"].strip() + "!"}))
    assert said.startswith(f"more.jsonl, line 1: the text is not that of article {article['id']} in this project.")


def test_a_line_that_is_a_whole_page_goes_to_the_articles_it_was_cut_into(run: Run, demo: Path, jsonl: Jsonl, exported: Exported) -> None:
    articles = exported(demo)
    page = next(line["meta"]["page"] for line in articles if len(line["meta"]["segments"]) > 1)
    of_page = [line for line in articles if line["meta"]["page"] == page]
    text = _page_text(of_page)
    wanted = [at for at in range(len(text)) if text.startswith("扶贫", at)]
    spans = [{"start": at, "end": at + 2, "label": "OTHER", "text": "扶贫"} for at in wanted]
    run("import", demo, jsonl("page.jsonl", {"text": text, "spans": spans}), "--by", "林晓")
    done = exported(demo, "--finished")
    assert [line["id"] for line in done] == [line["id"] for line in of_page]
    assert sorted(_on_page(line, s["start"]) for line in done for s in line["spans"]) == wanted
    assert len(wanted) > 5


def _page_text(lines: list[dict[str, Any]]) -> str:
    pieces = [(page_start, line["text"][start : start + n]) for line in lines for start, page_start, n in line["meta"]["segments"]]
    return "".join(piece for _, piece in sorted(pieces))


def _on_page(line: dict[str, Any], offset: int) -> int:
    return next(int(p + offset - a) for a, p, n in line["meta"]["segments"] if a <= offset < a + n)


def test_a_span_across_two_articles_of_a_page_is_refused(refused: Refused, demo: Path, jsonl: Jsonl, exported: Exported) -> None:
    articles = exported(demo)
    page = next(line["meta"]["page"] for line in articles if len(line["meta"]["segments"]) > 1)
    text = _page_text([line for line in articles if line["meta"]["page"] == page])
    said = refused("import", demo, jsonl("page.jsonl", {"text": text, "spans": [{"start": 0, "end": len(text), "label": "OTHER"}]}))
    assert said.startswith("page.jsonl, line 1: “")
    assert said.endswith("does not stand in one article of its page. Nothing of this file was imported.")


@pytest.mark.parametrize("raw", ["\ufeff𠮷甲\r\n乙\r丙\n𠮷丁", "甲\0乙\r\n\r\n丙", "\r\n甲"])
def test_offsets_of_a_text_with_other_line_breaks_are_exact(run: Run, study: Path, jsonl: Jsonl, exported: Exported, raw: str) -> None:
    kept = [at for at, c in enumerate(raw) if c not in "\ufeff\r\n"]
    spans = [{"start": at, "end": at + 1, "label": "OTHER", "text": raw[at]} for at in kept]
    run("import", study, jsonl("old.jsonl", {"text": raw, "spans": spans}), "--by", "林晓")
    (line,) = exported(study)
    assert line["text"] == raw.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    assert [s["text"] for s in line["spans"]] == [raw[at].replace("\0", "\ufffd") for at in kept]
    assert all(line["text"][s["start"] : s["end"]] == s["text"] for s in line["spans"])


@pytest.mark.parametrize(("start", "end"), [(1, 2), (2, 3), (1, 3)])
def test_half_a_line_break_is_the_whole_one(run: Run, study: Path, jsonl: Jsonl, exported: Exported, *, start: int, end: int) -> None:
    run("import", study, jsonl("old.jsonl", {"text": "甲\r\n乙", "spans": [{"start": start, "end": end, "label": "OTHER"}]}))
    (line,) = exported(study, "--layer", "candidates")
    assert _spans(line) == {(1, 2, "OTHER", "\n")}


def test_a_span_of_nothing_but_the_byte_order_mark_is_refused(refused: Refused, study: Path, jsonl: Jsonl) -> None:
    path = jsonl("old.jsonl", {"text": "\ufeff甲", "spans": [{"start": 0, "end": 1, "label": "OTHER"}]})
    assert refused("import", study, path).startswith("old.jsonl, line 1: the span 0–1 holds nothing but a byte-order mark.")


GOOD = {"text": "第一行没有问题。", "spans": [{"start": 0, "end": 3, "label": "OTHER"}]}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ({"text": TEXT, "spans": [{"start": 0, "end": 4, "label": "NOPE"}]}, "the scheme has no label NOPE."),
        (
            {"text": TEXT, "spans": [{"start": 0, "end": 4, "label": "OTHER", "text": "产业扶贫"}]},
            "the span 0–4 should be “产业扶贫”, but the text there is “石桥村办”.",
        ),
        (
            {"text": "𠮷家", "spans": [{"start": 2, "end": 3, "label": "OTHER"}]},
            "the span 2–3 should be “a range of the text”, but the text there is “”.",
        ),
        ({"text": TEXT, "spans": [{"start": 4, "end": 4, "label": "OTHER"}]}, "the span 4–4 should be"),
        ({"text": TEXT, "spans": [{"start": -1, "end": 4, "label": "OTHER"}]}, "spans.0.start: "),
        ({"text": TEXT, "spans": [{"start": 0, "label": "OTHER"}]}, "spans.0.end: Field required."),
        ({"text": TEXT, "spans": [{"start": 0, "end": 4}]}, "spans.0.label: Field required."),
        ({"text": ""}, "text: "),
        ({"text": " \n"}, "there is no text."),
        ({"text": "\ufeff"}, "there is no text."),
        ({"tekst": TEXT}, "text: Field required."),
        ([TEXT], "the line: "),
        ("nonsense", "Invalid JSON: expected ident, column 2."),
        ("{", "Invalid JSON: EOF while parsing an object, column 1."),
    ],
)
def test_a_bad_line_is_named_and_nothing_of_its_file_is_imported(
    refused: Refused, run: Run, study: Path, tmp_path: Path, *, exported: Exported, line: object, said: str
) -> None:
    raw = line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)
    (tmp_path / "bad.jsonl").write_text(f"{json.dumps(GOOD)}\n\n{raw}\n", encoding="utf-8")
    assert refused("import", study, tmp_path / "bad.jsonl", "--by", "林晓").startswith(f"bad.jsonl, line 3: {said}")
    assert exported(study) == []
    assert json.loads(run("status", study, "--json").stdout)["annotators"] == []
    assert run("check", study).stdout.endswith("is sound.\n")


def test_what_was_counted_before_a_bad_line_is_not_reported(run: Run, study: Path, tmp_path: Path, jsonl: Jsonl) -> None:
    good, bad = jsonl("good.jsonl", {"text": TEXT, "spans": []}), jsonl("bad.jsonl", GOOD, {"text": ""})
    report = json.loads(run("import", study, good, bad, "--json", code=1).stdout)
    assert (report["files"], report["pages"], report["articles"], report["spans"]) == (1, 1, 1, 0)


def test_meta_of_other_tools_is_no_reason_to_refuse_a_line(run: Run, study: Path, jsonl: Jsonl, exported: Exported) -> None:
    metas = [None, {"title": None, "kind": 3}, {"title": "两行\n标题", "kind": "news"}, {"source": {"a": [1]}}]
    lines = [{"text": f"第{i}篇。", "meta": meta, "_input_hash": 1, "answer": "accept"} for i, meta in enumerate(metas)]
    run("import", study, jsonl("old.jsonl", *lines))
    assert [line["meta"]["kind"] for line in exported(study)] == ["article"] * 4
    assert exported(study)[2]["meta"]["title"] == "两行 标题"


def test_rejected_spans_are_no_annotation(run: Run, study: Path, jsonl: Jsonl, spans_of: Spans, exported: Exported) -> None:
    accepted, rejected = spans_of(TEXT, WANTED)
    run("import", study, jsonl("old.jsonl", {"text": TEXT, "spans": [accepted, {**rejected, "status": "rejected"}]}), "--by", "林晓")
    (line,) = exported(study)
    assert _spans(line) == _tuples([accepted])


def test_lines_of_one_text_are_one_article(run: Run, study: Path, jsonl: Jsonl, spans_of: Spans, exported: Exported) -> None:
    first, second = spans_of(TEXT, WANTED)
    run("import", study, jsonl("old.jsonl", {"text": TEXT, "spans": [first]}, {"text": TEXT, "spans": [second, second]}))
    (line,) = exported(study, "--layer", "candidates")
    assert _spans(line) == _tuples([first, second])
