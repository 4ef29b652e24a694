"""Article text to candidates: lexicon, patterns, vetoes and word edges."""

from annotator.suggest.edges import WordEdges
from annotator.suggest.suggester import Suggester

__all__ = ["Suggester", "WordEdges"]
