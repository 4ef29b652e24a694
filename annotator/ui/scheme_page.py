"""The scheme editor: labels at the left, the one that is edited at the right, and the way to a new version."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.core.ruling import Ruling
from annotator.core.scheme import Label, Overlap, Words
from annotator.project.designing import differences
from annotator.session import designing
from annotator.session.designing import Design
from annotator.session.translating import error_words
from annotator.ui.plain_label import PlainLabel
from annotator.ui.scheme_label import LabelForm
from annotator.ui.scheme_list import Row, SchemeList
from annotator.ui.scheme_save import SaveForm, change_words
from annotator.ui.scheme_texts import GuidelineForm, RulesForm
from annotator.ui.theme import Theme

GUIDELINE, RULES = "/guideline", "/rules"
_LIST_WIDTH, _LEAST_WIDTH = 250, 170


class SchemePage(QWidget):
    """Edits a draft, which lives in the page's `design`.

    Signals:
        changed: the draft.
        saved: the draft and the note are to become a version.
        revisit_asked: the marks that changes touched are wanted.
        left: the reader is done; the draft stays.
    """

    changed = Signal(object)
    saved = Signal(object, str)
    revisit_asked = Signal()
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        design: Design,
        marks: Mapping[str, int],
        rulings: Mapping[str, tuple[Ruling, ...]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.design = design
        self._marks = marks
        self._rulings = rulings
        self._current = design.labels[0].id
        self.list = SchemeList(theme)
        self.list.setMinimumWidth(_LEAST_WIDTH)
        self.list.setMaximumWidth(_LIST_WIDTH)
        self.label = LabelForm(theme)
        self.guideline = GuidelineForm(theme)
        self.rules = RulesForm(theme)
        self.save = SaveForm(theme)
        self._stack = QStackedWidget()
        for form in (self.label, self.guideline, self.rules, self.save):
            self._stack.addWidget(form)
        self.said = PlainLabel()
        self.said.setFont(theme.ui_font(13))
        self.said.setContentsMargins(16, 4, 16, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(self._left(), 1)
        row.addWidget(self._stack, 3)
        column.addLayout(row, 1)
        column.addWidget(self.said)
        self.setFocusProxy(self.list)
        self._connect()
        self._show_all()

    # Laying out

    def _header(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("importHead")
        bar.setFixedHeight(44)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 0, 12, 0)
        name = PlainLabel(self.tr("Scheme"))
        name.setFont(self._theme.ui_font(16, bold=True))
        self._version = PlainLabel()
        self._version.setObjectName("meta")
        self._version.setFont(self._theme.ui_font(12))
        self.save_button = self._button(self.tr("Save as a version…   Ctrl S"))
        self.save_button.clicked.connect(self.ask_to_save)
        self.revisit_button = self._button(self.tr("Revisit…"))
        self.revisit_button.clicked.connect(self.revisit_asked)
        back = self._button(self.tr("Back   Esc"))
        back.clicked.connect(self._on_back)
        for widget, stretch in ((name, 0), (self._version, 1), (self.revisit_button, 0), (self.save_button, 0), (back, 0)):
            row.addWidget(widget, stretch)
        return bar

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        add = self._button(self.tr("New label   Insert"))
        add.clicked.connect(self._on_added)
        hint = PlainLabel(self.tr("Alt ↑ ↓ order · Enter edit"))
        hint.setObjectName("meta")
        hint.setFont(self._theme.ui_font(12))
        for widget in (add, hint):
            holder = QHBoxLayout()
            holder.setContentsMargins(12, 6, 12, 2)
            holder.addWidget(widget)
            column.addLayout(holder)
        return column

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setFont(self._theme.ui_font(13))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    # Showing

    def _show_all(self) -> None:
        self._show_list()
        self._show_form()
        self._show_problem()

    def _show_list(self) -> None:
        language = self._theme.language
        base = {one.id: one for one in (*self.design.base.labels, *self.design.base.retired)}
        rows = [
            Row(label.id, label.name.get(language) or label.id, label, self._note(label, base.get(label.id)))
            for label in (*self.design.labels, *self.design.retired)
        ]
        pages = [Row(GUIDELINE, self.tr("General guideline")), Row(RULES, self.tr("Overlaps, attributes, codes"))]
        self.list.show_rows([*rows, *pages], self._current)

    def _note(self, label: Label, was: Label | None) -> str:
        if label.is_retired:
            into = self.design.label(self.design.aliases.get(label.id, ""))
            return "→ " + (into.short.get(self._theme.language) or into.id) if into is not None else self.tr("retired")
        if was is None:
            return self.tr("new")
        return self.tr("changed") if was != label else str(self._marks.get(label.id, "") or "")

    def _show_form(self) -> None:
        if self._current == GUIDELINE:
            self.guideline.show_design(self.design)
            self._stack.setCurrentWidget(self.guideline)
        elif self._current == RULES:
            self.rules.show_design(self.design)
            self._stack.setCurrentWidget(self.rules)
        else:
            label = self.design.label(self._current) or self.design.labels[0]
            self._current = label.id
            self.label.show_label(self.design, label, self._rulings.get(label.id, ()))
            self._stack.setCurrentWidget(self.label)

    def _show_problem(self) -> None:
        problem = designing.problem(self.design)
        is_changed = self.design.is_changed
        self._version.setText(
            (self.tr("version {version}, changed") if is_changed else self.tr("version {version}")).format(version=self.design.base.version)
        )
        self.save_button.setEnabled(is_changed and problem is None)
        self.said.setText(error_words(problem) if problem is not None else "")
        self.said.setStyleSheet(f"color: {self._theme.surface.error}")
        self.said.setVisible(problem is not None)

    # Editing

    def _connect(self) -> None:
        self.list.walked.connect(self._on_walked)
        self.list.moved.connect(self._on_moved)
        self.list.entered.connect(self._on_entered)
        self.list.added.connect(self._on_added)
        self.label.edited.connect(self._on_label_edited)
        self.label.retire_asked.connect(self._on_retire_asked)
        self.label.restore_asked.connect(self._on_restore_asked)
        self.guideline.edited.connect(self._on_guideline_edited)
        self.rules.overlap_chosen.connect(self._on_overlap_chosen)
        self.rules.attributes_edited.connect(self._on_attributes_edited)
        self.rules.codes_edited.connect(self._on_codes_edited)
        self.save.saved.connect(self._on_saved)
        self.save.escaped.connect(self._on_save_left)
        for form in (self.label, self.guideline, self.rules):
            form.escaped.connect(self._on_escaped)

    def ask_to_save(self) -> None:
        """Show what changes, and ask for a note."""
        if not self.save_button.isEnabled():
            return
        new, language = designing.scheme_of(self.design), self._theme.language
        lines = [change_words(one, new, self._marks, language) for one in differences(self.design.base, new, language)]
        self.save.show_changes(new.version + 1, lines)
        self._stack.setCurrentWidget(self.save)
        self.save.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _take(self, design: Design) -> None:
        """Show the draft as it is now, and tell it."""
        if design != self.design:
            self.design = design
            self._show_all()
            self.changed.emit(design)

    def _on_walked(self, name: str) -> None:
        self._current = name
        self._show_form()

    def _on_moved(self, step: int) -> None:
        self._take(designing.moved(self.design, self._current, step))

    def _on_entered(self) -> None:
        widget = self._stack.currentWidget()
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_added(self) -> None:
        design, label = designing.added(self.design)
        self._current = label.id
        self._take(design)
        self.label.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_label_edited(self, was: str, label: Label) -> None:
        self._current = label.id
        self._take(designing.with_label(self.design, label, was=was))

    def _on_retire_asked(self, label: str, into: str) -> None:
        self._take(designing.retired(self.design, label, into=into))
        self._on_escaped()

    def _on_restore_asked(self, label: str) -> None:
        self._take(designing.restored(self.design, label))

    def _on_guideline_edited(self, words: Words) -> None:
        self._take(replace(self.design, guideline=words))

    def _on_overlap_chosen(self, overlap: Overlap) -> None:
        self._take(replace(self.design, overlap=overlap))

    def _on_attributes_edited(self, codes: object) -> None:
        self._take(replace(self.design, attributes=codes))  # type: ignore[arg-type]

    def _on_codes_edited(self, codes: object) -> None:
        self._take(replace(self.design, codes=codes))  # type: ignore[arg-type]

    def _on_saved(self, note: str) -> None:
        self.saved.emit(self.design, note)

    def _on_save_left(self) -> None:
        self._show_form()
        self._on_escaped()

    def _on_escaped(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_back(self) -> None:
        self.left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_S and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.ask_to_save()
        else:
            super().keyPressEvent(event)


class ReadOnlyScheme(QWidget):
    """One sentence where the scheme cannot be changed.

    Signals:
        left: the reader is done.
    """

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.said = PlainLabel(
            QCoreApplication.translate(
                "Scheme", "The labels are changed where the work is handed out. Here they can only be used. Esc goes back."
            )
        )
        self.said.setFont(theme.ui_font(14))
        self.said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.said.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(self.said)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
