"""What the reader types over the list of articles: words, and terms like `state:open`, `状态:未完`, `label:教育`, `flag:`, `date:2020-06`.

All of it holds at once. A term takes the name of its key in English or Chinese, `:` or `：`, and a value; one with spaces in it stands
in quotation marks. What is no term is words: of the title, the file's name, the number, or the text.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from annotator.core.scheme import Scheme
from annotator.store.articles import ArticleRow


class State(StrEnum):
    """How far an article is, as it is filtered by: `open` is everything that is not finished, `new` what nobody has begun."""

    OPEN = "open"
    NEW = "new"
    PARTLY = "partly"
    FINISHED = "finished"
    BLIND = "blind"


class Key(StrEnum):
    """What a term is about."""

    STATE = "state"
    LABEL = "label"
    FLAG = "flag"
    FILE = "file"
    DATE = "date"


_KEYS = {
    **{key.value: key for key in Key},
    "source": Key.FILE,
    "状态": Key.STATE,
    "标签": Key.LABEL,
    "存疑": Key.FLAG,
    "来源": Key.FILE,
    "文件": Key.FILE,
    "日期": Key.DATE,
}
_KEYS_ZH = {Key.STATE: "状态", Key.LABEL: "标签", Key.FLAG: "存疑", Key.FILE: "来源", Key.DATE: "日期"}
_STATES_ZH = {State.OPEN: "未完", State.NEW: "未动", State.PARTLY: "在做", State.FINISHED: "完成", State.BLIND: "盲标"}
_STATES = {**{state.value: state for state in State}, **{words: state for state, words in _STATES_ZH.items()}, "unfinished": State.OPEN}
_TERM = re.compile(r'(?<!\S)([^\s:：]+)[:：](?:"([^"]*)"|(\S*))')
_DATE = re.compile(r"(\d{4})(?:\D?(\d{1,2})(?:\D?(\d{1,2}))?)?")
# What pages call these things in their metadata.
_PAPER = ("source", "paper", "newspaper", "报纸", "报刊", "来源")
_WHEN = ("date", "日期", "出版日期")
_EDITION = ("page", "edition", "版次", "版面")


@dataclass(frozen=True, slots=True)
class Query:
    """A filter: everything that is not empty must hold. `unknown` are values that nothing is called."""

    words: str = ""
    state: State | None = None
    labels: frozenset[str] = frozenset()
    flag: bool = False
    file: str = ""
    dates: tuple[str, str] | None = None
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facets:
    """What is known of articles beside their rows.

    `blind` are ids of articles, `labels` the numbers of articles by label (None: not looked up). `papers`, `dates` (ISO 8601, as much
    as is known) and `names` (paper, date, edition: what readers call it) are by the id of the page, where the page says them.
    """

    blind: frozenset[str] = frozenset()
    labels: Mapping[str, set[int]] | None = None
    papers: Mapping[str, str] = field(default_factory=dict)
    dates: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def with_article(self, number: int, labels: Iterable[str]) -> "Facets":
        """Return the facets after an article got other labels; those that were not looked up stay so."""
        if self.labels is None:
            return self
        wanted = set(labels)
        changed = {label: numbers - {number} for label, numbers in self.labels.items() if number in numbers and label not in wanted}
        changed |= {label: self.labels.get(label, set()) | {number} for label in wanted}
        return replace(self, labels={**self.labels, **changed})


def facets_of(blind: frozenset[str], meta: Mapping[str, Mapping[str, str]]) -> Facets:
    """Return what is known, labels aside, from the metadata of pages."""
    papers = {page: paper for page, said in meta.items() if (paper := _first(said, _PAPER))}
    dates = {page: date for page, said in meta.items() if (date := iso(_first(said, _WHEN)))}
    called = ((page, papers.get(page, ""), dates.get(page, ""), _first(said, _EDITION)) for page, said in meta.items())
    names = {page: " ".join(part for part in parts if part) for page, *parts in called if any(parts)}
    return Facets(blind, None, papers, dates, names)


def _first(meta: Mapping[str, str], names: Iterable[str]) -> str:
    return next((str(meta[name]) for name in names if meta.get(name)), "")


def iso(date: str) -> str:
    """Return a date as `2020-06-17`, `2020-06` or `2020`, however it is written; nothing where it is none."""
    match = _DATE.search(date)
    return "-".join(part if len(part) > 1 else f"0{part}" for part in match.groups() if part) if match else ""


def parse(text: str, scheme: Scheme) -> Query:
    """Return the filter that `text` says; labels are found by any part of their id or names."""
    query, rest = Query(), text
    for match in _TERM.finditer(text):
        key = _KEYS.get(match[1].casefold())
        if key is not None:
            query = _with(query, key, (match[2] if match[2] is not None else match[3]).strip(), scheme)
            rest = rest.replace(match[0], " ", 1)
    return replace(query, words=" ".join(rest.split()))


def _with(query: Query, key: Key, value: str, scheme: Scheme) -> Query:
    if key is Key.FLAG:
        return replace(query, flag=True)
    if not value:
        return query
    if key is Key.FILE:
        return replace(query, file=value.casefold())
    if key is Key.STATE:
        state = _STATES.get(value.casefold())
        return replace(query, state=state) if state is not None else replace(query, unknown=(*query.unknown, value))
    if key is Key.DATE:
        first, _, last = value.partition("..")
        return replace(query, dates=(iso(first), iso(last or first)))
    labels = _labels(value.casefold(), scheme)
    return replace(query, labels=query.labels | labels) if labels else replace(query, unknown=(*query.unknown, value))


def _labels(value: str, scheme: Scheme) -> frozenset[str]:
    names = {label.id: (label.id, label.name.zh, label.name.en, label.short.zh, label.short.en) for label in scheme.labels}
    exact = frozenset(label for label, known in names.items() if value in {name.casefold() for name in known})
    return exact or frozenset(label for label, known in names.items() if any(value in name.casefold() for name in known))


def with_term(text: str, key: Key, value: str | None, language: str) -> str:
    """Return `text` with the term of `key` saying `value` (None: without it), in the words of `language` (`zh` or `en`)."""
    kept = _TERM.sub(lambda match: "" if _KEYS.get(match[1].casefold()) is key else match[0], text)
    rest = " ".join(kept.split())
    if value is None:
        return rest
    if language == "zh" and key is Key.STATE:
        value = _STATES_ZH.get(State(value), value)
    name = _KEYS_ZH[key] if language == "zh" else key.value
    quoted = f'"{value}"' if " " in value else value
    return f"{name}:{quoted} {rest}".strip() + ("" if rest else " ")


def haystack(rows: Iterable[ArticleRow]) -> dict[int, str]:
    """Return what words are looked for in besides the text, by the articles' numbers."""
    return {row.number: f"{row.title} {row.file} a{row.number:04d}".casefold() for row in rows}


def fitting(
    rows: Sequence[ArticleRow], query: Query, facets: Facets, hay: Mapping[int, str], search: Callable[[str], set[int]]
) -> list[int]:
    """Return the numbers of those of `rows` (from 0) that fit; `search` finds articles by their text.

    While labels are not looked up, a label is not asked for.
    """
    if query.unknown:
        return []
    found: Iterable[int] = range(len(rows))
    if query.state is not None:
        found = _in_state(rows, query.state, facets)
    if query.flag:
        found = [at for at in found if rows[at].flags]
    if query.labels and facets.labels is not None:
        numbers: set[int] = set().union(*(facets.labels.get(label, set()) for label in query.labels))
        found = [at for at in found if rows[at].number in numbers]
    if query.file or query.dates is not None:
        pages = _pages(rows, query, facets)
        found = [at for at in found if rows[at].page in pages]
    if query.words:
        words, in_text = query.words.casefold(), search(query.words)
        found = [at for at in found if rows[at].number in in_text or words in hay[rows[at].number]]
    return list(found)


def _in_state(rows: Sequence[ArticleRow], state: State, facets: Facets) -> list[int]:
    if state is State.BLIND:
        return [at for at, row in enumerate(rows) if row.id in facets.blind]
    if state is State.OPEN:
        return [at for at, row in enumerate(rows) if not row.finished]
    if state is State.FINISHED:
        return [at for at, row in enumerate(rows) if row.finished]
    is_begun = state is State.PARTLY
    return [at for at, row in enumerate(rows) if not row.finished and bool(row.decided) is is_begun]


def _pages(rows: Sequence[ArticleRow], query: Query, facets: Facets) -> set[str]:
    """Return the pages from the source and of the dates asked for."""
    files = {row.page: row.file for row in rows}
    pages = set(files)
    if query.file:
        pages = {page for page in pages if query.file in files[page].casefold() or query.file in facets.papers.get(page, "").casefold()}
    if query.dates is not None:
        first, last = query.dates
        dated = ((page, date) for page, date in facets.dates.items() if page in pages)
        pages = {page for page, date in dated if first <= date[: len(first)] and date[: len(last)] <= last}
    return pages


def group(rows: Sequence[ArticleRow], shown: Sequence[int]) -> list[int]:
    """Return `shown` with the first row of every page named once more before it, as `-1 - row`: where a heading stands."""
    entries = []
    page = None
    for at in shown:
        if rows[at].page != page:
            page = rows[at].page
            entries.append(-1 - at)
        entries.append(at)
    return entries
