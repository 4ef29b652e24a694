"""A project that three invented people have worked on, with errors that were put in by chance."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from annotator.core.candidate import Proposal
from annotator.core.decision import Condition, Draft, Kind
from annotator.core.ids import candidate_id
from annotator.core.span import Span
from annotator.project.assigning import assign
from annotator.project.importing import import_paths
from annotator.project.workspace import Project
from annotator.store import candidates, tasks
from annotator.store.file import transaction
from annotator.store.ledger import Ledger

NAMES = ("何苗", "林晓", "马宁")
MENTIONS = (
    ("产业扶贫", "INDUSTRY"),
    ("扶贫车间", "EMPLOYMENT"),
    ("公益岗位", "EMPLOYMENT"),
    ("易地搬迁", "RELOCATION"),
    ("雨露计划", "EDUCATION"),
    ("扶贫小额信贷", "FINANCE"),
    ("第一书记", "CADRE"),
    ("建档立卡", "MONITOR"),
    ("脱贫攻坚", "CAMPAIGN"),
    ("结对帮扶", "SOCIAL"),
)
_BEFORE = ("石桥村今年靠", "柳湾镇的人说起", "县里把", "河东的老乡盼来了", "大伙儿都知道", "去年冬天，")
_AFTER = ("，日子一天天好起来。", "，村口的路也宽了。", "，账目贴在墙上。", "，来的人越来越多。", "，年底还要再看一回。")


@dataclass(frozen=True, slots=True)
class Errors:
    """Chances of missing a mention, of a longer end, of another label; `pull`: of taking a candidate that is seen as it stands."""

    miss: float = 0.15
    boundary: float = 0.12
    label: float = 0.1
    pull: float = 0.6


@dataclass(frozen=True, slots=True)
class Written:
    """A text and where its mentions stand."""

    text: str
    gold: tuple[Span, ...]


def written(number: int, mentions: int, chance: random.Random) -> Written:
    """Invent an article with so many mentions, one a sentence."""
    text, gold = f"第{number + 1}村的新账本\n\n", []
    for _ in range(mentions):
        name, label = chance.choice(MENTIONS)
        text += chance.choice(_BEFORE)
        gold.append(Span(len(text), len(text) + len(name), label))
        text += name + chance.choice(_AFTER)
    return Written(text + "\n", tuple(gold))


class Team:
    """Fills an empty project; `now` is the clock of its ledger (milliseconds), which moves a second with every article read."""

    def __init__(self, project: Project, folder: Path, *, seed: int = 7, errors: Errors | None = None) -> None:
        self.project = project
        self.chance = random.Random(seed)
        self.errors = errors or Errors()
        self.now = 1_767_225_600_000  # 2026-01-01
        self.ledger = Ledger(project.connection, now_ms=self._clock)
        self._folder = folder
        self._written: dict[str, Written] = {}

    def write(self, articles: int, mentions: int = 8) -> list[str]:
        """Import invented articles with candidates for most of their mentions, a third of them wrong in label; return their ids."""
        new = [written(len(self._written) + n, mentions, self.chance) for n in range(articles)]
        paths = []
        for number, one in enumerate(new, start=len(self._written)):
            paths.append(self._folder / f"{number:03d}.txt")
            paths[-1].write_text(one.text, encoding="utf-8", newline="\n")
        import_paths(self.project, paths, whole=True)
        rows = self.project.connection.execute("SELECT id FROM article ORDER BY number").fetchall()
        ids = [row[0] for row in rows][-articles:]
        with transaction(self.project.connection):
            for article, one in zip(ids, new, strict=True):
                self._written[article] = one
                candidates.replace(self.project.connection, article, self._proposals(one))
        return ids

    def read(self, names: Sequence[str] = NAMES, *, round_name: str = "main", blind: float = 0.3, sample: float | None = None) -> None:
        """Let everybody of `names` read every article, or a sample, to the end."""
        assign(self.project, names, per_article=len(names), blind=blind, round_name=round_name, sample=sample, seed=3)
        for task in tasks.of_round(self.project.connection, round_name):
            if not task.is_finished:
                self._read(task)

    def _clock(self) -> int:
        return self.now

    def _proposals(self, one: Written) -> list[Proposal]:
        proposals = []
        for span in one.gold:
            if self.chance.random() < 0.85:
                label = self._other(span.label) if self.chance.random() < 0.33 else span.label
                proposals.append(Proposal(span.start, span.end, label, one.text[span.start : span.end], ("lexicon:试",), 0.8))
        return proposals

    def _other(self, label: str) -> str:
        return self.chance.choice([other for _, other in MENTIONS if other != label])

    def _read(self, task: tasks.Task) -> None:
        article = task.assignment.article
        one, shown = self._written[article], candidates.of_article(self.project.connection, article)
        is_shown = task.assignment.condition is Condition.SHOWN
        by_place = {c.start: c for c in shown} if is_shown else {}
        drafts = []
        for span in one.gold:
            seen = by_place.pop(span.start, None)
            mine = self._erring(span, len(one.text))
            if seen is not None and self.chance.random() < self.errors.pull:
                mine = Span(seen.start, seen.end, seen.label)
            seconds = round(self.chance.lognormvariate(0.8, 0.5), 1)
            drafts += self._drafts(article, one.text, mine, Span(seen.start, seen.end, seen.label) if seen is not None else None, seconds)
        presentation = candidates.remember_presentation(self.project.connection, article, [c.id for c in shown])
        self.now += 1000
        self.ledger.append(task.assignment, [*drafts, Draft(Kind.FINISH, value=presentation)], scheme_version=1)

    def _erring(self, span: Span, length: int) -> Span | None:
        if self.chance.random() < self.errors.miss:
            return None
        longer = replace(span, end=min(span.end + 1, length)) if self.chance.random() < self.errors.boundary else span
        return replace(longer, label=self._other(span.label)) if self.chance.random() < self.errors.label else longer

    @staticmethod
    def _drafts(article: str, text: str, mine: Span | None, seen: Span | None, seconds: float) -> list[Draft]:
        if seen is None:
            return [] if mine is None else [Draft(Kind.ADD, None, mine.start, mine.end, mine.label, text[mine.start : mine.end])]
        target = candidate_id(article, seen.start, seen.end, seen.label)
        if mine is None:
            return [Draft(Kind.REJECT, target, seconds=seconds)]
        kind = Kind.ACCEPT if mine == seen else Kind.MOVE if mine.label == seen.label else Kind.RELABEL
        return [Draft(kind, target, mine.start, mine.end, mine.label, text[mine.start : mine.end], seconds=seconds)]
