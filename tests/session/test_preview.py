"""Preparing an import: edits, places, undo; nothing is stored."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.core.article import ArticleKind, Role
from annotator.project.creating import new_project
from annotator.project.status import status_of
from annotator.project.workspace import Project
from annotator.session.preview import Place, Preview

SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "pages"
BODY = "清晨六点，村里的扶贫车间已经亮起了灯，三十几位村民正忙着分拣木耳。"
TWO = f"一朵木耳出深山\n\n本报记者 常大勇\n\n{BODY}\n\n镇里把产业扶贫同小额信\n\n贷捆在一起推，{BODY}\n\n卫生室开到村口\n\n本报讯 {BODY}\n"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with new_project(tmp_path / "study.annot") as opened:
        yield opened


@pytest.fixture
def read(qtbot: QtBot, project: Project, tmp_path: Path) -> Iterator[Callable[..., Preview]]:
    """Return a preview of files that have been read."""
    previews = []

    def reading(*texts: str | bytes) -> Preview:
        paths = []
        for i, text in enumerate(texts):
            paths.append(tmp_path / f"page_{i}.txt")
            paths[-1].write_bytes(text.encode() if isinstance(text, str) else text)
        preview = Preview(project)
        previews.append(preview)
        with qtbot.waitSignal(preview.page_changed):
            preview.read(paths)
        return preview

    yield reading
    for preview in previews:
        preview.stop()


def titles(preview: Preview) -> list[str]:
    return [part.title for part in preview.view().parts if part.kind is ArticleKind.ARTICLE]


def test_files_are_read_on_a_thread_and_nothing_is_stored(read: Callable[..., Preview], project: Project) -> None:
    preview = read(TWO)
    assert titles(preview) == ["一朵木耳出深山", "卫生室开到村口"]
    assert status_of(project).pages == 0


def test_lines_know_their_number_role_article_and_what_they_go_on_with(read: Callable[..., Preview]) -> None:
    lines = read(TWO).view().lines
    assert [line.number for line in lines] == [1, 3, 5, 7, 9, 11, 13]
    assert [line.role for line in lines[:3]] == [Role.TITLE, Role.BYLINE, Role.BODY]
    assert [line.article for line in lines] == [1, 1, 1, 1, 1, 2, 2]
    assert (lines[3].goes_on_at, lines[4].goes_on_from) == (4, 3)
    assert [line.begins for line in lines] == [True, False, False, False, False, True, False]


def test_a_repeat_names_the_line_printed_before(read: Callable[..., Preview]) -> None:
    preview = read(f"一朵木耳出深山\n\n本报记者 常大勇\n\n{BODY}\n\n{BODY}\n")
    assert preview.view().lines[3].repeats == 2
    preview.go_to_line(3)
    preview.toggle_repeat()
    assert preview.view().lines[3].repeats is None
    preview.toggle_repeat()
    assert preview.view().lines[3].repeats == 2


def test_a_held_boundary_moves_and_its_moves_are_one_step_of_undo(read: Callable[..., Preview]) -> None:
    preview = read(TWO)
    preview.next_part()
    assert preview.place == Place(5)
    preview.up()
    preview.up()
    assert preview.place == Place(3)
    assert [line.article for line in preview.view().lines] == [1, 1, 1, 2, 2, 2, 2]
    preview.undo()
    assert preview.place == Place(5)
    assert titles(preview) == ["一朵木耳出深山", "卫生室开到村口"]
    assert not preview.can_undo


def test_without_a_boundary_held_up_and_down_walk_the_lines(read: Callable[..., Preview]) -> None:
    preview = read(TWO)
    preview.leave_boundary()
    preview.down()
    preview.down()
    assert preview.place == Place(2, is_boundary=False)
    assert not preview.can_undo
    preview.hold_boundary()
    assert preview.place == Place(0)


def test_split_merge_caption_and_leaving_out_undo_and_redo(read: Callable[..., Preview]) -> None:
    preview = read(TWO)
    states = [preview.plan]
    preview.next_part()
    preview.merge()
    states.append(preview.plan)
    preview.go_to_line(2)
    preview.toggle_caption()
    states.append(preview.plan)
    preview.go_to_line(4)
    preview.split()
    states.append(preview.plan)
    preview.leave_out()
    states.append(preview.plan)
    assert preview.view().lines[4].kind is ArticleKind.FURNITURE
    for state in reversed(states[:-1]):
        preview.undo()
        assert preview.plan is state
    for state in states[1:]:
        preview.redo()
        assert preview.plan is state


def test_at_a_boundary_split_makes_one_that_can_be_moved(read: Callable[..., Preview]) -> None:
    preview = read(TWO)
    preview.split()
    assert preview.place == Place(1)
    preview.down()
    preview.down()
    assert [line.article for line in preview.view().lines[:4]] == [1, 1, 1, 2]


def test_a_question_is_answered_by_joining_and_can_be_asked_again(read: Callable[..., Preview]) -> None:
    preview = read((SEEDS / "xiuyang_2018-11-02_p2.txt").read_bytes())
    question = preview.question
    assert question is not None
    preview.go_to_question()
    assert preview.place.line == question.run[0]
    preview.join()
    assert preview.question is None
    assert preview.view().lines[question.run[0]].goes_on_from == question.after
    preview.undo()
    assert preview.question == question


def test_another_encoding_drops_the_edits_of_that_file_until_it_is_undone(read: Callable[..., Preview]) -> None:
    preview = read(TWO.encode("gb18030"))
    preview.next_part()
    preview.merge()
    edited = preview.plan
    preview.read_in("big5")
    assert preview.plan is not edited
    preview.read_in("gb18030")
    assert titles(preview) == ["一朵木耳出深山", "卫生室开到村口"]
    preview.undo()
    preview.undo()
    assert preview.plan is edited


def test_a_page_that_is_known_is_not_edited(read: Callable[..., Preview], qtbot: QtBot) -> None:
    preview = read(TWO)
    preview.storing()(lambda _done, _all: None)
    again = read(TWO)
    assert again.file is not None
    assert again.file.is_known
    again.next_part()
    with qtbot.waitSignal(again.said):
        again.merge()
    assert not again.can_undo


def test_a_page_left_out_is_not_edited_and_comes_back(read: Callable[..., Preview], project: Project) -> None:
    preview = read(TWO)
    preview.leave_out_page()
    preview.next_part()
    preview.merge()
    assert titles(preview) == ["一朵木耳出深山", "卫生室开到村口"]
    preview.storing()(lambda _done, _all: None)
    assert status_of(project).pages == 0
    preview.leave_out_page()
    preview.storing()(lambda _done, _all: None)
    assert status_of(project).pages == 1


def test_stopping_while_files_are_read_ends_the_thread_and_shows_nothing(qtbot: QtBot, project: Project, tmp_path: Path) -> None:
    for i in range(300):
        (tmp_path / f"{i}.txt").write_text(f"{TWO}{i}", encoding="utf-8")
    preview = Preview(project)
    preview.read([tmp_path])
    preview.stop()
    assert preview.files == ()


def test_files_dropped_later_join_the_list(read: Callable[..., Preview], qtbot: QtBot, tmp_path: Path) -> None:
    preview = read(TWO)
    more = tmp_path / "more.txt"
    more.write_text(BODY, encoding="utf-8")
    with qtbot.waitSignal(preview.files_changed):
        preview.read([more])
    assert [file.name for file in preview.files] == ["page_0.txt", "more.txt"]
    preview.next_file()
    assert preview.at == 1
