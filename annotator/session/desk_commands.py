"""The commands of the command table that the desk carries out."""

from collections.abc import Callable
from functools import partial

from annotator.session.desk import Desk
from annotator.session.edges import Edge, Unit

_EDGES = {
    "end_right": (Edge.END, Unit.WORD, 1),
    "end_left": (Edge.END, Unit.WORD, -1),
    "start_right": (Edge.START, Unit.WORD, 1),
    "start_left": (Edge.START, Unit.WORD, -1),
    "end_right_1": (Edge.END, Unit.CHARACTER, 1),
    "end_left_1": (Edge.END, Unit.CHARACTER, -1),
    "start_right_1": (Edge.START, Unit.CHARACTER, 1),
    "start_left_1": (Edge.START, Unit.CHARACTER, -1),
}

_PLAIN = ("accept", "reject", "skip", "flag", "finish", "reopen", "undo", "redo", "toggle_repeats")
_STEPS = {"next": 1, "previous": -1}
_ARTICLES = {"next_article": 1, "previous_article": -1}

NAMES = (*_PLAIN, *_EDGES, *_STEPS, *_ARTICLES)


def desk_commands(desk: Desk) -> dict[str, Callable[[], None]]:
    """Return what each command in `NAMES` does at `desk`."""
    commands: dict[str, Callable[[], None]] = {name: getattr(desk, name) for name in _PLAIN}
    commands |= {name: partial(desk.move, *how) for name, how in _EDGES.items()}
    commands |= {name: partial(desk.go, step) for name, step in _STEPS.items()}
    return commands | {name: partial(desk.open_beside, step) for name, step in _ARTICLES.items()}
