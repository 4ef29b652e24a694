"""Which keys call which command: the usual ones, what the reader made of them, and what a key would get in the way of.

Keys are portable names (`Ctrl+Shift+K`, `Space`, `?`), as in the command table.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

Keys = tuple[str, ...]

# A Chinese input method writes the same key as another character; the number pad has an Enter of its own.
_TWINS = {"?": "？", "[": "【", "]": "】", ";": "；", ",": "，", ".": "。", "\\": "、", "!": "！", ":": "：", "Return": "Enter"}
_FIRST_OF_TWINS = {twin: key for key, twin in _TWINS.items()}

# Switches of input methods: Windows and IBus (Ctrl+Space, Shift+Space, Ctrl+.), Sogou and Microsoft Pinyin (Ctrl+Shift+F).
_INPUT_METHODS = frozenset({"Ctrl+Space", "Shift+Space", "Ctrl+.", "Ctrl+Shift+F", "Shift", "Ctrl+Shift", "Alt+Shift"})
# Turns the screen on some graphics drivers.
_DRIVERS = frozenset(f"Ctrl+Alt+{arrow}" for arrow in ("Up", "Down", "Left", "Right"))
# What text fields, lists, menus and the window system do with these cannot be taken from them.
_QT = frozenset(
    {"Esc", "Tab", "Shift+Tab", "Backtab", "Shift+Backtab", "PgUp", "PgDown", "Home", "End", "Menu", "F10", "Shift+F10"}
    | {"Alt+F4", "Alt+Tab", "Ctrl+X", "Ctrl+V", "Ctrl+A", "Backspace", "Del", "Ctrl+Tab", "Ctrl+Shift+Tab", "Print", "CapsLock"}
)
# These leave a page; a window without a way out is a trap.
FIXED = frozenset({"leave"})


class Owner(Enum):
    """To whom a key belongs."""

    COMMAND = "command"
    LABEL = "label"
    INPUT_METHOD = "input method"
    DRIVER = "driver"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Clash:
    """`key` belongs to `owner`; `name` is the id of the command or label."""

    key: str
    owner: Owner
    name: str = ""


@dataclass(frozen=True, slots=True)
class Keymap:
    """`usual` are the keys of every command in the order of the table, `changed` those of the commands that have others."""

    usual: Mapping[str, Keys] = field(hash=False)
    changed: Mapping[str, Keys] = field(default_factory=dict, hash=False)

    @classmethod
    def of(cls, usual: Mapping[str, Keys], changed: Mapping[str, Keys], *, known: Iterable[str] | None = None) -> "Keymap":
        """Return the keymap with what is left of `changed`: commands there are, and keys that no two of them share.

        Where given, only keys in `known` are taken. A newer version may have given a key of the reader's to a new command; the
        reader keeps it.
        """
        names = None if known is None else frozenset(known)
        keymap = cls(usual)
        for command, keys in changed.items():
            if command in usual and command not in FIXED:
                mine = tuple(key for key in keys if (names is None or key in names) and _stranger(key) is None)
                keymap = keymap._bound(command, mine)
        return keymap

    def keys(self, command: str) -> Keys:
        """Return the keys of a command, the one to show first."""
        return self.changed.get(command, self.usual[command])

    def all(self) -> dict[str, Keys]:
        """Return the keys of all commands."""
        return {command: self.keys(command) for command in self.usual}

    def is_usual(self, command: str) -> bool:
        """Say whether a command has its usual keys."""
        return command not in self.changed

    def clash(self, key: str, command: str, labels: Mapping[str, str]) -> Clash | None:
        """Return what stands against `key` calling `command`; `labels` are the keys of the scheme's labels with their ids."""
        owner = _stranger(key)
        if owner is not None:
            return Clash(key, owner)
        if key.upper() in labels:
            return Clash(key, Owner.LABEL, labels[key.upper()])
        wanted = set(_twins(key))
        other = next((name for name in self.usual if name != command and wanted & set(self.keys(name))), None)
        return Clash(key, Owner.COMMAND, other) if other is not None else None

    def bound(self, command: str, key: str) -> "Keymap":
        """Return the keymap in which `key` (empty: none) calls `command`, and no other command."""
        return self._bound(command, _twins(key) if key else ())

    def reset(self, command: str) -> "Keymap":
        """Return the keymap in which `command` has its usual keys, and no other command has them."""
        return self._bound(command, self.usual[command])

    def _bound(self, command: str, keys: Keys) -> "Keymap":
        changed = dict(self.changed)
        for other in self.usual:
            kept = tuple(key for key in self.keys(other) if key not in keys)
            if other != command and kept != self.keys(other):
                changed[other] = kept
        changed[command] = keys
        return replace(self, changed={name: now for name, now in changed.items() if now != self.usual[name]})


def _twins(key: str) -> Keys:
    first = _FIRST_OF_TWINS.get(key, key)
    return (first, _TWINS[first]) if first in _TWINS else (first,)


def _stranger(key: str) -> Owner | None:
    if key in _INPUT_METHODS:
        return Owner.INPUT_METHOD
    if key in _DRIVERS:
        return Owner.DRIVER
    return Owner.SYSTEM if key in _QT else None
