"""Linking a mention to a programme of the register: which programmes to suggest, in what order, and the step that links.

`该计划` and the like name no programme by themselves; what they stand for was named before them in the article.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from annotator.core.decision import Assignment, Cause, Draft, Kind
from annotator.core.fold import Status
from annotator.core.programme import Programme
from annotator.project.linking import Register, lexicon_programmes, name_key
from annotator.project.linking import register as register_now
from annotator.session.desk import Desk
from annotator.session.items import Item
from annotator.session.open_article import OpenArticle
from annotator.session.pinyin import initials

_POINTING = re.compile("[该这此本]|上述|前述|以上")
_HEAD = "计划|工程|项目|行动|政策|活动|措施|机制|制度|模式|举措|办法|做法|贷款|基金|保险|资金|补贴|岗位|平台"
_GENERIC = re.compile(f"[一两几多各每]?[项个种]?(?:重大|惠民|民生|帮扶|扶贫)?(?:{_HEAD})")
_SEQUEL = (Kind.ACCEPT, Kind.LINK)
_NO_MATCH = 9
_LEXICON = "lexicon:"


class Why(IntEnum):
    """Why a programme is suggested; those further up the list have the smaller number."""

    LINKED = 0
    BEFORE = 1
    NAME = 2
    LEXICON = 3
    HERE = 4
    LABEL = 5
    REGISTER = 6

    @property
    def is_suggestion(self) -> bool:
        """Whether the mention itself, or the article, speaks for it."""
        return self < Why.LABEL


@dataclass(frozen=True, slots=True)
class Choice:
    """A programme that the mention can be linked to. `mention` is the one before it that speaks for it."""

    programme: Programme
    why: Why
    mention: str = ""


def points_back(surface: str) -> bool:
    """Say whether a mention names nothing itself, like 该计划, 这项工程 or 项目."""
    name = name_key(surface)
    return _POINTING.match(name) is not None or _GENERIC.fullmatch(name) is not None


def suggested(desk: Desk, item: Item) -> list[Choice]:
    """Return the choices for `item` of the open article, with what register and lexicon say now."""
    source = item.candidate.source.removeprefix(_LEXICON) if item.candidate is not None else ""
    terms = dict.fromkeys(term for term in (source, item.surface, name_key(item.surface)) if term)
    return choices(item, desk.items, register_now(desk.project), lexicon_programmes(desk.project, terms))


def choices(item: Item, items: Sequence[Item], register: Register, lexicon: Iterable[str] = ()) -> list[Choice]:
    """Return all programmes, those that the mention most likely stands for first; `lexicon` are those its lexicon entry names.

    `items` are the spans of the article.
    """
    found: dict[str, Choice] = {}
    for programme, why, mention in _ranked(item, items, register, lexicon):
        if programme in register.programmes:
            found.setdefault(programme, Choice(register.programmes[programme], why, mention))
    return list(found.values())


def matching(found: Sequence[Choice], typed: str) -> list[Choice]:
    """Return the choices of which a name, or its pinyin initials, begins with or holds what was typed; the best first."""
    wanted = name_key(typed)
    if not wanted:
        return list(found)
    ranks = [(_rank(choice.programme, wanted), choice) for choice in found]
    # A stable sort: suggestions stay before the others.
    return [choice for rank, choice in sorted(ranks, key=lambda pair: pair[0]) if rank < _NO_MATCH]


def alias_meant(programme: Programme, typed: str) -> str:
    """Return the first other name of a programme that explains why it was found, empty where its official name does."""
    wanted = name_key(typed)
    names = (programme.name, *programme.aliases)
    meant = next((name for name in names if wanted in name_key(name) or wanted in initials(name_key(name))), programme.name)
    return "" if meant == programme.name else meant


def link(desk: Desk, item: Item, programme: str | None) -> None:
    """Link `item` to a programme, or to none (None), in one step; a span that is not a mark yet is accepted with it.

    Repeats follow, as with every decision.
    """
    opened = desk.opened
    if opened is None or programme == item.programme or not desk.may_write():
        return
    at, is_new = opened.place(item), not item.is_mark and programme is not None
    said = [_draft(item, kind, programme, desk.seconds) for kind in (_SEQUEL if is_new else (Kind.LINK,))]
    mine = [*said, *(draft for one in said for draft in opened.in_repeats(item, one))]
    desk.write(_worth(mine, opened, is_new=is_new), elsewhere=_elsewhere(opened, item, said, is_new=is_new))
    if is_new:
        desk.go_on_from(at, item)
    else:
        desk.make_current(desk.by_target(item.target))


@lru_cache(maxsize=1 << 14)
def _names(programme: Programme) -> tuple[tuple[str, str], ...]:
    """Return what a programme goes by, each name with its pinyin initials."""
    return tuple((key, initials(key)) for key in map(name_key, (programme.name, *programme.aliases)) if key)


def _rank(programme: Programme, wanted: str) -> int:
    (official, _), *_ = names = _names(programme) or (("", ""),)
    if official.startswith(wanted):
        return 0
    if any(name.startswith(wanted) for name, _ in names):
        return 1
    if any(letters.startswith(wanted) for _, letters in names):
        return 2
    return 3 if any(wanted in name or wanted in letters for name, letters in names) else _NO_MATCH


def _ranked(item: Item, items: Sequence[Item], register: Register, lexicon: Iterable[str]) -> Iterator[tuple[str, Why, str]]:
    if item.programme is not None:
        yield item.programme, Why.LINKED, ""
    yield from ((programme, Why.NAME, "") for programme in register.called(item.surface))
    yield from ((programme, Why.LEXICON, "") for programme in lexicon)
    here = [other for other in items if other.programme is not None and other.target != item.target]
    same = name_key(item.surface)
    yield from ((str(other.programme), Why.HERE, "") for other in here if name_key(other.surface) == same)
    if points_back(item.surface):
        yield from _before(item, items, register)
    everything = register.programmes.values()
    yield from ((programme.id, Why.LABEL, "") for programme in everything if programme.label == item.label)
    yield from ((programme.id, Why.REGISTER, "") for programme in everything)


def _before(item: Item, items: Sequence[Item], register: Register) -> Iterator[tuple[str, Why, str]]:
    """Yield what the mentions before `item` stand for: what they are linked to, or what goes by their name.

    The nearest come first; before all, those with the label of `item`, which its annotator chose knowing what it stands for.
    """
    earlier = [other for other in items if other.end <= item.start and other.status is not Status.REJECTED]
    for other in sorted(earlier, key=lambda other: (other.label == item.label, other.end), reverse=True):
        linked = (other.programme,) if other.programme is not None else register.called(other.surface)
        yield from ((programme, Why.BEFORE, "".join(other.surface.split())) for programme in linked)


def _draft(item: Item, kind: Kind, programme: str | None, seconds: float) -> Draft:
    return Draft(
        kind,
        target=item.target,
        start=item.start,
        end=item.end,
        label=item.label,
        surface=item.surface,
        source=item.candidate.source if item.candidate is not None else "hand",
        score=item.candidate.score if item.candidate is not None else None,
        value=programme if kind is Kind.LINK else None,
        seconds=seconds,
    )


def _elsewhere(opened: OpenArticle, item: Item, said: Sequence[Draft], *, is_new: bool) -> list[tuple[Assignment, list[Draft]]]:
    echoes = {echo.assignment.id: echo for echo in opened.echoes}
    together: dict[str, tuple[Assignment, list[Draft]]] = {}
    for draft in said:
        for assignment, again in opened.elsewhere(item, draft):
            together.setdefault(assignment.id, (assignment, []))[1].extend(again)
    kept = ((assignment, _worth(again, echoes[of], is_new=is_new)) for of, (assignment, again) in together.items())
    return [(assignment, again) for assignment, again in kept if again]


def _worth(drafts: Sequence[Draft], view: OpenArticle, *, is_new: bool) -> list[Draft]:
    """Leave out links of repeats that are no marks: what was rejected or left open there stays what it is."""
    if is_new:
        return list(drafts)
    marks = {other.target for other in view.all_items if other.is_mark}
    return [draft for draft in drafts if draft.cause is not Cause.REPEAT or draft.target in marks]
