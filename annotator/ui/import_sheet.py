"""The page in the import preview: line by line, with article bands, joins, captions, repeats and the boundary that is held."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from annotator.core.article import ArticleKind, Role
from annotator.session.preview import Place
from annotator.session.preview_lines import PageLine, PageView
from annotator.ui.import_commands import PREVIEW_COMMANDS
from annotator.ui.import_rows import INDENT, LEADING, Row, Rows
from annotator.ui.theme import Theme

_NUMBER, _BAND, _BAND_WIDTH, _ARTICLE, _ROLE = 48, 58, 5, 69, 96
_WIDEST, _NARROWEST = 620, 200
_NEAR = 10
_KEYS = {QKeySequence(key).toString(): command.id for command in PREVIEW_COMMANDS for key in command.keys}
_REPEATING = frozenset(command.id for command in PREVIEW_COMMANDS if command.repeats)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class PageSheet(QAbstractScrollArea):
    """Paints the rows in sight. It takes the keys of the preview before the window's shortcuts see them.

    Signals:
        asked: a command of the preview by key.
        line_clicked, boundary_clicked: the index of a line.
    """

    asked = Signal(str)
    line_clicked = Signal(int)
    boundary_clicked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = Rows(theme)
        self._view = PageView((), ())
        self._place = Place()
        self._is_out = False
        self._notice = ""
        self._is_due = False
        self._small = theme.ui_font(12)
        self._words = self._role_words()
        metrics = QFontMetrics(self._small)
        self._text = _ROLE + max(metrics.horizontalAdvance(word) for word in self._words.values()) + 18
        self._note_width = 8 + max(
            metrics.horizontalAdvance(self.tr("continues line {line}").format(line=999)), metrics.horizontalAdvance("本" * 9)
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setAccessibleName(self.tr("Page"))
        self.verticalScrollBar().setSingleStep(LEADING)

    def show_page(self, view: PageView, *, is_out: bool, notice: str = "") -> None:
        """Show a page, or `notice` in its place; a page left out is dimmed."""
        self._view, self._is_out, self._notice = view, is_out, notice
        self._arrange()

    def show_place(self, place: Place) -> None:
        """Show where the person is, in sight."""
        self._place = place
        if not self._rows.rows:
            return
        line = self._rows.rows[min(place.line, len(self._rows.rows) - 1)].line
        self.setAccessibleDescription(f"{line.number}, {self._words[line.role]}: {line.text}")
        self._bring_into_sight()
        self.viewport().update()

    # Inside

    def _role_words(self) -> Mapping[Role, str]:
        return {
            Role.TITLE: self.tr("Title"),
            Role.SUBTITLE: self.tr("Subtitle"),
            Role.BYLINE: self.tr("Byline"),
            Role.SECTION: self.tr("Section"),
            Role.BODY: self.tr("Body"),
            Role.CAPTION: self.tr("Caption"),
            Role.FURNITURE: self.tr("Column"),
        }

    @property
    def _measure(self) -> int:
        return max(_NARROWEST, min(_WIDEST, self.viewport().width() - self._text - self._note_width - 40))

    def _arrange(self) -> None:
        self._rows.arrange(self._view.lines, self._measure)
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(0, self._rows.height - self.viewport().height()))
        self.viewport().update()

    def _bring_into_sight(self) -> None:
        row = self._rows.rows[min(self._place.line, len(self._rows.rows) - 1)]
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if row.top - 3 * LEADING < bar.value():
            bar.setValue(row.top - 3 * LEADING)
        elif row.top + min(row.height, height // 2) + 3 * LEADING > bar.value() + height:
            bar.setValue(row.top + min(row.height, height // 2) + 3 * LEADING - height)

    # Painting

    def _paint_rows(self, painter: QPainter, box: QRect) -> None:
        rows = self._rows.rows
        first, last = self._rows.at(box.top()), self._rows.at(box.bottom())
        for k in range(max(0, first - 1), last + 1):
            self._paint_band(painter, k)
            self._paint_row(painter, rows[k], rows[k - 1] if k else None, box)
        for k in range(max(0, first - _NEAR), last + 1):
            self._paint_join(painter, rows[k])
        if self._place.is_boundary and self._place.line < len(rows):
            self._paint_boundary(painter, rows[self._place.line])

    def _paint_band(self, painter: QPainter, k: int) -> None:
        """Paint the bar beside row `k`; it runs on behind a caption or column inside the article."""
        rows = self._rows.rows
        row = rows[k]
        article = row.line.article or self._around(k)
        above = rows[k - 1].line.article or self._around(k - 1) if k else 0
        if not article:
            return
        surface = self._theme.surface
        is_current = row.line.part == self._part() or (row.line.article == 0 and article == self._article())
        top = row.top - (row.gap if above == article else 0)
        colour = surface.frame if is_current else surface.control if article % 2 else surface.border
        painter.fillRect(_BAND, top, _BAND_WIDTH, row.bottom - top, QColor(colour))
        if above != article:
            painter.setFont(self._theme.reading_font(17, bold=True))
            painter.setPen(QColor(surface.text if is_current else surface.text_2))
            painter.drawText(QRect(_ARTICLE, row.top, 28, LEADING), _LEFT, str(article))

    def _around(self, k: int) -> int:
        """Return the article in which the caption or column at row `k` stands, 0 if it stands between two."""
        rows = self._rows.rows
        above, below = k, k
        while above >= 0 and not rows[above].line.article:
            above -= 1
        while below < len(rows) and not rows[below].line.article:
            below += 1
        if above < 0 or below >= len(rows) or below - above > _NEAR:
            return 0
        return rows[above].line.article if rows[above].line.article == rows[below].line.article else 0

    def _part(self) -> int:
        lines = self._view.lines
        return lines[self._place.line].part if self._place.line < len(lines) else -1

    def _article(self) -> int:
        lines = self._view.lines
        return lines[self._place.line].article if self._place.line < len(lines) else 0

    def _paint_row(self, painter: QPainter, row: Row, above: Row | None, box: QRect) -> None:
        line, surface = row.line, self._theme.surface
        if row.gap:
            painter.fillRect(_BAND, row.top - row.gap // 2, self._edge() - _BAND, 1, QColor(surface.hairline))
        is_here = not self._place.is_boundary and line.index == self._place.line
        if is_here:
            painter.fillRect(_ROLE - 6, row.top, self._edge() - _ROLE + 6, row.height, QColor(surface.select))
            painter.fillRect(0, row.top, 3, row.height, QColor(surface.frame))
        painter.setFont(self._small)
        painter.setPen(QColor(surface.text if is_here else surface.text_3))
        painter.drawText(QRect(0, row.top, _NUMBER, LEADING), _RIGHT, str(line.number))
        word = self._role_word(line)
        if above is None or word != self._role_word(above.line) or above.line.part != line.part:
            painter.drawText(QRect(_ROLE, row.top, self._text - _ROLE, LEADING), _LEFT, word)
        if note := self._note(line):
            painter.drawText(
                QRect(self._edge() - self._note_width + 8, row.top + 5, self._note_width - 8, max(LEADING, row.height) - 5),
                int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap),
                note,
            )
        self._paint_text(painter, row, box)

    def _paint_text(self, painter: QPainter, row: Row, box: QRect) -> None:
        line, surface = row.line, self._theme.surface
        is_aside = line.role is Role.CAPTION
        quiet = self._is_out or line.repeats is not None or line.kind is ArticleKind.FURNITURE
        colour = surface.text_3 if quiet else surface.text_2 if is_aside or line.role is Role.BYLINE else surface.text
        painter.setPen(QColor(colour))
        left = self._left(line)
        if is_aside:
            painter.fillRect(left - 14, row.top + 3, 3, row.height - 12, QColor(surface.border))
        painter.setOpacity(0.75 if line.repeats is not None else 1.0)
        # Only what is in sight of a long paragraph is drawn.
        clip = QRectF(left, box.top() - LEADING, self._measure, box.height() + 2 * LEADING)
        self._rows.layout(line).draw(painter, QPointF(left, row.top), [], clip)
        painter.setOpacity(1.0)

    def _left(self, line: PageLine) -> int:
        return self._text + (INDENT if line.role is Role.CAPTION else 0)

    def _edge(self) -> int:
        """Where the notes end."""
        return self._text + self._measure + 20 + self._note_width

    def _role_word(self, line: PageLine) -> str:
        if line.repeats is not None:
            return self.tr("Repeat")
        return self.tr("Fragment") if line.asks else self._words[line.role]

    def _note(self, line: PageLine) -> str:
        number = self._view.lines
        if line.goes_on_from is not None:
            return self.tr("continues line {line}").format(line=number[line.goes_on_from].number)
        if line.repeats is not None:
            return self.tr("as line {line}, decided once").format(line=number[line.repeats].number)
        if line.asks and (line.index == 0 or not number[line.index - 1].asks):
            return self.tr("perhaps continues article {article}").format(article=line.asks)
        if line.kind is ArticleKind.CAPTION and line.begins:
            return self.tr("set apart")
        return self.tr("in no article") if line.kind is ArticleKind.FURNITURE and line.begins else ""

    def _paint_join(self, painter: QPainter, row: Row) -> None:
        """Paint the line from where a sentence is cut to where it goes on; to a far place only its beginning and its end."""
        if row.line.goes_on_at is None:
            return
        below = self._rows.rows[row.line.goes_on_at]
        layout = self._rows.layout(row.line)
        last = layout.lineAt(layout.lineCount() - 1)
        x = round(self._left(row.line) + last.naturalTextWidth()) + 4
        y = row.top + (layout.lineCount() - 1) * LEADING + LEADING // 2
        right, left, at = self._text + self._measure + 10, self._text - 9, below.top + LEADING // 2
        painter.setPen(QPen(QColor(self._theme.surface.accent), 1.25))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corner = QPointF(right, y)
        painter.drawLine(QPointF(x, y), corner)
        if 0 < row.line.goes_on_at - row.line.index <= _NEAR:
            turn = below.top - 2
            painter.drawPolyline([corner, QPointF(right, turn), QPointF(left, turn), QPointF(left, at)])
        else:
            painter.drawPolyline([corner + QPointF(-4, -3), corner, corner + QPointF(-4, 3)])
        tip = QPointF(self._text - 3, at)
        painter.drawLine(QPointF(left, at), tip)
        painter.drawPolyline([tip + QPointF(-4, -3), tip, tip + QPointF(-4, 3)])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _paint_boundary(self, painter: QPainter, row: Row) -> None:
        accent = QColor(self._theme.surface.accent)
        y = row.top - max(row.gap // 2, 4)
        painter.fillRect(_BAND - 3, y - 1, self._edge() - _BAND + 3, 2, accent)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(accent)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QPointF(_BAND - 2, y), 5, 5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if row.line.index:
            self._paint_tip(painter, y)

    def _paint_tip(self, painter: QPainter, y: int) -> None:
        """Paint the keys of the boundary at its right end."""
        surface = self._theme.surface
        parts = (("↑", ""), ("↓", self.tr("move")), ("M", self.tr("merge")))
        painter.setFont(self._theme.ui_font(11))
        metrics = painter.fontMetrics()
        width = 8 + sum(20 + (metrics.horizontalAdvance(word) + 10 if word else 2) for _, word in parts)
        box = QRect(self._edge() - width, y - 11, width, 22)
        painter.fillRect(box, QColor(surface.raised))
        painter.setPen(QColor(surface.accent))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        x = box.left() + 7
        for key, word in parts:
            cap = QRect(x, box.top() + 3, 16, 15)
            painter.setPen(QColor(surface.border))
            painter.drawRect(cap)
            painter.setPen(QColor(surface.text_2))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
            x += 20
            if word:
                painter.drawText(QRect(x, box.top(), metrics.horizontalAdvance(word) + 2, box.height()), _LEFT, word)
                x += metrics.horizontalAdvance(word) + 10
            else:
                x += 2

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), QColor(self._theme.surface.paper))
            if not self._rows.rows:
                painter.setFont(self._theme.ui_font(13))
                painter.setPen(QColor(self._theme.surface.text_2))
                box = self.viewport().rect().adjusted(48, 48, -48, -48)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextWordWrap), self._notice)
                return
            offset = self.verticalScrollBar().value()
            painter.translate(0, -offset)
            self._paint_rows(painter, event.rect().translated(0, offset))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._rows.rows or event.button() is not Qt.MouseButton.LeftButton:
            return
        y = event.position().toPoint().y() + self.verticalScrollBar().value()
        row = self._rows.rows[self._rows.at(y)]
        if row.line.begins and y < row.top:
            self.boundary_clicked.emit(row.line.index)
        else:
            self.line_clicked.emit(row.line.index)

    @override
    def event(self, event: QEvent) -> bool:
        # The window has shortcuts on the same keys; while the preview is open they are its own.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _command(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = _command(event)
        if command and (not event.isAutoRepeat() or command in _REPEATING):
            self.asked.emit(command)
        elif not command:
            super().keyPressEvent(event)

    def line_at(self, point: QPoint) -> int:
        """Return the index of the line at `point` of the viewport."""
        return self._rows.rows[self._rows.at(point.y() + self.verticalScrollBar().value())].line.index


def _command(event: QKeyEvent) -> str:
    """Return the command of the preview on the key of `event`; empty if there is none."""
    if event.key() == Qt.Key.Key_Backtab:
        return "previous_part"
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _KEYS.get(QKeySequence(event.key() | modifiers.value).toString(), "")
