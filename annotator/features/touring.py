"""The tour: begins by itself when the sample is opened for the first time, and from the menu whenever somebody likes."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QTimer
from typing_extensions import override

from annotator.features.feature import Commands, Feature
from annotator.features.room import Room
from annotator.features.views import Views
from annotator.session import background
from annotator.session.desk import Desk

_SAMPLE_FILE = "demo.annot"
_AFTER = 100


class _Guide(Protocol):
    def leave(self) -> None: ...


class Touring(Feature):
    """`guide` is the tour that is under way. Decisions made on it are ordinary ones."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.guide: _Guide | None = None
        self._is_asked = False

    @override
    def commands(self) -> Commands:
        return {"tour": self._ask}

    @override
    def opened(self, desk: Desk, views: Views) -> None:
        # By its name first: whoever opens another project waits for nothing that a tour needs.
        if desk.project.path.name == _SAMPLE_FILE and (self._is_asked or not self.room.settings.toured):
            # The article is opened after this and painted; the tour does not hold that up.
            QTimer.singleShot(_AFTER, desk, self._begin)
        self._is_asked = False

    @override
    def closing(self) -> None:
        if self.guide is not None:
            self.guide.leave()
        self.guide = None

    def _ask(self) -> None:
        from annotator.session.touring import is_sample, sample_folder  # noqa: PLC0415 (nobody needs it at the start)

        desk = self.room.desk
        # What is prepared on the page of an import would be lost.
        if self.room.window.covered_by == "import":
            return
        if desk is not None and is_sample(desk.project):
            self.closing()
            self.room.window.uncover()
            self._begin()
        else:
            self._is_asked = True
            self.room.run(background.make_sample(sample_folder()), self._on_sample_made)

    def _on_sample_made(self, path: object) -> None:
        self.room.attempt(partial(self.room.open_project, Path(str(path))))

    def _begin(self) -> None:
        from annotator.features.touring_guide import Guide  # noqa: PLC0415 (as above)
        from annotator.session.touring import NOTHING_LEFT, article_for, is_sample  # noqa: PLC0415 (as above)

        desk, views = self.room.desk, self.room.views
        if desk is None or views is None or self.guide is not None or not desk.is_writable or not is_sample(desk.project):
            return
        here = desk.article.id if desk.article is not None else None
        article = article_for(desk.rows(), here, desk.undecided)
        if article is None:
            self.room.say(QCoreApplication.translate("Tour", NOTHING_LEFT))
            return
        if article != here:
            desk.open(article)
        guide = Guide(self.room, desk, views)
        guide.over.connect(self._on_over)
        self.guide = guide
        self.room.leave()

    def _on_over(self) -> None:
        self.guide = None
        if not self.room.settings.toured:
            self.room.change_settings(replace(self.room.settings, toured=True))
