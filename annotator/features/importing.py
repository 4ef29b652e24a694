"""Importing pages: files chosen or dropped, shown as they would be cut, stored."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from typing_extensions import override

from annotator.core.errors import AnnotatorError
from annotator.features.feature import Commands, Feature
from annotator.features.room import Room
from annotator.project.workspace import Project
from annotator.session import background
from annotator.ui.file_dialog import files_to_open


class Importing(Feature):
    """Shows the import preview over the desk. `preview` is the import being prepared, None where there is none.

    Signals:
        annotations_found: files that hold annotations (paths), which are imported on a page of their own; after the pages among which
            they came, on which they may lie.
    """

    annotations_found = Signal(list)

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.preview: background.Intake | None = None
        self._annotations: list[Path] = []
        room.window.files_dropped.connect(self.import_files)

    @override
    def commands(self) -> Commands:
        return {"import": self.ask_for_files, "recut": self.cut_anew}

    @override
    def closing(self) -> None:
        self._annotations = []
        self._leave_import()

    def import_files(self, paths: list[str]) -> None:
        """Show how files and folders would be imported into the open project; files that come later join them."""
        desk = self.room.desk
        # A project among them is opened by whoever opens projects.
        pages = [Path(path) for path in paths if not path.casefold().endswith(".annot")]
        if desk is None or not desk.is_writable or not pages:
            return
        pages = self._without_annotations(pages)
        if pages and self.preview is None:
            self.preview = self._preview(desk.project)
        if pages and self.preview is not None:
            self.preview.read(pages)
        if self.preview is None:
            self._pass_on()

    def cut_anew(self) -> None:
        """Show the page of the open article, to be cut anew; only where nobody has begun it."""
        desk = self.room.desk
        if desk is None or desk.article is None or not desk.is_writable or self.preview is not None:
            return
        self.preview = self._preview(desk.project)
        try:
            self.preview.cut_anew(desk.article.id)
        except AnnotatorError:
            self._leave_import()
            raise

    def ask_for_files(self) -> None:
        """Let the person choose page files to import."""
        title = QCoreApplication.translate("App", "Import pages")
        paths = files_to_open(self.room.window, title, background.readable())
        if paths:
            self.room.attempt(partial(self.import_files, paths))

    def _without_annotations(self, paths: list[Path]) -> list[Path]:
        """Return the pages among files; annotations wait to be passed on, and so does all that joins them on their page."""
        from annotator.session.importing_spans import apart  # noqa: PLC0415 (the readers of formats)

        if self.room.window.covered_by == "import_spans":
            self._annotations += paths
            return []
        annotations, pages = apart(paths)
        self._annotations += annotations
        return pages

    def _pass_on(self) -> None:
        annotations, self._annotations = self._annotations, []
        if annotations:
            self.annotations_found.emit(annotations)

    def _preview(self, project: Project) -> background.Intake:
        # The preview reads pages; a window that only annotates starts without it.
        from annotator.session.preview import Preview  # noqa: PLC0415
        from annotator.ui.import_preview import ImportPreview  # noqa: PLC0415

        preview = Preview(project, self.room.window)
        page = ImportPreview(self.room.theme, preview)
        page.import_asked.connect(preview.store_all)
        page.give_up_asked.connect(self._on_given_up)
        preview.stored.connect(self._on_stored)
        self.room.window.cover(page, name="import", keeps=frozenset({"import"}))
        return preview

    def _leave_import(self) -> None:
        if self.preview is not None:
            preview, self.preview = self.preview, None
            preview.stop()
            self.room.window.uncover()
            preview.deleteLater()
            self.room.leave()

    def _on_given_up(self) -> None:
        self._leave_import()
        self._pass_on()

    def _on_stored(self, report: object) -> None:
        self._leave_import()
        desk, views = self.room.desk, self.room.views
        if desk is None or views is None or not isinstance(report, background.ImportReport):
            return
        views.articles.show_rows(desk.project.title, desk.rows())
        if desk.article is None or desk.row(desk.article.id) is None:
            desk.open_first()
        else:
            desk.open(desk.article.id)
        words = QCoreApplication.translate("App", "{articles} articles imported from {files} files, {skipped} files skipped.")
        self.room.say(words.format(articles=report.articles, files=report.files, skipped=len(report.skipped)))
        if report.skipped:
            names = QCoreApplication.translate("App", "Skipped: {names}.").format(names=", ".join(one.file for one in report.skipped))
            self.room.say(f"{self.room.window.status_line.sentence} {names}")
        self._pass_on()
