"""One tab of entries: a filter, a table, the fields of the current row beside it. Kinds of entries say what stands in them."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.core.scheme import Scheme
from annotator.project.precision import Worth
from annotator.session.knowledge import Knowledge
from annotator.session.knowledge_checks import Complaints
from annotator.session.knowledge_files import Shelf
from annotator.session.translating import sentence
from annotator.ui.field import Field
from annotator.ui.key_sheet import shown_key
from annotator.ui.knowledge_form import FieldSpec, Form
from annotator.ui.knowledge_table import Column, EntryTable, Rows
from annotator.ui.plain_label import PlainLabel
from annotator.ui.theme import Theme

Hints = Sequence[tuple[str, str]]
translate = QCoreApplication.translate
_FORM_SHARE, _FORM_LEAST, _FORM_MOST = 0.34, 264, 420
_KEYS = {"/": "filter", "Return": "edit", "Enter": "edit", "F2": "edit", "Ctrl+Z": "undo", "Ctrl+Shift+Z": "redo", "Ctrl+Y": "redo"}


def words(text: str) -> str:
    """Return a text of the page in the language of the window."""
    return QCoreApplication.translate("Knowledge", text)


def spoken(complaints: Complaints) -> dict[str, str]:
    """Return complaints as sentences in the language of the window."""
    return {name: sentence("Knowledge", template, facts) for name, (template, facts) in complaints.items()}


class Part(QWidget):
    """What all tabs of entries do: filter, go, edit in the fields, keep or give up.

    Signals:
        said: a sentence.
        file_asked: `import` or `export` of the tab's `shelf`.
    """

    said = Signal(str)
    file_asked = Signal(str)
    shelf: Shelf | None = None

    def __init__(
        self,
        theme: Theme,
        knowledge: Knowledge,
        columns: Sequence[Column],
        fields: Sequence[FieldSpec],
        keys: Mapping[str, str],
    ) -> None:
        super().__init__()
        self.theme, self.knowledge = theme, knowledge
        self.scheme: Scheme = knowledge.scheme
        self.filter = Field()
        self.filter.setFont(theme.ui_font(13))
        self.filter.setPlaceholderText(translate("Knowledge", "Filter") + "   /")
        self.filter.setAccessibleName(translate("Knowledge", "Filter"))
        self.filter.setClearButtonEnabled(True)
        self.figure = PlainLabel()
        self.figure.setObjectName("meta")
        self.figure.setFont(theme.ui_font(12))
        self.rows = Rows(columns, self.found_by, self)
        self.table = EntryTable(theme, self.rows, {**_KEYS, **keys}, self.notice)
        self.form = Form(theme, fields)
        self._edited: object = None
        self._is_new = False
        self._lay_out()
        # Not before it stands in the page: it would open as a window of its own.
        self.form.setVisible(bool(fields))
        self._connect()

    # What a kind of entries says

    def entries(self) -> Sequence[Any]:
        """Return all rows."""
        raise NotImplementedError

    def found_by(self, row: Any) -> str:  # noqa: ANN401 (each tab has its own rows)
        """Return what the filter looks in."""
        raise NotImplementedError

    def is_same(self, row: Any, other: Any) -> bool:  # noqa: ANN401
        """Say whether two rows are the same entry, before and after an edit."""
        return bool(row == other)

    def values_of(self, row: Any) -> Mapping[str, str]:  # noqa: ANN401
        """Return what stands in the fields for a row; for None, those of a new entry."""
        raise NotImplementedError

    def keep(self, old: Any, values: Mapping[str, str]) -> Complaints:  # noqa: ANN401
        """Keep what was written, in the place of `old` (None: a new entry); return what is wrong with it."""
        raise NotImplementedError

    def act(self, command: str) -> None:
        """Do what a key of the table asks for."""
        raise NotImplementedError

    def hints(self) -> Hints:
        """Return the keys of the tab, for the status line."""
        raise NotImplementedError

    def buttons(self) -> Sequence[tuple[str, str, str]]:
        """Return `(words, key, command)` of the buttons above the table."""
        return ()

    def notice(self) -> str:
        """Return what an empty table says."""
        return (
            translate("Knowledge", "Nothing here fits the filter.")
            if self.filter.text()
            else translate("Knowledge", "Nothing is here yet.")
        )

    # For all

    @property
    def may_edit(self) -> bool:
        """Whether anything can be changed."""
        return self.knowledge.why_not is None

    def refresh(self) -> None:
        """Show what is held now; the current entry stays current."""
        before, at = self.table.current, self.table.currentIndex().row()
        self.rows.set_rows(self.entries())
        same = next((n for n, row in enumerate(self.rows.rows) if before is not None and self.is_same(row, before)), None)
        self.table.go_to(same if same is not None else max(at, 0))
        self._show_figure()
        self._show_current()

    def show_counts(self) -> None:
        """Show figures that were counted anew."""
        self.rows.repaint()

    def go_to_entry(self, entry: object) -> None:
        """Make an entry current, if the filter shows it."""
        at = next((n for n, row in enumerate(self.rows.rows) if self.is_same(row, entry)), None)
        if at is not None:
            self.table.go_to(at)

    def add(self, like: Mapping[str, str] | None = None) -> None:
        """Begin a new entry in the fields."""
        if not self.may_edit:
            self.said.emit(words(self.knowledge.why_not or ""))
            return
        if not self.settle():
            return
        self._edited, self._is_new = None, True
        self.form.show_values({**self.values_of(None), **(like or {})}, is_enabled=True)
        self.on_form_shown()
        self.form.focus_field()

    def settle(self) -> bool:
        """Keep what is being written; False where something is wrong with it, which then stands under the field."""
        return not self.form.is_dirty or self._save()

    def take_focus(self) -> None:
        """Go to the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_form_shown(self) -> None:
        """Do what else belongs to showing an entry in the fields."""

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(16, 8, 16, 8)
        top.setSpacing(8)
        top.addWidget(self.filter, 1)
        top.addWidget(self.figure)
        for title, key, command in self.buttons():
            top.addWidget(self._button(title, key, command))
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addLayout(top)
        left.addWidget(self.table, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.form)

    def _button(self, title: str, key: str, command: str) -> QPushButton:
        button = QPushButton(f"{title}   {shown_key(key)}")
        button.setFont(self.theme.ui_font(12))
        button.setProperty("isSmall", True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setObjectName(command)
        button.clicked.connect(self._on_button)
        return button

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._on_filtered)
        self.filter.returnPressed.connect(self.take_focus)
        self.filter.escaped.connect(self._on_filter_escaped)
        self.table.asked.connect(self._on_asked)
        self.table.went.connect(self._on_went)
        self.table.doubleClicked.connect(self._on_double_clicked)
        self.form.saved.connect(self._on_saved)
        self.form.escaped.connect(self._on_given_up)

    def _save(self) -> bool:
        complaints = self.keep(self._edited, self.form.values())
        self.form.show_complaints(spoken(complaints))
        if complaints:
            self.form.focus_field(next(iter(complaints)))
            return False
        self.form.is_dirty = False
        self._show_current()
        return True

    def _show_current(self) -> None:
        if self.form.is_dirty:
            return
        self._edited, self._is_new = self.table.current, False
        if self._edited is None:
            self.form.show_values({}, is_enabled=False)
        else:
            self.form.show_values(self.values_of(self._edited), is_enabled=self.may_edit)
        self.on_form_shown()

    def _show_figure(self) -> None:
        shown, total = len(self.rows.rows), self.rows.total
        self.figure.setText(f"{total:,}" if shown == total else f"{shown:,} / {total:,}")

    def _on_filtered(self) -> None:
        self.rows.set_filter(self.filter.text())
        self.table.go_to(0)
        self._show_figure()
        self._show_current()

    def _on_filter_escaped(self) -> None:
        if self.filter.text():
            self.filter.clear()
        self.take_focus()

    def _on_asked(self, command: str) -> None:
        if command == "filter":
            self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.filter.selectAll()
        elif command == "edit":
            self._edit()
        elif command in {"undo", "redo"}:
            (self.knowledge.undo if command == "undo" else self.knowledge.redo)()
        elif command in {"import", "export"}:
            self.file_asked.emit(command)
        else:
            self.act(command)

    def _edit(self) -> None:
        if not self.may_edit:
            self.said.emit(words(self.knowledge.why_not or ""))
        elif self.table.current is not None:
            self.form.focus_field()

    def _on_button(self) -> None:
        button = self.sender()
        if button is not None:
            self._on_asked(button.objectName())

    def _on_double_clicked(self) -> None:
        self._edit()

    def _on_went(self) -> None:
        if self.form.is_dirty:
            # Keeping it fills the table anew, which it cannot bear while it changes rows.
            QTimer.singleShot(0, self, self._settle_and_show)
        else:
            self._show_current()

    def _settle_and_show(self) -> None:
        if self.settle():
            self._show_current()

    def _on_saved(self) -> None:
        if (self.form.is_dirty or self._is_new) and not self._save():
            return
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_given_up(self) -> None:
        self.form.is_dirty = False
        self._show_current()
        self.take_focus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.form.setFixedWidth(max(_FORM_LEAST, min(_FORM_MOST, int(self.width() * _FORM_SHARE))))


# What several tabs show


def label_options(scheme: Scheme, language: str) -> tuple[tuple[str, str], ...]:
    """Return the labels for a choice, each with its key before its name."""
    return tuple((f"{label.key}  {label.name.get(language)}".strip(), label.id) for label in scheme.labels)


def label_keys(scheme: Scheme) -> tuple[tuple[str, str], ...]:
    """Return the keys of the labels with their ids."""
    return tuple((label.key, label.id) for label in scheme.labels if label.key)


def label_column(scheme: Scheme, theme: Theme, *, weight: float = 1.4) -> Column:
    """Return the column of labels, each with its colour."""

    def text(row: Any) -> str:  # noqa: ANN401
        given = getattr(row, "label", "")
        label = scheme.label(given)
        return label.name.get(theme.language) if label is not None else given

    def dot(row: Any) -> QColor | None:  # noqa: ANN401
        label = scheme.label(getattr(row, "label", ""))
        return QColor(theme.colour(label).line) if label is not None else None

    return Column(translate("Knowledge", "Label"), text, weight, dot=dot)


def percent(worth: Worth) -> str:
    """Return a precision for a cell, empty where nothing was decided."""
    return "" if worth.precision is None else f"{worth.precision:.0%}".replace("%", " %")
