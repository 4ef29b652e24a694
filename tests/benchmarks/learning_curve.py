"""Print what learning from decisions adds, article by article: a simulated annotator whose decisions are the gold.

Run it as `python -m tests.benchmarks.learning_curve [--orders N] [--development]`. It starts from a bare list, the examples of the
seeds' scheme, without patterns, vetoes and word edges. Articles come in `--orders` random orders; before each the program proposes, is
scored against the gold of that article, and then learns from it:
- list: the examples alone.
- + scorer: candidates that the scorer gives less than a half are not shown.
- + tagger: also names that the tagger finds, as far as vetoes and word edges let them; trained anew after every fourth article.
- + terms: also the strings added or corrected by hand at least twice enter the list at once.
- list, terms: the list and such strings, without scorer and tagger.
- seeds: instead of the list, all that is shipped: lexicon, patterns, vetoes and word edges; alone, with scorer, with both.

A candidate counts as rejected when no gold mention shares a character with it; everything else is accepted, moved or relabelled. What is
not shown gets no decision. One row sums the articles at these places of all orders (micro average): exact span and label, and
mentions that share a character with something shown. Articles without any mention count too.
The settings of scorer and tagger were chosen on the development pages, so that their figures flatter; the held-out pages had no part.
"""

import argparse
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from annotator.core.article import ArticleKind
from annotator.core.candidate import Proposal
from annotator.core.lexicon import LexiconEntry
from annotator.core.scheme import scheme_from_json
from annotator.core.span import Span
from annotator.suggest import Suggester
from annotator.suggest.learn_features import Example, example
from annotator.suggest.learn_tags import Marked
from annotator.suggest.learn_terms import offered_terms
from annotator.suggest.learned import Scorer, cross_validated
from annotator.suggest.resolve import Find
from annotator.suggest.tagger import Tagger, train
from tests.benchmarks.score_candidates import SEEDS, Page, all_of_the_seeds, development_pages, held_out_pages, suggesters

THRESHOLD = 0.5
RETRAINED_EVERY = 4


@dataclass(frozen=True, slots=True)
class Means:
    """What a run may use besides the list."""

    name: str
    scorer: bool = False
    tagger: bool = False
    terms: bool = False
    seeds: bool = False


RUNS = (
    Means("list"),
    Means("+ scorer", scorer=True),
    Means("+ tagger", scorer=True, tagger=True),
    Means("+ terms", scorer=True, tagger=True, terms=True),
    Means("list, terms", terms=True),
    Means("seeds", seeds=True),
    Means("seeds, scorer", seeds=True, scorer=True),
    Means("seeds, both", seeds=True, scorer=True, tagger=True),
)


@dataclass(slots=True)
class Counts:
    """Sums over articles."""

    shown: int = 0
    gold: int = 0
    exact: int = 0
    met: int = 0

    def add(self, shown: Sequence[Proposal], gold: Sequence[Span]) -> None:
        """Count one article."""
        self.shown += len(shown)
        self.gold += len(gold)
        self.exact += len({Span(p.start, p.end, p.label) for p in shown} & set(gold))
        self.met += sum(any(p.start < g.end and g.start < p.end for p in shown) for g in gold)

    def figures(self) -> str:
        """Return F1 and any-overlap recall."""
        return f"{2 * self.exact / max(1, self.shown + self.gold):.3f} {self.met / max(1, self.gold):.3f}"


@dataclass(slots=True)
class Latest:
    """The tagger trained last, for suggesters that are made once; none while nothing was learned."""

    tagger: Tagger | None = None

    def find(self, text: str, taken: Iterable[tuple[int, int]] = ()) -> list[Find]:
        """Return what it finds in a reading's text."""
        return self.tagger.find(text, taken) if self.tagger is not None else []


@dataclass(slots=True)
class Annotator:
    """The program beside one simulated person, in one run over one order."""

    means: Means
    entries: list[LexiconEntry]
    scorer: Scorer = field(default_factory=Scorer)
    added: list[tuple[str, str]] = field(default_factory=list)
    suggester: Suggester | None = None
    latest: Latest = field(default_factory=Latest)

    def shown(self, article: Marked) -> list[Proposal]:
        """Return what the person would see."""
        if self.suggester is None:
            self.suggester = Suggester(self.entries, also=self.latest if self.means.tagger else None)
        return self._likely(self.suggester.propose(article.text, article.breaks), article)

    def decide(self, shown: Sequence[Proposal], article: Marked) -> None:
        """Learn from the gold decisions on what was shown, and on what had to be added."""
        if self.means.scorer:
            self.scorer = self.scorer.learn(decided(shown, article))
        right = {Span(p.start, p.end, p.label) for p in shown}
        self.added += [(article.text[g.start : g.end], g.label) for g in article.marks if g not in right]
        if self.means.terms:
            self._accept_terms()

    def _likely(self, proposals: Iterable[Proposal], article: Marked) -> list[Proposal]:
        if not self.means.scorer:
            return list(proposals)
        return [p for p in proposals if self.scorer.score(p, article.text, article.breaks) >= THRESHOLD]

    def _accept_terms(self) -> None:
        offers = offered_terms(self.added, (entry.term for entry in self.entries))
        if offers:
            self.entries += [LexiconEntry(offer.term, offer.label) for offer in offers]
            self.suggester = None


def decided(shown: Iterable[Proposal], article: Marked) -> list[Example]:
    """Return what becomes of `shown` when the gold decides."""
    return [
        example(
            p,
            article.text,
            article.breaks,
            kept=any(p.start < g.end and g.start < p.end for g in article.marks),
            article=article.text,
        )
        for p in shown
    ]


def articles(pages: Iterable[Page]) -> list[Marked]:
    """Return the pages' articles with their gold marks; furniture without marks is left out."""
    every = [found for page in pages for found in _marked(page)]
    return [article for kind, article in every if article.marks or (kind is ArticleKind.ARTICLE and article.text.strip())]


def _marked(page: Page) -> Iterable[tuple[ArticleKind, Marked]]:
    for layout in page.articles:
        place = {layout.page_offset(at): at for at in range(layout.length)}
        marks = [Span(place[a], place[b - 1] + 1, label) for a, b, label in page.gold if a in place and b - 1 in place]
        yield layout.kind, Marked(layout.text(page.text), tuple(sorted(marks, key=lambda mark: mark.start)), layout.breaks)


def bare_list() -> list[LexiconEntry]:
    """Return the examples of the shipped scheme's labels."""
    scheme = scheme_from_json((SEEDS / "scheme.json").read_text(encoding="utf-8"))
    return [LexiconEntry(term, label.id) for label in scheme.labels for term in label.examples]


def simulate(work: Sequence[Marked], orders: int) -> list[dict[str, Counts]]:
    """Return for each place in the order the sums of every run over `orders` orders."""
    latest = Latest()
    shipped, tagging = list(suggesters().values())[-1], all_of_the_seeds(also=latest)
    places: list[dict[str, Counts]] = [{run.name: Counts() for run in RUNS} for _ in work]
    for seed in range(orders):
        order = random.Random(seed).sample(list(work), len(work))
        seeds = {False: shipped, True: tagging}
        people = [Annotator(run, bare_list(), suggester=seeds[run.tagger] if run.seeds else None, latest=latest) for run in RUNS]
        latest.tagger = None
        for at, article in enumerate(order):
            if at and at % RETRAINED_EVERY == 0:
                latest.tagger = train(order[:at])
            for person in people:
                shown = person.shown(article)
                places[at][person.means.name].add(shown, article.marks)
                person.decide(shown, article)
    return places


def print_curve(title: str, work: Sequence[Marked], orders: int, width: int) -> None:
    """Print one row for every `width` places, one for all, and what the scorer's probabilities are worth."""
    print(f"{title}: {len(work)} articles, {sum(len(a.marks) for a in work)} mentions, {orders} orders; F1 and any-overlap recall")
    if not work:
        return
    places = simulate(work, orders)
    print(f"  {'article':10}" + "".join(f"{run.name:>15}" for run in RUNS))
    for first in range(0, len(places), width):
        rows = places[first : first + width]
        print(f"  {f'{first + 1}–{first + len(rows)}':10}" + "".join(f"{_sum(rows, run.name).figures():>15}" for run in RUNS))
    print(f"  {'all':10}" + "".join(f"{_sum(places, run.name).figures():>15}" for run in RUNS))
    _print_validation(work)


def _sum(rows: Iterable[Mapping[str, Counts]], run: str) -> Counts:
    total = Counts()
    for counts in (row[run] for row in rows):
        total.shown += counts.shown
        total.gold += counts.gold
        total.exact += counts.exact
        total.met += counts.met
    return total


def _print_validation(work: Iterable[Marked]) -> None:
    """Print what the scorer's probabilities are worth on unseen articles: of the list's candidates, those rejected and kept."""
    suggester = Suggester(bare_list())
    examples = [e for article in work for e in decided(suggester.propose(article.text, article.breaks), article)]
    rejected = sum(not e.kept for e in examples)
    print(f"  scorer, 5 folds over articles: {len(examples)} candidates of the list, {rejected} rejected")
    for measured in cross_validated(examples):
        precision, recall = (f"{value:.3f}" if value is not None else "–" for value in (measured.precision, measured.recall))
        print(f"    at {measured.threshold:.1f}: precision {precision}, recall {recall}")


def main() -> None:
    """Print both curves."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--orders", type=int, default=20, metavar="N", help="mean of N random orders")
    parser.add_argument("--development", action="store_true", help="the development pages only")
    arguments = parser.parse_args()
    print_curve("development pages", articles(development_pages()), arguments.orders, width=4)
    if not arguments.development:
        print_curve("held-out pages", articles(held_out_pages()), arguments.orders, width=4)


if __name__ == "__main__":
    main()
