"""Which articles may hold words: characters near each other, whatever stands between them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.project import concordance
from annotator.project.importing import import_paths
from annotator.project.workspace import Project

TEXTS = {
    "plain": "村里办起了雨露计划的培训班，大家都说好。",
    "quoted": "县里的“雨露”计划办得好，家长都放心。",
    "broken": "这一年雨露\n\n计划帮了不少学生，孩子们都上了学。",
    "far": "雨水多的年份露天的计划都要改，大家没有办法。",
    "wide": "全县建成５Ｇ基站两百个，村村都通了网络。",
    "narrow": "全县又建成5G基站三百个，山里也能上网课了。",
}


@pytest.fixture
def filled(project: Project, page: Callable[[str, str], Path]) -> Project:
    import_paths(project, [page(f"{name}.txt", text) for name, text in TEXTS.items()], whole=True)
    concordance.catch_up(project)
    return project


def names(project: Project, words: str) -> set[str]:
    return {Path(text.file).stem for text in concordance.texts(project, concordance.articles_with(project, words))}


def test_quotation_marks_and_line_breaks_between_characters_are_looked_through(filled: Project) -> None:
    assert {"plain", "quoted", "broken"} <= names(filled, "雨露计划")


def test_characters_far_from_each_other_are_not_enough(filled: Project) -> None:
    assert "far" not in names(filled, "雨露计划")


def test_two_characters_and_one_are_enough(filled: Project) -> None:
    assert {"plain", "quoted", "broken"} <= names(filled, "雨露")
    assert names(filled, "露") == {"plain", "quoted", "broken", "far"}


def test_widths_of_letters_and_digits_are_one(filled: Project) -> None:
    assert names(filled, "5g") == {"wide", "narrow"}
    assert names(filled, "5g基站") == {"wide", "narrow"}


def test_nothing_is_found_where_nothing_is_asked(filled: Project) -> None:
    assert not list(concordance.articles_with(filled, "  "))


def test_signs_of_the_search_language_are_only_characters(filled: Project) -> None:
    for words in ('"', "NEAR(", "*", "a OR b", "村*", "^村", "-"):
        list(concordance.articles_with(filled, words))


def test_what_came_later_is_found_after_catching_up(filled: Project, page: Callable[[str, str], Path]) -> None:
    assert concordance.behind(filled) == 0
    import_paths(filled, [page("late.txt", "后来又有了光伏电站，家家户户有分红。")], whole=True)
    assert concordance.behind(filled) == 1
    assert names(filled, "光伏") == set()
    concordance.catch_up(filled)
    assert names(filled, "光伏") == {"late"}
