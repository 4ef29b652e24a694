"""Appearance: face, size, line height, measure, raw lines, theme and language; kept in the settings, seen at once."""

from dataclasses import replace
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QApplication
from typing_extensions import override

from annotator.features.feature import Commands, Feature
from annotator.features.room import Room
from annotator.features.views import Views
from annotator.session.desk import Desk
from annotator.session.settings import SIZES, Settings
from annotator.ui.appearance import language_of, theme_of
from annotator.ui.reading_sheet import ReadingSheet
from annotator.ui.typography import Typography, families_of

_KEEPS = frozenset({"larger", "smaller", "usual_size", "raw_lines", "appearance"})


class _Page(Protocol):
    @property
    def sample(self) -> ReadingSheet: ...

    def show_settings(self, settings: Settings) -> None: ...


class Appearance(Feature):
    """Changes how the article is set and the window looks."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._page: _Page | None = None

    @override
    def commands(self) -> Commands:
        return {
            "appearance": self._show_page,
            "larger": partial(self._resize, 1),
            "smaller": partial(self._resize, -1),
            "usual_size": self._usual_size,
            "raw_lines": self._toggle_raw_lines,
        }

    @override
    def opened(self, desk: Desk, views: Views) -> None:
        desk.show_raw_lines(is_raw=self.room.settings.raw_lines)
        views.page.show_raw_lines(is_raw=self.room.settings.raw_lines)
        if self.room.settings.face:
            self._set_article(self.room.settings)

    @override
    def closing(self) -> None:
        self._page = None

    def _resize(self, step: int) -> None:
        self._on_changed(replace(self.room.settings, size=SIZES.within(self.room.settings.size + step)))

    def _usual_size(self) -> None:
        self._on_changed(replace(self.room.settings, size=SIZES.usual))

    def _toggle_raw_lines(self) -> None:
        self._on_changed(replace(self.room.settings, raw_lines=not self.room.settings.raw_lines))

    def _show_page(self) -> None:
        desk = self.room.desk
        if self._page is not None:
            self._leave()
            return
        if desk is None or self.room.window.covered_by:
            return
        from annotator.ui.appearance_page import AppearancePage  # noqa: PLC0415 (seldom needed, and it lists fonts)

        self._page = page = AppearancePage(self.room.theme, desk.scheme, self.room.settings)
        page.changed.connect(self._on_changed)
        page.left.connect(self._leave)
        self.room.window.cover(page, name="appearance", keeps=_KEEPS)
        self._show_sample()

    def _leave(self) -> None:
        if self._page is not None:
            self._page = None
            self.room.window.uncover()
            self.room.leave()

    def _on_changed(self, settings: Settings) -> None:
        """Keep the settings and show what changed."""
        before = self.room.settings
        if settings == before:
            return
        self.room.change_settings(settings)
        if language_of(settings.language) != self.room.theme.language:
            self.room.make_anew()
            return
        if settings.theme != before.theme:
            self._set_theme(settings)
            return
        self._set_article(settings)
        desk, views = self.room.desk, self.room.views
        if desk is not None and views is not None:
            desk.show_raw_lines(is_raw=settings.raw_lines)
            views.page.show_raw_lines(is_raw=settings.raw_lines)
        if self._page is not None:
            self._page.show_settings(settings)
            self._show_sample()

    def _set_article(self, settings: Settings) -> None:
        if self.room.views is not None:
            self._set(self.room.views.reading, settings)

    def _set(self, sheet: ReadingSheet, settings: Settings) -> None:
        typography = Typography(settings.size, settings.line_height, settings.measure)
        sheet.set_typography(typography, families_of(self.room.theme, settings.face))

    def _show_sample(self) -> None:
        """Show the open article as it would stand, while the page covers it."""
        desk = self.room.desk
        if self._page is not None and desk is not None and desk.opened is not None:
            sample, opened = self._page.sample, desk.opened
            sample.show_article(opened.display, opened.article.layout.paragraphs, opened.repeats)
            sample.show_items(desk.items)
            self._set(sample, self.room.settings)
            sample.show_current(desk.current)

    def follow_system(self) -> None:
        """Look as the settings say, after the system changed between light and dark."""
        self._set_theme(self.room.settings)

    def _set_theme(self, settings: Settings) -> None:
        """Give the window another theme. Its widgets are made anew, and the article is opened again where it was."""
        room, desk = self.room, self.room.desk
        qt = QApplication.instance()
        if not isinstance(qt, QApplication):
            return
        room.theme = theme_of(qt, settings.theme, room.theme.language)
        qt.setPalette(room.theme.palette())
        room.window.set_theme(room.theme)
        if desk is None:
            return
        path, article = desk.project.path, desk.article
        target = desk.current.target if desk.current is not None else None
        was_page = self._page is not None
        room.close_project()
        room.open_project(path)
        if room.desk is not None and article is not None:
            room.desk.open(article.id, target=target)
        if was_page:
            self._show_page()
