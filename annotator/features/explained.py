"""The facts of the open project at work: the card asks them, the list of what rulings left out shows them.

`features.explaining` loads this after the first paint.
"""

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QRect
from PySide6.QtWidgets import QWidget

from annotator.core.errors import AnnotatorError
from annotator.features.room import Room
from annotator.features.views import Views
from annotator.project.evidence import LeftOut, Rule
from annotator.session.desk import Desk
from annotator.session.evidence import Evidence
from annotator.session.translating import error_words
from annotator.ui.link_left_out import LeftOutList
from annotator.ui.link_place import rect_on


class Explained(QObject):
    """Joins the evidence to the widgets of one open project."""

    def __init__(self, room: Room, desk: Desk, views: Views) -> None:
        super().__init__(desk)
        self._room, self._desk, self._views = room, desk, views
        self._panel: QWidget | None = None
        self._evidence = Evidence(desk, room.theme.language, self)
        self._evidence.changed.connect(views.candidates.card.refresh)
        self._evidence.found.connect(self._on_found)
        self._evidence.failed.connect(self._on_failed)
        views.candidates.card.use(self._evidence.about)
        views.candidates.card.refresh()

    def look(self) -> None:
        """List what rulings left out of the open article, once a thread has found it."""
        if self._evidence.is_blind:
            self._room.say(QCoreApplication.translate("App", "This article is annotated without candidates. Rulings are not shown either."))
        elif self._desk.article is not None:
            self._room.say(QCoreApplication.translate("App", "Looking for what rulings left out…"))
            self._evidence.look_for_left_out()

    def close(self) -> None:
        """Wait for threads; nothing is asked from now on."""
        self._evidence.close()

    def _on_found(self, places: tuple[LeftOut, ...], rulings: dict[str, Rule]) -> None:
        opened, views, room = self._desk.opened, self._views, self._room
        if opened is None:
            return
        marked = {(item.start, item.end) for item in opened.items if item.is_mark}
        left = [place for place in places if (place.start, place.end) not in marked]
        if not left:
            room.say(QCoreApplication.translate("App", "Rulings left nothing out of this article."))
            return
        room.say("")
        if self._panel is not None:
            self._panel.deleteLater()
        panel = self._panel = LeftOutList(room.theme, self._desk.scheme, views.page)
        panel.looked_at.connect(views.reading.select_range)
        panel.wanted.connect(self._desk.add)
        panel.left.connect(room.leave)
        self._desk.article_changed.connect(panel.hide)
        panel.show_places(left, rulings, opened.article.text, partial(rect_on, views.page, views.reading, opened.display))
        # At the bottom, so that the text it speaks of can be read.
        panel.show_beside(QRect(views.page.width() // 4, views.page.height(), 1, 1))
        panel.take_focus()

    def _on_failed(self, error: AnnotatorError) -> None:
        self._room.say(error_words(error))
