"""Task files: their owner's articles and nobody else's work; updates keep every decision."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.decision import Assignment, Condition, Draft, Kind
from annotator.core.errors import InputError, NotAProject, ProjectError
from annotator.core.lexicon import LexiconEntry
from annotator.core.scheme import Words
from annotator.project import annotating
from annotator.project.assigning import assign
from annotator.project.checking import problems
from annotator.project.handing_out import HandedOut, apply_update, hand_out, owner_of, role_of
from annotator.project.merging import merge
from annotator.project.workspace import Project, now
from annotator.store import articles, candidates, knowledge, people, tasks

NAMES = ("alice", "bob the coder", "王芳芳")


def mine(task: Project) -> list[Assignment]:
    (person,) = people.names(task.connection)
    return [t.assignment for t in tasks.of_person(task.connection, person)]


def accept_all(task: Project, assignment: Assignment) -> None:
    found = candidates.of_article(task.connection, assignment.article)
    drafts = [Draft(Kind.ACCEPT, c.id, c.start, c.end, c.label, c.surface, c.source, c.score) for c in found]
    task.ledger.append(assignment, [*drafts, Draft(Kind.FINISH)], scheme_version=task.scheme().version)


def richest(project: Project, assignments: list[Assignment]) -> Assignment:
    return max(assignments, key=lambda a: len(candidates.of_article(project.connection, a.article)))


@pytest.fixture
def handed(demo: Project, tmp_path: Path) -> list[HandedOut]:
    """The task files of three people, two of whom have begun in the project itself."""
    assign(demo, NAMES, per_article=2, blind=0.3)
    for name in NAMES[:2]:
        person = annotating.person(demo, name)
        own = [t.assignment for t in tasks.of_person(demo.connection, person) if t.assignment.condition is Condition.SHOWN]
        accept_all(demo, richest(demo, own))
    return hand_out(demo, tmp_path / "out")


def test_a_task_file_holds_its_owners_articles_in_their_conditions(demo: Project, handed: list[HandedOut]) -> None:
    assert [h.name for h in handed] == sorted(NAMES)
    for h in handed:
        with Project.open(h.path) as task:
            assert (role_of(task), owner_of(task), task.file.setting("id")) == ("task", h.name, demo.file.setting("id"))
            person = annotating.person(demo, h.name)
            expected = [t.assignment for t in tasks.of_person(demo.connection, person)]
            assert mine(task) == expected
            assert {a.id for a in articles.each(task.connection)} == {a.article for a in expected}
            assert h.articles == len(expected)
            assert h.blind == sum(a.condition is Condition.BLIND for a in expected) > 0
            assert problems(task) == []


def test_a_task_file_holds_nothing_of_other_people(demo: Project, handed: list[HandedOut]) -> None:
    decisions = {row[0]: row[1] for row in demo.connection.execute("SELECT id, annotator FROM decision")}
    assert len(set(decisions.values())) == 2
    for h in handed:
        data = h.path.read_bytes()
        person = annotating.person(demo, h.name)
        for name in set(NAMES) - {h.name}:
            assert name.encode() not in data
            assert annotating.person(demo, name).encode() not in data
        for decision, of in decisions.items():
            assert (decision.encode() in data) is (of == person)
        for (assignment,) in demo.connection.execute("SELECT id FROM assignment WHERE annotator <> ?", (person,)):
            assert assignment.encode() not in data


def test_blind_articles_come_without_candidates_and_the_others_with_theirs(demo: Project, handed: list[HandedOut]) -> None:
    for h in handed:
        with Project.open(h.path) as task:
            for assignment in mine(task):
                there = candidates.of_article(task.connection, assignment.article, inactive=True)
                is_blind = assignment.condition is Condition.BLIND
                assert there == ([] if is_blind else candidates.of_article(demo.connection, assignment.article))


def test_ones_own_work_comes_along(demo: Project, handed: list[HandedOut]) -> None:
    for h in handed[:2]:
        with Project.open(h.path) as task:
            begun = [t for t in tasks.of_person(task.connection, annotating.person(task, h.name)) if t.decisions]
            assert len(begun) == 1
            assert begun[0].is_finished
            assert list(task.ledger.decisions(begun[0].assignment.id)) == list(demo.ledger.decisions(begun[0].assignment.id))


def test_names_of_people_in_names_of_imported_files_stay_at_home(demo: Project, tmp_path: Path, page: Callable[[str, str], Path]) -> None:
    demo.connection.execute("UPDATE candidate SET sources = '[\"import:Bob the Coder.jsonl\"]'")
    assign(demo, NAMES)
    first, second, _ = hand_out(demo, tmp_path / "out")
    assert b"bob the coder" not in first.path.read_bytes().lower()
    assert b"bob the coder.jsonl" in second.path.read_bytes().lower()


def test_a_task_can_be_opened_though_an_original_of_its_repeats_is_somebody_elses(
    project: Project, tmp_path: Path, page: Callable[[str, str], Path]
) -> None:
    again = "石桥村的扶贫车间开工以来，全村四十多户低保户都在家门口有了工作，孩子们上学也有雨露计划的补助，大家都说日子有了盼头。"
    from annotator.project.importing import import_paths  # noqa: PLC0415

    for name in ("a.txt", "b.txt"):
        import_paths(project, [page(name, f"{name[0] * 9}\n\n{again}\n")], whole=True)
    assign(project, ["alice"])
    first, second = (t.assignment for t in tasks.of_round(project.connection, "main"))
    tasks.take_back(project.connection, [first.id])
    (handed,) = hand_out(project, tmp_path / "out")
    with Project.open(handed.path) as task:
        opened = annotating.open_article(task, second.annotator, second.article)
        assert opened.article.layout.repeats == ()
        assert problems(task) == []


def test_what_stands_in_the_folder_is_not_overwritten(demo: Project, handed: list[HandedOut], tmp_path: Path) -> None:
    before = handed[0].path.read_bytes()
    with pytest.raises(ProjectError, match="exists already"):
        hand_out(demo, tmp_path / "out")
    assert handed[0].path.read_bytes() == before


def test_handing_out_needs_something_that_was_given_out(demo: Project, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Nothing was given out"):
        hand_out(demo, tmp_path / "out")
    assign(demo, NAMES)
    with pytest.raises(InputError, match="Nothing was given to Dora"):
        hand_out(demo, tmp_path / "out", to=["Dora"])
    assert [h.name for h in hand_out(demo, tmp_path / "out", to=["ALICE"])] == ["alice"]


def test_rulings_go_out_without_who_asked_and_who_answered(demo: Project, tmp_path: Path) -> None:
    assign(demo, ["alice"])
    (article,) = demo.connection.execute("SELECT id FROM article ORDER BY number LIMIT 1").fetchone()
    row = ("1" * 24, article, None, None, "", "", "是吗", "是", 1, "the lead herself", now(), "0190163d-8694-739b-aea5-966c26f8ad91")
    (first,) = hand_out(demo, tmp_path / "out")
    demo.connection.execute(f"INSERT INTO ruling VALUES ({', '.join('?' * len(row))})", row)  # noqa: S608
    for made in (*hand_out(demo, tmp_path / "out", update=True), *hand_out(demo, tmp_path / "later", update=True)):
        with Project.open(made.path, write=False) as file:
            assert file.connection.execute("SELECT * FROM ruling").fetchall() == [(*row[:9], "", row[10], "")]
        assert b"the lead herself" not in made.path.read_bytes()
        assert row[-1].encode() not in made.path.read_bytes()
    assert first.what == "task"


def new_version(project: Project, label: str) -> None:
    """Let the lead think better of what a label means, and add a word."""
    old = project.scheme()
    labels = tuple(replace(one, definition=Words("另一个意思")) if one.id == label else one for one in old.labels)
    knowledge.put_scheme(project.connection, replace(old, version=old.version + 1, labels=labels), now())
    knowledge.put_lexicon(project.connection, [*knowledge.lexicon(project.connection), LexiconEntry("清溪模式", label)])


@pytest.mark.parametrize("is_in_folder", [True, False])
def test_an_update_brings_scheme_and_words_and_says_what_to_look_at_again(demo: Project, tmp_path: Path, *, is_in_folder: bool) -> None:
    assign(demo, ["alice"])
    (handed,) = hand_out(demo, tmp_path / "out")
    with Project.open(handed.path) as task:
        accept_all(task, richest(task, mine(task)))
        marks = task.connection.execute("SELECT label, decided_by FROM mark").fetchall()
        before = [row[0] for row in task.connection.execute("SELECT id FROM decision ORDER BY id")]
        frozen = dict(candidates.each(task.connection))
    label = marks[0][0]
    new_version(demo, label)
    if is_in_folder:
        (made,) = hand_out(demo, tmp_path / "out", update=True)
        assert (made.what, made.path) == ("updated", handed.path)
    else:
        (file,) = hand_out(demo, tmp_path / "later", update=True)
        assert (file.what, file.path.name) == ("update", "demo-alice.update.annot")
        with Project.open(handed.path) as task:
            (made,) = merge(task, [file.path]).updates
    with Project.open(handed.path) as task:
        assert task.scheme() == demo.scheme()
        assert knowledge.lexicon(task.connection) == knowledge.lexicon(demo.connection)
        assert [row[0] for row in task.connection.execute("SELECT id FROM decision ORDER BY id")] == before
        assert dict(candidates.each(task.connection)) == frozen
        assert problems(task) == []
    assert len(made.revisit) == sum(mark[0] == label for mark in marks)
    assert {(r.label, r.version) for r in made.revisit} == {(label, 1)}


def test_an_update_brings_new_articles_and_takes_those_back_that_nobody_has_begun(demo: Project, tmp_path: Path) -> None:
    assign(demo, ["alice", "bob"])
    out = hand_out(demo, tmp_path / "out")
    with Project.open(out[0].path) as task:
        begun = mine(task)[0]
        accept_all(task, begun)
    alice = annotating.person(demo, "alice")
    held = [t.assignment for t in tasks.of_person(demo.connection, alice)]
    tasks.take_back(demo.connection, [held[0].id, held[1].id])
    assign(demo, ["alice", "bob", "Dora"], seed=3)
    (updated,) = hand_out(demo, tmp_path / "out", update=True, to=["alice"])
    expected = {t.assignment for t in tasks.of_person(demo.connection, alice)}
    with Project.open(updated.path) as task:
        assert set(mine(task)) == expected | {begun}
        assert {a.article for a in expected} <= {a.id for a in articles.each(task.connection)}
        assert problems(task) == []


def test_an_update_of_another_task_is_refused_and_so_is_what_is_none(demo: Project, handed: list[HandedOut], tmp_path: Path) -> None:
    files = hand_out(demo, tmp_path / "later", update=True)
    with Project.open(handed[0].path) as task:
        with pytest.raises(ProjectError, match="of another task: that of bob the coder"):
            apply_update(task, files[1].path)
        with pytest.raises(ProjectError, match="is no update"):
            apply_update(task, handed[1].path)
    with pytest.raises(ProjectError, match="Merge it into their task file"):
        merge(demo, [files[0].path])


def test_an_update_that_was_tampered_with_is_refused(demo: Project, handed: list[HandedOut], tmp_path: Path) -> None:
    (file, *_) = hand_out(demo, tmp_path / "later", update=True)
    with sqlite3.connect(file.path) as connection:
        connection.execute("UPDATE page SET text = text || '？'")
    connection.close()
    with Project.open(handed[0].path) as task, pytest.raises(ProjectError, match="damaged"):
        apply_update(task, file.path)
    with sqlite3.connect(file.path) as connection:
        connection.execute("CREATE TRIGGER t AFTER INSERT ON decision BEGIN DELETE FROM decision; END")
    connection.close()
    with Project.open(handed[0].path) as task, pytest.raises(NotAProject, match="a trigger called t"):
        apply_update(task, file.path)
