from collections.abc import Callable
from datetime import date, datetime, time
from importlib import import_module
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.reading import Document, columns
from annotator.exchange.reading.sheet import is_date_format
from annotator.exchange.reading.table import letters

Read = Callable[..., tuple[list[Document], list[str]]]
Make = Callable[..., bytes]

HEADER = '<row r="1"><c r="A1" t="inlineStr"><is><t>值</t></is></c><c r="B1" t="inlineStr"><is><t>正文</t></is></c></row>'


def row(cell: str, number: int = 2) -> str:
    return f'<row r="{number}">{cell}<c r="B{number}" t="inlineStr"><is><t>扶贫车间开工了</t></is></c></row>'


def test_a_row_of_any_sheet_is_a_text(read: Read, workbook: Make) -> None:
    data = workbook({"六月": [("日期", "正文"), ("2020-06-01", "扶贫车间")], "七月": [("正文",), (None,), ("雨露计划",)]})
    documents, left_out = read("报.xlsx", data)
    assert documents == [
        Document("报.xlsx/六月#2", "扶贫车间", {"日期": "2020-06-01"}, "xlsx", is_whole=True),
        Document("报.xlsx/七月#3", "雨露计划", {}, "xlsx", is_whole=True),
    ]
    assert not left_out


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3, "3"),
        (0.1, "0.1"),
        (2.5e-7, "2.5e-07"),
        (1e20, "1e+20"),
        (True, "TRUE"),
        (date(2020, 6, 1), "2020-06-01"),
        (datetime.fromisoformat("2020-06-01T08:30"), "2020-06-01 08:30:00"),
        (time(8, 30), "08:30:00"),
        (date(1900, 1, 1), "1900-01-01"),
        (date(1900, 3, 1), "1900-03-01"),
        ("  两边有空  ", "两边有空"),
        ("#N/A", "#N/A"),
        ("_x005F_x000D_", "_x000D_"),
    ],
)
def test_a_cell_is_read_as_its_value(read: Read, workbook: Make, value: object, text: str) -> None:
    (document,), _ = read("a.xlsx", workbook({"表": [("值", "正文"), (value, "扶贫车间开工了")]}))
    assert document.meta["值"] == text


def test_what_the_library_writes_is_what_the_library_reads(read: Read, workbook: Make) -> None:
    rows = [("正文", "号")] + [(f"扶贫\n车间“{i}”<&>  𠮷\t", i / 7) for i in range(50)]
    data = workbook({"表": rows})
    book: Any = import_module("openpyxl").load_workbook(import_module("io").BytesIO(data))
    expected = [(text, repr(number)) for text, number in list(book["表"].values)[1:]]
    assert [(d.text, d.meta["号"]) for d in read("a.xlsx", data)[0]] == expected


def test_hidden_sheets_are_told(read: Read, workbook: Make) -> None:
    data = workbook({"表": [("正文",), ("扶贫车间",)], "旧": [("正文",), ("雨露计划",)]}, hidden=["旧"])
    documents, left_out = read("a.xlsx", data)
    assert [d.text for d in documents] == ["扶贫车间"]
    assert left_out == ["a.xlsx/旧 is a hidden sheet; it was left out. Unhide it in Excel if its texts are wanted."]


def test_readings_over_characters_are_no_text_and_runs_are_joined(read: Read, sheet: Make) -> None:
    texts = "<si><r><t>扶贫</t></r><r><t>车间</t></r><rPh sb='0' eb='2'><t>fúpín</t></rPh></si>"
    data = sheet(HEADER + row('<c r="A2" t="s"><v>0</v></c>'), texts=texts)
    assert read("a.xlsx", data)[0][0].meta == {"值": "扶贫车间"}


def test_characters_that_xml_cannot_hold_are_decoded(read: Read, sheet: Make) -> None:
    data = sheet(HEADER + row('<c r="A2" t="inlineStr"><is><t>一_x000D_\n二_x4E09_</t></is></c>'))
    assert read("a.xlsx", data)[0][0].meta == {"值": "一\n二三"}


def test_dates_count_from_1904_where_the_workbook_says_so(read: Read, sheet: Make) -> None:
    styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="31"/></cellXfs>'
    data = sheet(HEADER + row('<c r="A2" s="1"><v>42521</v></c>'), styles=styles, book='<workbookPr date1904="1"/>')
    assert read("a.xlsx", data)[0][0].meta == {"值": "2020-06-01"}


def test_a_formula_is_its_stored_result_and_without_one_it_is_told(read: Read, sheet: Make) -> None:
    stored = row('<c r="A2" t="str"><f>A1</f><v>值</v></c>')
    missing = row('<c r="A3"><f>A1</f></c>', number=3)
    documents, left_out = read("a.xlsx", sheet(HEADER + stored + missing))
    assert [d.meta for d in documents] == [{"值": "值"}, {}]
    assert left_out[0].startswith("a.xlsx/表: the cell A3 holds a formula without its result")


def test_cells_and_rows_without_a_place_follow_each_other(read: Read, sheet: Make) -> None:
    rows = "<row><c t='inlineStr'><is><t>值</t></is></c><c t='inlineStr'><is><t>正文</t></is></c></row>"
    rows += "<row r='7'><c/><c t='inlineStr'><is><t>扶贫车间</t></is></c></row>"
    rows += "<row r='3'><c r='B3' t='inlineStr'><is><t>雨露</t></is></c></row>"
    assert [(d.name, d.text) for d in read("a.xlsx", sheet(rows))[0]] == [("a.xlsx/表#7", "扶贫车间"), ("a.xlsx/表#8", "雨露")]


def test_columns_of_all_sheets_are_shown(workbook: Make, decoding: Callable[[bytes], tuple[str, str]]) -> None:
    data = workbook({"一": [("日期", "正文"), (date(2020, 6, 1), "扶贫车间")], "二": [("内容",), ("雨露计划",)]})
    found = columns("a.xlsx", data, decode=decoding)
    assert [(c.name, c.samples, c.is_text) for c in found] == [
        ("日期", ("2020-06-01",), False),
        ("正文", ("扶贫车间",), True),
        ("内容", ("雨露计划",), True),
    ]


@pytest.mark.parametrize("code", ["yyyy-mm-dd", 'yyyy"年"m"月"d"日";@', "[$-804]aaaa;@", "h:mm", "[h]:mm", "[DBNum1]yyyy年m月", "mm:ss.0"])
def test_formats_that_ask_for_days_or_hours_are_dates(code: str) -> None:
    assert is_date_format(code)


@pytest.mark.parametrize(
    "code", ["General", "0.00", "#,##0;[Red]-#,##0", '0"days"', "0.00E+00", "[Magenta]0", r"0\d", "@", '"' * 100, "[" * 9999]
)
def test_formats_of_numbers_are_no_dates(code: str) -> None:
    assert not is_date_format(code)


@given(st.integers(min_value=0, max_value=16_383))
def test_columns_are_called_as_in_excel(position: int) -> None:
    name: str = import_module("openpyxl").utils.get_column_letter(position + 1)
    assert letters(position) == name
