"""Fields of the scheme editor: text in both languages, several lines, and the language of a Markdown text that loads nothing."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QWidget
from typing_extensions import override

from annotator.core.scheme import Words
from annotator.ui.field import Field
from annotator.ui.plain_label import PlainLabel
from annotator.ui.quiet_browser import QuietBrowser
from annotator.ui.theme import Theme

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_MARKDOWN = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML


class TextBox(QPlainTextEdit):
    """Several lines of text; Tab goes on, keys without Ctrl, Alt or Meta never reach the window's commands.

    Signals:
        escaped: Esc was pressed.
    """

    escaped = Signal()

    def __init__(self, theme: Theme, name: str, *, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("textBox")
        self.setFont(theme.ui_font(13))
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        surface = theme.surface
        self.setStyleSheet(
            f"QPlainTextEdit#textBox {{ background: {surface.paper}; color: {surface.text}; border: 1px solid {surface.control};"
            f" border-radius: 4px; padding: 3px; }} QPlainTextEdit#textBox:focus {{ border: 2px solid {surface.frame}; padding: 2px; }}"
        )
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 18) if lines else None

    def show_text(self, text: str) -> None:
        """Show `text` without telling anybody; what stands there already is left alone, with its cursor."""
        if self.toPlainText() != text:
            with QSignalBlocker(self):
                self.setPlainText(text)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not event.modifiers() & _COMMANDS:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            event.accept()
        else:
            super().keyPressEvent(event)


class WordsField(QWidget):
    """One name in Chinese and in English, side by side.

    Signals:
        edited: somebody typed.
        escaped: Esc was pressed.
    """

    edited = Signal()
    escaped = Signal()

    def __init__(self, theme: Theme, name: str, *, lines: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.zh, self.en = (_one(theme, f"{name}, {language}", lines) for language in ("中文", "English"))
        for field in (self.zh, self.en):
            row.addWidget(field, 1)
            field.textChanged.connect(self._on_changed)
            field.escaped.connect(self.escaped)
        self.setFocusProxy(self.zh)

    @property
    def words(self) -> Words:
        """What stands in the two fields."""
        return Words(_text(self.zh), _text(self.en))

    def show_words(self, words: Words) -> None:
        """Show `words` without telling anybody."""
        for field, text in ((self.zh, words.zh), (self.en, words.en)):
            if isinstance(field, TextBox):
                field.show_text(text)
            elif field.text() != text:
                with QSignalBlocker(field):
                    field.setText(text)

    def _on_changed(self) -> None:
        self.edited.emit()


class SafeMarkdown(QuietBrowser):
    """Shows Markdown: raw HTML as the characters it is."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(theme.ui_font(13))
        self.setAccessibleName(name)

    def show_markdown(self, text: str) -> None:
        """Show `text`."""
        self.document().setMarkdown(text, _MARKDOWN)


def meta(theme: Theme, text: str) -> QLabel:
    """Return a quiet line of text."""
    label = PlainLabel(text)
    label.setObjectName("meta")
    label.setFont(theme.ui_font(12))
    label.setWordWrap(True)
    return label


def _one(theme: Theme, name: str, lines: int) -> Field | TextBox:
    if lines > 1:
        return TextBox(theme, name, lines=lines)
    field = Field()
    field.setFont(theme.ui_font(13))
    field.setMaxLength(200)
    field.setAccessibleName(name)
    field.setPlaceholderText(name.rsplit(", ", 1)[-1])
    return field


def _text(field: Field | TextBox) -> str:
    return (field.toPlainText() if isinstance(field, TextBox) else field.text()).strip()
