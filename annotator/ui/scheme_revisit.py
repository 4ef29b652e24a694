"""Marks of one's own that a change of the scheme touched; Enter goes to one in its article."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from annotator.core.scheme import Scheme
from annotator.project.designing import Change, Revisit
from annotator.session.translating import QT_TRANSLATE_NOOP
from annotator.ui.plain_label import PlainLabel
from annotator.ui.quiet_list import QuietList
from annotator.ui.theme import Theme

_WHY = {
    Change.RENAMED: QT_TRANSLATE_NOOP("Scheme", "renamed"),
    Change.MERGED: QT_TRANSLATE_NOOP("Scheme", "merged"),
    Change.RETIRED: QT_TRANSLATE_NOOP("Scheme", "retired"),
    Change.REDEFINED: QT_TRANSLATE_NOOP("Scheme", "defined otherwise"),
}
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_J: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_K: -1}


class RevisitPage(QWidget):
    """↑ ↓ walk, Enter goes to the mark, Esc leaves.

    Signals:
        chosen: the `Revisit`.
        left: the reader is done.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, scheme: Scheme, found: Sequence[Revisit], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._found = found
        self.list = QuietList()
        self.list.setFont(theme.ui_font(13))
        self.list.setSpacing(3)
        self.list.setAutoScroll(True)
        self.list.setModel(QStringListModel([_line(one, scheme, theme.language) for one in found], self))
        self.list.setAccessibleName(self.tr("Marks to revisit"))
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.list.clicked.connect(self._on_clicked)
        head = PlainLabel(
            self.tr("{count} marks of yours were made under an older version, on labels that have changed. Enter goes to one, Esc back.")
            if found
            else self.tr("Nothing to revisit: no mark of yours has a label that changed since. Esc goes back.")
        )
        head.setText(head.text().format(count=len(found)))
        head.setFont(theme.ui_font(14, bold=True))
        head.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(self.list, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def go_to(self, row: int) -> None:
        """Make a row the current one."""
        self.list.setCurrentIndex(self.list.model().index(min(max(row, 0), len(self._found) - 1), 0))

    def _on_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(self._found[index.row()])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, at = Qt.Key(event.key()), self.list.currentIndex().row()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in _STEPS:
            self.go_to(at + _STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._found:
            self.chosen.emit(self._found[at])
        else:
            super().keyPressEvent(event)


def _line(one: Revisit, scheme: Scheme, language: str) -> str:
    own = next((label for label in (*scheme.labels, *scheme.retired) if label.id == one.label), None)
    name = own.name.get(language) if own is not None else one.label
    into = scheme.label(one.label)
    arrow = f" → {into.name.get(language)}" if into is not None and into.id != one.label else ""
    why = QCoreApplication.translate("Scheme", _WHY[one.change])
    return f"{one.name}   {''.join(one.surface.split())}   {name}{arrow}   {why} · v{one.version}"
