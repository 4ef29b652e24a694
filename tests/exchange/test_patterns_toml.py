import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import InputError
from annotator.core.pattern import Pattern, Scope, Veto
from annotator.exchange.patterns_toml import read_patterns, write_patterns

FILE = """
[words]
poor = '贫困|{hat}'
hat = '摘帽'

[[pattern]]
id = 'quoted'
label = 'SOCIAL'
title = { zh = '引号', en = 'quoted' }
expression = '“⟦[^“”]{2,9}⟧”活动'
near = '{poor}'
scope = 'paragraph'
score = 0.5
examples = ['贫困户参加“⟦暖冬⟧”活动']

[[veto]]
id = 'universal'
kinds = ['universal']
unless = '{poor}'
enabled = false
"""

texts = st.text(alphabet="低保\"'\\\n\t\x7f𠮷“”", max_size=8)


def test_word_lists_stand_for_their_words_even_inside_one_another() -> None:
    (pattern,), (veto,) = read_patterns(FILE, "p.toml", ["SOCIAL"])
    assert pattern.near == veto.unless == "(?:贫困|(?:摘帽))"
    assert pattern.expression == "“⟦[^“”]{2,9}⟧”活动"


def test_rules_are_read_with_everything_they_say() -> None:
    (pattern,), (veto,) = read_patterns(FILE, "p.toml")
    assert (pattern.title_zh, pattern.title_en, pattern.scope, pattern.score) == ("引号", "quoted", Scope.PARAGRAPH, 0.5)
    assert (pattern.examples, pattern.counterexamples, pattern.enabled) == (("贫困户参加“⟦暖冬⟧”活动",), (), True)
    assert (veto.kinds, veto.enabled, veto.expression, veto.scope) == (("universal",), False, "", Scope.NEARBY)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("[words]", "[words", "p.toml is not TOML: "),
        ("label = 'SOCIAL'", "label = 'X'", "p.toml, line 7, rule quoted: the scheme has no label X"),
        ("label = 'SOCIAL'\n", "", "p.toml, line 6, label: Field required"),
        ("score = 0.5", "score = 5", "p.toml, line 6, score: Input should be less than or equal to 1"),
        ("score", "skore", "p.toml, line 6, skore: Extra inputs are not permitted"),
        ("id = 'universal'", "id = 'quoted'", "p.toml, line 17, rule quoted: another rule has this id"),
        ("⟦[^“”]{2,9}⟧", "⟦[^“”]{2,9}", "p.toml, line 7, rule quoted: in an expression ⟦ and ⟧ come in pairs"),
        ("[^“”]{2,9}", "[^“”{2,9}", "p.toml, line 7, rule quoted: missing ]"),
        ("near = '{poor}'", "near = '{rich}'", "p.toml, line 7, rule quoted: [words] does not name rich"),
        ("'摘帽'", "'{poor}'", "p.toml, line 7, rule quoted: its word lists name each other in a circle"),
        ("kinds = ['universal']", "", "p.toml, line 17, rule universal: it has neither an expression nor kinds"),
    ],
)
def test_a_complaint_names_file_line_rule_and_what_is_wrong(old: str, new: str, sentence: str) -> None:
    assert old in FILE
    with pytest.raises(InputError) as error:
        read_patterns(FILE.replace(old, new), "p.toml", ["SOCIAL"])
    assert str(error.value).startswith(sentence)


patterns = st.builds(
    Pattern,
    id=st.uuids().map(str),
    label=st.just("SOCIAL"),
    expression=st.sampled_from(["低保", "“⟦甲⟧”|⟦乙\\d⟧"]),
    title_zh=texts,
    title_en=texts,
    examples=st.lists(texts, max_size=2).map(tuple),
    counterexamples=st.lists(texts, max_size=2).map(tuple),
    enabled=st.booleans(),
    holds=st.sampled_from(["", "帮"]),
    near=st.sampled_from(["", "贫困"]),
    scope=st.sampled_from(Scope),
    score=st.floats(0, 1),
)
vetoes = st.builds(Veto, st.uuids().map(str), st.just("甲"), texts, texts, kinds=st.lists(texts, max_size=2).map(tuple))


@given(st.lists(patterns, max_size=3), st.lists(vetoes, max_size=3))
def test_what_is_written_is_read_back(some_patterns: list[Pattern], some_vetoes: list[Veto]) -> None:
    assert read_patterns(write_patterns(some_patterns, some_vetoes), "p.toml") == (tuple(some_patterns), tuple(some_vetoes))
