"""How each kind of paragraph of an article is set."""

import math
from dataclasses import dataclass

from annotator.core.article import Role


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
