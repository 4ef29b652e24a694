"""Choosing by name: the command palette, and the labels with their guideline."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from annotator.core.scheme import Label
from annotator.features.room import Room
from annotator.session.desk import Desk
from annotator.session.palette import Catalogue, Entry, Group, Recent
from annotator.store.articles import ArticleRow
from annotator.ui.commands import COMMANDS, words
from annotator.ui.palette import Offer, Palette

_ITSELF = frozenset({"palette", "choose_label", "leave"})


class Chooser(QObject):
    """Opens the palette over the window, and does what is chosen there."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.room = room
        self._palette: Palette | None = None
        self._before: QWidget | None = None
        self._articles = Catalogue.of(())

    def ask(self) -> None:
        """Open the palette with everything; where it is open, close it."""
        if self._palette is not None and self._palette.isVisible():
            self._on_left()
            return
        is_covered = bool(self.room.window.covered_by)
        desk = self.room.desk if not is_covered else None
        commands = (Group.COMMAND, Catalogue.of(self._of_commands()))
        if desk is None:
            self._open([commands], (), None)
            return
        rows = desk.rows()
        labels = (Group.LABEL, Catalogue.of(self._of_labels(desk)))
        self._open([labels, commands, (Group.ARTICLE, self._of_articles(rows))], rows, None)

    def ask_label(self) -> None:
        """Open the palette with the labels, for the selection or the current span."""
        desk = self.room.desk
        if desk is not None and desk.may_write():
            if desk.current is None and desk.selection is None:
                self.room.say(QCoreApplication.translate("Palette", "Select words first: a label needs something to stand on."))
                return
            labels = [_of_label(label, self.room.theme.language) for label in desk.scheme.labels]
            self._open([(Group.LABEL, Catalogue.of(labels))], (), Group.LABEL)

    def _open(self, groups: Sequence[tuple[Group, Catalogue]], rows: Sequence[ArticleRow], only: Group | None) -> None:
        palette = self._made()
        self._before = QApplication.focusWidget()
        filled = tuple((group, catalogue) for group, catalogue in groups if catalogue.entries)
        progress = {row.id: row.status for row in rows}
        palette.ask(Offer(filled, Recent(self.room.settings.chosen), progress, self._guideline), only=only)

    def _made(self) -> Palette:
        """Return the palette of this project, made when it is asked for first."""
        if self._palette is None:
            scheme = self.room.desk.scheme if self.room.desk is not None else None
            palette = self._palette = Palette(self.room.theme, scheme, self.room.window)
            palette.chosen.connect(self._on_chosen)
            palette.left.connect(self._on_left)
        return self._palette

    def close(self) -> None:
        """Take the palette away."""
        if self._palette is not None:
            self._palette.hide()
            self._palette.deleteLater()
            self._palette = None

    def _of_commands(self) -> list[Entry]:
        """Return what can be done now."""
        window = self.room.window
        actions = ((command, window.command(command.id)) for command in COMMANDS if command.id not in _ITSELF)
        return [
            Entry(Group.COMMAND, command.id, words(command.text), (command.text,), window.first_key(command.id))
            for command, action in actions
            if action.isEnabled() and action.isVisible()
        ]

    def _of_labels(self, desk: Desk) -> list[Entry]:
        """Return the labels as verdicts, where there is something that they can be given to."""
        if not desk.is_writable or (desk.current is None and desk.selection is None):
            return []
        template = QCoreApplication.translate("Palette", "Label as {name}")
        plain = (_of_label(label, self.room.theme.language) for label in desk.scheme.labels)
        return [replace(entry, title=template.format(name=entry.title), aliases=(entry.title, *entry.aliases)) for entry in plain]

    def _of_articles(self, rows: Sequence[ArticleRow]) -> Catalogue:
        """Return the articles; they are prepared again only when there are others, for there may be a hundred thousand."""
        entries = [_of_article(row) for row in rows]
        if list(self._articles.entries) != entries:
            self._articles = Catalogue.of(entries)
        return self._articles

    def _guideline(self, label_id: str) -> str:
        desk, views = self.room.desk, self.room.views
        label = desk.scheme.label(label_id) if desk is not None else None
        return views.labels.guideline(label) if label is not None and views is not None else ""

    def _on_chosen(self, entry: object) -> None:
        self._go_back()
        if isinstance(entry, Entry):
            chosen = Recent(self.room.settings.chosen).chosen(entry).names
            self.room.change_settings(replace(self.room.settings, chosen=chosen))
            self._do(entry)

    def _do(self, entry: Entry) -> None:
        desk = self.room.desk
        if entry.group is Group.COMMAND:
            self.room.window.command(entry.id).trigger()
        elif desk is not None and entry.group is Group.LABEL:
            desk.label(entry.id)
        elif desk is not None:
            desk.open(entry.id)

    def _on_left(self) -> None:
        if self._palette is not None:
            self._palette.hide()
        self._go_back()

    def _go_back(self) -> None:
        """Give the focus back; the reader's selection stays, for it is what a label is for."""
        before, self._before = self._before, None
        if self.room.desk is not None and not self.room.window.covered_by and self.room.views is not None:
            self.room.views.reading.setFocus(Qt.FocusReason.PopupFocusReason)
        elif before is not None:
            before.setFocus(Qt.FocusReason.PopupFocusReason)


def _of_label(label: Label, language: str) -> Entry:
    title = label.name.get(language)
    return Entry(Group.LABEL, label.id, title, (label.name.zh, label.name.en, label.short.zh, label.short.en, label.id), label.key)


def _of_article(row: ArticleRow) -> Entry:
    name = f"A{row.number:04d}"
    return Entry(Group.ARTICLE, row.id, row.title or name, (name, row.file), note=f"{name} · {row.file}")
