"""Paragraphs printed again in another article of the project."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.core.candidate import Proposal
from annotator.core.decision import Cause
from annotator.core.fold import Status
from annotator.project.checking import problems
from annotator.project.creating import new_project
from annotator.project.importing import import_paths
from annotator.project.workspace import Project
from annotator.session.desk import Desk
from annotator.session.words import Words
from annotator.store import articles, candidates

AGAIN = "今年以来,石岭县把产业扶贫作为稳定增收的根本出路,全县新建木耳大棚六百座,吸纳两千多名群众就近务工,户均增收四千元。"
NEARLY = AGAIN.replace("六百座", "七百座")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    for name, last in (("a.txt", "村里的路也修好了。"), ("b.txt", "县里还办起了夜校。")):
        (tmp_path / name).write_text(f"{last[:4]}\n\n本报记者 某某\n\n{AGAIN}\n\n{last}\n", encoding="utf-8")
    (tmp_path / "c.txt").write_text(f"另一篇\n\n本报记者 某某\n\n{NEARLY}\n", encoding="utf-8")
    with new_project(tmp_path / "x.annot") as made:
        import_paths(made, [tmp_path / name for name in ("a.txt", "b.txt", "c.txt")], whole=True)
        for article in articles.each(made.connection):
            at = article.text.index("产业扶贫")
            candidates.replace(made.connection, article.id, [Proposal(at, at + 4, "INDUSTRY", "产业扶贫", ("lexicon:产业扶贫",), 1.0)])
        yield made


def a_desk(project: Project, name: str = "林晓") -> Desk:
    return Desk(project, name, Words(lambda text, _: range(len(text) + 1)))


def test_a_paragraph_printed_in_an_earlier_article_is_a_repeat_of_it(project: Project) -> None:
    first, second, third = articles.each(project.connection)
    assert [r.of_article for r in first.layout.repeats] == []
    assert [r.of_article for r in second.layout.repeats] == [first.id]
    assert [r.of_article for r in third.layout.repeats] == [first.id]
    assert articles.echoes(project.connection, first.id) == sorted([second.id, third.id])


def test_the_repeat_is_decided_with_its_original_in_one_step(qtbot: QtBot, project: Project) -> None:
    first, second, _ = articles.each(project.connection)
    desk = a_desk(project)
    desk.open(first.id)
    desk.accept()
    desk.open(second.id)
    assert desk.items == (), "what is folded is not walked through"
    (state,) = desk.annotation.states.values()
    assert (state.status, state.surface) == (Status.ACCEPTED, "产业扶贫")
    causes = [row[0] for row in project.connection.execute("SELECT cause FROM decision ORDER BY id")]
    assert causes[:2] == [None, Cause.REPEAT]
    desk.undo()
    assert not project.connection.execute("SELECT count(*) FROM mark").fetchone()[0]
    assert problems(project) == []


def test_what_is_only_nearly_the_same_is_decided_on_its_own_even_where_the_words_agree(qtbot: QtBot, project: Project) -> None:
    first, _, third = articles.each(project.connection)
    desk = a_desk(project)
    desk.open(third.id)
    assert len(desk.items) == 1
    desk.open(first.id)
    desk.reject()
    desk.open(third.id)
    assert desk.items[0].status is Status.OPEN


def test_a_finished_article_is_left_alone(qtbot: QtBot, project: Project) -> None:
    first, second, _ = articles.each(project.connection)
    desk = a_desk(project)
    desk.open(second.id)
    desk.finish()
    desk.open(first.id)
    desk.accept()
    desk.open(second.id)
    assert desk.annotation.states == {}


def test_nobody_decides_for_somebody_else(qtbot: QtBot, project: Project) -> None:
    first, second, _ = articles.each(project.connection)
    desk, other = a_desk(project, "林晓"), a_desk(project, "周岚")
    desk.open(first.id)
    desk.accept()
    other.open(second.id)
    assert other.annotation.states == {}
