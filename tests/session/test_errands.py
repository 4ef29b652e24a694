"""Errands: one after the other; what is asked again before its turn replaces what was asked before."""

import threading

from pytestqt.qtbot import QtBot

from annotator.core.errors import InputError
from annotator.session.errands import Errands
from annotator.session.jobs import Progress


def test_of_what_is_asked_again_only_the_last_is_done_and_heard_of(qtbot: QtBot) -> None:
    errands, may_end = Errands(), threading.Event()
    done: list[int] = []
    heard: list[object] = []

    def work(number: int) -> object:
        def run(_progress: Progress) -> int:
            may_end.wait(10)
            done.append(number)
            return number

        return run

    for number in range(4):
        errands.ask("count", work(number), heard.append)  # type: ignore[arg-type]
    with qtbot.waitSignal(errands.idle):
        may_end.set()
    assert done == [0, 3]
    assert heard == [3], "the first was asked for again while it was under way"


def test_others_keep_their_turn_and_a_failure_stops_nobody(qtbot: QtBot) -> None:
    errands = Errands()
    heard: list[object] = []
    failed: list[str] = []
    errands.failed.connect(lambda name, error: failed.append(f"{name}: {error}"))

    def fail(_progress: Progress) -> object:
        raise InputError("no {what}", what="luck")

    with qtbot.waitSignal(errands.idle):
        errands.ask("bad", fail, heard.append)
        errands.ask("good", lambda _progress: "fine", heard.append)
    assert (failed, heard) == (["bad: no luck"], ["fine"])
    assert not errands.is_busy


def test_closing_waits_and_nobody_hears_of_what_still_comes(qtbot: QtBot) -> None:
    errands = Errands()
    heard: list[object] = []
    errands.ask("one", lambda _progress: 1, heard.append)
    errands.ask("two", lambda _progress: 2, heard.append)
    with qtbot.waitSignal(errands.idle):
        errands.close()
    assert heard == []
