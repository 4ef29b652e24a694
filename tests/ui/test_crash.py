"""Crashes: one dialog with a report that can be copied, a log that holds no article text."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, qWarning
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator import __version__
from annotator.session import log
from annotator.session.crash import CrashWatch, report
from annotator.session.jobs import Job, Progress
from annotator.ui.crash_dialog import CrashDialog
from annotator.ui.theme import load_theme

WORDS = "扶贫小额信贷"

# Without a screen a window has no size to limit.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class Slip(Exception):
    """What nobody expected."""


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[CrashWatch]:
    watch = CrashWatch()
    watch.install()
    yield watch
    watch.remove()
    watch.deleteLater()


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    handler = log.start(tmp_path)
    yield tmp_path
    log.stop(handler)


def slip() -> Slip:
    with pytest.raises(Slip) as slipped:
        _look_up({})
    return slipped.value


def _look_up(nothing: dict[str, int]) -> int:
    try:
        return nothing[WORDS]
    except KeyError as error:
        raise Slip(f"{WORDS} at 14") from error


def test_a_report_says_versions_and_the_way_and_nothing_of_the_article() -> None:
    text = report(slip())
    assert f"annotator {__version__}" in text
    assert "PySide6" in text
    assert text.index("KeyError: ") < text.index("which led to:") < text.index("Slip: … at 14")
    assert "test_crash.py, line" in text
    assert WORDS not in text
    assert str(Path(__file__).parent) not in text


def test_an_error_that_leads_to_itself_is_reported_once() -> None:
    error = slip()
    assert error.__cause__ is not None
    error.__cause__.__context__ = error
    assert report(error).count("Slip: ") == 1


def test_what_nobody_catches_reaches_the_watch(watch: CrashWatch, qtbot: QtBot) -> None:
    error = slip()
    with qtbot.waitSignal(watch.crashed) as crashed:
        sys.excepthook(Slip, error, error.__traceback__)
    assert crashed.args is not None
    assert "Slip: … at 14" in crashed.args[0]


def test_what_a_thread_does_not_catch_reaches_the_window_thread(watch: CrashWatch, qtbot: QtBot) -> None:
    heard: list[threading.Thread] = []

    class Listener(QObject):
        def on_crashed(self) -> None:
            heard.append(threading.current_thread())

    listener = Listener()
    watch.crashed.connect(listener.on_crashed)

    def fail() -> None:
        raise Slip

    thread = threading.Thread(target=fail)
    with qtbot.waitSignal(watch.crashed):
        thread.start()
        thread.join()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [threading.main_thread()]


def test_what_a_job_does_not_expect_reaches_the_watch_and_the_job_ends(watch: CrashWatch, qtbot: QtBot) -> None:
    def fail(_: Progress) -> object:
        raise Slip(WORDS)

    job = Job(fail)
    with qtbot.waitSignal(job.finished), qtbot.waitSignal(watch.crashed) as crashed:
        job.begin()
    assert crashed.args is not None
    assert "Slip: …" in crashed.args[0]
    job.wait()
    job.deleteLater()


def test_ctrl_c_in_a_terminal_is_no_crash(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: seen.append(kind))
    watch = CrashWatch()
    watch.install()
    with qtbot.assertNotEmitted(watch.crashed):
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    watch.remove()
    assert seen == [KeyboardInterrupt]


def test_everything_is_as_before_when_nobody_watches() -> None:
    before = (sys.excepthook, threading.excepthook)
    watch = CrashWatch()
    watch.install()
    assert sys.excepthook is not before[0]
    watch.remove()
    assert (sys.excepthook, threading.excepthook) == before


def test_the_log_holds_the_crash_and_no_article_text(watch: CrashWatch, folder: Path) -> None:
    error = slip()
    sys.excepthook(Slip, error, error.__traceback__)
    written = (folder / "annotator.log").read_text(encoding="utf-8")
    assert "Slip: … at 14" in written
    assert not set(WORDS) & set(written)


def test_what_qt_says_is_written_down(watch: CrashWatch, folder: Path) -> None:
    qWarning("a painter was left open")
    log.take_qt_message(QtMsgType.QtCriticalMsg, QMessageLogContext(), WORDS)
    written = (folder / "annotator.log").read_text(encoding="utf-8")
    assert "WARNING Qt: a painter was left open" in written
    assert "ERROR Qt: …" in written


def test_the_log_never_takes_more_than_three_files_of_a_megabyte(folder: Path) -> None:
    for _ in range(450):
        log.logger().log(logging.INFO, "x" * 9_000)
    files = sorted(folder.iterdir())
    assert [file.name for file in files] == ["annotator.log", "annotator.log.1", "annotator.log.2"]
    assert all(file.stat().st_size <= log.MOST_BYTES for file in files)


def test_a_folder_that_is_none_is_no_reason_not_to_work(tmp_path: Path) -> None:
    assert log.start(tmp_path / "missing") is None


def test_the_dialog_copies_its_report_and_asks_to_quit(qtbot: QtBot) -> None:
    text = report(slip())
    dialog = CrashDialog(load_theme(is_dark=False, language="en"), text)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == text
    with qtbot.waitSignal(dialog.quit_asked):
        QTest.mouseClick(dialog.quit, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
