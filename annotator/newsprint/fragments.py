"""Fragments: the rest of an article that was printed elsewhere on the page, without a title of its own.

An article that stops inside a sentence goes on somewhere. Columns are filled around other articles, so its rest may stand below
any of them, or above the article itself: it is a run of paragraphs down to the end of some article. That run
- names the people and places of the unfinished article (pairs of characters found in these two and nowhere else on the page),
  and not those of the article it stands in;
- does not open as paragraphs do (今年, 据了解, “…) nor as other sentences of the page do;
- often makes a word with what it goes on with, one that the page has elsewhere;
- may end with the same byline.
The weights below were fitted (conditional logit) on pages cut and shuffled at random; the article's rest was among the candidates
in 4 of 5 cases. Where the sum is high, the run is moved; where it is only likely, the join is offered to a person.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest
from itertools import chain

from annotator.newsprint import forms
from annotator.newsprint.page import Form, Page

# Characters that say nothing about the subject.
_EMPTY = (
    "的一是不了在有人我这个们来上大为和他地到以说时要就出会也你对能而子那得于着下自之"
    "年过后么去多都从把还没好起里两又被让给等及与其将并已更最很"
)
_PAIR = re.compile(rf"(?=((?:(?![{_EMPTY}])[\u3400-\u9fff\U00020000-\U0003ffff]){{2}}))")
_SENTENCE_START = re.compile(r"(?:^|[。！？\n])([\u3400-\u9fff]{2})")
_WITH_ARTICLE = 41.0
_WITH_HOST = -28.0
_UNRELATED_TO_HOST = 1.5
_IN_TITLE = 1.0
_HOST_SUBJECT = -0.6
_OPENS = -2.8
_MAKES_A_WORD = 2.5
_STARTS_ELSEWHERE = -3.1
_SAME_BYLINE = 3.0
_MOST_SHARED = 0.15
_SMOOTHING = 10
_MOST_TITLE = 3
_MOST_SUBJECT = 6
_SURE = 4.5
_SURE_WITH_MARGIN = 9.0
_AS_WEIGHTY = 0.6
_LIKELY = 2.0
_MOST_UNFINISHED = 12
_LONGEST_RUN = 40
"""The lines of the longest fragment: a newspaper's column holds no more paragraphs."""
_NEIGHBOURS = 100


@dataclass(frozen=True, slots=True)
class Join:
    """The lines `run`, which stand in another article, go on with the article whose last line is `after`.

    `weight` sums the evidence; `is_sure` if it is enough to move them without asking.
    """

    after: int
    run: tuple[int, ...]
    weight: float
    is_sure: bool = False


def joins(page: Page, articles: Sequence[Sequence[int]]) -> list[Join]:
    """Return which runs of lines may go on with which unfinished article; `articles` are the lines of each, pictures left out."""
    unfinished = [lines for lines in articles if len(lines) > 1 and page.is_open(lines[-1])][:_MOST_UNFINISHED]
    if not unfinished:
        return []
    weigher = _Weigher(page, articles)
    found = []
    for lines in unfinished:
        others = (other for other in articles if other is not lines)
        weighed = [weigher.join(lines, other, at) for other in others for at in _beginnings(page, other)]
        found += _best(weighed)
    return _apart(found)


def _best(weighed: list[Join]) -> list[Join]:
    """Return the weightiest join if it is likely; of those as weighty in the same article, the longest.

    It is sure if it is weighty and no other nearly so. (On pages cut at random: 4 of 10 joined, 93 of 100 of these rightly; 5 of 100 where
    the rest was not on the page at all.)
    """
    ranked = nlargest(2, weighed, key=lambda join: join.weight)
    if not ranked or ranked[0].weight < _LIKELY:
        return []
    best = ranked[0]
    margin = best.weight - ranked[1].weight if len(ranked) > 1 else best.weight
    as_good = (join for join in weighed if join.run[-1] == best.run[-1] and join.weight >= best.weight - _AS_WEIGHTY)
    longest = min(as_good, key=lambda join: join.run[0])
    return [replace(longest, is_sure=best.weight >= _SURE and best.weight + 2 * margin >= _SURE_WITH_MARGIN)]


def _beginnings(page: Page, lines: Sequence[int]) -> Iterator[int]:
    """Yield where in an article's `lines` a fragment may begin: at body below a finished paragraph, or at an untitled beginning."""
    if lines and page.forms[lines[0]] is Form.BODY and len(lines) <= _LONGEST_RUN:
        yield 0
    for at in range(max(1, len(lines) - _LONGEST_RUN), len(lines)):
        above = lines[at - 1]
        if page.forms[lines[at]] is Form.BODY and page.forms[above] is Form.BODY and not page.is_open(above):
            yield at


class _Weigher:
    """Weighs joins on one page; what is counted over the whole page is counted once."""

    def __init__(self, page: Page, articles: Sequence[Sequence[int]]) -> None:
        self._page = page
        self._pairs = [frozenset(_PAIR.findall(line.text)) for line in page.lines]
        self._all = self._count(chain.from_iterable(articles))
        self._inside = Counter(chain.from_iterable(zip(line.text, line.text[1:], strict=False) for line in page.lines))
        text = "\n".join(line.text for line in page.lines)
        self._starts = Counter(_SENTENCE_START.findall(text))

    def join(self, unfinished: Sequence[int], host: Sequence[int], at: int) -> Join:
        """Return the join of `host` from its line number `at` with the article of the lines `unfinished`."""
        run = tuple(host[at:])
        here, there, around = self._count(run), self._count(unfinished), self._count(host[max(0, at - _NEIGHBOURS) : at])
        shared, with_host = self._only_in(here, there), self._only_in(here, around)
        size = len(here) + _SMOOTHING
        weight = (
            _WITH_ARTICLE * min(_MOST_SHARED, sum(here[pair] for pair in shared) / size)
            + _WITH_HOST * min(_MOST_SHARED, sum(here[pair] for pair in with_host) / size)
            + _UNRELATED_TO_HOST * (not with_host)
            + _IN_TITLE * min(_MOST_TITLE, len(self._titles(unfinished).intersection(shared)))
            + _HOST_SUBJECT * min(_MOST_SUBJECT, sum(here[pair] for pair in with_host if around[pair] > 1))
            + self._seam(unfinished[-1], run[0])
            + _SAME_BYLINE * self._same_byline(run, unfinished)
        )
        return Join(unfinished[-1], run, weight)

    def _count(self, lines: Iterable[int]) -> Counter[str]:
        return Counter(chain.from_iterable(self._pairs[i] for i in lines))

    def _only_in(self, here: Counter[str], there: Counter[str]) -> list[str]:
        """Return the pairs that stand in both and nowhere else on the page: mostly the names of people and places."""
        return [pair for pair, n in here.items() if pair in there and self._all[pair] == n + there[pair]]

    def _titles(self, lines: Sequence[int]) -> frozenset[str]:
        titles = (self._pairs[i] for i in lines if self._page.forms[i] in {Form.TITLE, Form.SUBTITLE})
        return frozenset(chain.from_iterable(titles))

    def _seam(self, last: int, first: int) -> float:
        """Return what the last line's end and the first line's beginning say."""
        end, start = self._page.lines[last].text, self._page.lines[first].text
        return (
            _OPENS * forms.opens_paragraph(start)
            + _MAKES_A_WORD * (self._inside[end[-1], start[0]] > 0)
            + _STARTS_ELSEWHERE * (self._starts[start[:2]] > 1)
        )

    def _same_byline(self, run: Sequence[int], unfinished: Sequence[int]) -> bool:
        texts = [{self._page.lines[i].text for i in lines if self._page.forms[i] is Form.BYLINE} for lines in (run, unfinished)]
        return bool(texts[0] & texts[1])


def _apart(found: list[Join]) -> list[Join]:
    """Return the weightiest of `found` that take no line twice and move no line of an article that goes on itself."""
    taken: set[int] = set()
    apart = []
    for join in sorted(found, key=lambda join: -join.weight):
        if not taken.intersection(join.run) and join.after not in taken:
            taken.update(join.run)
            taken.add(join.after)
            apart.append(join)
    return apart
