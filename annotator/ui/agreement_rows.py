"""The disagreements behind a number: each a sentence with one lane for each person."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from annotator.agreement.disagreements import Cluster, Kind
from annotator.session.agreeing_rows import Lane, Row, Sentences
from annotator.session.translating import QT_TRANSLATE_NOOP
from annotator.ui.agreement_paint import MIDDLE, RIGHT
from annotator.ui.agreement_words import Namer, kind_words, words
from annotator.ui.quiet_list import QuietList
from annotator.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_AFTER = 6
_LEFT, _RIGHT, _LANE, _TOP = 64, 16, 16, 52
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_J: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_K: -1}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class RowsModel(QAbstractListModel):
    """Rows of clusters; a row's sentence is cut when it is first painted or read."""

    def __init__(self, sentences: Sentences, namer: Namer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentences, self._namer = sentences, namer
        self._people: tuple[str, ...] = ()
        self._clusters: tuple[Cluster, ...] = ()
        self._made: dict[int, Row] = {}

    @property
    def clusters(self) -> tuple[Cluster, ...]:
        """What is listed."""
        return self._clusters

    @property
    def people(self) -> tuple[str, ...]:
        """Whose lanes are shown, in this order."""
        return self._people

    def show(self, clusters: Sequence[Cluster], people: Sequence[str]) -> None:
        """List other clusters."""
        self.beginResetModel()
        self._clusters, self._people, self._made = tuple(clusters), tuple(people), {}
        self.endResetModel()

    def row(self, at: int) -> Row:
        """Return a row."""
        if at not in self._made:
            self._made[at] = self._sentences.row(self._clusters[at], self._people)
        return self._made[at]

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._clusters)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == _ROW:
            return self.row(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.row(index.row()).text
        return self._told(index.row()) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _told(self, at: int) -> str:
        row = self.row(at)
        lanes = (f"{self._namer.person(lane.person)}: {self._marks(row, lane)}" for lane in row.lanes)
        name = self._namer.article(row.cluster.article)
        return ", ".join((kinds_words(row.cluster), row.text, *lanes, name, f"{at + 1}/{len(self._clusters)}"))

    def _marks(self, row: Row, lane: Lane) -> str:
        marks = (f"{row.text[start:end]} {self._namer.label(label)}" for start, end, label in lane.marks)
        return " + ".join(marks) or words(QT_TRANSLATE_NOOP("Agreement", "not marked"))


def kinds_words(cluster: Cluster) -> str:
    """Return all that differs in a cluster, in words."""
    if cluster.kind in {Kind.AGREE, Kind.BOTH}:
        return kind_words(cluster.kind)
    return words(QT_TRANSLATE_NOOP("Agreement", ", ")).join(kind_words(kind) for kind in Kind if kind in cluster.aspects)


class _Paint(QStyledItemDelegate):
    def __init__(self, theme: Theme, namer: Namer, model: RowsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._namer, self._model = theme, namer, model

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(320, _TOP + _LANE * len(self._model.people) + 10)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: Row = index.data(_ROW)
        surface, box = self._theme.surface, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(surface.select))
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(surface.frame))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(surface.hover))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), QColor(surface.hairline))
        self._head(painter, QRect(box.left() + 16, box.top() + 6, box.width() - 16 - _RIGHT, 18), row, index.row())
        line = QRect(box.left() + _LEFT, box.top() + 25, box.width() - _LEFT - _RIGHT, 24)
        painter.setFont(self._theme.reading_font(16))
        metrics = painter.fontMetrics()
        first = _first(row, metrics, line.width())
        painter.setPen(QColor(surface.text))
        painter.drawText(line, MIDDLE, metrics.elidedText(row.text[first:], Qt.TextElideMode.ElideRight, line.width()))
        for at, lane in enumerate(row.lanes):
            self._lane(painter, QRect(line.left(), box.top() + _TOP + at * _LANE, line.width(), _LANE), row, lane, (metrics, first))

    def _head(self, painter: QPainter, room: QRect, row: Row, at: int) -> None:
        painter.setFont(self._theme.ui_font(12, bold=True))
        kind = kinds_words(row.cluster)
        width = painter.fontMetrics().horizontalAdvance(kind) + 12
        painter.setPen(QColor(self._theme.surface.text))
        painter.drawText(room, RIGHT, kind)
        painter.setFont(self._theme.ui_font(12))
        painter.setPen(QColor(self._theme.surface.text_3))
        painter.drawText(room, MIDDLE, str(at + 1))
        name = room.adjusted(_LEFT - 16, 0, -width, 0)
        title = painter.fontMetrics().elidedText(self._namer.article(row.cluster.article), Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, MIDDLE, title)

    def _lane(self, painter: QPainter, room: QRect, row: Row, lane: Lane, shown: tuple[QFontMetrics, int]) -> None:
        surface, y = self._theme.surface, room.center().y()
        metrics, first = shown
        painter.setFont(self._theme.ui_font(11))
        painter.setPen(QColor(surface.text_2))
        own = painter.fontMetrics()
        name = QRect(room.left() - _LEFT + 16, room.top(), _LEFT - 22, room.height())
        person = own.elidedText(self._namer.person(lane.person), Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, MIDDLE, person)
        painter.fillRect(QRect(room.left(), y, room.width(), 1), QColor(surface.hairline))

        def x(offset: int) -> int:
            return room.left() + metrics.horizontalAdvance(row.text[first : max(offset, first)])

        parts = [(x(start), x(end), label) for start, end, label in lane.marks]
        if not parts:
            self._chip(painter, room, x(row.start), (words(QT_TRANSLATE_NOOP("Agreement", "not marked")), surface.text_3))
        for left, right, label in parts:
            colour = self._theme.colour(self._namer.scheme.label(label))
            painter.fillRect(QRect(left, y - 2, max(min(right, room.right()) - left, 2), 5), QColor(colour.line))
        if parts:
            names = dict.fromkeys(self._namer.label(label) for _, _, label in parts)
            ink = self._theme.colour(self._namer.scheme.label(parts[0][2])).ink
            self._chip(painter, room, max(right for _, right, _ in parts) + 6, (" + ".join(names), ink))

    def _chip(self, painter: QPainter, room: QRect, left: int, said: tuple[str, str]) -> None:
        """Write words into a lane, on its ground so that the line does not strike them."""
        text, ink = said
        width = painter.fontMetrics().horizontalAdvance(text)
        left = max(min(left, room.right() - width - 4), room.left())
        painter.fillRect(QRect(left - 2, room.center().y(), width + 4, 1), QColor(self._theme.surface.panel))
        painter.setPen(QColor(ink))
        painter.drawText(QRect(left, room.top(), width + 2, room.height()), MIDDLE, text)


def _first(row: Row, metrics: QFontMetrics, width: int) -> int:
    """Return from which character on the sentence is shown, so that the disagreement and some words after it fit."""
    first = 0
    while first < row.start and metrics.horizontalAdvance(row.text[first : row.end + _AFTER]) > width:
        first += 1
    return first


class Rows(QuietList):
    """While it has the focus J and K step through it, and Enter opens the place in its article.

    Signals:
        place_asked: the cluster whose place is wanted.
    """

    place_asked = Signal(object)

    def __init__(self, theme: Theme, sentences: Sentences, namer: Namer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowsModel(sentences, namer, self)
        self.setObjectName("agreementRows")
        self.setModel(self.rows)
        self.setItemDelegate(_Paint(theme, namer, self.rows, self))
        self.setAccessibleName(words(QT_TRANSLATE_NOOP("Agreement", "Disagreements")))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.doubleClicked.connect(self._on_double_clicked)

    def show_clusters(self, clusters: Sequence[Cluster], people: Sequence[str]) -> None:
        """List other clusters, the first of them current."""
        self.rows.show(clusters, people)
        if clusters:
            self.setCurrentIndex(self.rows.index(0))
        self.scrollToTop()

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.place_asked.emit(self.rows.clusters[index.row()])

    @override
    def event(self, event: QEvent) -> bool:
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if isinstance(event, QKeyEvent) and is_key and not event.modifiers() and Qt.Key(event.key()) in {*_STEPS, *_ENTER}:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers():
            at = min(max(self.currentIndex().row() + step, 0), self.rows.rowCount() - 1)
            self.setCurrentIndex(self.rows.index(at))
            self.scrollTo(self.currentIndex(), QListView.ScrollHint.EnsureVisible)
        elif event.key() in _ENTER and self.currentIndex().isValid():
            self._on_double_clicked(self.currentIndex())
        else:
            super().keyPressEvent(event)
