"""One invented text for each habit of papers, web pages, documents and plain prose, with what its reading should be."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from annotator.core.article import ArticleKind, Layout
from annotator.newsprint import Role, decode, read, roles

SAMPLES = Path(__file__).parent / "samples"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.json"))
WHOLE = ("interview", "lead_first", "policy", "prose", "table", "transcript", "verse", "web_article", "wrapped")


def sample(name: str) -> tuple[str, tuple[Layout, ...], dict[str, Any]]:
    text = decode((SAMPLES / f"{name}.txt").read_bytes()).text
    gold = json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    return text, read(text), gold


def texts(text: str, layouts: tuple[Layout, ...], kind: ArticleKind) -> list[str]:
    return [" / ".join(x.strip() for x in one.text(text).split("\n") if x.strip()) for one in layouts if one.kind is kind]


def joined(text: str, layouts: tuple[Layout, ...]) -> Iterator[str]:
    for layout in layouts:
        own = layout.text(text)
        for start, end in layout.breaks:
            yield f"{own[max(0, start - 4) : start]}|{own[end : end + 4]}"


def with_role(text: str, layouts: tuple[Layout, ...], role: Role) -> list[str]:
    return [
        layout.text(text)[paragraph.start : paragraph.end].strip()
        for layout in layouts
        for paragraph in roles(text, layout)
        if paragraph.role is role
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_is_cut_into_its_articles(name: str) -> None:
    text, layouts, gold = sample(name)
    found = [one for one in layouts if one.kind is ArticleKind.ARTICLE]
    assert [one.title for one in found] == gold["articles"]
    assert [one.text(text).rstrip()[-8:] for one in found] == gold["ends"]


@pytest.mark.parametrize("name", NAMES)
def test_the_breaks_of_a_sample_are_those_inside_sentences(name: str) -> None:
    text, layouts, gold = sample(name)
    assert list(joined(text, layouts)) == gold["breaks"]


@pytest.mark.parametrize("name", NAMES)
def test_the_captions_and_the_furniture_of_a_sample_are_set_aside(name: str) -> None:
    text, layouts, gold = sample(name)
    assert texts(text, layouts, ArticleKind.CAPTION) == gold["captions"]
    assert texts(text, layouts, ArticleKind.FURNITURE) == gold["furniture"]


@pytest.mark.parametrize("name", NAMES)
def test_the_section_heads_and_bylines_of_a_sample_have_their_roles(name: str) -> None:
    text, layouts, gold = sample(name)
    assert with_role(text, layouts, Role.SECTION) == gold["sections"]
    assert with_role(text, layouts, Role.BYLINE) == gold["bylines"]


@pytest.mark.parametrize("name", NAMES)
def test_the_repeats_of_a_sample_are_found(name: str) -> None:
    _, layouts, gold = sample(name)
    assert sum(len(one.repeats) for one in layouts) == gold["repeats"]


@pytest.mark.parametrize("name", WHOLE)
def test_what_is_one_text_stays_one_article(name: str) -> None:
    text, layouts, _ = sample(name)
    assert [one.kind for one in layouts] == [ArticleKind.ARTICLE]
    assert layouts[0].text(text) == text


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_with_other_line_ends_or_spacing_is_cut_alike(name: str) -> None:
    text, layouts, _ = sample(name)
    windows = decode(text.replace("\n", "\r\n").encode("utf-16")).text
    assert read(windows) == layouts
    assert [one.title for one in read(f"\n{text}\n\n")] == [one.title for one in layouts]
