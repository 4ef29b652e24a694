"""One tour under way: its bar over the article, and when it ends; `features.touring` loads this with the first one."""

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QBoxLayout

from annotator.features.room import Room
from annotator.features.views import Views
from annotator.session.desk import Desk
from annotator.session.touring import DONE, STEPS, Tour
from annotator.ui.tour import TourBar


class Guide(QObject):
    """Shows the steps until the last is done, or the annotator wants no more.

    Signals:
        over: the tour was ended or skipped by the annotator.
    """

    over = Signal()

    def __init__(self, room: Room, desk: Desk, views: Views) -> None:
        super().__init__(room)
        self._room = room
        self.tour = Tour(desk, self)
        self.bar = TourBar(room.theme)
        column = views.page.layout()
        if isinstance(column, QBoxLayout):
            column.insertWidget(0, self.bar)
        self._leave_command = room.window.command("leave")
        self._leave_command.triggered.connect(self._on_wanted_no_more)
        self.bar.skipped.connect(self._on_wanted_no_more)
        self.tour.moved.connect(self._show)
        self.tour.ended.connect(self._on_wanted_no_more)
        self._show()

    def leave(self) -> None:
        """Take the bar away."""
        self._leave_command.triggered.disconnect(self._on_wanted_no_more)
        self.bar.hide()
        self.bar.deleteLater()
        self.tour.deleteLater()
        self.deleteLater()

    def _show(self) -> None:
        step = self.tour.step
        if step is None:
            self.bar.show_step(self.tour.at, len(STEPS), QCoreApplication.translate("Tour", DONE), "")
            return
        key = "1 … Y" if step.command == "relabel" else self._room.window.first_key(step.command)
        self.bar.show_step(self.tour.at, len(STEPS), QCoreApplication.translate("Tour", step.text).format(key=key), key)

    def _on_wanted_no_more(self) -> None:
        self.leave()
        self.over.emit()
