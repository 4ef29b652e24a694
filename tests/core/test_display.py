"""The display map: every shown character is found on the screen and back, whatever it is made of."""

import re

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.display import SHOWN_OF_FOLDED, Block, DisplayMap

# A rare character and emoji (two units), a family joined by ZWJ, a combining mark, separators that Qt would take for its own.
PARTS = [
    "产",
    "业",
    "a",
    "。",
    "”",
    "！",
    "𠮷",
    "😀",
    "👩‍👧",
    "é",
    "\u00a0",
    "\u3000",
    "\u2028",
    "\u2029",
    "\ufdd0",
    "\ufffc",
    "\x85",
    "\ufeff",
]
NEWLINES = ["\n", "\n", "\n\n"]
STAND_INS = dict.fromkeys("\u2028\u2029\x1c\x1d\x1e\x85", " ") | dict.fromkeys("\ufdd0\ufdd1\r\x00\ufffc", "\ufffd")

Case = tuple[str, list[tuple[int, int]], int]


@st.composite
def cases(draw: st.DrawFn, *, longest: int | None = None) -> Case:
    text = "".join(draw(st.lists(st.sampled_from([*PARTS, *NEWLINES]), max_size=40)))
    breaks = [m.span() for m in re.finditer(r"\n+", text) if draw(st.booleans())]
    return text, breaks, longest or draw(st.integers(1, 30))


def width(char: str) -> int:
    return len(char.encode("utf-16-le")) // 2


def units(text: str) -> int:
    return sum(map(width, text))


def on_screen(text: str) -> str:
    return "".join(STAND_INS.get(c, c) for c in text if c != "\n")


def positions(screen: str) -> list[int]:
    """The Qt position of every character of `screen`, line ends too."""
    at, found = 0, []
    for char in screen:
        found.append(at)
        at += width(char)
    return found


def places(text: str, view: DisplayMap) -> dict[int, int]:
    """The Qt position of every shown character of the article, counted on the screen itself."""
    shown = [i for i, char in enumerate(text) if char != "\n"]
    on = [p for p, char in zip(positions(view.screen), view.screen, strict=True) if char != "\n"]
    return dict(zip(shown, on, strict=True))


@given(cases())
def test_the_screen_shows_every_character_but_line_breaks_once_and_in_order(case: Case) -> None:
    text, breaks, longest = case
    assert DisplayMap(text, breaks, longest=longest).screen.replace("\n", "") == on_screen(text)


@given(cases())
def test_every_shown_character_maps_to_its_place_and_back(case: Case) -> None:
    text, breaks, longest = case
    view = DisplayMap(text, breaks, longest=longest)
    for i, place in places(text, view).items():
        end = place + width(text[i])
        assert view.caret_to_qt(i) == place
        assert view.caret_from_qt(place) == i
        assert view.to_qt(i, i + 1) == (place, end)
        assert view.from_qt(place, end) == (i, i + 1)


@given(cases(), st.data())
def test_a_range_between_shown_characters_survives_the_way_there_and_back(case: Case, data: st.DataObject) -> None:
    text, breaks, longest = case
    view = DisplayMap(text, breaks, longest=longest)
    place = places(text, view)
    if not place:
        return
    first, last = sorted(data.draw(st.tuples(st.sampled_from(list(place)), st.sampled_from(list(place)))))
    there = view.to_qt(first, last + 1)
    assert there == (place[first], place[last] + width(text[last]))
    assert view.from_qt(*there) == (first, last + 1)


@given(cases(), st.data())
def test_a_selection_takes_exactly_the_characters_it_encloses(case: Case, data: st.DataObject) -> None:
    text, breaks, longest = case
    view = DisplayMap(text, breaks, longest=longest)
    length = units(view.screen)
    start, end = sorted(data.draw(st.tuples(st.integers(0, length), st.integers(0, length))))
    # Half a character counts as its start.
    halves = {p + 1: p for p, char in zip(positions(view.screen), view.screen, strict=True) if width(char) == 2}
    from_, to = halves.get(start, start), halves.get(end, end)
    enclosed = [i for i, place in places(text, view).items() if from_ <= place < to]
    first, last = view.from_qt(start, end)
    if enclosed:
        assert (first, last) == (enclosed[0], enclosed[-1] + 1)
    else:
        assert first == last
        assert 0 <= first <= len(text)


@given(cases())
def test_going_on_in_the_text_never_goes_back_on_the_screen(case: Case) -> None:
    text, breaks, longest = case
    view = DisplayMap(text, breaks, longest=longest)
    there = [view.caret_to_qt(offset) for offset in range(len(text) + 1)]
    assert there == sorted(there)
    assert all(0 <= p <= units(view.screen) for p in there)
    back = [view.caret_from_qt(p) for p in range(units(view.screen) + 1)]
    assert back == sorted(back)


@given(cases(), st.data())
def test_a_range_of_characters_that_are_not_shown_is_empty_where_they_would_stand(case: Case, data: st.DataObject) -> None:
    text, breaks, longest = case
    view = DisplayMap(text, breaks, longest=longest)
    hidden = [m.span() for m in re.finditer(r"\n+", text)]
    if not hidden:
        return
    start, end = data.draw(st.sampled_from(hidden))
    first, last = view.to_qt(start, end)
    assert first == last == view.caret_to_qt(start)
    following = places(text, view).get(end)
    assert following is None or first == following


@given(cases())
def test_blocks_are_the_lines_of_the_screen_and_none_is_too_long(case: Case) -> None:
    text, breaks, longest = case
    view = DisplayMap(text, breaks, longest=longest)
    lines = view.screen.split("\n") if view.screen else []
    assert [on_screen(text[b.start : b.end]) for b in view.blocks] == lines
    at = 0
    for block, line in zip(view.blocks, lines, strict=True):
        assert block.qt_start == at
        assert 0 < len(line) <= longest
        at += units(line) + 1


@given(cases(longest=10_000))
def test_short_paragraphs_end_exactly_at_the_line_breaks_that_are_not_healed(case: Case) -> None:
    text, breaks, longest = case
    view = DisplayMap(text, breaks, longest=longest)
    paragraphs = [""]
    for run in re.finditer(r"\n+|[^\n]+", text):
        if not run.group().startswith("\n"):
            paragraphs[-1] += on_screen(run.group())
        elif run.span() not in breaks:
            paragraphs.append("")
    assert [p for p in paragraphs if p] == (view.screen.split("\n") if view.screen else [])


@given(cases())
def test_healed_positions_are_the_breaks_inside_a_line(case: Case) -> None:
    text, breaks, longest = case
    view = DisplayMap(text, breaks, longest=longest)
    place = places(text, view)
    inside = [
        place[end]
        for start, end in breaks
        if start - 1 in place and end in place and place[end] == place[start - 1] + width(text[start - 1])
    ]
    assert list(view.healed) == inside


def test_a_span_across_a_healed_break_is_one_range_and_its_neighbours_do_not_swallow_the_break() -> None:
    view = DisplayMap("危房\n改造，低保", [(2, 3)])
    assert view.screen == "危房改造，低保"
    assert view.to_qt(0, 5) == (0, 4)
    assert view.from_qt(0, 4) == (0, 5)
    assert view.to_qt(0, 2) == view.to_qt(0, 3) == (0, 2)
    assert view.from_qt(0, 2) == (0, 2)
    assert view.from_qt(2, 4) == (3, 5)
    assert view.healed == (2,)


def test_ranges_that_are_no_whole_run_of_line_breaks_heal_nothing() -> None:
    text = "产业\n\n扶贫"
    for breaks in ([(2, 3)], [(3, 4)], [(1, 4)], [(2, 2)], [(0, 2)]):
        view = DisplayMap(text, breaks)
        assert view.screen == "产业\n扶贫"
        assert view.healed == ()


def test_half_of_the_first_character_is_nothing_yet() -> None:
    assert DisplayMap("𠮷祥").from_qt(0, 1) == (0, 0)
    assert DisplayMap("\n𠮷祥").from_qt(0, 1) == (1, 1)


def test_a_selection_of_a_paragraph_end_alone_is_empty_and_not_reversed() -> None:
    view = DisplayMap("产业\n\n\n扶贫")
    assert view.from_qt(2, 3) == (5, 5)


def test_overlong_paragraphs_are_split_behind_sentences_and_what_closes_them() -> None:
    view = DisplayMap("甲乙。丙丁戊！”己庚辛壬癸子", longest=8)
    assert view.screen == "甲乙。丙丁戊！”\n己庚辛壬癸子"
    assert view.blocks == (Block(0, 8, 0), Block(8, 14, 9))
    assert DisplayMap("甲乙丙丁戊己", longest=4).screen == "甲乙丙丁\n戊己"


def test_a_paragraph_that_is_long_only_because_its_breaks_are_healed_is_split_too() -> None:
    text = "\n".join(["甲乙丙丁"] * 5)
    breaks = [(4 + 5 * i, 5 + 5 * i) for i in range(4)]
    view = DisplayMap(text, breaks, longest=10)
    assert view.screen == "甲乙丙丁甲乙丙丁\n甲乙丙丁甲乙丙丁\n甲乙丙丁"
    assert view.healed == (4, 13)


def paragraphs_of(text: str, breaks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The ranges of the paragraphs, healed breaks inside."""
    found: list[tuple[int, int]] = []
    goes_on = False
    for run in re.finditer(r"\n+|[^\n]+", text):
        if run.group().startswith("\n"):
            goes_on = goes_on and run.span() in breaks
        else:
            found.append((found.pop()[0] if goes_on else run.start(), run.end()))
            goes_on = True
    return found


@given(cases(longest=10_000), st.data())
def test_of_a_folded_paragraph_only_the_beginning_is_shown_and_everything_else_is_where_it_was(case: Case, data: st.DataObject) -> None:
    text, breaks, longest = case
    text = text.replace("业", "业" * 12)
    breaks = [m.span() for m, (_, _) in zip(re.finditer(r"\n+", text), breaks, strict=False)]
    paragraphs = paragraphs_of(text, breaks)
    folded = [p for p in paragraphs if data.draw(st.booleans())]
    view = DisplayMap(text, breaks, folded=folded, longest=longest)
    shown = [text[s:e].split("\n")[0][:SHOWN_OF_FOLDED] if (s, e) in folded else text[s:e] for s, e in paragraphs]
    assert view.screen.split("\n") == ([on_screen(p) for p in shown] or [""])
    assert view.folded_blocks == {i for i, p in enumerate(paragraphs) if p in folded}
    assert [b.start for b in view.blocks] == [s for s, _ in paragraphs]
    for (start, end), visible in zip(paragraphs, shown, strict=True):
        last = start + len(visible)
        assert view.from_qt(*view.to_qt(start, last)) == (start, last)
        if (start, end) in folded and last < end:
            assert len(set(view.to_qt(last, end))) == 1
            assert view.to_qt(start, end) == view.to_qt(start, last)


def test_text_behind_a_folded_range_is_shown_wherever_the_range_ends() -> None:
    text = "甲乙丙\n丁戊己\n庚辛"
    assert DisplayMap(text, folded=[(0, 7)]).screen == "甲乙丙\n庚辛"
    assert DisplayMap(text, folded=[(0, 5)]).screen == "甲乙丙\n戊己\n庚辛"
    assert DisplayMap(text, folded=[(4, 99)]).screen == "甲乙丙\n丁戊己"
    assert DisplayMap(text, folded=[(1, 3)]).screen == text


def test_nothing_and_line_breaks_alone_show_nothing() -> None:
    for text in ("", "\n", "\n\n\n"):
        view = DisplayMap(text, [(0, len(text))])
        assert (view.screen, view.blocks, view.healed, view.length) == ("", (), (), len(text))
        assert view.to_qt(0, len(text)) == (0, 0)
        assert view.from_qt(0, 0) == (0, 0)
        assert view.caret_to_qt(0) == view.caret_from_qt(0) == 0


def test_two_hundred_thousand_characters_in_one_paragraph_map_like_few() -> None:
    sentence = "全县𠮷祥乡推进产业扶贫项目，惠及贫困户。"
    text = sentence * 10_000
    view = DisplayMap(text)
    assert len(text) == 200_000
    assert max(b.end - b.start for b in view.blocks) <= 4_000
    assert view.screen.replace("\n", "") == text
    for i in range(0, len(text) - 40, 1_237):
        assert view.from_qt(*view.to_qt(i, i + 37)) == (i, i + 37)
