"""Print how well the seeds' candidates meet gold mentions, source by source.

Run it as `python -m tests.benchmarks.score_candidates [--misses N]`. Beside the shipped lexicon, with and without patterns, vetoes and
word edges, stand two bare lists: the examples of the scheme, and the names that the lexicon took from the guideline. It scores, as far as
they are there:
- the development pages beside the checkout, cut and healed by their gold structure, so that only the candidates are measured. The
  lexicon and the rules were written while these pages were read, so these figures flatter; leaving one page out would not help,
  since nothing is fitted to pages by a machine. Only they are listed miss by miss.
- the held-out pages of `tests/suggest/heldout`, cut by this program itself, which nobody tunes on: no misses are listed.
- false alarms in `tests/suggest/ordinary`, local news without any mention, per 1,000 characters.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from annotator.core.article import ArticleKind, Layout, Segment
from annotator.core.candidate import Proposal
from annotator.core.lexicon import LexiconEntry
from annotator.core.scheme import scheme_from_json
from annotator.exchange.lexicon_csv import read_lexicon
from annotator.exchange.patterns_toml import read_patterns
from annotator.newsprint.reading import read
from annotator.suggest import Suggester, WordEdges
from annotator.suggest.suggester import Finder

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
SEEDS = ROOT / "seeds"
HELD_OUT = ROOT / "tests" / "suggest" / "heldout"
ORDINARY = ROOT / "tests" / "suggest" / "ordinary"
# What the lexicon says of the names that it took from the guideline.
GUIDELINE = "标注指南 v1.2"


@dataclass(frozen=True, slots=True)
class Page:
    """A page's text, its articles and its gold mentions (offsets into the page)."""

    name: str
    text: str
    articles: tuple[Layout, ...]
    gold: Mapping[tuple[int, int, str], str]


@dataclass(slots=True)
class Tally:
    """Counts over pages."""

    proposed: int = 0
    gold: int = 0
    exact: int = 0
    span: int = 0
    overlap: int = 0
    missed: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)

    def line(self, name: str) -> str:
        """Return one row of the table."""
        precision, recall = self.exact / max(1, self.proposed), self.exact / max(1, self.gold)
        f1, span_f1 = (2 * n / max(1, self.proposed + self.gold) for n in (self.exact, self.span))
        return (
            f"  {name:24} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  span F1 {span_f1:.3f}  "
            f"overlap {self.overlap / max(1, self.gold):.3f}  ({self.exact} of {self.gold} gold, {self.proposed} proposed)"
        )

    def add(self, page: Page, suggester: Suggester) -> None:
        """Count what `suggester` proposes on `page`."""
        got = dict(proposed(page, suggester))
        spans, gold_spans = {span[:2] for span in got}, {span[:2] for span in page.gold}
        self.proposed += len(got)
        self.gold += len(page.gold)
        self.exact += len(got.keys() & page.gold.keys())
        self.span += len(spans & gold_spans)
        for (start, end, label), surface in page.gold.items():
            is_met = any(a < end and start < b for a, b in spans)
            self.overlap += is_met
            if (start, end, label) not in got:
                self.missed[f"{surface} [{label}]{' (overlapped)' if is_met else ''}"] += 1
        self.extra.update(f"{p.surface!r} [{p.label}] {p.sources[0]}" for span, p in got.items() if span not in page.gold)


def proposed(page: Page, suggester: Suggester) -> Iterator[tuple[tuple[int, int, str], Proposal]]:
    """Yield what `suggester` proposes on a page, each with its span on the page and its label."""
    for layout in page.articles:
        for p in suggester.propose(layout.text(page.text), layout.breaks):
            yield (layout.page_offset(p.start), layout.page_offset(p.end - 1) + 1, p.label), p


def page_text(path: Path) -> str:
    """Return a page as a project holds it: no byte-order mark, line feeds only."""
    return path.read_text(encoding="utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def gold_articles(text: str, structure: Mapping[str, Any]) -> Iterator[Layout]:
    """Yield the articles of a page by its gold structure; what lies between two articles belongs to the earlier one."""
    starts = sorted({0, *(article["start"] for article in structure["articles"])})
    breaks = [(b["offset"], b["resumes_at"]) for b in structure["column_breaks"] if text[b["offset"]] == "\n"]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        inside = tuple((a - start, b - start) for a, b in breaks if start <= a and b <= end)
        yield Layout(ArticleKind.ARTICLE, "", (Segment(0, start, end - start),), inside)


def gold_mentions(gold: Mapping[str, Any]) -> dict[tuple[int, int, str], str]:
    """Return the gold spans with their surfaces."""
    return {(span["start"], span["end"], span["label"]): span["text"] for span in gold["spans"]}


def development_pages() -> Iterator[Page]:
    """Yield the pages beside the checkout, if they are there."""
    for path in sorted((SHARED / "gold").glob("mentions_*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        structure = json.loads(path.with_name(path.name.replace("mentions", "structure")).read_text(encoding="utf-8"))
        text = page_text(SHARED / "pages" / gold["file"])
        yield Page(gold["file"], text, tuple(gold_articles(text, structure)), gold_mentions(gold))


def held_out_pages() -> Iterator[Page]:
    """Yield the held-out pages, cut as the program cuts them."""
    for path in sorted(HELD_OUT.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = page_text(path.with_name(gold["file"]))
        yield Page(gold["file"], text, read(text), gold_mentions(gold))


def all_of_the_seeds(also: Finder | None = None) -> Suggester:
    """Return a suggester with everything that is shipped, and a further source."""
    lexicon = read_lexicon((SEEDS / "lexicon.csv").read_text(encoding="utf-8"), "seeds/lexicon.csv")
    patterns, vetoes = read_patterns((SEEDS / "patterns.toml").read_text(encoding="utf-8"), "seeds/patterns.toml")
    return Suggester(lexicon, patterns, vetoes, word_edges=WordEdges(words=[entry.term for entry in lexicon]), also=also)


def suggesters() -> dict[str, Suggester]:
    """Return the suggesters to compare, the barest first."""
    lexicon = read_lexicon((SEEDS / "lexicon.csv").read_text(encoding="utf-8"), "seeds/lexicon.csv")
    patterns, vetoes = read_patterns((SEEDS / "patterns.toml").read_text(encoding="utf-8"), "seeds/patterns.toml")
    edges = WordEdges(words=[entry.term for entry in lexicon])
    scheme = scheme_from_json((SEEDS / "scheme.json").read_text(encoding="utf-8"))
    examples = [LexiconEntry(example, label.id) for label in scheme.labels for example in label.examples]
    return {
        "guideline's examples": Suggester(examples),
        "guideline's list": Suggester(entry for entry in lexicon if entry.origin == GUIDELINE),
        "lexicon": Suggester(lexicon),
        "+ vetoes": Suggester(lexicon, (), vetoes),
        "+ patterns": Suggester(lexicon, patterns),
        "+ patterns, vetoes": Suggester(lexicon, patterns, vetoes),
        "+ word edges (all)": Suggester(lexicon, patterns, vetoes, word_edges=edges),
    }


def print_pages(title: str, pages: Iterable[Page], compared: Mapping[str, Suggester]) -> Tally:
    """Print a table over `pages`, and by page for the last suggester; return the last suggester's tally."""
    held = tuple(pages)
    print(f"{title}: {len(held)} pages")
    tally = Tally()
    for name, suggester in compared.items():
        tally = Tally()
        for page in held:
            tally.add(page, suggester)
        print(tally.line(name))
    for page in held:
        alone = Tally()
        alone.add(page, [*compared.values()][-1])
        print(alone.line(page.name))
    return tally


def print_false_alarms(compared: Mapping[str, Suggester]) -> None:
    """Print how often each suggester proposes something where there is nothing."""
    texts = [page_text(path) for path in sorted(ORDINARY.glob("*.txt"))]
    length = sum(map(len, texts))
    print(f"ordinary news: {len(texts)} texts, {length} characters")
    for name, suggester in compared.items():
        alarms = sum(len(suggester.propose(text)) for text in texts)
        print(f"  {name:24} {alarms} false alarms, {1000 * alarms / max(1, length):.2f} per 1,000 characters")


def main() -> None:
    """Print the tables, then the misses and extras on the development pages."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--misses", type=int, default=10, metavar="N", help="list N misses and extras of the development pages")
    parser.add_argument("--development", action="store_true", help="score the development pages only")
    arguments = parser.parse_args()
    compared = suggesters()
    tally = print_pages("development pages", development_pages(), compared)
    print("  missed:", "; ".join(f"{what} ×{n}" for what, n in tally.missed.most_common(arguments.misses)))
    print("  extra: ", "; ".join(f"{what} ×{n}" for what, n in tally.extra.most_common(arguments.misses)))
    if not arguments.development:
        print_pages("held-out pages", held_out_pages(), compared)
        print_false_alarms(compared)


if __name__ == "__main__":
    main()
