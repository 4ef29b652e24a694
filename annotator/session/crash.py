"""Crashes: what no part of the program expected, from any thread, as a report that can be copied."""

import logging
import platform
import sqlite3
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

import PySide6
from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler, qVersion

from annotator import __version__
from annotator.session.log import discreet, logger, stop, take_qt_message

_FRAMES = 60
_Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]
_ThreadHook = Callable[[threading.ExceptHookArgs], object]
_QtHandler = Callable[[QtMsgType, QMessageLogContext, str], None]


def report(error: BaseException) -> str:
    """Return versions, platform and the way to `error`: files of the program, lines and names, and nothing that is annotated."""
    facts = (
        f"annotator {__version__}",
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, Qt {qVersion()}, SQLite {sqlite3.sqlite_version}",
        discreet(platform.platform()),
        "",
    )
    return "\n".join((*facts, *_way(error)))


def _way(error: BaseException) -> list[str]:
    """Return the traceback with its causes, the oldest first; of messages only what cannot be an article's words."""
    lines: list[str] = []
    for one in _causes(error):
        if lines:
            lines.append("which led to:")
        for frame in traceback.extract_tb(one.__traceback__)[-_FRAMES:]:
            lines += [f"  {discreet(_short(frame.filename))}, line {frame.lineno}, in {frame.name}", f"    {discreet(frame.line or '')}"]
        lines.append(f"{type(one).__name__}: {discreet(str(one))}")
    return lines


def _causes(error: BaseException) -> list[BaseException]:
    chain: list[BaseException] = []
    at: BaseException | None = error
    while at is not None and at not in chain:
        chain.append(at)
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)
    return chain[::-1]


def _short(file: str) -> str:
    """Return a path without the person's folders."""
    parts = file.replace("\\", "/").split("/")
    start = max((i for i, part in enumerate(parts) if part in {"annotator", "site-packages"}), default=len(parts) - 1)
    return "/".join(parts[start:])


class CrashWatch(QObject):
    """Takes what nobody caught, in the window's thread and in others, writes it to the log and says so.

    Signals:
        crashed: the report; always delivered in the window's thread.
    """

    crashed = Signal(str)

    def __init__(self, handler: logging.Handler | None = None, parent: QObject | None = None) -> None:
        """`handler` is the log, which is closed with the watch."""
        super().__init__(parent)
        self._handler = handler
        self._before: tuple[_Hook, _ThreadHook, _QtHandler | None] | None = None

    def install(self) -> None:
        """Take what nobody catches from now on, until `remove`."""
        if self._before is None:
            # Qt keeps no reference to the handler; a function of a module stays.
            self._before = (sys.excepthook, threading.excepthook, qInstallMessageHandler(take_qt_message))
            sys.excepthook = self._take
            threading.excepthook = self._take_from_thread

    def remove(self) -> None:
        """Leave everything as it was before `install`."""
        if self._before is not None:
            sys.excepthook, threading.excepthook, handler = self._before
            qInstallMessageHandler(handler)
            self._before = None
            stop(self._handler)

    def _take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if self._before is not None and not issubclass(kind, Exception):
            # Ctrl+C in a terminal is no crash.
            self._before[0](kind, error, trace)
            return
        text = report(error)
        logger().error("crash\n%s", text)
        # From another thread this waits in the queue of the window's.
        self.crashed.emit(text)

    def _take_from_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._take(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)
