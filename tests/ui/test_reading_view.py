"""The reading view: what is set how, and where spans stand."""

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QFont, QTextBlock

from annotator.core.article import Paragraph, Role
from annotator.core.display import DisplayMap
from annotator.core.fold import Status
from annotator.session.edges import Edge
from annotator.session.items import Item
from annotator.ui.reading_view import ReadingView
from annotator.ui.typography import Typography

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


def long_article() -> str:
    return "\n\n".join(f"第{n}段。" + "字" * 200 for n in range(60))


def test_the_text_stands_still_while_the_current_span_is_in_the_middle_part(reading: ReadingView) -> None:
    text = long_article()
    reading.show_article(DisplayMap(text), ())
    first = an_item(text.index("第30段"), text.index("第30段") + 5)
    second = an_item(first.start + 100, first.start + 105)
    reading.show_items([first, second])
    reading.show_current(first)
    place = reading.verticalScrollBar().value()
    assert place > 0
    reading.clear_selection()
    reading.show_current(second)
    assert reading.verticalScrollBar().value() == place


def test_forgetting_a_selection_that_was_scrolled_away_does_not_scroll_to_it(reading: ReadingView) -> None:
    text = long_article()
    reading.show_article(DisplayMap(text), ())
    reading.select_range(0, 3)
    reading.verticalScrollBar().setValue(40)
    reading.grab()
    top = reading.cursorForPosition(QPoint(80, 5)).position()
    assert top > 500
    reading.clear_selection()
    assert reading.cursorForPosition(QPoint(80, 5)).position() == top
    assert not reading.textCursor().hasSelection()


def test_in_raw_lines_only_the_first_line_of_a_paragraph_is_indented_and_numbered(reading: ReadingView) -> None:
    text = "上一行没有写\n完就换行。"
    paragraphs = (Paragraph(0, len(text), Role.BODY),)
    reading.show_article(DisplayMap(text), paragraphs)
    reading.grab()
    lines = [reading.document().findBlockByNumber(i).layout().lineAt(0).x() for i in range(2)]
    assert lines[0] > lines[1]
    span = an_item(4, 9)
    reading.show_items([span])
    assert len(reading.placed()) == 2, "the span stands on both lines"
    assert [(part.opens, part.closes) for part in reading.placed()] == [(True, False), (False, True)]


def test_another_size_sets_the_article_anew(reading: ReadingView, article: Article) -> None:
    reading.show_article(*article)
    reading.set_typography(Typography(30, 2.0, 24), ("Noto Sans CJK SC",))
    layout = reading.document().documentLayout()
    assert layout.blockBoundingRect(reading.document().lastBlock()).height() == 60 + 6
    title = reading.document().firstBlock()
    assert title.begin().fragment().charFormat().font().pixelSize() == round(26 * 30 / 18)
    assert reading.font().families()[0] == "Noto Sans CJK SC"


def test_an_edge_that_is_dragged_is_shown_and_one_that_cannot_stand_is_not(reading: ReadingView, article: Article) -> None:
    reading.show_article(*article)
    span = an_item(17, 19)
    reading.show_items([span])
    reading.show_current(span)
    reading.show_dragged(Edge.END, 21)
    assert [part.item.end for part in reading.placed()] == [21]
    reading.show_dragged(Edge.END, 16)
    assert [part.item.end for part in reading.placed()] == [19]
