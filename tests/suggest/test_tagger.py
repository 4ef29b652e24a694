import hashlib
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.errors import InputError
from annotator.core.span import Span
from annotator.suggest.learn_tags import Marked, features, sentences, spans, tagged
from annotator.suggest.reading import read
from annotator.suggest.tagger import FEWEST_MARKS, Tagger, is_available, train

HEADS = {"行动": "SOCIAL", "计划": "EDUCATION"}
STEMS = ["暖冬", "护苗", "春雨", "同心", "金秋", "晨光", "扬帆", "青松", "携手", "薪火"]


def lesson(name: str, label: str, town: str) -> Marked:
    text = f"{town}镇近日启动“{name}”，帮助困难家庭。\n群众都说好。"
    start = text.index(name)
    return Marked(text, (Span(start, start + len(name), label),))


LESSONS = [lesson(stem + head, label, town) for stem in STEMS for head, label in HEADS.items() for town in "东西"]


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    trained = train(LESSONS)
    assert trained
    return trained


def test_a_name_that_was_never_marked_is_found_by_what_stands_around_it(tagger: Tagger) -> None:
    text = "南镇近日启动“星火计划”，帮助困难家庭。"
    (proposal,) = tagger.propose(text)
    assert (proposal.surface, proposal.label, proposal.sources, proposal.reason) == ("星火计划", "EDUCATION", ("learned",), "learned")
    assert 0.5 <= proposal.score <= 1


def test_a_name_cut_by_a_break_is_proposed_with_the_break_inside(tagger: Tagger) -> None:
    text = "南镇近日启动“星\n\n火计划”，帮助困难家庭。"
    (proposal,) = tagger.propose(text, [(8, 10)])
    assert (proposal.start, proposal.end, proposal.surface) == (7, 13, "星\n\n火计划")


def test_what_others_propose_is_not_proposed_again_or_cut_into(tagger: Tagger) -> None:
    text = "南镇近日启动“星火计划”，帮助困难家庭。"
    assert tagger.propose(text, taken=[(9, 10)]) == []
    assert len(tagger.propose(text, taken=[(0, 7), (11, 14)])) == 1


def test_nothing_less_likely_than_asked_is_proposed(tagger: Tagger) -> None:
    assert tagger.propose("南镇近日启动“星火计划”，帮助困难家庭。", at_least=1.1) == []


def test_the_same_articles_in_the_same_order_give_the_same_model(tagger: Tagger) -> None:
    again = train(LESSONS)
    assert again
    assert again.to_bytes() == tagger.to_bytes()


def test_bytes_bring_back_a_tagger_that_proposes_the_same(tagger: Tagger) -> None:
    again = Tagger.from_bytes(tagger.to_bytes())
    text = "".join(article.text for article in LESSONS)
    assert again.propose(text) == tagger.propose(text) != []
    assert (again.characters, again.marks) == (tagger.characters, tagger.marks) == (again.characters, len(LESSONS))


@settings(max_examples=60)
@given(data=st.data())
def test_a_model_with_any_damage_is_refused_and_never_opened(tagger: Tagger, data: st.DataObject) -> None:
    sound = tagger.to_bytes()
    at = data.draw(st.integers(0, len(sound) - 1))
    damaged = bytearray(sound)
    damaged[at] ^= data.draw(st.integers(1, 255))
    for broken in (bytes(damaged), sound[:at], sound + b"\0"):
        with pytest.raises(InputError, match="trained again"):
            Tagger.from_bytes(broken)


@pytest.mark.parametrize("payload", [b"", b"1 2\n", b"1 2\nno model at all, but of the right length.............", b"one 2\n", b"1\n"])
def test_a_file_with_a_right_checksum_and_no_model_inside_is_refused(payload: bytes) -> None:
    with pytest.raises(InputError):
        Tagger.from_bytes(b"annotator-tagger 1\n" + hashlib.sha256(payload).digest() + payload)


def test_too_few_marks_train_nothing() -> None:
    assert train(LESSONS[: FEWEST_MARKS - 1]) is None
    assert train([]) is None


def test_equal_sentences_are_learned_once() -> None:
    assert train(LESSONS[: FEWEST_MARKS - 1] * 3) is None


def test_the_newest_articles_are_learned_when_not_all_fit() -> None:
    newest = [Marked(article.text.replace("帮助", "资助"), article.marks) for article in LESSONS]
    alone = train(newest)
    assert alone
    both = train(LESSONS + newest, most_characters=alone.characters)
    assert both
    assert both.to_bytes() == alone.to_bytes()


def test_the_tagger_is_installed_for_the_tests() -> None:
    assert is_available()


PIECES = st.lists(st.sampled_from([*"“”。\n𠮷\x00\ud800，", "启动", "暖冬行动", "星火", "计划", "近日", "帮助困难家庭"]), max_size=12)


@st.composite
def broken(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    text, breaks = "".join(draw(PIECES)), []
    for part in draw(st.lists(PIECES.map("".join), max_size=4)):
        breaks.append((len(text), len(text) + 1))
        text += "\n" + part
    return text, breaks


@settings(max_examples=60)
@given(text_and_breaks=broken(), data=st.data())
def test_proposals_are_disjoint_free_and_say_what_stands_there(
    tagger: Tagger, text_and_breaks: tuple[str, list[tuple[int, int]]], data: st.DataObject
) -> None:
    text, breaks = text_and_breaks
    ends = st.integers(0, len(text))
    taken = [(min(pair), max(pair)) for pair in data.draw(st.lists(st.tuples(ends, ends), max_size=2))]
    proposals = tagger.propose(text, breaks, taken, at_least=0.0)
    assert all(p.surface == text[p.start : p.end] != "" and 0 <= p.score <= 1 for p in proposals)
    assert all(earlier.end <= later.start for earlier, later in pairwise(proposals))
    assert not any(p.start < end and start < p.end for p in proposals for start, end in taken if start < end)


@given(st.lists(st.tuples(st.integers(1, 4), st.sampled_from(["", "A", "B"])), max_size=8))
def test_marks_become_tags_and_come_back(runs: list[tuple[int, str]]) -> None:
    text, marks = "", []
    for length, label in runs:
        if label:
            marks.append(Span(len(text), len(text) + length, label))
        text += "字" * length
    (sentence,) = tagged(Marked(text, tuple(marks))) if text else [None]
    assert sentence is None or list(spans(sentence.tags)) == marks


@given(broken())
def test_a_mark_on_any_character_that_is_read_is_tagged_there(text_and_breaks: tuple[str, list[tuple[int, int]]]) -> None:
    text, breaks = text_and_breaks
    reading = read(text, breaks)
    pieces = list(sentences(reading.text))
    for at in (at for first, last in pieces for at in range(first, last)):
        tags = [tag for part in tagged(Marked(text, (Span(*reading.original(at, at + 1), "A"),), tuple(breaks))) for tag in part.tags]
        assert tags.index("B-A") == sum(min(at, last) - first for first, last in pieces if first <= at)
        assert [tag for tag in tags if tag != "O"] == ["B-A"]


def test_of_overlapping_marks_the_longest_is_learned() -> None:
    (sentence,) = tagged(Marked("脱贫攻坚战", (Span(0, 4, "A"), Span(0, 5, "B"))))
    assert list(spans(sentence.tags)) == [Span(0, 5, "B")]


def test_an_inside_tag_that_continues_nothing_begins_a_span() -> None:
    assert list(spans(["I-A", "I-B", "B-B", "O"])) == [Span(0, 1, "A"), Span(1, 2, "B"), Span(2, 3, "B")]


@given(st.text("低。\n！保", max_size=500))
def test_sentences_hold_every_character_but_line_feeds_and_none_is_long(text: str) -> None:
    parts = list(sentences(text))
    assert "".join(text[start:end] for start, end in parts) == text.replace("\n", "")
    assert all(0 < end - start <= 200 and "\n" not in text[start:end] for start, end in parts)


@given(st.text("低保5A“，", max_size=10))
def test_every_character_is_described(text: str) -> None:
    assert len(features(text)) == len(text)
