"""The disk that power cuts are tried on keeps what was synced, and nothing else for sure."""

import random

from hypothesis import given
from hypothesis import strategies as st

from tests.faults.disk import Create, Disk, Event, Rename, Sync, Truncate, Unlink, Write

NAMES = st.sampled_from(["a", "b", "sub/c"])
EVENTS = st.one_of(
    st.builds(Write, NAMES, st.integers(0, 2_000), st.binary(min_size=1, max_size=1_500)),
    st.builds(Truncate, NAMES, st.integers(0, 2_000)),
    st.builds(Sync, st.sampled_from(["a", "b", "sub/c", ".", "sub"])),
    st.builds(Create, NAMES),
    st.builds(Rename, NAMES, NAMES),
    st.builds(Unlink, NAMES),
)


def done(events: list[Event]) -> Disk:
    disk = Disk({"a": b"old"})
    for event in events:
        disk.do(event)
    return disk


def states(disk: Disk) -> list[dict[str, bytes]]:
    return [disk.after_a_cut(random.Random(seed)) for seed in range(200)]


@given(st.lists(EVENTS, max_size=12), st.integers())
def test_what_was_synced_with_its_name_is_there_as_it_was(events: list[Event], seed: int) -> None:
    disk = done([*events, Sync("a"), Sync("b"), Sync("sub/c"), Sync("."), Sync("sub")])
    assert disk.after_a_cut(random.Random(seed)) == disk.what_is_kept() == disk.everything()


def test_of_a_write_that_was_not_synced_any_sectors_may_be_there() -> None:
    found = {state["a"] for state in states(done([Write("a", 0, b"x" * 1024)]))}
    assert b"old" in found
    assert b"x" * 1024 in found
    assert b"x" * 512 + bytes(512) in found
    assert b"old" + bytes(509) + b"x" * 512 in found


def test_writes_that_were_not_synced_reach_the_disk_in_any_order() -> None:
    found = {state["a"] for state in states(done([Write("a", 0, b"1"), Write("a", 1, b"2")]))}
    assert found >= {b"old", b"1ld", b"o2d", b"12d"}


def test_a_file_that_is_renamed_before_it_is_synced_may_be_empty_under_its_new_name() -> None:
    found = states(done([Create("new"), Write("new", 0, b"text"), Rename("new", "a"), Sync(".")]))
    assert {state["a"].strip(b"\0") for state in found} == {b"", b"text"}


def test_a_synced_file_may_lack_its_name_until_its_folder_is_synced() -> None:
    events: list[Event] = [Create("b"), Write("b", 0, b"text"), Sync("b")]
    assert {state.get("b") for state in states(done(events))} == {None, b"text"}
    assert {state.get("b") for state in states(done([*events, Sync(".")]))} == {b"text"}


def test_a_name_that_was_taken_away_may_come_back() -> None:
    assert {state.get("a") for state in states(done([Unlink("a")]))} == {None, b"old"}


def test_a_folder_takes_along_what_is_in_it() -> None:
    events: list[Event] = [Create("new/part"), Write("new/part", 0, b"text"), Sync("new/part"), Sync("new"), Rename("new", "out")]
    assert {frozenset(state) for state in states(done(events))} == {frozenset({"a", "new/part"}), frozenset({"a", "out/part"})}
