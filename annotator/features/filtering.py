"""The desk itself: back to it, and the filter of its list of articles."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from typing_extensions import override

from annotator.features.feature import Commands, Feature
from annotator.features.room import Room
from annotator.features.views import Views
from annotator.session.article_filter import Facets, facets_of
from annotator.session.desk import Desk
from annotator.session.jobs import Job, Progress


class Filtering(Feature):
    """Goes back to the desk from another workspace, and lets the reader type a filter.

    What articles are filtered by beside their rows is looked up on a thread: pages and conditions after the first article is on
    screen, labels when one is asked for.
    """

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._jobs: list[Job] = []

    @override
    def commands(self) -> Commands:
        return {"filter": self._filter, "desk": self._to_desk}

    @override
    def opened(self, desk: Desk, views: Views) -> None:
        views.articles.know(Facets(), desk.scheme)
        views.articles.labels_asked.connect(self._on_labels_asked)
        desk.progress_changed.connect(self._on_progress_changed)
        QTimer.singleShot(0, desk, self._look_up_pages)

    @override
    def closing(self) -> None:
        jobs, self._jobs = self._jobs, []
        for job in jobs:
            job.succeeded.disconnect()
            job.wait()
            job.deleteLater()

    def _to_desk(self) -> None:
        self.room.window.uncover()
        self.room.leave()

    def _filter(self) -> None:
        if self.room.views is not None:
            self.room.views.articles.focus_filter()

    def _look_up(self, work: Callable[[Progress], object], then: Callable[[object], None]) -> None:
        job = Job(work)
        job.succeeded.connect(then)
        self._jobs.append(job)
        job.begin()

    def _look_up_pages(self) -> None:
        desk = self.room.desk
        if desk is not None:
            self._look_up(partial(_pages_and_conditions, desk), self._on_pages_known)

    def _on_pages_known(self, found: object) -> None:
        desk, views = self.room.desk, self.room.views
        if desk is not None and views is not None and isinstance(found, Facets) and found != Facets():
            views.articles.know(replace(found, labels=views.articles.facets.labels), desk.scheme)

    def _on_labels_asked(self) -> None:
        desk = self.room.desk
        if desk is not None and not any(job.isRunning() for job in self._jobs[1:]):
            self._look_up(partial(_labelled, desk), self._on_labels_known)

    def _on_labels_known(self, found: object) -> None:
        desk, views = self.room.desk, self.room.views
        if desk is not None and views is not None and isinstance(found, dict):
            views.articles.know(replace(views.articles.facets, labels=found), desk.scheme)

    def _on_progress_changed(self, article: str) -> None:
        desk, views = self.room.desk, self.room.views
        if desk is None or views is None or views.articles.facets.labels is None:
            return
        row = desk.row(article)
        if row is not None:
            from annotator.project import filtering  # noqa: PLC0415 (loaded when labels were asked for)

            labels = filtering.labels_in(desk.project, desk.person, article)
            views.articles.learn(views.articles.facets.with_article(row.number, labels))


def _pages_and_conditions(desk: Desk, _progress: Progress) -> object:
    from annotator.project import filtering  # noqa: PLC0415 (on a thread, after the first paint)

    return facets_of(*filtering.pages_and_conditions(desk.project.path, desk.person))


def _labelled(desk: Desk, _progress: Progress) -> object:
    from annotator.project import filtering  # noqa: PLC0415 (no start needs it)

    return filtering.labelled(desk.project.path, desk.person)
