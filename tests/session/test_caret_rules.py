"""Where the caret goes, and what clicks and drags take."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.display import DisplayMap
from annotator.session.caret import sentence_at, snapped, walked, word_at
from annotator.session.edges import Unit
from annotator.session.words import Words, rough_boundaries

TEXT = "发展产业扶\n\n贫增收。\n\n𠮷村“脱贫”了"
BREAKS = ((5, 7),)
CUTS = {TEXT[:11]: [0, 2, 8, 10, 11], TEXT[13:]: [0, 2, 3, 5, 6, 7]}


def knowing(text: str = TEXT, breaks: Sequence[tuple[int, int]] = BREAKS) -> Words:
    """Return words of the text above, and of any other one character each."""
    words = Words(lambda part, _breaks: CUTS.get(part) or [0, *(i + 1 for i, char in enumerate(part) if char != "\n")])
    words.open(text, breaks)
    return words


def walk(at: int, unit: Unit, step: int, display: DisplayMap, words: Words) -> list[int]:
    """Return all places from `at` to the end or the beginning of the text."""
    places = [at]
    while (to := walked(places[-1], unit, step, display=display, words=words)) != places[-1]:
        places.append(to)
    return places


def test_the_caret_walks_by_words_over_a_break_and_stops_at_both_sides_of_a_paragraph_end() -> None:
    display = DisplayMap(TEXT, BREAKS)
    places = walk(0, Unit.WORD, 1, display, knowing())
    assert [display.screen.encode("utf-16-le")[2 * a : 2 * b].decode("utf-16-le") for a, b in pairwise(places)] == [
        "发展",
        "产业扶贫",
        "增收",
        "。",
        "\n",
        "𠮷村",
        "“",
        "脱贫",
        "”",
        "了",
    ]


texts = st.text(alphabet="扶贫𠮷a1，。\n", max_size=40)


@given(texts, st.sampled_from(list(Unit)), st.data())
def test_every_walk_reaches_the_end_and_comes_back_without_standing_still(text: str, unit: Unit, data: st.DataObject) -> None:
    runs = [i for i, char in enumerate(text) if char == "\n" and 0 < i < len(text) - 1 and "\n" not in text[i - 1] + text[i + 1]]
    breaks = tuple((i, i + 1) for i in data.draw(st.lists(st.sampled_from(runs), unique=True).map(sorted)) if runs) if runs else ()
    display, words = DisplayMap(text, breaks), knowing(text, breaks)
    there = walk(0, unit, 1, display, words)
    back = walk(there[-1], unit, -1, display, words)
    assert there == sorted(there)
    assert back == sorted(back, reverse=True)
    assert there[-1] == len(display.screen.encode("utf-16-le")) // 2
    assert back[-1] == 0
    assert unit is Unit.WORD or there == back[::-1]


def test_the_word_under_the_caret_is_the_last_one_at_the_end_of_a_paragraph() -> None:
    display, words = DisplayMap(TEXT, BREAKS), knowing()
    assert word_at(3, display=display, words=words) == (2, 8)
    assert word_at(display.to_qt(0, 11)[1], display=display, words=words) == (10, 11)
    assert word_at(display.to_qt(0, len(TEXT))[1], display=display, words=words) == (len(TEXT) - 1, len(TEXT))


def test_a_sentence_takes_the_quotation_mark_that_closes_it_and_no_blanks() -> None:
    text = "　　他说：“好！”第二句……第三句\n。”尾"
    found = [text[slice(*sentence_at(text, at, paragraph=(0, len(text))))] for at in (3, 9, 15, len(text) - 1)]
    assert found == ["他说：“好！”", "第二句……", "第三句\n。”", "尾"]


@given(st.text(alphabet="扶贫。！…”a \n", min_size=1, max_size=30), st.data())
def test_the_sentences_of_a_paragraph_lie_in_it_and_hold_the_character_asked_for(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text) - 1))
    start, end = sentence_at(text, at, paragraph=(0, len(text)))
    assert 0 <= start <= end <= len(text)
    assert text[at] in " \n" or start <= at < end


def test_a_dragged_selection_goes_to_the_nearest_edges_of_words() -> None:
    words = knowing()

    def snap(start: int, end: int) -> str:
        first, last = snapped(start, end, text=TEXT, words=words, breaks=BREAKS)
        return TEXT[first:last]

    assert snap(1, 4) == "发展"
    assert snap(2, 5) == "产业扶\n\n贫", "half of a word is more than the other half"
    assert snap(3, 4) == "产业扶\n\n贫", "inside one word it is that word"
    assert snap(7, 10) == "增收", "the rest of the word is less than half of it"
    assert not snap(10, 13).endswith("\n"), "no break hangs on it"


def test_until_words_are_known_numbers_and_latin_words_stay_whole() -> None:
    text = "扶贫QR码3.5万"
    cuts = rough_boundaries(text)
    assert [text[a:b] for a, b in pairwise(cuts)] == ["扶", "贫", "QR", "码", "3.5", "万"]
    assert rough_boundaries("扶\n\n贫") == [0, 1, 4]
