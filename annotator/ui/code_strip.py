"""The strip under the article in which codes are answered by key."""

import html

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.core.attributes import Code, CodeKind
from annotator.session.coding import Coded
from annotator.ui.field import Field
from annotator.ui.plain_label import PlainLabel
from annotator.ui.theme import Theme

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class CodeStrip(QWidget):
    """A code's key chooses it, a value's key answers; the same answer again takes it back. Esc goes back, then leaves.

    Signals:
        answered: the `Code`, and the value or words given.
        left: the reader is done.
    """

    answered = Signal(object, str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = theme
        self.coded: Coded | None = None
        self._chosen: Code | None = None
        self._about = PlainLabel()
        self._about.setFont(theme.ui_font(12, bold=True))
        self._lines = PlainLabel()
        self._lines.setFont(theme.ui_font(13))
        self._lines.setTextFormat(Qt.TextFormat.RichText)
        self._lines.setWordWrap(True)
        self._words = Field()
        self._words.setFont(theme.ui_font(13))
        self._words.setMaxLength(200)
        self._words.hide()
        hint = PlainLabel(self.tr("key, then value · again takes it back · Esc leaves"))
        hint.setObjectName("meta")
        hint.setFont(theme.ui_font(12))
        head = QHBoxLayout()
        head.addWidget(self._about, 1)
        head.addWidget(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._lines)
        column.addWidget(self._words)
        self._words.returnPressed.connect(self._on_words)
        self._words.escaped.connect(self._on_words_left)
        self.hide()

    def ask(self, coded: Coded) -> None:
        """Ask the codes of `coded`, and take the keyboard."""
        self._chosen = next(iter(coded.codes)) if len(coded.codes) == 1 and coded.codes[0].kind is CodeKind.CHOICE else None
        self.show_coded(coded)
        self.show()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_coded(self, coded: Coded) -> None:
        """Show the answers as they are now."""
        self.coded = coded
        self._about.setText(coded.about)
        self._lines.setText("".join(f"<p style='margin:2px'>{self._line(code)}</p>" for code in coded.codes))
        spoken = [code.words(answer, self._theme.language) for code in coded.codes if (answer := coded.answer(code.id))]
        self.setAccessibleName(", ".join((coded.about, *spoken)))

    @property
    def text(self) -> str:
        """What the strip says, as HTML."""
        return self._lines.text()

    def _line(self, code: Code) -> str:
        language, answer = self._theme.language, self.coded.answer(code.id) if self.coded is not None else ""
        name = f"<b>{html.escape(code.name.get(language))}</b>" if code is self._chosen else html.escape(code.name.get(language))
        parts = [f"{self._cap(code.key, is_on=self._chosen in {None, code})}&nbsp;{name}"]
        if code.kind is CodeKind.FLAG:
            parts.append("<b>✓</b>" if answer else "—")
        elif code.kind is CodeKind.TEXT:
            parts.append(f"<b>{html.escape(answer)}</b>" if answer else "—")
        for value in code.values:
            said = html.escape(value.name.get(language))
            words = f"<b>✓{said}</b>" if answer == value.id else said
            parts.append(f"{self._cap(value.key, is_on=code is self._chosen)}&nbsp;{words}")
        return "&nbsp;&nbsp; ".join(parts)

    def _cap(self, key: str, *, is_on: bool) -> str:
        surface = self._theme.surface
        colour, ground = (surface.text, surface.raised) if is_on else (surface.text_3, surface.panel)
        return f'<span style="background:{ground}; color:{colour}; border:1px solid {surface.border}">&nbsp;{html.escape(key)}&nbsp;</span>'

    def _take(self, key: str) -> None:
        if self.coded is None:
            return
        if self._chosen is None:
            self._choose(next((code for code in self.coded.codes if code.key == key), None))
            return
        code, value = self._chosen, next((one for one in self._chosen.values if one.key == key), None)
        if value is not None:
            self._chosen = None
            self.answered.emit(code, value.id)

    def _choose(self, code: Code | None) -> None:
        if code is None or self.coded is None:
            return
        if code.kind is CodeKind.FLAG:
            self.answered.emit(code, "1")
            return
        self._chosen = code
        self.show_coded(self.coded)
        if code.kind is CodeKind.TEXT:
            self._words.setAccessibleName(code.name.get(self._theme.language))
            self._words.setText(self.coded.answer(code.id))
            self._words.show()
            self._words.setFocus(Qt.FocusReason.OtherFocusReason)
            self._words.selectAll()

    def _on_words(self) -> None:
        code = self._chosen
        self._on_words_left()
        if code is not None:
            self.answered.emit(code, self._words.text())

    def _on_words_left(self) -> None:
        self._chosen = None
        self._words.hide()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.coded is not None:
            self.show_coded(self.coded)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not event.modifiers() & _COMMANDS:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & _COMMANDS:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape and self._chosen is not None and self.coded is not None and len(self.coded.codes) > 1:
            self._chosen = None
            self.show_coded(self.coded)
        elif event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.hide()
            self.left.emit()
        else:
            self._take(event.text().upper())
        if not event.modifiers() & _COMMANDS:
            event.accept()
