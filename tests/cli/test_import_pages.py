"""`annotator import` of pages: files and folders, once or twice, in any encoding."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from annotator import places
from annotator.core.ids import sha256_of

Run = Callable[..., Result]
Refused = Callable[..., str]
Exported = Callable[..., list[dict[str, Any]]]

PAGE = "山村新貌\n\n本报讯 石桥村办起扶贫车间,𠮷家沟的低保户也来上班。产业扶贫见了成效。\n"


def _report(run: Run, *arguments: object) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(run("import", *arguments, "--json").stdout)
    return report


def test_import_of_a_page_keeps_its_text_to_the_character(run: Run, study: Path, tmp_path: Path, exported: Exported) -> None:
    (tmp_path / "p1.txt").write_text(PAGE, encoding="utf-8")
    said = run("import", study, tmp_path / "p1.txt").stdout
    assert said.splitlines() == [
        "1 files: 1 new pages, 1 new articles, 0 new spans, 0 known.",
        f"Next: annotator suggest {study}",
    ]
    lines = exported(study)
    assert "".join(line["text"] for line in lines) == PAGE
    assert {(line["meta"]["page"], line["meta"]["page_sha256"]) for line in lines} == {("p1.txt", sha256_of(PAGE))}


def test_importing_twice_adds_nothing(run: Run, study: Path, tmp_path: Path, exported: Exported) -> None:
    (tmp_path / "p1.txt").write_text(PAGE, encoding="utf-8")
    run("import", study, tmp_path / "p1.txt")
    before = exported(study), run("status", study, "--json").stdout
    assert _report(run, study, tmp_path / "p1.txt") == {
        "files": 1,
        "pages": 0,
        "articles": 0,
        "spans": 0,
        "known": 1,
        "encodings": {"p1.txt": "utf-8"},
        "units": {},
        "skipped": [],
    }
    assert (exported(study), run("status", study, "--json").stdout) == before


def test_the_same_text_under_two_names_is_one_page_with_two_files(run: Run, study: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(PAGE.encode())
    (tmp_path / "b.txt").write_bytes(b"\xef\xbb\xbf" + PAGE.replace("\n", "\r\n").encode())
    report = _report(run, study, tmp_path / "a.txt", tmp_path / "b.txt")
    assert (report["files"], report["pages"], report["known"]) == (2, 1, 1)
    status = json.loads(run("status", study, "--json").stdout)
    assert (status["pages"], status["files"], status["articles"]) == (1, 2, 1)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_import_guesses_the_encoding(run: Run, study: Path, tmp_path: Path, exported: Exported, encoding: str) -> None:
    (tmp_path / "p1.txt").write_bytes(PAGE.encode(encoding))
    run("import", study, tmp_path / "p1.txt")
    assert "".join(line["text"] for line in exported(study)) == PAGE


def test_import_reads_all_files_in_the_encoding_it_is_told(run: Run, study: Path, tmp_path: Path, exported: Exported) -> None:
    (tmp_path / "p1.txt").write_bytes("臺灣".encode("big5"))
    report = _report(run, study, tmp_path / "p1.txt", "--encoding", "Big5", "--whole")
    assert report["encodings"] == {"p1.txt": "big5"}
    assert [line["text"] for line in exported(study)] == ["臺灣"]


def test_import_of_a_folder_takes_what_is_inside_it_by_path_and_leaves_the_rest(run: Run, study: Path, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    for name in ("2018/p2.txt", "2018/p10.md", "2017/p1.TXT", "notes.docx", "._p1.txt", ".git/p3.txt"):
        (pages / name).parent.mkdir(parents=True, exist_ok=True)
        (pages / name).write_text(f"{PAGE}{name}\n", encoding="utf-8")
    assert list(_report(run, study, pages)["encodings"]) == ["2017/p1.TXT", "2018/p10.md", "2018/p2.txt"]


def test_import_whole_keeps_a_page_one_article(run: Run, study: Path, exported: Exported) -> None:
    page = places.shipped("seeds", "pages", "lanshui_2020-09-24_p5.txt")
    run("import", study, page, "--whole")
    (line,) = exported(study)
    assert line["text"] == page.read_text(encoding="utf-8")
    assert line["meta"]["segments"] == [[0, 0, len(line["text"])]]


def test_a_page_that_is_cut_already_is_not_cut_again(run: Run, study: Path, tmp_path: Path, exported: Exported) -> None:
    (tmp_path / "p1.txt").write_text(PAGE, encoding="utf-8")
    run("import", study, tmp_path / "p1.txt", "--whole")
    before = exported(study)
    assert _report(run, study, tmp_path / "p1.txt")["known"] == 1
    assert exported(study) == before


def test_what_cannot_be_read_in_a_folder_is_skipped_and_said(run: Run, study: Path, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.txt").write_text(PAGE, encoding="utf-8")
    (pages / "b.txt").write_bytes(b"")
    (pages / "c.txt").write_bytes(b"%PDF-1.7 \n")
    result = run("import", study, pages)
    assert result.stdout.startswith("1 files: 1 new pages")
    assert result.stderr.splitlines() == [
        "skipped: b.txt is empty.",
        "skipped: c.txt: This is a PDF document, not a text file; save its text as UTF-8 and import that.",
    ]


def test_a_named_file_that_cannot_be_imported_fails_the_command_after_the_others(run: Run, study: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    result = run("import", study, tmp_path / "b.txt", tmp_path / "a.txt", code=1)
    assert result.stderr == "annotator: 1 files were not imported: b.txt is empty.\n"
    assert json.loads(run("status", study, "--json").stdout)["pages"] == 1


def test_the_report_as_json_names_what_was_skipped(run: Run, study: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    result = run("import", study, tmp_path / "a.txt", tmp_path / "b.txt", "--json", code=1)
    assert json.loads(result.stdout)["skipped"] == [{"file": "b.txt", "why": "b.txt is empty.", "named": True}]
    assert result.stderr.count("\n") == 1


def test_a_folder_of_nothing_but_bad_files_fails(refused: Refused, study: Path, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.txt").write_bytes(b"")
    assert refused("import", study, tmp_path / "pages") == "a.txt is empty."
    (tmp_path / "pages" / "b.txt").write_bytes(b" ")
    assert refused("import", study, tmp_path / "pages") == "None of 2 files could be imported. The first: a.txt is empty."


def test_a_path_that_does_not_exist_stops_the_import_before_it_begins(run: Run, refused: Refused, study: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    assert refused("import", study, tmp_path / "a.txt", tmp_path / "no.txt") == f"There is no file or folder {tmp_path / 'no.txt'}."
    assert json.loads(run("status", study, "--json").stdout)["pages"] == 0


def test_an_empty_folder_is_told_from_a_finished_import(refused: Refused, study: Path, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    said = refused("import", study, tmp_path / "pages")
    assert said.startswith(f"There is nothing to import in {tmp_path / 'pages'}: no file of a kind that can be read (.csv .docx ")


@pytest.mark.skipif(os.name != "posix", reason="file names are bytes on POSIX only")
def test_a_file_name_in_gbk_is_kept_as_people_read_it(run: Run, study: Path, tmp_path: Path, exported: Exported) -> None:
    folder = os.fsencode(tmp_path / "pages")
    os.mkdir(folder)  # noqa: PTH102
    with open(folder + b"/" + "清溪日报.txt".encode("gbk"), "wb") as file:  # noqa: PTH123
        file.write(PAGE.encode())
    assert list(_report(run, study, tmp_path / "pages")["encodings"]) == ["清溪日报.txt"]
    assert exported(study)[0]["meta"]["page"] == "清溪日报.txt"


def test_repeats_name_the_article_that_they_are_of(run: Run, study: Path, tmp_path: Path, exported: Exported) -> None:
    repeated = "截至目前,全县贫困发生率由二零一四年的百分之十八下降到百分之零点六,群众满意度逐年提高。"
    items = [
        f"{title}\n\n本报讯 (记者 王小明) {body}\n\n{repeated}\n\n"
        for title, body in (("石桥村办起扶贫车间", "石桥村的扶贫车间开工了。"), ("柳河镇修通硬化路", "柳河镇的硬化路修到了家门口。"))
    ]
    (tmp_path / "p1.txt").write_text("".join(items), encoding="utf-8")
    run("import", study, tmp_path / "p1.txt")
    first, second = (line for line in exported(study) if line["meta"]["kind"] == "article")
    ((start, end, of_start, of_article),) = second["meta"]["repeats"]
    assert of_article == first["id"]
    assert second["text"][start:end] == first["text"][of_start : of_start + end - start] == repeated
