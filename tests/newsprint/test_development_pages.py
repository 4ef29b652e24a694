"""The reading of the development pages and of the sample pages reaches the figures that the project sets itself."""

import json
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.newsprint import decode, read

pytestmark = pytest.mark.shared

Score = Callable[[list[Path], list[Path]], dict[str, float]]
SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "pages"
GOLD = Path(__file__).parent / "gold"


def assert_reaches_the_target(figures: dict[str, float]) -> None:
    assert figures["article_precision"] >= 0.95
    assert figures["article_recall"] >= 0.95
    assert figures["end_recall"] >= 0.9
    assert figures["break_precision"] >= 0.95
    assert figures["break_recall"] >= 0.95
    assert figures["repeat_precision"] >= 0.9
    assert figures["repeat_recall"] == 1.0


def test_the_development_pages_are_read_as_well_as_the_target(shared: Path, score: Score) -> None:
    golds = sorted((shared / "gold").glob("structure_*.json"))
    assert_reaches_the_target(score(sorted((shared / "pages").glob("*.txt")), golds))


def test_the_sample_pages_are_read_as_well_as_the_target(score: Score) -> None:
    golds = [path for path in sorted(GOLD.glob("*.json")) if (SEEDS / f"{path.stem}.txt").is_file()]
    if not golds:
        pytest.skip("no gold for the sample pages")
    assert_reaches_the_target(score([SEEDS / f"{path.stem}.txt" for path in golds], golds))


def _cut_anew(text: str, breaks: list[int], rng: random.Random) -> tuple[str, list[int]]:
    """Return `text` with one in eight paragraphs cut at a random place inside a sentence, and all breaks it has then."""
    cuts = []
    for match in re.finditer(r"[^\n]{80,}", text):
        inside = [m.start() + match.start() + 1 for m in re.finditer(r"[\u4e00-\u9fff](?=[\u4e00-\u9fff])", match.group())]
        if rng.random() < 1 / 8:
            cuts.append(rng.choice(inside[4:-4]))
    parts, last = [], 0
    for cut in cuts:
        parts += [text[last:cut], "\n\n"]
        last = cut
    moved = [place + 2 * sum(cut <= place for cut in cuts) for place in breaks]
    return "".join([*parts, text[last:]]), [*moved, *(cut + 2 * k for k, cut in enumerate(cuts))]


def test_pages_cut_anew_at_random_places_are_healed_as_well(shared: Path) -> None:
    rng = random.Random(2020)
    wanted = found = hit = 0
    for gold in sorted((shared / "gold").glob("structure_*.json")) * 6:
        facts = json.loads(gold.read_text(encoding="utf-8"))
        text = decode((shared / "pages" / facts["file"]).read_bytes()).text
        text, breaks = _cut_anew(text, [one["offset"] for one in facts["column_breaks"]], rng)
        got = {layout.page_offset(start) for layout in read(text) for start, _ in layout.breaks}
        wanted, found, hit = wanted + len(breaks), found + len(got), hit + len(got & set(breaks))
    assert hit / found >= 0.95
    assert hit / wanted >= 0.95
