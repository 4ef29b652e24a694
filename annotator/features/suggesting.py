"""Candidates computed again: when asked, and, where the project learns, after every few finished articles."""

from typing_extensions import override

from annotator.features.feature import Commands, Feature
from annotator.features.room import Room
from annotator.features.views import Views
from annotator.session import background
from annotator.session.desk import Desk
from annotator.session.translating import QT_TRANSLATE_NOOP, sentence

# Enough new decisions to change anything; few enough to notice.
EVERY = 10


class Suggesting(Feature):
    """Computes candidates on a thread and shows the open article with them."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._finished = 0

    @override
    def commands(self) -> Commands:
        return {"suggest": self.suggest}

    @override
    def opened(self, desk: Desk, views: Views) -> None:
        self._finished = desk.finished_here()
        self._dim(desk, views)
        desk.article_changed.connect(self._on_article_changed)

    def suggest(self) -> None:
        """Compute the candidates that are out of date."""
        desk = self.room.desk
        if desk is not None and desk.may_write() and not self.room.is_busy:
            self._finished = desk.finished_here()
            self.room.run(background.suggest(desk.project), self._on_suggested)

    @staticmethod
    def _dim(desk: Desk, views: Views) -> None:
        below = background.dim_below(desk.project)
        views.reading.dim_below(below)
        views.candidates.dim_below(below)

    def _on_article_changed(self) -> None:
        desk = self.room.desk
        if desk is None or not desk.is_writable or self.room.is_busy or not background.learns(desk.project):
            return
        if desk.finished_here() >= self._finished + EVERY:
            self.suggest()

    def _on_suggested(self, total: object) -> None:
        desk, views = self.room.desk, self.room.views
        if desk is None or views is None:
            return
        self._dim(desk, views)
        views.articles.show_rows(desk.project.title, desk.rows())
        if desk.article is not None:
            desk.open(desk.article.id, target=desk.current.target if desk.current is not None else None)
        self.room.say(sentence("Suggesting", QT_TRANSLATE_NOOP("Suggesting", "{count} candidates in this project."), {"count": total}))
