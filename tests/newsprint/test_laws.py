"""What holds for every reading of every text."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.article import ArticleKind, Layout
from annotator.newsprint import examine, normalise, read, read_whole, roles

# The set phrases that rules look for, strewn among anything.
PIECES = [
    *("\n", "\n\n", "\n\n\n\n", " ", "\u3000\u3000", "\x0b", "\u2028", "\t"),
    *("本报讯 记者张三报道 ", "本报记者 张三", "张三 摄", "图说 TUSHUO", "快讯", "——记王五", "（张三 李四）", "责任编辑：张三"),
    *("。", "，", "“", "”", "！", "……", "：", "；", "1", "a"),
    *("一、总体要求", "（二）", "问：", "图为村民。", "▲", "核心提示 ", "（上接第一版）", "编者按：", "来源：某网"),
    *("脱贫攻坚", "产业扶贫带动增收", "村里修了路。", "在一次走访中,他结", "识了贫困户李四，给他家送去了一只羊。" * 3, "𬭎", "\ufffd"),
]
page = st.one_of(st.lists(st.sampled_from(PIECES), max_size=60).map("".join), st.text(max_size=200)).map(normalise)
Reader = Callable[[str], tuple[Layout, ...]]
readers = pytest.mark.parametrize("reader", [read, read_whole])


@readers
@given(text=page)
def test_every_character_lies_in_exactly_one_article(reader: Reader, text: str) -> None:
    seen = [0] * len(text)
    for layout in reader(text):
        at = 0
        for segment in layout.segments:
            assert segment.article_start == at
            assert segment.length > 0
            at += segment.length
            for offset in range(segment.page_start, segment.page_start + segment.length):
                seen[offset] += 1
    assert seen == [1] * len(text)


@readers
@given(text=page)
def test_offsets_map_back_to_the_page(reader: Reader, text: str) -> None:
    for layout in reader(text):
        own = layout.text(text)
        assert [text[layout.page_offset(i)] for i in range(layout.length)] == list(own)


@readers
@given(text=page)
def test_breaks_are_line_breaks_in_order_inside_one_segment(reader: Reader, text: str) -> None:
    for layout in reader(text):
        own, last = layout.text(text), 0
        for start, end in layout.breaks:
            assert last < start < end < len(own)
            assert own[start] == own[end - 1] == "\n"
            assert not own[start:end].strip()
            assert layout.page_offset(end - 1) - layout.page_offset(start) == end - 1 - start
            last = end


@readers
@given(text=page)
def test_a_repeat_is_the_end_of_an_earlier_paragraph(reader: Reader, text: str) -> None:
    layouts = reader(text)
    for layout in layouts:
        own = layout.text(text)
        for repeat in layout.repeats:
            other = own if repeat.of_article is None else layouts[int(repeat.of_article)].text(text)
            again = "".join(own[repeat.start : repeat.end].split())
            assert "".join(other[repeat.of_start :].split()).startswith(again)


@readers
@given(text=page)
def test_every_character_but_line_breaks_lies_in_one_paragraph(reader: Reader, text: str) -> None:
    for layout in reader(text):
        own = layout.text(text)
        seen = [0] * len(own)
        for paragraph in roles(text, layout):
            for offset in range(paragraph.start, paragraph.end):
                seen[offset] += 1
        assert max(seen, default=0) <= 1
        assert all(n == 1 for n, c in zip(seen, own, strict=True) if c != "\n")


@given(text=page)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert examine(text) == examine(text)


@given(text=page)
def test_articles_come_in_the_order_in_which_they_begin_and_titles_are_one_line(text: str) -> None:
    layouts = read(text)
    begins = [layout.segments[0].page_start for layout in layouts]
    assert begins == sorted(begins)
    assert all("\n" not in layout.title for layout in layouts)


@given(text=page)
def test_the_whole_page_is_one_article(text: str) -> None:
    whole = read_whole(text)
    assert [layout.text(text) for layout in whole] == ([text] if text else [])
    assert all(layout.kind is ArticleKind.ARTICLE for layout in whole)


@given(text=page)
def test_offers_name_an_article_and_a_range_outside_it(text: str) -> None:
    reading = examine(text)
    for offer in reading.offers:
        assert text[offer.start : offer.end].strip()
        spans = [(s.page_start, s.page_start + s.length) for s in reading.layouts[offer.article].segments]
        assert not any(start < offer.end and offer.start < end for start, end in spans)


HOSTILE = {
    "one line of a megabyte": "村" * 350_000,
    "a hundred thousand line breaks": "\n" * 100_000,
    "a line break after every character": "路\n" * 10_000,
    "heads": "产业扶贫促增收\n" * 8_000,
    "heads and sentences": "标题一二三四\n村里修了路。\n" * 5_000,
    "bylines": "本报记者 张三\n" * 8_000,
    "news items": "本报讯 记者张三报道 今天\n" * 10_000,
    "captions": "\n\n\n\n村民在劳动。\n\n张三 摄" * 10_000,
    "cut lines": (("农家小院里的花开了又谢" * 5) + "\n\n") * 5_000,
    "one unfinished article and thousands of paragraphs": "甲村大变样\n\n本报记者 张三\n\n村里修路。\n\n今年修了"
    + "大路" * 40
    + "\n\n乙村新面貌\n\n本报记者 李四\n\n"
    + "\n\n".join(f"第{k}户人家种下了{k * 7}棵果树，收成不错。" for k in range(5_000)),
    "quotation marks": "“" * 200_000,
    "brackets": "（" * 40_000 + "\n" + "(" * 40_000,
    "spaces": " " * 300_000,
    "a table": "甲\t乙\t丙\n" * 8_000,
    "names": ("王小明 " * 15 + "\n") * 5_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_read_whole(name: str) -> None:
    text = HOSTILE[name]
    assert sum(layout.length for layout in read(text)) == len(text)
