"""A slim bar over the article: one step of the tour, its key, and the way out."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.ui.plain_label import PlainLabel
from annotator.ui.theme import Theme

_BESIDE_FROM = 560


class TourBar(QWidget):
    """Says what to do; it takes no key, so that the article has them all.

    Signals:
        skipped: the reader wants no tour.
    """

    skipped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        s = theme.surface
        self.setObjectName("tour")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(
            f"QWidget#tour {{ background: {s.accent_soft}; border-bottom: 1px solid {s.hairline}; }}"
            f"QLabel#tourKey {{ background: {s.raised}; border: 1px solid {s.control}; border-radius: 4px; padding: 2px 8px; }}"
        )
        self._steps = _Steps(theme)
        self._key = PlainLabel()
        self._key.setObjectName("tourKey")
        self._key.setFont(theme.ui_font(13, bold=True))
        self.sentence = PlainLabel()
        self.sentence.setFont(theme.ui_font(14))
        self.sentence.setWordWrap(True)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.skip = QPushButton()
        self.skip.setFont(theme.ui_font(12))
        self.skip.setProperty("isSmall", True)
        self.skip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.skip.clicked.connect(self.skipped)
        for widget in (self._key, self.skip):
            widget.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout()
        self._row.setSpacing(14)
        self._row.addWidget(self._steps)
        self._row.addWidget(self._key)
        self._row.addStretch(0)
        self._row.addWidget(self.skip)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 8, 12, 8)
        self._column.setSpacing(6)
        self._column.addLayout(self._row)
        self._column.addWidget(self.sentence)

    def show_step(self, at: int, everything: int, sentence: str, key: str) -> None:
        """Show step `at` (from 0) of `everything`; `at` beyond the last one is the end."""
        self._steps.show_step(at, everything)
        self._key.setText(key)
        self._key.setVisible(bool(key))
        self.sentence.setText(sentence)
        is_over = at >= everything
        words = QCoreApplication.translate("Tour", "Close") if is_over else QCoreApplication.translate("Tour", "Skip the tour")
        self.skip.setText(f"{words}   Esc")
        self.setAccessibleName(sentence)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_beside = self._row.indexOf(self.sentence) >= 0
        if is_beside == (event.size().width() >= _BESIDE_FROM):
            return
        # Beside the key where there is room, else under it.
        (self._row if is_beside else self._column).removeWidget(self.sentence)
        if is_beside:
            self._column.addWidget(self.sentence)
        else:
            self._row.insertWidget(2, self.sentence, 1)


class _Steps(QWidget):
    """A dot for each step: filled where it is done, ringed where it waits; the figure says the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._at, self._all = 0, 1
        self.setFixedHeight(16)

    def show_step(self, at: int, everything: int) -> None:
        self._at, self._all = at, everything
        self.setFixedWidth(11 * everything + 30)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            surface = self._theme.surface
            for step in range(self._all):
                painter.setPen(QColor(surface.frame if step <= self._at else surface.control))
                painter.setBrush(QColor(surface.frame) if step < self._at else Qt.BrushStyle.NoBrush)
                painter.drawEllipse(11 * step + 1, 5, 6, 6)
            painter.setPen(QColor(surface.text_2))
            painter.setFont(self._theme.ui_font(12))
            place = self.rect().adjusted(11 * self._all + 2, 0, 0, 0)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, f"{min(self._at + 1, self._all)}/{self._all}")
