"""What the display map predicts is what Qt's own text document counts."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QPlainTextDocumentLayout

from annotator.core.display import DisplayMap

PARTS = [
    "产",
    "a",
    "。",
    "𠮷",
    "😀",
    "👩‍👧",
    "e\u0301",
    "\u00a0",
    "\u3000",
    "\t",
    "\u2028",
    "\u2029",
    "\ufdd0",
    "\ufdd1",
    "\ufffc",
    "\x1c",
    "\x85",
]


@pytest.fixture
def document(qapp: QApplication) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentLayout(QPlainTextDocumentLayout(document))
    return document


def between(document: QTextDocument, start: int, end: int) -> str:
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from([*PARTS, "\n", "\n\n"]), max_size=30).map("".join), st.integers(2, 20), st.data())
def test_the_document_has_the_predicted_blocks_length_and_characters(
    document: QTextDocument, text: str, longest: int, data: st.DataObject
) -> None:
    breaks = [m.span() for m in re.finditer(r"\n+", text) if data.draw(st.booleans())]
    view = DisplayMap(text, breaks, longest=longest)
    document.setPlainText(view.screen)
    assert document.blockCount() == max(1, len(view.blocks))
    assert document.characterCount() - 1 == len(view.screen.encode("utf-16-le")) // 2
    for number, block in enumerate(view.blocks):
        there = document.findBlockByNumber(number)
        assert there.position() == block.qt_start
        assert document.findBlock(view.caret_to_qt(block.start)).blockNumber() == number
        shown = [text[i] for i in range(block.start, block.end) if text[i] != "\n"]
        assert len(there.text()) == len(shown)
    stood_in = set("\u2028\u2029\ufdd0\ufdd1\ufffc\x1c\x85")
    for i, char in enumerate(text):
        if char != "\n":
            found = between(document, *view.to_qt(i, i + 1))
            assert found in {" ", "\ufffd"} if char in stood_in else found == char


def test_no_character_makes_qt_count_otherwise(document: QTextDocument) -> None:
    chars = [chr(c) for c in range(0x10000) if not 0xD800 <= c < 0xE000 and c != 0x0A] + ["\U00020bb7", "\U0010ffff", "\U000e0100"]
    text = "\n".join(f"头{char}尾" for char in chars)
    view = DisplayMap(text)
    document.setPlainText(view.screen)
    assert document.blockCount() == len(chars) == len(view.blocks)
    assert document.characterCount() - 1 == len(view.screen.encode("utf-16-le")) // 2
    block = document.firstBlock()
    for char, predicted in zip(chars, view.blocks, strict=True):
        assert block.position() == predicted.qt_start, f"U+{ord(char):04X}"
        block = block.next()
