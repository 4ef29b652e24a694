"""Where shipped files and the user's folders are."""

import sys
from contextlib import suppress
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent
_APP = "annotator"


def shipped(*parts: str) -> Path:
    """Return the path of a shipped file, `seeds/…` or `resources/…`, in an installation or in a checkout."""
    installed = _PACKAGE / "_shipped"
    return (installed if installed.is_dir() else _PACKAGE.parent).joinpath(*parts)


def child(module: str) -> list[str]:
    """Return the command that runs a module of this package in a process of its own, empty where none can; its arguments follow."""
    if not sys.executable:
        return []
    if getattr(sys, "frozen", False):
        # The window's own program has no standard streams on Windows; the command line beside it has.
        program = Path(sys.executable)
        return [str(program.with_name(f"annotator{program.suffix}")), "--module", module]
    return [sys.executable, "-m", module]


def cache() -> Path:
    """Return the user's folder for what can be computed again; made if missing, where that is allowed."""
    return _made(Path(platformdirs.user_cache_dir(_APP, appauthor=False)))


def settings() -> Path:
    """Return the user's folder for settings; made if missing, where that is allowed."""
    return _made(Path(platformdirs.user_config_dir(_APP, appauthor=False)))


def logs() -> Path:
    """Return the user's folder for the log; made if missing, where that is allowed."""
    return _made(Path(platformdirs.user_log_dir(_APP, appauthor=False)))


def _made(folder: Path) -> Path:
    # Who cannot write at home works without settings and caches.
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return folder
