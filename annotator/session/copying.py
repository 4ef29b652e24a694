"""The words of an article as they go to the clipboard: what is on screen, in the article's own characters."""

from collections.abc import Iterable

from annotator.core.display import DisplayMap


def words_alone(text: str, breaks: Iterable[tuple[int, int]], start: int, end: int) -> str:
    """Return `[start, end)` of `text` as it reads: `breaks` healed, one line a paragraph, every other character as it is.

    Nothing is taken from a widget, which shows some characters as others. Paragraphs that the screen folds or splits come whole.
    """
    parts: list[str] = []
    last = None
    for block in DisplayMap(text, breaks).blocks:
        first, after = max(start, block.start), min(end, block.end)
        if first < after:
            if last is not None and last != block.start:
                parts.append("\n")
            # Between the ends of a paragraph on screen only healed breaks are left.
            parts.append(text[first:after].replace("\n", ""))
            last = block.end
    return "".join(parts)
