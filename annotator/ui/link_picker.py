"""Where a mention gets its programme: a field for names, aliases and pinyin initials, and the programmes beneath it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from annotator.core.scheme import Scheme
from annotator.project.linking import name_key
from annotator.session.items import Item
from annotator.session.linking import Choice, Why, alias_meant, matching
from annotator.ui.field import Field
from annotator.ui.link_popup import Popup, PopupRow
from annotator.ui.quiet_list import QuietList
from annotator.ui.theme import Theme

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -9, Qt.Key.Key_PageDown: 9}


class _Field(Field):
    """Arrows walk in the list beneath.

    Signals:
        stepped: the reader wants to go so many lines further.
        emptied: Backspace was pressed with nothing left to delete.
        abandoned: the focus went elsewhere in the window.
    """

    stepped = Signal(int)
    emptied = Signal()
    abandoned = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.stepped.emit(_STEPS[key])
            event.accept()
        elif key == Qt.Key.Key_Backspace and not self.text() and not event.isAutoRepeat():
            # Held down, Backspace deletes what was typed and stops there.
            self.emptied.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}:
            self.abandoned.emit()


class LinkPicker(Popup):
    """Enter links, Esc leaves, Backspace in the empty field unlinks.

    Signals:
        chosen: the id of the programme to link to; empty for none.
        new_asked: the name of a programme to add to the register and link to.
        left: the reader is done.
    """

    chosen = Signal(str)
    new_asked = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, scheme: Scheme, page: QWidget) -> None:
        rows = QuietList()
        rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        super().__init__(theme, scheme, rows, page)
        self._theme = theme
        self._scheme = scheme
        self._choices: Sequence[Choice] = ()
        self._shown: Sequence[Choice] = ()
        self._names: set[str] = set()
        self._is_linked = False
        self._is_open = True
        self._may_add = False
        rows.setAccessibleName(self.tr("Programmes"))
        self._field = _Field()
        self._field.setFont(theme.ui_font(13))
        self._field.setMaxLength(200)
        self._field.setPlaceholderText(self.tr("Name, alias or pinyin initials"))
        self._field.setAccessibleName(self.tr("Programme"))
        line = QHBoxLayout()
        line.setContentsMargins(10, 0, 10, 4)
        line.addWidget(self._field)
        self.body.insertLayout(1, line)
        self._field.textChanged.connect(self._on_text_changed)
        self._field.returnPressed.connect(self._on_return)
        self._field.escaped.connect(self._on_left)
        self._field.stepped.connect(self.step)
        self._field.emptied.connect(self._on_emptied)
        self._field.abandoned.connect(self.hide)
        rows.clicked.connect(self._on_clicked)

    def ask(self, item: Item, choices: Sequence[Choice], *, may_add: bool) -> None:
        """Let the reader choose one of `choices`, in their order, for `item`; call `show_beside` next."""
        self._choices, self._may_add = choices, may_add
        self._names = {name_key(name) for c in choices for name in (c.programme.name, *c.programme.aliases)} if may_add else set()
        self._is_linked, self._is_open = item.programme is not None, not item.is_mark
        self.title.setText(self.tr("Programme of “{mention}”").format(mention="".join(item.surface.split())))
        self._field.clear()
        self._on_text_changed("")

    def take_focus(self) -> None:
        """Let the reader type."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_text_changed(self, typed: str) -> None:
        self._shown = matching(self._choices, typed)
        rows = [self._row(choice, i) for i, choice in enumerate(self._shown)]
        if self._is_linked and not typed.strip():
            rows.append(PopupRow(self.tr("No programme"), "Backspace", opens_group=True))
        if self._offers_new(typed):
            rows.append(PopupRow(self.tr("Add “{name}” to the register").format(name=typed.strip()), opens_group=True))
        # Nothing speaks for the first of a plain list: Enter alone must not link to it.
        sure = bool(typed.strip()) or (bool(self._shown) and self._shown[0].why.is_suggestion)
        self.show_rows(rows, 0 if rows and sure else -1)
        enter = self.tr("Enter accepts and links") if self._is_open else self.tr("Enter links")
        keys = (self.tr("↑ ↓ choose"), enter, self.tr("Backspace unlinks") if self._is_linked else "", self.tr("Esc leaves"))
        self.keys.setText("   ".join(key for key in keys if key))

    def _offers_new(self, typed: str) -> bool:
        name = name_key(typed)
        # Latin letters that found something are pinyin initials.
        return self._may_add and bool(name) and name not in self._names and not (name.isascii() and self._shown)

    def _row(self, choice: Choice, at: int) -> PopupRow:
        before = self._shown[at - 1].why.is_suggestion if at else False
        alias = alias_meant(choice.programme, self._field.text())
        return PopupRow(
            choice.programme.name,
            self._why(choice),
            choice.programme.label,
            opens_group=before and not choice.why.is_suggestion,
            after=f"  {alias}" if alias else "",
        )

    def _why(self, choice: Choice) -> str:
        if choice.why is Why.LINKED:
            return self.tr("linked now")
        if choice.why is Why.BEFORE:
            return self.tr("before: “{mention}”").format(mention=choice.mention)
        if choice.why is Why.NAME:
            return self.tr("goes by this name")
        if choice.why is Why.LEXICON:
            return self.tr("from the lexicon")
        if choice.why is Why.HERE:
            return self.tr("linked so in this article")
        label = self._scheme.label(choice.programme.label)
        return label.short.get(self._theme.language) if label is not None else choice.programme.label

    def _choose(self, row: int) -> None:
        typed = self._field.text()
        if 0 <= row < len(self._shown):
            self._leave()
            self.chosen.emit(self._shown[row].programme.id)
        elif row >= 0 and self._offers_new(typed):
            self._leave()
            self.new_asked.emit(" ".join(typed.split()))
        elif row >= 0:
            self._leave()
            self.chosen.emit("")

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    def _on_return(self) -> None:
        self._choose(self.current)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(index.row())

    def _on_emptied(self) -> None:
        if self._is_linked:
            self._leave()
            self.chosen.emit("")

    def _on_left(self) -> None:
        self._leave()
