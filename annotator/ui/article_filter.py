"""The line under the filter of the article list: how many articles there are of each kind, and a menu of what else can be asked."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from annotator.core.scheme import Scheme
from annotator.session.article_filter import Key, Query, State
from annotator.session.translating import QT_TRANSLATE_NOOP
from annotator.ui.theme import Theme

ALL, OPEN, FLAGGED, BLIND = "all", "open", "flagged", "blind"
_TABS = {
    ALL: QT_TRANSLATE_NOOP("ArticleFilter", "All"),
    OPEN: QT_TRANSLATE_NOOP("ArticleFilter", "Open"),
    FLAGGED: QT_TRANSLATE_NOOP("ArticleFilter", "Flagged"),
    BLIND: QT_TRANSLATE_NOOP("ArticleFilter", "Blind"),
}
_STATES = {
    State.NEW: QT_TRANSLATE_NOOP("ArticleFilter", "Not begun"),
    State.PARTLY: QT_TRANSLATE_NOOP("ArticleFilter", "Begun"),
    State.FINISHED: QT_TRANSLATE_NOOP("ArticleFilter", "Finished"),
}
Offer = tuple[Sequence[str], Sequence[str]]
# More are typed: file:…
_MOST = 30


def _words(text: str) -> str:
    return QCoreApplication.translate("ArticleFilter", text)


def _nothing() -> Offer:
    return (), ()


class FilterLine(QWidget):
    """Tabs with counts; each writes its term into the field, so that what holds can always be read there.

    Signals:
        chosen: a term: its key, and its value (None: without it). Of the key None everything goes.
    """

    chosen = Signal(object, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scheme: Scheme | None = None
        self._offer: Callable[[], Offer] = _nothing
        self._tabs = {name: self._button(partial(self._on_tab_clicked, name)) for name in _TABS}
        self._more = self._button(None)
        self._more.setText("▾")
        self._more.setAccessibleName(QCoreApplication.translate("ArticleFilter", "More filters"))
        self._more.setToolTip(QCoreApplication.translate("ArticleFilter", "More filters"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self._more.setMenu(self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(0)
        for button in self._tabs.values():
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._more)
        self.show_counts({ALL: 0})
        self.show_query(Query())

    def know(self, scheme: Scheme, offer: Callable[[], Offer]) -> None:
        """Offer the labels of `scheme`, and `offer()`, which is asked when the menu opens: sources, and months."""
        self._scheme, self._offer = scheme, offer

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say how many articles there are of each kind; what there is none of is not offered, everything and what is open always."""
        for name, button in self._tabs.items():
            count = counts.get(name, 0)
            button.setText(f"{_words(_TABS[name])} {count}")
            button.setVisible(bool(count) or name in {ALL, OPEN})

    def show_query(self, query: Query) -> None:
        """Mark the tab of what holds."""
        now = FLAGGED if query.flag else BLIND if query.state is State.BLIND else OPEN if query.state is State.OPEN else ALL
        if query.state not in {None, State.OPEN, State.BLIND}:
            now = ""
        for name, button in self._tabs.items():
            button.setFont(self._theme.ui_font(12, bold=name == now))
            button.setProperty("isShown", name == now)
            button.style().unpolish(button)
            button.style().polish(button)

    def _button(self, act: partial[None] | None) -> QToolButton:
        button = QToolButton()
        button.setObjectName("filterTab")
        button.setFont(self._theme.ui_font(12))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        if act is not None:
            button.clicked.connect(act)
        return button

    def _on_tab_clicked(self, name: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 (of a signal)
        if name == ALL:
            self.chosen.emit(None, None)
        elif name == FLAGGED:
            self.chosen.emit(Key.FLAG, "")
        else:
            self.chosen.emit(Key.STATE, name)

    def _fill(self) -> None:
        self._menu.clear()
        labels = self._scheme.labels if self._scheme is not None else ()
        named = [(label.name.get(self._theme.language),) * 2 for label in labels]
        self._submenu(
            QCoreApplication.translate("ArticleFilter", "State"),
            Key.STATE,
            [(state.value, _words(text)) for state, text in _STATES.items()],
        )
        self._submenu(QCoreApplication.translate("ArticleFilter", "Label"), Key.LABEL, named)
        sources, months = self._offer()
        self._submenu(QCoreApplication.translate("ArticleFilter", "Source"), Key.FILE, [(source, source) for source in sources[:_MOST]])
        self._submenu(QCoreApplication.translate("ArticleFilter", "Date"), Key.DATE, [(month, month) for month in months[:_MOST]])

    def _submenu(self, name: str, key: Key, options: Sequence[tuple[str, str]]) -> None:
        if not options:
            return
        menu = self._menu.addMenu(name)
        for value, text in options:
            action = QAction(text.replace("&", "&&"), menu)
            action.triggered.connect(partial(self._on_term_chosen, key, value))
            menu.addAction(action)

    def _on_term_chosen(self, key: Key, value: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 (of a signal)
        self.chosen.emit(key, value)
