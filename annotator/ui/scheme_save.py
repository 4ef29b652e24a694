"""Before a version is saved: what changes, in words, with how many marks each touches, and the note that goes with it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.core.scheme import Scheme
from annotator.project.designing import TOUCHING, Change, Difference
from annotator.session.translating import QT_TRANSLATE_NOOP
from annotator.ui.field import Field
from annotator.ui.plain_label import PlainLabel
from annotator.ui.quiet_browser import QuietBrowser
from annotator.ui.scheme_fields import meta
from annotator.ui.theme import Theme

_WORDS = {
    Change.ADDED: QT_TRANSLATE_NOOP("Scheme", "new label {name}"),
    Change.RENAMED: QT_TRANSLATE_NOOP("Scheme", "{name}: renamed from {before}"),
    Change.MERGED: QT_TRANSLATE_NOOP("Scheme", "{name}: merged into {into}"),
    Change.RETIRED: QT_TRANSLATE_NOOP("Scheme", "{name}: retired"),
    Change.RESTORED: QT_TRANSLATE_NOOP("Scheme", "{name}: in use again"),
    Change.REKEYED: QT_TRANSLATE_NOOP("Scheme", "{name}: key {before} → {after}"),
    Change.RECOLOURED: QT_TRANSLATE_NOOP("Scheme", "{name}: another colour"),
    Change.REDEFINED: QT_TRANSLATE_NOOP("Scheme", "{name}: definition, edge or examples changed"),
    Change.ORDER: QT_TRANSLATE_NOOP("Scheme", "labels in another order"),
    Change.OVERLAP: QT_TRANSLATE_NOOP("Scheme", "another rule for overlaps"),
    Change.GUIDELINE: QT_TRANSLATE_NOOP("Scheme", "general guideline changed"),
    Change.ATTRIBUTES: QT_TRANSLATE_NOOP("Scheme", "attributes of spans changed"),
    Change.CODES: QT_TRANSLATE_NOOP("Scheme", "codes of articles changed"),
}


def change_words(difference: Difference, new: Scheme, marks: Mapping[str, int], language: str) -> str:
    """Return one change in words, with how many marks it touches."""
    own = next((one for one in (*new.labels, *new.retired) if one.id == difference.label), None)
    into = new.label(difference.after) if difference.change is Change.MERGED else None
    words = _tr(_WORDS[difference.change]).format(
        name=own.name.get(language) if own is not None else difference.label,
        before=difference.before or "—",
        after=difference.after or "—",
        into=into.name.get(language) if into is not None else difference.after,
    )
    if difference.change not in TOUCHING:
        return words
    return words + " · " + _tr(QT_TRANSLATE_NOOP("Scheme", "{count} marks")).format(count=marks.get(difference.label, 0))


class SaveForm(QWidget):
    """Enter in the note saves, Esc goes back to the draft.

    Signals:
        saved: the note.
        escaped: Esc was pressed.
    """

    saved = Signal(str)
    escaped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = PlainLabel()
        self._head.setFont(theme.ui_font(16, bold=True))
        self.changes = QuietBrowser()
        self.changes.setFrameShape(QFrame.Shape.NoFrame)
        self.changes.setFont(theme.ui_font(13))
        self.changes.setAccessibleName(self.tr("What changes"))
        self.note = Field()
        self.note.setFont(theme.ui_font(13))
        self.note.setMaxLength(500)
        self.note.setAccessibleName(self.tr("Note on this version"))
        self.note.setPlaceholderText(self.tr("Why this version? (one sentence, for everybody)"))
        self.button = QPushButton(self.tr("Save   Enter"))
        self.button.setObjectName("main")
        self.button.setFont(theme.ui_font(13))
        row = QHBoxLayout()
        row.addWidget(self.note, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._head)
        column.addWidget(self.changes, 1)
        column.addWidget(
            meta(theme, self.tr("Older versions stay. Nobody’s decisions change; what a change touches can be listed and revisited."))
        )
        column.addLayout(row)
        self.setFocusProxy(self.note)
        self.note.returnPressed.connect(self._on_saved)
        self.note.escaped.connect(self.escaped)
        self.button.clicked.connect(self._on_saved)

    def show_changes(self, version: int, lines: Sequence[str]) -> None:
        """List the changes that make version `version`."""
        self._head.setText(self.tr("Version {version}").format(version=version))
        self.changes.setPlainText("\n".join(f"·  {line}" for line in lines))

    def _on_saved(self) -> None:
        self.saved.emit(self.note.text())


def _tr(text: str) -> str:
    return QCoreApplication.translate("Scheme", text)
