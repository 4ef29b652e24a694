"""What the tests of candidates share: the seeds, and one reading of jieba's dictionary."""

from pathlib import Path

import pytest

from annotator.core.lexicon import LexiconEntry
from annotator.core.pattern import Pattern, Veto
from annotator.exchange.lexicon_csv import read_lexicon
from annotator.exchange.patterns_toml import read_patterns
from annotator.suggest import Suggester, WordEdges

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="session")
def seed_lexicon() -> tuple[LexiconEntry, ...]:
    return read_lexicon((SEEDS / "lexicon.csv").read_text(encoding="utf-8"), "seeds/lexicon.csv")


@pytest.fixture(scope="session")
def seed_rules() -> tuple[tuple[Pattern, ...], tuple[Veto, ...]]:
    return read_patterns((SEEDS / "patterns.toml").read_text(encoding="utf-8"), "seeds/patterns.toml")


@pytest.fixture(scope="session")
def word_edges(tmp_path_factory: pytest.TempPathFactory, seed_lexicon: tuple[LexiconEntry, ...]) -> WordEdges:
    return WordEdges(tmp_path_factory.mktemp("jieba"), [entry.term for entry in seed_lexicon])


@pytest.fixture(scope="session")
def seed_suggester(
    seed_lexicon: tuple[LexiconEntry, ...], seed_rules: tuple[tuple[Pattern, ...], tuple[Veto, ...]], word_edges: WordEdges
) -> Suggester:
    return Suggester(seed_lexicon, *seed_rules, word_edges=word_edges)
