"""Codes: answers in the ledger, their words, and codes that clash."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.attributes import Code, CodeKind, CodeValue, check_codes, codes_from, codes_to, said, saying, words_of
from annotator.core.errors import SchemeError
from annotator.core.words import Words

GENRE = Code(
    "genre",
    "G",
    Words("体裁", "Genre"),
    CodeKind.CHOICE,
    (CodeValue("news", "N", Words("消息", "news")), CodeValue("feature", "F", Words("通讯", "feature"))),
    ("HEALTH",),
)
IRRELEVANT = Code("irrelevant", "I", Words("与扶贫无关", "Not about poverty work"))
TOPIC = Code("topic", "T", Words("主题", "Topic"), CodeKind.TEXT)


@given(st.text(alphabet=st.characters(exclude_characters="="), min_size=1), st.none() | st.text())
def test_what_was_said_is_read_back(code: str, answer: str | None) -> None:
    assert said(saying(code, answer)) == (code, answer or "")


def test_answers_come_in_words_in_the_order_of_the_scheme_and_unknown_ones_as_they_stand() -> None:
    answers = (("genre", "feature"), ("irrelevant", "1"), ("topic", "水"), ("zone", "3"))
    assert words_of((IRRELEVANT, GENRE, TOPIC), answers, "en") == ("Not about poverty work", "Genre: feature", "Topic: 水", "zone=3")
    assert words_of((GENRE,), (("genre", "gone"),), "zh") == ("体裁：gone",)


def test_codes_read_back_as_they_were_written() -> None:
    assert codes_from(codes_to((GENRE, IRRELEVANT, TOPIC))) == (GENRE, IRRELEVANT, TOPIC)


def test_an_attribute_concerns_its_labels_or_all() -> None:
    assert (GENRE.concerns("HEALTH"), GENRE.concerns("HOUSING"), TOPIC.concerns("HOUSING")) == (True, False, True)


@pytest.mark.parametrize(
    "codes",
    [
        (GENRE, GENRE),
        (IRRELEVANT, Code("other", "I", Words("x"))),
        (Code("x", "", Words("x")),),
        (Code("x", "x", Words("x")),),
        (Code("a=b", "A", Words("x")),),
        (Code("x", "X", Words("x"), CodeKind.CHOICE),),
        (Code("x", "X", Words("x"), CodeKind.FLAG, GENRE.values),),
        (Code("x", "X", Words("x"), CodeKind.CHOICE, (GENRE.values[0], GENRE.values[0])),),
    ],
)
def test_codes_that_clash_are_refused(codes: tuple[Code, ...]) -> None:
    with pytest.raises(SchemeError):
        check_codes(codes)
