"""Key to painted and durable, and opening an article, in a real window (offscreen): `python -m tests.benchmarks.bench_desk`.

A key is timed from the press until the viewport has been repainted; the decision is on disk by then. The calibrator is a fixed piece
of work timed in the same run.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.app import App, build
from annotator.core.article import ArticleKind, Layout, Segment
from annotator.core.candidate import Proposal
from annotator.core.ids import sha256_of
from annotator.project.creating import new_project
from annotator.store import articles, candidates
from annotator.store.file import transaction
from tests.benchmarks.calibrator import calibrator

SENTENCE = "今年以来全县因地制宜发展产业扶贫带动群众增收致富村民们的日子一天比一天红火起来了。"
AT = SENTENCE.index("产业扶贫")


def project_of(folder: Path, characters: int, spans: int) -> Path:
    """Make a project with two articles of about `characters` characters and `spans` candidates each."""
    path = folder / f"bench-{characters}.annot"
    with new_project(path) as project, transaction(project.connection):
        for n in range(2):
            lines = max(characters // (len(SENTENCE) * 5), 1)
            text = "\n\n".join([f"标题{n}", *[SENTENCE * 5] * lines])
            layout = Layout(ArticleKind.ARTICLE, f"标题{n}", (Segment(0, 0, len(text)),))
            (article,) = articles.add_page(project.connection, sha256_of(text), text, [layout], {})
            found = [i for i in range(len(text)) if text.startswith("产业扶贫", i)][:spans]
            proposals = [Proposal(i, i + 4, "INDUSTRY", "产业扶贫", ("lexicon:产业扶贫",), 1.0, "name") for i in found]
            candidates.replace(project.connection, article, proposals)
    return path


def timed(work: Callable[[], object], app: App) -> float:
    """Return the milliseconds from the call until the article is repainted."""
    assert app.views is not None
    began = time.perf_counter()
    work()
    app.views.reading.viewport().repaint()
    return (time.perf_counter() - began) * 1000


def p95(values: list[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(values, n=20)[-1]


def rows(characters: int, spans: int) -> Iterator[tuple[str, float, float]]:
    """Yield `(what, median, p95)` in milliseconds for one size of article."""
    with tempfile.TemporaryDirectory() as folder:
        app = build(project_of(Path(folder), characters, spans), annotator="bench")
        app.window.show()
        QTest.qWait(50)
        assert app.desk is not None
        assert app.views is not None
        app.desk.words.wait()
        reading = app.views.reading
        first, second = (row.id for row in app.desk.rows())
        opened = [timed(lambda article=article: app.desk.open(article), app) for article in (second, first) * 5]  # type: ignore[misc]
        yield "open an article", statistics.median(opened), p95(opened)
        accepted = [timed(lambda: QTest.keyClick(reading, Qt.Key.Key_Space), app) for _ in range(min(spans, 300) - 10)]
        yield "accept and go on", statistics.median(accepted), p95(accepted)
        moved = []
        for n in range(200):
            key = Qt.Key.Key_Right if n % 2 else Qt.Key.Key_Left
            moved.append(timed(lambda key=key: QTest.keyClick(reading, key, Qt.KeyboardModifier.ShiftModifier), app))  # type: ignore[misc]
        yield "move an edge by a word", statistics.median(moved), p95(moved)
        app.close()


def main() -> None:
    """Print the table."""
    print(f"calibrator: {calibrator():.1f} ms")
    print(f"{'article':>16} {'work':24} {'median ms':>10} {'p95 ms':>8}")
    for characters, spans in ((20_000, 500), (200_000, 5_000)):
        for what, median, last in rows(characters, spans):
            print(f"{characters:>9}/{spans:<6} {what:24} {median:>10.1f} {last:>8.1f}")


if __name__ == "__main__":
    main()
