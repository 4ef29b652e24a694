"""One invented article that three people read to the end: unanimous, majority, open and repeated places, made by hand."""

from collections.abc import Sequence
from pathlib import Path

from annotator.core.decision import Assignment, Draft, Kind
from annotator.core.ids import annotator_id, assignment_id
from annotator.core.span import Span
from annotator.project.importing import import_paths
from annotator.project.workspace import Project
from annotator.store import people

READERS = ("甲小满", "乙长庚", "丙秋分")
LEAD = "秦川"
TEXT = (
    "柳湾村的新账本\n\n"
    "石桥村办起了扶贫车间，四十户人家有了活干。\n"
    "柳湾村牵头办起扶贫互助资金协会，谁家添棚就先借给谁。\n"
    "孩子们领到了雨露计划的补助。\n"
    "驻村第一书记每天入户。\n"
)


def span(words: str, label: str, text: str = TEXT, nth: int = 0) -> Span:
    """Return the nth place of `words` with `label`."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words), label)


UNANIMOUS = span("扶贫车间", "EMPLOYMENT")
LOAN, LONGER, CLUB = span("互助资金", "FINANCE"), span("扶贫互助资金", "FINANCE"), span("扶贫互助资金协会", "SOCIAL")
RAIN, CADRE = span("雨露计划", "EDUCATION"), span("第一书记", "CADRE")
MARKED = (
    (UNANIMOUS, LOAN, RAIN, CADRE),
    (UNANIMOUS, LONGER, RAIN),
    (UNANIMOUS, CLUB),
)
"""What each reader marked: one place alike, one three ways, two by two of three (marked, and not marked)."""


class Three:
    """Fills an empty project; everybody adds their marks by hand and finishes."""

    def __init__(self, project: Project, folder: Path, text: str = TEXT) -> None:
        self.project, self.text = project, text
        (folder / "page_000.txt").write_text(text, encoding="utf-8", newline="\n")
        import_paths(project, [folder / "page_000.txt"], whole=True)
        (self.article,) = project.connection.execute("SELECT id FROM article").fetchone()
        self.ids = tuple(annotator_id(name) for name in READERS)
        self.lead = people.add(project.connection, LEAD)

    def read(self, marked: Sequence[Sequence[Span]] = MARKED, *, round_name: str = "main") -> "Three":
        """Let as many people as there are in `marked` read the article to the end."""
        for name, spans in zip(READERS, marked, strict=False):
            self.does(name, *(self.add(one) for one in spans), Draft(Kind.FINISH), round_name=round_name)
        return self

    def does(self, name: str, *drafts: Draft, round_name: str = "main") -> list[str]:
        """Let a person decide something; return the ids of the decisions."""
        person = people.add(self.project.connection, name)
        assignment = Assignment(assignment_id(self.article, person, round_name, "shown"), self.article, person, round_name)
        return [d.id for d in self.project.ledger.append(assignment, drafts, scheme_version=1).decisions]

    def add(self, one: Span) -> Draft:
        """Return the draft that adds a mark by hand."""
        return Draft(Kind.ADD, None, one.start, one.end, one.label, self.text[one.start : one.end], "hand")

    def others(self) -> list[tuple[object, ...]]:
        """Return every row of the ledger that is not the lead's, as it stands."""
        return self.project.connection.execute("SELECT * FROM decision WHERE annotator <> ? ORDER BY id", (self.lead,)).fetchall()
