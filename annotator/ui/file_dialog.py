"""Dialogs that ask for files without looking into them.

Qt's own dialog opens every file of a folder to guess its kind, in this process. To close a file drops all locks that the process
has on it (POSIX, fcntl), also those with which SQLite holds the open project: another process would then take its log away. So on
Linux the dialog is Qt's, and it goes by names. The dialogs of Windows and macOS cannot do that harm: locks belong to handles there, or
the dialog is another process.
"""

import sys
from pathlib import PurePath

from PySide6.QtCore import QFileInfo, Qt
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QApplication, QFileDialog, QStyle, QWidget
from typing_extensions import override

from annotator import places


class _ByName(QAbstractFileIconProvider):
    """Tells files from folders, and one kind of file from another by its ending."""

    @override
    def icon(self, what: QFileInfo | QAbstractFileIconProvider.IconType) -> QIcon:
        is_folder = what.isDir() if isinstance(what, QFileInfo) else what is not QAbstractFileIconProvider.IconType.File
        return QApplication.style().standardIcon(QStyle.StandardPixmap.SP_DirIcon if is_folder else QStyle.StandardPixmap.SP_FileIcon)

    @override
    def type(self, info: QFileInfo) -> str:
        return "" if info.isDir() else info.suffix()


_by_name = _ByName()


def file_dialog(parent: QWidget, title: str = "", folder: str = "", filters: str = "") -> QFileDialog:
    """Return a dialog to `open`, which frees itself; `folder` is where it begins."""
    dialog = _made(parent, title, folder, filters)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def file_to_open(parent: QWidget, title: str, filters: str) -> str:
    """Ask for a file that exists and return its path, or an empty string."""
    return next(iter(_asked(parent, title, "", filters, QFileDialog.FileMode.ExistingFile)[0]), "")


def files_to_open(parent: QWidget, title: str, filters: str) -> list[str]:
    """Ask for files that exist and return their paths."""
    return _asked(parent, title, "", filters, QFileDialog.FileMode.ExistingFiles)[0]


def file_to_save(parent: QWidget, title: str, proposed: str, filters: str) -> tuple[str, str]:
    """Ask for a name to save under; return the path, or an empty string, and the filter that was chosen."""
    paths, kind = _asked(parent, title, proposed, filters, QFileDialog.FileMode.AnyFile)
    return next(iter(paths), ""), kind


def _asked(parent: QWidget, title: str, proposed: str, filters: str, mode: QFileDialog.FileMode) -> tuple[list[str], str]:
    path = PurePath(proposed)
    dialog = _made(parent, title, str(path.parent) if len(path.parts) > 1 else "", filters)
    dialog.setFileMode(mode)
    if mode is QFileDialog.FileMode.AnyFile:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(path.name)
    try:
        return (dialog.selectedFiles() if dialog.exec() else []), dialog.selectedNameFilter()
    finally:
        dialog.deleteLater()


def _made(parent: QWidget, title: str, folder: str, filters: str) -> QFileDialog:
    # It begins to look around before it can be told how: not where projects are.
    dialog = QFileDialog(parent, title, str(places.shipped("resources", "icons")), filters)
    if sys.platform not in {"win32", "darwin"}:
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setIconProvider(_by_name)
    dialog.setDirectory(folder or ".")
    return dialog
