"""The power is cut on what the program really asked of the system."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from tests.faults.damage import made
from tests.faults.disk import Sync
from tests.faults.recorded_cut import SESSIONS, Recording, cut, recorded
from tests.faults.recording import can_record

pytestmark = pytest.mark.skipif(bool(can_record()), reason=can_record() or "strace is there")

SHORT = tuple(name for name in SESSIONS if name != "decide")


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("worked"), 40)


@pytest.fixture(scope="module")
def decided(worked: Path, tmp_path_factory: pytest.TempPathFactory) -> Recording:
    return recorded("decide", tmp_path_factory.mktemp("decided"), worked)


def test_every_acknowledged_decision_survives_a_power_cut(decided: Recording, tmp_path: Path) -> None:
    told = cut(decided, 25, tmp_path, random.Random(1))
    assert told.wrong == []
    assert told.states == 25
    assert told.syncs > 20
    assert told.looked_for > 25 * 40


def test_a_log_that_is_not_synced_would_be_found_out(decided: Recording, tmp_path: Path) -> None:
    """The trial can fail: without the syncs of the log, the same cuts lose decisions."""
    careless = [event for event in decided.events if not (isinstance(event, Sync) and event.path.endswith("-wal"))]
    told = cut(replace(decided, events=careless), 10, tmp_path, random.Random(1))
    assert told.lost > 0


@pytest.mark.parametrize("name", SHORT)
def test_long_work_survives_a_power_cut_and_leaves_nothing_half_written(name: str, worked: Path, tmp_path: Path) -> None:
    places = tmp_path / "states"
    places.mkdir()
    told = cut(recorded(name, tmp_path, worked), 8, places, random.Random(2))
    assert told.wrong == []
    assert told.looked_for > 0


@pytest.mark.parametrize("name", ["export", "hand-in"])
def test_a_file_that_is_not_synced_before_it_is_named_would_be_found_out(name: str, worked: Path, tmp_path: Path) -> None:
    recording = recorded(name, tmp_path, worked)
    careless = [event for event in recording.events if not isinstance(event, Sync) or event.path == "."]
    places = tmp_path / "states"
    places.mkdir()
    told = cut(replace(recording, events=careless), 12, places, random.Random(3))
    assert any("half of" in sentence for sentence in told.wrong)
