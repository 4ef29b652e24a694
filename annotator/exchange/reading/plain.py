"""Plain text and Markdown: the text as it stands, marks and all."""

from collections.abc import Iterator

from annotator.core.errors import InputError
from annotator.exchange.reading.found import Document, Found, Given
from annotator.exchange.reading.limits import LARGEST_PLAIN, LONGEST_TEXT


def read(given: Given) -> Iterator[Found]:
    """Yield the one text of the file.

    Raises:
        InputError: it is too long, or cannot be decoded.
    """
    if len(given.data) > LARGEST_PLAIN:
        raise InputError(
            "{name} is too long for one text: {size} bytes, and a text may have {limit} characters. Split it into several files.",
            name=given.name,
            size=len(given.data),
            limit=LONGEST_TEXT,
        )
    text, encoding = given.text()
    yield Document(given.name, text, {}, encoding, is_whole=False)
