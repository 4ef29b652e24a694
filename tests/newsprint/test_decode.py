"""Bytes become one text, whatever encoding they are in, or a sentence that says which byte does not fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import InputError
from annotator.newsprint import decode, guesses, normalise

SIMPLIFIED = "驻村第一书记朱镕说，易地扶贫搬迁要搬得出、稳得住。\n今年9月，全县新增公益岗位120个。\n"
TRADITIONAL = "駐村第一書記說，易地扶貧搬遷要搬得出、穩得住。\n今年九月，全縣新增公益崗位120個。\n"
BINARY = frozenset(map(chr, (*range(9), 11, 12, *range(14, 32), 127)))
page_text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=BINARY))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_simplified_page_is_recognised_in_every_encoding(encoding: str) -> None:
    assert decode(SIMPLIFIED.encode(encoding)).text == SIMPLIFIED


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5", "cp950", "big5hkscs", "utf-16"])
def test_a_traditional_page_is_recognised_in_every_encoding(encoding: str) -> None:
    assert decode(TRADITIONAL.encode(encoding)).text == TRADITIONAL


def test_a_page_that_guessers_call_gb2312_keeps_its_rare_names() -> None:
    decoded = decode("副县长朱镕、赵喆、李堃到会。".encode("gbk"), "gb2312")
    assert decoded.text == "副县长朱镕、赵喆、李堃到会。"
    assert decoded.encoding == "gb18030"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
@given(text=page_text)
def test_reading_what_was_written_gives_the_normalised_text(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), encoding).text == normalise(text)


@given(text=st.text(st.characters(codec="big5", exclude_characters=BINARY)))
def test_reading_what_was_written_in_big5_gives_the_normalised_text(text: str) -> None:
    assert decode(text.encode("big5"), "big5").text == normalise(text)


@given(text=st.text())
def test_normalising_twice_is_normalising_once(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert "\r" not in once
    assert "\0" not in once
    assert not once.startswith("\ufeff")
    once.encode("utf-8")


def test_line_ends_marks_and_broken_characters_are_normalised() -> None:
    assert normalise("\ufeff甲\r\n乙\r丙\n\0\ud800丁\u200b\ue000") == "甲\n乙\n丙\n\ufffd\ufffd丁\u200b\ue000"


def test_a_lone_surrogate_in_utf16_is_replaced_and_noted() -> None:
    data = "扶贫".encode("utf-16-le") + b"\x00\xd8" + "搬迁".encode("utf-16-le")
    decoded = decode(data, "utf-16-le")
    assert decoded.text == "扶贫\ufffd搬迁"
    assert "1 broken" in decoded.note


def test_a_nul_is_replaced_and_noted() -> None:
    decoded = decode("扶贫\0搬迁工作取得很大的进展。".encode())
    assert decoded.text == "扶贫\ufffd搬迁工作取得很大的进展。"
    assert "1 NUL" in decoded.note


def test_nothing_is_an_empty_page_and_has_no_guesses() -> None:
    assert decode(b"").text == ""
    assert guesses(b"") == ()


@pytest.mark.parametrize(
    "data", [b"%PDF-1.4", b"PK\x03\x04word", b"\x89PNG\r\n", b"{\\rtf1", b"\xd0\xcf\x11\xe0xls", b"\0" * 50, bytes(range(256)) * 9]
)
def test_what_is_no_text_is_refused_with_what_to_do(data: bytes) -> None:
    with pytest.raises(InputError, match="UTF-8"):
        decode(data)


def test_a_byte_that_does_not_fit_is_named_with_its_line() -> None:
    data = "第一行\n第二".encode() + b"\xff" + "行".encode()
    with pytest.raises(InputError) as caught:
        decode(data)
    assert caught.value.facts["byte"] == "0xFF"
    assert caught.value.facts["position"] == len("第一行\n第二".encode())
    assert caught.value.facts["line"] == 2


def test_a_page_cut_off_inside_a_character_is_refused_as_the_encoding_it_is_in() -> None:
    with pytest.raises(InputError, match="not utf-8"):
        decode(SIMPLIFIED.encode()[:41])
    with pytest.raises(InputError, match="not gb18030"):
        decode(SIMPLIFIED.encode("gb18030")[:31])


def test_a_wrong_hint_is_refused_and_an_unknown_one_named() -> None:
    with pytest.raises(InputError, match="not utf-8"):
        decode(SIMPLIFIED.encode("gb18030"), "UTF-8")
    with pytest.raises(InputError, match="klingon"):
        decode(b"abc", "klingon")


@pytest.mark.parametrize(
    ("text", "encoding"), [(SIMPLIFIED, "utf-8"), (SIMPLIFIED, "gb18030"), (TRADITIONAL, "big5"), (SIMPLIFIED, "utf-16-be")]
)
def test_the_right_encoding_is_guessed_first_and_the_others_are_offered(text: str, encoding: str) -> None:
    found = guesses(text.encode(encoding))
    assert found[0].encoding == encoding
    assert found[0].preview == text
    assert len(found) == 5
    assert found[0].plausibility > 2 * found[1].plausibility


def test_a_mark_settles_the_encoding() -> None:
    assert guesses(SIMPLIFIED.encode("utf-16"))[0].plausibility == 1.0
    assert decode(b"\xef\xbb\xbf" * 2 + b"a").text == "a"


def text_or_refusal(data: bytes) -> str:
    try:
        return decode(data).text
    except InputError as error:
        return f"refused: {error}"


@given(data=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    text = text_or_refusal(data)
    assert normalise(text) == text
    assert all(0 <= guess.plausibility <= 1 for guess in guesses(data))
