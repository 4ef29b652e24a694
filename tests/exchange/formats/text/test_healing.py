"""Breaks are left out, and everything that points into the text moves along."""

from collections.abc import Sequence
from dataclasses import replace

from annotator.core.article import ArticleKind, Layout, Paragraph, Repeat, Role, Segment
from annotator.core.candidate import Candidate
from annotator.core.fold import State, Status
from annotator.exchange.formats.document import Document
from annotator.exchange.formats.healing import healed
from annotator.exchange.native_jsonl import Line, Mark

TEXT = "雨露\n计划\n\n惠及𠮷家\n沟。"


def _document(breaks: Sequence[tuple[int, int]], *spans: tuple[int, int]) -> Document:
    segments = (Segment(0, 20, 6), Segment(6, 0, len(TEXT) - 6))
    layout = Layout(
        ArticleKind.ARTICLE, "题", segments, tuple(breaks), (Repeat(7, 9, 0), Repeat(7, 9, 3, "b")), (Paragraph(0, 5, Role.BODY),)
    )
    marks = tuple(Mark("a", State("t", Status.ADDED, start, end, "X", TEXT[start:end])) for start, end in spans)
    return Document(Line("a1", "A0001", "p", "ff", layout, TEXT), marks)


def test_a_mention_across_a_break_becomes_one_word() -> None:
    new = healed(_document([(2, 3), (11, 12)], (0, 5), (7, 13)))
    assert new.line.text == "雨露计划\n\n惠及𠮷家沟。"
    assert [(m.state.start, m.state.end, m.state.surface) for m in new.marks] == [(0, 4, "雨露计划"), (6, 11, "惠及𠮷家沟")]


def test_a_mention_that_ends_at_a_break_does_not_swallow_it_and_one_that_begins_after_it_keeps_its_start() -> None:
    new = healed(_document([(2, 3)], (0, 2), (3, 5)))
    assert [m.state.surface for m in new.marks] == ["雨露", "计划"]


def test_mentions_that_differed_by_a_break_alone_become_one() -> None:
    new = healed(_document([(2, 3)], (0, 2), (0, 3), (2, 5), (3, 5)))
    assert [(m.state.start, m.state.end, m.state.surface) for m in new.marks] == [(0, 2, "雨露"), (2, 4, "计划")]


def test_a_break_in_which_a_mention_lies_stays() -> None:
    document = _document([(2, 3), (11, 12)], (2, 3), (10, 13))
    new = healed(document)
    assert new.line.text == "雨露\n计划\n\n惠及𠮷家沟。"
    assert new.line.layout.breaks == ((2, 3),)
    assert [m.state.surface for m in new.marks] == ["\n", "家沟"]


def test_segments_still_say_where_the_characters_stand_on_the_page() -> None:
    page = TEXT[6:].ljust(20, "、") + TEXT[:6]
    new = healed(_document([(2, 3), (11, 12)]))
    assert new.line.layout.text(page) == new.line.text
    assert new.line.layout.page_offset(2) == 23


def test_repeats_and_paragraphs_move_along() -> None:
    layout = healed(_document([(2, 3)])).line.layout
    assert layout.repeats == (Repeat(6, 8, 0), Repeat(6, 8, 3, "b"))
    assert layout.paragraphs == (Paragraph(0, 4, Role.BODY),)


def test_candidates_and_rejected_ones_move_along() -> None:
    candidate = Candidate("c", 3, 5, "X", "计划", ("lexicon:计划",), 0.5)
    new = healed(replace(_document([(2, 3)]), candidates=(candidate,), rejected=(("a", candidate),)))
    assert new.candidates == (replace(candidate, start=2, end=4),)
    assert new.rejected == (("a", replace(candidate, start=2, end=4)),)


def test_a_break_that_is_none_is_left_alone() -> None:
    document = _document([(0, 2), (3, 9), (200, 201)])
    assert healed(document) is document
