"""The pane of labels: every label with its key, and what the guideline says of the current one."""

import html
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.core.ruling import Ruling
from annotator.core.scheme import Label, Scheme
from annotator.ui.pane import PaneHead
from annotator.ui.quiet_browser import QuietBrowser
from annotator.ui.theme import Theme

_ROW = 26
_NAME_WIDTH = 44


class LabelGrid(QWidget):
    """Keycap, swatch and short name of every label; a click does what the key does."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, scheme: Scheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("labelGrid")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._scheme = scheme
        self._current = ""
        # English names are longer.
        self._columns = 3 if theme.language == "zh" else 2
        rows = -(-len(scheme.labels) // self._columns)
        self.setFixedHeight(rows * _ROW + 12)

    def show_current(self, label: str) -> None:
        """Mark the label of the current span."""
        if label != self._current:
            self._current = label
            self.update()

    def _box(self, i: int) -> QRect:
        width = (self.width() - 20) // self._columns
        return QRect(10 + (i % self._columns) * width, 4 + (i // self._columns) * _ROW, width, _ROW)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for i, label in enumerate(self._scheme.labels):
                self._paint_label(painter, label, self._box(i))

    def _paint_label(self, painter: QPainter, label: Label, box: QRect) -> None:
        surface = self._theme.surface
        if label.id == self._current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(surface.select))
            painter.drawRoundedRect(box.adjusted(0, 1, -2, -1), 4, 4)
        cap = QRect(box.left() + 5, box.top() + 4, 18, 18)
        painter.setPen(QColor(surface.border))
        painter.setBrush(QColor(surface.raised))
        painter.drawRoundedRect(cap, 3, 3)
        painter.setPen(QColor(surface.text_2))
        painter.setFont(self._theme.ui_font(11))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, label.key)
        painter.fillRect(QRect(cap.right() + 8, box.center().y() - 3, 8, 8), QColor(self._theme.colour(label).line))
        painter.setPen(QColor(surface.text))
        painter.setFont(self._theme.ui_font(13 if self._theme.language == "zh" else 12, bold=label.id == self._current))
        place = box.adjusted(46, 0, -2, 0)
        name = painter.fontMetrics().elidedText(label.short.get(self._theme.language), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, name)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        for i, label in enumerate(self._scheme.labels):
            if self._box(i).contains(event.position().toPoint()):
                self.chosen.emit(label.id)


class LabelPane(QWidget):
    """The labels and the guideline."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, scheme: Scheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self._theme = theme
        self._scheme = scheme
        self._shown = ""
        self._rulings: Mapping[str, Sequence[Ruling]] = {}
        head = PaneHead(theme, self.tr("Labels"))
        head.set_figure(self.tr("a key relabels and accepts"))
        self._grid = LabelGrid(theme, scheme)
        self._guide = QuietBrowser()
        self._guide.setFrameShape(QFrame.Shape.NoFrame)
        self._guide.setFont(theme.ui_font(13))
        self._guide.setOpenLinks(False)
        self._guide.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._guide.setAccessibleName(self.tr("Guideline"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._grid)
        column.addWidget(self._guide, 1)
        self._grid.chosen.connect(self.chosen)

    def show_rulings(self, rulings: Mapping[str, Sequence[Ruling]]) -> None:
        """Show from now on, by label, what was ruled about doubtful cases."""
        if rulings != self._rulings:
            self._rulings = rulings
            shown, self._shown = self._shown, ""
            self.show_label(shown)

    def show_label(self, label_id: str) -> None:
        """Show what the guideline says of a label; an unknown or empty id leaves the pane as it is."""
        self._grid.show_current(label_id)
        label = self._scheme.label(label_id)
        if label is None or label_id == self._shown:
            return
        self._shown = label_id
        self._guide.setHtml(self.guideline(label))

    def guideline(self, label: Label) -> str:
        """Return what the guideline says of `label`, as HTML."""
        language, surface = self._theme.language, self._theme.surface
        colour = self._theme.colour(label)
        marked = "、".join(label.examples)
        unmarked = "；".join(
            c.text + (f"（{c.why.get(language)}）" if language == "zh" else f" ({c.why.get(language)})") for c in label.counterexamples
        )
        ruled = [(self.tr("Ruled") if at == 0 else " ", line) for at, line in enumerate(self._ruled(label.id))]
        rows = [*ruled, (self.tr("Mark"), marked), (self.tr("Not"), unmarked), (self.tr("Edge"), label.boundary.get(language))]
        cells = "".join(
            f'<tr><td style="color:{surface.text_3}; padding-right:10px" width="{_NAME_WIDTH}">{html.escape(name)}</td>'
            f"<td>{html.escape(text)}</td></tr>"
            for name, text in rows
            if text
        )
        name, definition = html.escape(label.name.get(language)), html.escape(label.definition.get(language))
        return (
            f'<p style="line-height:130%; margin:6px"><b><span style="color:{colour.line}">■</span> {name}</b><br>{definition}</p>'
            f'<table cellspacing="0" cellpadding="2" style="margin-left:4px">{cells}</table>'
        )

    def _ruled(self, label: str) -> Sequence[str]:
        rulings = self._rulings.get(label, ())
        if not rulings:
            return ()
        from annotator.session.ruling import said_of  # noqa: PLC0415 (rulings come after the first paint)

        return said_of(rulings, marked=self.tr("marked"), not_marked=self.tr("not marked"), open_="")
