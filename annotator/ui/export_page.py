"""The export: formats at the left, what is chosen and what comes of it at the right."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.exchange.formats.table import NAMES
from annotator.project.exporting import ExportReport
from annotator.session.exporting import Asked, Exporting, Sample, WishError, asked, command_line
from annotator.session.translating import QT_TRANSLATE_NOOP, error_words
from annotator.ui.export_options import ExportOptions
from annotator.ui.export_words import format_name, format_use, held, report_lines, words
from annotator.ui.team_parts import TALLEST, CoverPage, KeyButton, Lines, Table, line
from annotator.ui.theme import Theme

_BESIDE_FROM = 1100
_AFTER = 250
_FORMATS_WIDTH = 480
_PREVIEW_HEIGHT = 240
_WOULD = QT_TRANSLATE_NOOP("Export", "{articles} articles with {spans} spans would be written.")
_DID = QT_TRANSLATE_NOOP("Export", "Written: {articles} articles with {spans} spans.")


class ExportPage(CoverPage):
    """↑ ↓ choose a format, Tab goes on to the options; Ctrl+Enter exports, `C` copies the command line.

    Signals:
        export_asked: a file or folder is wanted for this (an `Asked`).
    """

    export_asked = Signal(object)

    def __init__(self, theme: Theme, exporting: Exporting, stem: str) -> None:
        super().__init__(theme, words("Export"))
        self._exporting, self._stem = exporting, stem
        self.asked: Asked | None = None
        self._command = ""
        self.formats = Table(theme, is_choice=True)
        self.holds = Lines(theme, words("What the format holds"))
        self.options = ExportOptions(theme)
        self.preview = QPlainTextEdit()
        self.losses = Lines(theme, words("What would be written and lost"))
        self.command = QLineEdit()
        self.copy = KeyButton(theme, words("Copy the command"), "C")
        self.export = KeyButton(theme, words("Export…"), "Ctrl+Return", is_main=True)
        self.answer_keys(self.export, self.copy)
        self._set_up()
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER)
        self._soon.timeout.connect(self._on_settled)
        self._connect()
        self._on_format()

    @property
    def format(self) -> str:
        """The format that is chosen."""
        return NAMES[max(self.formats.currentIndex().row(), 0)]

    def choose_format(self, name: str) -> None:
        """Choose a format."""
        self.formats.setCurrentIndex(self.formats.figures.index(NAMES.index(name), 0))

    def set_busy(self, *, is_busy: bool) -> None:
        """Let nothing be written while something is."""
        self.export.setEnabled(not is_busy and self.asked is not None)

    def tell(self, report: ExportReport, where: str) -> None:
        """Say what was written, and where."""
        self.losses.show_lines([where, *report_lines(report, _DID)])

    def show_error(self, name: str, sentence: str) -> None:
        """Show why there is no preview, or why nothing was written."""
        if name == "write":
            self.say(sentence)
        else:
            self.preview.setPlainText("")
            self.losses.show_lines([sentence])

    # Laying out

    def _set_up(self) -> None:
        rows = [(format_name(name), format_use(name)) for name in NAMES]
        self.formats.show_rows(words("Formats"), (words("format"), words("what for")), rows, height=TALLEST)
        self.formats.setCurrentIndex(self.formats.figures.index(0, 0))
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setFamilies([*fixed.families(), *self.theme.ui_families])
        fixed.setPixelSize(12)
        self.preview.setObjectName("exportPreview")
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setMinimumHeight(_PREVIEW_HEIGHT)
        self.preview.setFont(fixed)
        self.preview.setAccessibleName(words("The first article as it will be written"))
        self.preview.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.command.setReadOnly(True)
        self.command.setFont(fixed)
        self.command.setAccessibleName(words("The command that does the same"))
        self.command.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)

    def _lay_out(self) -> None:
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.sheet)
        self._row.setContentsMargins(24, 18, 24, 18)
        self._row.setSpacing(36)
        self._left = self._column(self.formats, self.holds)
        right = QVBoxLayout()
        right.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.command, 1)
        row.addWidget(self.copy)
        buttons = QHBoxLayout()
        buttons.addWidget(self.export)
        buttons.addStretch(1)
        right.addWidget(self.options)
        right.addWidget(self._head(words("The first article as it will be written")))
        right.addWidget(self.preview, 1)
        right.addWidget(self.losses)
        right.addWidget(self._head(words("The command that does the same")))
        right.addLayout(row)
        right.addLayout(buttons)
        self._row.addWidget(self._left)
        self._row.addLayout(right, 1)

    def _column(self, *widgets: QWidget) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        return holder

    def _head(self, text: str) -> QWidget:
        head = line(self.theme, text, is_bold=True)
        head.setContentsMargins(0, 8, 0, 0)
        return head

    def _connect(self) -> None:
        self.formats.selectionModel().currentRowChanged.connect(self._on_format)
        self.options.edited.connect(self._on_edited)
        self.options.escaped.connect(self.formats.setFocus)
        self.copy.clicked.connect(self._on_copy)
        self.export.clicked.connect(self._on_export)
        self._exporting.looked_up.connect(self._on_looked_up)
        self._exporting.sampled.connect(self._on_sampled)
        self._exporting.counted.connect(self._on_counted)
        self._exporting.progressed.connect(self._on_progressed)

    # What is chosen

    def _on_format(self) -> None:
        self.holds.show_lines(held(self.format))
        self.options.show_format(self.format)
        self._on_edited()

    def _on_edited(self) -> None:
        self.asked = None
        self.export.setEnabled(False)
        self._soon.start()

    def _on_settled(self) -> None:
        """Ask what comes of what is chosen."""
        try:
            self.asked = asked(self.options.wish)
        except WishError as error:
            self.options.show_wrong(error_words(error))
            return
        self.options.show_wrong("")
        self.export.setEnabled(True)
        self.losses.show_lines([words("Counting over the whole project…")])
        self._exporting.show(self.asked)

    # What is known

    def _on_looked_up(self) -> None:
        self.options.show_facts(self._exporting.facts)

    def _on_sampled(self, sample: object) -> None:
        if isinstance(sample, Sample) and self.asked is not None:
            nothing = words("It cannot be shown as text; the figures below are of the whole export.")
            self.preview.setPlainText(sample.text or nothing)
            self._command = command_line(sample.command, self.asked.file_name(self._stem))
            self.command.setText(self._command)
            self.command.setCursorPosition(0)

    def _on_counted(self, report: object) -> None:
        if isinstance(report, ExportReport):
            self.losses.show_lines(report_lines(report, _WOULD))
            self.say("")

    def _on_progressed(self, done: int, everything: int) -> None:
        self.say(words("{done} of {all} articles").format(done=f"{done:,}", all=f"{everything:,}") if done < everything else "")

    # What is asked

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._command)
        self.say(words("Copied. The command is run in the project's folder."))

    def _on_export(self) -> None:
        if self.asked is not None:
            self.export_asked.emit(self.asked)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= _BESIDE_FROM
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        self._left.setMinimumWidth(_FORMATS_WIDTH if is_wide else 0)
        self._left.setMaximumWidth(_FORMATS_WIDTH if is_wide else self.width())
