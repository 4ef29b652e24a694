"""The history of one person: steps, newest first, in pages; back and forward over many of them."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication

from annotator.core.decision import Cause, Draft, Kind
from annotator.core.span import Span
from annotator.project import annotating
from annotator.project.workspace import Project
from annotator.session.desk import Desk
from annotator.session.edges import Edge, Unit
from annotator.session.history import Past, Step, again, further, go_back_to, rows_of
from annotator.session.place import Seen
from annotator.session.words import Words
from annotator.store.history import HistoryRow
from annotator.ui.history_words import title, where


def no_words(text: str, breaks: object) -> tuple[int, ...]:
    return tuple(range(len(text) + 1))


@pytest.fixture
def desk(sample: Path, tmp_path: Path, qapp: QCoreApplication) -> Iterator[Desk]:
    """A desk on a copy of the sample, at the article with the most candidates."""
    path = tmp_path / "sample.annot"
    shutil.copy(sample, path)
    with Project.open(path, who="林晓") as project:
        words = Words(no_words)
        desk = Desk(project, "林晓", words)
        desk.open(max(desk.rows(), key=lambda row: row.candidates).id)
        yield desk
        words.wait()
        desk.deleteLater()


def steps_of(desk: Desk) -> tuple[Step, ...]:
    past = further(Past(), rows_of(desk))
    while not past.is_whole:
        past = further(past, rows_of(desk))
    return past.steps


def target_of(desk: Desk) -> str:
    assert desk.current is not None
    return desk.current.target


def test_steps_come_newest_first_with_what_they_did(desk: Desk) -> None:
    first = target_of(desk)
    desk.accept()
    second = target_of(desk)
    desk.reject()
    newest, oldest = steps_of(desk)
    assert (newest.kind, newest.target, newest.is_undone) == (Kind.REJECT, second, False)
    assert (oldest.kind, oldest.target) == (Kind.ACCEPT, first)


def test_an_undone_step_stays_in_the_history_and_counts_again_after_redo(desk: Desk) -> None:
    desk.accept()
    desk.undo()
    assert [step.is_undone for step in steps_of(desk)] == [True]
    desk.redo()
    assert [step.is_undone for step in steps_of(desk)] == [False]


def test_a_relabel_tells_the_label_before_it_even_after_an_undo(desk: Desk) -> None:
    assert desk.current is not None
    was, target = desk.current.label, desk.current.target
    other, third = [label.id for label in desk.scheme.labels if label.id != was][:2]
    desk.label(other)
    desk.undo()
    desk.go_to(target)
    desk.label(third)
    assert (steps_of(desk)[0].was_label, steps_of(desk)[0].label) == (was, third)
    desk.go_to(target)
    desk.label(other)
    assert (steps_of(desk)[0].was_label, steps_of(desk)[0].label) == (third, other)


def test_moves_of_one_edge_are_one_step_from_the_first_surface_to_the_last(desk: Desk) -> None:
    assert desk.current is not None
    before = desk.current.surface
    desk.move(Edge.END, Unit.CHARACTER, 1)
    desk.move(Edge.END, Unit.CHARACTER, 1)
    (step,) = steps_of(desk)
    assert step.was_surface == before
    assert step.surface == "".join(desk.current.surface.split("\n"))


def test_decisions_of_one_step_are_counted_apart_from_those_on_repeats(desk: Desk) -> None:
    items = [item for item in desk.items if item.candidate is not None][:3]
    causes = (None, Cause.SAME, Cause.REPEAT)
    desk.write([draft_on(desk, item.target, cause) for item, cause in zip(items, causes, strict=True)])
    (step,) = steps_of(desk)
    assert (step.count, step.repeats, step.cause) == (2, 1, Cause.SAME)
    assert step.target == items[0].target


def draft_on(desk: Desk, target: str, cause: Cause | None) -> Draft:
    item = desk.by_target(target)
    assert item is not None
    span = Span(item.start, item.end, item.label)
    return Draft(Kind.ACCEPT, target=target, start=span.start, end=span.end, label=span.label, surface=item.surface, cause=cause)


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_pages_of_any_size_tell_the_same_history(desk: Desk, size: int) -> None:
    for act in (desk.accept, desk.reject, desk.undo, desk.accept, desk.flag, desk.undo, desk.undo, desk.redo, desk.skip):
        act()
    whole = steps_of(desk)
    assert len(whole) == 5
    past = Past()
    while not past.is_whole:
        past = further(past, rows_of(desk), size=size)
    assert past.steps == whole


def test_only_a_page_is_read_until_more_is_asked_for(desk: Desk) -> None:
    for _ in range(6):
        desk.flag()
    asked: list[int] = []

    def counting(before: str, limit: int) -> list[HistoryRow]:
        asked.append(limit)
        return list(rows_of(desk)(before, limit))

    past = further(Past(), counting, size=4)
    assert (len(past.steps), past.is_whole, asked) == (3, False, [4])
    assert again(past, rows_of(desk)).steps == steps_of(desk)


def test_going_back_undoes_each_later_step_by_a_step_of_its_own(desk: Desk) -> None:
    desk.accept()
    kept = steps_of(desk)[0]
    for act in (desk.reject, desk.skip, desk.accept):
        act()
    assert go_back_to(desk, steps_of(desk), kept) == 3
    assert [step.is_undone for step in steps_of(desk)] == [True, True, True, False]
    desk.redo()
    assert [step.is_undone for step in steps_of(desk)] == [True, True, False, False]


def test_going_forward_redoes_up_to_the_chosen_step_and_no_further(desk: Desk) -> None:
    for act in (desk.accept, desk.reject, desk.skip):
        act()
    for _ in range(3):
        desk.undo()
    steps = steps_of(desk)
    assert go_back_to(desk, steps, steps[1]) == 2
    assert [step.is_undone for step in steps_of(desk)] == [True, False, False]


def test_a_step_that_other_work_followed_cannot_be_redone_and_nothing_is_written(desk: Desk) -> None:
    desk.accept()
    desk.undo()
    undone = steps_of(desk)[0]
    desk.flag()
    before = desk.project.connection.execute("SELECT count(*) FROM decision").fetchone()
    assert go_back_to(desk, steps_of(desk), undone) == 0
    assert desk.project.connection.execute("SELECT count(*) FROM decision").fetchone() == before


def test_the_desk_shows_the_article_of_the_last_step_that_was_undone(desk: Desk) -> None:
    first = desk.article
    target = target_of(desk)
    desk.accept()
    desk.open_beside(-1)
    desk.flag()
    earliest = steps_of(desk)[-1]
    desk.undo()
    desk.undo()
    assert desk.article == first
    go_back_to(desk, steps_of(desk), earliest)
    item = desk.by_target(target)
    assert item is not None
    assert item.is_decided


ACTS = st.lists(st.sampled_from(["accept", "reject", "skip", "flag", "undo", "redo"]), max_size=14)


@settings(max_examples=20)
@given(acts=ACTS, chosen=st.integers(0, 13))
def test_after_going_back_the_chosen_step_is_the_newest_that_counts(
    sample: Path, qapp: QCoreApplication, acts: list[str], chosen: int
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sample.annot"
        shutil.copy(sample, path)
        with Project.open(path, who="林晓") as project:
            desk = Desk(project, "林晓", Words(no_words))
            desk.open(desk.rows()[0].id)
            for act in acts:
                getattr(desk, act)()
            live = [step for step in steps_of(desk) if not step.is_undone]
            if chosen < len(live):
                go_back_to(desk, steps_of(desk), live[chosen])
                assert [step.id for step in steps_of(desk) if not step.is_undone] == [step.id for step in live[chosen:]]
            desk.words.wait()


# Where the window opens again


def reopened(desk: Desk, seen: Seen | None = None) -> Desk:
    other = Desk(desk.project, "林晓", desk.words)
    other.seen = seen
    other.open_first()
    return other


@pytest.mark.parametrize("act", ["accept", "reject", "skip", "flag"])
def test_after_a_crash_the_desk_stands_where_it_stood(desk: Desk, act: str) -> None:
    desk.accept()
    desk.accept()
    getattr(desk, act)()
    again_open = reopened(desk)
    assert again_open.article == desk.article
    assert target_of(again_open) == target_of(desk)


def test_after_an_undo_the_desk_opens_on_what_was_undone(desk: Desk) -> None:
    desk.accept()
    target = target_of(desk)
    desk.accept()
    desk.undo()
    assert target_of(reopened(desk)) == target


def test_what_was_only_looked_at_is_opened_as_long_as_nothing_was_decided_since(desk: Desk) -> None:
    desk.accept()
    last = annotating.last_step(desk.project, desk.person)
    assert last is not None
    assert desk.article is not None
    looked_at = desk.items[7].target
    seen = Seen(last.newest, desk.article.id, looked_at)
    assert target_of(reopened(desk, seen)) == looked_at
    desk.accept()
    assert target_of(reopened(desk, seen)) == target_of(desk)


def test_after_a_finish_the_desk_opens_the_article_that_comes_next(desk: Desk) -> None:
    finished = desk.article
    desk.finish()
    desk.finish()
    assert desk.article != finished
    assert reopened(desk).article == desk.article


# In words


def names(label: str) -> str:
    return f"<{label}>"


@pytest.fixture
def made(desk: Desk) -> Callable[[Callable[[], None]], Step]:
    def done(act: Callable[[], None]) -> Step:
        act()
        return steps_of(desk)[0]

    return done


def test_a_step_is_told_in_words(desk: Desk, made: Callable[[Callable[[], None]], Step]) -> None:
    assert desk.current is not None
    words, label = desk.current.surface, desk.current.label
    step = made(desk.accept)
    assert title(step) == f"Accepted “{words}”"
    assert where(step, names, UTC).startswith(f"<{label}> · A{step.number:04d} · ")


def test_a_flag_and_a_note_taken_back_are_told_as_that(desk: Desk, made: Callable[[Callable[[], None]], Step]) -> None:
    assert title(made(desk.flag)).startswith("Flagged")
    assert title(made(desk.flag)).startswith("Took the flag off")
    assert title(made(lambda: desk.note("边界\n不清"))).endswith(": 边界 不清")
    assert title(made(lambda: desk.note(""))).startswith("Took the note off")


def test_an_undone_step_says_so(desk: Desk) -> None:
    desk.accept()
    assert "undone" not in where(steps_of(desk)[0], names)
    desk.undo()
    assert where(steps_of(desk)[0], names).endswith("undone")
