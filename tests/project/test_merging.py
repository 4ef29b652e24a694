"""Taking work back: receipts, what is refused, and the laws of a union."""

import random
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.article import ArticleKind, Layout, Segment
from annotator.core.candidate import Proposal
from annotator.core.decision import Assignment, Condition, Draft, Kind
from annotator.core.errors import ProjectError
from annotator.core.ids import annotator_id, assignment_id, sha256_of
from annotator.project import annotating
from annotator.project.assigning import assign
from annotator.project.backing_up import backups_of
from annotator.project.checking import problems
from annotator.project.creating import new_project
from annotator.project.handing_in import hand_in
from annotator.project.handing_out import hand_out
from annotator.project.merging import MergeReport, Receipt, merge
from annotator.project.workspace import Project
from annotator.store import articles, candidates, people, tasks
from annotator.store.file import transaction

NAMES = ("alice", "bob")
Rows = dict[str, list[tuple[object, ...]]]


def mine(task: Project) -> list[Assignment]:
    person = annotator_id(task.file.setting("task of") or "")
    return [t.assignment for t in tasks.of_person(task.connection, person)]


def work(task: Path, out: Path, chance: random.Random, *, steps: int = 6) -> Path:
    """Let the task's owner do what chance says, and hand it in."""
    with Project.open(task) as opened:
        for _ in range(steps):
            assignment = chance.choice(mine(opened))
            if chance.random() < 0.2:
                opened.ledger.undo(assignment.annotator)
            else:
                opened.ledger.append(assignment, [draft(opened, assignment, chance)], scheme_version=1)
        hand_in(opened, out)
    return out


def draft(task: Project, assignment: Assignment, chance: random.Random) -> Draft:
    text = articles.text_of(task.connection, assignment.article)
    start = chance.randrange(len(text) - 1)
    end = chance.randrange(start + 1, min(len(text), start + 9) + 1)
    found = candidates.of_article(task.connection, assignment.article)
    kind = chance.choice([Kind.ACCEPT, Kind.REJECT, Kind.MOVE, Kind.FLAG, Kind.FINISH, Kind.ADD])
    if kind is Kind.FINISH:
        return Draft(kind, value=annotating.present(task, assignment.article, [c.id for c in found]))
    if kind is Kind.ADD or not found:
        return Draft(Kind.ADD, start=start, end=end, label="OTHER", surface=text[start:end], source="hand")
    c = chance.choice(found)
    if kind is Kind.MOVE:
        return Draft(kind, c.id, start, end, c.label, text[start:end], c.source, c.score)
    if kind is Kind.FLAG:
        return Draft(kind, c.id, value="doubt")
    return Draft(kind, c.id, c.start, c.end, c.label, c.surface, c.source, c.score)


def everything(project: Project) -> Rows:
    """Return the ledger without `here`, and what follows from it."""
    queries = {
        "decision": "SELECT id, assignment, kind, target, start, label, surface, retracts, value FROM decision ORDER BY id",
        "mark": "SELECT * FROM mark ORDER BY assignment, target",
        "assignment": "SELECT * FROM assignment ORDER BY id",
    }
    return {table: project.connection.execute(query).fetchall() for table, query in queries.items()}


@pytest.fixture(scope="module")
def study(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a project given out to two people, and their task files; to be copied."""
    folder = tmp_path_factory.mktemp("study")
    with Project.open(Path(shutil.copy(sample, folder / "study.annot"))) as project:
        assign(project, NAMES, per_article=2, blind=0.3)
        hand_out(project, folder)
    return folder


@pytest.fixture
def here(study: Path, tmp_path: Path) -> Path:
    """A copy of that folder."""
    return Path(shutil.copytree(study, tmp_path / "study"))


@pytest.fixture
def lead(here: Path) -> Iterator[Project]:
    """The project in it, open."""
    with Project.open(here / "study.annot") as project:
        yield project


@pytest.fixture
def handed_in(here: Path) -> Path:
    """What alice has handed in."""
    return work(here / "study-alice.annot", here / "alice.annot", random.Random(7), steps=30)


@contextmanager
def copies(template: Path, count: int) -> Iterator[list[Project]]:
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        yield [stack.enter_context(Project.open(Path(shutil.copy(template, Path(folder) / f"{i}.annot")))) for i in range(count)]


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chance=st.randoms(use_true_random=False))
def test_merging_in_any_order_any_number_of_times_and_from_stale_copies_is_the_same(study: Path, chance: random.Random) -> None:
    with tempfile.TemporaryDirectory() as name, copies(study / "study.annot", 2) as projects:
        folder = Path(shutil.copytree(study, Path(name) / "study"))
        at_home = Path(shutil.copy(folder / "study-alice.annot", folder / "at home.annot"))
        files = [
            work(folder / "study-alice.annot", folder / "1.annot", chance),
            work(folder / "study-alice.annot", folder / "2.annot", chance),
            work(at_home, folder / "3.annot", chance),
            work(folder / "study-bob.annot", folder / "4.annot", chance),
        ]
        for path in files:
            merge(projects[0], [path])
        merge(projects[1], chance.sample([*files, *files], 2 * len(files)))
        assert everything(projects[0]) == everything(projects[1])
        assert projects[0].connection.execute("SELECT * FROM presentation ORDER BY id").fetchall() == (
            projects[1].connection.execute("SELECT * FROM presentation ORDER BY id").fetchall()
        )
        for project in projects:
            assert problems(project) == []
            again = merge(project, files)
            assert sum(receipt.decisions for receipt in again.receipts) == 0
            assert everything(project) == everything(projects[0])


def only(report: MergeReport) -> Receipt:
    (receipt,) = report.receipts
    return receipt


def test_a_receipt_says_what_was_new_known_and_finished(lead: Project, handed_in: Path) -> None:
    with Project.open(handed_in, write=False) as task:
        (decisions,) = task.connection.execute("SELECT count(*) FROM decision").fetchone()
        (finished,) = task.connection.execute("SELECT count(*) FROM assignment WHERE finished IS NOT NULL").fetchone()
    first, second = only(merge(lead, [handed_in])), only(merge(lead, [handed_in]))
    assert decisions
    assert finished
    assert first == Receipt("alice", ["alice.annot"], decisions, 0, finished, finished)
    assert second == Receipt("alice", ["alice.annot"], 0, decisions, finished, 0)
    assert lead.ledger.undo(annotator_id("alice")) is None
    assert problems(lead) == []


def test_who_has_done_nothing_yet_gets_a_receipt_too(lead: Project, here: Path) -> None:
    assert only(merge(lead, [here / "study-bob.annot"])) == Receipt("bob", ["study-bob.annot"])


def test_a_file_that_was_not_handed_in_is_taken_and_said(lead: Project, here: Path, handed_in: Path) -> None:
    receipt = only(merge(lead, [here / "study-alice.annot"]))
    assert receipt.decisions
    assert receipt.notes == [
        "study-alice.annot: the file was not handed in: if it was open when it was copied, the newest decisions are missing"
    ]


def test_candidates_that_were_seen_and_are_proposed_no_longer_come_along_inactive(lead: Project, handed_in: Path) -> None:
    for article in list(articles.each(lead.connection)):
        candidates.replace(lead.connection, article.id, [])
    merge(lead, [handed_in])
    with Project.open(handed_in, write=False) as task:
        assert lead.connection.execute("SELECT * FROM mark ORDER BY assignment, target").fetchall() == (
            task.connection.execute("SELECT * FROM mark ORDER BY assignment, target").fetchall()
        )
        shown = task.connection.execute("SELECT * FROM presentation ORDER BY id").fetchall()
    assert lead.connection.execute("SELECT * FROM presentation ORDER BY id").fetchall() == shown
    assert lead.connection.execute("SELECT sum(active), count(*) > 0 FROM candidate").fetchone() == (0, 1)
    assert problems(lead) == []


def test_which_of_two_descriptions_of_a_lost_candidate_stays_does_not_depend_on_the_order(here: Path) -> None:
    files = []
    for name, score in (("alice", 0.3), ("bob", 0.8)):
        with Project.open(here / f"study-{name}.annot") as task:
            assignment = next(a for a in mine(task) if a.condition is Condition.SHOWN and candidates.of_article(task.connection, a.article))
            c = candidates.of_article(task.connection, assignment.article)[0]
            proposal = Proposal(c.start, c.end, c.label, c.surface, (f"pattern:of-{score}",), score)
            candidates.replace(task.connection, assignment.article, [proposal])
            task.ledger.append(assignment, [Draft(Kind.ACCEPT, c.id, c.start, c.end, c.label, c.surface)], scheme_version=1)
            files.append(hand_in(task, here / f"{name}.annot").path)
    with Project.open(here / "study.annot") as project:
        for article in list(articles.each(project.connection)):
            candidates.replace(project.connection, article.id, [])
    with copies(here / "study.annot", 2) as (one, other):
        merge(one, files)
        for path in reversed(files):
            merge(other, [path])
        assert everything(one) == everything(other)
        assert problems(one) == problems(other) == []


def test_a_merge_is_backed_up_before(lead: Project, handed_in: Path) -> None:
    before = everything(lead)
    report = merge(lead, [handed_in])
    assert report.backup is not None
    assert backups_of(lead.path) == [report.backup]
    with Project.open(report.backup, write=False) as backup:
        assert everything(backup) == before


def test_work_on_another_project_is_refused_and_nothing_is_changed(lead: Project, handed_in: Path, tmp_path: Path) -> None:
    with new_project(tmp_path / "other.annot") as other:
        with pytest.raises(ProjectError, match="belongs to another project"):
            merge(other, [handed_in])
        assert backups_of(other.path) == []
    with pytest.raises(ProjectError, match="is the project itself"):
        merge(lead, [lead.path])


def test_a_file_that_cannot_be_taken_does_not_keep_the_others_out(lead: Project, handed_in: Path, tmp_path: Path) -> None:
    report = merge(lead, [tmp_path / "missing.annot", handed_in])
    assert only(report).decisions
    assert [(lost.file, lost.why) for lost in report.not_taken] == [("missing.annot", f"There is no file {tmp_path / 'missing.annot'}.")]
    with pytest.raises(ProjectError, match="None of 2 files could be merged"):
        merge(lead, [tmp_path / "missing.annot", tmp_path / "too.annot"])


def tampered(path: Path, change: Callable[[sqlite3.Connection], object]) -> Path:
    """Change a file behind the program's back and take its seal away."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("DELETE FROM project WHERE key LIKE 'sealed%'")
    change(connection)
    connection.commit()
    connection.close()
    return path


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (
            "UPDATE decision SET surface = '不在这里' WHERE id = (SELECT id FROM decision WHERE start IS NOT NULL LIMIT 1)",
            "the text is not",
        ),
        ("UPDATE decision SET label = 'NO SUCH' WHERE id = (SELECT id FROM decision WHERE label IS NOT NULL LIMIT 1)", "no label NO SUCH"),
        ("UPDATE decision SET start = 999999 WHERE id = (SELECT id FROM decision WHERE start IS NOT NULL LIMIT 1)", "the text is not"),
        ("UPDATE decision SET condition = CASE condition WHEN 'blind' THEN 'shown' ELSE 'blind' END", "belongs to another task"),
        ("UPDATE decision SET annotator = '000000000000000000000000'", "belongs to another task"),
    ],
)
def test_a_task_with_a_decision_that_cannot_be_true_is_left_out_whole_and_said(
    lead: Project, handed_in: Path, change: str, why: str
) -> None:
    receipt = only(merge(lead, [tampered(handed_in, lambda connection: connection.execute(change))]))
    assert receipt.refused
    assert all(why in refused for refused in receipt.refused)
    with closing(sqlite3.connect(handed_in)) as connection:
        (tasks,) = connection.execute("SELECT count(DISTINCT assignment) FROM decision").fetchone()
    assert len(receipt.refused) in {1, tasks}
    assert problems(lead) == []


def test_a_known_decision_that_says_something_else_is_refused(lead: Project, handed_in: Path) -> None:
    merge(lead, [handed_in])
    before = everything(lead)
    changed = tampered(handed_in, lambda connection: connection.execute("UPDATE decision SET seconds = 3.5"))
    receipt = only(merge(lead, [changed]))
    assert receipt.decisions == 0
    assert all("is known, and says something else" in refused for refused in receipt.refused)
    assert everything(lead) == before


def test_a_candidate_that_is_not_what_its_name_says_is_refused(lead: Project, handed_in: Path) -> None:
    for article in list(articles.each(lead.connection)):
        candidates.replace(lead.connection, article.id, [])
    changed = tampered(handed_in, lambda connection: connection.execute('UPDATE candidate SET start = start + 1, "end" = "end" + 1'))
    receipt = only(merge(lead, [changed]))
    assert any("a candidate is not what its name says" in refused for refused in receipt.refused)
    assert problems(lead) == []


def test_decisions_under_a_version_of_the_scheme_that_differs_are_taken_and_said(lead: Project, handed_in: Path) -> None:
    lead.connection.execute('UPDATE scheme SET json = replace(json, \'"note": "\', \'"note": "!\')')
    receipt = only(merge(lead, [handed_in]))
    assert receipt.decisions
    assert any("under a version 1 of the scheme that differs" in note for note in receipt.notes)


def test_decisions_under_a_version_that_the_project_does_not_have_are_taken_and_said(lead: Project, handed_in: Path) -> None:
    changed = tampered(handed_in, lambda connection: connection.execute("UPDATE decision SET scheme_version = 9"))
    receipt = only(merge(lead, [changed]))
    assert receipt.decisions
    assert any("under version 9 of the scheme, which the project does not have" in note for note in receipt.notes)


def test_articles_that_the_project_does_not_have_are_refused_by_name(lead: Project, here: Path) -> None:
    with Project.open(here / "study-alice.annot") as task, transaction(task.connection):
        text = "又一篇。"
        (new,) = articles.add_page(task.connection, sha256_of(text), text, [Layout(ArticleKind.ARTICLE, "", (Segment(0, 0, 4),))], {})
        person = people.add(task.connection, "alice")
        assignment = Assignment(assignment_id(new, person, "main", "shown"), new, person)
        task.ledger.append(assignment, [Draft(Kind.FINISH)], scheme_version=1)
    receipt = only(merge(lead, [here / "study-alice.annot"]))
    assert receipt.refused == [f"article {new[:12]}: the project has no such article, or cut its page otherwise"]
    assert receipt.decisions == 0
