"""An open project: its file, its ledger, its scheme."""

from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from annotator.core.scheme import Scheme
from annotator.store import knowledge
from annotator.store.file import ProjectFile, open_beside, open_project
from annotator.store.ledger import Ledger


class Project:
    """What the command line and the window work on."""

    def __init__(self, file: ProjectFile) -> None:
        """Take over an open file."""
        self.file = file
        self.connection = file.connection
        self.ledger = Ledger(file.connection)

    @classmethod
    def open(cls, path: Path, *, write: bool = True, who: str = "") -> Self:
        """Open the project at `path`; see `store.file.open_project` for what can go wrong."""
        return cls(open_project(path, write=write, who=who))

    @classmethod
    def beside(cls, path: Path) -> Self:
        """Open a second connection, for another thread, to a project that this process holds open for writing."""
        return cls(open_beside(path))

    @property
    def path(self) -> Path:
        """The project's file."""
        return self.file.path

    @property
    def title(self) -> str:
        """What the study is called."""
        return self.file.setting("title") or self.path.stem

    def scheme(self) -> Scheme:
        """Return the newest version of the label scheme."""
        return knowledge.scheme(self.connection)

    def close(self) -> None:
        """Close the file."""
        self.file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def now() -> str:
    """Return the time as it is written into a project: UTC, ISO 8601, seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
