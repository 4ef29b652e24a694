"""JSON as one line that every reader takes for one line."""

import json

# Line ends to some readers and plain characters to JSON.
_LINE_ENDS = {0x7F: "\\u007f", 0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def json_line(value: object) -> str:
    """Return `value` as JSON without a line end of any kind in it; Chinese stays readable."""
    return json.dumps(value, ensure_ascii=False).translate(_LINE_ENDS)
