"""Cards and manifests: what an export says of itself."""

import hashlib
import json
from pathlib import Path

import pytest

from annotator.core.scheme import Overlap
from annotator.exchange.formats.card import Card, Language, card, table
from annotator.exchange.formats.card_words import WORDS
from annotator.exchange.formats.document import Document, Loss, Study
from annotator.exchange.formats.manifest import Count, Counts, hashes, manifest

GOLDEN = Path(__file__).parents[2] / "golden" / "formats"


def _counts(documents: tuple[Document, ...]) -> dict[str, Count]:
    counts = Counts()
    for split, document in zip(("train", "train", "test"), documents, strict=True):
        counts.add(split, document)
    return counts.splits()


@pytest.mark.parametrize("language", list(Language))
def test_the_card_is_what_it_was(library_documents: tuple[Document, ...], library_study: Study, language: Language) -> None:
    facts = Card(
        library_study,
        _counts(library_documents),
        (Loss("overlap", 2, ("A0001 “第一书记” 13–17",)),),
        {"F1": "0.91 [0.88, 0.94]", "α": "0.87"},
        "Pages of 2019.",
    )
    assert card(facts, language) == (GOLDEN / f"card.{language.value}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", list(Language))
def test_a_card_without_people_articles_or_figures_says_so(library_study: Study, language: Language) -> None:
    empty = Study("x", library_study.scheme, (), library_study.boundaries)
    written = card(Card(empty, {}), language)
    words = WORDS[language.value]
    assert all(sentence in written for sentence in (words.nobody, words.empty, words.no_agreement, words.no_licence))


@pytest.mark.parametrize("language", list(Language))
def test_a_card_says_whether_breaks_are_in_the_texts(library_study: Study, language: Language) -> None:
    words = WORDS[language.value]
    assert words.breaks in card(Card(library_study, {}), language)
    assert words.healed in card(Card(library_study, {}, is_healed=True), language)


def test_both_languages_know_the_same_losses_and_rules() -> None:
    chinese, english = WORDS["zh"], WORDS["en"]
    assert set(chinese.losses) == set(english.losses)
    assert set(chinese.overlaps) == set(english.overlaps) == {overlap.value for overlap in Overlap}


def test_what_people_called_things_cannot_break_the_table() -> None:
    assert table(("a", "b"), [("x|y\nz", "<b>")]).splitlines()[2] == "| x\\|y z | &lt;b> |"


def test_a_mention_of_two_people_counts_once(library_documents: tuple[Document, ...]) -> None:
    counts = _counts(library_documents)
    assert counts["train"] == Count(2, 54, {"CADRE": 2, "EDUCATION": 2, "INDUSTRY": 2, "SAFETYNET": 2})
    assert counts["train"].mentions == 8
    assert counts["test"].labels == {"INDUSTRY": 1}


def test_the_manifest_says_what_was_made_of_what(library_documents: tuple[Document, ...], library_study: Study, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "b.txt").write_bytes(b"b" * 2_000_000)
    (tmp_path / "a.txt").write_bytes(b"")
    found = manifest(
        hashes(tmp_path), _counts(library_documents), library_study.scheme, command=("annotator", "export", "x y"), program_version="9.9"
    )
    assert json.loads(json.dumps(found)) == {
        "program": {"name": "annotator", "version": "9.9"},
        "command": ["annotator", "export", "x y"],
        "scheme": {"id": "poverty", "version": 3, "labels": ["INDUSTRY", "CADRE", "EDUCATION", "SAFETYNET"]},
        "splits": {
            "test": {"articles": 1, "characters": 8, "mentions": 1, "labels": {"INDUSTRY": 1}},
            "train": {
                "articles": 2,
                "characters": 54,
                "mentions": 8,
                "labels": {"CADRE": 2, "EDUCATION": 2, "INDUSTRY": 2, "SAFETYNET": 2},
            },
        },
        "files": {"a.txt": hashlib.sha256().hexdigest(), "data/b.txt": hashlib.sha256(b"b" * 2_000_000).hexdigest()},
    }
    assert hashes(tmp_path / "a.txt") == {"a.txt": hashlib.sha256().hexdigest()}
