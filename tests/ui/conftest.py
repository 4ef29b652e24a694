"""Widgets on values made here."""

import pytest
from pytestqt.qtbot import QtBot

from annotator import places
from annotator.core.article import Paragraph, Role
from annotator.core.display import DisplayMap
from annotator.core.scheme import Scheme, scheme_from_json
from annotator.ui.reading_view import ReadingView
from annotator.ui.theme import load_theme
from annotator.ui.typography import Typography


@pytest.fixture(scope="session")
def scheme() -> Scheme:
    return scheme_from_json(places.shipped("seeds", "scheme.json").read_text(encoding="utf-8"))


@pytest.fixture
def reading(qtbot: QtBot, scheme: Scheme) -> ReadingView:
    view = ReadingView(load_theme(is_dark=False, language="zh"), scheme, Typography())
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    return view


@pytest.fixture
def article() -> tuple[DisplayMap, tuple[Paragraph, ...]]:
    """A title, a byline and a body paragraph with a healed break and a character of two UTF-16 units."""
    text = "山村新貌\n\n本报记者 某某\n\n𠮷村发展产业扶\n\n贫,群众增收。"
    start = text.index("扶\n\n贫") + 1
    return DisplayMap(text, [(start, start + 2)]), (
        Paragraph(0, 4, Role.TITLE),
        Paragraph(6, 13, Role.BYLINE),
        Paragraph(15, len(text), Role.BODY),
    )
