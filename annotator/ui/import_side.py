"""Beside the page of an import: what was recognised in the part, the question that waits, the encodings tried on the same bytes."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from annotator.core.article import ArticleKind
from annotator.project.previewing import Tried
from annotator.session.preview_lines import PageLine, PartFacts
from annotator.ui.pane import PaneHead
from annotator.ui.plain_label import PlainLabel
from annotator.ui.quiet_list import QuietList
from annotator.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_GUESS = Qt.ItemDataRole.UserRole
_ROW = 42
_PLAUSIBLE = 0.6
_SEAM = 18


_CARD_WIDTH = 280
_FACT_WIDTH = 240


class FactsPane(QWidget):
    """What was recognised in the part where the person is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = PaneHead(theme, "")
        self._rows: list[tuple[QLabel, QLabel]] = []
        grid = QGridLayout()
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        names = (self.tr("Title"), self.tr("Subtitle"), self.tr("Byline"), self.tr("Found"))
        for k, name in enumerate(names):
            label, value = PlainLabel(name), PlainLabel()
            label.setObjectName("meta")
            label.setFont(theme.ui_font(12))
            value.setFont(theme.ui_font(13, bold=k == 0))
            value.setWordWrap(True)
            grid.addWidget(label, k, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, k, 1)
            self._rows.append((label, value))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(grid)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_part(self, facts: PartFacts | None) -> None:
        """Show what is known of a part."""
        if facts is None:
            self._head.set_name("")
            self._head.set_figure("")
            self._show(("", "", "", ""))
            return
        self._head.set_name(self._name(facts))
        lines = self.tr("lines {first}–{last}").format(first=facts.first, last=facts.last)
        pieces = self.tr(", {count} pieces").format(count=facts.pieces) if facts.pieces > 1 else ""
        self._head.set_figure(lines + pieces)
        found = self.tr("breaks {breaks}, repeats {repeats}, characters {characters}")
        counts = found.format(breaks=facts.breaks, repeats=facts.repeats, characters=facts.characters)
        self._show((facts.title or self.tr("none"), facts.subtitle, facts.byline, counts))

    def _show(self, words: Sequence[str]) -> None:
        for (label, value), text in zip(self._rows, words, strict=True):
            _show_wrapped(value, text, _FACT_WIDTH)
            label.setVisible(bool(text))
            value.setVisible(bool(text))

    def _name(self, facts: PartFacts) -> str:
        if facts.kind is ArticleKind.ARTICLE:
            return self.tr("Article {number}").format(number=facts.article)
        return self.tr("Caption") if facts.kind is ArticleKind.CAPTION else self.tr("In no article")


class QuestionPane(QWidget):
    """The question that waits on this page, with its keys.

    Signals:
        answered: the command that answers it.
    """

    answered = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._head = PaneHead(theme, self.tr("For you to decide"))
        self._card = QFrame()
        self._card.setObjectName("importQuestion")
        self._words, self._seam = PlainLabel(), PlainLabel()
        self._words.setFont(theme.ui_font(13))
        self._seam.setFont(theme.reading_font(15))
        for label in (self._words, self._seam):
            label.setWordWrap(True)
        self._seam.setTextFormat(Qt.TextFormat.RichText)
        row = QHBoxLayout()
        row.setSpacing(6)
        self._buttons = {}
        answers = {"join": self.tr("J  join"), "keep_apart": self.tr("K  own article"), "leave_out": self.tr("D  leave out")}
        for command, words in answers.items():
            button = QPushButton(words)
            button.setFont(theme.ui_font(12))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setObjectName("main" if command == "join" else "small")
            button.setProperty("isSmall", True)
            button.clicked.connect(_Answer(self, command))
            row.addWidget(button)
            self._buttons[command] = button
        row.addStretch(1)
        inner = QVBoxLayout(self._card)
        inner.setContentsMargins(10, 8, 10, 8)
        inner.addWidget(self._words)
        inner.addWidget(self._seam)
        inner.addLayout(row)
        outer = QVBoxLayout()
        outer.setContentsMargins(16, 12, 16, 12)
        outer.addWidget(self._card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(outer)
        self.hide()

    def show_question(self, count: int, after: PageLine | None, first: PageLine | None, *, is_here: bool) -> None:
        """Ask whether the line `first` goes on with the sentence that `after` leaves open; None hides the question."""
        self.setVisible(after is not None)
        if after is None or first is None:
            return
        self._head.set_figure(self.tr("{count} waiting").format(count=count))
        words = self.tr("Line {line} has no title of its own. It may go on with article {article}, which stops inside a sentence:")
        _show_wrapped(self._words, words.format(line=first.number, article=after.article), _CARD_WIDTH)
        mark = f"border-bottom: 2px solid {self._theme.surface.accent}; color: {self._theme.surface.accent}"
        seam = f"<span style='{mark}'>{_escaped(after.text[-1:])}|{_escaped(first.text[:1])}</span>"
        _show_wrapped(self._seam, f"……{_escaped(after.text[-_SEAM:-1])}{seam}{_escaped(first.text[1:_SEAM])}……", _CARD_WIDTH)
        # D leaves out what the person stands on; it answers only there.
        self._buttons["leave_out"].setEnabled(is_here)
        self._buttons["leave_out"].setToolTip("" if is_here else self.tr("Press Q to go there first."))


class _Answer:
    """Answers with a command; holds no widget that it does not need."""

    def __init__(self, pane: QuestionPane, command: str) -> None:
        self._emit = pane.answered.emit
        self._command = command

    def __call__(self) -> None:
        self._emit(self._command)


class _Encodings(QAbstractListModel):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.guesses: Sequence[Tried] = ()

    def show(self, guesses: Sequence[Tried]) -> None:
        """Show what was tried."""
        self.beginResetModel()
        self.guesses = guesses
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.guesses)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        guess = self.guesses[index.row()]
        return guess if role == _GUESS else guess.encoding.upper() if role == Qt.ItemDataRole.DisplayRole else None


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(120, _ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        guess: Tried = index.data(_GUESS)
        surface, box = self._theme.surface, option.rect
        is_on = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_on or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(surface.select if is_on else surface.hover))
        painter.fillRect(box.left(), box.top(), box.width(), 1, QColor(surface.hairline))
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        painter.setBrush(QColor(surface.paper))
        painter.setPen(QPen(QColor(surface.frame if is_on else surface.control), 4 if is_on else 1))
        painter.drawEllipse(QPointF(box.left() + 23, box.top() + 21), 5 if is_on else 6, 5 if is_on else 6)
        painter.setRenderHint(painter.RenderHint.Antialiasing, on=False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = box.adjusted(42, 3, -16, -3)
        self._line(painter, guess.encoding.upper(), QRect(inner.left(), inner.top(), inner.width(), 18), surface.text, bold=is_on)
        painter.setFont(self._theme.ui_font(12))
        painter.setPen(QColor(surface.good if guess.plausibility >= _PLAUSIBLE else surface.text_3))
        painter.drawText(QRect(inner.left(), inner.top(), inner.width(), 18), Qt.AlignmentFlag.AlignRight, self._verdict(guess))
        below = QRect(inner.left(), inner.top() + 18, inner.width(), 18)
        self._line(painter, guess.sample, below, surface.text if is_on else surface.text_3, bold=False)

    def _verdict(self, guess: Tried) -> str:
        if guess.fails_at is not None:
            return self.tr("wrong from byte {number}").format(number=guess.fails_at + 1)
        if guess.plausibility < _PLAUSIBLE:
            return self.tr("hardly any common characters")
        return self.tr("reads well, {percent} %").format(percent=round(guess.plausibility * 100))

    def _line(self, painter: QPainter, words: str, box: QRect, colour: str, *, bold: bool) -> None:
        painter.setFont(self._theme.ui_font(13 if bold else 12, bold=bold))
        painter.setPen(QColor(colour))
        elided = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, elided)


class EncodingPane(QWidget):
    """The encodings that were tried on the file's bytes; choosing one reads the file anew at once.

    Signals:
        chosen: the encoding to read the file in.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        head = PaneHead(theme, self.tr("Encoding"))
        head.set_figure(self.tr("E: the next; the page is read anew"))
        self._model = _Encodings(self)
        self._list = QuietList()
        self._list.setAccessibleName(self.tr("Encoding"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_Delegate(theme, self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._list)
        self._list.clicked.connect(self._on_clicked)

    def show_guesses(self, guesses: Sequence[Tried], encoding: str) -> None:
        """Show what was tried; `encoding` is the one in use."""
        if guesses is not self._model.guesses:
            self._model.show(guesses)
            self._list.setFixedHeight(_ROW * len(guesses))
        at = next((i for i, guess in enumerate(guesses) if guess.encoding == encoding), -1)
        self._list.setCurrentIndex(self._model.index(at))
        self.setVisible(bool(guesses))

    def _on_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(self._model.guesses[index.row()].encoding)


def _show_wrapped(label: QLabel, words: str, width: int) -> None:
    """Show `words`; a label that wraps asks for too little height inside other layouts."""
    label.setText(words)
    label.setFixedWidth(width)
    label.setMinimumHeight(0)
    label.setFixedHeight(max(0, label.heightForWidth(width)))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
