"""Giving articles out in a real project: rounds, joining and leaving, what was begun, retests."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.core.decision import Assignment, Condition, Draft, Kind
from annotator.core.errors import InputError
from annotator.core.ids import annotator_id
from annotator.project.assigning import assign, clusters_of
from annotator.project.checking import problems
from annotator.project.importing import import_paths
from annotator.project.workspace import Project
from annotator.store import tasks

NAMES = ("alice", "bob", "王芳")


def given_out(project: Project, round_name: str = "main") -> list[Assignment]:
    return [task.assignment for task in tasks.of_round(project.connection, round_name)]


def finish(project: Project, assignment: Assignment) -> None:
    project.ledger.append(assignment, [Draft(Kind.FINISH)], scheme_version=1)


def test_everything_that_is_read_is_given_out_and_the_project_stays_sound(demo: Project) -> None:
    report = assign(demo, NAMES, per_article=2, overlap=0.5, blind=0.2)
    rows = given_out(demo)
    counts = Counter(a.article for a in rows)
    (readable,) = demo.connection.execute("SELECT count(*) FROM article WHERE kind <> 'furniture' OR candidates > 0").fetchone()
    assert len(counts) == report.articles == readable
    assert report.several == sum(count == 2 for count in counts.values())
    assert report.new == len(rows) == sum(share.articles for share in report.shares)
    assert sum(share.blind for share in report.shares) == sum(a.condition is Condition.BLIND for a in rows)
    assert sum(report.cells.values()) == report.several
    assert problems(demo) == []


def test_articles_that_print_the_same_paragraphs_go_to_the_same_person(project: Project, page: Callable[[str, str], Path]) -> None:
    again = "石桥村的扶贫车间开工以来，全村四十多户低保户都在家门口有了工作，孩子们上学也有雨露计划的补助，大家都说日子有了盼头。"
    for i in range(12):
        text = f"第{i}村新貌\n\n{again if i % 3 == 0 else ''}\n\n第{i}村的产业扶贫各有各的做法，种的是第{i}种果树，卖到第{i}个县。\n"
        import_paths(project, [page(f"{i}.txt", text)], whole=True)
    assign(project, NAMES)
    readers = {a.article: a.annotator for a in given_out(project)}
    (cluster,) = [cluster for cluster in clusters_of(project, readers) if len(cluster) > 1]
    assert len(cluster) == 4
    assert len({readers[article] for article in cluster}) == 1


def test_assigning_twice_changes_nothing(demo: Project) -> None:
    assign(demo, NAMES, per_article=2, blind=0.3, seed=5)
    before = given_out(demo)
    report = assign(demo, NAMES, per_article=2, blind=0.3, seed=5)
    assert (report.new, report.taken_back) == (0, 0)
    assert given_out(demo) == before


def test_who_leaves_keeps_what_was_begun_and_is_relieved_of_the_rest(demo: Project) -> None:
    assign(demo, NAMES)
    mine = [a for a in given_out(demo) if a.annotator == annotator_id("bob")]
    finish(demo, mine[0])
    assign(demo, ["alice", "王芳"])
    assert [a for a in given_out(demo) if a.annotator == annotator_id("bob")] == [mine[0]]
    assert {a.article for a in mine} <= {a.article for a in given_out(demo)}
    left = demo.connection.execute("SELECT count(*) FROM assignment WHERE annotator = ?", (annotator_id("bob"),)).fetchone()
    assert left == (1,)
    assert problems(demo) == []


def test_who_joins_takes_from_the_others_only_what_they_have_not_begun(demo: Project) -> None:
    assign(demo, ["alice"])
    begun = given_out(demo)[:3]
    for assignment in begun:
        finish(demo, assignment)
    report = assign(demo, ["alice", "Dora"])
    after = given_out(demo)
    assert set(begun) <= set(after)
    assert {share.name: share.begun for share in report.shares} == {"alice": 3, "Dora": 0}
    assert any(a.annotator == annotator_id("dora") for a in after)


def test_work_begun_without_being_asked_is_a_task_of_who_is_named_and_of_nobody_else(demo: Project) -> None:
    article = demo.connection.execute("SELECT id FROM article WHERE kind = 'article' ORDER BY number LIMIT 1").fetchone()[0]
    from annotator.project import annotating  # noqa: PLC0415

    for name in ("bob", "the lead"):
        finish(demo, annotating.open_article(demo, annotating.person(demo, name), article).assignment)
    assign(demo, NAMES)
    assert {a.annotator for a in given_out(demo) if a.article == article} == {annotator_id("bob")}


def test_a_pilot_is_a_sample_for_everybody_and_is_left_out_of_the_main_round(demo: Project) -> None:
    pilot = assign(demo, NAMES, per_article=3, round_name="pilot", sample=5)
    assert {share.articles for share in pilot.shares} == {pilot.articles}
    assert pilot.articles >= 1
    main = assign(demo, NAMES)
    assert main.left_out == pilot.articles
    assert not {a.article for a in given_out(demo)} & {a.article for a in given_out(demo, "pilot")}


@pytest.mark.parametrize(("blind", "condition"), [(0.0, Condition.SHOWN), (1.0, Condition.BLIND)])
def test_a_retest_gives_people_their_own_finished_articles_again(demo: Project, blind: float, condition: Condition) -> None:
    assign(demo, NAMES)
    mine = [a for a in given_out(demo) if a.annotator == annotator_id("alice")]
    for assignment in mine[:4]:
        finish(demo, assignment)
    report = assign(demo, ["alice"], round_name="retest", sample=0.5, blind=blind)
    again = given_out(demo, "retest")
    assert report.articles == len(again) == 2
    assert {a.article for a in again} <= {a.article for a in mine[:4]}
    assert {(a.annotator, a.condition) for a in again} == {(annotator_id("alice"), condition)}
    assert not {a.id for a in again} & {a.id for a in mine}


def test_a_person_works_in_the_first_round_that_is_not_finished(demo: Project) -> None:
    alice = annotator_id("alice")
    assert tasks.current_round(demo.connection, alice) is None if _has_table(demo) else True
    assign(demo, ["alice"], round_name="pilot", sample=2)
    assign(demo, ["alice"])
    assert tasks.current_round(demo.connection, alice) == "pilot"
    pilot = given_out(demo, "pilot")
    assert tasks.assigned(demo.connection, alice) == {a.article: a for a in pilot}
    for assignment in pilot:
        finish(demo, assignment)
    assert tasks.current_round(demo.connection, alice) == "main"
    assert tasks.on_article(demo.connection, alice, pilot[0].article) is None


def _has_table(project: Project) -> bool:
    return project.connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'task'").fetchone() is not None


@pytest.mark.parametrize(
    ("names", "wanted", "why"),
    [
        ([], {}, "needs a name"),
        (["alice", " "], {}, "needs a name"),
        (["alice", "ALICE"], {}, "named twice"),
        (["alice"], {"per_article": 2}, "cannot each read"),
        (["alice"], {"per_article": 0}, "cannot each read"),
        (["alice"], {"blind": 1.5}, "between 0 and 1"),
        (["alice"], {"overlap": -0.1}, "between 0 and 1"),
        (["alice"], {"sample": 0}, "A sample must be"),
        (["alice"], {"round_name": "retest"}, "nothing to give out"),
    ],
)
def test_what_cannot_be_shared_is_refused_in_a_sentence_and_nothing_is_stored(
    demo: Project, names: list[str], wanted: dict[str, float], why: str
) -> None:
    with pytest.raises(InputError, match=why):
        assign(demo, names, **wanted)  # type: ignore[arg-type]
    assert demo.connection.execute("SELECT count(*) FROM assignment").fetchone() == (0,)
