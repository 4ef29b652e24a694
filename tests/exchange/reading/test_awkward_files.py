"""Files that are not what they should be. Each gets a sentence, in bounded time and memory; the ids are the list of what was tried."""

import io
import stat
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.errors import InputError
from annotator.exchange.reading import Document, columns, read_documents

Read = Callable[..., tuple[list[Document], list[str]]]
Make = Callable[..., bytes]

MIB = 1 << 20
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

PLAIN: list[tuple[str, str, Callable[[], bytes], str]] = [
    ("empty file", "a.txt", lambda: b"", "a.txt is empty."),
    ("white space alone", "a.txt", " \n\t\u3000\ufeff\u200b".encode, "a.txt holds no text."),
    ("NUL bytes alone", "a.txt", lambda: bytes(5_000), "a.txt: This is not text:"),
    ("pdf called txt", "a.txt", lambda: b"%PDF-1.7 x", "a.txt is a PDF document, whatever its name says. Let its name end in .pdf"),
    ("zip called txt", "a.txt", lambda: b"PK\x03\x04 x", "a.txt is a ZIP archive, whatever its name says."),
    ("picture called html", "a.html", lambda: b"\x89PNG x", "a.html is not a .html file but a picture, which cannot be read."),
    ("gzip called csv", "a.csv", lambda: b"\x1f\x8b x", "a.csv is not a .csv file but a compressed file"),
    ("text called docx", "a.docx", lambda: b"text", "a.docx is not a .docx file but something else"),
    ("html called xlsx", "a.xlsx", lambda: b"<table><tr><td>x", "a.xlsx is not a .xlsx file but something else"),
    ("old Word file called docx", "a.docx", lambda: OLE + b"x", "a.docx is not a .docx file but an old Word or Excel file"),
    ("workbook with a password", "a.xlsx", lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "a.xlsx has a password."),
    ("kind that is not read", "a.caj", lambda: b"CAJ\0", "a.caj: .caj files cannot be read. Save it as"),
    ("unknown kind", "a.exe", lambda: b"MZ", "a.exe: files of this kind cannot be read; these can: .txt"),
    ("no suffix", "README", lambda: b"x", "README: files of this kind cannot be read"),
    ("line of 100 MB", "a.txt", lambda: b"a" * (100 * MIB), "a.txt is too long for one text: 104857600 bytes"),
    ("line of 20 MB of csv", "a.csv", lambda: b"a,b\n" + b"x" * (20 * MIB), "a.csv, line 2 has more than 8000000 characters"),
    ("million of empty cells in a line", "a.csv", lambda: b"a,b\n" + b"," * 1_000_000 + b"x", "a.csv, row 2 has more than 256 columns"),
    ("cell over the limit", "a.csv", lambda: b"a,b\n1," + b"x" * 2_000_001, "a.csv, line 2: the row cannot be read (field larger than"),
    ("quote never closed", "a.csv", lambda: b'a,b\n"' + b"x\n" * 100_000, "a.csv, line 2: the row cannot be read (unexpected end"),
    ("quote inside a cell", "a.csv", lambda: b'a,b\n"x"y,z\n', "a.csv, line 2: the row cannot be read (',' expected after '\"')"),
    ("deeply nested json", "a.json", lambda: b"[" * 900_000, "a.json, line 1 is not JSON ("),
    ("deeply nested json line", "a.jsonl", lambda: b'{"a":' * 900_000, "a.jsonl, line 1 is not JSON ("),
    ("number of 10,000 digits", "a.jsonl", lambda: b'{"a": ' + b"9" * 10_000 + b"}", "a.jsonl, line 1 is not JSON (Exceeds the limit"),
    ("million of empty objects", "a.json", lambda: b"[" + b"{}," * 1_000_001 + b"1]", "a.json is too large to be read as one JSON value."),
    ("65 MB of json", "a.json", lambda: b" " * (65 * MIB), "a.json is too large to be read as one JSON value."),
    ("json line of 9 MB", "a.jsonl", lambda: b" " * 9_000_000 + b"1", "a.jsonl, line 1 has more than 8000000 characters"),
    ("web page of 33 MB", "a.html", lambda: b" " * (33 * MIB), "a.html is too large for a web page"),
    ("truncated zip", "a.zip", lambda: b"PK\x03\x04" + bytes(100), "a.zip is damaged: its list of files cannot be read."),
    ("zip that lists 100,001 files", "a.zip", lambda: b"PK\x03\x04" + b"PK\x01\x02" * 100_001, "a.zip holds too many files"),
    ("truncated docx", "a.docx", lambda: b"PK\x03\x04" + bytes(100), "a.docx is damaged: its list of files cannot be read."),
    ("truncated pdf", "a.pdf", lambda: b"%PDF-1.7\n1 0 obj", "a.pdf is damaged: no PDF reader could open it."),
]


@pytest.mark.parametrize(("name", "make", "sentence"), [case[1:] for case in PLAIN], ids=[case[0] for case in PLAIN])
def test_a_file_that_is_not_what_it_should_be_gets_a_sentence(read: Read, name: str, make: Callable[[], bytes], sentence: str) -> None:
    documents, left_out = read(name, make())
    assert not documents
    assert left_out[0].startswith(sentence), left_out


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("扶贫车间\0开工，工人来上班。", "扶贫车间\ufffd开工，工人来上班。"),
        ("<div>" * 100_000 + "扶贫", "扶贫"),
        ("<p>" * 100_000 + "扶贫", "扶贫"),
    ],
    ids=["NUL in a text", "100,000 divisions in each other", "100,000 paragraphs without end"],
)
def test_what_is_harmless_is_read(read: Read, text: str, kept: str) -> None:
    ((document,), left_out) = read("a.html", text)
    assert document.text == kept
    assert not left_out


# Archives.


def bomb(size: int) -> bytes:
    """Return a ZIP file whose one member is `size` bytes of blanks."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b" " * size)
    return out.getvalue()


def peak(work: Callable[[], object]) -> int:
    """Return how many bytes Python took at most while working."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_bomb_is_not_unpacked(read: Read) -> None:
    data = bomb(30 * MIB)
    assert len(data) < MIB / 16
    assert peak(lambda: read("a.zip", data)) < MIB
    assert read("a.zip", data)[1][0].startswith("a.zip/a.txt unpacks to 10")


def test_a_member_that_claims_to_be_small_gives_no_more_than_it_claims(read: Read) -> None:
    data = bytearray(bomb(30 * MIB))
    entry = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, entry + 24, 1_000)
    assert peak(lambda: read("a.zip", bytes(data))) < 4 * MIB
    assert read("a.zip", bytes(data))[1] == ["a.zip/a.txt is damaged and cannot be unpacked."]


def test_an_archive_that_unpacks_to_too_much_is_read_in_part(read: Read, zipped: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.exchange.reading.members.LARGEST_ARCHIVE", 40)
    documents, left_out = read("a.zip", zipped({"a.txt": "扶贫车间开工", "b.txt": "扶贫车间开工了", "c.txt": "雨露"}))
    assert [d.name for d in documents] == ["a.zip/a.txt", "a.zip/b.txt"]
    assert left_out == ["a.zip/c.txt: a.zip unpacks to more than 40 bytes; the rest of it was left out."]


def test_a_member_without_a_name_is_told(read: Read) -> None:
    documents, left_out = read("a.zip", packed((info(""), b"x")))
    assert not documents
    assert left_out[0].startswith("a.zip/: files of this kind cannot be read")


@pytest.mark.parametrize("name", ["../a.txt", "/a.txt", "b/../../a.txt", "C:/a.txt", "C:\\a.txt", "..\\a.txt", "\\a.txt"])
def test_names_that_lead_out_of_the_archive_are_left_out(read: Read, zipped: Make, name: str) -> None:
    documents, (sentence,) = read("a.zip", zipped({name: "扶贫"}))
    assert not documents
    assert sentence.endswith("has a name that leads out of the archive; it was left out.")


def info(name: str, **fields: object) -> zipfile.ZipInfo:
    """Return the entry of a member with fields set."""
    entry = zipfile.ZipInfo(name)
    for field, value in fields.items():
        setattr(entry, field, value)
    return entry


def packed(*members: tuple[zipfile.ZipInfo, bytes]) -> bytes:
    """Return a ZIP file of members with entries of their own."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for entry, data in members:
            archive.writestr(entry, data)
    return out.getvalue()


def with_flag(data: bytes, flag: int) -> bytes:
    """Return the ZIP file with a flag set in both places where its one member's flags stand."""
    changed = bytearray(data)
    for magic, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = changed.find(magic) + at
        (before,) = struct.unpack_from("<H", changed, place)
        struct.pack_into("<H", changed, place, before | flag)
    return bytes(changed)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (packed((info("a.txt", external_attr=(stat.S_IFLNK | 0o777) << 16), b"/etc/passwd")), "a.zip/a.txt is a link to another file"),
        (with_flag(packed((info("a.txt"), b"x")), 0x1), "a.zip/a.txt has a password."),
        (packed((info("a.txt", compress_type=zipfile.ZIP_LZMA), b"x")), "a.zip/a.txt is packed in a way that cannot be read here."),
        (packed((info("a.zip"), bomb(100))), "a.zip/a.zip is an archive inside an archive"),
        (packed((info("a.txt"), b"QQ")).replace(b"QQ", b"QX"), "a.zip/a.txt is damaged and cannot be unpacked."),
    ],
    ids=["symbolic link", "password", "lzma", "archive in archive", "changed content"],
)
def test_members_that_are_not_read_are_told(read: Read, data: bytes, sentence: str) -> None:
    documents, left_out = read("a.zip", data)
    assert not documents
    assert left_out[0].startswith(sentence)


def test_a_name_that_stands_there_twice_is_read_once(read: Read) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = packed((info("a.txt"), "一".encode()), (info("a.txt"), "二".encode()))
    documents, left_out = read("a.zip", data)
    assert [d.text for d in documents] == ["一"]
    assert left_out == ["a.zip/a.txt stands in the archive twice; the second was left out."]


# Office packages.

LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def of_word(inner: str) -> str:
    return f"<w:document {W}><w:body><w:p><w:r><w:t>{inner}</w:t></w:r></w:p></w:body></w:document>"


def of_sheet(inner: str) -> str:
    return f"<worksheet {S}><sheetData><row><c t='str'><v>{inner}</v></c></row></sheetData></worksheet>"


@pytest.mark.parametrize(
    ("dress", "sentence"),
    [
        (lambda part: LAUGHS + part("&b;"), "declares entities, which no Office program does"),
        (lambda part: OUTSIDE + part("&a;"), "declares entities, which no Office program does"),
        (lambda part: (LAUGHS + part("&b;")).encode("utf-16"), "declares entities, which no Office program does"),
        (lambda part: part("</x>"), "is damaged: line 1 is not XML (mismatched tag)"),
        (lambda part: part("<x>" * 300 + "</x>" * 300), "is built to overload a reader"),
        (lambda part: part(f"<x a='{Random(0).randbytes(2 * MIB).hex()}'/>"), "holds a tag of more than 1048576 bytes"),
        (lambda _: "", "is damaged: line 1 is not XML (no element found)"),
        (lambda part: '<?xml version="1.0" encoding="UT6-8"?>' + part(""), "claims an encoding that there is not (unknown encoding"),
        (lambda part: '<?xml version="1.0" encoding="gb18030"?>' + part(""), "claims an encoding that there is not (multi-byte"),
        (lambda part: part("&undefined;"), "is damaged: line 1 is not XML (undefined entity)"),
        (lambda part: part("x" * (30 * MIB)), "unpacks to"),
    ],
    ids=[
        "entities",
        "outside entity",
        "entities in UTF-16",
        "not XML",
        "deep",
        "endless tag",
        "empty part",
        "unknown encoding",
        "encoding of many bytes",
        "undefined entity",
        "bomb inside",
    ],
)
def test_parts_made_to_overload_are_refused(read: Read, word: Make, sheet: Make, dress: Callable[[Any], Any], sentence: str) -> None:
    for name, data in (("a.docx", word("", whole=dress(of_word))), ("a.xlsx", sheet("", whole=dress(of_sheet)))):
        documents, (told, *_) = read(name, data)
        assert not documents
        assert sentence in told
        assert told.startswith(name)


@pytest.mark.parametrize(
    ("members", "name", "sentence"),
    [
        ({"a.txt": "x"}, "a.docx", "a.docx is no Word document: it holds no text part."),
        ({"a.txt": "x"}, "a.xlsx", "a.xlsx is no Excel workbook: it holds no sheets."),
        ({"[Content_Types].xml": "x", "xl/workbook.xml": "x"}, "a.docx", "a.docx is an Excel workbook, whatever its name says."),
        ({"[Content_Types].xml": "x", "word/document.xml": "x"}, "a.zip", "a.zip is a Word document, whatever its name says."),
    ],
)
def test_packages_under_another_name_are_named(read: Read, zipped: Make, members: dict[str, str], name: str, sentence: str) -> None:
    assert read(name, zipped(members))[1][0].startswith(sentence)


def test_an_archive_of_word_documents_is_an_archive(read: Read, word: Make, zipped: Make) -> None:
    data = zipped({"a.docx": word("<w:p><w:r><w:t>扶贫</w:t></w:r></w:p>")}, zipfile.ZIP_STORED)
    assert [d.text for d in read("a.zip", data)[0]] == ["扶贫"]


def test_a_cell_at_the_far_corner_costs_nothing(read: Read, sheet: Make) -> None:
    rows = "<row r='1'><c r='A1' t='str'><v>正文</v></c></row><row r='1048576'><c r='XFD1048576' t='str'><v>扶贫</v></c></row>"
    data = sheet(rows)
    assert read("a.xlsx", data)[1] == ["a.xlsx/表, row 1048576 has more than 256 columns; it was left out."]
    assert peak(lambda: read("a.xlsx", data)) < MIB


def test_a_text_repeated_by_reference_does_not_grow_without_end(read: Read, sheet: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.exchange.reading.table.MOST_CHARACTERS", 5_000)
    rows = "".join(f"<row><c t='s'><v>{min(i, 1)}</v></c></row>" for i in range(100))
    documents, left_out = read("a.xlsx", sheet(rows, texts=f"<si><t>正文</t></si><si><t>{'扶' * 1000}</t></si>"))
    assert len(documents) == 5
    assert left_out[0].startswith("a.xlsx/表, row 7: a table may have")


def test_a_huge_table_is_read_up_to_the_limit(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.exchange.reading.table.MOST_CELLS", 10)
    documents, left_out = read("a.csv", "甲,正文\n" + "1,扶贫\n" * 20)
    assert len(documents) == 5
    assert left_out == ["a.csv, row 7: a table may have 10 filled cells and 200000000 characters; the rows from here on were left out."]


@pytest.mark.parametrize(("name", "line"), [("a.csv", "扶贫"), ("a.jsonl", '{"正文": "扶贫"}')])
def test_rows_without_end_are_read_up_to_the_limit(read: Read, monkeypatch: pytest.MonkeyPatch, name: str, line: str) -> None:
    for module in ("separated", "objects"):
        monkeypatch.setattr(f"annotator.exchange.reading.{module}.MOST_ROWS", 50)
    documents, left_out = read(name, f"{line}\n" + "\n" * 20 + f"{line}\n" * 100)
    assert documents[-1].name == f"{name}#50"
    assert left_out == [f"{name} has more than 50 rows; the rest was left out."]


@pytest.mark.parametrize(
    "cell",
    ["<c t='s'><v>7</v></c>", "<c t='s'><v>-1</v></c>", "<c t='s'><v>x</v></c>", "<c t='s'><v>" + "9" * 5_000 + "</v></c>"],
)
def test_a_text_that_is_not_there_is_named_with_its_cell(read: Read, sheet: Make, cell: str) -> None:
    assert read("a.xlsx", sheet(f"<row>{cell}</row>"))[1] == ["a.xlsx/表 is damaged: the cell A1 points to a text that is not there."]


@pytest.mark.parametrize("number", ["1e999", "nan", "-5", "99999999999", "x", "9" * 400])
def test_dates_that_never_were_are_the_numbers_that_stand_there(read: Read, sheet: Make, number: str) -> None:
    styles = '<cellXfs><xf numFmtId="14"/></cellXfs>'
    rows = "<row><c t='str'><v>值</v></c><c t='str'><v>正文</v></c></row>"
    rows += f"<row><c s='0'><v>{number}</v></c><c t='str'><v>扶贫车间</v></c></row>"
    (document,), _ = read("a.xlsx", sheet(rows, styles=styles), text_column="正文")
    assert document.meta["值"] == number


def test_a_file_over_the_limit_is_refused_before_it_is_looked_at(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.exchange.reading.LARGEST_FILE", 10)
    assert read("a.csv", "x" * 11)[1] == ["a.csv is too large: 11 bytes; at most 10."]


def test_columns_of_a_file_that_cannot_be_read_are_an_error(decoding: Callable[[bytes], tuple[str, str]]) -> None:
    with pytest.raises(InputError, match=r"a\.xlsx is empty\."):
        columns("a.xlsx", b"", decode=decoding)


@settings(max_examples=60)
@given(data=st.data())
def test_files_damaged_anywhere_raise_nothing(data: st.DataObject) -> None:
    name, whole = data.draw(st.sampled_from(sorted(GOOD.items())))
    raw = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(len(raw) // 2, len(raw)))
    found = list(read_documents(name, bytes(raw[:cut]), decode=lambda body: (body.decode("utf-8", "replace"), "utf-8"), text_column=None))
    assert found


def _good() -> dict[str, bytes]:
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    one = '<Relationship Id="r0" Type="x/{}" Target="{}"/>'
    book = f'<workbook {S} xmlns:r="r"><sheets><sheet name="表" r:id="r0"/></sheets></workbook>'
    row = '<row><c t="n" s="0"><v>43983</v></c><c t="str"><v>扶贫</v></c></row>'
    rows = f"<worksheet {S}><sheetData>{row * 3}</sheetData></worksheet>"
    word = {"_rels/.rels": relations.format(one.format("officeDocument", "word/d.xml")), "word/d.xml": of_word("扶贫")}
    sheets = {
        "_rels/.rels": relations.format(one.format("officeDocument", "xl/w.xml")),
        "xl/_rels/w.xml.rels": relations.format(one.format("worksheet", "s.xml")),
        "xl/w.xml": book,
        "xl/s.xml": rows,
    }

    def pack(members: dict[str, str]) -> bytes:
        return packed(*((info(name), text.encode()) for name, text in members.items()))

    return {
        "a.docx": pack(word),
        "a.xlsx": pack(sheets),
        "a.zip": pack({"a.txt": "扶贫", "b.csv": "甲,乙\n一,二\n", "c.html": "<p>扶贫，扶志。</p>"}),
        "a.json": '[{"text": "扶贫", "meta": {"a": [1, 2]}}, {"text": "雨露"}]'.encode(),
        "a.html": "<html><table><tr><td><p class='x'>扶贫，&amp;扶志。<!-- x --><script>a</script></table>".encode(),
    }


GOOD = _good()
