"""PDF documents with a text layer: lines in the order in which PDFium gives them, pages apart by a blank line, hyphens untouched.

Pages that are pictures are told, not read: this program recognises no characters.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotator import places
from annotator.core.errors import InputError
from annotator.exchange.reading.found import Document, Found, Given, Unread
from annotator.exchange.reading.limits import LONGEST_TEXT, MOST_PAGES, PDF_MEMORY, SECONDS
from annotator.exchange.reading.pdf_pages import pages_of

_CHILD = Path(__file__).with_name("pdf_pages.py")
# Characters without a meaning of their own: what a font without a table of its characters gives.
_MEANINGLESS = re.compile("[\x00-\x08\x0e-\x1f\ufffd\ue000-\uf8ff]")
_READABLE_SHARE = 0.7
_TOLD = 10


def read(given: Given) -> Iterator[Found]:
    """Yield the one text of the document, and which pages hold none.

    Raises:
        InputError: it has a password, no text layer, is damaged, or takes too much time or memory.
    """
    result = _result(given)
    if "refused" in result:
        raise _refused(given.name, result["refused"])
    text = "\n\n".join(page for page in result["pages"] if page)
    pictures = result["pictures"]
    _check(given.name, text, pictures)
    yield Document(given.name, text, {"pages": str(len(result["pages"]))}, "pdf", is_whole=False)
    if pictures:
        why = InputError(
            "{name}: {count} pages have no text layer and were left out ({pages}). If they are scans, recognise their characters first.",
            name=given.name,
            count=len(pictures),
            pages=", ".join(map(str, pictures[:_TOLD])) + (" …" if len(pictures) > _TOLD else ""),
        )
        yield Unread(given.name, why)


def _check(name: str, text: str, pictures: list[int]) -> None:
    if not text and pictures:
        raise InputError("{name} has no text layer: its pages are pictures. Recognise their characters (OCR) first.", name=name)
    if len(_MEANINGLESS.findall(text)) > (1 - _READABLE_SHARE) * len(text):
        raise InputError("{name}: the text layer cannot be read; its fonts do not say which characters they draw.", name=name)


def _result(given: Given) -> dict[str, Any]:
    is_frozen = getattr(sys, "frozen", False)
    start = places.child("annotator.exchange.reading.pdf_pages") if is_frozen else [sys.executable, "-P", str(_CHILD)]
    if not sys.executable:
        return pages_of(given.data, MOST_PAGES, LONGEST_TEXT)
    command = [*start, str(MOST_PAGES), str(LONGEST_TEXT), str(PDF_MEMORY + 2 * len(given.data))]
    # On Windows a console would flash up for every file.
    flags: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        child = subprocess.run(  # noqa: S603 (nothing of the file is in the command)
            command, input=given.data, capture_output=True, timeout=SECONDS, check=False, creationflags=flags
        )
        result: dict[str, Any] = json.loads(child.stdout) if child.returncode == 0 else {"refused": "overload"}
    except subprocess.TimeoutExpired:
        return {"refused": "overload"}
    except (OSError, ValueError) as error:
        raise InputError("{name}: the process that reads PDFs cannot be started ({why}).", name=given.name, why=error) from error
    return result


def _refused(name: str, why: str) -> InputError:
    match why:
        case "password":
            return InputError("{name} has a password. Open it, save it without one, and read that.", name=name)
        case "pages":
            return InputError("{name} has more than {limit} pages; split it.", name=name, limit=MOST_PAGES)
        case "long":
            return InputError("{name} holds more than {limit} characters; split it into several files.", name=name, limit=LONGEST_TEXT)
        case "overload":
            return InputError(
                "{name}: reading this PDF took too much time or memory, and was ended. Print it to a new PDF, or save its text.", name=name
            )
        case _:
            return InputError("{name} is damaged: no PDF reader could open it.", name=name)
