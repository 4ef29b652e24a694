"""Help: all keys, what this program is."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from typing_extensions import override

from annotator import __version__
from annotator.features.feature import Commands, Feature
from annotator.ui.commands import COMMANDS
from annotator.ui.import_commands import PREVIEW_COMMANDS
from annotator.ui.key_sheet import KeySheet


class Helping(Feature):
    """Shows the key sheet and the name of the program."""

    @override
    def commands(self) -> Commands:
        return {"keys": self._show_keys, "about": self._show_about}

    def _show_keys(self) -> None:
        desk = self.room.desk
        is_importing = self.room.window.covered_by == "import"
        scheme = desk.scheme if desk is not None and not is_importing else None
        window = self.room.window
        current = [replace(command, keys=window.keys_of(command.id)) for command in COMMANDS]
        sheet = KeySheet(self.room.theme, scheme, window, commands=PREVIEW_COMMANDS if is_importing else current)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    def _show_about(self) -> None:
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 (PySide makes its many enums when it is named)

        text = QCoreApplication.translate(
            "App", "annotator {version}. Labels mentions of poverty-alleviation programmes in newspaper pages. MIT licence."
        )
        box = QMessageBox(QMessageBox.Icon.NoIcon, "annotator", text.format(version=__version__), parent=self.room.window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
