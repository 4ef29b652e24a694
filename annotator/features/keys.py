"""Keys as the reader wants them: the page to change them, and everything that shows them."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from annotator.core.scheme import Scheme
from annotator.features.feature import Commands, Feature
from annotator.features.room import Room
from annotator.features.views import Views
from annotator.session.desk import Desk
from annotator.session.keymap import Keymap
from annotator.ui.commands import COMMANDS, words

# What the status line names while spans are decided.
_HINTS = ("accept", "reject", "skip", "finish", "keys")


class KeyChanging(Feature):
    """Gives the window the keys that the settings say."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        usual = {command.id: command.keys for command in COMMANDS}
        self._keymap = Keymap.of(usual, room.settings.keys)
        self._page: QWidget | None = None

    @override
    def commands(self) -> Commands:
        return {"change_keys": self._toggle}

    @override
    def opened(self, desk: Desk, views: Views) -> None:
        self.show_keys(desk.scheme)

    @override
    def closing(self) -> None:
        self._page = None

    def show_keys(self, scheme: Scheme | None = None) -> None:
        """Give the commands their keys; a label of the open project's `scheme` comes before a key that the reader chose."""
        labels = {label.key for label in scheme.labels if label.key} if scheme is not None else set()
        chosen = {name: tuple(key for key in keys if key.upper() not in labels) for name, keys in self._keymap.all().items()}
        window = self.room.window
        window.set_keys(chosen)
        texts = {command.id: words(command.text) for command in COMMANDS}
        window.status_line.show_hints([(window.first_key(name), texts[name]) for name in _HINTS if window.first_key(name)])

    def _toggle(self) -> None:
        if self._page is not None:
            self._leave()
            return
        if self.room.window.covered_by:
            return
        scheme = self.room.desk.scheme if self.room.desk is not None else None
        language = self.room.theme.language
        labels = {label.key: (label.id, label.name.get(language)) for label in scheme.labels if label.key} if scheme is not None else {}
        from annotator.ui.key_page import KeyPage  # noqa: PLC0415 (a window that only annotates starts without)

        self._page = page = KeyPage(self.room.theme, COMMANDS, self._keymap, labels)
        page.changed.connect(self._on_changed)
        page.left.connect(self._leave)
        self.room.window.cover(page, name="change_keys", keeps=frozenset({"change_keys"}))

    def _leave(self) -> None:
        if self._page is not None:
            self._page = None
            self.room.window.uncover()
            self.room.leave()

    def _on_changed(self, keymap: object) -> None:
        if isinstance(keymap, Keymap):
            self._keymap = keymap
            self.room.change_settings(replace(self.room.settings, keys=dict(keymap.changed)))
            self.show_keys(self.room.desk.scheme if self.room.desk is not None else None)
