"""The log: three small files on this machine, which nobody sends anywhere.

It holds where something went wrong and never what is annotated: of every message only the ASCII part is kept.
"""

import logging
import re
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType

NAME = "annotator"
MOST_BYTES = 1_000_000
FILES = 3
_LONGEST = 300
_NOT_ASCII = re.compile(r"[^\x20-\x7e\n\t]+")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def start(folder: Path) -> logging.Handler | None:
    """Write to `folder` from now on; None where it cannot be written, which is no reason not to work."""
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415 (loads sockets for handlers that are not used here)

    with suppress(OSError):
        handler = RotatingFileHandler(folder / f"{NAME}.log", maxBytes=MOST_BYTES, backupCount=FILES - 1, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        logger().addHandler(handler)
        return handler
    return None


def stop(handler: logging.Handler | None) -> None:
    """Write no more."""
    if handler is not None:
        logger().removeHandler(handler)
        handler.close()


def logger() -> logging.Logger:
    """Return the program's logger, which writes to its own files alone."""
    own = logging.getLogger(NAME)
    own.setLevel(logging.INFO)
    own.propagate = False
    return own


def discreet(text: str, *, longest: int = _LONGEST) -> str:
    """Return `text` without anything that may stand in an article: what is not ASCII becomes `…`, and no more than `longest` is kept."""
    return _NOT_ASCII.sub("…", text)[:longest]


def take_qt_message(sort: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Write down what Qt says."""
    logger().log(_LEVELS.get(sort, logging.WARNING), "Qt: %s", discreet(message))
