import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.finite import Spelling, spellings


def texts(expression: str) -> list[str] | None:
    found = spellings(expression)
    return None if found is None else [spelling.text for spelling in found]


@pytest.mark.parametrize(
    ("expression", "strings"),
    [
        ("甲乙", ["甲乙"]),
        ("甲|乙", ["甲", "乙"]),
        ("(?:甲|乙)丙?", ["甲", "甲丙", "乙", "乙丙"]),
        ("[甲乙]丙", ["甲丙", "乙丙"]),
        ("甲{1,2}乙", ["甲乙", "甲甲乙"]),
        ("(?:甲|乙){2}", ["甲甲", "甲乙", "乙甲", "乙乙"]),
        (r"党建\+扶贫", ["党建+扶贫"]),
        ("(?:甲|)乙", ["甲乙", "乙"]),
        ("甲??乙", ["乙", "甲乙"]),
    ],
)
def test_a_finite_expression_is_written_out(expression: str, strings: list[str]) -> None:
    assert sorted(texts(expression) or []) == sorted(strings)


@pytest.mark.parametrize(
    "expression", ["甲*", "甲+", "甲.", "[^甲]", "[一-龥]", "甲{2,}", r"\d", "^甲", "甲$", "(甲)", "甲{5000}", "[甲-丙]"]
)
def test_what_is_endless_or_too_long_a_list_is_left_to_the_engine(expression: str) -> None:
    assert texts(expression) is None or len(texts(expression) or []) == 1


def test_the_mention_keeps_its_place_among_its_context() -> None:
    assert spellings("“⟦低保|五保⟧”户") == [Spelling("“低保”户", 1, 3), Spelling("“五保”户", 1, 3)]


def test_every_alternative_keeps_its_own_marks() -> None:
    assert spellings("防⟦贫⟧|⟦低保⟧户") == [Spelling("防贫", 1, 2), Spelling("低保户", 0, 2)]


expressions = st.recursive(
    st.sampled_from(["甲", "乙", "丙", "[甲乙]", "甲乙"]),
    lambda inner: st.one_of(
        st.builds("{}{}".format, inner, inner),
        st.builds("(?:{}|{})".format, inner, inner),
        st.builds("(?:{})?".format, inner),
        st.builds("(?:{}){{1,2}}".format, inner),
    ),
    max_leaves=6,
)


@given(expressions)
def test_the_strings_written_out_are_exactly_those_that_match(expression: str) -> None:
    strings = texts(expression)
    assert strings is not None
    assert len(strings) == len(set(strings))
    assert all(re.fullmatch(expression, string) for string in strings)
    candidates = ["", *"甲乙丙", *(a + b for a in "甲乙丙" for b in "甲乙丙")]
    assert [c for c in candidates if re.fullmatch(expression, c)] == [c for c in candidates if c in strings]
