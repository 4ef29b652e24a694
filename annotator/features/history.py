"""History: what was done here, in words; back to any step; and the place at which the window opens again."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer
from typing_extensions import override

from annotator.features.feature import Commands, Feature
from annotator.features.room import Room
from annotator.features.views import Views
from annotator.project import annotating
from annotator.session import history
from annotator.session.desk import Desk
from annotator.session.history import Past, Step
from annotator.session.place import Seen
from annotator.ui.history_panel import HistoryPanel

_NAME = "history"
# A reader who walks with the arrows does not wait for a file; one who stays does not notice.
_SETTLED = 800
# The list follows when the hands pause; a key does not wait for it.
_PAUSE = 50


class History(Feature):
    """Shows the steps of the ledger in a pane, and follows what is done."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._panel: HistoryPanel | None = None
        self._soon = self._timer(_PAUSE, self._refresh)
        self._settled = self._timer(_SETTLED, self._keep_place)
        room.window.docks.first_shown.connect(self._on_shown)

    @override
    def commands(self) -> Commands:
        return {"history": self._toggle}

    @override
    def opened(self, desk: Desk, views: Views) -> None:
        desk.seen = self._seen(desk)
        desk.progress_changed.connect(self._on_progress_changed)
        desk.current_changed.connect(self._settled.start)

    @override
    def closing(self) -> None:
        self._keep_place()
        self._settled.stop()
        self._soon.stop()
        self._panel = None

    # The pane

    def _toggle(self) -> None:
        docks, desk = self.room.window.docks, self.room.desk
        if desk is None:
            return
        if self._panel is not None and self._panel.isVisible() and self._panel.list.hasFocus():
            self._leave()
            return
        docks.show(_NAME)
        panel = self._made(desk)
        self._refresh()
        panel.take_keys()

    def _made(self, desk: Desk) -> HistoryPanel:
        if self._panel is None:
            rows = history.rows_of(desk)
            panel = self._panel = HistoryPanel(self.room.theme, desk.scheme, partial(_further, rows))
            panel.place_asked.connect(self._on_place_asked)
            panel.travel_asked.connect(self._on_travel_asked)
            panel.left.connect(self._leave)
            self.room.window.docks.put(_NAME, panel)
        return self._panel

    def _leave(self) -> None:
        self.room.window.docks.hide(_NAME)
        self.room.leave()

    def _on_shown(self, name: str) -> None:
        """Fill the pane where it is on screen without a key having asked for it: it was there when the window was closed."""
        if name == _NAME:
            self._soon.start()

    def _on_progress_changed(self) -> None:
        if self.room.window.docks.is_shown(_NAME):
            self._soon.start()

    def _refresh(self) -> None:
        desk = self.room.desk
        if desk is not None and self.room.window.docks.is_shown(_NAME):
            panel = self._made(desk)
            panel.show_past(history.again(panel.model.past, history.rows_of(desk)))

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
        if desk is None or panel is None or not desk.may_write():
            return
        count = history.go_back_to(desk, panel.steps, step)
        self._refresh()
        panel.take_keys()
        if not count and step.is_undone:
            self.room.say(_words("Other work was done since; this step cannot be redone."))
        elif step.is_undone:
            self.room.say(_words("{count} steps redone.").format(count=count))
        else:
            self.room.say(_words("{count} steps undone; redo takes them back one by one.").format(count=count))

    # The place

    def _seen(self, desk: Desk) -> Seen | None:
        place = self.room.settings.place
        if place[:2] != (str(desk.project.path), desk.person):
            return None
        newest, article, target = place[2:]
        return Seen(newest, article, target or None)

    def _keep_place(self) -> None:
        """Remember the span on the desk; a window that was killed opens on it again."""
        desk = self.room.desk
        if desk is None or desk.article is None:
            return
        last = annotating.last_step(desk.project, desk.person)
        target = desk.current.target if desk.current is not None else ""
        place = (str(desk.project.path), desk.person, last.newest if last is not None else "", desk.article.id, target)
        if place != self.room.settings.place:
            self.room.change_settings(replace(self.room.settings, place=place))

    def _timer(self, milliseconds: int, act: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(act)
        return timer


def _further(rows: history.Rows, past: Past) -> Past:
    return history.further(past, rows)


def _words(text: str) -> str:
    return QCoreApplication.translate("History", text)
