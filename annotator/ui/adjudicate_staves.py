"""The sentence of a case in its context, with a stave under each line of it: one lane for each reader, without names."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from annotator.core.scheme import Scheme
from annotator.core.span import Span
from annotator.project.adjudicating_places import Around
from annotator.session.adjudicating_lanes import Lane
from annotator.ui.adjudicate_words import label_words, words
from annotator.ui.theme import Theme

_LARGE, _SMALL = 24, 16
_LARGE_LINE, _SMALL_LINE, _LANE = 40, 29, 19
_NAMES, _BAR = 52, 9
# Marks that may not begin a line; they hang at the end of the one before.
_HANGING = "，。、；：？！”’）》」』,.;:?!)"


@dataclass(frozen=True, slots=True)
class Line:
    """One line on screen: the offsets of its characters, where each begins (and the last ends), in pixels."""

    offsets: tuple[int, ...]
    edges: tuple[float, ...]
    is_large: bool

    def reach(self, span: Span) -> tuple[float, float] | None:
        """Return from where to where a span stands on this line, or None."""
        inside = [at for at, offset in enumerate(self.offsets) if span.start <= offset < span.end]
        return (self.edges[inside[0]], self.edges[inside[-1] + 1]) if inside else None


def broken(text: str, place: Around, width: float, advance: Callable[[str, bool], float]) -> list[Line]:
    """Return the lines of the context; line breaks of the article are looked through. `advance(character, is_large)` is in pixels."""
    lines: list[Line] = []
    for first, last, is_large in ((place.first, place.start, False), (place.start, place.end, True), (place.end, place.last, False)):
        offsets: list[int] = []
        edges = [0.0]
        for offset in range(first, last):
            if text[offset] in "\n\r":
                continue
            end = edges[-1] + advance(text[offset], is_large)
            if end > width and offsets and text[offset] not in _HANGING:
                lines.append(Line(tuple(offsets), tuple(edges), is_large))
                offsets, edges, end = [], [0.0], advance(text[offset], is_large)
            offsets.append(offset)
            edges.append(end)
        if offsets:
            lines.append(Line(tuple(offsets), tuple(edges), is_large))
    return lines


class Staves(QWidget):
    """Paints the sentence and the lanes; as tall as its width asks for."""

    def __init__(self, theme: Theme, scheme: Scheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._scheme = theme, scheme
        self._text, self._place = "", Around(0, 0, 0, 0)
        self._lanes: tuple[tuple[str, Lane], ...] = ()
        self._own: Span | None = None
        self._cluster = Span(0, 0, "")
        self._fonts = {True: theme.reading_font(_LARGE), False: theme.reading_font(_SMALL)}
        self._metrics = {is_large: QFontMetricsF(font) for is_large, font in self._fonts.items()}
        self._widths: dict[tuple[str, bool], float] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_case(self, text: str, place: Around, cluster: Span, lanes: Sequence[tuple[str, Lane]], own: Span | None) -> None:
        """Show `[place.first, place.last)` of an article's text with the lanes, each called as it is given."""
        self._text, self._place, self._lanes, self._own, self._cluster = text, place, tuple(lanes), own, cluster
        self.setAccessibleName(self._said())
        self.updateGeometry()
        self.update()

    def _said(self) -> str:
        parts = [self._text[self._place.start : self._place.end].replace("\n", "")]
        for name, lane in self._lanes:
            marked = [f"{self._text[s.start : s.end]} {self._label(s)}".replace("\n", "") for s in lane.spans]
            rejected = [f"{self._text[s.start : s.end]} {words('rejected')}".replace("\n", "") for s in lane.rejected]
            parts.append(f"{name}: {', '.join((*marked, *rejected)) or words('nothing marked')}")
        return "\n".join(parts)

    def _label(self, span: Span) -> str:
        return label_words(self._scheme, span.label, self._theme.language)

    def _lines(self, width: int) -> list[Line]:
        return broken(self._text, self._place, max(width - _NAMES - 8, 80), self._advance)

    def _advance(self, character: str, is_large: bool) -> float:  # noqa: FBT001 (a key)
        key = character, is_large
        if key not in self._widths:
            self._widths[key] = self._metrics[is_large].horizontalAdvance(character)
        return self._widths[key]

    def _has_stave(self, line: Line) -> bool:
        spans = [self._cluster, *(span for _, lane in self._lanes for span in (*lane.spans, *lane.rejected))]
        return line.is_large and any(line.reach(span) for span in spans)

    def _height(self, line: Line) -> int:
        return (_LARGE_LINE if line.is_large else _SMALL_LINE) + (len(self._lanes) * _LANE + 8 if self._has_stave(line) else 0)

    def _paint_line(self, painter: QPainter, line: Line, top: int) -> None:
        surface = self._theme.surface
        height = _LARGE_LINE if line.is_large else _SMALL_LINE
        reach = line.reach(self._own) if self._own is not None and line.is_large else None
        if reach is not None and self._own is not None:
            colour = self._theme.colour(self._scheme.label(self._own.label))
            painter.fillRect(QRectF(_NAMES + reach[0], top + 5, reach[1] - reach[0], height - 6), QColor(colour.soft))
            painter.fillRect(QRectF(_NAMES + reach[0], top + height - 3, reach[1] - reach[0], 2), QColor(colour.line))
        painter.setFont(self._fonts[line.is_large])
        painter.setPen(QColor(surface.text if line.is_large else surface.text_2))
        for at, offset in enumerate(line.offsets):
            box = QRectF(_NAMES + line.edges[at], top, line.edges[at + 1] - line.edges[at] + 8, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._text[offset])

    def _paint_stave(self, painter: QPainter, line: Line, top: int, width: int) -> None:
        surface = self._theme.surface
        for at, (name, lane) in enumerate(self._lanes):
            y = top + at * _LANE + _LANE // 2 + 2
            painter.setFont(self._theme.ui_font(12))
            painter.setPen(QColor(surface.text))
            metrics = painter.fontMetrics()
            painter.drawText(
                QRect(0, y - 10, _NAMES - 6, 20),
                Qt.AlignmentFlag.AlignVCenter,
                metrics.elidedText(name, Qt.TextElideMode.ElideRight, _NAMES - 6),
            )
            painter.setPen(QPen(QColor(surface.border), 1))
            painter.drawLine(QLineF(_NAMES, y + 0.5, width - 1, y + 0.5))
            self._paint_lane(painter, line, lane, y)

    def _paint_lane(self, painter: QPainter, line: Line, lane: Lane, y: int) -> None:
        surface, free = self._theme.surface, 0.0
        for depth, span in enumerate(lane.spans):
            reach = line.reach(span)
            if reach is None:
                continue
            colour = self._theme.colour(self._scheme.label(span.label))
            inside = depth > 0 and span.start < lane.spans[depth - 1].end
            bar = QRectF(_NAMES + reach[0], y - _BAR // 2 + (_BAR // 2 if inside else 0), reach[1] - reach[0], _BAR / (2 if inside else 1))
            painter.fillRect(bar, QColor(colour.line))
            if span.end <= line.offsets[-1] + 1:
                free = self._name(painter, self._label(span), max(bar.right() + 6, free), y, colour.ink)
        for span in lane.rejected:
            reach = line.reach(span)
            if reach is not None:
                painter.setPen(QPen(QColor(surface.rejected), 1, Qt.PenStyle.DashLine))
                painter.drawRect(QRectF(_NAMES + reach[0], y - _BAR // 2, reach[1] - reach[0], _BAR - 1))
                free = self._name(
                    painter, words("rejected") + " " + self._label(span), max(_NAMES + reach[1] + 6, free), y, surface.rejected
                )
        cluster = line.reach(self._cluster)
        if not lane.spans and not lane.rejected and cluster is not None:
            self._name(painter, words("nothing marked"), _NAMES + cluster[0], y, surface.text_3)

    def _name(self, painter: QPainter, name: str, x: float, y: int, ink: str) -> float:
        """Paint a word on the lane's line; return where the next may begin."""
        font: QFont = self._theme.ui_font(12)
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(name)
        # At the end of a line there is no room behind the bar.
        x = max(min(x, self.width() - width - 4), _NAMES)
        painter.fillRect(QRectF(x - 3, y - 8, width + 6, 17), QColor(self._theme.surface.paper))
        painter.setPen(QColor(ink))
        painter.drawText(QRectF(x, y - 10, width + 4, 20), Qt.AlignmentFlag.AlignVCenter, name)
        return x + width + 10

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return sum(map(self._height, self._lines(width))) + 8

    @override
    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(max(self.width(), 400)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self._theme.surface.paper))
            top = 0
            for line in self._lines(self.width()):
                self._paint_line(painter, line, top)
                if self._has_stave(line):
                    self._paint_stave(painter, line, top + _LARGE_LINE, self.width())
                top += self._height(line)
