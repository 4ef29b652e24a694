"""Pages are stored once and never changed; articles are read from them through their segments."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from annotator.core.article import ArticleKind, Layout, Paragraph, Repeat, Role, Segment
from annotator.core.decision import Assignment, Draft, Kind
from annotator.core.errors import ProjectError
from annotator.core.ids import annotator_id, sha256_of
from annotator.store import articles, candidates
from annotator.store.articles import FileRecord, Order
from annotator.store.file import ProjectFile, transaction
from annotator.store.ledger import Ledger

TEXT = "甲乙\n丙丁戊己庚"
LAYOUT = Layout(
    ArticleKind.ARTICLE,
    "甲",
    (Segment(0, 5, 3), Segment(3, 0, 4)),
    breaks=((5, 6),),
    repeats=(Repeat(0, 1, 3), Repeat(1, 2, 0, "another article")),
    paragraphs=(Paragraph(0, 3, Role.TITLE), Paragraph(3, 7, Role.BODY)),
)


def added(file: ProjectFile) -> list[str]:
    with transaction(file.connection):
        return articles.add_page(file.connection, sha256_of(TEXT), TEXT, [LAYOUT], {"date": "2019-05-01"})


def test_an_article_reads_back_with_its_layout_and_the_text_of_its_segments(project: ProjectFile) -> None:
    (article_id,) = added(project)
    article = articles.load(project.connection, article_id)
    assert (article.layout, article.page, article.meta) == (LAYOUT, sha256_of(TEXT), {})
    assert article.text == "戊己庚甲乙\n丙" == articles.text_of(project.connection, article_id)
    assert (article.number, article.name) == (4, "A0004")
    assert articles.page_text(project.connection, article.page) == TEXT


def test_a_page_that_is_there_already_adds_nothing(project: ProjectFile) -> None:
    added(project)
    assert added(project) == []
    assert [a.name for a in articles.each(project.connection)] == ["A0001", "A0002", "A0003", "A0004"]


def test_articles_come_by_number_with_the_texts_of_their_pages(project: ProjectFile) -> None:
    added(project)
    for article in articles.each(project.connection):
        assert article == articles.load(project.connection, article.id)


def test_an_article_knows_which_others_print_it_again(project: ProjectFile) -> None:
    (article,) = added(project)
    connection = project.connection
    assert articles.echoes(connection, "another article") == [article]
    of_two = replace(LAYOUT, repeats=(Repeat(0, 1, 3), Repeat(1, 2, 0, "third"), Repeat(2, 3, 5, "third"), Repeat(3, 4, 0, "fourth")))
    articles.set_repeats(connection, article, of_two)
    assert articles.load(connection, article).layout == of_two
    assert [articles.echoes(connection, of) for of in ("another article", "third", "fourth", article)] == [[], [article], [article], []]


def test_an_article_that_is_not_there_is_said(project: ProjectFile) -> None:
    with pytest.raises(ProjectError, match="There is no article nix in this project"):
        articles.load(project.connection, "nix")


def test_every_file_that_held_a_page_is_remembered_once(project: ProjectFile) -> None:
    added(project)
    records = [FileRecord(name, "ab" * 32, 24, "gb18030") for name in ("b.txt", "a.txt", "b.txt")]
    new = [articles.add_file(project.connection, sha256_of(TEXT), record, "2026-01-01T00:00:00Z") for record in records]
    assert new == [True, True, False]
    assert articles.file_names(project.connection)[sha256_of(TEXT)] == "a.txt"


def test_the_list_of_an_annotator_says_how_far_they_are(project: ProjectFile, task: Callable[..., Assignment]) -> None:
    (unfiled,) = added(project)
    ledger, c = Ledger(project.connection), candidates.of_article(project.connection, task().article)[0]
    ledger.append(task(), [Draft(Kind.REJECT, target=c.id), Draft(Kind.FLAG, target=c.id, value="?")], scheme_version=1)
    ledger.append(task(article=2), [Draft(Kind.FINISH)], scheme_version=1)
    ledger.append(task("bob"), [Draft(Kind.FINISH)], scheme_version=1)
    alice, every_kind = task().annotator, list(ArticleKind)
    rows = articles.rows_for(project.connection, alice, kinds=every_kind)
    assert [(r.number, r.status, r.candidates, r.decided, r.flags) for r in rows] == [
        (1, "partly", 4, 1, 1),
        (2, "open", 0, 0, 0),
        (3, "finished", 2, 0, 0),
        (4, "open", 0, 0, 0),
    ]
    assert [(r.kind, r.title, r.file) for r in rows][1:] == [
        (ArticleKind.CAPTION, "", "page_000.txt"),
        (ArticleKind.ARTICLE, "第一书记", "page_000.txt"),
        (ArticleKind.ARTICLE, "甲", ""),
    ]
    assert [r.number for r in articles.rows_for(project.connection, alice, kinds=[ArticleKind.CAPTION])] == [2]
    assert articles.rows_for(project.connection, alice, kinds=[]) == []
    assert {r.status for r in articles.rows_for(project.connection, alice, kinds=every_kind, round_name="retest")} == {"open"}
    for row in rows:
        assert articles.row_for(project.connection, alice, row.id) == row
    assert articles.row_for(project.connection, annotator_id("nobody"), unfiled) == rows[3]
    assert articles.row_for(project.connection, alice, "nix") is None


def finish(file: ProjectFile, task: Assignment) -> None:
    Ledger(file.connection).append(task, [Draft(Kind.FINISH)], scheme_version=1)


@pytest.mark.parametrize(("order", "numbers"), [(Order.PAGE, [1, 2, 3, 4]), (Order.CANDIDATES, [4, 1, 3, 2]), (Order.DOUBT, [3, 1, 4, 2])])
def test_the_list_comes_in_the_order_asked_for_and_the_next_article_follows_it(
    project: ProjectFile, task: Callable[..., Assignment], order: Order, numbers: list[int]
) -> None:
    connection = project.connection
    added(project)
    connection.executemany(
        "UPDATE article SET candidates = ?, doubt = ? WHERE number = ?", [(4, 0.2, 1), (0, 0, 2), (2, 0.9, 3), (9, 0.2, 4)]
    )
    person = annotator_id("alice")
    ids = dict(connection.execute("SELECT number, id FROM article"))
    assert [row.number for row in articles.rows_for(connection, person, kinds=ArticleKind, order=order)] == numbers
    following: list[str | None] = [None]
    for _ in numbers:
        following.append(articles.next_unfinished(connection, person, following[-1], order=order))
    assert following[1:] == [ids[number] for number in numbers]
    assert articles.next_unfinished(connection, person, ids[numbers[-1]], order=order) == ids[numbers[0]]


def test_finished_articles_and_furniture_without_candidates_are_not_next(project: ProjectFile, task: Callable[..., Assignment]) -> None:
    connection, person = project.connection, annotator_id("alice")
    ids = dict(connection.execute("SELECT number, id FROM article"))
    connection.execute("UPDATE article SET kind = 'furniture' WHERE number = 2")
    finish(project, task())
    assert articles.next_unfinished(connection, person, None) == ids[3]
    assert articles.next_unfinished(connection, person, ids[3]) == ids[3]
    assert articles.next_unfinished(connection, annotator_id("bob"), None) == ids[1]
    finish(project, task(article=2))
    assert articles.next_unfinished(connection, person, ids[3]) is None


def test_the_next_article_is_found_by_an_index(project: ProjectFile) -> None:
    facts = {"annotator": "a", "round": "main", "number": 1, "doubt": 0.5, "candidates": 3, "by_task": True}
    for order in Order:
        for condition in articles._AFTER[order]:
            query = articles._UNFINISHED.format(after=condition, order=articles._ORDERS[order])
            plan = [row[3] for row in project.connection.execute(f"EXPLAIN QUERY PLAN {query}", facts)]
            assert not any("TEMP B-TREE" in step or step.startswith("SCAN a") for step in plan), plan
