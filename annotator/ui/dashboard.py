"""The page of the dashboard: plots with the tables behind them, whose work they count, and the workload sheet."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.core.scheme import Label
from annotator.project.dashboard import Scope
from annotator.project.dashboard_charts import Chart, Look, Pixels, height_of
from annotator.session.dashboard import Dashboard, Draw, Part, words
from annotator.ui.chip import Chip, Option
from annotator.ui.dashboard_plot import Plot
from annotator.ui.dashboard_table import FigureTable
from annotator.ui.plain_label import PlainLabel
from annotator.ui.theme import Theme

_BESIDE_FROM = 1000
_AFTER = 120


class _Section(QWidget):
    """One plot and its table, side by side where there is room."""

    def __init__(self, theme: Theme, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = Plot(theme, part.chart)
        self.table = FigureTable(theme)
        self.nothing = PlainLabel()
        self.nothing.setFont(theme.ui_font(13))
        self.nothing.setObjectName("meta")
        self.nothing.setWordWrap(True)
        self._title = PlainLabel(part.chart.title)
        self._title.setFont(theme.ui_font(13, bold=True))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(24)
        self._row.addWidget(self.plot, 3, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.table, 2, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        column.addWidget(self.nothing)
        column.addLayout(self._row)
        self.show_part(part)

    def show_part(self, part: Part) -> None:
        """Show other figures."""
        self.plot.show_chart(part.chart)
        self.table.show_rows(part.chart.title, part.header, part.rows, height=height_of(part.chart))
        self.nothing.setText(part.nothing)
        for widget, is_shown in ((self.plot, not part.is_empty), (self.table, not part.is_empty)):
            widget.setVisible(is_shown)
        for label in (self.nothing, self._title):
            label.setVisible(part.is_empty)

    def lay_out(self, *, is_wide: bool) -> None:
        """Put the table beside the plot, or under it."""
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)


class DashboardPage(QWidget):
    """Plots and tables of one project. Tab goes from one to the next, `S` saves the plot that has the focus, `W` the workload sheet.

    Signals:
        left: the reader is done.
        closed: the page is not shown any more, whoever took it away.
        scope_chosen: whose work is to be counted (a `Scope`).
        save_asked: the name of the chart that is to be saved.
        workload_asked: the workload sheet is to be saved.
    """

    left = Signal()
    closed = Signal()
    scope_chosen = Signal(object)
    save_asked = Signal(str)
    workload_asked = Signal()

    def __init__(self, theme: Theme, dashboard: Dashboard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setStyleSheet(_style(theme))
        self._theme, self._dashboard = theme, dashboard
        self.sections: dict[str, _Section] = {}
        self.person = Chip(theme, words("People"), self._people)
        self.round = Chip(theme, words("Round"), self._rounds)
        self.workload = self._button(words("Workload sheet…") + "   W")
        self.message = PlainLabel(words("Counting…"))
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER)
        self._soon.timeout.connect(self._on_settled)
        self.person.chosen.connect(self._on_chosen)
        self.round.chosen.connect(self._on_chosen)
        self.workload.clicked.connect(self.workload_asked)
        dashboard.counted.connect(self._on_counted)
        dashboard.drawn.connect(self._on_drawn)
        self._on_counted()

    def say(self, sentence: str) -> None:
        """Show a sentence at the bottom until the next one."""
        self.message.setText(sentence)

    def chart(self, name: str) -> Chart | None:
        """Return the chart called `name`, or None."""
        section = self.sections.get(name)
        return section.plot.chart if section is not None else None

    def _people(self) -> Sequence[Option]:
        figures = self._dashboard.figures
        if figures is None:
            return [("", words("everybody"))]
        named = sorted(figures.names.items(), key=lambda pair: pair[1])
        return named if figures.owner else [("", words("everybody")), *named]

    def _rounds(self) -> Sequence[Option]:
        figures = self._dashboard.figures
        return [("", words("all rounds")), *((name, name) for name in (figures.rounds if figures is not None else ()))]

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setFont(self._theme.ui_font(12))
        button.setProperty("isSmall", True)
        return button

    def _lay_out(self) -> None:
        head = QWidget()
        head.setObjectName("importHead")
        head.setFixedHeight(44)
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(8)
        back = self._button(words("Back") + "   Esc")
        back.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        back.clicked.connect(self.left)
        row.addWidget(self.person)
        row.addWidget(self.round)
        row.addStretch(1)
        row.addWidget(self.workload)
        row.addWidget(back)
        sheet = QWidget()
        sheet.setObjectName("dashboardSheet")
        self._column = QVBoxLayout(sheet)
        self._column.setContentsMargins(24, 20, 24, 20)
        self._column.setSpacing(28)
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(sheet)
        self.message.setObjectName("saidHere")
        self.message.setFont(self._theme.ui_font(12))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.message)

    def _on_counted(self) -> None:
        figures = self._dashboard.figures
        if figures is None:
            return
        self.person.show_value(figures.scope.people[0] if figures.scope.people else "")
        self.round.show_value(figures.scope.round)
        for part in self._dashboard.parts(partial(line_of, self._theme)):
            section = self.sections.get(part.chart.name)
            if section is None:
                self._add(part)
            else:
                section.show_part(part)
        self._arrange()
        self.say(words("Tab goes on · S saves the plot · W the workload sheet · Ctrl+C copies a table"))
        if self.hasFocus():
            self._take_focus()
        self._soon.start()

    def _add(self, part: Part) -> None:
        section = self.sections[part.chart.name] = _Section(self._theme, part)
        section.plot.save_asked.connect(self._on_save_asked)
        section.plot.resized.connect(self._soon.start)
        self._column.insertWidget(self._column.count() - 1, section)

    def _take_focus(self) -> None:
        first = next((s.plot for s in self.sections.values() if not s.plot.isHidden()), self.person)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_settled(self) -> None:
        """Ask for pictures of the size that the plots have now."""
        look, ratio = look_of(self._theme), self.devicePixelRatioF()
        plots = [section.plot for section in self.sections.values() if not section.plot.isHidden()]
        self._dashboard.draw([Draw(p.chart, look, p.width(), p.height(), ratio) for p in plots])

    def _on_drawn(self, name: str, picture: object) -> None:
        if name in self.sections and isinstance(picture, Pixels):
            self.sections[name].plot.show_picture(picture)

    def _on_chosen(self) -> None:
        person = self.person.value
        self.say(words("Counting…"))
        self.scope_chosen.emit(Scope((person,) if person else (), self.round.value))

    def _on_save_asked(self) -> None:
        plot = self.sender()
        if isinstance(plot, Plot):
            self.save_asked.emit(plot.chart.name)

    def _arrange(self) -> None:
        for section in self.sections.values():
            section.lay_out(is_wide=self.width() >= _BESIDE_FROM)

    @override
    def event(self, event: QEvent) -> bool:
        # These keys are this page's, whatever the window has on them.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_W and not event.modifiers():
            self.workload_asked.emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.closed.emit()


def look_of(theme: Theme) -> Look:
    """Return how charts look in a theme."""
    s = theme.surface
    return Look(s.paper, s.text, s.text_2, s.hairline, theme.ui_families)


def line_of(theme: Theme, label: Label | None) -> str:
    """Return the colour in which a label, or (None) what belongs to no label, is drawn."""
    return theme.colour(label).line


def _is_own(event: QKeyEvent) -> bool:
    return event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_W, Qt.Key.Key_S} and not event.modifiers()


def _style(theme: Theme) -> str:
    s = theme.surface
    return f"""
QWidget#dashboardSheet, QScrollArea {{ background: {s.paper}; border: none; }}
QTableView {{ background: {s.paper}; color: {s.text}; outline: none; selection-background-color: {s.select}; selection-color: {s.text};
  border: 1px solid {s.paper}; }}
QTableView:focus {{ border: 2px solid {s.frame}; }}
QTableView::item {{ padding: 0 8px; border-bottom: 1px solid {s.hairline}; }}
QHeaderView {{ background: {s.paper}; border: none; }}
QHeaderView::section {{ background: {s.paper}; color: {s.text_3}; border: none; border-bottom: 1px solid {s.border}; padding: 2px 8px; }}
QLabel#saidHere {{ background: {s.window}; border-top: 1px solid {s.hairline}; color: {s.text_2}; padding: 6px 16px; }}
"""
