"""The tour of the desk: seven steps through one article of the sample, each waiting until it has really been done."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import platformdirs
from PySide6.QtCore import QObject, Signal

from annotator.core.decision import Kind
from annotator.project import annotating
from annotator.project.workspace import Project
from annotator.session.desk import Desk
from annotator.session.translating import QT_TRANSLATE_NOOP
from annotator.store.articles import ArticleRow

# What `project.demo` calls the sample; loading that module costs more than the first paint.
SAMPLE_FILE, SAMPLE_TITLE = "demo.annot", "示例课题 Sample project"
# So many candidates are decided on the way.
_ENOUGH = 5


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: a sentence with `{key}` for the key of `command`, and what the ledger holds when it has been done."""

    command: str
    text: str
    kinds: frozenset[Kind]


STEPS = (
    Step(
        "accept",
        QT_TRANSLATE_NOOP("Tour", "The framed words are a candidate: a programme that was found for you. {key} accepts it and goes on."),
        frozenset({Kind.ACCEPT}),
    ),
    Step(
        "reject",
        QT_TRANSLATE_NOOP("Tour", "Not a mention of a programme? {key} rejects it. Just try."),
        frozenset({Kind.REJECT, Kind.REMOVE}),
    ),
    Step(
        "relabel",
        QT_TRANSLATE_NOOP("Tour", "Another label? Press its key: 1 to 9, 0, Q to Y, as they stand at the lower right."),
        frozenset({Kind.RELABEL}),
    ),
    Step(
        "end_right",
        QT_TRANSLATE_NOOP("Tour", "{key} makes the span longer by a word; with Alt it is the start that moves."),
        frozenset({Kind.MOVE}),
    ),
    Step(
        "undo",
        QT_TRANSLATE_NOOP("Tour", "{key} takes the last step back. Everything is stored at once, and undo works tomorrow too."),
        frozenset({Kind.RETRACT}),
    ),
    Step(
        "caret",
        QT_TRANSLATE_NOOP("Tour", "Something was missed? Drag over it, or {key} and Shift with arrows; then press the key of a label."),
        frozenset({Kind.ADD}),
    ),
    Step(
        "finish",
        QT_TRANSLATE_NOOP("Tour", "{key} finishes the article and opens the next; a second time where candidates are undecided."),
        frozenset({Kind.FINISH}),
    ),
)
DONE = QT_TRANSLATE_NOOP("Tour", "That is the whole job. Help shows this tour again, and ? all keys.")
NOTHING_LEFT = QT_TRANSLATE_NOOP("Tour", "Every article of the sample is finished. Reopen one (menu Annotate) to take the tour again.")


class Tour(QObject):
    """Goes through `STEPS` on a desk; `at` is the step that waits, `len(STEPS)` at the end.

    Signals:
        moved: another step waits.
        ended: the annotator has gone on after the last one.
    """

    moved = Signal()
    ended = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.at = 0
        self._newest = self._last()[0]
        desk.progress_changed.connect(self._on_progress_changed)

    @property
    def step(self) -> Step | None:
        """The step that waits; None at the end."""
        return STEPS[self.at] if self.at < len(STEPS) else None

    def _last(self) -> tuple[str, Kind | None]:
        last = annotating.last_step(self._desk.project, self._desk.person)
        return (last.newest, last.kind) if last is not None else ("", None)

    def _on_progress_changed(self) -> None:
        newest, kind = self._last()
        if newest == self._newest:
            return
        self._newest = newest
        if self.step is None:
            self.ended.emit()
        elif kind in self.step.kinds:
            self.at += 1
            self.moved.emit()


def is_sample(project: Project) -> bool:
    """Say whether a project is the sample that ships."""
    return project.path.name == SAMPLE_FILE and project.title == SAMPLE_TITLE


def sample_folder() -> Path:
    """Return the folder in which the window makes the sample."""
    return Path(platformdirs.user_documents_dir()) / "annotator-demo"


def article_for(rows: Sequence[ArticleRow], here: str | None, undecided: int) -> str | None:
    """Return the article to go through: the one `here` if it has enough candidates left, else the first that has; None if none is open."""
    fit = [row for row in rows if not row.finished]
    if any(row.id == here for row in fit) and undecided >= _ENOUGH:
        return here
    enough = [row for row in fit if row.candidates - row.decided >= _ENOUGH]
    return next((row.id for row in (*enough, *fit)), None)
