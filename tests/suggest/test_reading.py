from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.reading import fold, read


def test_letters_and_digits_become_half_width_and_punctuation_full_width() -> None:
    assert fold("６＋Ｎ＋１,好!") == "6+N+1，好！"


def test_every_style_of_quotation_marks_becomes_one() -> None:
    assert fold('「三变」『三变』"三变"〝三变〞') == "“三变”‘三变’“三变”“三变”"


def test_a_straight_quotation_mark_without_partner_in_its_paragraph_stays() -> None:
    assert fold('12"\n"好"') == '12"\n“好”'


@given(st.text(alphabet='ａ９＋，,"「』\n𠮷低保'))
def test_folding_keeps_every_code_point_in_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_a_break_is_not_read_and_the_way_back_steps_over_it() -> None:
    reading = read("脱贫\n\n攻坚战", [(2, 4)])
    assert reading.text == "脱贫攻坚战"
    assert reading.original(0, 4) == (0, 6)


def test_a_break_at_the_edge_of_a_span_stays_outside() -> None:
    reading = read("产业\n\n低保\n\n五保", [(2, 4), (6, 8)])
    assert reading.original(2, 4) == (4, 6)


def test_breaks_may_come_in_any_order_touch_and_stand_at_the_ends() -> None:
    text = "\n低\n\n保\n"
    reading = read(text, [(5, 6), (0, 1), (3, 4), (2, 3)])
    assert reading.text == "低保"
    assert reading.original(0, 2) == (1, 5)


@given(st.lists(st.tuples(st.text("低保户", min_size=1, max_size=4), st.text("\n", min_size=1, max_size=3)), min_size=1))
def test_every_character_that_is_read_stands_where_it_is_said_to_stand(parts: list[tuple[str, str]]) -> None:
    text, breaks = "", []
    for words, feeds in parts:
        breaks.append((len(text) + len(words), len(text) + len(words) + len(feeds)))
        text += words + feeds
    reading = read(text, breaks)
    for at, character in enumerate(reading.text):
        start, end = reading.original(at, at + 1)
        assert text[start:end] == character
