"""The child process that reads one PDF: its bytes come in, JSON with the text of every page goes out.

A PDF is a program that draws. What drawing costs cannot be told from its size, and the library that reads it is native code: so it
runs in a process of its own, which is ended when it takes too much. It imports nothing of this package, so that it starts fast.
"""

import json
import sys
from importlib import import_module
from typing import Any

# Where a line ends in a hyphen, PDFium joins it to the next with one of these.
_HYPHENS = str.maketrans({"\x02": "-\n", "\ufffe": "-\n"})
_WRONG_PASSWORD = 4


def pages_of(data: bytes, most_pages: int, longest: int) -> dict[str, Any]:
    """Return `{"pages": [text…], "pictures": [numbers of pages (from 1) that show something but hold no text]}`.

    Instead: `{"refused": "password" | "damaged" | "pages" | "long"}`.
    """
    pdfium: Any = import_module("pypdfium2")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        return {"refused": "password" if getattr(error, "err_code", None) == _WRONG_PASSWORD else "damaged"}
    try:
        return _pages(pdfium, document, most_pages, longest)
    except pdfium.PdfiumError:
        return {"refused": "damaged"}
    finally:
        document.close()


def _pages(pdfium: Any, document: Any, most_pages: int, longest: int) -> dict[str, Any]:  # noqa: ANN401
    if len(document) > most_pages:
        return {"refused": "pages"}
    pages: list[str] = []
    pictures: list[int] = []
    for number, page in enumerate(document, start=1):
        text = _text(page)
        if not text and pdfium.raw.FPDFPage_CountObjects(page.raw):
            pictures.append(number)
        page.close()
        longest -= len(text)
        if longest < 0:
            return {"refused": "long"}
        pages.append(text)
    return {"pages": pages, "pictures": pictures}


def _text(page: Any) -> str:  # noqa: ANN401
    textpage = page.get_textpage()
    text: str = textpage.get_text_bounded()
    textpage.close()
    return text.replace("\r\n", "\n").translate(_HYPHENS).strip()


def _bound_memory(limit: int) -> None:
    """Let the system refuse more than `limit` bytes, where it can: Windows cannot, macOS takes no notice."""
    if sys.platform in {"win32", "darwin"}:
        return
    import resource  # noqa: PLC0415 (Windows has none)

    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def main() -> None:
    """Read a PDF from standard input; the arguments are the limits of pages, characters and bytes of memory."""
    most_pages, longest, memory = map(int, sys.argv[1:])
    _bound_memory(memory)
    json.dump(pages_of(sys.stdin.buffer.read(), most_pages, longest), sys.stdout)


if __name__ == "__main__":
    main()
