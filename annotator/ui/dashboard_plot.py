"""One plot of the dashboard: a picture that was drawn elsewhere, with the keyboard's ring and its keys."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from annotator.project.dashboard_charts import Chart, Pixels, height_of
from annotator.session.dashboard import words
from annotator.ui.theme import Theme

_NARROWEST = 320
_KEYS = frozenset({Qt.Key.Key_S})


class Plot(QWidget):
    """Shows the picture of a chart at the size of the widget; `S` asks to save it.

    Signals:
        save_asked: the reader wants it in a file.
        resized: it needs another picture.
    """

    save_asked = Signal()
    resized = Signal()

    def __init__(self, theme: Theme, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(chart.name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_NARROWEST)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self._theme, self.chart = theme, chart
        self.picture: QImage | None = None
        self.setFixedHeight(height_of(chart))
        self.setToolTip(words("S saves this plot as PNG, SVG or CSV."))
        self.setAccessibleName(chart.title)
        header, rows = chart.table()
        self.setAccessibleDescription("; ".join(", ".join(map(str, row)) for row in (header, *rows[:20])))

    def show_chart(self, chart: Chart) -> None:
        """Show another chart; the picture of the one before stays until there is a new one."""
        self.chart = chart
        self.setFixedHeight(height_of(chart))
        self.setAccessibleName(chart.title)

    def show_picture(self, pixels: Pixels) -> None:
        """Show what was drawn."""
        image = QImage(pixels.data, pixels.width, pixels.height, 4 * pixels.width, QImage.Format.Format_RGBA8888)
        # The bytes belong to Python; a copy does not depend on them.
        self.picture = image.copy()
        self.picture.setDevicePixelRatio(self.devicePixelRatioF())
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(520, self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.resized.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS and not event.modifiers():
            self.save_asked.emit()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            surface = self._theme.surface
            painter.fillRect(self.rect(), QColor(surface.paper))
            if self.picture is not None:
                painter.drawImage(0, 0, self.picture)
            else:
                painter.setPen(QColor(surface.text_3))
                painter.setFont(self._theme.ui_font(12))
                painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words("Being drawn…"))
            if self.hasFocus():
                self._ring(painter)

    def _ring(self, painter: QPainter) -> None:
        surface = self._theme.surface
        painter.setPen(QPen(QColor(surface.frame), 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.setFont(self._theme.ui_font(11))
        hint = f"S  {words('save')}"
        width = painter.fontMetrics().horizontalAdvance(hint) + 12
        box = QRect(self.width() - width - 6, self.height() - 22, width, 17)
        painter.fillRect(box, QColor(surface.text))
        painter.setPen(QColor(surface.paper))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, hint)
