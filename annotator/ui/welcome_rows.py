"""Rows of the first page: something to do with its key, and a project opened before."""

from datetime import datetime

from PySide6.QtCore import QLocale, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from annotator.session.recent import Recent
from annotator.ui.plain_label import tip
from annotator.ui.theme import Theme
from annotator.ui.welcome_legend import draw_key, words

_INSET = 12
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _Row(QAbstractButton):
    """A row that Enter or a click chooses; Space and letters are the page's.

    Signals:
        stepped: an arrow asks for the next (1) or previous (-1) row.
    """

    stepped = Signal(int)

    def __init__(self, theme: Theme, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(height)
        self.setMinimumWidth(280)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _ground(self, painter: QPainter) -> None:
        surface = self._theme.surface
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(QColor(surface.frame if self.hasFocus() else surface.hairline), 1))
            painter.setBrush(QColor(surface.select if self.hasFocus() else surface.hover))
            painter.drawRoundedRect(QRect(0, 0, self.width() - 1, self.height() - 1), 4, 4)
            painter.setBrush(Qt.BrushStyle.NoBrush)

    def _write(
        self, painter: QPainter, place: QRect, text: str, *, pixels: int, colour: str, bold: bool = False, right: bool = False
    ) -> int:
        """Write one line, cut where it is too long; return how wide it is."""
        painter.setFont(self._theme.ui_font(pixels, bold=bold))
        painter.setPen(QColor(colour))
        mode = Qt.TextElideMode.ElideRight if bold else Qt.TextElideMode.ElideMiddle
        shown = painter.fontMetrics().elidedText(text, mode, place.width())
        painter.drawText(place, _RIGHT if right else _LEFT, shown)
        return painter.fontMetrics().horizontalAdvance(shown)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            # What scrolls would take them otherwise.
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            event.ignore()


class ActionRow(_Row):
    """What can be done: a bold line, a quiet one, and the key."""

    def __init__(self, theme: Theme, title: str, about: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, 52, parent)
        self._title, self._about, self._key = title, about, key
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(about)

    @override
    def sizeHint(self) -> QSize:
        return QSize(440, self.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._ground(painter)
            painter.setFont(self._theme.ui_font(12))
            width = painter.fontMetrics().horizontalAdvance(self._key) + 14
            draw_key(painter, self._theme, self.width() - width - _INSET, 16, self._key)
            room = self.width() - width - 3 * _INSET
            surface = self._theme.surface
            self._write(painter, QRect(_INSET, 6, room, 21), self._title, pixels=15, colour=surface.text, bold=True)
            self._write(painter, QRect(_INSET, 27, room, 18), self._about, pixels=12, colour=surface.text_2)


class RecentRow(_Row):
    """A project opened before: its digit, title and path, how far it is, and what is wrong with it."""

    def __init__(self, theme: Theme, number: int, recent: Recent, parent: QWidget | None = None) -> None:
        super().__init__(theme, 62, parent)
        self._number = number
        self.recent = recent
        self.show_recent(recent)

    @property
    def trouble(self) -> str:
        """What is wrong with the place of the project, in words; empty where nothing is."""
        if self.recent.is_gone:
            return words("File not found")
        return words("In a folder that {program} synchronises").format(program=self.recent.cloud) if self.recent.cloud else ""

    def show_recent(self, recent: Recent) -> None:
        """Show what is known of the project now."""
        self.recent = recent
        figures = f"{recent.finished}/{recent.articles}" if recent.articles is not None else ""
        self.setText(recent.title)
        self.setToolTip(tip(str(recent.path)))
        self.setAccessibleName(", ".join(part for part in (recent.title, figures, self.trouble) if part))
        self.setAccessibleDescription(words("Enter locates it again, Delete takes it off the list") if recent.is_gone else str(recent.path))
        self.update()

    def _right(self, painter: QPainter) -> tuple[int, int]:
        """Paint what stands at the right; return how much room it takes in the upper and in the lower line."""
        surface, edge, upper = self._theme.surface, self.width() - _INSET, 0
        if self.recent.articles is not None:
            text = f"{self.recent.finished}/{self.recent.articles}"
            upper = self._write(painter, QRect(edge - 80, 10, 80, 20), text, pixels=12, colour=surface.text_2, right=True)
            share = (self.recent.finished or 0) / max(self.recent.articles, 1)
            left = edge - max(upper, 40) - 84
            painter.fillRect(left, 18, 72, 4, QColor(surface.border))
            painter.fillRect(left, 18, round(72 * share), 4, QColor(surface.text_2))
            upper = edge - left
        when = words("Locate again…") if self.recent.is_gone else day_words(self.recent.changed, self._theme.language)
        colour = surface.accent if self.recent.is_gone else surface.text_3
        lower = self._write(painter, QRect(edge - 200, 32, 200, 18), when, pixels=12, colour=colour, right=True)
        if self.trouble:
            place = QRect(edge - lower - 12 - 340, 32, 340, 18)
            lower += 12 + self._write(painter, place, f"⚠ {self.trouble}", pixels=12, colour=surface.warn, right=True)
        return upper, lower

    @override
    def sizeHint(self) -> QSize:
        return QSize(520, self.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        surface = self._theme.surface
        with QPainter(self) as painter:
            painter.fillRect(_INSET, self.height() - 1, self.width() - 2 * _INSET, 1, QColor(surface.hairline))
            self._ground(painter)
            upper, lower = self._right(painter)
            draw_key(painter, self._theme, _INSET, 10, str(self._number))
            left = _INSET + 36
            colour = surface.text_2 if self.recent.is_gone else surface.text
            room = self.width() - left - _INSET - 12
            self._write(
                painter, QRect(left, 8, room - upper, 22), self.recent.title, pixels=15, colour=colour, bold=not self.recent.is_gone
            )
            self._write(painter, QRect(left, 32, room - lower, 18), str(self.recent.path), pixels=12, colour=surface.text_3)


def day_words(when: datetime | None, language: str, *, now: datetime | None = None) -> str:
    """Return when something was changed, as people say it: today with the time, yesterday, else the day."""
    if when is None:
        return ""
    today = (now or datetime.now()).date()  # noqa: DTZ005 (people read it in their own time)
    days = (today - when.date()).days
    if days == 0:
        return words("today {time}").format(time=f"{when:%H:%M}")
    if days == 1:
        return words("yesterday")
    form = (
        ("M月d日" if when.year == today.year else "yyyy年M月d日")
        if language == "zh"
        else ("d MMM" if when.year == today.year else "d MMM yyyy")
    )
    return QLocale(QLocale.Language.Chinese if language == "zh" else QLocale.Language.English).toString(when.date(), form)  # type: ignore[call-overload, no-any-return]
