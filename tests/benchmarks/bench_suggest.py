"""Candidates beside spaCy's PhraseMatcher, and one article in milliseconds: `python -m tests.benchmarks.bench_suggest [--rounds N]`.

Both look for the same 2,000 terms in the same texts in turn, on one core; CPU time, the quickest of several rounds. The peer is
`spacy.blank("zh")` with its tokens of one character: `make_doc` and PhraseMatcher, text to matches, without any check. Ours:
- automaton: daachorse alone on the text as it is, the bound for all that follows.
- matches: what the lexicon finds, as code points of the article, breaks, widths and quotation marks looked through. The peer does this
  without looking through anything.
- lexicon: disjoint proposals with surface, sources, score and reason made of them.
- + word edges, rules: all that is shipped, patterns and vetoes too.
The quickest round is a warm one: RE2's states and jieba's cuts for these texts are remembered. The rows of one article say what it is
before that. Pages about poverty work (a mention every 50 characters) and ordinary local news are told apart: proposals cost more than
characters.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from itertools import islice, product
from typing import Any

from daachorse import CharwiseDoubleArrayAhoCorasick

from annotator.core.lexicon import LexiconEntry
from annotator.exchange.lexicon_csv import read_lexicon
from annotator.exchange.patterns_toml import read_patterns
from annotator.exchange.programmes_csv import read_programmes
from annotator.newsprint.reading import read as read_page
from annotator.suggest import Suggester, WordEdges
from annotator.suggest.names import Names
from annotator.suggest.reading import read
from tests.benchmarks.calibrator import calibrator
from tests.benchmarks.score_candidates import ORDINARY, SEEDS, held_out_pages, page_text

TERMS = 2_000
ARTICLE = 4_000


@dataclass(frozen=True, slots=True)
class Text:
    """An article's text with its breaks (code points)."""

    text: str
    breaks: tuple[tuple[int, int], ...] = ()


def terms() -> list[LexiconEntry]:
    """Return 2,000 different terms: the shipped lexicon, names of the register, and made-up county schemes for the rest."""
    lexicon = read_lexicon((SEEDS / "lexicon.csv").read_text(encoding="utf-8"), "lexicon.csv")
    programmes = read_programmes((SEEDS / "programmes.csv").read_text(encoding="utf-8"), "programmes.csv")
    names = (LexiconEntry(name, p.label or "OTHER") for p in programmes for name in (p.name, *p.aliases))
    made = (LexiconEntry(f"{a}{b}{c}帮扶计划", "OTHER") for a, b, c in product("清绿金银玉", "溪水山河川", "春夏秋冬"))
    entries = {entry.term: entry for entry in (*made, *names, *lexicon)}
    return list(islice(reversed(entries.values()), TERMS))


def sample_texts() -> list[Text]:
    """Return the articles of the sample pages."""
    pages = map(page_text, sorted((SEEDS / "pages").glob("*.txt")))
    return [Text(layout.text(page), layout.breaks) for page in pages for layout in read_page(page)]


def held_out_texts() -> list[Text]:
    """Return the articles of the held-out pages."""
    return [Text(layout.text(page.text), layout.breaks) for page in held_out_pages() for layout in page.articles]


def ordinary_texts() -> list[Text]:
    """Return local news without any mention."""
    return [Text(page_text(path)) for path in sorted(ORDINARY.glob("*.txt"))]


def peer(entries: Sequence[LexiconEntry]) -> Callable[[str], object] | None:
    """Return spaCy's text to matches, or None where it is not installed."""
    if find_spec("spacy") is None:
        return None
    spacy: Any = import_module("spacy")
    nlp = spacy.blank("zh")
    matcher = import_module("spacy.matcher").PhraseMatcher(nlp.vocab)
    matcher.add("terms", [nlp.make_doc(entry.term) for entry in entries])
    return lambda text: matcher(nlp.make_doc(text))


def matches(names: Names, text: Text) -> list[tuple[int, int, str, str]]:
    """Return what the lexicon finds, overlapping hits too, as code points of the article with label and source."""
    reading = read(text.text, text.breaks)
    return [(*reading.original(find.start, find.end), find.label, find.source) for find in names.find(reading.text)]


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU milliseconds of one call."""
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000


def quickest(works: Sequence[Callable[[], object]], rounds: int) -> list[float]:
    """Return the CPU milliseconds of the quickest of `rounds` of each, all in turn, after one round that is not counted."""
    timed = [[cpu(work) for work in works] for _ in range(rounds + 1)][1:]
    return [min(column) for column in zip(*timed, strict=True)]


def print_rows(title: str, texts: Sequence[Text], ways: dict[str, Callable[[Text], object]], rounds: int) -> None:
    """Print what each way takes for `texts`, and how many times quicker than the first way it is."""
    size = sum(len(text.text) for text in texts)
    spent = quickest([lambda way=way: [way(text) for text in texts] for way in ways.values()], rounds)  # type: ignore[misc]
    print(f"{title}: {len(texts)} texts, {size} characters")
    for name, milliseconds in zip(ways, spent, strict=True):
        speed = size / milliseconds / 1000
        print(f"  {name:26} {milliseconds:8.2f} ms  {speed:7.2f} M characters/s  {spent[0] / milliseconds:7.2f} times")


def articles_of(texts: Sequence[Text], length: int) -> list[Text]:
    """Return texts of about `length` characters (at most), each of whole articles one after the other."""
    made: list[Text] = []
    parts: list[Text] = []
    for text in texts:
        if sum(len(part.text) for part in parts) + len(text.text) > length:
            made.append(_joined(parts))
            parts = []
        parts.append(text)
    return made


def _joined(parts: Sequence[Text]) -> Text:
    breaks: list[tuple[int, int]] = []
    text = ""
    for part in parts:
        breaks += [(start + len(text), end + len(text)) for start, end in part.breaks]
        text += part.text
    return Text(text, tuple(breaks))


def print_article(suggester: Suggester, seen: Sequence[Text], texts: Sequence[Text], rounds: int) -> None:
    """Print what one article of 4,000 characters takes at first sight and again, after others were `seen`."""
    # The dictionary is read and the expressions are compiled at first need; neither belongs to an article.
    for text in seen:
        suggester.propose(text.text, text.breaks)
    rows = []
    for text in articles_of(texts, ARTICLE):
        work = lambda text=text: suggester.propose(text.text, text.breaks)  # noqa: E731
        first = cpu(work)
        rows.append((first, min(cpu(work) for _ in range(rounds)), len(text.text), len(suggester.propose(text.text, text.breaks))))
    rows.sort()
    print(f"one article of up to {ARTICLE} characters about poverty work, asked 10 ms; calibrator {calibrator():.1f} ms")
    for name, (first, warm, characters, proposals) in (("median", rows[len(rows) // 2]), ("slowest", rows[-1])):
        print(f"  {name:26} first sight {first:5.1f} ms, warm {warm:5.1f} ms ({characters} characters, {proposals} proposals)")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=7, metavar="N", help="the quickest of N rounds counts")
    rounds = parser.parse_args().rounds
    entries = terms()
    patterns, vetoes = read_patterns((SEEDS / "patterns.toml").read_text(encoding="utf-8"), "patterns.toml")
    names, lexicon = Names(entries), Suggester(entries)
    everything = Suggester(entries, patterns, vetoes, word_edges=WordEdges(words=[entry.term for entry in entries]))
    samples, unseen, ordinary = sample_texts(), held_out_texts(), ordinary_texts()
    print_article(everything, [*samples, *ordinary], unseen, rounds)
    matched = peer(entries)
    if matched is None:
        print('spaCy is not installed (pip install spacy): no comparison. "times" are relative to the first row.')
    beside: dict[str, Callable[[Text], object]] = {"spaCy PhraseMatcher": lambda text: matched(text.text)} if matched else {}
    automaton = CharwiseDoubleArrayAhoCorasick([entry.term for entry in entries])
    ways = beside | {
        "automaton": lambda text: automaton.find_overlapping(text.text),
        "matches": lambda text: matches(names, text),
        "lexicon": lambda text: lexicon.propose(text.text, text.breaks),
        "+ word edges, rules": lambda text: everything.propose(text.text, text.breaks),
    }
    print(f"{len(entries)} terms, CPU time, asked of the lexicon 30 times, of everything 5 times")
    papers = [*samples, *unseen]
    for title, texts in (("poverty pages", papers), ("ordinary news", ordinary), ("both", [*papers, *ordinary])):
        print_rows(title, texts, ways, rounds)


if __name__ == "__main__":
    main()
