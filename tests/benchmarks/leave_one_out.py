"""Print how much the seeds owe to the pages they were written on: `python -m tests.benchmarks.leave_one_out`.

Lexicon and rules were written by people who had read all three development pages, so nothing here is a true leave-one-out: no rule can
be unread. Three figures bound what the development score flatters (exact span and label, micro average):
- own terms out: each development page is scored without the terms that only it vouches for: they are marked in its gold, in the gold of
  no other development page, stand neither in the guideline nor in the taxonomy beside the checkout, and their `origin` is no document or
  office but a class of names made for this lexicon. Patterns and vetoes stay, so this is the lenient side.
- any origin: the same, also where the lexicon names an official source, which was perhaps looked up because of the page.
- no patterns: that without any pattern, since patterns can stand in for the names taken out: the strict side. What the patterns are worth
  on pages that nobody had read is the difference of the same two rows of the held-out pages.
- held-out pages: six pages written and marked by somebody who had seen neither lexicon nor rules, before these were tuned. The order is
  in the history: with git at hand it is printed, and every committed state of the seeds is scored by today's program on both
  collections. A state whose held-out figure rose with a change that names no reason in the guideline would be suspect.
Words of a page also serve as words of jieba's dictionary; terms taken out are taken out there too.
"""

import subprocess
from collections.abc import Iterable, Sequence

from annotator.core.lexicon import LexiconEntry
from annotator.core.pattern import Pattern, Veto
from annotator.exchange.lexicon_csv import read_lexicon
from annotator.exchange.patterns_toml import read_patterns
from annotator.suggest import Suggester, WordEdges
from annotator.suggest.names import bare
from annotator.suggest.reading import fold
from tests.benchmarks.score_candidates import ROOT, SHARED, Page, Tally, development_pages, held_out_pages

SEED_FILES = ("seeds/lexicon.csv", "seeds/patterns.toml")
# Origins that are not a document or an office: classes of names and lists made for this lexicon.
_OURS = ("类名", "名单")

Rules = tuple[tuple[Pattern, ...], tuple[Veto, ...]]


def seeds(at: str | None = None) -> tuple[tuple[LexiconEntry, ...], Rules]:
    """Return lexicon and rules as they are now, or as they were committed `at`."""
    lexicon, rules = ((ROOT / file).read_text(encoding="utf-8") if at is None else _git("show", f"{at}:{file}") for file in SEED_FILES)
    return read_lexicon(lexicon, SEED_FILES[0]), read_patterns(rules, SEED_FILES[1])


def surfaces(page: Page) -> set[str]:
    """Return the names that a page's gold marks, as the lexicon compares them."""
    return {bare(fold(surface.replace("\n", ""))) for surface in page.gold.values()}


def own_terms(page: Page, pages: Sequence[Page], lexicon: Iterable[LexiconEntry], documents: str) -> set[str]:
    """Return the terms of `lexicon` that nothing but `page` and their origin vouches for."""
    here = surfaces(page)
    elsewhere = {surface for other in pages if other is not page for surface in surfaces(other)}
    return {entry.term for entry in lexicon if (name := bare(fold(entry.term))) in here and name not in elsewhere and name not in documents}


def suggester(lexicon: Sequence[LexiconEntry], rules: Rules) -> Suggester:
    """Return the suggester with all that is shipped, of these."""
    return Suggester(lexicon, *rules, word_edges=WordEdges(words=[entry.term for entry in lexicon]))


def tally_of(pages: Iterable[Page], found: Suggester) -> Tally:
    """Return the counts over `pages`."""
    tally = Tally()
    for page in pages:
        tally.add(page, found)
    return tally


def f1(tally: Tally) -> float:
    """Return the F1 of exact spans and labels."""
    return 2 * tally.exact / max(1, tally.proposed + tally.gold)


def added(tallies: Iterable[Tally]) -> Tally:
    """Return the sums of the counts."""
    total = Tally()
    for one in tallies:
        total.proposed += one.proposed
        total.gold += one.gold
        total.exact += one.exact
        total.span += one.span
        total.overlap += one.overlap
    return total


def documents() -> str:
    """Return the guideline and the official lists beside the checkout, as names are compared."""
    return bare(fold("\n".join((SHARED / name).read_text(encoding="utf-8") for name in ("guideline.md", "reference/taxonomy.md"))))


def print_own_terms_out(pages: Sequence[Page], held_out: Tally) -> None:
    """Print the development pages with and without their own terms, and without patterns too; then the gap to the held-out pages."""
    lexicon, rules = seeds()
    words = documents()
    rows: dict[str, list[Tally]] = {"all seeds": [], "own terms out": [], "any origin": [], "any origin, no patterns": []}
    for page in pages:
        own = own_terms(page, pages, lexicon, words)
        strict = tuple(entry for entry in lexicon if entry.term not in own)
        lenient = tuple(entry for entry in lexicon if entry.term not in own or not entry.origin.startswith(_OURS))
        print(f"  {page.name}: {len(lexicon) - len(lenient)} own terms, {len(own)} of any origin")
        for row, found in zip(rows.values(), (lexicon, lenient, strict), strict=False):
            row.append(tally_of([page], suggester(found, rules)))
        rows["any origin, no patterns"].append(tally_of([page], suggester(strict, ((), rules[1]))))
    for name, tallies in rows.items():
        print(added(tallies).line(name))
    for name, tallies in rows.items():
        print(f"  {name}: development − held-out {f1(added(tallies)) - f1(held_out):+.3f} F1")


def print_history(development: Sequence[Page], held_out: Sequence[Page]) -> None:
    """Print when held-out pages and seeds were committed, and the score of every committed state of the seeds."""
    try:
        commits = _git("log", "--reverse", "--format=%h %ad", "--date=iso", "--", *SEED_FILES, "tests/suggest/heldout").splitlines()
    except (OSError, subprocess.CalledProcessError):
        print("history: git has none here")
        return
    print("history of seeds and held-out pages (newest last), scored by today's program")
    for line in commits:
        commit = line.split()[0]
        changed = _git("show", "--format=", "--name-only", commit).split()
        if any(name.startswith("tests/suggest/heldout") for name in changed):
            print(f"  {line}  held-out pages: {sum(name.startswith('tests/suggest/heldout') for name in changed)} files")
        if any(name in changed for name in SEED_FILES):
            print(f"  {line}  {_scores(commit, development, held_out)}")


def _scores(commit: str, development: Sequence[Page], held_out: Sequence[Page]) -> str:
    try:
        found = suggester(*seeds(commit))
    except subprocess.CalledProcessError:
        return "seeds not complete yet"
    return f"F1 development {f1(tally_of(development, found)):.3f}, held-out {f1(tally_of(held_out, found)):.3f}"


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", "-C", str(ROOT), *arguments], capture_output=True, text=True, check=True, encoding="utf-8")
    return done.stdout


def main() -> None:
    """Print the figures."""
    development, held_out = tuple(development_pages()), tuple(held_out_pages())
    lexicon, rules = seeds()
    unseen = tally_of(held_out, suggester(lexicon, rules))
    print(f"held-out pages: {len(held_out)}")
    print(unseen.line("all seeds"))
    print(tally_of(held_out, suggester(lexicon, ((), rules[1]))).line("no patterns"))
    if development:
        print(f"development pages: {len(development)}")
        print_own_terms_out(development, unseen)
    else:
        print("development pages: not here")
    print_history(development, held_out)


if __name__ == "__main__":
    main()
