"""Schemes: labels that do not clash with each other or with the window's keys, and a file form that loses nothing."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import SchemeError
from annotator.core.scheme import (
    RESERVED_KEYS,
    Colour,
    Counterexample,
    Label,
    Overlap,
    Scheme,
    Words,
    scheme_from_dict,
    scheme_from_json,
    scheme_to_json,
)
from annotator.core.span import Span

COLOUR = Colour("#112233", "#445566", "#778899", "#AABBCC")


def label(label_id: str, key: str = "") -> Label:
    return Label(label_id, key, Words(label_id, label_id), Words(), COLOUR, COLOUR)


words = st.builds(Words, st.text(max_size=5), st.text(max_size=5))
free_keys = sorted(set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") - RESERVED_KEYS)


@st.composite
def schemes(draw: st.DrawFn) -> Scheme:
    ids = draw(st.lists(st.text(min_size=1, max_size=6), min_size=1, max_size=4, unique=True))
    keys = draw(st.permutations(free_keys))
    counterexamples = st.lists(st.builds(Counterexample, st.text(max_size=5), words), max_size=2).map(tuple)
    labels = tuple(
        Label(
            id=label_id,
            key=draw(st.sampled_from(["", key])),
            name=draw(words),
            short=draw(words),
            light=COLOUR,
            dark=replace(COLOUR, ink="#000000"),
            definition=draw(words),
            boundary=draw(words),
            examples=tuple(draw(st.lists(st.text(max_size=5), max_size=2))),
            counterexamples=draw(counterexamples),
        )
        for label_id, key in zip(ids, keys, strict=False)
    )
    return Scheme(draw(st.text(max_size=4)), draw(st.integers(1, 9)), draw(words), labels, draw(st.sampled_from(Overlap)), draw(words), "n")


@given(schemes())
def test_a_scheme_reads_back_as_it_was_written(scheme: Scheme) -> None:
    assert scheme_from_json(scheme_to_json(scheme)) == scheme


@given(schemes())
def test_labels_are_found_by_id_and_by_key_in_either_case(scheme: Scheme) -> None:
    for one in scheme.labels:
        assert scheme.label(one.id) is one
        if one.key:
            assert scheme.by_key(one.key) is one
            assert scheme.by_key(one.key.lower()) is one
    assert scheme.label("no label at all") is None
    assert scheme.by_key("ß") is None


def test_a_label_without_a_short_name_is_called_by_its_name() -> None:
    data = json.loads(scheme_to_json(Scheme("s", 1, Words("标签"), (label("INDUSTRY", "2"),))))
    del data["labels"][0]["short"], data["title"], data["overlap"]
    scheme = scheme_from_dict(data)
    assert scheme.labels[0].short == scheme.labels[0].name
    assert (scheme.title, scheme.overlap) == (Words(), Overlap.ALLOW)


@pytest.mark.parametrize(
    ("labels", "says"),
    [
        ((), "at least one label"),
        ((label("A"), label("B"), label("A")), "Two labels are called A"),
        ((label("A", "1"), label("B", "1")), "A and B share the key 1"),
        ((label("A", "X"),), "The key X of A belongs to a command. Reserved: A F I J K L M N S X"),
        ((label("A", "q"),), "must be one digit or capital letter, not “q”"),
        ((label("A", "12"),), "not “12”"),
        ((label("A", "é"),), "not “é”"),
        ((label("A", "-"),), "not “-”"),
    ],
)
def test_a_scheme_that_cannot_be_used_says_why(labels: tuple[Label, ...], says: str) -> None:
    with pytest.raises(SchemeError) as caught:
        Scheme("s", 1, Words(), labels)
    assert says in str(caught.value)


def test_labels_without_keys_do_not_clash() -> None:
    assert len(Scheme("s", 1, Words(), (label("A"), label("B"))).labels) == 2


@pytest.mark.parametrize(
    ("there", "language", "said"),
    [
        (Words("产业", "industry"), "zh", "产业"),
        (Words("产业", "industry"), "en", "industry"),
        (Words("产业"), "en", "产业"),
        (Words(en="x"), "zh", "x"),
    ],
)
def test_words_missing_in_one_language_are_said_in_the_other(there: Words, language: str, said: str) -> None:
    assert there.get(language) == said


@given(*(st.tuples(st.integers(0, 6), st.integers(1, 4)) for _ in range(2)))
def test_a_scheme_that_nests_allows_marks_of_which_one_holds_the_other(one: tuple[int, int], other: tuple[int, int]) -> None:
    a, b = (Span(start, start + length, "X") for start, length in (one, other))
    characters, others = set(range(a.start, a.end)), set(range(b.start, b.end))
    assert Overlap.ALLOW.allows(a, b)
    assert Overlap.NEST.allows(a, b) is (characters <= others or others <= characters)
    assert not Overlap.FORBID.allows(a, b)


def gone(label_id: str) -> Label:
    return replace(label(label_id), is_retired=True)


def test_a_merged_label_is_the_one_it_went_into_however_long_the_way() -> None:
    scheme = Scheme("s", 3, Words(), (label("C", "1"),), retired=(gone("A"), gone("B"), gone("D")), aliases={"A": "B", "B": "C"})
    assert [scheme.current(one) for one in "ABCDE"] == ["C", "C", "C", "D", "E"]
    assert scheme.label("A") is scheme.label("C")
    retired = scheme.label("D")
    assert retired is not None
    assert retired.is_retired
    assert scheme_from_json(scheme_to_json(scheme)) == scheme


@pytest.mark.parametrize(
    ("retired", "aliases"),
    [
        ((gone("A"), gone("B")), {"A": "B", "B": "A"}),
        ((gone("A"),), {"A": "A"}),
        ((gone("A"),), {"A": "nowhere"}),
        ((gone("A"),), {"C": "A"}),
        ((label("A"),), {}),
        ((replace(gone("A"), key="2"),), {}),
    ],
)
def test_a_merge_that_leads_nowhere_is_refused(retired: tuple[Label, ...], aliases: dict[str, str]) -> None:
    with pytest.raises(SchemeError):
        Scheme("s", 1, Words(), (label("C", "1"),), retired=retired, aliases=aliases)


def test_a_scheme_of_before_there_were_codes_reads_as_it_did() -> None:
    text = scheme_to_json(Scheme("s", 1, Words(), (label("A"),)))
    assert not {"retired", "aliases", "attributes", "codes"} & set(json.loads(text))
    scheme = scheme_from_json(text)
    assert (scheme.retired, scheme.aliases, scheme.attributes, scheme.codes) == ((), {}, (), ())
