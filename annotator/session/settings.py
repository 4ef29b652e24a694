"""What the program remembers between starts: one small JSON file in the user's folder."""

import contextlib
import getpass
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Generic, TypeVar

from annotator import places

_RECENT = 8
_CHOSEN = 24
_WARNED = 200
_PARTS_OF_PLACE = 5
_Number = TypeVar("_Number", int, float)


@dataclass(frozen=True, slots=True)
class Bounds(Generic[_Number]):
    """What a figure of the settings may be: from `least` to `most`, and what is usual."""

    least: _Number
    most: _Number
    usual: _Number

    def within(self, value: _Number) -> _Number:
        """Return the value nearest to `value` that is allowed."""
        return max(self.least, min(value, self.most))


SIZES = Bounds(14, 32, 18)
LINE_HEIGHTS = Bounds(1.4, 2.4, 1.8)
MEASURES = Bounds(24, 60, 40)


@dataclass(frozen=True, slots=True)
class Settings:
    """`language` is `zh`, `en` or empty (the system's); `theme` is `light`, `dark` or empty; `annotator` is who worked here last.

    The article is set in `face` (a family; empty: the platform's), `size` pixels, `line_height` times that, `measure` characters a
    line; with `raw_lines` its lines are those of the print. `chosen` are the names of what was chosen last in the command palette.
    `keys` are the keys of commands that are not as usual. `window` and `layout` are what Qt remembers of the window and its panes, in
    base64. `place` is where the annotator was last: project, annotator's id, newest decision, article and target. `toured`: the tour was
    seen or skipped. `warned` are the projects of whose folder their annotator was warned.
    """

    language: str = ""
    theme: str = ""
    annotator: str = ""
    size: int = SIZES.usual
    face: str = ""
    line_height: float = LINE_HEIGHTS.usual
    measure: int = MEASURES.usual
    raw_lines: bool = False
    order: str = ""
    recent: tuple[str, ...] = field(default_factory=tuple)
    chosen: tuple[str, ...] = field(default_factory=tuple)
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    window: str = ""
    layout: str = ""
    place: tuple[str, ...] = field(default_factory=tuple)
    toured: bool = False
    warned: tuple[str, ...] = field(default_factory=tuple)

    def opened(self, path: Path, annotator: str) -> "Settings":
        """Return the settings after `annotator` opened the project at `path`."""
        here = str(path.resolve())
        return replace(self, annotator=annotator, recent=(here, *(p for p in self.recent if p != here))[:_RECENT])

    def warned_of(self, path: Path) -> "Settings":
        """Return the settings after somebody was warned of the folder of the project at `path`."""
        return replace(self, warned=(str(path), *self.warned)[:_WARNED])


def load_settings() -> Settings:
    """Return the settings; what is missing or makes no sense is as on the first day."""
    try:
        data = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    return _settings(data) if isinstance(data, dict) else Settings()


def save_settings(settings: Settings) -> None:
    """Keep the settings. A folder that cannot be written is no reason to stop working."""
    temporary = _file().with_suffix(".new")
    # Not synced: it is written at every start, and a power cut costs the size of the window at most.
    with contextlib.suppress(OSError):
        temporary.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), encoding="utf-8")
        temporary.replace(_file())


def person_here(settings: Settings) -> str:
    """Return who annotates when nobody says: who did last, else the name of the system's account."""
    if settings.annotator:
        return settings.annotator
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "annotator"


def _settings(data: Mapping[str, object]) -> Settings:
    recent, chosen, warned = data.get("recent"), data.get("chosen"), data.get("warned")
    return Settings(
        language=_one_of(data.get("language"), "zh", "en"),
        theme=_one_of(data.get("theme"), "light", "dark"),
        annotator=str(data.get("annotator") or ""),
        size=round(_figure(data.get("size"), SIZES)),
        face=str(data.get("face") or ""),
        line_height=_figure(data.get("line_height"), LINE_HEIGHTS),
        measure=round(_figure(data.get("measure"), MEASURES)),
        raw_lines=data.get("raw_lines") is True,
        order=_one_of(data.get("order"), "page", "doubt", "candidates"),
        recent=tuple(str(p) for p in recent)[:_RECENT] if isinstance(recent, list) else (),
        chosen=tuple(str(name) for name in chosen)[:_CHOSEN] if isinstance(chosen, list) else (),
        keys=_keys(data.get("keys")),
        window=str(data.get("window") or ""),
        layout=str(data.get("layout") or ""),
        place=_place(data.get("place")),
        toured=data.get("toured") is True,
        warned=tuple(str(p) for p in warned)[:_WARNED] if isinstance(warned, list) else (),
    )


def _keys(value: object) -> dict[str, tuple[str, ...]]:
    known = value.items() if isinstance(value, dict) else ()
    return {str(name): tuple(str(key) for key in keys) for name, keys in known if isinstance(keys, list)}


def _place(value: object) -> tuple[str, ...]:
    return tuple(str(part) for part in value) if isinstance(value, list) and len(value) == _PARTS_OF_PLACE else ()


def _one_of(value: object, *known: str) -> str:
    return str(value) if value in known else ""


def _figure(value: object, bounds: Bounds[int] | Bounds[float]) -> float:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return value if is_number and bounds.least <= value <= bounds.most else bounds.usual  # type: ignore[operator,return-value]


def _file() -> Path:
    return places.settings() / "settings.json"
