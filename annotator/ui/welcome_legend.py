"""The headline of the first page: a live legend. Three mentions, decided with the keys of the desk, drawn as the desk draws them."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from annotator.core.fold import Status
from annotator.core.scheme import Scheme
from annotator.session.items import Item
from annotator.ui.placing import Placed, Row
from annotator.ui.span_paint import SpanPainter
from annotator.ui.theme import Theme

_SIZE, _PITCH, _SMALL = 34, 62, 17
_MENTIONS = (("产业扶贫", "INDUSTRY"), ("雨露计划", "EDUCATION"), ("危房改造", "HOUSING"))
_SAMPLE, _SAMPLE_LABEL = "提及", "FINANCE"
_TOP = 8
# The narrowest column of the page.
_ROOM = 590


def words(text: str) -> str:
    """Return a text of the first page in the language of the window."""
    return QCoreApplication.translate("Welcome", text)


@dataclass(frozen=True, slots=True)
class Mentions:
    """What became of the three mentions; `current` is the place of the one that a key decides."""

    statuses: tuple[Status, ...] = (Status.ACCEPTED, Status.OPEN, Status.OPEN)
    current: int = 1

    def decided(self, status: Status) -> "Mentions":
        """Return them after the current one was decided: the next open one is current; when none is left they begin anew."""
        if Status.OPEN not in self.statuses:
            return Mentions((Status.OPEN,) * len(self.statuses), 0)
        statuses = tuple(status if at == self.current else old for at, old in enumerate(self.statuses))
        following = (*range(self.current + 1, len(statuses)), *range(self.current))
        return replace(self, statuses=statuses, current=next((at for at in following if statuses[at] is Status.OPEN), self.current))


class Legend(QWidget):
    """Three lines of text, and a row that says what the marks mean. `decide` is what the keys of the page do."""

    def __init__(self, theme: Theme, scheme: Scheme, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._key = theme, key
        self._painter = SpanPainter(theme, scheme)
        self.mentions = Mentions()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._is_long = self._width_of_row() > _ROOM
        self.setFixedHeight(_TOP + 3 * _PITCH + (84 if self._is_long else 50))
        self._describe()

    def decide(self, status: Status) -> None:
        """Give the current mention a status and go on."""
        self.mentions = self.mentions.decided(status)
        self._describe()
        self.update()

    def _describe(self) -> None:
        said = {Status.OPEN: words("candidate"), Status.ACCEPTED: words("accepted"), Status.REJECTED: words("rejected")}
        names = [f"{name} ({said.get(status, '')})" for (name, _), status in zip(_MENTIONS, self.mentions.statuses, strict=True)]
        self.setAccessibleName(f"{words('Open a page:')} {', '.join(names)} {words('are found; one key decides.')}")

    def _headline(self, painter: QPainter) -> None:
        painter.setFont(self._theme.reading_font(_SIZE))
        metrics = QFontMetricsF(painter.font())
        comma, x, placed, texts = words(", "), 0.0, [], []
        for at, ((name, label), status) in enumerate(zip(_MENTIONS, self.mentions.statuses, strict=True)):
            width = metrics.horizontalAdvance(name)
            item = Item(str(at), 0, len(name), label, name, status, None)
            placed.append(Placed(item, (Row(x + 3, x + 3 + width, self._top(1), _SIZE),), 0))
            texts.append((x + 3, name))
            x += width + 6
            if at + 1 < len(_MENTIONS):
                texts.append((x, comma))
                x += metrics.horizontalAdvance(comma)
        self._spans(painter, placed, texts, _SIZE, current=str(self.mentions.current))
        painter.setPen(QColor(self._theme.surface.text))
        painter.setFont(self._theme.reading_font(_SIZE))
        for line, text in ((0, words("Open a page:")), (2, words("are found; one key decides."))):
            self._write(painter, 0, self._top(line), text, _SIZE)

    def _spans(self, painter: QPainter, placed: list[Placed], texts: list[tuple[float, str]], size: int, *, current: str | None) -> None:
        """Paint fills, text, then what stands over it, as the article does."""
        self._painter.beneath(painter, placed, current)
        painter.setPen(QColor(self._theme.surface.text))
        painter.setFont(self._theme.reading_font(size))
        for x, text in texts:
            self._write(painter, x, placed[0].rows[0].top, text, size)
        self._painter.above(painter, placed, current, has_focus=True)

    @staticmethod
    def _write(painter: QPainter, x: float, top: float, text: str, size: int) -> None:
        # The em box of a Chinese glyph reaches an eighth below the line it stands on.
        painter.drawText(round(x), round(top + size * 0.88), text)

    def _top(self, line: int) -> float:
        return _TOP + line * _PITCH + (_PITCH - _SIZE) / 2

    def _row(self, painter: QPainter) -> None:
        top, x = _TOP + 3 * _PITCH + 20, 0.0
        for at, (status, name, is_current) in enumerate(_states()):
            painter.setFont(self._theme.reading_font(_SMALL))
            width = QFontMetricsF(painter.font()).horizontalAdvance(_SAMPLE)
            item = Item(str(at), 0, 2, _SAMPLE_LABEL, _SAMPLE, status, None)
            # A span that goes on has no chip: it would cover the small text above.
            span = Placed(item, (Row(x + 3, x + 3 + width, top, _SMALL),), 0)
            self._painter.beneath(painter, [span], str(at) if is_current else None)
            painter.setPen(QColor(self._theme.surface.text))
            painter.setFont(self._theme.reading_font(_SMALL))
            self._write(painter, x + 3, top, _SAMPLE, _SMALL)
            self._painter.above(painter, [span], None, has_focus=True)
            if is_current:
                painter.setPen(QColor(self._theme.surface.frame))
                painter.drawRoundedRect(round(x), round(top) - 4, round(width) + 6, _SMALL + 13, 2, 2)
            x = self._name(painter, x + width + 14, top, name) + 20
        self._hint(painter, x, top)

    def _name(self, painter: QPainter, x: float, top: float, name: str) -> float:
        painter.setPen(QColor(self._theme.surface.text_2))
        painter.setFont(self._theme.ui_font(13))
        painter.drawText(round(x), round(top + 15), name)
        return x + QFontMetricsF(painter.font()).horizontalAdvance(name)

    def _width_of_row(self) -> float:
        """Return how wide the row with its hint is, on one line."""
        small = QFontMetricsF(self._theme.reading_font(_SMALL)).horizontalAdvance(_SAMPLE)
        words_of = QFontMetricsF(self._theme.ui_font(13))
        names = sum(words_of.horizontalAdvance(name) + small + 34 for _, name, _ in _states())
        return names + words_of.horizontalAdvance(self._key + words("try accepting")) + 30

    def _hint(self, painter: QPainter, x: float, top: float) -> None:
        if self._is_long:
            x, top = 0.0, top + 34
        width = draw_key(painter, self._theme, round(x), round(top) - 2, self._key)
        self._name(painter, x + width + 8, top, words("try accepting"))

    @override
    def sizeHint(self) -> QSize:
        return QSize(620, self.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._headline(painter)
            self._row(painter)


def _states() -> tuple[tuple[Status, str, bool], ...]:
    """Return what the marks mean: status, name, and whether it is the current one."""
    return (
        (Status.OPEN, words("candidate"), False),
        (Status.ACCEPTED, words("accepted"), False),
        (Status.REJECTED, words("rejected"), False),
        (Status.ADDED, words("added"), False),
        (Status.OPEN, words("current"), True),
    )


def draw_key(painter: QPainter, theme: Theme, x: int, y: int, key: str) -> int:
    """Draw a key cap with its upper left corner at `x`, `y`; return how wide it is (pixels)."""
    painter.setFont(theme.ui_font(12))
    width = round(QFontMetricsF(painter.font()).horizontalAdvance(key)) + 14
    painter.setPen(QColor(theme.surface.control))
    painter.setBrush(QColor(theme.surface.raised))
    painter.drawRoundedRect(x, y, width, 20, 3, 3)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QColor(theme.surface.text_2))
    painter.drawText(x, y, width, 20, Qt.AlignmentFlag.AlignCenter, key)
    return width
