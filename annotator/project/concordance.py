"""Every place of the project at which words stand, and what one person's annotation says of it."""

from collections.abc import Iterable, Iterator

from annotator.project.workspace import Project
from annotator.store import filtering, search
from annotator.store.file import transaction
from annotator.store.filtering import Begun, Text

# So many quotation marks may stand inside a name: “雨露”计划.
_QUOTES_INSIDE = 4
_WIDER = 0xFEE0
# No more rows than these are read before the first is shown.
_AT_ONCE = 1_000


def articles_with(project: Project, words: str) -> Iterator[int]:
    """Yield the numbers of the articles that may hold `words` (folded, without quotation marks), in order, as they are asked for.

    Quotation marks and widths are looked through, so an article may hold the characters only near each other: its text decides.
    Of what came since the index caught up nothing is found (`catch_up`).
    """
    expression = _expression("".join(words.split()))
    found = filtering.matching(project.connection, expression, most=_AT_ONCE) if expression else []
    while found:
        yield from found
        found = filtering.matching(project.connection, expression, after=found[-1], most=_AT_ONCE)


def behind(project: Project) -> int:
    """Return how many articles the index does not know yet; 0 where it cannot be written anyway."""
    return 0 if project.file.read_only else filtering.not_indexed(project.connection)


def catch_up(project: Project) -> None:
    """Index what came since the last search."""
    if not project.file.read_only:
        with transaction(project.connection):
            search.catch_up(project.connection)


def texts(project: Project, numbers: Iterable[int]) -> Iterator[Text]:
    """Yield articles by their numbers, in the order given."""
    return filtering.texts(project.connection, numbers)


def begun(project: Project, annotator: str, article: str) -> Begun:
    """Return how far the annotator is with an article."""
    return filtering.begun(project.connection, annotator, article)


def proposed(project: Project, number: int) -> list[tuple[int, int, str, str]]:
    """Return `(start, end, label, surface)` of what is proposed now in the article with this number."""
    return filtering.proposed(project.connection, number)


def _expression(words: str) -> str:
    """Return what the index is asked: the characters that have one form only, close to each other; else the forms of all of them."""
    places = [at for at, char in enumerate(words) if char.isalpha() and not char.isascii()]
    if not places:
        forms = dict.fromkeys((words, "".join(map(_wide, words)), "".join(map(_narrow, words))))
        return " OR ".join(_phrase(form) for form in forms if form)
    if len(places) == 1:
        return _phrase(words[places[0]])
    room = places[-1] - places[0] - 1 + _QUOTES_INSIDE
    return f"NEAR({' '.join(_phrase(words[at]) for at in places)}, {room})"


def _phrase(words: str) -> str:
    return '"{}"'.format(" ".join(words).replace('"', '""'))


def _wide(char: str) -> str:
    return chr(ord(char) + _WIDER) if "!" <= char <= "~" else char


def _narrow(char: str) -> str:
    return chr(ord(char) - _WIDER) if "！" <= char <= "～" else char
