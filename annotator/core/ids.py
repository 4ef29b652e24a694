"""Identifiers: names of content that agree on every machine, and ids of decisions that only grow."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence

from annotator.core.article import Segment

# 96 bits: among a thousand million names the chance of one collision is below 1e-11.
_HEX_DIGITS = 24
_SPACES = re.compile(r"\s+")

_RANDOM_BITS = 74
_RANDOM_MASK = (1 << _RANDOM_BITS) - 1
_STEP_MASK = (1 << 32) - 1


def sha256_of(text: str) -> str:
    """Return the SHA-256 of `text` in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def content_id(*parts: object) -> str:
    """Return the id of what `parts` say: the same on every machine."""
    return hashlib.sha256("\x1f".join(str(part) for part in parts).encode("utf-8")).hexdigest()[:_HEX_DIGITS]


def article_id(page_sha256: str, segments: Sequence[Segment]) -> str:
    """Return the id of the article that takes `segments` of the page."""
    return content_id("article", page_sha256, *(f"{s.page_start}+{s.length}" for s in segments))


def candidate_id(article: str, start: int, end: int, label: str) -> str:
    """Return the id of the candidate `[start, end)` of `article` with `label`."""
    return content_id("candidate", article, start, end, label)


def normalised_name(name: str) -> str:
    """Return `name` as people mean it: composed, one space between parts."""
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", name)).strip()


def annotator_id(name: str) -> str:
    """Return the id of the person called `name`; width, case and spacing do not matter."""
    return content_id("annotator", normalised_name(name).casefold())


def assignment_id(article: str, annotator: str, round_name: str, condition: str) -> str:
    """Return the id of one person's task on one article in one round and condition."""
    return content_id("assignment", article, annotator, round_name, condition)


def following_uuid7(last: str | None, now_ms: int, entropy: int) -> str:
    """Return a UUIDv7 (RFC 9562) greater than `last`, at `now_ms` (Unix milliseconds) where the clock allows it.

    `entropy` is at least 74 random bits. When the clock has not moved on or has stepped back, the result is `last` plus a random
    step, so ids of one file only grow.
    """
    number = (now_ms << _RANDOM_BITS) | (entropy & _RANDOM_MASK)
    if last is not None:
        previous = _uuid7_number(last)
        if number <= previous:
            number = previous + 1 + (entropy & _STEP_MASK)
    return _uuid7_text(number)


def is_uuid7(text: str) -> bool:
    """Say whether `text` is a UUIDv7 as this program writes it, before the year 6429: ids after it can still grow."""
    return re.fullmatch(r"[0-7][0-9a-f]{7}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", text) is not None


def _uuid7_text(number: int) -> str:
    # 48 bits of time, 4 of version, 12 random, 2 of variant, 62 random.
    time_and_a, random_b = number >> 62, number & ((1 << 62) - 1)
    value = ((time_and_a >> 12) << 80) | (0x7 << 76) | ((time_and_a & 0xFFF) << 64) | (0b10 << 62) | random_b
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def _uuid7_number(text: str) -> int:
    value = int(text.replace("-", ""), 16)
    return ((value >> 80) << _RANDOM_BITS) | (((value >> 64) & 0xFFF) << 62) | (value & ((1 << 62) - 1))
