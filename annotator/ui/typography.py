"""How each kind of paragraph of an article is set."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotator.core.article import Paragraph, Role
from annotator.core.display import DisplayMap
from annotator.ui.theme import Theme

# Room for the chip of a span in the first line.
_ABOVE_ALL = 16


@dataclass(frozen=True, slots=True)
class Setting:
    """One kind of paragraph, in pixels: letter size, line distance, first-line indent and inset in letters, space before and after."""

    size: int
    line: int
    indent: float = 0
    inset: int = 0
    before: int = 0
    after: int = 6
    is_bold: bool = False
    is_quiet: bool = False
    is_serif: bool = True


@dataclass(frozen=True, slots=True)
class Typography:
    """The settings of an article around a body size of `size` pixels, `line_height` times that, and a measure in letters."""

    size: int = 18
    line_height: float = 1.8
    measure: int = 40

    @property
    def width(self) -> int:
        """The width of a full line in pixels."""
        return self.size * self.measure

    def of(self, role: Role) -> Setting:
        """Return the setting of a paragraph with `role`."""
        body = math.ceil(self.size * self.line_height)
        scale = self.size / 18
        if role is Role.TITLE:
            return Setting(round(26 * scale), round(40 * scale), before=2, is_bold=True)
        if role is Role.SUBTITLE:
            return Setting(self.size, body, indent=3)
        if role is Role.BYLINE:
            return Setting(round(13 * scale), round(24 * scale), after=10, is_quiet=True, is_serif=False)
        if role is Role.SECTION:
            return Setting(self.size, body, before=8, is_bold=True)
        if role in {Role.CAPTION, Role.FURNITURE}:
            return Setting(round(15 * scale), round(28 * scale), inset=32, before=8, after=12, is_quiet=True)
        return Setting(self.size, body, indent=2)

    def folded(self) -> Setting:
        """Return the setting of a paragraph of which only the beginning is shown."""
        scale = self.size / 18
        return Setting(round(14 * scale), round(30 * scale), before=4, after=12, is_quiet=True)


@dataclass(frozen=True, slots=True)
class Standing:
    """What a paragraph on screen is: its role, and whether it goes on with the one above it (a raw line, a split paragraph)."""

    role: Role
    goes_on: bool = False


def standings(display: DisplayMap, paragraphs: Sequence[Paragraph]) -> list[Standing]:
    """Return what every block on screen is, after the paragraph in which it begins."""
    result = []
    at = 0
    for block in display.blocks:
        while at < len(paragraphs) and paragraphs[at].end <= block.start:
            at += 1
        known = at < len(paragraphs)
        result.append(Standing(paragraphs[at].role, paragraphs[at].start < block.start) if known else Standing(Role.BODY))
    return result


def settings_of(typography: Typography, shown: Sequence[Standing], folded: frozenset[int]) -> list[Setting]:
    """Return the setting of every block; the lines of one paragraph stand together, and only its first is indented."""
    followed = [i + 1 < len(shown) and shown[i + 1].goes_on for i in range(len(shown))]
    made = {(one, close): _setting(typography, one, is_followed=close) for one, close in set(zip(shown, followed, strict=True))}
    settings = [
        typography.folded() if i in folded else made[one, close] for i, (one, close) in enumerate(zip(shown, followed, strict=True))
    ]
    return [replace(first, before=max(first.before, _ABOVE_ALL)) for first in settings[:1]] + settings[1:]


def _setting(typography: Typography, standing: Standing, *, is_followed: bool) -> Setting:
    setting = typography.of(standing.role)
    if standing.goes_on:
        setting = replace(setting, indent=0, before=0)
    return replace(setting, after=0) if is_followed else setting


def families_of(theme: Theme, face: str) -> tuple[str, ...]:
    """Return the font chain of the article: the `face` the reader chose, then the platform's; an empty `face` is the platform's."""
    return (face, *theme.reading_families) if face else theme.reading_families
