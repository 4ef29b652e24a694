"""Answering codes: what an annotator says of the open article, or of one span beside its label."""

from dataclasses import dataclass, replace

from annotator.core.attributes import TEXT_LIMIT, YES, Code, CodeKind, saying, words_of
from annotator.core.decision import Assignment, Draft, Kind
from annotator.session.desk import Desk
from annotator.session.items import Item
from annotator.session.open_article import OpenArticle


@dataclass(frozen=True, slots=True)
class Coded:
    """What can be answered: the article (`target` None) or a span, its codes, and the answers given so far by code."""

    target: str | None
    about: str
    codes: tuple[Code, ...]
    answers: tuple[tuple[str, str], ...]

    def answer(self, code: str) -> str:
        """Return the answer to `code`; empty where there is none."""
        return dict(self.answers).get(code, "")


def of_article(desk: Desk) -> Coded | None:
    """Return what can be said of the open article; None without an article."""
    if desk.article is None:
        return None
    return Coded(None, desk.article.name, desk.scheme.codes, desk.annotation.article.codes)


def of_current(desk: Desk) -> Coded | None:
    """Return what can be said of the current span beside its label; None without one."""
    return of_item(desk, desk.current) if desk.current is not None else None


def of_item(desk: Desk, item: Item) -> Coded:
    """Return what can be said of `item` beside its label."""
    label = desk.scheme.current(item.label)
    attributes = tuple(code for code in desk.scheme.attributes if code.concerns(label))
    return Coded(item.target, "".join(item.surface.split("\n")), attributes, item.codes)


def toggled(coded: Coded, code: Code, answer: str = YES) -> str | None:
    """Return the answer after choosing `answer`: chosen twice it is taken back (None)."""
    text = " ".join(answer.split())[:TEXT_LIMIT]
    if not text or (code.kind is not CodeKind.TEXT and coded.answer(code.id) == text):
        return None
    return text


def write(desk: Desk, coded: Coded, code: Code, answer: str | None) -> None:
    """Write one answer (None clears it) as one undoable step; repeats of a span follow."""
    opened = desk.opened
    if opened is None or (coded.answer(code.id) or None) == answer or not desk.may_write():
        return
    value = saying(code.id, answer)
    item = opened.by_target(coded.target)
    if item is None:
        if coded.target is None:
            desk.write([Draft(Kind.CODE, value=value)])
        return
    draft = _draft(desk, item, value)
    again, elsewhere = opened.in_repeats(item, draft), opened.elsewhere(item, draft)
    desk.write([draft, *_marks(opened, again)], elsewhere=_marks_elsewhere(opened, elsewhere))
    desk.make_current(desk.by_target(item.target))


def words(desk: Desk, item: Item, language: str) -> str:
    """Return the attributes of a span in words."""
    return " · ".join(words_of(desk.scheme.attributes, item.codes, language))


def article_words(desk: Desk, language: str) -> str:
    """Return the codes of the open article in words."""
    return " · ".join(words_of(desk.scheme.codes, desk.annotation.article.codes, language))


def _draft(desk: Desk, item: Item, value: str) -> Draft:
    draft = Draft(Kind.CODE, target=item.target, start=item.start, end=item.end, label=item.label, surface=item.surface, value=value)
    return replace(draft, seconds=desk.seconds)


def _marks(opened: OpenArticle, drafts: list[Draft]) -> list[Draft]:
    """Keep what speaks of marks: a repeat that was rejected or left open stays as it is."""
    there = {other.target for other in opened.all_items if other.is_mark}
    return [draft for draft in drafts if draft.target in there]


def _marks_elsewhere(opened: OpenArticle, found: list[tuple[Assignment, list[Draft]]]) -> list[tuple[Assignment, list[Draft]]]:
    views = {echo.assignment.id: echo for echo in opened.echoes}
    kept = ((assignment, _marks(views[assignment.id], drafts)) for assignment, drafts in found)
    return [(assignment, drafts) for assignment, drafts in kept if drafts]
