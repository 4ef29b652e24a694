"""Entries and rules checked before they are kept; files in and out."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotator import places
from annotator.core.errors import ExportError, InputError
from annotator.core.lexicon import LexiconEntry
from annotator.core.pattern import Pattern, Veto
from annotator.core.programme import Programme
from annotator.core.scheme import Scheme, scheme_from_json
from annotator.exchange.patterns_toml import read_patterns
from annotator.project import knowing
from annotator.project.knowing import Known
from annotator.project.linking import Register
from annotator.session.knowledge_checks import entry_complaints, label_of, programme_complaints
from annotator.session.knowledge_files import Shelf, pasted, read_into, write_out
from annotator.session.knowledge_rules import LONGEST_EXPRESSION, failing, rule_complaints, trials

LABELS = ["INDUSTRY", "EDUCATION"]
GOOD = Pattern("own-1", "INDUSTRY", "⟦(?:村|县)级工坊⟧", "工坊", examples=("办起⟦村级工坊⟧",), counterexamples=("省级工坊",))


@pytest.fixture(scope="module")
def scheme() -> Scheme:
    return scheme_from_json(places.shipped("seeds", "scheme.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        (LexiconEntry("", "INDUSTRY"), "term"),
        (LexiconEntry("村", "INDUSTRY"), "term"),
        (LexiconEntry("村" * 41, "INDUSTRY"), "term"),
        (LexiconEntry("甲\n乙", "INDUSTRY"), "term"),
        (LexiconEntry("雨露计划", "EDUCATION"), "term"),
        (LexiconEntry("工坊", "NONE"), "label"),
        (LexiconEntry("工坊", "INDUSTRY", "nobody"), "programme"),
        (LexiconEntry("工坊", "INDUSTRY", kind="word"), "kind"),
    ],
)
def test_an_entry_is_complained_about_under_its_field(entry: LexiconEntry, field: str) -> None:
    others = [LexiconEntry("雨露计划", "EDUCATION")]
    found = entry_complaints(entry, others, labels=LABELS, programmes=["yulu"])
    assert list(found) == [field]
    template, facts = found[field]
    assert template.format(**facts)


def test_a_term_may_have_a_second_label() -> None:
    others = [LexiconEntry("雨露计划", "EDUCATION")]
    assert entry_complaints(LexiconEntry("雨露计划", "INDUSTRY", "yulu"), others, labels=LABELS, programmes=["yulu"]) == {}


def test_a_programme_may_not_take_a_name_of_another_but_keeps_its_own() -> None:
    register = Register.of([Programme("a", "雨露计划", ("雨露工程",)), Programme("b", "扶贫日")])
    assert list(programme_complaints(Programme("", " "), register, labels=LABELS)) == ["name"]
    assert list(programme_complaints(Programme("", "“雨露”工程"), register, labels=LABELS)) == ["name"]
    assert list(programme_complaints(Programme("b", "扶贫日", ("雨露计划",)), register, labels=LABELS)) == ["aliases"]
    assert list(programme_complaints(Programme("b", "扶贫日", (), "NONE"), register, labels=LABELS)) == ["label"]
    assert programme_complaints(Programme("a", "雨露计划", ("雨露工程", "雨露行动")), register, labels=LABELS) == {}


@pytest.mark.parametrize(
    ("rule", "field"),
    [
        (replace(GOOD, title_zh=""), "title_zh"),
        (replace(GOOD, expression=""), "expression"),
        (replace(GOOD, expression="(?=甲)"), "expression"),
        (replace(GOOD, expression="((甲{1000}){1000}){1000}"), "expression"),
        (replace(GOOD, expression="⟦甲"), "expression"),
        (replace(GOOD, expression="甲" * (LONGEST_EXPRESSION + 1)), "expression"),
        (replace(GOOD, near="("), "near"),
        (replace(GOOD, label="NONE"), "label"),
        (replace(GOOD, score=1.5), "score"),
        (replace(GOOD, examples=()), "examples"),
        (replace(GOOD, examples=("没有标记",)), "examples"),
        (replace(GOOD, counterexamples=("甲" * 500,)), "counterexamples"),
        (Veto("own-2", "", "全都去掉"), "expression"),
    ],
)
def test_a_rule_is_complained_about_under_its_field(rule: Pattern | Veto, field: str) -> None:
    found = rule_complaints(rule, labels=LABELS)
    assert list(found) == [field]
    template, facts = found[field]
    assert template.format(**facts)


def test_examples_that_fail_are_named_even_where_the_rule_is_off() -> None:
    assert failing(trials(GOOD)) == {}
    broken = replace(GOOD, enabled=False, examples=(*GOOD.examples, "又办⟦乡级工坊⟧"), counterexamples=("镇上有县级工坊",))
    found = failing(trials(broken))
    assert set(found) == {"examples", "counterexamples"}
    assert "乡级工坊" in str(found["examples"][1])
    assert "村级工坊" not in str(found["examples"][1])


def test_a_veto_is_tried_on_what_its_examples_mark() -> None:
    veto = Veto("own-2", "⟦工坊⟧大会", "会议", examples=("召开⟦工坊⟧大会",), counterexamples=("走进⟦工坊⟧看看",), unless="贫困")
    assert all(trial.passes for trial in trials(veto))
    assert [trial.passes for trial in trials(replace(veto, examples=("召开⟦工坊⟧大会，贫困户到场",)))] == [False, True]


def test_every_shipped_rule_could_be_kept_here(scheme: Scheme) -> None:
    patterns, vetoes = read_patterns(places.shipped("seeds", "patterns.toml").read_text(encoding="utf-8"), "patterns.toml")
    labels = [label.id for label in scheme.labels]
    assert patterns
    assert vetoes
    for rule in patterns:
        assert rule_complaints(rule, labels=labels) | failing(trials(rule)) == {}, rule.id
    for veto in vetoes:
        assert rule_complaints(veto, labels=labels) | failing(trials(veto)) == {}, veto.id


def test_an_endless_looking_expression_is_tried_in_the_time_of_its_text() -> None:
    hostile = replace(GOOD, expression="(?:村*)*(?:村|村)*⟦级⟧工", examples=("村" * 390 + "⟦级⟧工",), counterexamples=("村" * 400,))
    assert rule_complaints(hostile, labels=LABELS) == {}
    assert all(trial.passes for trial in trials(hostile))


@pytest.mark.parametrize("words", ["INDUSTRY", "industry", "2", "产业扶贫"])
def test_a_label_is_meant_by_its_id_key_or_name(scheme: Scheme, words: str) -> None:
    assert label_of(words, scheme) == "INDUSTRY"
    assert label_of(" 没有 ", scheme) == "没有"


def test_pasted_lines_take_their_own_label_or_the_one_given(scheme: Scheme) -> None:
    found = pasted(
        "千村连心坊\t2\r\n\n万户同心社，健康扶贫\n两不愁，三保障\n千村连心坊\tINDUSTRY\t其他\n三街坊\n", scheme, label="HOUSING", origin="o"
    )
    assert [(entry.term, entry.label) for entry in found] == [
        ("千村连心坊", "INDUSTRY"),
        ("万户同心社", "HEALTH"),
        ("两不愁，三保障", "HOUSING"),
        ("三街坊", "HOUSING"),
    ]
    with pytest.raises(InputError, match="line 3"):
        pasted("甲乙\n\n村\n", scheme, label="HEALTH", origin="o")


HELD = Known(
    lexicon=(LexiconEntry("=1+1", "INDUSTRY"), LexiconEntry("低保", "EDUCATION", "yulu", "class", 'a,"b"', "名单")),
    patterns=(GOOD,),
    vetoes=(Veto("own-2", "⟦甲⟧乙", "会议", kinds=("class",), examples=("⟦甲⟧乙",)),),
    programmes=(Programme("yulu", "雨露计划", ("雨露工程", "“雨露”"), "EDUCATION", "n", "o"),),
)


@pytest.mark.parametrize(("shelf", "suffix"), [(shelf, suffix) for shelf in Shelf for suffix in shelf.suffixes])
def test_every_shelf_is_read_back_equal_from_every_kind_of_file(scheme: Scheme, tmp_path: Path, shelf: Shelf, suffix: str) -> None:
    out = tmp_path / f"out{suffix}"
    count = write_out(HELD, shelf, out)
    found, read = read_into(Known(), shelf, out, scheme)
    assert read == count > 0
    expected = {
        Shelf.LEXICON: Known(lexicon=HELD.lexicon),
        Shelf.RULES: Known(patterns=HELD.patterns, vetoes=HELD.vetoes),
        Shelf.REGISTER: Known(programmes=HELD.programmes),
    }
    assert found == expected[shelf]


def test_a_term_with_two_labels_is_read_back_with_both(scheme: Scheme, tmp_path: Path) -> None:
    held = knowing.with_entries(Known(), [LexiconEntry("低保", "INDUSTRY"), LexiconEntry("低保", "EDUCATION")])
    write_out(held, Shelf.LEXICON, tmp_path / "l.csv")
    assert read_into(Known(), Shelf.LEXICON, tmp_path / "l.csv", scheme)[0] == held


def test_a_table_that_a_chinese_excel_saved_is_read(scheme: Scheme, tmp_path: Path) -> None:
    (tmp_path / "l.csv").write_bytes("term,label,origin\r\n千村连心坊的产业扶贫,INDUSTRY,名单里的来源说明\r\n".encode("gb18030"))
    found, _ = read_into(Known(), Shelf.LEXICON, tmp_path / "l.csv", scheme)
    assert [entry.term for entry in found.lexicon] == ["千村连心坊的产业扶贫"]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_wrong_row_is_named_with_file_and_line(scheme: Scheme, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"bad{suffix}"
    write_out(replace(HELD, lexicon=(*HELD.lexicon, LexiconEntry("万户同心社", "NOSUCH"))), Shelf.LEXICON, path)
    with pytest.raises(InputError, match=rf"bad{suffix}, line 4.*NOSUCH"):
        read_into(HELD, Shelf.LEXICON, path, scheme)


@pytest.mark.parametrize("name", ["gone.csv", "gone.xlsx", "empty.xlsx", "bytes.csv"])
def test_what_cannot_be_read_is_refused_in_a_sentence(scheme: Scheme, tmp_path: Path, name: str) -> None:
    (tmp_path / "empty.xlsx").write_bytes(b"")
    (tmp_path / "bytes.csv").write_bytes(bytes(range(256)) * 9)
    with pytest.raises(InputError, match=name.split(".", maxsplit=1)[0]):
        read_into(HELD, Shelf.LEXICON, tmp_path / name, scheme)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    for suffix in (".csv", ".xlsx"):
        with pytest.raises(ExportError, match="cannot be written"):
            write_out(HELD, Shelf.LEXICON, tmp_path / "no" / f"x{suffix}")
