"""The pane of the history: the steps of the ledger in words, their places, and back to any of them."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject

from annotator.features.room import Room
from annotator.session import history
from annotator.session.desk import Desk
from annotator.session.history import Past, Step
from annotator.ui.history_panel import HistoryPanel

NAME = "history"


class HistoryShown(QObject):
    """The history of one open project, from the first look at it on."""

    def __init__(self, room: Room, desk: Desk) -> None:
        super().__init__(room)
        self.room = room
        rows = history.rows_of(desk)
        panel = self._panel = HistoryPanel(room.theme, desk.scheme, partial(_further, rows))
        panel.place_asked.connect(self._on_place_asked)
        panel.travel_asked.connect(self._on_travel_asked)
        panel.left.connect(self.leave)
        room.window.docks.put(NAME, panel)

    @property
    def has_keys(self) -> bool:
        """Whether the keyboard is in the list."""
        return self._panel.isVisible() and self._panel.list.hasFocus()

    def take_keys(self) -> None:
        """Give the keyboard to the list."""
        self._panel.take_keys()

    def refresh(self) -> None:
        """Read the steps anew."""
        desk, panel = self.room.desk, self._panel
        if desk is not None:
            panel.show_past(history.again(panel.model.past, history.rows_of(desk)))

    def leave(self) -> None:
        """Hide the pane and go back to the article."""
        self.room.window.docks.hide(NAME)
        self.room.leave()

    def _on_place_asked(self, step: object) -> None:
        if isinstance(step, Step):
            self.room.attempt(partial(self._show_place, step))

    def _show_place(self, step: Step) -> None:
        desk = self.room.desk
        if desk is None:
            return
        if desk.article is None or desk.article.id != step.article:
            desk.open(step.article, target=step.target)
        else:
            desk.go_to(step.target or "")
        if step.target is not None and desk.by_target(step.target) is None:
            self.room.say(_words("“{words}” stands there no more, or in a folded repeat.").format(words=step.surface))

    def _on_travel_asked(self, step: object) -> None:
        if isinstance(step, Step):
            self.room.attempt(partial(self._travel, step))

    def _travel(self, step: Step) -> None:
        desk, panel = self.room.desk, self._panel
        if desk is None or not desk.may_write():
            return
        count = history.go_back_to(desk, panel.steps, step)
        self.refresh()
        panel.take_keys()
        if not count and step.is_undone:
            self.room.say(_words("Other work was done since; this step cannot be redone."))
        elif step.is_undone:
            self.room.say(_words("{count} steps redone.").format(count=count))
        else:
            self.room.say(_words("{count} steps undone; redo takes them back one by one.").format(count=count))


def _further(rows: history.Rows, past: Past) -> Past:
    return history.further(past, rows)


def _words(text: str) -> str:
    return QCoreApplication.translate("History", text)
