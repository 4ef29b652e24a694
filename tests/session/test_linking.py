"""Which programmes are suggested for a mention, in what order."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.candidate import Proposal
from annotator.core.decision import Cause, Kind
from annotator.core.fold import Status
from annotator.core.programme import Programme
from annotator.project.checking import problems
from annotator.project.creating import new_project
from annotator.project.importing import import_paths
from annotator.project.linking import Register
from annotator.project.workspace import Project
from annotator.session.desk import Desk
from annotator.session.items import Item
from annotator.session.linking import Choice, Why, alias_meant, choices, link, matching, points_back
from annotator.session.words import Words
from annotator.store import articles, candidates

RAIN = Programme("yulu", "雨露计划", ("雨露工程",), "EDUCATION")
LOAN = Programme("daikuan", "扶贫小额信贷", ("小额信贷",), "FINANCE")
WORKSHOP = Programme("chejian", "扶贫车间", (), "EMPLOYMENT")
CARE = Programme("jiankang", "健康扶贫", (), "HEALTH")
REGISTER = Register.of([CARE, WORKSHOP, LOAN, RAIN])


def item(surface: str, at: int, label: str = "OTHER", *, status: Status = Status.ADDED, programme: str | None = None) -> Item:
    return Item(f"t{at}", at, at + len(surface), label, surface, status, None, programme)


def suggested(found: list[Choice]) -> list[tuple[str, Why]]:
    return [(choice.programme.id, choice.why) for choice in found if choice.why.is_suggestion]


def test_what_goes_by_the_name_is_first_and_every_programme_is_there_once() -> None:
    mention = item("“雨露”\n\n计划", 0, "FINANCE")
    found = choices(mention, [mention], REGISTER)
    assert [(c.programme.id, c.why) for c in found] == [
        ("yulu", Why.NAME),
        ("daikuan", Why.LABEL),
        ("jiankang", Why.REGISTER),
        ("chejian", Why.REGISTER),
    ]


def test_the_lexicon_entry_then_the_links_of_the_same_words_in_the_article() -> None:
    mention, same, other = item("爱心车间", 9), item("“爱心车间”", 0, programme="chejian"), item("别的", 20, programme="yulu")
    assert suggested(choices(mention, [same, mention, other], REGISTER, ["jiankang", "gone"])) == [
        ("jiankang", Why.LEXICON),
        ("chejian", Why.HERE),
    ]


def test_the_programme_it_is_linked_to_stands_on_top() -> None:
    mention = item("雨露计划", 0, programme="daikuan")
    assert suggested(choices(mention, [mention], REGISTER)) == [("daikuan", Why.LINKED), ("yulu", Why.NAME)]


def test_what_points_back_stands_for_what_was_named_before_the_nearest_first() -> None:
    mention = item("该计划", 50)
    items = [
        item("雨露计划", 0),
        item("村里的车间", 10, programme="chejian"),
        item("小额\n信贷", 20, status=Status.OPEN),
        item("健康扶贫", 30, status=Status.REJECTED),
        mention,
        item("健康扶贫", 60),
    ]
    found = choices(mention, items, REGISTER)
    assert suggested(found) == [("daikuan", Why.BEFORE), ("chejian", Why.BEFORE), ("yulu", Why.BEFORE)]
    assert [choice.mention for choice in found[:3]] == ["小额信贷", "村里的车间", "雨露计划"]


def test_of_what_was_named_before_that_with_the_same_label_comes_first() -> None:
    mention = item("该计划", 50, "EDUCATION")
    items = [item("雨露计划", 0, "EDUCATION"), item("雨露工程", 10, "OTHER"), item("扶贫车间", 20, "EMPLOYMENT"), mention]
    assert suggested(choices(mention, items, REGISTER)) == [("yulu", Why.BEFORE), ("chejian", Why.BEFORE)]
    assert choices(mention, items, REGISTER)[0].mention == "雨露计划"


def test_a_name_does_not_stand_for_what_was_named_before() -> None:
    mention = item("扶贫车间", 50)
    assert suggested(choices(mention, [item("雨露计划", 0), mention], REGISTER)) == [("chejian", Why.NAME)]


@pytest.mark.parametrize(
    "surface", ["该计划", "这项工程", "此项目", "上述政策", "本项目", "“该”\n行动", "项目", "一项工程", "这一惠民政策"]
)
def test_words_that_point_back(surface: str) -> None:
    assert points_back(surface)


@pytest.mark.parametrize("surface", ["雨露计划", "扶贫项目资金管理", "危房改造", "第一书记", "五个一批", "饮水安全工程"])
def test_words_that_name_something(surface: str) -> None:
    assert not points_back(surface)


ALL = [Choice(programme, Why.REGISTER) for programme in REGISTER.programmes.values()]


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("雨露", ["yulu"]),
        ("工程", ["yulu"]),
        ("xexd", ["daikuan"]),
        ("fp", ["chejian", "daikuan", "jiankang"]),
        ("FPCJ", ["chejian"]),
        ("没有", []),
        ("“ ”", ["jiankang", "chejian", "daikuan", "yulu"]),
    ],
)
def test_names_aliases_and_pinyin_initials_are_found_what_begins_so_first(typed: str, ids: list[str]) -> None:
    assert [choice.programme.id for choice in matching(ALL, typed)] == ids


def test_an_alias_says_why_it_was_found() -> None:
    assert alias_meant(RAIN, "工程") == "雨露工程"
    assert alias_meant(RAIN, "雨露") == ""


@given(st.text(max_size=6))
def test_typing_only_leaves_out_and_never_adds(typed: str) -> None:
    found = matching(ALL, typed)
    assert len(found) == len(set(found)) <= len(ALL)
    assert set(found) <= set(ALL)


@given(st.permutations(list(REGISTER.programmes)), st.sampled_from(["雨露计划", "该项目", "x"]))
def test_every_programme_can_be_reached_whatever_speaks_for_it(order: list[str], surface: str) -> None:
    mention = item(surface, 99)
    before = [item(surface, 3 * n, programme=programme) for n, programme in enumerate(order)]
    found = choices(mention, [*before, mention], REGISTER, order[:2])
    assert sorted(choice.programme.id for choice in found) == sorted(order)
    assert [choice.why.is_suggestion for choice in found] == sorted((c.why.is_suggestion for c in found), reverse=True)


AGAIN = "入秋以来,石岭县把雨露计划送到每个村小,一百二十个孩子领到补助,三个村的课桌也换成了新的,家长们都说踏实。"


@pytest.fixture
def desk(tmp_path: Path, qapp: object) -> Iterator[Desk]:
    """Two articles print one paragraph, in which 雨露计划 is a candidate."""
    for name, last in (("a.txt", "村里的路也修好了。"), ("b.txt", "县里还办起了夜校。")):
        (tmp_path / name).write_text(f"{last[:4]}\n\n本报记者 某某\n\n{AGAIN}\n\n{last}\n", encoding="utf-8")
    with new_project(tmp_path / "x.annot") as project:
        import_paths(project, [tmp_path / "a.txt", tmp_path / "b.txt"], whole=True)
        for article in articles.each(project.connection):
            at = article.text.index("雨露计划")
            candidates.replace(project.connection, article.id, [Proposal(at, at + 4, "EDUCATION", "雨露计划", ("lexicon:雨露计划",), 1.0)])
        yield Desk(project, "林晓", Words(lambda text, _: range(len(text) + 1)))


def marks(project: Project) -> list[tuple[object, ...]]:
    return project.connection.execute("SELECT status, programme FROM mark ORDER BY article").fetchall()


def linked(desk: Desk, article: int, programme: str | None) -> None:
    first, second = (row.id for row in desk.rows())
    desk.open(second if article else first)
    assert desk.opened is not None
    (one,) = desk.opened.all_items
    link(desk, one, programme)


def test_an_open_candidate_and_its_repeat_in_another_article_are_accepted_and_linked_in_one_step(desk: Desk) -> None:
    linked(desk, 0, "yulu")
    assert marks(desk.project) == [("accepted", "yulu")] * 2
    rows = desk.project.connection.execute("SELECT kind, cause, step FROM decision ORDER BY id").fetchall()
    assert sorted((kind, cause) for kind, cause, _ in rows if cause is None) == [(Kind.ACCEPT, None), (Kind.LINK, None)]
    assert sorted((kind, cause) for kind, cause, _ in rows if cause) == [(Kind.ACCEPT, Cause.REPEAT), (Kind.LINK, Cause.REPEAT)]
    assert len({step for *_, step in rows}) == 1
    desk.undo()
    assert marks(desk.project) == []
    assert not list(problems(desk.project))


def test_a_link_leaves_a_repeat_alone_that_was_rejected_for_itself(desk: Desk) -> None:
    first, second = (row.id for row in desk.rows())
    desk.open(first)
    desk.accept()
    desk.toggle_repeats()
    desk.open(second)
    desk.reject()
    linked(desk, 0, "yulu")
    assert marks(desk.project) == [("accepted", "yulu")]
    assert desk.project.connection.execute("SELECT count(*) FROM decision WHERE kind = 'link'").fetchone() == (1,)


def test_unlinking_reaches_the_repeat_too_and_linking_to_the_same_writes_nothing(desk: Desk) -> None:
    linked(desk, 0, "yulu")
    before = desk.project.connection.execute("SELECT count(*) FROM decision").fetchone()
    linked(desk, 0, "yulu")
    assert desk.project.connection.execute("SELECT count(*) FROM decision").fetchone() == before
    linked(desk, 0, None)
    assert marks(desk.project) == [("accepted", None)] * 2
