"""Small sound files of every kind that pages are read from, to be damaged."""

import io
import json
import zipfile
from collections.abc import Iterable, Sequence
from importlib import import_module

TEXT = "云岭县推进产业扶贫\n\n　　驻村“第一书记”走访贫困户，落实低保政策。\n　　“雨露计划”惠及𠮷祥乡学生。\n"
_ROWS = (("标题", "正文", "日期"), ("产业扶贫见实效", TEXT, "2019-06-18"), ("低保, 兜底", 'He said "好"', "2020-01-02"))
_LEXICON = ("term", "label", "programme", "kind", "note", "origin")


def documents() -> dict[str, list[bytes]]:
    """Return samples by suffix."""
    records = [dict(zip(_ROWS[0], row, strict=True)) for row in _ROWS[1:]]
    plain = {
        ".txt": [TEXT.encode(), TEXT.encode("gb18030", "replace"), TEXT.encode("utf-16")],
        ".md": [f"# {TEXT}\n[x](http://example.invalid)\n".encode()],
        ".html": [f"<html><meta charset=utf-8><body><h1>甲</h1><table><tr><td>{TEXT}</table><p>&amp;&#25206;<script>x</script>".encode()],
        ".csv": ["\n".join(",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in _ROWS).encode()],
        ".tsv": ["\n".join("\t".join(cell.replace("\n", " ") for cell in row) for row in _ROWS).encode("utf-16")],
        ".json": [json.dumps(records, ensure_ascii=False).encode(), json.dumps({"data": records}).encode()],
        ".jsonl": ["\n".join(json.dumps(record, ensure_ascii=False) for record in records).encode()],
        ".docx": [_word()],
        ".pdf": [_pdf(), _pdf("secret"), _pdf(is_packed=True), _plain_pdf()],
        ".xlsx": [_workbook(_ROWS), _workbook((_LEXICON, ("产业扶贫", "INDUSTRY", "", "", "=1+1", "")))],
    }
    return {**plain, ".zip": [_archive(plain)]}


def _word() -> bytes:
    document, made = import_module("docx").Document(), io.BytesIO()
    document.add_heading("云岭县", 1)
    for line in TEXT.splitlines():
        document.add_paragraph(line)
    document.add_table(2, 2).cell(0, 0).text = "低保"
    document.save(made)
    return made.getvalue()


def _pdf(password: str | None = None, *, is_packed: bool = False) -> bytes:
    """Return a page of text and one that is a picture; packed, accidents spoil the streams and not the drawing."""
    metrics, fonts, canvas = (import_module(f"reportlab.{name}") for name in ("pdfbase.pdfmetrics", "pdfbase.cidfonts", "pdfgen.canvas"))
    metrics.registerFont(fonts.UnicodeCIDFont("STSong-Light"))
    made = io.BytesIO()
    drawn = canvas.Canvas(made, encrypt=password, pageCompression=int(is_packed), invariant=1)
    for line, text in enumerate(TEXT.splitlines()):
        drawn.setFont("STSong-Light", 12)
        drawn.drawString(60, 780 - 18 * line, text)
    drawn.bookmarkPage("a")
    drawn.addOutlineEntry("低保", "a")
    drawn.showPage()
    drawn.rect(60, 60, 400, 400, fill=1)
    drawn.showPage()
    drawn.save()
    return made.getvalue()


def _plain_pdf() -> bytes:
    """Return a page in another form: no table of objects, a stream in hexadecimal digits, a form that draws itself."""
    text = b"BT /F 12 Tf 60 700 Td (poverty alle-) Tj 0 -14 Td [(viation) -300 (work)] TJ ET /X Do"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 2/Kids[3 0 R 3 0 R]/MediaBox[0 0 600 800]>>",
        b"<</Type/Page/Parent 2 0 R/Contents[4 0 R 4 0 R]/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>",
        b"<</Length %d/Filter[/ASCIIHexDecode]>>stream\n%s>\nendstream" % (2 * len(text) + 1, text.hex().encode()),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[65/B/A]>>>>",
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 5/Resources<</XObject<</Y 6 0 R>>>>>>stream\n/Y Do\nendstream",
    )
    numbered = b"".join(b"%d 0 obj%s\nendobj\n" % (at, one) for at, one in enumerate(objects, start=1))
    return b"%PDF-1.7\n" + numbered + b"trailer<</Size 7/Root 1 0 R>>\n%%EOF"


def register() -> bytes:
    """Return a workbook of programmes."""
    return _workbook((("id", "name", "aliases", "label", "note", "origin"), ("rain", "雨露计划", "雨露工程", "EDUCATION", "=1+1", "")))


def _workbook(rows: Iterable[Sequence[str]]) -> bytes:
    book, made = import_module("openpyxl").Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(made)
    return made.getvalue()


def _archive(plain: dict[str, list[bytes]]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for suffix, samples in plain.items():
            archive.writestr(f"folder/页{suffix}", samples[0])
    return made.getvalue()
