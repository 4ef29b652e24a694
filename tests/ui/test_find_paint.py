"""What was found, painted under the text."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from annotator.core.article import Paragraph
from annotator.core.display import DisplayMap
from annotator.ui.find_paint import FoundPainter
from annotator.ui.reading_view import ReadingView
from annotator.ui.theme import load_theme


def painted(reading: ReadingView, colour: str) -> int:
    """How many pixels have a colour."""
    image = reading.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    wanted = QColor(colour).rgb()
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(0, image.height(), 3))


def test_a_match_through_a_break_is_painted_and_goes_with_the_next_article(
    reading: ReadingView, article: tuple[DisplayMap, tuple[Paragraph, ...]]
) -> None:
    display, paragraphs = article
    reading.show_article(display, paragraphs)
    assert painted(reading, reading._theme.surface.find) == 0
    at = display.screen.index("产业扶贫")
    reading.show_found([display.from_qt(at + 1, at + 5)], -1)
    once = painted(reading, reading._theme.surface.find)
    assert once > 0
    reading.show_article(display, paragraphs)
    assert painted(reading, reading._theme.surface.find) == 0


def test_the_current_match_has_a_frame(reading: ReadingView, article: tuple[DisplayMap, tuple[Paragraph, ...]]) -> None:
    display, paragraphs = article
    reading.show_article(display, paragraphs)
    reading.show_found([(15, 18), (20, 22)], -1)
    without = painted(reading, reading._theme.surface.frame)
    reading.show_found([(15, 18), (20, 22)], 1)
    assert painted(reading, reading._theme.surface.frame) > without


@given(steps=st.lists(st.tuples(st.integers(1, 4), st.integers(0, 4)), max_size=12), start=st.integers(0, 40), length=st.integers(1, 20))
def test_only_what_touches_the_screen_is_painted(qapp: QApplication, steps: list[tuple[int, int]], start: int, length: int) -> None:
    ranges, at = [], 0
    for long, gap in steps:
        ranges.append((at, at + long))
        at += long + gap
    found = FoundPainter(load_theme(is_dark=False, language="zh"))
    found.show(ranges, -1)
    end = start + length
    assert list(found.on(start, end)) == [i for i, (first, last) in enumerate(ranges) if first < end and start < last]
