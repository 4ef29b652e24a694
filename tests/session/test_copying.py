"""What goes to the clipboard: the article's own characters, with breaks healed as on screen."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.display import DisplayMap
from annotator.session.copying import words_alone


def test_a_healed_break_is_left_out_and_a_paragraph_is_a_line() -> None:
    text = "山村新貌\n\n发展产业扶\n\n贫,群众增收。"
    start = text.index("扶\n\n贫") + 1
    assert words_alone(text, [(start, start + 2)], 0, len(text)) == "山村新貌\n发展产业扶贫,群众增收。"


def test_raw_lines_stay_lines() -> None:
    assert words_alone("产业扶\n贫", (), 0, 5) == "产业扶\n贫"


def test_characters_that_the_screen_shows_as_others_are_copied_as_they_are() -> None:
    text = "产业\u00a0扶贫\u2028𠮷村\u2029\u3000\x1c\ufffc"
    assert words_alone(text, (), 0, len(text)) == text


def test_a_part_of_a_span_across_a_break_is_copied_from_character_to_character() -> None:
    text = "扶贫小额\n信贷"
    assert words_alone(text, [(4, 5)], 2, 7) == "小额信贷"
    assert words_alone(text, [(4, 5)], 3, 5) == "额"


def test_a_long_paragraph_that_the_screen_splits_is_one_line() -> None:
    text = "增收。" * 2_000
    assert "\n" in DisplayMap(text).screen
    assert words_alone(text, (), 0, len(text)) == text


@given(st.text(alphabet="产业扶贫。\n\u00a0\u2028𠮷", max_size=40), st.data())
def test_nothing_but_line_breaks_is_ever_changed(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert words_alone(text, (), start, end).replace("\n", "") == text[start:end].replace("\n", "")
