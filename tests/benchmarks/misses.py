"""Print the worst misses and extras by what they would need: `python -m tests.benchmarks.misses [--most N] [--development]`.

Of the held-out pages, and of the development pages where they are beside the checkout; short surfaces only, to the terminal only.
The kinds are told by the program, from what the bare finds (no vetoes, no word edges) and the other pages' gold say:
- new name: nothing was found there at all;
- boundary rule: something was proposed there with other edges;
- ruling: the span is right and its label is not, or a proposal that no page's gold ever marks;
- context: the span was found and dropped by a veto or a word edge, or proposed where it is no mention though elsewhere it is.
Reading the list of held-out pages is for judging. Whoever tunes a rule on it has no held-out pages any more.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence

from annotator.core.candidate import Proposal
from annotator.suggest import Suggester
from tests.benchmarks.score_candidates import Page, development_pages, held_out_pages, proposed, suggesters

KINDS = ("new name", "boundary rule", "ruling", "context")
_LONGEST = 24

Spans = set[tuple[int, int]]


def meets(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    """Say whether `span` shares a character with one of `others`."""
    return any(start < span[1] and span[0] < end for start, end in others)


def kind_of_miss(span: tuple[int, int], shown: Spans, found: Spans) -> str:
    """Return what a gold mention would have needed; `shown` are the proposed spans, `found` those before vetoes and word edges."""
    if span in shown:
        return "ruling"
    if span in found and not meets(span, shown):
        return "context"
    if meets(span, shown):
        return "boundary rule"
    return "boundary rule" if meets(span, found) else "new name"


def kind_of_extra(span: tuple[int, int], surface: str, gold: Spans, mentions: frozenset[str]) -> str:
    """Return what would keep a proposal away that is not in `gold`; `mentions` are all surfaces that gold marks anywhere."""
    if span in gold:
        return "ruling"
    if meets(span, gold):
        return "boundary rule"
    return "context" if surface in mentions else "ruling"


def misses(page: Page, shown: dict[tuple[int, int, str], Proposal], found: Spans) -> Iterable[tuple[str, str]]:
    """Yield kind and description of every gold mention that is not proposed exactly."""
    spans = {key[:2] for key in shown}
    for (start, end, label), surface in page.gold.items():
        if (start, end, label) not in shown:
            instead = sorted(f"{_short(p.surface)} [{p.label}]" for (a, b, _), p in shown.items() if a < end and start < b)
            yield (
                kind_of_miss((start, end), spans, found),
                f"{_short(surface)} [{label}]" + (f" ← {', '.join(instead)}" if instead else ""),
            )


def extras(page: Page, shown: dict[tuple[int, int, str], Proposal], mentions: frozenset[str]) -> Iterable[tuple[str, str]]:
    """Yield kind and description of every proposal that gold does not have."""
    gold = {key[:2] for key in page.gold}
    for key, proposal in shown.items():
        if key not in page.gold:
            yield (
                kind_of_extra(key[:2], proposal.surface, gold, mentions),
                f"{_short(proposal.surface)} [{proposal.label}] {proposal.sources[0]}",
            )


def _short(surface: str) -> str:
    one_line = surface.replace("\n", "")
    return one_line if len(one_line) <= _LONGEST else one_line[: _LONGEST - 1] + "…"


def print_groups(title: str, found: Sequence[tuple[str, str]], most: int) -> None:
    """Print the `most` frequent descriptions, by kind."""
    worst = Counter(found).most_common(most)
    print(f"  {title}: {len(found)}, " + ", ".join(f"{kind} {n}" for kind in KINDS if (n := sum(k == kind for k, _ in found))))
    for kind in KINDS:
        for (_, what), n in (row for row in worst if row[0][0] == kind):
            print(f"    {kind:14} {n} × {what}")


def print_pages(title: str, pages: Sequence[Page], everything: Suggester, bare: Suggester, most: int) -> None:
    """Print misses and extras over `pages`."""
    if not pages:
        print(f"{title}: not here")
        return
    print(f"{title}: {len(pages)} pages")
    mentions = frozenset(surface for page in pages for surface in page.gold.values())
    missed: list[tuple[str, str]] = []
    extra: list[tuple[str, str]] = []
    for page in pages:
        shown = dict(proposed(page, everything))
        missed += misses(page, shown, {key[:2] for key, _ in proposed(page, bare)})
        extra += extras(page, shown, mentions)
    print_groups("missed", missed, most)
    print_groups("extra", extra, most)


def main() -> None:
    """Print the lists."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--most", type=int, default=20, metavar="N", help="list at most N different misses and N extras")
    parser.add_argument("--development", action="store_true", help="the development pages only")
    arguments = parser.parse_args()
    compared = suggesters()
    everything, bare = compared["+ word edges (all)"], compared["+ patterns"]
    print_pages("development pages", tuple(development_pages()), everything, bare, arguments.most)
    if not arguments.development:
        print_pages("held-out pages", tuple(held_out_pages()), everything, bare, arguments.most)


if __name__ == "__main__":
    main()
