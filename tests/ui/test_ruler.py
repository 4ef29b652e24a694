"""The overview: what is painted bit by bit is what is painted as a whole."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.core.fold import Status
from annotator.core.scheme import Scheme
from annotator.session.items import Item
from annotator.ui.placing import SpanIndex
from annotator.ui.ruler import Ruler
from annotator.ui.theme import load_theme

LENGTH = 400
spans = st.lists(
    st.tuples(st.integers(0, LENGTH - 10), st.integers(1, 9), st.sampled_from([Status.OPEN, Status.ACCEPTED, Status.REJECTED])),
    min_size=4,
    max_size=4,
)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def index_of(made: list[tuple[int, int, Status]]) -> SpanIndex:
    items = [Item(str(i), s, s + n, "INDUSTRY", "", status, None) for i, (s, n, status) in enumerate(sorted(made, key=lambda m: m[:2]))]
    return SpanIndex.of(items, [(item.start, item.end) for item in items])


def shown(parent: QWidget, scheme: Scheme, *steps: SpanIndex) -> QImage:
    ruler = Ruler(load_theme(is_dark=False, language="zh"), scheme, parent)
    ruler.resize(Ruler.WIDTH, 200)
    for index in steps:
        ruler.show_items(index, LENGTH)
        ruler.grab()
    return ruler.grab().toImage()


@given(before=spans, after=spans)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_spans_that_moved_or_were_decided_look_as_if_painted_from_the_beginning(
    parent: QWidget, scheme: Scheme, before: list[tuple[int, int, Status]], after: list[tuple[int, int, Status]]
) -> None:
    assert shown(parent, scheme, index_of(before), index_of(after)) == shown(parent, scheme, index_of(after))
