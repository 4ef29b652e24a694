"""Builds every object of the window and connects every signal between them."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import platformdirs
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from annotator import __version__
from annotator.core.errors import AnnotatorError, ProjectBusy
from annotator.core.scheme import Scheme
from annotator.project.workspace import Project
from annotator.session import background
from annotator.session.desk import Desk
from annotator.session.desk_commands import NAMES as DESK_COMMANDS
from annotator.session.desk_commands import desk_commands
from annotator.session.jobs import Job, Progress
from annotator.session.settings import Settings, load_settings, person_here, save_settings
from annotator.session.translating import error_words, sentence
from annotator.session.words import Words
from annotator.ui.appearance import install_translations, language_of, theme_of
from annotator.ui.article_list import ArticlePane
from annotator.ui.article_page import ArticlePage
from annotator.ui.candidate_list import CandidatePane
from annotator.ui.commands import COMMANDS
from annotator.ui.commands import words as command_words
from annotator.ui.import_commands import PREVIEW_COMMANDS
from annotator.ui.key_sheet import KeySheet, shown_key
from annotator.ui.label_pane import LabelPane
from annotator.ui.main_window import MainWindow, Panes
from annotator.ui.note_bar import NoteBar
from annotator.ui.reading_view import ReadingView
from annotator.ui.theme import can_show_chinese
from annotator.ui.typography import Typography
from annotator.ui.welcome import Welcome

_HINTS = (("Space", "accept"), ("X", "reject"), ("S", "skip"), ("Return", "finish"), ("?", "keys"))


@dataclass(frozen=True, slots=True)
class Views:
    """The widgets of an open project."""

    articles: ArticlePane
    page: ArticlePage
    reading: ReadingView
    note_bar: NoteBar
    candidates: CandidatePane
    labels: LabelPane


class App:
    """The whole desktop. `window` is the main window; `desk` is the annotator at work, None while no project is open."""

    def __init__(self, qt: QApplication, settings: Settings, *, annotator: str | None) -> None:
        self._qt = qt
        self._settings = settings
        self._annotator = annotator
        self._translators = install_translations(qt, settings.language)
        self.language = language_of(settings.language)
        self._theme = theme_of(qt, settings.theme, self.language)
        qt.setPalette(self._theme.palette())
        qt.setFont(self._theme.ui_font(13))
        self.window = MainWindow(self._theme)
        self.window.setStyleSheet(self._theme.style_sheet())
        self.window.set_handlers(self._handlers())
        self.window.status_line.show_hints([(shown_key(key), command_words(_text_of(command))) for key, command in _HINTS])
        self.window.files_dropped.connect(self.import_files)
        self.desk: Desk | None = None
        self.views: Views | None = None
        self._job: Job | None = None
        self.preview: background.Intake | None = None
        self._commands: dict[str, Callable[[], None]] = {}
        if not can_show_chinese():
            self.window.warn(
                QCoreApplication.translate(
                    "App", "No font here has Chinese glyphs. Install one, for example Noto Sans CJK (fonts-noto-cjk)."
                )
            )

    # Projects

    def show_welcome(self) -> None:
        """Show the page without a project."""
        self.close_project()
        page = Welcome(self._theme, [Path(path) for path in self._settings.recent])
        page.open_asked.connect(self.ask_to_open)
        page.new_asked.connect(self.ask_for_new)
        page.sample_asked.connect(self.open_sample)
        page.chosen.connect(self._on_path_chosen)
        self.window.setWindowTitle("annotator")
        self.window.show_page(page)

    def open_project(self, path: Path) -> None:
        """Open a project in the window; one that is written elsewhere is opened read-only.

        Raises:
            AnnotatorError: it cannot be opened; what was open before stays open.
        """
        name = self._annotator or person_here(self._settings)
        try:
            project, warning = Project.open(path, who=name), ""
        except ProjectBusy as busy:
            project = Project.open(path, write=False)
            warning = error_words(busy) + " " + QCoreApplication.translate("App", "It is open read-only here.")
        self.close_project()
        desk = Desk(project, name, Words(background.word_boundaries(project), self.window), self.window)
        self.desk, self.views = desk, self._views(project, desk.scheme)
        self._commands = desk_commands(desk)
        self._connect(desk, self.views)
        self.window.set_labels(desk.scheme, desk.label)
        self.window.show_panes(
            Panes(self.views.articles, self.views.page, self.views.candidates, self.views.labels, reading=self.views.reading)
        )
        self.window.setWindowTitle(f"{project.title} — annotator")
        self.window.warn(warning)
        self.views.articles.show_rows(project.title, desk.rows())
        desk.open_first()
        if desk.article is None:
            self.say(
                QCoreApplication.translate("App", "There are no articles yet. Drop page files on the window, or use: annotator import.")
            )
        self._settings = self._settings.opened(path, name)
        save_settings(self._settings)
        # The dictionary is loaded when the first article is on screen.
        QTimer.singleShot(0, desk.words, desk.words.warm_up)

    def close_project(self) -> None:
        """Close what is open; everything is on disk already."""
        self._leave_import()
        self._finish_job()
        desk, self.desk, self.views, self._commands = self.desk, None, None, {}
        if desk is not None:
            self.window.set_labels(None, desk.label)
            desk.words.wait()
            desk.project.close()
            desk.deleteLater()

    def close(self) -> None:
        """Close the project and free the window."""
        self.close_project()
        self.window.close()
        self.window.deleteLater()
        for translator in self._translators:
            self._qt.removeTranslator(translator)
        self._qt.sendPostedEvents(None, 52)  # QEvent.DeferredDelete

    # What the menus ask

    def ask_to_open(self) -> None:
        """Let the person choose a project file."""
        path, _ = QFileDialog.getOpenFileName(self.window, QCoreApplication.translate("App", "Open a project"), "", "*.annot")
        if path:
            self._try(partial(self.open_project, Path(path)))

    def ask_for_new(self) -> None:
        """Let the person name a new project file."""
        path, _ = QFileDialog.getSaveFileName(self.window, QCoreApplication.translate("App", "New project"), "", "*.annot")
        if path:
            self._try(partial(self._make_new, Path(path)))

    def open_sample(self) -> None:
        """Make the sample project in the person's documents, or open the one that is there."""
        folder = Path(platformdirs.user_documents_dir()) / "annotator-demo"
        self._run(background.make_sample(folder), self._on_sample_made)

    def import_files(self, paths: list[str]) -> None:
        """Show how files and folders would be imported into the open project; files that come later join them."""
        if self.desk is None or not self.desk.is_writable:
            return
        if self.preview is None:
            self.preview = self._preview(self.desk.project)
        self.preview.read([Path(path) for path in paths])

    def cut_anew(self) -> None:
        """Show the page of the open article, to be cut anew; only where nobody has begun it."""
        if self.desk is None or self.desk.article is None or not self.desk.is_writable or self.preview is not None:
            return
        self.preview = self._preview(self.desk.project)
        try:
            self.preview.cut_anew(self.desk.article.id)
        except AnnotatorError:
            self._leave_import()
            raise

    def ask_for_files(self) -> None:
        """Let the person choose page files to import."""
        paths, _ = QFileDialog.getOpenFileNames(self.window, QCoreApplication.translate("App", "Import pages"), "", background.readable())
        if paths:
            self.import_files(paths)

    # Inside

    def _views(self, project: Project, scheme: Scheme) -> Views:
        reading = ReadingView(self._theme, scheme, Typography(size=self._settings.size))
        note_bar = NoteBar(self._theme)
        return Views(
            articles=ArticlePane(self._theme, background.search(project)),
            page=ArticlePage(self._theme, reading, note_bar),
            reading=reading,
            note_bar=note_bar,
            candidates=CandidatePane(self._theme, scheme, background.pattern_titles(project, self.language)),
            labels=LabelPane(self._theme, scheme),
        )

    def _connect(self, desk: Desk, views: Views) -> None:
        desk.article_changed.connect(self._on_article_changed)
        desk.annotation_changed.connect(self._on_annotation_changed)
        desk.current_changed.connect(self._on_current_changed)
        desk.progress_changed.connect(self._on_progress_changed)
        desk.said.connect(self._on_said)
        views.articles.chosen.connect(self._on_article_chosen)
        views.articles.left.connect(self.leave)
        views.candidates.chosen.connect(desk.go_to)
        views.labels.chosen.connect(desk.label)
        views.reading.selected.connect(desk.select)
        views.reading.span_clicked.connect(desk.go_to)
        views.reading.word_asked.connect(self._on_word_asked)
        views.note_bar.written.connect(desk.note)
        views.note_bar.left.connect(self.leave)

    def _handlers(self) -> dict[str, Callable[[], None]]:
        return {
            **{name: partial(self._at_desk, name) for name in DESK_COMMANDS},
            "open_project": self.ask_to_open,
            "new_project": self.ask_for_new,
            "recut": partial(self._try, self.cut_anew),
            "import": self.ask_for_files,
            "quit": self._quit,
            "note": self._write_note,
            "filter": self._filter,
            "leave": self.leave,
            "keys": self._show_keys,
            "about": self._show_about,
        }

    def _at_desk(self, command: str) -> None:
        if command in self._commands:
            self._try(self._commands[command])

    def _try(self, action: Callable[[], None]) -> None:
        try:
            action()
        except AnnotatorError as error:
            self.say(error_words(error))

    def say(self, words: str) -> None:
        """Show a sentence in the message area: the status line, or the banner while no project is open."""
        if self.desk is None:
            self.window.warn(words)
        else:
            self.window.status_line.say(words)

    def leave(self) -> None:
        """Leave whatever the keyboard is in and go back to the article."""
        if self.views is not None:
            self.views.note_bar.hide()
            self.views.reading.clear_selection()
            self.views.reading.setFocus(Qt.FocusReason.OtherFocusReason)

    def _run(self, work: Callable[[Progress], object], then: Callable[[object], None]) -> None:
        self._finish_job()
        job = self._job = Job(work, self.window)
        job.progressed.connect(self._on_job_progressed)
        job.succeeded.connect(then)
        job.failed.connect(self._on_job_failed)
        job.start()

    def _finish_job(self) -> None:
        if self._job is not None:
            self._job.wait()
            self._job.deleteLater()
            self._job = None

    def _make_new(self, path: Path) -> None:
        self.open_project(background.make_new(path))

    def _write_note(self) -> None:
        if self.desk is not None and self.views is not None and self.desk.is_writable:
            item = self.desk.current
            about, note = (
                (f"“{item.surface}”", item.note)
                if item
                else (QCoreApplication.translate("App", "the article"), self.desk.annotation.article.note)
            )
            self.views.note_bar.ask(about, note or "")

    def _filter(self) -> None:
        if self.views is not None:
            self.views.articles.focus_filter()

    def _show_keys(self) -> None:
        scheme = self.desk.scheme if self.desk is not None and self.preview is None else None
        sheet = KeySheet(self._theme, scheme, self.window, commands=COMMANDS if self.preview is None else PREVIEW_COMMANDS)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    def _show_about(self) -> None:
        text = QCoreApplication.translate(
            "App", "annotator {version}. Labels mentions of poverty-alleviation programmes in newspaper pages. MIT licence."
        )
        box = QMessageBox(QMessageBox.Icon.NoIcon, "annotator", text.format(version=__version__), parent=self.window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _quit(self) -> None:
        self.window.close()

    # What happened

    def _on_article_changed(self) -> None:
        desk, views = self.desk, self.views
        if desk is None or views is None or desk.opened is None:
            return
        article = desk.opened.article
        views.reading.show_article(desk.opened.display, article.layout.paragraphs, desk.opened.repeats)
        views.articles.show_current(article.id)
        row = desk.row(article.id)
        views.page.show_article(article, row.file if row is not None else "")
        self.window.status_line.say("")
        self._on_annotation_changed()

    def _on_annotation_changed(self) -> None:
        desk, views = self.desk, self.views
        if desk is None or views is None or desk.opened is None:
            return
        if desk.selection is None:
            views.reading.clear_selection()
        views.reading.show_items(desk.items)
        decided = len(desk.items) - desk.undecided
        views.candidates.show_items(desk.items, decided)
        views.page.show_state(is_finished=desk.annotation.article.is_finished, is_blind=desk.opened.is_blind)
        self.window.status_line.show_progress(decided, len(desk.items))

    def _on_current_changed(self) -> None:
        desk, views = self.desk, self.views
        if desk is None or views is None:
            return
        views.reading.show_current(desk.current)
        views.candidates.show_current(desk.current)
        views.labels.show_label(desk.current.label if desk.current is not None else "")

    def _on_progress_changed(self, article: str) -> None:
        row = self.desk.row(article) if self.desk is not None else None
        if row is not None and self.views is not None:
            self.views.articles.put_row(row)
            self.window.status_line.show_saved()

    def _on_said(self, template: str, facts: dict[str, object]) -> None:
        self.say(sentence("Desk", template, facts))

    def _on_article_chosen(self, article: str) -> None:
        if self.desk is not None:
            self._try(partial(self.desk.open, article))

    def _on_word_asked(self, offset: int) -> None:
        if self.desk is not None and self.views is not None:
            self.views.reading.select_range(*self.desk.words.around(offset))

    def _on_path_chosen(self, path: str) -> None:
        self._try(partial(self.open_project, Path(path)))

    def _on_sample_made(self, path: object) -> None:
        self._try(partial(self.open_project, Path(str(path))))

    def _preview(self, project: Project) -> background.Intake:
        # The preview reads pages; a window that only annotates starts without it.
        from annotator.session.preview import Preview  # noqa: PLC0415
        from annotator.ui.import_preview import ImportPreview  # noqa: PLC0415

        preview = Preview(project, self.window)
        page = ImportPreview(self._theme, preview)
        page.import_asked.connect(preview.store_all)
        page.give_up_asked.connect(self._leave_import)
        preview.stored.connect(self._on_stored)
        self.window.cover(page, keeps=frozenset({"import"}))
        return preview

    def _leave_import(self) -> None:
        if self.preview is not None:
            preview, self.preview = self.preview, None
            preview.stop()
            self.window.uncover()
            preview.deleteLater()
            self.leave()

    def _on_stored(self, report: object) -> None:
        self._leave_import()
        self._on_imported(report)

    def _on_imported(self, report: object) -> None:
        if self.desk is None or self.views is None or not isinstance(report, background.ImportReport):
            return
        self.views.articles.show_rows(self.desk.project.title, self.desk.rows())
        if self.desk.article is None or self.desk.row(self.desk.article.id) is None:
            self.desk.open_first()
        else:
            self.desk.open(self.desk.article.id)
        words = QCoreApplication.translate("App", "{articles} articles imported from {files} files, {skipped} files skipped.")
        self.say(words.format(articles=report.articles, files=report.files, skipped=len(report.skipped)))
        if report.skipped:
            names = QCoreApplication.translate("App", "Skipped: {names}.").format(names=", ".join(one.file for one in report.skipped))
            self.say(f"{self.window.status_line.sentence} {names}")

    def _on_job_progressed(self, done: int, everything: int) -> None:
        self.say(QCoreApplication.translate("App", "Working… {done}/{all}").format(done=done, all=everything))

    def _on_job_failed(self, error: object) -> None:
        if isinstance(error, AnnotatorError):
            self.say(error_words(error))


def build(project: Path | None, *, annotator: str | None = None) -> App:
    """Return the whole desktop, with `project` open or the welcome page, without running an event loop and without a dialog.

    Raises:
        AnnotatorError: the project cannot be opened.
    """
    existing = QApplication.instance()
    qt = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app = App(qt, load_settings(), annotator=annotator)
    try:
        if project is None:
            app.show_welcome()
        else:
            app.open_project(project)
    except BaseException:
        app.close()
        raise
    return app


def run(project: Path | None, *, annotator: str | None = None) -> int:
    """Show the window until it is closed; return the exit code."""
    app = build(project, annotator=annotator)
    app.window.show()
    try:
        return QApplication.exec()
    finally:
        app.close()


def _text_of(command: str) -> str:
    return next(c.text for c in COMMANDS if c.id == command)
