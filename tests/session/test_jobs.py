"""Jobs outlive whoever asked for them: Qt ends the whole program when a running thread is destroyed."""

from collections.abc import Sequence
from threading import Event

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from annotator.session.errands import Errands
from annotator.session.jobs import Job, Progress, finish_all
from annotator.session.words import Words


def destroy(thing: QObject) -> None:
    thing.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_job_goes_on_when_whoever_asked_is_gone_and_nobody_hears_of_it(qtbot: QtBot) -> None:
    begun, may_end = Event(), Event()
    heard: list[object] = []

    def work(_: Progress) -> object:
        begun.set()
        assert may_end.wait(20)
        return 1

    errands = Errands()
    errands.ask("a", work, heard.append)
    assert begun.wait(20)
    destroy(errands)
    may_end.set()
    finish_all()
    qtbot.wait(0)
    assert heard == []


def test_at_the_end_every_job_is_waited_for() -> None:
    begun = Event()
    done: list[int] = []

    def work(_: Progress) -> object:
        begun.set()
        done.extend(range(100_000))
        return None

    job = Job(work)
    job.begin()
    assert begun.wait(20)
    finish_all()
    assert len(done) == 100_000
    assert job.isFinished()


def test_words_that_are_closed_before_they_warm_up_load_nothing() -> None:
    asked: list[str] = []

    def cut(text: str, _: Sequence[tuple[int, int]]) -> Sequence[int]:
        asked.append(text)
        return [0, len(text)]

    words = Words(cut)
    words.close()
    words.warm_up()
    finish_all()
    assert asked == []
    words.open("扶贫", ())
    assert words.after(0) == 2
    assert asked == ["扶贫"]


def test_whoever_waits_for_a_job_that_fails_by_a_mistake_is_told(qtbot: QtBot) -> None:
    def slip(_: Progress) -> object:
        raise KeyError("slip")

    errands = Errands()
    told: list[object] = []
    errands.failed.connect(lambda name, error: told.append((name, str(error))))
    with qtbot.captureExceptions() as mistakes:
        errands.ask("a", slip, told.append)
        qtbot.waitUntil(lambda: bool(told) and bool(mistakes))
    assert told == [("a", "The program made a mistake. This was not finished.")]
    assert [kind for kind, *_ in mistakes] == [KeyError]
    assert not errands.is_busy
