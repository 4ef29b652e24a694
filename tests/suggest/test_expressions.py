import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.expressions import Encoded, Expression, Sieve


def spans(expression: str, text: str) -> list[str]:
    return [text[start:end] for start, end in Expression(expression).spans(Encoded(text))]


def test_without_marks_the_whole_match_is_meant() -> None:
    assert spans("扶贫[一-龥]{2}", "扶贫车间和扶贫农场") == ["扶贫车间", "扶贫农场"]


def test_what_stands_outside_the_marks_is_context() -> None:
    assert spans("“⟦[^“”]+⟧”(?:活动|行动)", "“甲”活动，“乙”会议，“丙”行动") == ["甲", "丙"]


def test_each_alternative_may_have_its_own_marks() -> None:
    assert spans("防⟦贫⟧|⟦低保⟧户", "防贫，低保户，低保") == ["贫", "低保"]


def test_two_matches_may_share_the_context_between_them() -> None:
    assert spans("，⟦[甲乙]⟧，", "，甲，乙，") == ["甲", "乙"]


def test_nothing_matches_across_a_line_feed() -> None:
    assert spans("甲[^。]*乙", "甲丙\n乙") == []


def test_an_expression_that_would_hang_a_backtracking_engine_comes_back() -> None:
    assert spans("((a+)+)+b", "a" * 20_000) == []


@pytest.mark.parametrize("expression", ["(?=甲)", r"(甲)\1", "(", "甲{9999}"])
def test_what_is_not_of_the_dialect_is_refused_at_first_use(expression: str) -> None:
    with pytest.raises(Exception, match=r".+"):
        spans(expression, "甲")


def test_an_expression_that_can_match_nothing_marks_nothing_and_ends() -> None:
    assert spans("⟦甲*⟧", "乙甲甲乙") == ["甲甲"]


@given(st.text(alphabet="a低𠮷é\n“", max_size=30))
def test_offsets_are_code_points_whatever_the_bytes(text: str) -> None:
    assert list(Expression("低").spans(Encoded(text))) == [(at, at + 1) for at, character in enumerate(text) if character == "低"]


def test_a_lone_surrogate_does_no_harm() -> None:
    assert spans("低保", "\ud83d低保") == ["低保"]


def test_the_sieve_lets_through_what_matches_in_upper_and_lower_case() -> None:
    expressions = [Expression("6\\+N\\+1.*险"), Expression("“⟦[^“”]+⟧”活动"), Expression("[一-龥]{2}资金")]
    assert Sieve(expressions).likely("买6+N+1农业险") == [0]
    assert set(Sieve(expressions).likely("“甲”活动，扶贫资金")) == {1, 2}
    assert Sieve([]).likely("甲") == []


@given(
    st.lists(st.sampled_from(["甲", "乙+", "N", "甲乙?", "[甲N]丙", "“⟦[^”]*⟧”", "É"]), min_size=1),
    st.text(alphabet="甲乙丙Nn“”É", max_size=12),
)
def test_the_sieve_never_holds_back_what_matches(sources: list[str], text: str) -> None:
    expressions = [Expression(source) for source in sources]
    likely = Sieve(expressions).likely(text)
    assert {at for at, expression in enumerate(expressions) if list(expression.spans(Encoded(text)))} <= set(likely)
