"""What the program remembers between starts: one small JSON file in the user's folder."""

import contextlib
import getpass
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from annotator import places

_RECENT = 8


@dataclass(frozen=True, slots=True)
class Settings:
    """`language` is `zh`, `en` or empty (the system's); `theme` is `light`, `dark` or empty; `annotator` is who worked here last."""

    language: str = ""
    theme: str = ""
    annotator: str = ""
    size: int = 18
    recent: tuple[str, ...] = field(default_factory=tuple)

    def opened(self, path: Path, annotator: str) -> "Settings":
        """Return the settings after `annotator` opened the project at `path`."""
        here = str(path.resolve())
        return replace(self, annotator=annotator, recent=(here, *(p for p in self.recent if p != here))[:_RECENT])


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
    size, recent = data.get("size"), data.get("recent")
    return Settings(
        language=_one_of(data.get("language"), "zh", "en"),
        theme=_one_of(data.get("theme"), "light", "dark"),
        annotator=str(data.get("annotator") or ""),
        size=size if isinstance(size, int) and 14 <= size <= 32 else 18,  # noqa: PLR2004
        recent=tuple(str(p) for p in recent)[:_RECENT] if isinstance(recent, list) else (),
    )


def _one_of(value: object, *known: str) -> str:
    return str(value) if value in known else ""


def _file() -> Path:
    return places.settings() / "settings.json"
