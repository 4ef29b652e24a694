from collections.abc import Callable

import pytest

from annotator.exchange.reading import READABLE, Document, columns

Read = Callable[..., tuple[list[Document], list[str]]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "big5", "utf-16"])
def test_a_text_file_is_one_text_in_whatever_encoding(read: Read, encoding: str) -> None:
    text = "扶貧車間的工人來上班，第一書記在門口。\n\n　　這是第二段。\n"
    ((document,), left_out) = read("頁.txt", text.encode(encoding))
    assert document == Document("頁.txt", text, {}, document.encoding, is_whole=False)
    assert not left_out


def test_markdown_stays_as_it_stands(one_text: Callable[[str, str], str]) -> None:
    text = "---\ndate: 2020-06-01\n---\n# 标题\n\n- **雨露计划**资助<b>学生</b>\n"
    assert one_text("笔记.md", text) == text


def test_line_ends_of_any_system_become_line_feeds(one_text: Callable[[str, str], str]) -> None:
    assert one_text("a.txt", "一\r\n二\r三\n") == "一\n二\n三\n"


def test_the_suffix_may_be_in_capitals(one_text: Callable[[str, str], str]) -> None:
    assert one_text("PAGE.TXT", "扶贫车间开工了。") == "扶贫车间开工了。"


def test_every_readable_suffix_has_a_reader(read: Read) -> None:
    for suffix in READABLE:
        documents, (sentence, *_) = read(f"a{suffix}", b"\x00\x01\x02\x03")
        assert not documents
        assert f"a{suffix}" in sentence


def test_a_text_has_no_columns(decoding: Callable[[bytes], tuple[str, str]]) -> None:
    assert columns("a.txt", "正文".encode(), decode=decoding) == ()
