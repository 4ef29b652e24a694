"""The list of doubtful cases."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from annotator.project.ruling import Question
from annotator.session.ruling import line_of
from annotator.ui.quiet_list import QuietList
from annotator.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_QUESTION = Qt.ItemDataRole.UserRole
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class _Questions(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.questions: Sequence[Question] = ()

    def show(self, questions: Sequence[Question]) -> None:
        if questions is not self.questions:
            self.beginResetModel()
            self.questions = questions
            self.endResetModel()

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.questions)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        question = self.questions[index.row()]
        if role == _QUESTION:
            return question
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return " ".join(line_of(question))
        return None


class RulingList(QuietList):
    """Two lines a case: the words and where they stand; what is answered is ticked and quiet.

    Signals:
        walked: the place that was clicked.
    """

    walked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Questions(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(theme, self))
        self.setAccessibleName(self.tr("Doubtful cases"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoScroll(True)
        self.clicked.connect(self._on_clicked)

    def show_questions(self, questions: Sequence[Question], at: int) -> None:
        """Show `questions`, the one at `at` selected."""
        self._model.show(questions)
        self.setCurrentIndex(self._model.index(at))

    def _on_clicked(self, index: QModelIndex) -> None:
        self.walked.emit(index.row())


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(160, 44)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        question: Question = index.data(_QUESTION)
        surface, box = self._theme.surface, option.rect
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_current:
            painter.fillRect(box, QColor(surface.select))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(surface.frame))
        words, where = line_of(question)
        painter.setFont(self._theme.ui_font(13, bold=is_current))
        painter.setPen(QColor(surface.text if question.ruling is None else surface.text_3))
        place = QRect(box.left() + 36, box.top() + 4, box.width() - 46, 20)
        painter.drawText(QRect(box.left() + 14, box.top() + 4, 18, 20), _MIDDLE, "✓" if question.ruling is not None else "?")
        painter.drawText(place, _MIDDLE, painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width()))
        painter.setFont(self._theme.ui_font(12))
        painter.setPen(QColor(surface.text_3))
        note = " · ".join(part for part in (where, question.note) if part)
        place = place.translated(0, 18)
        painter.drawText(place, _MIDDLE, painter.fontMetrics().elidedText(note, Qt.TextElideMode.ElideRight, place.width()))
