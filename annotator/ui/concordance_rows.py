"""The rows of the concordance: a tick, the words in one column between what stands left and right, what is there, where."""

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QLineF,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from annotator.core.fold import MARKS, Status
from annotator.core.scheme import Scheme
from annotator.session.concordance import Caution, Hit, Sort, Stand
from annotator.session.concordance_search import Concordance
from annotator.session.translating import QT_TRANSLATE_NOOP
from annotator.ui.glyphs import draw_status
from annotator.ui.plain_label import tip
from annotator.ui.quiet_list import QuietList
from annotator.ui.reason import status_words
from annotator.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
HIT = Qt.ItemDataRole.UserRole
ROW = 28
TICKS = 40
_LEFT = 44
_BOX = 14
_STATE = 150
_TITLE = 180
_NARROW = 900
_SIZE = 15
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_TICKED = QT_TRANSLATE_NOOP("Concordance", "ticked")
_NOT_TICKED = QT_TRANSLATE_NOOP("Concordance", "not ticked")
_CAUTIONS = {
    Caution.FINISHED: QT_TRANSLATE_NOOP("Concordance", "finished"),
    Caution.CUTS_WORD: QT_TRANSLATE_NOOP("Concordance", "cuts a word"),
    Caution.REPEAT: QT_TRANSLATE_NOOP("Concordance", "repeat"),
}


def columns(width: int) -> tuple[int, int, int]:
    """Return, for a row of `width` pixels, where the words begin, where the state begins, and where the title does (0: not shown)."""
    title = width - 16 - _TITLE if width >= _NARROW else 0
    state = (title or width - 16) - _STATE - 12
    return _LEFT + (state - _LEFT) * 2 // 5, state, title


class ConcordanceModel(QAbstractListModel):
    """The rows of a `Concordance`, which may grow while they are shown."""

    def __init__(self, concordance: Concordance, scheme: Scheme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._concordance, self._scheme, self._language = concordance, scheme, language
        self._count = len(concordance.shown)
        concordance.reset.connect(self._on_reset)
        concordance.grown.connect(self._on_grown)
        concordance.updated.connect(self._on_updated)

    def state_words(self, at: int) -> str:
        """Return what stands at a hit, and why it is not ticked with others."""
        hit, standing = self._concordance.hits[at], self._concordance.standing(at)
        caution, there = self._concordance.caution(at), standing.at(hit.start, hit.end)
        parts = []
        if there is not None:
            label = self._scheme.label(there.label)
            name = label.short.get(self._language) if label is not None else there.label
            parts.append(name if there.status is not Status.REJECTED else status_words(there.status))
        over = standing.over(hit.start, hit.end) if caution is Caution.INSIDE else None
        if over is not None:
            parts.append(QCoreApplication.translate("Concordance", "in {surface}").format(surface="".join(over.surface.split("\n"))))
        if caution in _CAUTIONS:
            parts.append(QCoreApplication.translate("Concordance", _CAUTIONS[caution]))
        return " · ".join(parts)

    def _on_reset(self) -> None:
        self.beginResetModel()
        self._count = len(self._concordance.shown)
        self.endResetModel()

    def _on_grown(self, before: int) -> None:
        self.beginInsertRows(QModelIndex(), before, len(self._concordance.shown) - 1)
        self._count = len(self._concordance.shown)
        self.endInsertRows()

    def _on_updated(self) -> None:
        if self._count:
            self.dataChanged.emit(self.index(0), self.index(self._count - 1))

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._count

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        at = self._concordance.shown[index.row()]
        hit, is_ticked = self._concordance.hits[at], at in self._concordance.ticked
        if role == HIT:
            return at
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{hit.before}{hit.words}{hit.after}"
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(f"{hit.title}\nA{hit.number:04d} · {hit.file}")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            tick = QCoreApplication.translate("Concordance", _TICKED if is_ticked else _NOT_TICKED)
            there = self._concordance.standing(at).at(hit.start, hit.end)
            state = [status_words(there.status)] if there is not None else []
            return ", ".join(
                (f"{hit.before}{hit.words}{hit.after}", *state, self.state_words(at), tick, f"{index.row() + 1}/{self._count}")
            )
        return None


class ConcordanceDelegate(QStyledItemDelegate):
    """Paints a row; state in the form of the underline, label in its colour, as in the article."""

    def __init__(self, theme: Theme, scheme: Scheme, concordance: Concordance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._scheme, self._concordance = theme, scheme, concordance

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(400, ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        at: int = index.data(HIT)
        surface, box = self._theme.surface, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(surface.select))
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(surface.frame))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(surface.hover))
        hit, standing = self._concordance.hits[at], self._concordance.standing(at)
        there = standing.at(hit.start, hit.end)
        words, state, title = (box.left() + x if x else 0 for x in columns(box.width()))
        self._tick(painter, box, is_ticked=at in self._concordance.ticked, is_free=not standing.begun.is_finished)
        self._line(painter, QRect(box.left() + _LEFT, box.top(), state - box.left() - _LEFT - 12, box.height()), words, hit, there)
        self._state(painter, QRect(state, box.top(), _STATE, box.height()), there, str(self._words_of(index, at)))
        if title:
            painter.setFont(self._theme.ui_font(12))
            painter.setPen(QColor(surface.text_3))
            name = painter.fontMetrics().elidedText(hit.title or hit.file, Qt.TextElideMode.ElideRight, _TITLE)
            painter.drawText(QRect(title, box.top(), _TITLE, box.height()), _RIGHT, name)

    @staticmethod
    def _words_of(index: _Index, at: int) -> str:
        model = index.model()
        return model.state_words(at) if isinstance(model, ConcordanceModel) else ""

    def _tick(self, painter: QPainter, box: QRect, *, is_ticked: bool, is_free: bool) -> None:
        if not is_free:
            return
        surface = self._theme.surface
        square = QRect(box.left() + 16, box.center().y() - _BOX // 2 + 1, _BOX, _BOX)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(surface.text if is_ticked else surface.control), 1))
        painter.setBrush(QColor(surface.text if is_ticked else surface.paper))
        painter.drawRoundedRect(square, 3, 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if is_ticked:
            draw_status(painter, Status.ACCEPTED, square.left() + 1, square.top() + 1, QColor(surface.paper))

    def _line(self, painter: QPainter, room: QRect, left: int, hit: Hit, there: Stand | None) -> None:
        surface, sort = self._theme.surface, self._concordance.sort
        painter.setFont(self._theme.reading_font(_SIZE))
        metrics = painter.fontMetrics()
        width = min(metrics.horizontalAdvance(hit.words), room.right() - left)
        self._words(painter, QRect(left, room.top(), width, room.height()), hit.words, there)
        quiet, loud = QColor(surface.text_3 if hit.is_repeat else surface.text_2), QColor(surface.text)
        right, gap = left + width, 6
        before = QRect(room.left(), room.top(), left - gap - room.left(), room.height())
        after = QRect(right + gap, room.top(), room.right() - right - gap, room.height())
        # The neighbour by which the rows are sorted is set in full ink.
        near = hit.before[-1:] if sort is Sort.LEFT else hit.after[:1] if sort is Sort.RIGHT else ""
        part = metrics.horizontalAdvance(near)
        painter.setPen(loud)
        if sort is Sort.LEFT:
            painter.drawText(before, _RIGHT, near)
            before.setRight(before.right() - part)
        elif sort is Sort.RIGHT:
            painter.drawText(after, _MIDDLE, near)
            after.setLeft(after.left() + part)
        painter.setPen(quiet)
        first, second = hit.before[: len(hit.before) - (sort is Sort.LEFT)], hit.after[sort is Sort.RIGHT :]
        painter.drawText(before, _RIGHT, metrics.elidedText(first, Qt.TextElideMode.ElideLeft, max(before.width(), 0)))
        painter.drawText(after, _MIDDLE, metrics.elidedText(second, Qt.TextElideMode.ElideRight, max(after.width(), 0)))

    def _words(self, painter: QPainter, room: QRect, words: str, there: Stand | None) -> None:
        """Paint the words with the underline, fill or strike of what stands there."""
        surface = self._theme.surface
        status = there.status if there is not None else None
        colour = self._theme.colour(self._scheme.label(there.label)) if there is not None else None
        bottom = room.bottom() - 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        if colour is not None and status in MARKS:
            painter.fillRect(QRect(room.left(), room.top() + 4, room.width(), bottom - room.top() - 3), QColor(colour.soft))
        painter.setPen(QColor(surface.rejected if status is Status.REJECTED else surface.text))
        painter.drawText(room, _MIDDLE, words)
        if status is Status.REJECTED:
            painter.setPen(QPen(QColor(surface.rejected), 1))
            y = room.center().y() + 0.5
            painter.drawLine(QLineF(room.left(), y, room.right(), y))
        elif colour is not None:
            pen = QPen(QColor(colour.line), 2)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if status is Status.OPEN:
                pen.setDashPattern([2.5, 1.5])
            elif status is Status.SKIPPED:
                pen.setDashPattern([1, 1.5])
            painter.setPen(pen)
            painter.drawLine(QLineF(room.left() + 1, bottom, room.right(), bottom))
            if status is Status.ADDED:
                for x in (room.left() + 1, room.right()):
                    painter.drawLine(QLineF(x, bottom + 1, x, bottom - 5))

    def _state(self, painter: QPainter, room: QRect, there: Stand | None, words: str) -> None:
        grey = QColor(self._theme.surface.text_3)
        if there is not None:
            draw_status(painter, there.status, room.left(), room.center().y() - 5, grey)
        painter.setFont(self._theme.ui_font(12))
        ink = self._theme.colour(self._scheme.label(there.label)).ink if there is not None and there.status is not Status.REJECTED else ""
        painter.setPen(QColor(ink) if ink else grey)
        painter.drawText(
            room.adjusted(18, 0, 0, 0), _MIDDLE, painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width() - 18)
        )


class ConcordanceList(QuietList):
    """While it has the focus, single keys and Ctrl+A are its own and reach no command of the window.

    Signals:
        ticked: the reader wants the tick of a row changed.
        key_pressed: a key that is neither a command of the window nor one that turns pages.
    """

    ticked = Signal(int)
    key_pressed = Signal(QKeyEvent)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _is_own(event):
            event.ignore()
            return
        super().keyPressEvent(event)
        if not event.isAccepted():
            self.key_pressed.emit(event)
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        if index.isValid() and point.x() < TICKS:
            self.ticked.emit(index.row())


def _is_own(event: QKeyEvent) -> bool:
    commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    is_all = event.key() == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return is_all or not event.modifiers() & commands
