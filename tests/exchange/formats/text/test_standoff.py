"""Standoff lines hold no text, and meet the reader's own copy again by hash, or by what is left without white space."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.article import ArticleKind, Layout, Segment
from annotator.core.errors import InputError
from annotator.core.fold import State, Status
from annotator.core.ids import article_id, sha256_of
from annotator.exchange.formats.document import Document, Options, Study
from annotator.exchange.formats.standoff import Rehydrated, Standoff, rehydrate
from annotator.exchange.native_jsonl import Line, Mark

PAGE = "也惠及每一名贫困学生，大家都说好。\n图为“扶贫车间”一角。\n雨露计\n划助力求学路，𠮷家沟的孩子们圆了大学梦，\n"
_SECOND = PAGE.index("图为")
_THIRD = PAGE.index("雨露")


@pytest.fixture
def article() -> Document:
    """An article whose end stands before its beginning on the page."""
    segments = (Segment(0, _THIRD, len(PAGE) - _THIRD), Segment(len(PAGE) - _THIRD, 0, _SECOND))
    layout = Layout(ArticleKind.ARTICLE, "题目", segments, ((3, 4),))
    text = layout.text(PAGE)
    marks = tuple(_mark(text, surface) for surface in ("雨露计\n划", "𠮷家沟", "贫困学生"))
    return Document(Line(article_id(sha256_of(PAGE), segments), "A0001", "p.txt", sha256_of(PAGE), layout, text, ("alice",)), marks)


def _mark(text: str, surface: str) -> Mark:
    start = text.index(surface)
    return Mark("alice", State(f"t{start}", Status.ADDED, start, start + len(surface), "EDUCATION", surface, "hand", programme="yulu"))


def _joined(tmp_path: Path, study: Study, document: Document, *texts: str) -> Rehydrated:
    Standoff().write([document], study, Options(), tmp_path / "out.jsonl")
    (tmp_path / "own" / "deep").mkdir(parents=True)
    for i, text in enumerate(texts):
        (tmp_path / "own" / "deep" / f"{i}.txt").write_bytes(text.encode())
    return rehydrate(tmp_path / "out.jsonl", tmp_path / "own")


def test_nothing_but_the_mentions_is_in_the_file(tmp_path: Path, study: Study, article: Document) -> None:
    Standoff().write([article], study, Options(), tmp_path / "out.jsonl")
    data = (tmp_path / "out.jsonl").read_text(encoding="utf-8")
    chinese = {char for char in data if char > "\u3000"}
    assert chinese == set("雨露计划𠮷家沟贫困学生")


def test_the_page_gives_the_article_back(tmp_path: Path, study: Study, article: Document) -> None:
    found = _joined(tmp_path, study, article, "另一版。", "\ufeff" + PAGE.replace("\n", "\r\n"))
    title = replace(article.line.layout, title="")
    assert found == Rehydrated((replace(article, line=replace(article.line, layout=title)),), ())


def test_a_copy_of_the_article_alone_gives_it_back(tmp_path: Path, study: Study, article: Document) -> None:
    found = _joined(tmp_path, study, article, article.line.text)
    assert found.documents[0].line.text == article.line.text
    assert found.documents[0].marks == article.marks


def test_a_page_in_gb18030_gives_the_article_back(tmp_path: Path, study: Study, article: Document) -> None:
    Standoff().write([article], study, Options(), tmp_path / "out.jsonl")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "p.txt").write_bytes(PAGE.encode("gb18030"))
    assert rehydrate(tmp_path / "out.jsonl", tmp_path / "own").documents[0].marks == article.marks


@pytest.mark.parametrize(
    "other",
    [
        PAGE.replace("\n", ""),
        "　　" + PAGE.replace("，", "，\n　　"),
        "前言。" + " ".join(PAGE) + "后记。",
        PAGE.replace("划", "\u200b划"),
    ],
    ids=["no line ends", "indented", "blanks everywhere", "zero width"],
)
def test_a_copy_with_other_white_space_gives_the_mentions_back(tmp_path: Path, study: Study, article: Document, other: str) -> None:
    found = _joined(tmp_path, study, article, "另一版。", other)
    assert found.refused == ()
    (again,) = found.documents
    assert _squeezed(again.line.text) == _squeezed(article.line.text)
    assert [(_squeezed(m.state.surface), m.state.label, m.by, m.state.programme) for m in again.marks] == [
        (_squeezed(m.state.surface), m.state.label, m.by, m.state.programme) for m in article.marks
    ]
    assert all(again.line.text[m.state.start : m.state.end] == m.state.surface for m in again.marks)
    assert again.line.id == article_id(again.line.page_sha256, again.line.layout.segments)


def _squeezed(text: str) -> str:
    return "".join(text.replace("\u200b", "").split())


def test_a_copy_with_another_character_is_refused_with_a_sentence(tmp_path: Path, study: Study, article: Document) -> None:
    found = _joined(tmp_path, study, article, PAGE.replace("求学", "上学"), "另一版。")
    assert found.documents == ()
    assert [str(error) for error in found.refused] == [f"out.jsonl, line 1: article A0001 is in none of the 2 texts of {tmp_path / 'own'}."]


def test_a_mention_that_is_not_in_the_text_is_refused_and_the_others_kept(tmp_path: Path, study: Study, article: Document) -> None:
    Standoff().write([article], study, Options(), tmp_path / "out.jsonl")
    line = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    line["spans"][0]["text"] = "阳光计划"
    line["spans"][1]["end"] = 10_000
    (tmp_path / "out.jsonl").write_text(json.dumps(line), encoding="utf-8")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "p.txt").write_bytes(PAGE.encode())
    found = rehydrate(tmp_path / "out.jsonl", tmp_path / "own")
    assert [m.state.surface for m in found.documents[0].marks] == ["贫困学生"]
    assert [error.facts["said"] for error in found.refused] == ["阳光计划", "𠮷家沟"]


def test_rejected_candidates_come_back_as_such(tmp_path: Path, study: Study, documents: Sequence[Document]) -> None:
    found = _joined(tmp_path, study, documents[0], documents[0].line.text)
    (again,) = found.documents
    assert [(by, c.start, c.surface, c.source) for by, c in again.rejected] == [("alice", 33, "笑", "lexicon:笑")]
    assert again.marks == documents[0].marks


@pytest.mark.parametrize("raw", ["{", "[]", "{}", '{"standoff": 2}', '{"standoff": 1, "segments": [{"length": -1}]}'])
def test_a_line_of_another_kind_is_refused_with_its_place(tmp_path: Path, raw: str) -> None:
    (tmp_path / "out.jsonl").write_text(f"\n{raw}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"out\.jsonl, line 2: "):
        rehydrate(tmp_path / "out.jsonl", tmp_path)


def test_a_missing_folder_or_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"out\.jsonl cannot be read"):
        rehydrate(tmp_path / "out.jsonl", tmp_path)
    (tmp_path / "out.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="is not a folder"):
        rehydrate(tmp_path / "out.jsonl", tmp_path / "none")
