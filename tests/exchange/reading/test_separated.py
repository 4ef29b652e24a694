import csv
import io
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.reading import Column, Document, Unread, columns, read_documents

Read = Callable[..., tuple[list[Document], list[str]]]

cells = st.text(alphabet='扶贫ab,;\t|"“”\n 　。#=', max_size=12)


def written(rows: Sequence[Sequence[str]], separator: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\n").writerows(rows)
    return out.getvalue()


def plain(data: bytes) -> tuple[str, str]:
    return data.decode(), "utf-8"


def test_a_row_is_a_text_and_its_other_cells_are_what_is_known_of_it(read: Read) -> None:
    documents, left_out = read("报.csv", "日期,报纸,正文\n2020-06-01,云岭日报,扶贫车间开工了。\n2020-06-02,,第一书记来了。\n")
    assert documents == [
        Document("报.csv#2", "扶贫车间开工了。", {"日期": "2020-06-01", "报纸": "云岭日报"}, "utf-8", is_whole=True),
        Document("报.csv#3", "第一书记来了。", {"日期": "2020-06-02"}, "utf-8", is_whole=True),
    ]
    assert not left_out


def test_the_text_is_the_column_with_the_most_chinese(read: Read) -> None:
    data = "url,标题,内容\nhttps://example.org/a/very/long/address/of/a/page.html,开工,扶贫车间今天开工了。\n"
    assert [d.text for d in read("a.csv", data)[0]] == ["扶贫车间今天开工了。"]


def test_another_column_can_be_named(read: Read) -> None:
    documents, _ = read("a.csv", "标题,内容\n开工,扶贫车间今天开工了。\n", text_column="标题")
    assert [(d.text, d.meta) for d in documents] == [("开工", {"内容": "扶贫车间今天开工了。"})]


def test_a_column_that_is_not_there_is_told_with_those_that_are(read: Read) -> None:
    assert read("a.csv", "标题,内容\n甲,乙\n", text_column="正文") == ([], ["a.csv has no column 正文; it has 标题, 内容."])


def test_a_row_without_text_is_told_and_an_empty_row_counts(read: Read) -> None:
    documents, left_out = read("a.csv", "日期,正文\n\n2020,\n,,\n2021,扶贫。\n")
    assert [d.name for d in documents] == ["a.csv#5"]
    assert left_out == ["a.csv, row 3: nothing stands in the column 正文; the row was left out."]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_seen_in_the_rows(read: Read, separator: str) -> None:
    rows = [["日期", "正文"], ["2020", "扶贫，车间"], ["2021", "雨露计划"]]
    documents, _ = read("a.csv", written(rows, separator))
    assert [(d.text, d.meta["日期"]) for d in documents] == [("扶贫，车间", "2020"), ("雨露计划", "2021")]


def test_the_separator_that_excel_writes_above_a_table_is_believed(read: Read) -> None:
    documents, left_out = read("a.csv", "sep=;\n标题;正文\n甲,乙;扶贫,车间\n")
    assert [(d.name, d.text) for d in documents] == [("a.csv#3", "扶贫,车间")]
    assert not left_out


def test_tsv_is_cut_at_tabs_only(read: Read) -> None:
    documents, _ = read("a.tsv", "标题,副题\t正文\n甲,乙\t扶贫,车间开工\n")
    assert [(d.text, d.meta) for d in documents] == [("扶贫,车间开工", {"标题,副题": "甲,乙"})]


def test_a_table_without_names_loses_no_row(read: Read) -> None:
    documents, _ = read("a.csv", "2020,扶贫车间今天开工了。\n2021,第一书记来到村里。\n")
    assert [(d.name, d.text, d.meta) for d in documents] == [
        ("a.csv#1", "扶贫车间今天开工了。", {"A": "2020"}),
        ("a.csv#2", "第一书记来到村里。", {"A": "2021"}),
    ]


def test_a_title_above_the_names_is_told(read: Read) -> None:
    documents, left_out = read("a.csv", "扶贫报道统计表,,\n日期,正文,版\n2020,扶贫车间,1\n")
    assert [(d.text, d.meta) for d in documents] == [("扶贫车间", {"日期": "2020", "版": "1"})]
    assert left_out == ["a.csv, row 1 stands above the names of the columns; it was left out."]


def test_columns_of_one_name_and_of_none_are_told_apart(read: Read) -> None:
    documents, _ = read("a.csv", "备注,备注,,正文\n甲,乙,丙,扶贫车间,多\n")
    assert documents[0].meta == {"备注": "甲", "备注 (2)": "乙", "C": "丙", "E": "多"}


def test_a_quote_that_never_closes_ends_the_table_with_its_line(read: Read) -> None:
    documents, left_out = read("a.csv", '日期,正文\n2020,扶贫\n2021,"雨露\n2022,计划\n')
    assert [d.text for d in documents] == ["扶贫"]
    assert left_out[0].startswith("a.csv, line 3: the row cannot be read (unexpected end of data).")


def test_columns_are_shown_with_samples_before_the_file_is_read() -> None:
    data = "日期,正文\n2020,扶贫车间\n,雨露计划资助\n"
    assert columns("a.csv", data.encode(), decode=plain) == (
        Column("日期", ("2020",), 2.0, is_text=False),
        Column("正文", ("扶贫车间", "雨露计划资助"), 5.0, is_text=True),
    )


@given(st.lists(st.lists(cells, min_size=3, max_size=3), max_size=8))
def test_every_written_row_is_read_back(rows: list[list[str]]) -> None:
    found = list(read_documents("a.csv", written([["甲", "乙", "正文"], *rows]).encode(), decode=plain, text_column="正文"))
    expected = {f"a.csv#{i}": row for i, row in enumerate(rows, start=2) if row[2].strip()}
    documents = {one.name: one for one in found if isinstance(one, Document)}
    assert {name: one.text for name, one in documents.items()} == {name: row[2] for name, row in expected.items()}
    for name, row in expected.items():
        assert documents[name].meta == {key: cell.strip() for key, cell in zip(("甲", "乙"), row, strict=False) if cell.strip()}
    blank_texts = sum(1 for row in rows if not row[2].strip() and any(cell.strip() for cell in row))
    told = sum(1 for one in found if isinstance(one, Unread))
    assert told == (blank_texts or int(not expected))
