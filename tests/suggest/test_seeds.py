"""The seeds as data: every rule's examples, every name's label, and what belongs together."""

from pathlib import Path

import pytest

from annotator.core.lexicon import LexiconEntry
from annotator.core.pattern import Pattern, Veto, marked_spans
from annotator.core.scheme import scheme_from_json
from annotator.exchange.patterns_toml import read_patterns
from annotator.exchange.programmes_csv import read_programmes
from annotator.suggest import Suggester
from annotator.suggest.reading import fold
from annotator.suggest.resolve import Find
from annotator.suggest.rules import Expressions, Patterns, Vetoes, open_page

SEEDS = Path(__file__).parents[2] / "seeds"
PATTERNS, VETOES = read_patterns((SEEDS / "patterns.toml").read_text(encoding="utf-8"), "seeds/patterns.toml")


def labels() -> set[str]:
    return {label.id for label in scheme_from_json((SEEDS / "scheme.json").read_text(encoding="utf-8")).labels}


def proposed(pattern: Pattern, text: str) -> list[tuple[int, int]]:
    page = open_page(fold(text))
    return [(find.start, find.end) for find in Patterns([pattern], Expressions()).find(page)]


def left_alone(veto: Veto, example: str) -> list[str]:
    text, spans = marked_spans(example)
    finds = [Find(start, end, "X", "lexicon:x", 1.0, "name", "universal") for start, end in spans]
    vetoes, page = Vetoes([veto], Expressions()), open_page(fold(text))
    return [text[find.start : find.end] for find in vetoes.keep(finds, page, vetoes.regions(page))]


@pytest.mark.parametrize(("pattern", "example"), [pytest.param(p, e, id=f"{p.id}: {e}") for p in PATTERNS for e in p.examples])
def test_a_pattern_proposes_exactly_what_its_example_marks(pattern: Pattern, example: str) -> None:
    text, spans = marked_spans(example)
    assert spans
    assert proposed(pattern, text) == list(spans)


@pytest.mark.parametrize(("pattern", "example"), [pytest.param(p, e, id=f"{p.id}: {e}") for p in PATTERNS for e in p.counterexamples])
def test_a_pattern_leaves_its_counterexample_alone(pattern: Pattern, example: str) -> None:
    text, spans = marked_spans(example)
    found = proposed(pattern, text)
    assert not set(found) & set(spans) if spans else found == []


@pytest.mark.parametrize(("veto", "example"), [pytest.param(v, e, id=f"{v.id}: {e}") for v in VETOES for e in v.examples])
def test_a_veto_drops_what_its_example_marks(veto: Veto, example: str) -> None:
    assert left_alone(veto, example) == []


@pytest.mark.parametrize(("veto", "example"), [pytest.param(v, e, id=f"{v.id}: {e}") for v in VETOES for e in v.counterexamples])
def test_a_veto_leaves_its_counterexample_alone(veto: Veto, example: str) -> None:
    text, spans = marked_spans(example)
    assert left_alone(veto, example) == [text[start:end] for start, end in spans] != []


@pytest.mark.parametrize("rule", [*PATTERNS, *VETOES], ids=lambda rule: rule.id)
def test_every_rule_has_a_title_in_both_languages_and_both_kinds_of_examples(rule: Pattern | Veto) -> None:
    assert rule.title_zh
    assert rule.title_en
    assert rule.examples
    assert rule.counterexamples


def test_every_pattern_gives_a_label_of_the_scheme() -> None:
    assert {pattern.label for pattern in PATTERNS} <= labels()


def test_every_name_has_a_label_of_the_scheme_and_an_origin(seed_lexicon: tuple[LexiconEntry, ...]) -> None:
    assert {entry.label for entry in seed_lexicon} == labels()
    assert [entry.term for entry in seed_lexicon if not entry.origin or len(entry.term) < 2] == []


def test_every_name_is_found_as_itself(seed_lexicon: tuple[LexiconEntry, ...]) -> None:
    suggester = Suggester(seed_lexicon)
    for entry in seed_lexicon:
        (proposal,) = suggester.propose(f"。{entry.term}。")
        assert proposal.label == entry.label, entry


def test_every_programme_that_a_name_stands_for_is_in_the_register(seed_lexicon: tuple[LexiconEntry, ...]) -> None:
    register = read_programmes((SEEDS / "programmes.csv").read_text(encoding="utf-8"), "seeds/programmes.csv", labels())
    assert {entry.programme for entry in seed_lexicon if entry.programme} <= {programme.id for programme in register}
    assert [programme.id for programme in register if not programme.name or not programme.origin or not programme.label] == []
