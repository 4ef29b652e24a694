import pytest

from annotator.core.lexicon import LexiconEntry
from annotator.suggest.names import Names, balance


def found(term: str, text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in Names([LexiconEntry(term, "X")]).find(text)]


@pytest.mark.parametrize(
    ("term", "text", "surface"),
    [
        ("“三变”改革", "推行“三变”改革", "“三变”改革"),
        ("“三变”改革", "推行三变改革", "三变改革"),
        ("三变改革", "推行“三变”改革", "“三变”改革"),
        ("雨露计划", "实施“雨露计划”", "雨露计划"),
        ("雨露计划", "实施“雨露”计划", "“雨露”计划"),
        ("驻村第一书记", "任驻村“第一书记”王某", "驻村“第一书记”"),
        ("易地扶贫搬迁", "“易地扶贫”搬迁", "“易地扶贫”搬迁"),
        ("6+N+1保险", "买“6+N+1”保险", "“6+N+1”保险"),
    ],
)
def test_quotation_marks_count_only_when_they_cover_a_part_of_the_name(term: str, text: str, surface: str) -> None:
    assert found(term, text) == [surface]


@pytest.mark.parametrize("text", ["“狠抓产业”扶贫", "产业“扶贫先扶志”"])
def test_a_name_does_not_cut_a_quotation(text: str) -> None:
    assert found("产业扶贫", text) == []


def test_nested_names_are_all_found() -> None:
    names = Names([LexiconEntry("脱贫攻坚", "X"), LexiconEntry("脱贫攻坚战", "X")])
    assert [(hit.start, hit.end) for hit in names.find("脱贫攻坚战")] == [(0, 4), (0, 5)]


def test_of_two_entries_with_one_name_the_first_counts() -> None:
    names = Names([LexiconEntry("低保", "A"), LexiconEntry("低保", "B")])
    assert [hit.label for hit in names.find("低保")] == ["A"]


def test_an_empty_lexicon_and_an_empty_term_find_nothing() -> None:
    assert Names([]).find("低保") == []
    assert Names([LexiconEntry("“”", "X")]).find("“”") == []


def test_a_rare_character_counts_once() -> None:
    (hit,) = Names([LexiconEntry("低保", "X")]).find("𠮷𠮷低保")
    assert (hit.start, hit.end) == (2, 4)


def test_a_span_takes_in_the_partner_of_a_quotation_mark_inside() -> None:
    assert balance("“甲”乙", 1, 4) == (0, 4)
    assert balance("乙“甲”", 0, 3) == (0, 4)
    assert balance("“甲乙”丙", 2, 5) is None
