"""What is typed over the list of articles."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import places
from annotator.core.article import ArticleKind
from annotator.core.scheme import Scheme, scheme_from_json
from annotator.session.article_filter import Facets, Key, Query, State, facets_of, fitting, group, haystack, iso, parse, with_term
from annotator.store.articles import ArticleRow

SCHEME: Scheme = scheme_from_json(places.shipped("seeds", "scheme.json").read_text(encoding="utf-8"))


def row(number: int, *, page: str = "p", decided: int = 0, flags: int = 0, finished: bool = False, file: str = "a.txt") -> ArticleRow:
    return ArticleRow(f"id{number}", number, ArticleKind.ARTICLE, f"题目{number}", page, file, 9, decided, flags, finished)


ROWS = [row(1), row(2, decided=3), row(3, decided=9, finished=True, page="q", file="b.txt"), row(4, flags=1, page="q", file="b.txt")]


def shown(text: str, facets: Facets | None = None, in_text: set[int] | None = None) -> list[int]:
    query = parse(text, SCHEME)
    found = fitting(ROWS, query, facets or Facets(), haystack(ROWS), lambda _: in_text or set())
    return [ROWS[at].number for at in found]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("", [1, 2, 3, 4]),
        ("state:open", [1, 2, 4]),
        ("状态：未完", [1, 2, 4]),
        ("state:new", [1, 4]),
        ("状态:在做", [2]),
        ("状态:完成", [3]),
        ("flag:", [4]),
        ("存疑:", [4]),
        ("file:b", [3, 4]),
        ("来源:b 状态:未完", [4]),
        ("题目2", [2]),
        ("A0003", [3]),
        ("state:nonsense", []),
    ],
)
def test_terms_and_words_hold_together(text: str, numbers: list[int]) -> None:
    assert shown(text) == numbers


def test_words_are_looked_for_in_the_text_too() -> None:
    assert shown("雨露", in_text={2, 3}) == [2, 3]
    assert shown("雨露 state:open", in_text={2, 3}) == [2]


def test_blind_articles_are_those_that_are_read_without_candidates() -> None:
    assert shown("状态:盲标", Facets(blind=frozenset({"id2"}))) == [2]


def test_a_label_is_found_by_any_part_of_its_names_and_waits_until_labels_are_known() -> None:
    label = SCHEME.labels[4]
    assert label.id in parse(f"label:{label.name.zh}", SCHEME).labels
    assert label.id in parse(f"标签:{label.id.lower()[:4]}", SCHEME).labels
    assert shown(f"label:{label.id}") == [1, 2, 3, 4]
    assert shown(f"label:{label.id}", Facets(labels={label.id: {3}})) == [3]
    assert shown("label:没有这样的标签") == []


def test_pages_are_filtered_by_paper_and_date_however_they_are_written() -> None:
    facets = facets_of(frozenset(), {"p": {"date": "2020年6月7日", "source": "清溪日报"}, "q": {"日期": "2020-07-01", "版次": "3版"}})
    assert shown("date:2020-06", facets) == [1, 2]
    assert shown("日期:2020-6-7", facets) == [1, 2]
    assert shown("date:2020-06..2020-07", facets) == [1, 2, 3, 4]
    assert shown("date:2020-07..2021", facets) == [3, 4]
    assert shown("来源:清溪", facets) == [1, 2]
    assert facets.names == {"p": "清溪日报 2020-06-07", "q": "2020-07-01 3版"}


@pytest.mark.parametrize(("written", "read"), [("20200617", "2020-06-17"), ("2020.6.17 08:00", "2020-06-17"), ("2020", "2020"), ("无", "")])
def test_dates_are_read(written: str, read: str) -> None:
    assert iso(written) == read


@given(st.sampled_from(["", "雨露", "雨露 计划", 'file:"a b" 雨露']), st.sampled_from(list(State)), st.sampled_from(["zh", "en"]))
def test_a_term_is_written_so_that_it_reads_back(text: str, state: State, language: str) -> None:
    written = with_term(text, Key.STATE, state.value, language)
    assert parse(written, SCHEME) == replace(parse(text, SCHEME), state=state)
    assert parse(with_term(written, Key.STATE, None, language), SCHEME) == parse(text, SCHEME)
    assert parse(with_term(written, Key.FILE, "我的 文件", language), SCHEME).file == "我的 文件"


@given(st.text(max_size=40))
def test_whatever_is_typed_is_a_filter(text: str) -> None:
    assert isinstance(parse(text, SCHEME), Query)


def test_what_only_looks_like_a_term_is_words() -> None:
    assert parse("时间:早上 12:30", SCHEME) == Query(words="时间:早上 12:30")


def test_other_labels_of_one_article_change_only_its_own() -> None:
    facets = Facets(labels={"A": {1, 2}, "B": {2}})
    assert facets.with_article(2, ["B", "C"]).labels == {"A": {1}, "B": {2}, "C": {2}}
    assert Facets().with_article(2, ["B"]) == Facets()


def test_every_page_has_one_heading_above_its_first_row() -> None:
    assert group(ROWS, [0, 1, 2, 3]) == [-1, 0, 1, -3, 2, 3]
    assert group(ROWS, [1, 3]) == [-2, 1, -4, 3]
    assert group(ROWS, []) == []
