import sys
import zlib
from collections.abc import Callable

import pytest

from annotator.exchange.reading import Document, pdf_pages

Read = Callable[..., tuple[list[Document], list[str]]]
Make = Callable[..., bytes]

PAGE = ["云岭县易地扶贫搬迁安置点里，扶贫车间开工了。", "“雨露计划”资助的学生回到村里，当上了驻村第一书记。"]


def test_lines_come_in_order_and_pages_are_apart_by_a_blank_line(read: Read, pdf: Make) -> None:
    documents, left_out = read("报.pdf", pdf([PAGE, ["第二页：危房改造2,300户。"], []]))
    text = "\n".join(PAGE) + "\n\n第二页：危房改造2,300户。"
    assert documents == [Document("报.pdf", text, {"pages": "3"}, "pdf", is_whole=False)]
    assert not left_out


def test_pages_that_are_pictures_are_told(read: Read, pdf: Make) -> None:
    (document,), left_out = read("a.pdf", pdf([PAGE, None, PAGE[:1], None]))
    assert document.text.count("\n\n") == 1
    assert left_out[0].startswith("a.pdf: 2 pages have no text layer and were left out (2, 4).")


def test_a_scan_is_refused_with_what_to_do(read: Read, pdf: Make) -> None:
    assert read("a.pdf", pdf([None, None])) == (
        [],
        ["a.pdf has no text layer: its pages are pictures. Recognise their characters (OCR) first."],
    )


def test_a_blank_document_holds_no_text(read: Read, pdf: Make) -> None:
    assert read("a.pdf", pdf([[]])) == ([], ["a.pdf holds no text."])


def test_a_password_is_named(read: Read, pdf: Make) -> None:
    assert read("a.pdf", pdf([PAGE], "secret"))[1] == ["a.pdf has a password. Open it, save it without one, and read that."]


def test_a_hyphen_at_the_end_of_a_line_stays_with_its_line(read: Read, raw_pdf: Make) -> None:
    stream = b"BT /F 12 Tf 60 700 Td (poverty alle-) Tj 0 -14 Td (viation work) Tj ET"
    assert read("a.pdf", raw_pdf(stream))[0][0].text == "poverty alle-\nviation work"


def test_a_file_that_is_only_called_a_pdf_is_named_as_what_it_is(read: Read) -> None:
    assert read("a.pdf", b"<html>404 Not Found</html>")[1] == ["a.pdf is not a .pdf file but something else, which cannot be read."]


def test_a_damaged_file_is_said_to_be_damaged(read: Read) -> None:
    assert read("a.pdf", b"%PDF-1.7\n" + b"x" * 500)[1] == ["a.pdf is damaged: no PDF reader could open it."]


def test_too_many_pages_are_refused(read: Read, raw_pdf: Make) -> None:
    assert read("a.pdf", raw_pdf(b"", pages=2001))[1] == ["a.pdf has more than 2000 pages; split it."]


def test_too_long_a_text_is_refused(read: Read, pdf: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.exchange.reading.pdf.LONGEST_TEXT", 40)
    assert read("a.pdf", pdf([PAGE]))[1] == ["a.pdf holds more than 40 characters; split it into several files."]


def test_reading_that_takes_too_long_is_ended(read: Read, pdf: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.exchange.reading.pdf.SECONDS", 0.001)
    assert read("a.pdf", pdf([PAGE]))[1][0].startswith("a.pdf: reading this PDF took too much time or memory")


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="the system does not enforce a limit of memory")
def test_reading_that_takes_too_much_memory_is_ended(read: Read, raw_pdf: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.exchange.reading.pdf.PDF_MEMORY", 256 << 20)
    bomb = raw_pdf(zlib.compress(b"q " * 2_000_000, 9), filters=b"/Filter/FlateDecode")
    assert len(bomb) < 10_000
    assert read("a.pdf", bomb)[1][0].startswith("a.pdf: reading this PDF took too much time or memory")


def test_without_an_interpreter_the_reading_runs_in_the_program(read: Read, pdf: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "")
    assert read("a.pdf", pdf([PAGE]))[0][0].text == "\n".join(PAGE)


def test_the_pages_are_read_the_same_in_this_process(pdf: Make) -> None:
    assert pdf_pages.pages_of(pdf([PAGE, None, []]), 10, 1000) == {"pages": ["\n".join(PAGE), "", ""], "pictures": [2]}
    assert pdf_pages.pages_of(pdf([PAGE], "secret"), 10, 1000) == {"refused": "password"}


def test_a_text_layer_of_characters_without_meaning_is_refused(read: Read, pdf: Make) -> None:
    documents, (sentence,) = read("a.pdf", pdf([["".join(map(chr, range(0xE000, 0xE020))) + "扶贫"]]))
    assert not documents
    assert sentence == "a.pdf: the text layer cannot be read; its fonts do not say which characters they draw."
