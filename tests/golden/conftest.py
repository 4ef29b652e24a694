"""A small project that is the same every time but for the random part of its decisions' ids."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.article import ArticleKind, Layout, Repeat, Segment
from annotator.core.candidate import Candidate, Proposal
from annotator.core.decision import Assignment, Condition, Decision, Draft, Kind
from annotator.core.ids import article_id, assignment_id, sha256_of
from annotator.project import annotating
from annotator.project.creating import new_project
from annotator.project.workspace import Project
from annotator.store import articles, candidates
from annotator.store.articles import FileRecord
from annotator.store.file import transaction
from annotator.store.ledger import Ledger

# One page: an article whose end stands before its beginning, a caption, a paragraph printed twice, a break inside a word.
_REPEATED = "𠮷家沟的低保户都有了盼头。\n"
_END = f"雨露计划也惠及学生。\n{_REPEATED}"
_CAPTION = "图为“扶贫车间”一角。\n"
_BEGINNING = f"产业扶\n贫见实效\n{_REPEATED}驻村第一书记说,"
PAGE = _END + _CAPTION + _BEGINNING
_A, _B = len(_END), len(_END) + len(_CAPTION)
_BREAK = _BEGINNING.index("\n")
LAYOUTS = (
    Layout(
        ArticleKind.ARTICLE,
        "产业扶贫见实效",
        (Segment(0, _B, len(_BEGINNING)), Segment(len(_BEGINNING), 0, _A)),
        breaks=((_BREAK, _BREAK + 1),),
        repeats=(
            Repeat(
                len(_BEGINNING) + _END.index(_REPEATED),
                len(_BEGINNING) + _END.index(_REPEATED) + len(_REPEATED) - 1,
                _BEGINNING.index(_REPEATED),
            ),
        ),
    ),
    Layout(ArticleKind.CAPTION, "图为“扶贫车间”一角。", (Segment(0, _A, len(_CAPTION)),)),
)
TEXT = LAYOUTS[0].text(PAGE)
ARTICLE, CAPTION = (article_id(sha256_of(PAGE), layout.segments) for layout in LAYOUTS)
_MONDAY_MS = 1_780_272_000_000


def _proposal(text: str, surface: str, label: str, score: float) -> Proposal:
    start = text.index(surface)
    return Proposal(start, start + len(surface), label, surface, (f"lexicon:{surface.replace(chr(10), '')}",), score, "whole_word")


PROPOSALS = {
    ARTICLE: (
        _proposal(TEXT, "产业扶\n贫", "INDUSTRY", 0.97),
        _proposal(TEXT, "低保", "SAFETYNET", 0.9),
        _proposal(TEXT, "驻村第一书记", "CADRE", 0.95),
        _proposal(TEXT, "雨露计划", "EDUCATION", 0.99),
        _proposal(TEXT, "学生", "EDUCATION", 0.2),
    ),
    CAPTION: (_proposal(LAYOUTS[1].text(PAGE), "“扶贫车间", "EMPLOYMENT", 0.6),),
}


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """The project, with the work of alice (two articles, one finished) and bob (one, finished)."""
    with new_project(tmp_path / "golden.annot", title="golden") as opened:
        with transaction(opened.connection):
            articles.add_page(opened.connection, sha256_of(PAGE), PAGE, LAYOUTS, {})
            articles.add_file(
                opened.connection, sha256_of(PAGE), FileRecord("page_007.txt", "ab" * 32, 200, "utf-8"), "2026-06-01T00:00:00Z"
            )
            for article, proposals in PROPOSALS.items():
                candidates.replace(opened.connection, article, proposals)
        _decide(opened)
        yield opened


class _Work:
    """One person at work on one article, a step a second."""

    _second = 0

    def __init__(self, project: Project, name: str, article: str, condition: Condition = Condition.SHOWN) -> None:
        person = annotating.person(project, name)
        self._assignment = Assignment(assignment_id(article, person, "main", condition), article, person, "main", condition)
        self._ledger = Ledger(project.connection, now_ms=self._now)
        self._text = articles.text_of(project.connection, article)
        self._known = {c.surface: c for c in candidates.of_article(project.connection, article)}

    @staticmethod
    def _now() -> int:
        return _MONDAY_MS + _Work._second * 1000

    def decide(self, kind: Kind, surface: str, *, end: int = 0, label: str = "", seconds: float = 1.5) -> None:
        c: Candidate = self._known[surface]
        text = self._text[c.start : c.end + end]
        self._append(Draft(kind, c.id, c.start, c.end + end, label or c.label, text, c.source, c.score, seconds=seconds))

    def add(self, surface: str, label: str) -> Decision:
        start = self._text.index(surface)
        return self._append(Draft(Kind.ADD, start=start, end=start + len(surface), label=label, surface=surface, source="hand"))

    def on(self, kind: Kind, target: str | None = None, value: str | None = None) -> None:
        self._append(Draft(kind, target, value=value))

    def undo(self) -> None:
        _Work._second += 1
        self._ledger.undo(self._assignment.annotator)

    def candidate(self, surface: str) -> str:
        return self._known[surface].id

    def _append(self, draft: Draft) -> Decision:
        _Work._second += 1
        return self._ledger.append(self._assignment, [draft], scheme_version=1).decisions[0]


def _decide(project: Project) -> None:
    _Work._second = 0
    alice = _Work(project, "alice", ARTICLE)
    alice.decide(Kind.ACCEPT, "产业扶\n贫")
    alice.decide(Kind.REJECT, "学生", seconds=4.25)
    alice.decide(Kind.RELABEL, "低保", label="OTHER")
    alice.decide(Kind.REJECT, "雨露计划")
    alice.undo()
    alice.decide(Kind.MOVE, "雨露计划", end=1)
    alice.on(Kind.LINK, alice.candidate("雨露计划"), "yulu")
    alice.on(Kind.NOTE, alice.candidate("雨露计划"), "边界?")
    alice.on(Kind.FLAG, None, "doubt")
    alice.on(Kind.FINISH, None, annotating.present(project, ARTICLE, [alice.candidate(s) for s in ("低保", "雨露计划")]))
    _Work(project, "alice", CAPTION).decide(Kind.SKIP, "“扶贫车间")
    bob = _Work(project, "bob", ARTICLE, Condition.BLIND)
    bob.add("第一书记", "CADRE")
    gone = bob.add("盼头", "OTHER")
    bob.on(Kind.REMOVE, gone.id)
    bob.on(Kind.FINISH)
