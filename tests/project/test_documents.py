"""Texts out of tables, web pages and archives become pages of a project."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.errors import InputError
from annotator.project.creating import new_project
from annotator.project.exporting import Layer, export_jsonl
from annotator.project.importing import import_paths
from annotator.project.workspace import Project
from annotator.store import articles

NEWS = "石岭县把产业扶贫作为增收的根本出路，全县新建木耳大棚六百座。"
OTHER = "山口村修通了水泥路，客车第一次开到了家门口。"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with new_project(tmp_path / "x.annot") as made:
        yield made


def a_table(tmp_path: Path) -> Path:
    path = tmp_path / "t.csv"
    path.write_text(f"日期,标题,内容\n2019-05-01,一,{NEWS}\n2019-05-02,二,{OTHER}\n", encoding="utf-8")
    return path


def test_every_row_of_a_table_is_an_article_and_its_other_columns_are_kept(project: Project, tmp_path: Path) -> None:
    report = import_paths(project, [a_table(tmp_path)])
    assert (report.files, report.articles) == (1, 2)
    assert [article.text for article in articles.each(project.connection)] == [NEWS, OTHER]
    export_jsonl(project, tmp_path / "out.jsonl", layer=Layer.CANDIDATES)
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["meta"]["fields"] for line in lines] == [{"日期": "2019-05-01", "标题": "一"}, {"日期": "2019-05-02", "标题": "二"}]


def test_importing_a_table_twice_adds_nothing(project: Project, tmp_path: Path) -> None:
    import_paths(project, [a_table(tmp_path)])
    again = import_paths(project, [a_table(tmp_path)])
    assert (again.pages, again.articles, again.known) == (0, 0, 2)


def test_the_text_column_is_remembered(project: Project, tmp_path: Path) -> None:
    import_paths(project, [a_table(tmp_path)], text_column="标题")
    assert [article.text for article in articles.each(project.connection)] == ["一", "二"]
    (tmp_path / "u.csv").write_text("标题,内容\n三,很长很长的一段正文。\n", encoding="utf-8")
    import_paths(project, [tmp_path / "u.csv"])
    assert [article.text for article in articles.each(project.connection)][-1] == "三"


def test_a_column_that_is_not_there_is_named_with_those_that_are(project: Project, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no column 正文; it has 内容, 日期, 标题"):
        import_paths(project, [a_table(tmp_path)], text_column="正文")
    assert not list(articles.each(project.connection))


def test_an_archive_brings_what_can_be_read_and_says_what_was_left_out(project: Project, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("in/one.txt", f"标题\n\n本报记者 某某\n\n{NEWS}")
        archive.writestr("in/two.html", f"<html><body><h1>路通了</h1><p>{OTHER}</p></body></html>")
        archive.writestr("in/empty.txt", "")
    report = import_paths(project, [tmp_path / "a.zip"])
    assert report.files == 1
    assert [skipped.file for skipped in report.skipped] == ["a.zip/in/empty.txt"]
    names = {row[0] for row in project.connection.execute("SELECT name FROM file")}
    assert names == {"a.zip/in/one.txt", "a.zip/in/two.html"}


def test_a_file_with_nothing_to_read_stores_nothing(project: Project, tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"no pdf")
    with pytest.raises(InputError, match=r"x\.pdf"):
        import_paths(project, [tmp_path / "x.pdf"])
    assert not list(articles.each(project.connection))
