"""The command palette: one field over the window that finds labels, commands and articles."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.core.scheme import Scheme
from annotator.session.palette import Catalogue, Entry, Group, Recent, search
from annotator.ui.field import Field
from annotator.ui.palette_list import PaletteDelegate, PaletteModel, group_name
from annotator.ui.plain_label import PlainLabel
from annotator.ui.quiet_browser import QuietBrowser
from annotator.ui.quiet_list import QuietList
from annotator.ui.theme import Theme

_WIDTH, _GUIDE = 560, 330
_ROWS = 420
_FEW = 8
_EDGE = 16
_TOP = 42
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_PAGES = frozenset({Qt.Key.Key_PageDown, Qt.Key.Key_PageUp})


@dataclass(frozen=True, slots=True)
class Offer:
    """What the palette is to find: catalogues by group, what was chosen before, how far articles are, the guideline page of a label."""

    catalogues: tuple[tuple[Group, Catalogue], ...]
    recent: Recent
    progress: Mapping[str, str] = field(default_factory=dict)
    guideline: Callable[[str], str] | None = None


class Palette(QFrame):
    """A field with its hits beneath; beside the labels stands what the guideline says of the one that is marked.

    Signals:
        chosen: the entry the reader chose; the palette is closed.
        left: the reader is done without choosing.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, scheme: Scheme | None, parent: QWidget) -> None:
        """Stand over `parent`, at the top right; labels are those of `scheme`."""
        super().__init__(parent)
        self._theme = theme
        self._over = parent
        self._offer = Offer((), Recent())
        self._only: Group | None = None
        self.setObjectName("palette")
        self.setStyleSheet(_style(theme))
        self.field = Field()
        self.field.setFont(theme.ui_font(16))
        self.field.setAccessibleName(self.tr("Find a label, a command or an article"))
        self._model = PaletteModel(self)
        self._list = QuietList()
        self._list.setUniformItemSizes(False)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(self.tr("Found"))
        self._list.setModel(self._model)
        self._delegate = PaletteDelegate(theme, scheme, self)
        self._list.setItemDelegate(self._delegate)
        self._nothing = self._quiet("")
        self._nothing.setContentsMargins(16, 12, 16, 12)
        self._guide = QuietBrowser()
        self._guide.setFont(theme.ui_font(13))
        self._guide.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._guide.setOpenLinks(False)
        self._guide.setAccessibleName(self.tr("Guideline"))
        self._foot = self._quiet("")
        self._foot.setObjectName("paletteFoot")
        self._foot.setContentsMargins(16, 7, 16, 7)
        self._lay_out()
        self.field.textChanged.connect(self._on_typed)
        self.field.returnPressed.connect(self._on_return)
        self.field.escaped.connect(self._on_escaped)
        self._list.clicked.connect(self._on_clicked)
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.field.installEventFilter(self)
        parent.installEventFilter(self)

    @property
    def titles(self) -> list[str]:
        """What is listed, without the headings."""
        entries = (self._model.entry(row) for row in range(self._model.rowCount()))
        return [entry.title for entry in entries if entry is not None]

    @property
    def current(self) -> Entry | None:
        """The entry that Enter chooses."""
        return self._model.entry(self._list.currentIndex().row())

    def ask(self, offer: Offer, *, only: Group | None = None) -> None:
        """Open with everything that is offered, or with one group `only`."""
        self._offer = offer
        self._delegate.show_progress(offer.progress)
        self._only = only
        self.field.clear()
        self._refill()
        self._place()
        self.show()
        self.raise_()
        # Lent: the article keeps its caret and what is selected.
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _quiet(self, text: str) -> QLabel:
        label = PlainLabel(text)
        label.setObjectName("meta")
        label.setFont(self._theme.ui_font(12))
        return label

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._list, 1)
        middle.addWidget(self._guide)
        self._guide.setFixedWidth(_GUIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.field)
        column.addWidget(self._nothing)
        column.addLayout(middle, 1)
        column.addWidget(self._foot)

    def _place(self) -> None:
        """Stand at the top right of the window, under the header, as high as the rows need."""
        parent = self._over
        has_guide = self._only is Group.LABEL and self._offer.guideline is not None
        width = min(_WIDTH + (_GUIDE - 120 if has_guide else 0), parent.width() - 2 * _EDGE)
        # Beside a guideline without room for the names it would be of no use.
        self._guide.setVisible(has_guide and width >= _GUIDE + 240)
        rows = sum(self._list.sizeHintForRow(row) for row in range(min(self._model.rowCount(), 40)))
        around = self.field.sizeHint().height() + self._foot.sizeHint().height() + 6
        if not rows:
            around += self._nothing.sizeHint().height()
        height = min(max(rows, 300 if has_guide else 0), _ROWS, parent.height() - around - 60) + around
        # Over the panes at the side, so that the text it acts on stays visible.
        self.setGeometry(parent.width() - width - _EDGE // 2, _TOP, width, height)

    def _refill(self) -> None:
        chosen = tuple(catalogue for group, catalogue in self._offer.catalogues if self._only in {None, group})
        query = self.field.text()
        # All that can be done is worth reading; of the articles only the first, until somebody asks for them.
        limit = None if self._only is not None or not query else _FEW
        hits = search(chosen, query, self._offer.recent, limit=limit)
        if self._only is None and not query:
            articles = [hit for hit in hits if hit.entry.group is Group.ARTICLE]
            hits = [hit for hit in hits if hit.entry.group is not Group.ARTICLE] + articles[:_FEW]
        self._model.show(hits, has_heads=self._only is None)
        self._list.setCurrentIndex(self._model.index(self._model.beside(-1, 1), 0))
        self._list.setVisible(bool(hits))
        self._nothing.setVisible(not hits)
        self._nothing.setText(self.tr("Nothing is called “{query}”.").format(query=query))
        self.field.setPlaceholderText(self._invitation())
        self._foot.setText(self._hints())
        if not hits:
            self._guide.clear()

    def _invitation(self) -> str:
        what = group_name(self._only) if self._only is not None else self.tr("Labels, commands, articles")
        return self.tr("{what}: Chinese, English or pinyin initials").format(what=what)

    def _hints(self) -> str:
        tab = self.tr("Tab only this kind") if self._only is None else self.tr("Tab everything")
        tabs = (tab,) if len(self._offer.catalogues) > 1 else ()
        return "   ".join((self.tr("↑↓ choose"), self.tr("Enter do it"), *tabs, self.tr("Esc back")))

    def _step(self, step: int) -> None:
        row = self._model.beside(self._list.currentIndex().row(), step)
        if row >= 0:
            self._list.setCurrentIndex(self._model.index(row, 0))

    def _toggle_group(self) -> None:
        """Show only the group of the marked entry, or everything again."""
        entry = self.current
        self._only = None if self._only is not None or entry is None else entry.group
        if self._only is None and entry is not None and len(self._offer.catalogues) == 1:
            self._only = entry.group
        self._refill()
        self._place()

    def _choose(self, row: int) -> None:
        entry = self._model.entry(row)
        if entry is not None:
            self.hide()
            self.chosen.emit(entry)

    def _on_typed(self) -> None:
        self._refill()
        self._place()

    def _on_return(self) -> None:
        self._choose(self._list.currentIndex().row())

    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(index.row())

    def _on_escaped(self) -> None:
        self.hide()
        self.left.emit()

    def _on_current_changed(self, index: QModelIndex) -> None:
        self._list.scrollTo(index, QListView.ScrollHint.EnsureVisible)
        entry = self._model.entry(index.row())
        if entry is not None and entry.group is Group.LABEL and self._offer.guideline is not None:
            self._guide.setHtml(self._offer.guideline(entry.id))

    def _pressed(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in _PAGES:
            for _ in range(_FEW):
                self._step(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self._toggle_group()
        else:
            return False
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._pressed(event)
        if watched is self.field and isinstance(event, QFocusEvent) and event.lostFocus() and self.isVisible():
            # Who clicks beside the palette, or goes to another program, is done with it.
            self.hide()
        elif watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)


def _style(theme: Theme) -> str:
    s = theme.surface
    return (
        f"QFrame#palette {{ background: {s.raised}; border: 1px solid {s.border}; border-radius: 6px; }}"
        f"QFrame#palette QListView, QFrame#palette QTextBrowser {{ background: {s.raised}; }}"
        f"QLabel#paletteFoot {{ color: {s.text_3}; border-top: 1px solid {s.hairline}; }}"
        f"QFrame#palette QTextBrowser {{ border-left: 1px solid {s.hairline}; }}"
        f"QFrame#palette QLineEdit, QFrame#palette QLineEdit:focus {{ background: {s.raised}; border: none;"
        f" border-bottom: 1px solid {s.hairline}; border-radius: 0; padding: 10px 16px; }}"
    )
