"""The fields of one entry, each with the sentence that says what is wrong with it beneath."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QFrame, QLabel, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.ui.field import Field
from annotator.ui.plain_label import PlainLabel
from annotator.ui.theme import Theme

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Sort(Enum):
    """How a field is written."""

    LINE = "line"
    TEXT = "text"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field. A choice has `options`, `(words, value)`, and picks by the keys in `keys`; a line may be completed from `options`."""

    name: str
    title: str
    sort: Sort = Sort.LINE
    options: tuple[tuple[str, str], ...] = ()
    keys: tuple[tuple[str, str], ...] = ()
    lines: int = 3
    hint: str = ""


class Choice(QComboBox):
    """A choice by key or arrows, whose other keys belong to the form.

    Signals:
        saved: Enter was pressed.
        escaped: Esc was pressed.
    """

    saved = Signal()
    escaped = Signal()

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = dict(spec.keys)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        for words, value in spec.options:
            self.addItem(words, value)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not event.modifiers() & _COMMANDS:
            event.accept()
            return True
        return super().event(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling the form must not choose.
        event.ignore()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        value = self._keys.get(event.text().upper()) if event.text() else None
        if event.key() in _ENTER:
            self.saved.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif value is not None and not event.modifiers() & _COMMANDS:
            self.setCurrentIndex(max(self.findData(value), 0))
        else:
            super().keyPressEvent(event)


class Lines(QPlainTextEdit):
    """Several lines; Enter is one of their characters, Ctrl+Enter saves.

    Signals:
        saved: Ctrl+Enter was pressed.
        escaped: Esc was pressed.
    """

    saved = Signal()
    escaped = Signal()

    def __init__(self, lines: int, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lines")
        self.setTabChangesFocus(True)
        self.setFont(theme.ui_font(13))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 16)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not event.modifiers() & _COMMANDS:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.saved.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class Form(QScrollArea):
    """The fields, one below the other.

    Signals:
        edited: what stands in a field is another.
        saved: the person wants it kept.
        escaped: the person does not.
    """

    edited = Signal()
    saved = Signal()
    escaped = Signal()

    def __init__(self, theme: Theme, specs: Sequence[FieldSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._theme = theme
        self._specs = tuple(specs)
        self.fields: dict[str, QWidget] = {}
        self._titles: dict[str, QLabel] = {}
        self._complaints: dict[str, QLabel] = {}
        self.is_dirty = False
        inside = QWidget()
        inside.setObjectName("pane")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(4)
        for spec in specs:
            self._add(spec)
        self.column.addStretch(1)
        self.setWidget(inside)

    def show_values(self, values: Mapping[str, str], *, is_enabled: bool) -> None:
        """Show an entry: the fields that `values` names, the others are hidden. Complaints go."""
        for spec in self._specs:
            is_shown = spec.name in values
            self._titles[spec.name].setVisible(is_shown)
            self.fields[spec.name].setVisible(is_shown)
            self._write(spec.name, values.get(spec.name, ""))
        self.set_enabled(is_enabled=is_enabled)
        self.is_dirty = False
        self.show_complaints({})

    def set_enabled(self, *, is_enabled: bool) -> None:
        """Let the fields be written, or only read: what cannot be changed can still be scrolled and copied."""
        for field in self.fields.values():
            if isinstance(field, Field | Lines):
                field.setReadOnly(not is_enabled)
            else:
                field.setEnabled(is_enabled)

    def put_below(self, name: str, widget: QWidget) -> None:
        """Show a widget of one's own below a field and its complaint."""
        self.column.insertWidget(self.column.indexOf(self._complaints[name]) + 1, widget)

    def values(self) -> dict[str, str]:
        """Return what stands in the fields that are shown."""
        return {spec.name: self._read(spec.name) for spec in self._specs if not self.fields[spec.name].isHidden()}

    def show_complaints(self, complaints: Mapping[str, str]) -> None:
        """Show the sentences under their fields, and none under the others."""
        for name, label in self._complaints.items():
            label.setText(complaints.get(name, ""))
            label.setVisible(bool(complaints.get(name)))

    def complaint(self, name: str) -> str:
        """Return the sentence under a field."""
        return self._complaints[name].text()

    def focus_field(self, name: str = "") -> None:
        """Go to a field, or to the first one that is shown."""
        shown = [spec.name for spec in self._specs if not self.fields[spec.name].isHidden()]
        if not shown:
            return
        field = self.fields[name if name in shown else shown[0]]
        field.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(field, Field):
            field.selectAll()
        self.ensureWidgetVisible(field)

    def _add(self, spec: FieldSpec) -> None:
        title = PlainLabel(spec.title)
        title.setObjectName("meta")
        title.setFont(self._theme.ui_font(12))
        field = self._field(spec)
        field.setFont(self._theme.ui_font(13))
        field.setAccessibleName(spec.title)
        field.setToolTip(spec.hint)
        complaint = PlainLabel()
        complaint.setObjectName("complaint")
        complaint.setWordWrap(True)
        complaint.setFont(self._theme.ui_font(12))
        complaint.setStyleSheet(f"color: {self._theme.surface.error};")
        complaint.hide()
        for widget in (title, field, complaint):
            self.column.addWidget(widget)
        self.column.addSpacing(4)
        self.fields[spec.name], self._titles[spec.name], self._complaints[spec.name] = field, title, complaint

    def _field(self, spec: FieldSpec) -> QWidget:
        if spec.sort is Sort.CHOICE:
            choice = Choice(spec)
            choice.currentIndexChanged.connect(self._on_edited)
            choice.saved.connect(self.saved)
            choice.escaped.connect(self.escaped)
            return choice
        if spec.sort is Sort.TEXT:
            lines = Lines(spec.lines, self._theme)
            lines.setPlaceholderText(spec.hint)
            lines.textChanged.connect(self._on_edited)
            lines.saved.connect(self.saved)
            lines.escaped.connect(self.escaped)
            return lines
        line = Field()
        line.setPlaceholderText(spec.hint)
        line.textEdited.connect(self._on_edited)
        line.returnPressed.connect(self.saved)
        line.escaped.connect(self.escaped)
        return line

    def set_completions(self, name: str, options: Sequence[str]) -> None:
        """Offer `options` in a line while it is written."""
        line = self.fields[name]
        if isinstance(line, Field):
            completer = QCompleter(list(options), line)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.activated.connect(self._on_edited)
            line.setCompleter(completer)

    def _write(self, name: str, value: str) -> None:
        field = self.fields[name]
        with QSignalBlocker(field):
            if isinstance(field, Field):
                field.setText(value)
                field.setCursorPosition(0)
            elif isinstance(field, Lines):
                field.setPlainText(value)
            elif isinstance(field, Choice):
                field.setCurrentIndex(field.findData(value))

    def _read(self, name: str) -> str:
        field = self.fields[name]
        if isinstance(field, Field):
            return field.text().strip()
        if isinstance(field, Lines):
            return field.toPlainText()
        return str(field.currentData() or "") if isinstance(field, Choice) else ""

    def _on_edited(self) -> None:
        self.is_dirty = True
        self.edited.emit()
