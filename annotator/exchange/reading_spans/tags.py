"""Tags of tokens to spans: BIO, BIOES, BILOU, BMES, and the older BIO in which B- only parts neighbours."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from annotator.core.errors import InputError

OUTSIDE = "O"
_BEGINS = frozenset("BSU")
_ENDS = frozenset("ESLU")
_ALL = frozenset("BIMESLU")


class Tagged(NamedTuple):
    """A token `[start, end)` of the text (code points) with its tag, and the file's line from 1. A file has millions."""

    start: int
    end: int
    tag: str
    line: int


def is_tag(tag: str) -> bool:
    """Say whether `tag` is `O`, or a letter of one of these schemes with a label."""
    return tag == OUTSIDE or (tag[:1] in _ALL and tag[1:2] == "-" and len(tag) > len("B-"))


def tagged_ranges(tokens: Iterable[Tagged], name: str) -> Iterator[tuple[int, int, str]]:
    """Yield `(start, end, label)` of each mention; a tag that cannot continue a mention begins one. `name` names the file.

    Raises:
        InputError: a tag is none of these schemes.
    """
    start = end = 0
    label = ""
    for token in tokens:
        if token.tag == OUTSIDE and not label:
            continue
        _check(token, name)
        letter, of = token.tag[0], token.tag[2:]
        if label and (letter in _BEGINS or of != label):
            yield start, end, label
            label = ""
        if of and not label:
            start, label = token.start, of
        end = token.end
        if label and letter in _ENDS:
            yield start, end, label
            label = ""
    if label:
        yield start, end, label


def _check(token: Tagged, name: str) -> None:
    if not is_tag(token.tag):
        raise InputError(
            "{name}, line {line}: {tag} is no tag such as O, B-LABEL, I-LABEL, E-LABEL or S-LABEL.",
            name=name,
            line=token.line,
            tag=token.tag[:40],
        )
