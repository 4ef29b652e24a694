"""The sentence of a case is broken into lines without losing, doubling or misplacing a character."""

from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from annotator.core.scheme import Scheme
from annotator.core.span import Span
from annotator.project.adjudicating_places import Around
from annotator.session.adjudicating_lanes import Lane
from annotator.ui.adjudicate_staves import Staves, broken
from annotator.ui.theme import load_theme


def _advance(_character: str, is_large: bool) -> float:  # noqa: FBT001 (a key)
    return 24 if is_large else 16


@given(st.text(alphabet="村路。，\n”a", max_size=80), st.data(), st.integers(30, 400))
def test_every_character_but_line_breaks_stands_on_exactly_one_line(text: str, data: st.DataObject, width: int) -> None:
    first, start, end, last = sorted(data.draw(st.integers(0, len(text))) for _ in range(4))
    lines = broken(text, Around(first, start, end, last), width, _advance)
    assert [offset for line in lines for offset in line.offsets] == [at for at in range(first, last) if text[at] != "\n"]
    assert all(line.is_large == (start <= offset < end) for line in lines for offset in line.offsets)
    assert all(len(line.edges) == len(line.offsets) + 1 for line in lines)
    # Nothing reaches beyond the width but one character too wide for it, and hanging marks.
    assert all(line.edges[-2] <= width or text[line.offsets[-1]] in "。，”" for line in lines)


def test_a_span_over_a_break_is_one_bar() -> None:
    (line,) = broken("扶贫\n车间。", Around(0, 0, 6, 6), 400, _advance)
    assert line.reach(Span(0, 5, "EMPLOYMENT")) == (0, 96)
    assert line.reach(Span(2, 3, "EMPLOYMENT")) is None


def test_what_each_lane_says_can_be_read_out(qtbot: QtBot, scheme: Scheme) -> None:
    staves = Staves(load_theme(is_dark=False, language="zh"), scheme)
    qtbot.addWidget(staves)
    text = "村里办起扶贫车间。"
    lanes = [
        ("甲", Lane("甲", "p", (Span(4, 8, "EMPLOYMENT"),))),
        ("乙", Lane("乙", "q", (), (Span(4, 6, "INDUSTRY"),))),
        ("丙", Lane("丙", "r", ())),
    ]
    staves.resize(500, 200)
    staves.show_case(text, Around(0, 0, len(text), len(text)), Span(4, 8, ""), lanes, Span(4, 8, "OTHER"))
    staves.show()
    said = staves.accessibleName().splitlines()
    assert said[0] == text
    assert said[1].startswith("甲: 扶贫车间 ")
    assert "扶贫" in said[2]
    assert len(said) == 4
    assert staves.heightForWidth(150) > staves.heightForWidth(900) > 0
    assert not staves.grab().isNull()
