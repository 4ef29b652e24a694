"""Texts without white space: what two copies of an article share whose lines were broken or indented differently."""

import hashlib

# Not white space to Python, and as invisible.
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"


class Squeezed:
    """A text without its white space. `text` is what is left; `places` are the offsets (code points) of its characters."""

    __slots__ = ("length", "places", "text")

    def __init__(self, text: str) -> None:
        self.length = len(text)
        self.places = [i for i, char in enumerate(text) if not char.isspace() and char not in _INVISIBLE]
        self.text = "".join([text[i] for i in self.places])

    def fingerprint(self, start: int, end: int) -> str:
        """Return the SHA-256 of the characters `[start, end)` of `text`."""
        return fingerprint(self.text[start:end])

    def range_in(self, start: int, end: int) -> tuple[int, int]:
        """Return `[start, end)` of `text`, which is not empty, as a range of the whole text."""
        return self.places[start], self.places[end - 1] + 1


def fingerprint(text: str) -> str:
    """Return the SHA-256 of `text` in UTF-8."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
