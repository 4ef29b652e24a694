"""One durable decision, beside two bare sqlite3 statements with the same durability: `python tests/benchmarks/bench_store.py`.

Both write to a file in WAL mode with synchronous FULL, in turn in one run. CPU is compared; waiting for the disk is not work.
"""

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from annotator.core.article import ArticleKind, Layout, Segment
from annotator.core.candidate import Proposal
from annotator.core.decision import Assignment, Draft, Kind
from annotator.core.ids import assignment_id, sha256_of
from annotator.store import articles, candidates, people
from annotator.store.file import create_project, transaction
from annotator.store.ledger import Ledger

ROUNDS, A_ROUND = 9, 200


def ours(folder: Path) -> Callable[[int], None]:
    """Return a function that writes one accept through the ledger."""
    text = "产业扶贫带动群众增收。" * (ROUNDS * A_ROUND)
    connection = create_project(folder / "ours.annot", "bench").connection
    with transaction(connection):
        layout = Layout(ArticleKind.ARTICLE, "", (Segment(0, 0, len(text)),))
        (article,) = articles.add_page(connection, sha256_of(text), text, [layout], {})
        proposals = [Proposal(i * 11, i * 11 + 4, "INDUSTRY", "产业扶贫", ("lexicon:产业扶贫",), 1.0) for i in range(ROUNDS * A_ROUND)]
        candidates.replace(connection, article, proposals)
    person = people.add(connection, "bench")
    task = Assignment(assignment_id(article, person, "main", "shown"), article, person)
    ledger, found = Ledger(connection), candidates.of_article(connection, article)

    def decide(n: int) -> None:
        c = found[n]
        ledger.append(task, [Draft(Kind.ACCEPT, c.id, c.start, c.end, c.label, c.surface, c.source, c.score)], scheme_version=1)

    return decide


def bare(folder: Path) -> Callable[[int], None]:
    """Return a function that writes one row and one counter in one transaction."""
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "fullfsync = ON"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE decision (id TEXT PRIMARY KEY, article TEXT, kind TEXT, start INT, end INT, label TEXT, surface TEXT)")
    connection.execute("CREATE TABLE done (article TEXT PRIMARY KEY, n INT)")
    connection.execute("INSERT INTO done VALUES ('a', 0)")

    def decide(n: int) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO decision VALUES (?, 'a', 'accept', ?, ?, 'INDUSTRY', '产业扶贫')", (f"{n:032}", n, n + 4))
        connection.execute("UPDATE done SET n = n + 1 WHERE article = 'a'")
        connection.execute("COMMIT")

    return decide


def cpu(decide: Callable[[int], None], round_number: int) -> float:
    """Return the CPU milliseconds of one decision in a round."""
    began = time.process_time()
    for n in range(round_number * A_ROUND, (round_number + 1) * A_ROUND):
        decide(n)
    return (time.process_time() - began) / A_ROUND * 1000


def main() -> None:
    """Print the comparison."""
    with tempfile.TemporaryDirectory() as folder:
        works = ours(Path(folder)), bare(Path(folder))
        rounds = [(cpu(works[0], n), cpu(works[1], n)) for n in range(ROUNDS)]
    mine, theirs = (statistics.median(column) for column in zip(*rounds, strict=True))
    print(f"a decision {mine:.3f} ms CPU, two bare statements {theirs:.3f} ms CPU: {mine / theirs:.2f} times")


if __name__ == "__main__":
    main()
