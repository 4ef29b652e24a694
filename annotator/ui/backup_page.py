"""The backups of a project: when, why, how large, how much was decided by then; one of them can be restored."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from annotator.project.backup_list import Backup
from annotator.session.translating import QT_TRANSLATE_NOOP
from annotator.ui.team_parts import CoverPage, KeyButton, Table, line, show_table
from annotator.ui.theme import Theme

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_WHY = {
    "merge": QT_TRANSLATE_NOOP("Backups", "before a merge"),
    "restore": QT_TRANSLATE_NOOP("Backups", "before a backup was restored"),
    "import": QT_TRANSLATE_NOOP("Backups", "before an import"),
    "work": QT_TRANSLATE_NOOP("Backups", "during work"),
    "closing": QT_TRANSLATE_NOOP("Backups", "at closing"),
    "asked": QT_TRANSLATE_NOOP("Backups", "asked for"),
}


def words(text: str) -> str:
    """Return a text of the page in the language of the window."""
    return QCoreApplication.translate("Backups", text)


def when(backup: Backup) -> str:
    """Return when a backup was made, in the time of this place."""
    return backup.at.astimezone().strftime("%Y-%m-%d %H:%M:%S")


class BackupPage(CoverPage):
    """↑ ↓ walk, Enter restores, `O` opens a copy, `B` makes a backup now.

    Signals:
        restore_asked: the `Backup` that is wanted back.
        copy_asked: the `Backup` that is to be opened as a project of its own.
        back_up_asked: a backup is wanted now.
    """

    restore_asked = Signal(object)
    copy_asked = Signal(object)
    back_up_asked = Signal()

    def __init__(self, theme: Theme, *, may_write: bool) -> None:
        super().__init__(theme, words("Backups"))
        self._backups: Sequence[Backup] = ()
        self.table = Table(theme, is_list=True)
        self.restore = KeyButton(theme, words("Restore"), "Return")
        self.back_up = KeyButton(theme, words("Back up now"), "B")
        self.copy = KeyButton(theme, words("Open a copy"), "O")
        self.answer_keys(self.back_up, self.copy)
        self._may_write = may_write
        about = words(
            "Copies are made before a merge and before a backup is restored, every 30 minutes of work, and at closing if anything changed. "
            "The newest 20 stay, and the newest 5 of each kind. One can be restored as long as nothing was decided by hand since it was "
            "made. To go further back, open a copy: a file of its own beside the project, which stays as it is. What is decided in either "
            "file can be merged into the other."
        )
        column = QVBoxLayout(self.sheet)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(12)
        column.addWidget(line(theme, about, "meta"))
        self._nothing = line(theme, words("There is no backup yet. B makes one."))
        column.addWidget(self._nothing)
        column.addWidget(self.table)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.restore)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.back_up)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)
        self.table.hide()
        self._nothing.hide()
        self.restore.clicked.connect(self._on_restore)
        self.copy.clicked.connect(self._on_copy)
        self.back_up.clicked.connect(self.back_up_asked)
        self.table.doubleClicked.connect(self._on_restore)
        self.set_busy(is_busy=False)

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Show the list, the newest first."""
        self._backups = backups
        header = (words("when"), words("why"), words("size"), words("decisions"))
        show_table(self.table, words("Backups"), header, [self._row(backup) for backup in backups])
        self._nothing.setVisible(not backups)
        self.set_busy(is_busy=False)
        # A button that was switched off meanwhile has lost the keyboard; the list is where it belongs.
        (self.table if backups else self.back_up).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, *, is_busy: bool) -> None:
        """Let nothing be asked for while something is written."""
        self.restore.setEnabled(self._may_write and bool(self._backups) and not is_busy)
        self.copy.setEnabled(bool(self._backups) and not is_busy)
        self.back_up.setEnabled(not is_busy)

    def _row(self, backup: Backup) -> tuple[str, ...]:
        why = words(_WHY[backup.why]) if backup.why in _WHY else backup.why
        decisions = f"{backup.decisions:,}" if backup.decisions is not None else words("cannot be read")
        return when(backup), why, QLocale().formattedDataSize(backup.size), decisions

    def _chosen(self) -> Backup | None:
        at = self.table.currentIndex().row()
        return self._backups[at] if 0 <= at < len(self._backups) else None

    def _on_restore(self) -> None:
        if (backup := self._chosen()) is not None and self.restore.isEnabled():
            self.restore_asked.emit(backup)

    def _on_copy(self) -> None:
        if (backup := self._chosen()) is not None:
            self.copy_asked.emit(backup)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.table.hasFocus():
            self._on_restore()
        else:
            super().keyPressEvent(event)
