"""Colours that can be read and told apart: contrast, differences as seen with each kind of sight, and a label's four values.

Contrast is that of WCAG 2.2 (1.4.3). Differences are CIEDE2000 (Sharma, Wu, Dalal 2005) between sRGB colours under D65. Colour
vision deficiencies are simulated at full severity by Machado, Oliveira, Fernandes 2009 (doi:10.1109/TVCG.2009.113), in linear light.
Lightness, chroma and hue are those of OKLCH (Ottosson 2020): equal steps look equal.
"""
# ruff: noqa: PLR2004, PLR0917 (constants of published formulas)

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

from annotator.core.scheme import Colour

Vector = tuple[float, float, float]

# The lightest and darkest grounds that marks stand on: article and panes, light and dark.
PAPER_LIGHT, PAPER_DARK = "#FDFCF9", "#282622"
TEXT_LIGHT, TEXT_DARK = "#24221E", "#DBD6CB"
GROUND_LIGHT = "#E7E3D9"
LEAST_LINE, LEAST_INK, LEAST_TEXT = 3.0, 4.5, 7.0
# Below this two thin lines are taken for one another; the shipped labels keep 9.9.
TOO_CLOSE = 9.0


class Sight(StrEnum):
    """How colours are seen."""

    USUAL = "usual"
    PROTAN = "protan"
    DEUTAN = "deutan"
    TRITAN = "tritan"


_MACHADO = {
    Sight.PROTAN: ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    Sight.DEUTAN: ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    Sight.TRITAN: ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
_WHITE = (0.95047, 1.0, 1.08883)


@dataclass(frozen=True, slots=True)
class Distance:
    """How far the nearest other label is (CIEDE2000), with which sight, and which label that is."""

    least: float
    sight: Sight
    label: str

    @property
    def is_too_close(self) -> bool:
        """Whether the two are easily taken for one another."""
        return self.least < TOO_CLOSE


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (`#RRGGBB`), 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def difference(one: str, other: str, sight: Sight = Sight.USUAL) -> float:
    """Return CIEDE2000 of two colours (`#RRGGBB`) as they are seen with `sight`."""
    return ciede2000(_lab_of(one, sight), _lab_of(other, sight))


def nearest(line: str, others: Iterable[tuple[str, str]]) -> Distance | None:
    """Return which of `others` (label and colour) is hardest to tell from `line` with whatever sight; None without others."""
    found = (Distance(difference(line, other, sight), sight, label) for label, other in others for sight in Sight)
    return min(found, key=lambda distance: distance.least, default=None)


def of_hue(hue: float, *, lightness: float = 0.52, chroma: float = 0.13) -> tuple[Colour, Colour]:
    """Return a label's values on the light and on the dark theme.

    `hue` in degrees; `lightness` (0 to 1) and `chroma` (0 to 0.3) of the line on the light theme. Line and name keep their
    contrast whatever is asked for.
    """
    line, dark_line = _lines(hue, lightness, chroma)
    ink = _until(lightness, chroma, hue, -0.01, GROUND_LIGHT, LEAST_INK)
    soft = _until(0.92, min(chroma, 0.045), hue, 0.005, TEXT_LIGHT, LEAST_TEXT)
    strong = _until(0.87, min(chroma, 0.075), hue, 0.005, TEXT_LIGHT, LEAST_TEXT)
    dark_ink = _until(_lifted(lightness), chroma * 0.9, hue, 0.01, PAPER_DARK, LEAST_INK)
    dark_soft = _until(0.28, min(chroma, 0.04), hue, -0.005, TEXT_DARK, LEAST_TEXT)
    dark_strong = _until(0.36, min(chroma, 0.06), hue, -0.005, TEXT_DARK, LEAST_TEXT)
    return Colour(line, ink, soft, strong), Colour(dark_line, dark_ink, dark_soft, dark_strong)


def hue_of(colour: str) -> Vector:
    """Return lightness (0 to 1), chroma and hue (degrees) of `#RRGGBB`."""
    lightness, a, b = _oklab(_linear(colour))
    return lightness, hypot(a, b), degrees(atan2(b, a)) % 360


def proposed(taken: Sequence[tuple[Colour, Colour]]) -> tuple[Colour, Colour]:
    """Return the colours that are farthest from those of other labels (light and dark) with every sight and on both themes."""
    tones = [(lightness, chroma) for lightness in (0.3, 0.42, 0.54, 0.66) for chroma in (0.05, 0.1, 0.16)]
    lines = [(light.line, dark.line) for light, dark in taken]
    best, room = (0, 0.5, 0.1), 0.0
    for lightness, chroma in tones:
        for hue in range(0, 360, 20):
            its = _room(_lines(hue, lightness, chroma), lines, beats=room)
            if its > room:
                best, room = (hue, lightness, chroma), its
    return of_hue(best[0], lightness=best[1], chroma=best[2])


@lru_cache(maxsize=1 << 9)
def _lines(hue: float, lightness: float, chroma: float) -> tuple[str, str]:
    """Return the line on the light and on the dark theme."""
    light = _until(lightness, chroma, hue, -0.01, PAPER_LIGHT, LEAST_LINE)
    return light, _until(_lifted(lightness), chroma * 0.9, hue, 0.01, PAPER_DARK, LEAST_LINE)


def _lifted(lightness: float) -> float:
    """Return how light a line is on the dark theme that has `lightness` on the light one."""
    return 0.5 + (lightness - 0.25) * 0.75


def _room(offer: tuple[str, str], taken: Sequence[tuple[str, str]], *, beats: float) -> float:
    """Return the least distance from what is taken; where it does not exceed `beats`, any that shows it."""
    least = 100.0
    for other in taken:
        for mine, its in zip(offer, other, strict=True):
            for sight in Sight:
                least = min(least, difference(mine, its, sight))
                if least <= beats:
                    return least
    return least


def _until(lightness: float, chroma: float, hue: float, step: float, against: str, least: float) -> str:
    """Return the first colour from `lightness` on, by `step`, that has its contrast."""
    at = lightness
    found = _from_lch(at, chroma, hue)
    while contrast(found, against) < least and 0 < at < 1:
        at += step
        found = _from_lch(at, chroma, hue)
    return found


def _from_lch(lightness: float, chroma: float, hue: float) -> str:
    """Return `#RRGGBB`; a colour that no screen shows loses chroma until one does."""
    while chroma > 0:
        rgb = _from_oklab((lightness, chroma * cos(radians(hue)), chroma * sin(radians(hue))))
        if all(-1e-4 <= part <= 1 + 1e-4 for part in rgb):
            return _hex(rgb)
        chroma -= 0.004
    return _hex(_from_oklab((lightness, 0.0, 0.0)))


@lru_cache(maxsize=1 << 12)
def _lab_of(colour: str, sight: Sight) -> Vector:
    rgb = _linear(colour)
    if sight in _MACHADO:
        rgb = _clipped(_times(_MACHADO[sight], rgb))
    return _lab(rgb)


def _linear(colour: str) -> Vector:
    r, g, b = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return (_light(r), _light(g), _light(b))


def _light(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _hex(rgb: Vector) -> str:
    def part(light: float) -> int:
        light = min(max(light, 0.0), 1.0)
        return round(255 * (12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055))

    return "#{:02X}{:02X}{:02X}".format(*map(part, rgb))


def _luminance(colour: str) -> float:
    r, g, b = _linear(colour)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _times(matrix: Sequence[Vector], vector: Vector) -> Vector:
    x, y, z = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return (x, y, z)


def _clipped(rgb: Vector) -> Vector:
    r, g, b = (min(max(part, 0.0), 1.0) for part in rgb)
    return (r, g, b)


def _lab(rgb: Vector) -> Vector:
    def f(t: float) -> float:
        return float(t ** (1 / 3)) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116

    x, y, z = (f(part / white) for part, white in zip(_times(_XYZ, rgb), _WHITE, strict=True))
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))


def _oklab(rgb: Vector) -> Vector:
    lms = _times(
        (
            (0.4122214708, 0.5363325363, 0.0514459929),
            (0.2119034982, 0.6806995451, 0.1073969566),
            (0.0883024619, 0.2817188376, 0.6299787005),
        ),
        rgb,
    )
    x, y, z = (part ** (1 / 3) for part in lms)
    return _times(
        (
            (0.2104542553, 0.7936177850, -0.0040720468),
            (1.9779984951, -2.4285922050, 0.4505937099),
            (0.0259040371, 0.7827717662, -0.8086757660),
        ),
        (x, y, z),
    )


def _from_oklab(lab: Vector) -> Vector:
    x, y, z = _times(((1.0, 0.3963377774, 0.2158037573), (1.0, -0.1055613458, -0.0638541728), (1.0, -0.0894841775, -1.2914855480)), lab)
    return _times(
        (
            (4.0767416621, -3.3077115913, 0.2309699292),
            (-1.2684380046, 2.6097574011, -0.3413193965),
            (-0.0041960863, -0.7034186147, 1.7076147010),
        ),
        (x**3, y**3, z**3),
    )


def ciede2000(one: Vector, other: Vector) -> float:
    """Return the difference of two CIELAB colours (L, a, b)."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean_c = (hypot(a1, b1) + hypot(a2, b2)) / 2
    g = (1 - sqrt(mean_c**7 / (mean_c**7 + 25**7))) / 2
    a1, a2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2 = hypot(a1, b1), hypot(a2, b2)
    h1, h2 = (degrees(atan2(b, a)) % 360 if c else 0.0 for a, b, c in ((a1, b1, c1), (a2, b2, c2)))
    turn, mean_h = _turn(h1, h2, has_hue=bool(c1 * c2))
    mean_l, mean_c = (l1 + l2) / 2, (c1 + c2) / 2
    t = (
        1
        - 0.17 * cos(radians(mean_h - 30))
        + 0.24 * cos(radians(2 * mean_h))
        + 0.32 * cos(radians(3 * mean_h + 6))
        - 0.20 * cos(radians(4 * mean_h - 63))
    )
    rotation = -2 * sqrt(mean_c**7 / (mean_c**7 + 25**7)) * sin(radians(60 * exp(-(((mean_h - 275) / 25) ** 2))))
    dl = (l2 - l1) / (1 + 0.015 * (mean_l - 50) ** 2 / sqrt(20 + (mean_l - 50) ** 2))
    dc = (c2 - c1) / (1 + 0.045 * mean_c)
    dh = 2 * sqrt(c1 * c2) * sin(radians(turn / 2)) / (1 + 0.015 * mean_c * t)
    return sqrt(max(dl**2 + dc**2 + dh**2 + rotation * dc * dh, 0.0))


def _turn(h1: float, h2: float, *, has_hue: bool) -> tuple[float, float]:
    """Return the difference and the mean of two hues, the short way round."""
    if not has_hue:
        return 0.0, h1 + h2
    turn, mean = h2 - h1, (h1 + h2) / 2
    if abs(turn) > 180:
        turn -= 360 if turn > 0 else -360
        mean += 180 if h1 + h2 < 360 else -180
    return turn, mean
