"""What the window shows while no project is open."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.ui.theme import Theme


class Welcome(QWidget):
    """Open, new, sample; and the projects opened last.

    Signals:
        open_asked, new_asked, sample_asked: what the person wants.
        chosen: the path of a recent project.
    """

    open_asked = Signal()
    new_asked = Signal()
    sample_asked = Signal()
    chosen = Signal(str)

    def __init__(self, theme: Theme, recent: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        column = QVBoxLayout(self)
        column.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        column.setSpacing(12)
        title = QLabel(self.tr("Label programmes in newspaper pages, one key each."))
        title.setFont(theme.reading_font(26, bold=True))
        column.addWidget(title)
        for text, signal in (
            (self.tr("Try the sample project"), self.sample_asked),
            (self.tr("New project…"), self.new_asked),
            (self.tr("Open a project…"), self.open_asked),
        ):
            button = QPushButton(text)
            button.setFont(theme.ui_font(14))
            button.clicked.connect(signal)
            column.addWidget(button)
            if signal is self.sample_asked:
                button.setObjectName("main")
                self.setFocusProxy(button)
        if recent:
            line = QFrame()
            line.setFrameShape(QFrame.Shape.HLine)
            column.addWidget(line)
            head = QLabel(self.tr("Opened before"))
            head.setObjectName("meta")
            head.setFont(theme.ui_font(12))
            column.addWidget(head)
        for path in recent:
            button = QPushButton(_line(path, self.tr("{name} (file not found)")))
            button.setToolTip(str(path))
            button.setFont(theme.ui_font(13))
            button.setEnabled(path.exists())
            button.clicked.connect(_Chosen(self, path))
            column.addWidget(button)


class _Chosen:
    """Calls back with a path; holds no widget that it does not need."""

    def __init__(self, page: Welcome, path: Path) -> None:
        self._emit = page.chosen.emit
        self._path = str(path)

    def __call__(self) -> None:
        self._emit(self._path)


def _line(path: Path, gone: str) -> str:
    return path.stem if path.exists() else gone.format(name=path.stem)
