"""JSON CAS (0.4, as UIMA and dkpro-cassis write it) as feature structures."""

import json
import re
from collections.abc import Iterator, Mapping

from annotator.core.errors import InputError
from annotator.exchange.reading.limits import MOST_BRACKETS
from annotator.exchange.reading_spans.cas_structures import Structure

_LONE = re.compile("[\ud800-\udfff]")
_STRUCTURES = "%FEATURE_STRUCTURES"


def structures_of_json(data: bytes, where: str) -> Iterator[Structure]:
    """Yield the feature structures of a JSON CAS, with the features that are strings or whole numbers.

    Raises:
        InputError: it is not JSON, or not a CAS; `where` names it.
    """
    if data.count(b"{") + data.count(b"[") > MOST_BRACKETS:
        raise InputError("{where} is too large for a CAS: more than {limit} objects.", where=where, limit=MOST_BRACKETS)
    try:
        value = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise InputError("{where} is not JSON ({why}).", where=where, why=error) from error
    found = value.get(_STRUCTURES) if isinstance(value, dict) else None
    if isinstance(found, dict):
        # An older form: an object by ids.
        found = [{"%ID": key, **each} for key, each in found.items() if isinstance(each, dict)]
    if not isinstance(found, list):
        raise InputError("{where} is not a JSON CAS: it has no list {name}.", where=where, name=_STRUCTURES)
    for each in found:
        if isinstance(each, dict):
            yield _structure(each)


def _structure(value: Mapping[str, object]) -> Structure:
    features = {name.removeprefix("@"): text for name, each in value.items() if not name.startswith("%") and (text := _text(each))}
    return Structure(_text(value.get("%ID")), _text(value.get("%TYPE")), features)


def _text(value: object) -> str:
    if isinstance(value, str):
        # JSON can spell half a character; it takes one unit, as its stand-in does.
        return value if value.isascii() else _LONE.sub("\ufffd", value)
    # True is a number to Python. A number of thousands of digits is none that can be written out again.
    is_number = isinstance(value, int) and not isinstance(value, bool) and abs(value) < 1 << 62
    return str(value) if is_number else ""
