"""Files of lines are read as they are needed, are stored whole or not at all, and say nothing else than when they are read at once."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import InputError
from annotator.newsprint import normalise
from annotator.project import keeping, line_files
from annotator.project.checking import problems
from annotator.project.creating import new_project
from annotator.project.importing import import_paths
from annotator.project.sources import Source
from annotator.project.workspace import Project

TABLES = ("page", "article", "file", "candidate", "decision", "mark", "assignment")


def line(number: int, **more: object) -> dict[str, Any]:
    """Return a line with two spans."""
    text = f"第{number}号：石桥村推行产业扶贫，又有雨露计划。"
    return {"text": text, "spans": [span(text, "产业扶贫", "INDUSTRY"), span(text, "雨露计划", "EDUCATION")], **more}


def span(text: str, surface: str, label: str) -> dict[str, Any]:
    """Return where `surface` stands."""
    return {"start": text.index(surface), "end": text.index(surface) + len(surface), "label": label, "text": surface}


def written(path: Path, lines: list[dict[str, Any]]) -> Path:
    """Write a file of lines."""
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in lines), encoding="utf-8")
    return path


def counts(project: Project) -> dict[str, int]:
    """Return how many rows there are."""
    return {table: project.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}  # noqa: S608


def stored(project: Project) -> dict[str, list[Any]]:
    """Return what was stored, but for when."""
    queries = {table: f"SELECT * FROM {table}" for table in TABLES} | {  # noqa: S608
        "file": "SELECT page, name, sha256, bytes, encoding FROM file",
        "decision": "SELECT id, assignment, article, kind, target, start, surface, source, cause, here FROM decision",
    }
    return {table: sorted(project.connection.execute(query), key=repr) for table, query in queries.items()}


@given(parts=st.lists(st.sampled_from(["a", "词", "𠮷", " ", "\n", "\r", "\r\n", "\0", "\ufeff", "\x0b", "\u2028"])))
def test_lines_end_where_those_of_the_whole_text_end(parts: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("lines") / "x.jsonl"
    path.write_bytes("".join(parts).encode())
    found = line_files.looked_at(Source(path, "x.jsonl", is_named=True))
    if not parts:
        assert found is None
        return
    assert found is not None
    read = list(line_files.lines_of(found, lambda _read: None))
    assert [one for one in read if one] == [one for one in normalise("".join(parts)).split("\n") if one]
    whole = normalise("".join(parts)).split("\n")
    assert read == whole[: len(read)]


@pytest.mark.parametrize("by", [None, "alice"])
def test_how_many_are_written_at_once_does_not_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by: str | None) -> None:
    lines = [line(n) for n in range(7)]
    # The same text again, and one that names an article of this file.
    lines += [{**line(2), "spans": [span(line(2)["text"], "石桥村", "OTHER")]}, {"text": line(6)["text"]}, line(3)]
    path = written(tmp_path / "x.jsonl", lines)
    found = []
    for at_once in (1, 3, 1_000):
        monkeypatch.setattr(keeping, "_AT_ONCE", at_once)
        with new_project(tmp_path / f"{at_once}.annot") as project:
            report = import_paths(project, [path], by=by)
            assert (report.pages, report.articles, report.spans) == (7, 7, 15)
            again = import_paths(project, [path], by=by)
            assert (again.pages, again.spans) == (0, 0)
            assert problems(project) == []
            found.append(stored(project))
    assert found[0] == found[1] == found[2]


def test_a_line_that_names_an_article_of_the_lines_before_it_is_looked_up_there(tmp_path: Path) -> None:
    with new_project(tmp_path / "a.annot") as project:
        import_paths(project, [written(tmp_path / "a.jsonl", [line(1)])])
        (article,) = project.connection.execute("SELECT id FROM article").fetchone()
    with new_project(tmp_path / "b.annot") as project:
        spaced = {**line(1, id=article), "text": line(1)["text"] + "\n", "spans": []}
        report = import_paths(project, [written(tmp_path / "b.jsonl", [line(1), spaced])])
        assert (report.articles, report.spans) == (1, 2)


@pytest.mark.parametrize("by", [None, "alice"])
def test_an_import_that_is_stopped_inside_a_file_leaves_nothing_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by: str | None
) -> None:
    monkeypatch.setattr(keeping, "_AT_ONCE", 10)
    path = written(tmp_path / "x.jsonl", [line(n) for n in range(350)])
    told: list[tuple[int, int]] = []

    def stop(done: int, everything: int) -> None:
        told.append((done, everything))
        if everything > 1 and done > everything // 2:
            raise KeyboardInterrupt

    with new_project(tmp_path / "x.annot") as project:
        with pytest.raises(KeyboardInterrupt):
            import_paths(project, [path], by=by, progress=stop)
        assert set(counts(project).values()) == {0}
        assert told[-1][1] == path.stat().st_size
        assert import_paths(project, [path], by=by).spans == 700


def test_inside_of_several_files_progress_counts_files_and_can_stop(tmp_path: Path) -> None:
    paths = [written(tmp_path / f"{n}.jsonl", [line(n)]) for n in range(2)]
    told: list[tuple[int, int]] = []
    with new_project(tmp_path / "x.annot") as project:
        import_paths(project, paths, progress=lambda done, everything: told.append((done, everything)))
    assert told == [(0, 2), (0, 2), (1, 2), (1, 2), (2, 2)]


def test_a_bad_line_far_down_is_named_and_nothing_is_stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "_AT_ONCE", 2)
    lines = [*(line(n) for n in range(9)), {**line(9), "spans": [{"start": 0, "end": 1, "label": "OTHER", "text": "x"}]}]
    with new_project(tmp_path / "x.annot") as project:
        with pytest.raises(InputError, match=r"x\.jsonl, line 10: the span 0–1 should be “x”"):
            import_paths(project, [written(tmp_path / "x.jsonl", lines)])
        assert set(counts(project).values()) == {0}


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "x.jsonl", [line(1)])
    looked_at: Callable[[Source], line_files.LineFile | None] = line_files.looked_at

    def then_changed(source: Source) -> line_files.LineFile | None:
        found = looked_at(source)
        written(path, [line(1), line(2)])
        return found

    monkeypatch.setattr(line_files, "looked_at", then_changed)
    with new_project(tmp_path / "x.annot") as project:
        with pytest.raises(InputError, match=r"x\.jsonl was changed while it was read"):
            import_paths(project, [path])
        assert set(counts(project).values()) == {0}
