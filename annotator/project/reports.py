"""What an import says it did."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was not imported, and the sentence that says why."""

    file: str
    why: str


@dataclass
class ImportReport:
    """What an import did. `known` counts files whose text was in the project already."""

    files: int = 0
    pages: int = 0
    articles: int = 0
    spans: int = 0
    known: int = 0
    encodings: dict[str, str] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
