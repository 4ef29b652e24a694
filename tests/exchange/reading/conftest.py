"""Files of every format, made here: by the libraries that people's programs use, or by hand where a file must be wrong."""

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from typing import Any

import pytest

from annotator.exchange.reading import Document, read_documents
from annotator.newsprint import decode, normalise

Read = Callable[..., tuple[list[Document], list[str]]]


def _decode(data: bytes) -> tuple[str, str]:
    decoded = decode(data)
    return decoded.text, decoded.encoding


def _read(name: str, data: bytes | str, text_column: str | None = None) -> tuple[list[Document], list[str]]:
    raw = data.encode() if isinstance(data, str) else data
    found = list(read_documents(name, raw, decode=_decode, text_column=text_column))
    documents = [one for one in found if isinstance(one, Document)]
    assert found, "neither a text nor a word about why there is none"
    assert all(normalise(one.text) == one.text for one in documents), "not in the form of a page's text"
    return documents, [str(one.error) for one in found if not isinstance(one, Document)]


@pytest.fixture
def read() -> Read:
    """Return what reads a file to its documents and to the sentences about what was left out."""
    return _read


@pytest.fixture
def one_text() -> Callable[[str, bytes | str], str]:
    """Return what reads a file that holds one text and nothing else."""

    def text_of(name: str, data: bytes | str) -> str:
        ((document,), left_out) = _read(name, data)
        assert not left_out
        return document.text

    return text_of


@pytest.fixture
def decoding() -> Callable[[bytes], tuple[str, str]]:
    """Return the decoding of plain texts that the program hands in."""
    return _decode


def _zipped(members: Mapping[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.fixture
def zipped() -> Callable[..., bytes]:
    """Return what packs members into a ZIP file."""
    return _zipped


_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def _relations(*targets: tuple[str, str]) -> str:
    return _RELATIONS.format(
        "".join(f'<Relationship Id="r{i}" Type="{_OFFICE}/{kind}" Target="{part}"/>' for i, (kind, part) in enumerate(targets))
    )


def _word(body: str, *, whole: str | None = None, parts: Mapping[str, str] | None = None) -> bytes:
    members = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relations(("officeDocument", "word/document.xml")),
        "word/document.xml": whole if whole is not None else f"<w:document {_W}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(*((name.rstrip("0123456789"), f"{name}.xml") for name in parts or {})),
        **{f"word/{name}.xml": f"<w:part {_W}>{inner}</w:part>" for name, inner in (parts or {}).items()},
    }
    return _zipped(members)


@pytest.fixture
def word() -> Callable[..., bytes]:
    """Return what makes a Word document of the XML of its body, or of its whole main part."""
    return _word


def _sheet(rows: str, *, texts: str = "", styles: str = "", book: str = "", whole: str | None = None) -> bytes:
    head = f'<workbook {_S} xmlns:r="{_OFFICE}">{book}<sheets><sheet name="表" sheetId="1" r:id="r0"/></sheets></workbook>'
    members = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": head,
        "xl/_rels/workbook.xml.rels": _relations(("worksheet", "sheet.xml"), ("sharedStrings", "texts.xml"), ("styles", "styles.xml")),
        "xl/sheet.xml": whole if whole is not None else f"<worksheet {_S}><sheetData>{rows}</sheetData></worksheet>",
        "xl/texts.xml": f"<sst {_S}>{texts}</sst>",
        "xl/styles.xml": f"<styleSheet {_S}>{styles}</styleSheet>",
    }
    return _zipped(members)


@pytest.fixture
def sheet() -> Callable[..., bytes]:
    """Return what makes a workbook of one sheet called 表 of the XML of its rows, or of its whole part."""
    return _sheet


@pytest.fixture
def workbook() -> Callable[..., bytes]:
    """Return what makes a workbook of sheets of rows, as openpyxl writes it."""

    def make(sheets: Mapping[str, Sequence[Iterable[object]]], hidden: Iterable[str] = ()) -> bytes:
        book: Any = import_module("openpyxl").Workbook()
        book.remove(book.active)
        for name, rows in sheets.items():
            page = book.create_sheet(name)
            for row in rows:
                page.append(list(row))
            page.sheet_state = "hidden" if name in hidden else "visible"
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()

    return make


@pytest.fixture
def pdf() -> Callable[..., bytes]:
    """Return what makes a PDF of pages of lines in a Chinese font that is not embedded, as reportlab writes it.

    A page of None is a picture; one without lines is blank.
    """

    def make(pages: Sequence[Sequence[str] | None], password: str | None = None) -> bytes:
        metrics, fonts, canvas = (
            import_module(f"reportlab.{name}") for name in ("pdfbase.pdfmetrics", "pdfbase.cidfonts", "pdfgen.canvas")
        )
        metrics.registerFont(fonts.UnicodeCIDFont("STSong-Light"))
        out = io.BytesIO()
        drawn: Any = canvas.Canvas(out, encrypt=password)
        for page in pages:
            drawn.setFont("STSong-Light", 12)
            if page is None:
                drawn.rect(60, 60, 400, 400, fill=1)
            for i, line in enumerate(page or ()):
                drawn.drawString(60, 780 - 18 * i, line)
            drawn.showPage()
        drawn.save()
        return out.getvalue()

    return make


@pytest.fixture
def raw_pdf() -> Callable[[bytes, int], bytes]:
    """Return what makes a PDF whose pages all show one content stream, given as it stands in the file."""

    def make(stream: bytes, pages: int = 1, filters: bytes = b"") -> bytes:
        objects = [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, b"3 0 R " * pages),
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>> >> >>",
            b"<</Length %d%s>>stream\n%s\nendstream" % (len(stream), filters, stream),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
        out = b"%PDF-1.7\n"
        places = []
        for i, content in enumerate(objects, start=1):
            places.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (i, content)
        table = b"".join(b"%010d 00000 n \n" % place for place in places)
        size = len(objects) + 1
        return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
            size,
            table,
            size,
            len(out),
        )

    return make
