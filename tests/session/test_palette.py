"""What the palette finds."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.session.palette import REMEMBERED, Catalogue, Entry, Group, Recent, search

LABELS = (
    Entry(Group.LABEL, "INDUSTRY", "产业扶贫", ("Industry",), "3"),
    Entry(Group.LABEL, "FINANCE", "金融扶贫", ("Finance",), "4"),
    Entry(Group.LABEL, "RESIDENT", "驻村帮扶", ("Resident work",), "R"),
)
COMMANDS = (Entry(Group.COMMAND, "undo", "撤销", ("Undo",), "Ctrl+Z"), Entry(Group.COMMAND, "redo", "重做", ("Redo",)))


def found(query: str, recent: Recent = Recent()) -> list[str]:  # noqa: B008 (a value)
    return [hit.entry.id for hit in search((Catalogue.of(LABELS), Catalogue.of(COMMANDS)), query, recent)]


def test_pinyin_initials_chinese_and_english_find_the_same_entry() -> None:
    for query in ("cyfp", "CYFP", "cy", "产业", "indus", " Industry "):
        assert found(query)[0] == "INDUSTRY"


def test_without_a_query_everything_is_there_in_its_order() -> None:
    assert found("") == ["INDUSTRY", "FINANCE", "RESIDENT", "undo", "redo"]


def test_what_begins_with_the_query_stands_before_what_only_holds_it() -> None:
    assert found("fp") == ["INDUSTRY", "FINANCE"]
    assert found("r") == ["RESIDENT", "INDUSTRY", "FINANCE", "redo"]


def test_what_is_called_so_stands_before_what_only_holds_the_word_in_whatever_group() -> None:
    help_ = Entry(Group.COMMAND, "help", "帮扶", ("Help",))
    for query in ("帮扶", "bf", "BF", "help"):
        hits = search((Catalogue.of(LABELS), Catalogue.of((*COMMANDS, help_))), query, Recent().chosen(LABELS[2]))
        assert hits[0].entry is help_, query
    assert [hit.entry.id for hit in search((Catalogue.of(LABELS), Catalogue.of((help_,))), "zcbf", Recent())] == ["RESIDENT"]


def test_a_word_is_better_than_initials() -> None:
    entries = (Entry(Group.ARTICLE, "1", "城乡"), Entry(Group.ARTICLE, "2", "cx 2020"))
    assert [hit.entry.id for hit in search((Catalogue.of(entries),), "cx", Recent())] == ["2", "1"]


def test_the_part_of_the_title_that_was_meant_is_known() -> None:
    (hit,) = search((Catalogue.of(LABELS),), "zcb", Recent())
    assert hit.entry.title[hit.start : hit.end] == "驻村帮"
    (alias,) = search((Catalogue.of(LABELS),), "finance", Recent())
    assert alias.start == alias.end


def test_a_query_never_reaches_from_one_title_into_the_next() -> None:
    assert found("扶贫金融") == found("pj") == []


def test_what_was_chosen_last_comes_first_in_its_group() -> None:
    recent = Recent().chosen(LABELS[1]).chosen(COMMANDS[1])
    assert found("", recent) == ["FINANCE", "INDUSTRY", "RESIDENT", "redo", "undo"]
    assert found("fp", recent) == ["FINANCE", "INDUSTRY"]


@given(st.lists(st.sampled_from(LABELS + COMMANDS), max_size=60))
def test_only_the_last_choices_are_remembered_each_once(chosen: list[Entry]) -> None:
    recent = Recent()
    for entry in chosen:
        recent = recent.chosen(entry)
    assert len(set(recent.names)) == len(recent.names) <= REMEMBERED
    assert recent.names[:1] == tuple(entry.name for entry in chosen[-1:])


@given(st.text("产业扶贫ab ", max_size=4), st.lists(st.text("产业扶贫ab", min_size=1), max_size=8))
def test_everything_that_holds_the_query_is_found(query: str, titles: list[str]) -> None:
    entries = [Entry(Group.ARTICLE, str(i), title) for i, title in enumerate(titles)]
    hits = {hit.entry.id for hit in search((Catalogue.of(entries),), query, Recent())}
    assert {str(i) for i, title in enumerate(titles) if query.strip() in title} <= hits
