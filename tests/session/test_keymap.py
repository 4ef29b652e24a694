"""Which keys call which command, and what stands against a new one."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.scheme import RESERVED_KEYS
from annotator.session.keymap import FIXED, Clash, Keymap, Owner
from annotator.ui.commands import COMMANDS
from annotator.ui.key_names import name_of

USUAL = {"accept": ("Space",), "reject": ("X",), "keys": ("?", "？"), "finish": ("Return", "Enter"), "leave": ("Esc",), "about": ()}
KEYS = ("Space", "X", "?", "？", "Return", "Enter", "G", "H", "Ctrl+K", "")


def test_a_command_has_its_usual_keys_until_it_gets_another() -> None:
    keymap = Keymap(USUAL)
    assert keymap.keys("accept") == ("Space",)
    other = keymap.bound("accept", "G")
    assert other.keys("accept") == ("G",)
    assert not other.is_usual("accept")
    assert keymap.is_usual("accept")


def test_only_what_differs_is_kept() -> None:
    assert Keymap(USUAL).bound("accept", "Space").changed == {}
    assert Keymap(USUAL).bound("accept", "G").changed == {"accept": ("G",)}
    assert Keymap(USUAL).bound("accept", "G").reset("accept").changed == {}


def test_a_key_of_another_command_is_taken_from_it() -> None:
    keymap = Keymap(USUAL).bound("accept", "X")
    assert (keymap.keys("accept"), keymap.keys("reject")) == (("X",), ())
    assert keymap.reset("reject").all() == USUAL | {"accept": ()}


def test_a_mark_is_bound_with_what_an_input_method_writes_instead() -> None:
    keymap = Keymap(USUAL).bound("about", ";")
    assert keymap.keys("about") == (";", "；")
    assert Keymap(USUAL).bound("about", "；").keys("about") == (";", "；")
    assert Keymap(USUAL).clash("？", "about", {}) == Clash("？", Owner.COMMAND, "keys")


def test_a_clash_says_to_whom_the_key_belongs() -> None:
    keymap = Keymap(USUAL)
    labels = {"1": "POLICY", "Q": "ECOLOGY"}
    assert keymap.clash("X", "accept", labels) == Clash("X", Owner.COMMAND, "reject")
    assert keymap.clash("Q", "accept", labels) == Clash("Q", Owner.LABEL, "ECOLOGY")
    assert keymap.clash("Enter", "accept", labels) == Clash("Enter", Owner.COMMAND, "finish")
    for key, owner in (
        ("Ctrl+Space", Owner.INPUT_METHOD),
        ("Shift+Space", Owner.INPUT_METHOD),
        ("Ctrl+.", Owner.INPUT_METHOD),
        ("Ctrl+Shift+F", Owner.INPUT_METHOD),
        ("Ctrl+Alt+Up", Owner.DRIVER),
        ("Tab", Owner.SYSTEM),
        ("Alt+F4", Owner.SYSTEM),
    ):
        assert keymap.clash(key, "accept", labels) == Clash(key, owner)
    assert keymap.clash("Space", "accept", labels) is None
    assert keymap.clash("G", "accept", labels) is None


def test_what_a_newer_version_does_not_know_is_left_out() -> None:
    keymap = Keymap.of(USUAL, {"gone": ("G",), "accept": ("H",), "leave": ("J",), "about": ("Ctrl+Space",)})
    assert keymap.changed == {"accept": ("H",)}


def test_a_key_that_the_reader_chose_stays_when_a_new_command_wants_it() -> None:
    keymap = Keymap.of(USUAL | {"new": ("G",)}, {"accept": ("G",)})
    assert (keymap.keys("accept"), keymap.keys("new")) == (("G",), ())


@given(st.lists(st.tuples(st.sampled_from(sorted(USUAL.keys() - FIXED)), st.sampled_from(KEYS)), max_size=12))
def test_no_key_ever_calls_two_commands(binds: list[tuple[str, str]]) -> None:
    keymap = Keymap(USUAL)
    for command, key in binds:
        keymap = keymap.reset(command) if key == "H" else keymap.bound(command, key)
    keys = [key for of_one in keymap.all().values() for key in of_one]
    assert len(keys) == len(set(keys))
    assert Keymap.of(USUAL, keymap.changed) == keymap


def test_the_command_table_clashes_with_nothing_and_no_label_can_clash_with_it() -> None:
    keymap = Keymap({command.id: command.keys for command in COMMANDS})
    for command in COMMANDS:
        for key in command.keys:
            assert name_of(key) == key
            if command.id not in FIXED:
                assert keymap.clash(key, command.id, {}) is None, (command.id, key)
            if len(key) == 1 and key.isalpha() and key.isascii():
                assert key in RESERVED_KEYS
