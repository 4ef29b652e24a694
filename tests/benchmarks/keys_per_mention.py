"""Keys for one final mention, in the real window: `python -m tests.benchmarks.keys_per_mention`.

A simulated annotator who wants exactly the gold decides every candidate with real key presses (offscreen):
- `Space` where gold has span and label; the label's key where gold has the span with another label;
- where gold has an overlapping span: the cheapest keys that move the edges there, by words or characters, one key a step, then one
  key to go on (the label's key where that differs too);
- `X` for everything else.
Then the gold mentions that no candidate led to are added. `I` is not in the window yet, so the keys of the caret are counted, not
pressed: `I`, the walk from the nearest edge of the nearest span to the word in which the mention begins, Shift and a key for each word of
it, the label's key (pressed), `Esc`; then pressed moves by characters where the mention ends inside a word. The walk is counted as if
`↓` and `↑` went a line of 40 characters and the other keys a word; the last column says what it is by words alone.
At the end the marks of every article are compared with gold; a difference ends the run.
`Enter` (finish and open the next) is told apart, and so are mentions that no article of the list holds (furniture without candidates,
a mention cut by the program's cutting): nobody could have marked them there.

Singly: without repeats, so that no decision writes another. With repeats: pages imported as the program does, folded repeats decided with
their original; mentions in repeats count, as they are marked. With same mentions: counted, not pressed: two keys (`M`, `Enter`) for three
or more candidates of one article with one surface, label and decision.
"""

import os
import tempfile
from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from annotator.app import App, build
from annotator.core.article import Layout
from annotator.core.ids import sha256_of
from annotator.newsprint import read, with_paragraphs
from annotator.project.creating import new_project
from annotator.project.repeating import find_repeats
from annotator.project.storing import store_page
from annotator.project.suggesting import suggest
from annotator.session.desk import Desk
from annotator.session.desk_commands import _EDGES
from annotator.session.edges import Edge, Unit, moved
from annotator.session.items import Item
from annotator.store.articles import FileRecord
from annotator.ui.commands import COMMANDS
from tests.benchmarks.score_candidates import Page, development_pages, held_out_pages

_MOVES = {how: command for command, how in _EDGES.items()}
_KEYS = {command.id: command.keys[0] for command in COMMANDS if command.keys}
# Nobody moves an edge further than this; the search ends there.
_FURTHEST = 30
# The measure of the reading view in characters.
_A_LINE = 40


@dataclass(frozen=True, slots=True)
class Plan:
    """What is pressed for one candidate: `kind` for the table, commands for its edges, then a command or a label's key."""

    kind: str
    moves: tuple[str, ...] = ()
    last: str = "accept"

    @property
    def keys(self) -> int:
        """How many keys it takes."""
        return len(self.moves) + 1


@dataclass(slots=True)
class Count:
    """Keys by kind over articles."""

    mentions: int = 0
    enters: int = 0
    out_of_reach: int = 0
    saved_by_same: int = 0
    saved_by_lines: int = 0
    keys: Counter[str] = field(default_factory=Counter)

    def line(self, name: str) -> str:
        """Return one row of the table."""
        every = sum(self.keys.values())
        kinds = ", ".join(f"{kind} {n}" for kind, n in self.keys.most_common())
        per = every / max(1, self.mentions)
        with_same = (every - self.saved_by_same) / max(1, self.mentions)
        with_enters = (every + self.enters) / max(1, self.mentions)
        return (
            f"  {name:24} {per:5.3f} keys a mention ({every} for {self.mentions}: {kinds}); with Enter {with_enters:.3f}; "
            f"with same mentions {with_same:.3f}; out of reach {self.out_of_reach}; "
            f"caret by words alone {(every + self.saved_by_lines) / max(1, self.mentions):.3f}"
        )

    def add(self, other: "Count") -> None:
        """Take the counts of another."""
        self.mentions += other.mentions
        self.enters += other.enters
        self.out_of_reach += other.out_of_reach
        self.saved_by_same += other.saved_by_same
        self.saved_by_lines += other.saved_by_lines
        self.keys += other.keys


def gold_of(layout: Layout, page: Page) -> dict[tuple[int, int], str]:
    """Return the gold mentions that lie whole in an article, as spans of its text with their labels."""
    there = {s.page_start + at: s.article_start + at for s in layout.segments for at in range(s.length)}
    spans = {(there.get(start), there.get(end - 1), end - start): label for start, end, label in page.gold}
    return {(a, b + 1): label for (a, b, length), label in spans.items() if a is not None and b is not None and b + 1 - a == length}


def path_of(desk: Desk, edge: Edge, at: int, to: int, other: int) -> tuple[str, ...] | None:
    """Return the fewest commands that bring an edge from `at` to `to` without passing the `other` edge; None where none do."""
    assert desk.article is not None
    breaks = desk.article.layout.breaks
    ways: dict[int, tuple[str, ...]] = {at: ()}
    left = deque([at])
    while left:
        here = left.popleft()
        if here == to:
            return ways[here]
        for unit in Unit:
            for step in (1, -1):
                there = moved(here, edge, unit, step, words=desk.words, breaks=breaks)
                is_span = there < other if edge is Edge.START else other < there
                if is_span and there not in ways and abs(there - to) <= _FURTHEST:
                    ways[there] = (*ways[here], _MOVES[edge, unit, step])
                    left.append(there)
    return None


def moves_of(desk: Desk, item: Item, span: tuple[int, int]) -> tuple[str, ...] | None:
    """Return the fewest commands that bring the edges of `item` to `span`, in an order in which it never becomes empty."""
    is_start_first = span[0] < item.end
    start = path_of(desk, Edge.START, item.start, span[0], item.end if is_start_first else span[1])
    end = path_of(desk, Edge.END, item.end, span[1], span[0] if is_start_first else item.start)
    if start is None or end is None:
        return None
    return (*start, *end) if is_start_first else (*end, *start)


def plans(desk: Desk, gold: Mapping[tuple[int, int], str]) -> dict[str, Plan]:
    """Return what is pressed for each candidate of the open article."""
    made: dict[str, Plan] = {}
    free = dict(gold)
    for item in desk.items:
        if (item.start, item.end) in free:
            label = free.pop((item.start, item.end))
            made[item.target] = Plan("accept") if label == item.label else Plan("relabel", (), f"label:{label}")
    near = [
        (plan.keys, item.target, span, plan)
        for item in desk.items
        if item.target not in made
        for span, label in free.items()
        if span[0] < item.end and item.start < span[1] and (plan := _moving(desk, item, span, label)) is not None
    ]
    for _, target, span, plan in sorted(near, key=lambda row: row[:3]):
        if target not in made and span in free:
            made[target] = plan
            del free[span]
    return {item.target: made.get(item.target, Plan("reject", (), "reject")) for item in desk.items}


def _moving(desk: Desk, item: Item, span: tuple[int, int], label: str) -> Plan | None:
    moves = moves_of(desk, item, span)
    return None if moves is None else Plan("move", moves, "accept" if label == item.label else f"label:{label}")


def press(app: App, what: str) -> None:
    """Press the first key of a command, or a label's key."""
    assert app.views is not None
    assert app.desk is not None
    if what.startswith("label:"):
        label = app.desk.scheme.label(what.removeprefix("label:"))
        assert label is not None
        QTest.keyClicks(app.views.reading, label.key)
        return
    QTest.keySequence(app.views.reading, QKeySequence(_KEYS[what]))


def decide(app: App, gold: Mapping[tuple[int, int], str]) -> Counter[str]:
    """Decide every candidate of the open article by keys; return the keys by kind."""
    desk = app.desk
    assert desk is not None
    todo = plans(desk, gold)
    keys: Counter[str] = Counter()
    while desk.undecided:
        assert desk.current is not None
        plan = todo.pop(desk.current.target)
        for command in plan.moves:
            press(app, command)
        # The last one of an article needs no key to go on, unless its label is wrong.
        if not plan.moves or desk.undecided or plan.last != "accept":
            press(app, plan.last)
            keys[plan.kind] += 1
        keys[plan.kind] += len(plan.moves)
    return keys


def add_missing(app: App, gold: Mapping[tuple[int, int], str]) -> tuple[int, int]:
    """Add the gold mentions that are not marked; return the keys, those of the caret counted, and how many more by words alone."""
    desk = app.desk
    assert desk is not None
    keys = more = 0
    for (start, end), label in gold.items():
        if (start, end) in {(item.start, item.end) for item in desk.items if item.is_mark}:
            continue
        first, last = desk.words.around(start)[0], desk.words.around(end - 1)[1]
        by_lines, by_words = walks(desk, first)
        more += by_words - by_lines
        keys += by_lines + steps(desk, first, last) + len(("I", "label", "Esc"))
        desk.select(first, last)
        press(app, f"label:{label}")
        assert desk.current is not None
        for command in moves_of(desk, desk.current, (start, end)) or ():
            press(app, command)
            keys += 1
    return keys, more


def walks(desk: Desk, to: int) -> tuple[int, int]:
    """Return the keys from the nearest edge of a span (or the beginning) to `to`: by lines and words, and by words alone."""
    edges = {0, *(edge for item in desk.items for edge in (item.start, item.end))}
    at = min(edges, key=lambda edge: abs(edge - to))
    lines, rest = divmod(abs(to - at), _A_LINE)
    way = 1 if to > at else -1
    by_words = _between(desk, at, to)
    down = lines + _between(desk, at + way * lines * _A_LINE, to)
    beyond = lines + 1 + _between(desk, to + way * (_A_LINE - rest), to)
    return min(by_words, down, beyond), by_words


def _between(desk: Desk, one: int, other: int) -> int:
    assert desk.article is not None
    return steps(desk, *sorted((max(0, min(one, len(desk.article.text))), other)))


def steps(desk: Desk, start: int, end: int) -> int:
    """Return how many words lie between two offsets."""
    count = 0
    while start < end:
        start = desk.words.after(start)
        count += 1
    return count


def saved_by_same(desk: Desk, gold: Mapping[tuple[int, int], str]) -> int:
    """Return the keys that deciding same mentions together would save in the open article."""
    todo = plans(desk, gold)
    groups: dict[tuple[str, str], list[Plan]] = {}
    for item in desk.items:
        groups.setdefault((item.surface, item.label), []).append(todo[item.target])
    return sum(max(0, len(group) - 2) for group in groups.values() if len(set(group)) == 1 and not group[0].moves)


def through(app: App, pages: Mapping[str, Page]) -> dict[str, Count]:
    """Bring every article through the window; return the counts by page."""
    desk = app.desk
    assert desk is not None
    desk.words.warm_up()
    desk.words.wait()
    counts = {name: Count() for name in pages}
    for row in desk.rows():
        page, count = pages[row.file], counts[row.file]
        desk.open(row.id)
        assert desk.opened is not None
        gold = gold_of(desk.opened.article.layout, page)
        shown = {span: label for span, label in gold.items() if not any(a <= span[0] < b for a, b in _folded(desk))}
        count.saved_by_same += saved_by_same(desk, shown)
        count.keys += decide(app, shown)
        keys, more = add_missing(app, shown)
        count.keys["add"] += keys
        count.saved_by_lines += more
        count.enters += 1
        press(app, "finish")
    for row in desk.rows():
        _compare(desk, row.id, pages[row.file], counts[row.file])
    for name, page in pages.items():
        counts[name].out_of_reach = len(page.gold) - counts[name].mentions
        counts[name].keys += Counter()
    return counts


def _folded(desk: Desk) -> Sequence[tuple[int, int]]:
    return desk.opened.repeats if desk.opened is not None and desk.opened.is_folded else ()


def _compare(desk: Desk, article: str, page: Page, count: Count) -> None:
    """Compare the marks of an article with gold, folded repeats too."""
    desk.open(article)
    assert desk.opened is not None
    gold = {(start, end, label) for (start, end), label in gold_of(desk.opened.article.layout, page).items()}
    marks = {(item.start, item.end, item.label) for item in desk.opened.all_items if item.is_mark}
    count.mentions += len(gold)
    if marks != gold:
        words = desk.opened.article.text
        wrong = ", ".join(f"{words[a:b]} [{label}]" for a, b, label in sorted(marks ^ gold)[:5])
        count.keys["left wrong"] += len(marks ^ gold)
        print(f"  {page.name}: {len(marks ^ gold)} marks differ from gold: {wrong}")


def make_project(folder: Path, pages: Sequence[Page], *, with_repeats: bool) -> Path:
    """Make a project of the pages with their candidates."""
    path = folder / ("repeats.annot" if with_repeats else "singly.annot")
    with new_project(path) as project:
        for page in pages:
            layouts = with_paragraphs(page.text, read(page.text))
            record = FileRecord(page.name, sha256_of(page.text), len(page.text.encode()), "utf-8")
            store_page(project, page.text, record, layouts if with_repeats else [replace(layout, repeats=()) for layout in layouts])
        if with_repeats:
            find_repeats(project)
        suggest(project)
    return path


def rows(pages: Sequence[Page], *, with_repeats: bool) -> Iterator[str]:
    """Yield the table of some pages."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = folder
        app = build(make_project(Path(folder), pages, with_repeats=with_repeats), annotator="benchmark")
        app.window.show()
        counts = through(app, {page.name: page for page in pages})
        app.close()
    total = Count()
    for name, count in counts.items():
        yield count.line(name)
        total.add(count)
    yield total.line("all")


def main() -> None:
    """Print the tables."""
    missing = [name for name in ("caret", "same") if name not in _KEYS]
    if missing:
        print(f"not in the window yet, so counted and not pressed: {', '.join(missing)}")
    for title, pages in (("development pages", tuple(development_pages())), ("held-out pages", tuple(held_out_pages()))):
        if not pages:
            print(f"{title}: not here")
            continue
        for how, with_repeats in (("every candidate singly", False), ("repeats with their original", True)):
            print(f"{title}, {how}")
            for line in rows(pages, with_repeats=with_repeats):
                print(line)


if __name__ == "__main__":
    main()
