"""The rows of the command palette: headings, and what can be chosen beneath them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from annotator.core.scheme import Scheme
from annotator.session.palette import Entry, Group, Hit
from annotator.session.translating import QT_TRANSLATE_NOOP
from annotator.ui.glyphs import draw_progress
from annotator.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_HEIGHT, _HEAD = 30, 26
_LEFT = 42
_NAMES = {
    Group.LABEL: QT_TRANSLATE_NOOP("Palette", "Labels"),
    Group.COMMAND: QT_TRANSLATE_NOOP("Palette", "Commands"),
    Group.ARTICLE: QT_TRANSLATE_NOOP("Palette", "Articles"),
}
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def group_name(group: Group) -> str:
    """Return what a group is called, in the language of the window."""
    return QCoreApplication.translate("Palette", _NAMES[group])


class PaletteModel(QAbstractListModel):
    """Hits under the names of their groups."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Hit | Group, ...] = ()

    def show(self, hits: Sequence[Hit], *, has_heads: bool) -> None:
        """Show `hits`, which stand group by group; with `has_heads` each group under its name."""
        self.beginResetModel()
        rows: list[Hit | Group] = []
        for before, hit in zip((None, *hits), hits, strict=False):
            if has_heads and (before is None or before.entry.group is not hit.entry.group):
                rows.append(hit.entry.group)
            rows.append(hit)
        self._rows = tuple(rows)
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """Return what stands in a row; None for a heading or no row at all."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found.entry if isinstance(found, Hit) else None

    def beside(self, row: int, step: int) -> int:
        """Return the next row in the direction of `step` that can be chosen, round the end; -1 where there is none."""
        order = [(row + step * n) % len(self._rows) for n in range(1, len(self._rows) + 1)] if self._rows else []
        return next((at for at in order if self.entry(at) is not None), -1)

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        return super().flags(index) if self.entry(index.row()) is not None else Qt.ItemFlag.NoItemFlags

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.entry.title if isinstance(row, Hit) else group_name(row)
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(row, Hit):
            return ", ".join(part for part in (row.entry.title, group_name(row.entry.group), row.entry.key, row.entry.note) if part)
        return None


class PaletteDelegate(QStyledItemDelegate):
    """Draws a row: swatch, arrow or progress; the title with what was typed underlined; the key or a note at the right."""

    def __init__(self, theme: Theme, scheme: Scheme | None, parent: QWidget | None = None) -> None:
        """Draw labels of `scheme`."""
        super().__init__(parent)
        self._theme = theme
        self._scheme = scheme
        self._progress: Mapping[str, str] = {}

    def show_progress(self, progress: Mapping[str, str]) -> None:
        """Draw articles as far as they are: `open`, `partly`, `finished` by id."""
        self._progress = progress

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(120, _HEIGHT if isinstance(index.data(ROW), Hit) else _HEAD)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(ROW)
        if isinstance(row, Hit):
            self._paint_hit(painter, option, row)
        else:
            painter.setPen(QColor(self._theme.surface.text_3))
            painter.setFont(self._theme.ui_font(12))
            painter.drawText(option.rect.adjusted(16, 4, -16, 0), _MIDDLE, str(index.data()))

    def _paint_hit(self, painter: QPainter, option: QStyleOptionViewItem, hit: Hit) -> None:
        surface, box = self._theme.surface, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(surface.select))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(surface.frame))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(surface.hover))
        self._sign(painter, hit.entry, box)
        room = box.adjusted(_LEFT, 0, -self._right(painter, hit.entry, box) - 12, 0)
        self._title(painter, hit, room)

    def _sign(self, painter: QPainter, entry: Entry, box: QRect) -> None:
        grey = QColor(self._theme.surface.text_3)
        if entry.group is Group.LABEL:
            label = self._scheme.label(entry.id) if self._scheme is not None else None
            painter.fillRect(QRect(box.left() + 17, box.center().y() - 4, 10, 10), QColor(self._theme.colour(label).line))
        elif entry.group is Group.ARTICLE:
            draw_progress(painter, self._progress.get(entry.id, "open"), box.left() + 16, box.top() + 9, grey)
        else:
            painter.setPen(grey)
            painter.setFont(self._theme.ui_font(13))
            painter.drawText(box.adjusted(18, 0, 0, 0), _MIDDLE, "›")

    def _title(self, painter: QPainter, hit: Hit, room: QRect) -> None:
        """Draw the title; its part that the query stands for is bold and underlined."""
        title = hit.entry.title
        plain, meant = self._theme.ui_font(13), QFont(self._theme.ui_font(13, bold=True))
        meant.setUnderline(True)
        painter.setPen(QColor(self._theme.surface.text))
        for part, font in ((title[: hit.start], plain), (title[hit.start : hit.end], meant), (title[hit.end :], plain)):
            painter.setFont(font)
            words = painter.fontMetrics().elidedText(part, Qt.TextElideMode.ElideRight, max(room.width(), 0))
            painter.drawText(room, _MIDDLE, words)
            room = room.adjusted(painter.fontMetrics().horizontalAdvance(words), 0, 0, 0)

    def _right(self, painter: QPainter, entry: Entry, box: QRect) -> int:
        """Draw the key or the note; return how much room it takes."""
        surface = self._theme.surface
        painter.setFont(self._theme.ui_font(11 if entry.key else 12))
        words = painter.fontMetrics().elidedText(entry.key or entry.note, Qt.TextElideMode.ElideMiddle, box.width() // 2)
        if not words:
            return 16
        width = painter.fontMetrics().horizontalAdvance(words)
        if entry.key:
            cap = QRect(box.right() - 16 - width - 10, box.center().y() - 8, width + 10, 18)
            painter.setPen(QColor(surface.border))
            painter.setBrush(QColor(surface.raised))
            painter.drawRoundedRect(cap, 3, 3)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(surface.text_2))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, words)
            return width + 26
        painter.setPen(QColor(surface.text_3))
        painter.drawText(box.adjusted(0, 0, -16, 0), _MIDDLE | Qt.AlignmentFlag.AlignRight, words)
        return width + 16
