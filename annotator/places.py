"""Where shipped files and the user's folders are."""

from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent
_APP = "annotator"


def shipped(*parts: str) -> Path:
    """Return the path of a shipped file, `seeds/…` or `resources/…`, in an installation or in a checkout."""
    installed = _PACKAGE / "_shipped"
    return (installed if installed.is_dir() else _PACKAGE.parent).joinpath(*parts)


def cache() -> Path:
    """Return the user's folder for what can be computed again; made if missing."""
    return Path(platformdirs.user_cache_dir(_APP, appauthor=False, ensure_exists=True))


def settings() -> Path:
    """Return the user's folder for settings; made if missing."""
    return Path(platformdirs.user_config_dir(_APP, appauthor=False, ensure_exists=True))
