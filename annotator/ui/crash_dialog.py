"""What the reader sees when the program made a mistake: that nothing is lost, and a report to copy."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from annotator.ui.plain_label import PlainLabel
from annotator.ui.theme import Theme


class CrashDialog(QDialog):
    """Copy, continue, quit. Esc continues.

    Signals:
        quit_asked: the reader wants to end the program.
    """

    quit_asked = Signal()

    def __init__(self, theme: Theme, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(680, 460)
        title = PlainLabel(self.tr("The program made a mistake."))
        title.setFont(theme.ui_font(16, bold=True))
        saved = PlainLabel(
            self.tr(
                "Every decision you made is on disk. You can continue, or quit and open the project again: it opens on the same span. "
                "The report below holds no text of your articles; please send it to those who look after the program. "
                "Nothing is sent by itself."
            )
        )
        saved.setFont(theme.ui_font(13))
        saved.setWordWrap(True)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setObjectName("crashReport")
        self.report.setFont(theme.ui_font(12))
        self.report.setAccessibleName(self.tr("Report"))
        self._count = PlainLabel()
        self._count.setObjectName("meta")
        self._count.setFont(theme.ui_font(12))
        self.copy = self._button(theme, self.tr("Copy the report"))
        self.go_on = self._button(theme, self.tr("Continue"))
        self.quit = self._button(theme, self.tr("Quit"))
        self.go_on.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy)
        buttons.addWidget(self._count, 1)
        buttons.addWidget(self.quit)
        buttons.addWidget(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(title)
        column.addWidget(saved)
        column.addWidget(self.report, 1)
        column.addLayout(buttons)
        self.copy.clicked.connect(self._on_copy)
        self.go_on.clicked.connect(self.close)
        self.quit.clicked.connect(self._on_quit)
        self.go_on.setFocus()

    def show_more(self, count: int) -> None:
        """Say that `count` more mistakes followed; they are in the log."""
        self._count.setText(self.tr("and {count} more, in the log").format(count=count))

    def _button(self, theme: Theme, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setFont(theme.ui_font(13))
        return button

    def _on_copy(self) -> None:
        # The widget shows nothing but this text, which holds no character that Qt would change.
        QApplication.clipboard().setText(self.report.toPlainText())
        self.copy.setText(self.tr("Copied"))

    def _on_quit(self) -> None:
        self.close()
        self.quit_asked.emit()
