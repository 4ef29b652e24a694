"""You and gold: what a person marked beside what was ruled, so that the guideline is learned from one's own pages."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QLabel, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.core.scheme import Scheme
from annotator.core.span import Span
from annotator.project.adjudicating_lessons import Difference, Lesson
from annotator.session.translating import QT_TRANSLATE_NOOP
from annotator.ui.adjudicate_words import label_words, words
from annotator.ui.plain_label import PlainLabel
from annotator.ui.quiet_list import QuietList
from annotator.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_ROW = 48
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
KINDS = {
    Difference.MISSED: QT_TRANSLATE_NOOP("Adjudicate", "you missed"),
    Difference.EXTRA: QT_TRANSLATE_NOOP("Adjudicate", "not a mention in gold"),
    Difference.BOUNDARY: QT_TRANSLATE_NOOP("Adjudicate", "other boundary"),
    Difference.LABEL: QT_TRANSLATE_NOOP("Adjudicate", "other label"),
    Difference.BOTH: QT_TRANSLATE_NOOP("Adjudicate", "other boundary and label"),
    Difference.SAME: QT_TRANSLATE_NOOP("Adjudicate", "the same"),
}
"""In the order of the keys 1 to 6; 0 shows all that differ."""


class _Model(QAbstractListModel):
    def __init__(self, lessons: Sequence[Lesson], scheme: Scheme, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._all, self._scheme, self._language = lessons, scheme, language
        self.rows: list[Lesson] = []

    def show(self, kind: Difference | None) -> None:
        """Show the lessons of one kind, or all that differ."""
        self.beginResetModel()
        self.rows = [x for x in self._all if (x.difference is kind if kind else x.difference is not Difference.SAME)]
        self.endResetModel()

    def said(self, lesson: Lesson) -> str:
        """Return what was marked and what is gold."""
        mine, gold = (self._span(span, said) for span, said in zip((lesson.mine, lesson.gold), lesson.words, strict=True))
        return gold if lesson.difference is Difference.SAME else words("you: {mine}   gold: {gold}").format(mine=mine, gold=gold)

    def _span(self, span: Span | None, said: str) -> str:
        if span is None:
            return words("nothing")
        return words("“{surface}” {label}").format(surface=said, label=label_words(self._scheme, span.label, self._language))

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        lesson = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{lesson.before}{lesson.surface}{lesson.after}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{lesson.before}{lesson.surface}{lesson.after}, {words(KINDS[lesson.difference])}, {self.said(lesson)}, {lesson.name}"
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, scheme: Scheme, model: _Model, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._scheme, self._model = theme, scheme, model

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(400, _ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        lesson, surface, box = self._model.rows[index.row()], self._theme.surface, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(surface.select))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(surface.frame))
        shown = lesson.gold or lesson.mine
        colour = self._theme.colour(self._scheme.label(shown.label) if shown is not None else None)
        room = QRect(box.left() + 24, box.top() + 3, box.width() - 120, 26)
        painter.setFont(self._theme.reading_font(15))
        metrics = painter.fontMetrics()
        before = metrics.elidedText(lesson.before, Qt.TextElideMode.ElideLeft, max(room.width() // 3, 40))
        x = room.left() + metrics.horizontalAdvance(before)
        own = metrics.horizontalAdvance(lesson.surface)
        painter.setPen(QColor(surface.text_2))
        painter.drawText(room, _MIDDLE, before)
        painter.fillRect(QRect(x, room.bottom() - 1, own, 2), QColor(colour.line))
        painter.drawText(
            QRect(x + own, room.top(), max(room.right() - x - own, 0), 26),
            _MIDDLE,
            metrics.elidedText(lesson.after, Qt.TextElideMode.ElideRight, max(room.right() - x - own, 0)),
        )
        painter.setPen(QColor(surface.text))
        painter.drawText(QRect(x, room.top(), own + 4, 26), _MIDDLE, lesson.surface)
        painter.setFont(self._theme.ui_font(12))
        painter.setPen(QColor(surface.text_3))
        painter.drawText(box.adjusted(0, 3, -24, -19), _MIDDLE | Qt.AlignmentFlag.AlignRight, lesson.name)
        painter.setPen(QColor(colour.ink))
        said = f"{words(KINDS[lesson.difference])}   {self._model.said(lesson)}"
        painter.drawText(box.adjusted(24, 26, -24, 0), _MIDDLE, said)


class MinePage(QWidget):
    """The list; digits choose a kind.

    Signals:
        left: the reader is done.
        place_asked: an article and where in it the reader wants to look.
    """

    left = Signal()
    place_asked = Signal(str, int, int)

    def __init__(self, theme: Theme, scheme: Scheme, lessons: Sequence[Lesson], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(words("You and gold"))
        self._kinds = list(KINDS)
        self.model = _Model(lessons, scheme, theme.language, self)
        self._rows = QuietList()
        self._rows.setObjectName("concordance")
        self._rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rows.setModel(self.model)
        self._rows.setItemDelegate(_Delegate(theme, scheme, self.model, self._rows))
        self._rows.setAccessibleName(words("You and gold"))
        self._rows.doubleClicked.connect(self._on_double_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line(theme, f"{words('You and gold')}   {self._figures(lessons)}", is_bold=True))
        column.addWidget(self._rows, 1)
        self._nothing = self._line(theme, words("Nothing that you finished is gold yet, or you differ nowhere."))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._nothing, 1)
        column.addWidget(self._line(theme, words("1–6 one kind   0 all that differs   J K step   Enter show in the article   Esc back")))
        self._show(None)

    def _figures(self, lessons: Sequence[Lesson]) -> str:
        count = Counter(lesson.difference for lesson in lessons)
        return "   ".join(f"{key} {words(KINDS[kind])} {count[kind]}" for key, kind in enumerate(self._kinds, start=1))

    @staticmethod
    def _line(theme: Theme, text: str, *, is_bold: bool = False) -> QLabel:
        label = PlainLabel(text)
        label.setObjectName("" if is_bold else "meta")
        label.setFont(theme.ui_font(13, bold=is_bold))
        label.setWordWrap(True)
        label.setContentsMargins(24, 10, 24, 10)
        return label

    def _show(self, kind: Difference | None) -> None:
        self.model.show(kind)
        self._nothing.setVisible(not self.model.rows)
        self._rows.setVisible(bool(self.model.rows))
        self._rows.setCurrentIndex(self.model.index(0))

    def _step(self, step: int) -> None:
        row = max(0, min(self._rows.currentIndex().row() + step, len(self.model.rows) - 1))
        self._rows.setCurrentIndex(self.model.index(row))
        self._rows.scrollTo(self.model.index(row))

    def _ask(self) -> None:
        row = self._rows.currentIndex().row()
        if 0 <= row < len(self.model.rows):
            lesson = self.model.rows[row]
            span = lesson.mine or lesson.gold
            if span is not None:
                self.place_asked.emit(lesson.article, span.start, span.end)

    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self._ask()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._ask()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_J, Qt.Key.Key_Up, Qt.Key.Key_K}:
            self._step(1 if key in {Qt.Key.Key_Down, Qt.Key.Key_J} else -1)
        elif text.isdecimal() and int(text) <= len(self._kinds):
            self._show(self._kinds[int(text) - 1] if int(text) else None)
        else:
            super().keyPressEvent(event)
