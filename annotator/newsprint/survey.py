"""What each line of a page is and where its articles begin: every rule in its order."""

from functools import lru_cache

from annotator.newsprint import articles, captions, heads
from annotator.newsprint.lines import Line, measure
from annotator.newsprint.page import Page, alone


def survey(lines: list[Line]) -> Page:
    """Return `lines` as a page that has been gone over: pictures set aside, articles begun, section heads told from cut sentences."""
    return _surveyed(tuple(lines))


# Whoever lays a text out asks for the roles of its paragraphs next.
@lru_cache(maxsize=2)
def _surveyed(lines: tuple[Line, ...]) -> Page:
    listed = list(lines)
    return heads.settle(articles.find(captions.set_aside(alone(listed, measure(listed)))))
