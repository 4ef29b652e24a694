"""Deciding: the open article, its spans, and the keys that decide them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from annotator.features.feature import Commands, Feature
from annotator.features.room import Room
from annotator.features.views import Views
from annotator.session.desk import Desk
from annotator.session.desk_commands import NAMES, desk_commands
from annotator.session.translating import sentence


class Deciding(Feature):
    """Shows what the desk holds, and hands it what is asked."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._at_desk: dict[str, Callable[[], None]] = {}

    @override
    def commands(self) -> Commands:
        return {**{name: partial(self._call, name) for name in NAMES}, "note": self._write_note, "leave": self.room.leave}

    @override
    def opened(self, desk: Desk, views: Views) -> None:
        self._at_desk = desk_commands(desk)
        desk.article_changed.connect(self._on_article_changed)
        desk.annotation_changed.connect(self._on_annotation_changed)
        desk.current_changed.connect(self._on_current_changed)
        desk.progress_changed.connect(self._on_progress_changed)
        desk.said.connect(self._on_said)
        views.articles.chosen.connect(self._on_article_chosen)
        views.articles.left.connect(self.room.leave)
        views.candidates.chosen.connect(desk.go_to)
        views.labels.chosen.connect(desk.label)
        views.reading.selected.connect(desk.select)
        views.reading.span_clicked.connect(desk.go_to)
        views.reading.word_asked.connect(self._on_word_asked)
        views.note_bar.written.connect(desk.note)
        views.note_bar.left.connect(self.room.leave)

    @override
    def closing(self) -> None:
        self._at_desk = {}

    def _call(self, command: str) -> None:
        if command in self._at_desk:
            self._at_desk[command]()

    def _write_note(self) -> None:
        desk, views = self.room.desk, self.room.views
        if desk is not None and views is not None and desk.is_writable:
            item = desk.current
            about, note = (
                (f"“{item.surface}”", item.note)
                if item
                else (QCoreApplication.translate("App", "the article"), desk.annotation.article.note)
            )
            views.note_bar.ask(about, note or "")

    def _on_article_changed(self) -> None:
        desk, views = self.room.desk, self.room.views
        if desk is None or views is None or desk.opened is None:
            return
        article = desk.opened.article
        views.reading.show_article(desk.opened.display, article.layout.paragraphs, desk.opened.repeats)
        views.articles.show_current(article.id)
        row = desk.row(article.id)
        views.page.show_article(article, row.file if row is not None else "")
        self.room.window.status_line.say("")
        self._on_annotation_changed()

    def _on_annotation_changed(self) -> None:
        desk, views = self.room.desk, self.room.views
        if desk is None or views is None or desk.opened is None:
            return
        if desk.selection is None:
            views.reading.clear_selection()
        views.reading.show_items(desk.items)
        decided = len(desk.items) - desk.undecided
        views.candidates.show_items(desk.items, decided)
        views.page.show_state(is_finished=desk.annotation.article.is_finished, is_blind=desk.opened.is_blind)
        self.room.window.status_line.show_progress(decided, len(desk.items))

    def _on_current_changed(self) -> None:
        desk, views = self.room.desk, self.room.views
        if desk is None or views is None:
            return
        views.reading.show_current(desk.current)
        views.candidates.show_current(desk.current)
        views.labels.show_label(desk.current.label if desk.current is not None else "")

    def _on_progress_changed(self, article: str) -> None:
        desk, views = self.room.desk, self.room.views
        row = desk.row(article) if desk is not None else None
        if row is not None and views is not None:
            views.articles.put_row(row)
            self.room.window.status_line.show_saved()

    def _on_said(self, template: str, facts: dict[str, object]) -> None:
        self.room.say(sentence("Desk", template, facts))

    def _on_article_chosen(self, article: str) -> None:
        if self.room.desk is not None:
            self.room.attempt(partial(self.room.desk.open, article))

    def _on_word_asked(self, offset: int) -> None:
        if self.room.desk is not None and self.room.views is not None:
            self.room.views.reading.select_range(*self.room.desk.words.around(offset))
