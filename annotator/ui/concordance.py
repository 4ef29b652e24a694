"""The concordance: every occurrence of words in the project, in its context, to be looked through and decided together."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.core.scheme import Scheme
from annotator.session.concordance import Sort
from annotator.session.concordance_search import MOST, Concordance
from annotator.session.same import REJECT, Verdict
from annotator.session.translating import QT_TRANSLATE_NOOP
from annotator.ui.chip import Chip, Option
from annotator.ui.concordance_bar import ConcordanceBar
from annotator.ui.concordance_head import ConcordanceHead
from annotator.ui.concordance_rows import ConcordanceDelegate, ConcordanceList, ConcordanceModel
from annotator.ui.plain_label import PlainLabel, tip
from annotator.ui.theme import Theme

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_J: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_K: -1}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_BY_KEY = {"[": Sort.LEFT, "【": Sort.LEFT, "]": Sort.RIGHT, "】": Sort.RIGHT}
_HINTS = QT_TRANSLATE_NOOP("Concordance", "J K step   Space tick   Ctrl+A all   1…Y label   Enter show   [ ] sort   / search   Esc back")
_SHORT_HINTS = QT_TRANSLATE_NOOP("Concordance", "Space tick   1…Y label   Enter show   Esc back")
_ROOMY = 1180


def _words(text: str) -> str:
    return QCoreApplication.translate("Concordance", text)


class ConcordancePage(QWidget):
    """Shows a `Concordance` and asks for what is done with it.

    Signals:
        asked: what is looked for, and whether one character is enough.
        decided: the verdict on what is ticked, or on the current row where nothing is.
        place_asked: the reader wants to see this hit (its number) in its article.
        left: the reader is done.
    """

    asked = Signal(str, bool)
    decided = Signal(object)
    place_asked = Signal(int)
    left = Signal()

    def __init__(self, theme: Theme, scheme: Scheme, concordance: Concordance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._scheme, self._concordance = theme, scheme, concordance
        self.bar = ConcordanceBar(theme, scheme, concordance)
        self.field = self.bar.field
        self.field.installEventFilter(self)
        self.rows = ConcordanceList()
        self.rows.setObjectName("concordance")
        self.rows.setAccessibleName(QCoreApplication.translate("Concordance", "Occurrences"))
        self.rows.setModel(ConcordanceModel(concordance, scheme, theme.language, self))
        self.rows.setItemDelegate(ConcordanceDelegate(theme, scheme, concordance, self))
        self._label_as = Chip(theme, QCoreApplication.translate("Concordance", "Label as"), self._verdicts)
        self._reject = QPushButton(QCoreApplication.translate("Concordance", "Reject") + "  X")
        self._reject.setProperty("isSmall", True)
        self._reject.setFont(theme.ui_font(12))
        self._reject.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._head = ConcordanceHead(theme)
        self._nothing = self._text("meta")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(24, 64, 24, 0)
        self._nothing.setWordWrap(True)
        self._ticked, self._message, self._hints = self._text(""), self._text(""), self._text("meta")
        self._ticked.setFont(theme.ui_font(13, bold=True))
        self._message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._lay_out()
        self._connect()
        self._on_reset()
        self._on_updated()
        self.setFocusProxy(self.field)

    def _lay_out(self) -> None:
        foot = QWidget()
        foot.setObjectName("concordanceFoot")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        below = QHBoxLayout(foot)
        below.setContentsMargins(16, 8, 16, 8)
        below.setSpacing(16)
        below.addWidget(self._ticked)
        below.addWidget(self._message, 1)
        below.addWidget(self._label_as)
        below.addWidget(self._reject)
        below.addWidget(self._hints)
        self._stack = QStackedWidget()
        self._stack.setObjectName("concordanceRows")
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._head)
        column.addWidget(self._stack, 1)
        column.addWidget(foot)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_text_changed)
        self.field.escaped.connect(self.left)
        self._label_as.chosen.connect(self._on_verdict_chosen)
        self._reject.clicked.connect(self._on_reject_clicked)
        self.rows.key_pressed.connect(self._on_key)
        self.rows.ticked.connect(self._on_ticked)
        self.rows.doubleClicked.connect(self._on_double_clicked)
        self.rows.selectionModel().currentChanged.connect(self._on_current_changed)
        self._concordance.reset.connect(self._on_reset)
        self._concordance.grown.connect(self._on_grown)
        self._concordance.updated.connect(self._on_updated)
        self._concordance.finished.connect(self._on_grown)

    # For the feature

    def say(self, sentence: str) -> None:
        """Show a sentence at the foot until the next key that does something."""
        self._message.setText(sentence)
        self._message.setToolTip(tip(sentence))
        # In a narrow window what was just done needs the room of the keys.
        self._hints.setVisible(not sentence or self.width() >= _ROOMY)

    @property
    def sentence(self) -> str:
        """The sentence at the foot."""
        return self._message.text()

    @property
    def count(self) -> str:
        """How many occurrences there are, in words."""
        return self._head.figure

    def ask(self) -> None:
        """Let the reader type."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def return_to_rows(self) -> None:
        """Go on where the reader was: in the rows where there are any."""
        if self._concordance.shown:
            self._go_to_rows()
        else:
            self.ask()

    # What is chosen

    def _verdicts(self) -> Sequence[Option]:
        """The first one shows that nothing is chosen: the chip acts and forgets."""
        named = ((label.id, f"{label.key}  {label.name.get(self._theme.language)}") for label in self._scheme.labels)
        return [("", "…"), *named]

    def _on_verdict_chosen(self, label: str) -> None:
        self._label_as.show_value("")
        if label:
            self.decided.emit(Verdict(label))
        self.return_to_rows()

    def _on_reject_clicked(self) -> None:
        self.decided.emit(REJECT)
        self.return_to_rows()

    # What is shown

    def _on_reset(self) -> None:
        self._head.show_sort(self._concordance.sort)
        row = self._row_of(self._concordance.current)
        if row >= 0:
            self._stand_on(row)
        else:
            self.rows.scrollToTop()
        self._on_grown()

    def _on_grown(self, _before: int = 0) -> None:
        concordance = self._concordance
        shown, found = len(concordance.shown), len(concordance.hits)
        self._stack.setCurrentWidget(self.rows if shown else self._nothing)
        self._nothing.setText(self._why_nothing())
        of = QCoreApplication.translate("Concordance", "{count} occurrences in {articles} articles").format(
            count=found, articles=concordance.articles
        )
        figure = of if shown == found else QCoreApplication.translate("Concordance", "{shown} of {all}").format(shown=shown, all=of)
        if concordance.is_cut_short:
            figure = QCoreApplication.translate("Concordance", "the first {most}; look for more words to see all").format(most=MOST)
        self._head.show_figure(figure + (" …" if concordance.is_searching else "") if found else "")

    def _why_nothing(self) -> str:
        concordance = self._concordance
        if concordance.hits:
            return QCoreApplication.translate("Concordance", "None of the occurrences is like this. Choose “all” above.")
        if concordance.is_searching:
            return QCoreApplication.translate("Concordance", "Searching…")
        if not concordance.query.strip():
            return QCoreApplication.translate(
                "Concordance",
                "Type two characters or more; one is looked for with Enter. Column breaks, widths and quotation marks are looked through.",
            )
        if len(concordance.query.strip()) == 1:
            return QCoreApplication.translate("Concordance", "Enter looks for a single character.")
        return QCoreApplication.translate("Concordance", "These words stand in no article.")

    def _on_updated(self) -> None:
        ticked = self._concordance.ticked
        articles = len({self._concordance.hits[at].article for at in ticked})
        words = QCoreApplication.translate("Concordance", "{count} ticked").format(count=len(ticked))
        if articles > 1:
            words = QCoreApplication.translate("Concordance", "{count} ticked in {articles} articles").format(
                count=len(ticked), articles=articles
            )
        self._ticked.setText(words if ticked else "")

    # Keys

    def _on_text_changed(self, text: str) -> None:
        self.say("")
        self.asked.emit(text, False)

    def _go_to_rows(self) -> None:
        if self._concordance.shown:
            self.rows.setFocus(Qt.FocusReason.TabFocusReason)
            self._stand_on(max(self._row_of(self._concordance.current), 0))

    def _row_of(self, at: int) -> int:
        return self._concordance.shown.index(at) if at >= 0 and at in self._concordance.shown else -1

    def _stand_on(self, row: int) -> None:
        index = self.rows.model().index(row, 0)
        self.rows.setCurrentIndex(index)
        self.rows.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def _on_current_changed(self, index: QModelIndex) -> None:
        if index.isValid():
            self._concordance.current = self._concordance.shown[index.row()]
            self.rows.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def _on_ticked(self, row: int) -> None:
        self.say("")
        at = self._concordance.shown[row]
        before = at in self._concordance.ticked
        self._concordance.tick(at)
        if before == (at in self._concordance.ticked):
            self.say(QCoreApplication.translate("Concordance", "This article is finished. Reopen it to decide there."))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.place_asked.emit(self._concordance.shown[index.row()])

    def _on_key(self, event: QKeyEvent) -> None:
        key, text, row = Qt.Key(event.key()), event.text(), self.rows.currentIndex().row()
        label = self._scheme.by_key(text) if len(text) == 1 else None
        if key == Qt.Key.Key_Escape:
            self._step_back()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._concordance.tick_all()
        elif text in _BY_KEY:
            sort = _BY_KEY[text]
            self._concordance.sort_by(Sort.PLACE if self._concordance.sort is sort else sort)
            self.bar.show_values()
        elif text in {"/", "、"}:
            self.ask()
        elif row >= 0:
            self._on_row_key(key, row, label.id if label is not None else "")

    def _on_row_key(self, key: Qt.Key, row: int, label: str) -> None:
        if key == Qt.Key.Key_Space:
            self._on_ticked(row)
        elif key in _STEPS:
            if 0 <= row + _STEPS[key] < len(self._concordance.shown):
                self._stand_on(row + _STEPS[key])
        elif key in _ENTER:
            self.place_asked.emit(self._concordance.shown[row])
        elif key == Qt.Key.Key_X:
            self.decided.emit(REJECT)
        elif label:
            self.decided.emit(Verdict(label))

    def _step_back(self) -> None:
        """Take the ticks away; without any, leave."""
        if self._concordance.ticked:
            self._concordance.untick()
        else:
            self.left.emit()

    def _text(self, name: str) -> QLabel:
        label = PlainLabel()
        label.setObjectName(name)
        label.setFont(self._theme.ui_font(12))
        return label

    @override
    def resizeEvent(self, event: object) -> None:
        self._hints.setText(_words(_HINTS if self.width() >= _ROOMY else _SHORT_HINTS))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if Qt.Key(event.key()) in _ENTER:
                self.asked.emit(self.field.text(), True)
                self._go_to_rows()
                return True
            if event.key() == Qt.Key.Key_Down:
                self._go_to_rows()
                return True
        return super().eventFilter(watched, event)
