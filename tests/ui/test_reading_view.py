"""The reading view: what is set how, and where spans stand."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextBlock

from annotator.core.article import Paragraph
from annotator.core.display import DisplayMap
from annotator.core.fold import Status
from annotator.session.items import Item
from annotator.ui.reading_view import ReadingView

Article = tuple[DisplayMap, tuple[Paragraph, ...]]


def font_of(block: QTextBlock) -> QFont:
    return block.layout().formats()[0].format.font() if block.layout().formats() else block.charFormat().font()


def an_item(start: int, end: int, status: Status = Status.OPEN) -> Item:
    return Item(f"{start}-{end}", start, end, "INDUSTRY", "", status, None)


def test_the_screen_shows_the_healed_text(reading: ReadingView, article: Article) -> None:
    reading.show_article(*article)
    assert reading.toPlainText() == "山村新貌\n本报记者 某某\n𠮷村发展产业扶贫,群众增收。"


def test_another_article_does_not_inherit_the_form_of_a_title(reading: ReadingView, article: Article) -> None:
    reading.show_article(*article)
    reading.show_article(*article)
    title, body = reading.document().firstBlock(), reading.document().lastBlock()
    assert title.begin().fragment().charFormat().font().pixelSize() == 26
    assert body.begin().fragment().charFormat().font().pixelSize() in {-1, 18}
    assert not body.begin().fragment().charFormat().font().bold()


def test_lines_stand_in_the_line_height_of_the_typography(reading: ReadingView, article: Article) -> None:
    reading.show_article(*article)
    layout = reading.document().documentLayout()
    assert layout.blockBoundingRect(reading.document().lastBlock()).height() == 33 + 6


def test_a_click_finds_a_span_across_a_healed_break_and_behind_a_rare_character(reading: ReadingView, article: Article) -> None:
    reading.show_article(*article)
    display = article[0]
    start = 15 + "𠮷村发展".__len__()
    span = an_item(start, start + 6)
    reading.show_items([span])
    first, last = display.to_qt(span.start, span.end)
    assert last - first == 4, "the break has no width on screen"
    cursor = reading.textCursor()
    cursor.setPosition(first + 1)
    inside = QPointF(reading.cursorRect(cursor).center())
    cursor.setPosition(last + 2)
    outside = QPointF(reading.cursorRect(cursor).center())
    assert reading.item_at(inside) is span
    assert reading.item_at(outside) is None


def test_of_nested_spans_a_click_finds_the_shorter(reading: ReadingView, article: Article) -> None:
    reading.show_article(*article)
    outer, inner = an_item(16, 19), an_item(17, 18)
    reading.show_items([outer, inner])
    cursor = reading.textCursor()
    first, last = article[0].to_qt(17, 18)
    cursor.setPosition(first)
    left = reading.cursorRect(cursor).center()
    cursor.setPosition(last)
    right = reading.cursorRect(cursor).center()
    assert reading.item_at(QPointF((left.x() + right.x()) / 2, left.y())) is inner


def test_a_selection_is_told_in_offsets_of_the_article(reading: ReadingView, article: Article) -> None:
    reading.show_article(*article)
    told: list[tuple[int, int]] = []
    reading.selected.connect(lambda start, end: told.append((start, end)))
    reading.select_range(15, 16)
    assert told[-1] == (15, 16)
    reading.clear_selection()
    assert told[-1][0] == told[-1][1]


def test_the_current_span_is_brought_into_view(reading: ReadingView) -> None:
    text = "\n\n".join(f"第{n}段。" + "字" * 200 for n in range(200))
    reading.show_article(DisplayMap(text), ())
    target = an_item(text.index("第180段"), text.index("第180段") + 5)
    reading.show_items([target])
    reading.show_current(target)
    cursor = reading.textCursor()
    cursor.setPosition(DisplayMap(text).to_qt(target.start, target.end)[0])
    assert 0 <= reading.cursorRect(cursor).top() < reading.viewport().height()
