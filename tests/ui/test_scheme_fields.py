"""Markdown of a guideline: nothing is loaded, nothing opens, HTML is text."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from annotator.ui.scheme_fields import SafeMarkdown
from annotator.ui.theme import load_theme


@pytest.fixture
def preview(qtbot: QtBot) -> SafeMarkdown:
    widget = SafeMarkdown(load_theme(is_dark=False, language="zh"), "预览")
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_no_resource_is_loaded_not_even_a_file_that_is_there(preview: SafeMarkdown) -> None:
    here = Path(__file__)
    for url in (QUrl("https://example.org/x.png"), QUrl.fromLocalFile(str(here))):
        for kind in (QTextDocument.ResourceType.ImageResource, QTextDocument.ResourceType.MarkdownResource):
            assert preview.loadResource(kind.value, url) is None
    preview.show_markdown(f"![x]({QUrl.fromLocalFile(str(here)).toString()}) after")
    assert "after" in preview.toPlainText()


def test_html_is_shown_as_the_characters_it_is(preview: SafeMarkdown) -> None:
    preview.show_markdown("**fett** <img src='https://example.org/x.png'> <script>x</script>")
    text = preview.toPlainText()
    assert "<img src=" in text.replace("“", "'")
    assert "<script>" in text
    assert "**" not in text


def test_no_link_opens(preview: SafeMarkdown) -> None:
    assert not preview.openLinks()
    assert not preview.openExternalLinks()
