"""Where each line of a previewed page is painted: wrapped to the measure, with the space between parts."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout, QTextOption

from annotator.core.article import ArticleKind, Role
from annotator.session.preview_lines import PageLine
from annotator.ui.theme import Theme

LEADING = 26
INDENT = 24
_BETWEEN_PARTS = 18
_BELOW = 6
_TOP = 16
_SMALL = frozenset({Role.BYLINE, Role.FURNITURE, Role.CAPTION})
_MOST_LAID_OUT = 400


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the page at `top`, `height` pixels high, in coordinates of the whole sheet; `gap` pixels above it part it from the rest."""

    line: PageLine
    top: int
    height: int
    gap: int

    @property
    def bottom(self) -> int:
        """Where the row ends."""
        return self.top + self.height


class Rows:
    """The rows of a page, wrapped to `measure` pixels; texts are laid out once, and kept while they are looked at."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._measure = 0
        self._counts: dict[tuple[str, bool, bool], int] = {}
        self._laid_out: dict[tuple[str, bool, bool], QTextLayout] = {}
        self.rows: tuple[Row, ...] = ()
        self._tops: list[int] = []

    @property
    def height(self) -> int:
        """How high the whole sheet is."""
        return self.rows[-1].bottom + _TOP if self.rows else 0

    def arrange(self, lines: Sequence[PageLine], measure: int) -> None:
        """Give every line its place."""
        if measure != self._measure:
            self._measure, self._counts, self._laid_out = measure, {}, {}
        rows = []
        top = _TOP
        apart = _apart(lines)
        for line in lines:
            gap = _BETWEEN_PARTS if line.index in apart else 0
            top += gap
            height = self._count(line) * LEADING + (0 if line.role in {Role.TITLE, Role.BYLINE, Role.SUBTITLE} else _BELOW)
            rows.append(Row(line, top, height, gap))
            top += height
        self.rows = tuple(rows)
        self._tops = [row.top - row.gap for row in rows]

    def at(self, y: int) -> int:
        """Return which row is at `y`; the first or last where none is."""
        return max(0, bisect_right(self._tops, y) - 1)

    def layout(self, line: PageLine) -> QTextLayout:
        """Return the text of `line`, wrapped."""
        key = _style(line)
        found = self._laid_out.get(key)
        if found is None:
            if len(self._laid_out) > _MOST_LAID_OUT:
                self._laid_out.clear()
            found = self._laid_out[key] = self._wrapped(*key)
        return found

    def _count(self, line: PageLine) -> int:
        key = _style(line)
        count = self._counts.get(key)
        if count is None:
            count = self._counts[key] = self._wrapped(*key).lineCount()
        return count

    def _wrapped(self, text: str, is_title: bool, is_small: bool) -> QTextLayout:  # noqa: FBT001 (a cache key taken apart)
        font = (
            self._theme.reading_font(18, bold=True) if is_title else self._theme.ui_font(13) if is_small else self._theme.reading_font(15)
        )
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        y = 0
        width = self._measure - (INDENT if is_small else 0)
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y + (LEADING - line.height()) / 2))
            y += LEADING
        layout.endLayout()
        return layout


def _style(line: PageLine) -> tuple[str, bool, bool]:
    return line.text, line.role is Role.TITLE, line.role in _SMALL


def _apart(lines: Sequence[PageLine]) -> set[int]:
    """Return the lines (by index) that stand apart from the line above; a caption inside an article parts nothing."""
    below = _parts_below(lines)
    apart: set[int] = set()
    part = above = lines[0].part if lines else 0
    for line, next_part in zip(lines, below, strict=True):
        is_caption = line.kind is ArticleKind.CAPTION
        is_inside = next_part == part if is_caption else line.part == part
        if not is_inside and line.part != above:
            apart.add(line.index)
        above = line.part
        part = part if is_caption and is_inside else line.part
    return apart


def _parts_below(lines: Sequence[PageLine]) -> list[int | None]:
    """Return for every line the part of the next line that is no caption."""
    found: list[int | None] = []
    part: int | None = None
    for line in reversed(lines):
        found.append(part)
        part = part if line.kind is ArticleKind.CAPTION else line.part
    return found[::-1]
