"""Imports beyond the command line: what is stored when something goes wrong in the middle."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.core.errors import InputError, ProjectError
from annotator.project import searching
from annotator.project.importing import import_paths, is_importable
from annotator.project.status import status_of
from annotator.project.workspace import Project
from annotator.store import articles

Page = Callable[[str, str], Path]

TEXT = "本报讯 石桥村办起扶贫车间,产业扶贫见了成效。\n"


def test_files_before_one_that_stops_the_import_are_kept_whole(project: Project, page: Page) -> None:
    files = [page(f"{i}.txt", f"{TEXT}{i}\n") for i in range(3)]

    def stop(done: int, _all: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_paths(project, files, progress=stop)
    assert not project.connection.in_transaction
    assert status_of(project).pages == 2
    report = import_paths(project, files)
    assert (report.files, report.pages, report.known) == (3, 1, 2)


def test_what_stops_the_project_itself_is_no_fault_of_a_file(project: Project, page: Page) -> None:
    files = [page(f"{i}.txt", f"{TEXT}{i}\n") for i in range(3)]
    with Project.open(project.path, write=False) as reader, pytest.raises(ProjectError, match="cannot be written"):
        import_paths(reader, files)


def test_articles_are_numbered_in_the_order_of_import(project: Project, page: Page) -> None:
    files = [page(f"{name}.txt", f"{TEXT}{name}\n") for name in ("b", "a", "c")]
    import_paths(project, files, whole=True)
    assert [(a.name, a.text[-2]) for a in articles.each(project.connection)] == [("A0001", "b"), ("A0002", "a"), ("A0003", "c")]


def test_a_page_that_came_as_a_line_is_known_when_it_comes_as_a_file(project: Project, page: Page) -> None:
    import_paths(project, [page("a.jsonl", json.dumps({"text": TEXT}))])
    report = import_paths(project, [page("a.txt", TEXT)])
    assert (report.pages, report.known) == (0, 1)
    assert (status_of(project).pages, status_of(project).files) == (1, 2)


def test_two_machines_give_one_text_the_same_ids(project: Project, page: Page, empty_project: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    there = tmp_path / "other" / "b.annot"
    there.write_bytes(empty_project.read_bytes())
    line = {"text": TEXT, "spans": [{"start": 4, "end": 7, "label": "OTHER"}]}
    files = [page("p.txt", "别的新闻。\n"), page("p.jsonl", json.dumps(line))]
    import_paths(project, files, by="alice")
    with Project.open(there) as other:
        import_paths(other, list(reversed(files)), by="Ａlice")
        for table, column in (("page", "id"), ("article", "id"), ("annotator", "id"), ("assignment", "id"), ("decision", "id")):
            mine, theirs = (
                sorted(row[0] for row in p.connection.execute(f"SELECT {column} FROM {table}"))  # noqa: S608
                for p in (project, other)
            )
            assert mine == theirs
            assert mine


def test_lines_in_another_encoding_are_read(project: Project, tmp_path: Path) -> None:
    line = json.dumps({"text": TEXT, "spans": [{"start": 4, "end": 7, "label": "OTHER", "text": "石桥村"}]}, ensure_ascii=False)
    (tmp_path / "old.jsonl").write_bytes((line + "\r\n").encode("gb18030"))
    report = import_paths(project, [tmp_path / "old.jsonl"])
    assert (report.spans, report.encodings) == (1, {"old.jsonl": "gb18030"})


def test_lines_in_utf8_are_never_taken_for_anything_else(project: Project, page: Page) -> None:
    odd = "\ue000\ue001\uf8ff\x7f" * 20
    report = import_paths(project, [page("odd.jsonl", "\ufeff" + json.dumps({"text": odd}, ensure_ascii=False))])
    assert report.encodings == {"odd.jsonl": "utf-8"}
    assert [a.text for a in articles.each(project.connection)] == [odd]


def test_an_article_is_found_by_two_of_its_characters(project: Project, page: Page) -> None:
    import_paths(project, [page("a.txt", TEXT), page("b.txt", "别的新闻。\n")])
    assert searching.find(project, "扶贫") == {1}
    assert searching.find(project, "别的") == {2}
    assert searching.find(project, "没有") == set()
    assert "产业扶贫" in searching.lexicon_terms(project)


@pytest.mark.parametrize(("name", "can_be"), [("a.TXT", True), ("a.md", True), ("a.csv", True), ("a.exe", False), ("txt", False)])
def test_what_can_be_imported_is_told_by_its_name(name: str, can_be: bool) -> None:  # noqa: FBT001
    assert is_importable(Path(name)) is can_be


def test_nothing_named_is_nothing_imported(project: Project) -> None:
    with pytest.raises(InputError, match="nothing to import"):
        import_paths(project, [])


def test_nothing_is_imported_into_a_task_that_was_handed_out(project: Project, page: Callable[[str, str], Path]) -> None:
    project.file.set("role", "task")
    with pytest.raises(ProjectError, match=r"study\.annot is a task that was handed out"):
        import_paths(project, [page("more.txt", "石桥镇推行产业扶贫。")])
    assert project.connection.execute("SELECT count(*) FROM page").fetchone() == (0,)
