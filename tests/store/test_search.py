"""Search finds exactly the articles that hold the query, however short it is and wherever a line was broken."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.article import ArticleKind, Layout, Segment
from annotator.core.ids import sha256_of
from annotator.store import articles, search
from annotator.store.file import ProjectFile, transaction

CHARACTERS = "低保扶贫𠮷𫠝“”，。：·A a1％% \n\u3000\u200b\u00e9\u0301\"'*-^()NOT"


def add(file: ProjectFile, *texts: str) -> None:
    with transaction(file.connection):
        for text in texts:
            layout = Layout(ArticleKind.ARTICLE, "", (Segment(0, 0, len(text)),))
            articles.add_page(file.connection, sha256_of(text), text, [layout], {})


def texts(file: ProjectFile) -> Iterator[tuple[int, str]]:
    return ((a.number, a.text) for a in articles.each(file.connection))


@pytest.fixture
def indexed(project: ProjectFile) -> ProjectFile:
    search.catch_up(project.connection)
    return project


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("低保", [1, 3]),
        ("产业扶贫", [1]),
        ("产业\n扶贫", [1]),
        ("产 业", [1]),
        ("扶贫", [1, 2]),
        ("𠮷", [1]),
        ("县", [1]),
        ("“第一书记”", [3]),
        ("第一书记“", []),
        ("驻村第一书记", []),
        ("。", [1, 2, 3]),
        ("保低", []),
        ("", []),
        (" \n", []),
        ('"', []),
        ("低*", []),
        ("低 OR 高", []),
    ],
)
def test_a_query_is_found_where_it_stands(indexed: ProjectFile, query: str, found: list[int]) -> None:
    assert search.find(indexed.connection, query) == found


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(CHARACTERS, min_size=1, max_size=12), min_size=1, max_size=4), st.text(CHARACTERS, max_size=3))
def test_search_finds_what_looking_through_every_text_finds(project: ProjectFile, new: list[str], query: str) -> None:
    add(project, *new)
    search.catch_up(project.connection)

    def flat(text: str) -> str:
        return re.sub(r"\s+", "", text).lower()

    wanted = [number for number, text in texts(project) if flat(query) and flat(query) in flat(text)]
    assert search.find(project.connection, query) == wanted


def test_the_index_catches_up_with_new_articles_alone(project: ProjectFile) -> None:
    assert search.catch_up(project.connection) == 3
    assert search.catch_up(project.connection) == 0
    add(project, "光伏扶贫电站并网。")
    assert search.find(project.connection, "光伏") == []
    assert search.catch_up(project.connection) == 1
    assert search.find(project.connection, "光伏") == [4]


def test_an_interrupted_catching_up_indexes_nothing_twice(project: ProjectFile, monkeypatch: pytest.MonkeyPatch) -> None:
    spread, calls = search._spread, iter(range(10))

    def fails_on_the_second(text: str) -> str:
        if next(calls) == 1:
            raise ZeroDivisionError
        return spread(text)

    monkeypatch.setattr(search, "_spread", fails_on_the_second)
    with pytest.raises(ZeroDivisionError):
        search.catch_up(project.connection)
    monkeypatch.setattr(search, "_spread", spread)
    assert search.find(project.connection, "扶贫") == []
    assert search.catch_up(project.connection) == 3
    assert search.find(project.connection, "扶贫") == [1, 2]
