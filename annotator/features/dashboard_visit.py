"""One visit to the dashboard; `features.dashboard` loads this with the first one."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt

from annotator.core.errors import AnnotatorError
from annotator.features.room import Room
from annotator.project.dashboard import Scope
from annotator.session.dashboard import Dashboard, words
from annotator.session.desk import Desk
from annotator.session.translating import error_words
from annotator.ui.dashboard import DashboardPage, line_of, look_of
from annotator.ui.file_dialog import file_to_save
from annotator.ui.theme import load_theme

NAME = "dashboard"
_KINDS = "PNG (*.png);;SVG (*.svg);;CSV (*.csv)"
_SUFFIXES = (".png", ".svg", ".csv")


class Visit(QObject):
    """Shows the page over the desk until the reader leaves, or another page takes its place."""

    def __init__(self, room: Room, desk: Desk, dashboard: Dashboard) -> None:
        super().__init__(room)
        self._room, self._desk, self.dashboard = room, desk, dashboard
        self.page = DashboardPage(room.theme, self.dashboard)
        self._is_open = True
        self.page.left.connect(self._leave)
        self.page.closed.connect(self.close)
        self.page.scope_chosen.connect(self._on_scope_chosen)
        self.page.save_asked.connect(self._on_save_asked)
        self.page.workload_asked.connect(self._on_workload_asked)
        self.dashboard.failed.connect(self._on_failed)
        room.window.cover(self.page, name=NAME, keeps=frozenset({NAME}))
        # A layout shows its widgets later, and what is not shown takes no focus.
        self.page.show()
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.dashboard.count(self.dashboard.scope)

    def close(self) -> None:
        """Let go: the page is not shown any more. What is being counted or drawn goes on, so that leaving takes no time."""
        if self._is_open:
            self._is_open = False
            self.deleteLater()

    def save_chart(self, name: str, path: Path) -> None:
        """Write a chart as its ending says; on paper it is dark on light, whatever the window is."""
        self._attempt(partial(self._save_chart, name, path), path)

    def save_workload(self, path: Path) -> None:
        """Write the workload sheet."""
        self._attempt(partial(self.dashboard.save_workload, path), path)

    def _save_chart(self, name: str, path: Path) -> None:
        from annotator.project.dashboard_plots import save  # noqa: PLC0415 (Matplotlib costs a second)

        light = load_theme(is_dark=False, language=self._room.theme.language)
        charts = {part.chart.name: part.chart for part in self.dashboard.parts(partial(line_of, light))}
        if name in charts:
            save(charts[name], look_of(light), path)

    def _attempt(self, act: Callable[[], None], path: Path) -> None:
        try:
            act()
        except AnnotatorError as error:
            self.page.say(error_words(error))
        else:
            self.page.say(words("Saved: {path}").format(path=path))

    def _leave(self) -> None:
        self._room.window.uncover()
        self._room.leave()

    def _on_scope_chosen(self, scope: object) -> None:
        if isinstance(scope, Scope):
            self.dashboard.count(scope)

    def _on_failed(self, error: object) -> None:
        if isinstance(error, AnnotatorError):
            self.page.say(error_words(error))

    def _on_save_asked(self, name: str) -> None:
        path, kind = file_to_save(self.page, words("Save the plot"), f"{self._desk.project.path.stem}-{name}.png", _KINDS)
        if path:
            self.save_chart(name, _with_suffix(Path(path), kind))

    def _on_workload_asked(self) -> None:
        proposed = f"{self._desk.project.path.stem}-workload.xlsx"
        path, _ = file_to_save(self.page, words("Save the workload sheet"), proposed, "Excel (*.xlsx)")
        if path:
            self.save_workload(Path(path) if Path(path).suffix else Path(f"{path}.xlsx"))


def _with_suffix(path: Path, kind: str) -> Path:
    """Return `path` with an ending that is known: its own, else that of the `kind` that was chosen in the dialog."""
    if path.suffix.lower() in _SUFFIXES:
        return path
    return Path(f"{path}{next((suffix for suffix in _SUFFIXES if suffix in kind), _SUFFIXES[0])}")
