"""Colours and fonts of the window, light and dark, from `resources/theme.json`."""

import json
import sys
from dataclasses import dataclass, fields

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from annotator import places
from annotator.core.scheme import Colour, Label


@dataclass(frozen=True, slots=True)
class Surface:
    """The colours that belong to no label, `#RRGGBB`."""

    window: str
    panel: str
    paper: str
    raised: str
    hover: str
    select: str
    hairline: str
    border: str
    control: str
    text: str
    text_2: str
    text_3: str
    rejected: str
    accent: str
    accent_soft: str
    on_accent: str
    frame: str
    good: str
    warn: str
    warn_soft: str
    error: str
    find: str
    ghost: str
    break_mark: str


@dataclass(frozen=True, slots=True)
class Theme:
    """How the window looks. `language` (`zh` or `en`) decides which family comes first in the font chains."""

    is_dark: bool
    language: str
    surface: Surface
    ui_families: tuple[str, ...]
    reading_families: tuple[str, ...]

    def colour(self, label: Label | None) -> Colour:
        """Return the colours of `label`; ink on paper where the scheme has no such label."""
        if label is None:
            return Colour(self.surface.text_2, self.surface.text_2, self.surface.hover, self.surface.select)
        return label.dark if self.is_dark else label.light

    def ui_font(self, pixels: int, *, bold: bool = False) -> QFont:
        """Return the font of panes, lists and buttons at `pixels` (device-independent)."""
        return _font(self.ui_families, pixels, bold=bold)

    def reading_font(self, pixels: int, *, bold: bool = False) -> QFont:
        """Return the font of the article at `pixels` (device-independent)."""
        return _font(self.reading_families, pixels, bold=bold)

    def palette(self) -> QPalette:
        """Return the palette for all widgets."""
        s = self.surface
        palette = QPalette()
        for role, colour in (
            (QPalette.ColorRole.Window, s.window),
            (QPalette.ColorRole.WindowText, s.text),
            (QPalette.ColorRole.Base, s.paper),
            (QPalette.ColorRole.AlternateBase, s.panel),
            (QPalette.ColorRole.Text, s.text),
            (QPalette.ColorRole.Button, s.raised),
            (QPalette.ColorRole.ButtonText, s.text),
            (QPalette.ColorRole.PlaceholderText, s.text_3),
            (QPalette.ColorRole.Highlight, s.accent_soft),
            (QPalette.ColorRole.HighlightedText, s.text),
            (QPalette.ColorRole.Link, s.accent),
            (QPalette.ColorRole.ToolTipBase, s.raised),
            (QPalette.ColorRole.ToolTipText, s.text),
        ):
            palette.setColor(role, QColor(colour))
        return palette

    def style_sheet(self) -> str:
        """Return the style sheet of the window."""
        template = places.shipped("resources", "window.qss").read_text(encoding="utf-8")
        for field in fields(Surface):
            template = template.replace(f"@{field.name};", f"{getattr(self.surface, field.name)};")
        return template


def load_theme(*, is_dark: bool, language: str) -> Theme:
    """Return the theme for a light or dark desktop in the program's language."""
    data = json.loads(places.shipped("resources", "theme.json").read_text(encoding="utf-8"))
    colours = data["surface"]["dark" if is_dark else "light"]
    system = {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")
    chains = data["font"]
    installed = set(QFontDatabase.families())
    serif = [family for family in chains["reading_serif"][system] if family in installed]
    return Theme(
        is_dark=is_dark,
        language=language,
        surface=Surface(**{field.name: colours[field.name] for field in fields(Surface)}),
        ui_families=_ordered(chains["ui"][system], language),
        reading_families=tuple(serif or chains["reading_sans"][system]),
    )


def can_show_chinese() -> bool:
    """Say whether any installed font has Chinese glyphs."""
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))


def _ordered(chain: list[str], language: str) -> tuple[str, ...]:
    # A Latin face first draws narrow curly quotes into Chinese.
    latin, rest = chain[:1], chain[1:]
    return (*rest, *latin) if language == "zh" else tuple(chain)


def _font(families: tuple[str, ...], pixels: int, *, bold: bool) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font
