"""From bytes to page, articles, breaks and repeats."""

from annotator.core.article import Paragraph, Role
from annotator.newsprint.decode import Decoded, Guess, decode, guesses, normalise
from annotator.newsprint.duplicates import near_duplicates
from annotator.newsprint.reading import Offer, Reading, examine, read, read_whole
from annotator.newsprint.roles import roles, with_paragraphs

__all__ = [
    "Decoded",
    "Guess",
    "Offer",
    "Paragraph",
    "Reading",
    "Role",
    "decode",
    "examine",
    "guesses",
    "near_duplicates",
    "normalise",
    "read",
    "read_whole",
    "roles",
    "with_paragraphs",
]
