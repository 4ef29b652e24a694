"""The import of annotations: files, how they are read and what would come of it at the left; refusals and labels at the right."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCompleter, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.core.scheme import Scheme
from annotator.project.importing_spans import SpanPlan
from annotator.session.importing_spans import Wish, command_line, undecided
from annotator.ui.chip import Chip, Option
from annotator.ui.field import Field
from annotator.ui.import_spans_labels import MOST_ROWS, LabelRows
from annotator.ui.import_spans_words import (
    BY,
    becoming_choices,
    file_row,
    format_choices,
    is_unit_open,
    plan_lines,
    refusals,
    refused_count,
    source_words,
    unit_choices,
    words,
)
from annotator.ui.team_parts import CoverPage, KeyButton, Lines, Table, line
from annotator.ui.theme import Theme

_BESIDE_FROM = 1100
_AFTER = 200
_LEFT_WIDTH = 460
_FILES_HEIGHT, _REFUSED_HEIGHT = 300, 180
_FIELD_WIDTH = 160


class ImportSpansPage(CoverPage):
    """`A` adds files, `D` a folder, `C` copies the command line, Ctrl+Enter imports; Esc cancels what is under way, or leaves.

    Signals:
        plan_asked: it is to be counted what comes of a `Wish`.
        store_asked: a `SpanPlan` is to be imported as a `Wish` says.
        cancel_asked: the import under way is to stop.
        files_asked, folder_asked: files are to be chosen.
    """

    plan_asked = Signal(object)
    store_asked = Signal(object, object)
    cancel_asked = Signal()
    files_asked = Signal()
    folder_asked = Signal()

    def __init__(self, theme: Theme, scheme: Scheme, project: Path, person: str) -> None:
        super().__init__(theme, words("Import annotations"))
        s = theme.surface
        off = f"background: {s.panel}; color: {s.text_3}; border: 1px solid {s.hairline};"
        self.setStyleSheet(f"{self.styleSheet()} QPushButton#main:disabled {{ {off} }}")
        self._scheme, self._project = scheme, project
        self._paths: tuple[Path, ...] = ()
        self._asked: Wish | None = None
        self._planned: Wish | None = None
        self.plan: SpanPlan | None = None
        self._told: str | None = None
        self._is_busy = False
        self.add_files = KeyButton(theme, words("Add files…"), "A")
        self.add_folder = KeyButton(theme, words("Add a folder…"), "D")
        self.files = Table(theme, is_list=True)
        self.hint = line(theme, words("Drop files on the window, or add them here. Nothing is stored before Ctrl+Enter."))
        self.format = Chip(theme, words("Format"), format_choices)
        self.unit = Chip(theme, words("Offsets count"), self._units)
        self.become = Chip(theme, words("Spans become"), becoming_choices)
        self.name = Field()
        self.source = line(theme, "", "meta")
        self.lines = Lines(theme, words("What would come of it"))
        self.labels_head = self._head(words("Labels of the files, and what they are called here"))
        self.labels = LabelRows(theme, scheme)
        self.refused_head = self._head("")
        self.refused = QPlainTextEdit()
        self.command_head = self._head(words("The command that does the same"))
        self.command = QLineEdit()
        self.copy = KeyButton(theme, words("Copy the command"), "C")
        self.store = KeyButton(theme, words("Import"), "Ctrl+Return", is_main=True)
        self.missing = line(theme, "", "wrong")
        self.answer_keys(self.store, self.copy, self.add_files, self.add_folder)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER)
        self._soon.timeout.connect(self._ask)
        self._set_up(person)
        self._lay_out()
        self._connect()
        self._show()

    @property
    def wish(self) -> Wish:
        """What is chosen."""
        by = self.name.text().strip() if self.become.value == BY else None
        return Wish(self._paths, self.format.value, self.unit.value, by, dict(self.labels.choices))

    @property
    def is_waiting(self) -> bool:
        """Whether what is chosen has not been counted yet."""
        return self._soon.isActive() or (bool(self._paths) and self._planned is None)

    def add(self, paths: Sequence[Path]) -> None:
        """Add files and folders to those that are there."""
        self._paths = tuple(dict.fromkeys((*self._paths, *(path.absolute() for path in paths))))
        self._changed()

    def show_plan(self, plan: SpanPlan, wish: Wish) -> None:
        """Show what would come of a wish; nothing is shown if something else is chosen by now, which is counted next."""
        if self._asked is None or not wish.is_counted_as(self._asked):
            return
        self.plan, self._planned = plan, wish
        self._told = self._told if self.unit.value else plan.unit
        is_first = not self.labels.fields
        self._show()
        self.say("")
        if is_first and self.files.hasFocus() and self.labels.focus_open():
            # Where the new rows stand is known once they are laid out.
            QTimer.singleShot(0, self, self._on_laid_out)

    def show_people(self, names: Sequence[str]) -> None:
        """Complete names with those of people who have worked here."""
        completer = QCompleter(list(names), self.name)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        self.name.setCompleter(completer)

    def show_progress(self, done: int, everything: int) -> None:
        """Show how far the work is."""
        template = words("Importing… {percent} %. Esc cancels it.") if self._is_busy else words("Reading… {percent} %")
        self.say(template.format(percent=100 * done // max(everything, 1)))

    def show_error(self, sentence: str) -> None:
        """Show why nothing could be counted, or why nothing was imported."""
        if self._is_busy:
            self.set_busy(is_busy=False)
        self.say(sentence)

    def set_busy(self, *, is_busy: bool) -> None:
        """While files are imported nothing can be chosen, and Esc cancels."""
        self._is_busy = is_busy
        self.sheet.setEnabled(not is_busy)
        (self if is_busy else self.files).setFocus(Qt.FocusReason.OtherFocusReason)

    # Laying out

    def _set_up(self, person: str) -> None:
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setFamilies([*fixed.families(), *self.theme.ui_families])
        fixed.setPixelSize(12)
        self.name.setFont(self.theme.ui_font(12))
        self.name.setFixedWidth(_FIELD_WIDTH)
        self.name.setText(person)
        self.name.setAccessibleName(words("Whose annotation the spans become"))
        self.refused.setObjectName("exportPreview")
        self.refused.setReadOnly(True)
        self.refused.setTabChangesFocus(True)
        self.refused.setFont(self.theme.ui_font(12))
        self.refused.setAccessibleName(words("Why files are refused"))
        self.command.setReadOnly(True)
        self.command.setPlaceholderText(words("A label with “=” needs a CSV file: --labels FILE.csv"))
        self.command.setFont(fixed)
        self.command.setAccessibleName(words("The command that does the same"))
        for widget in (self.refused, self.command):
            widget.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)

    def _lay_out(self) -> None:
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.sheet)
        self._row.setContentsMargins(24, 18, 24, 18)
        self._row.setSpacing(36)
        self._left = QWidget()
        left, right = QVBoxLayout(self._left), QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(8)
        right.setSpacing(8)
        left.addLayout(_row(self.add_files, self.add_folder))
        _fill(left, self.hint, self.files)
        left.addLayout(_row(self.format, self.unit))
        left.addLayout(_row(self.become, self.name))
        _fill(left, self.source, self.lines, self.missing)
        left.addLayout(_row(self.store))
        _fill(left, self.command_head, self.command)
        left.addLayout(_row(self.copy))
        left.addStretch(1)
        _fill(right, self.refused_head, self.refused, self.labels_head, self.labels)
        right.addStretch(1)
        self._row.addWidget(self._left)
        self._row.addLayout(right, 1)

    def _head(self, text: str) -> QLabel:
        head = line(self.theme, text, is_bold=True)
        head.setContentsMargins(0, 8, 0, 0)
        return head

    def _connect(self) -> None:
        self.add_files.clicked.connect(self.files_asked)
        self.add_folder.clicked.connect(self.folder_asked)
        self.format.chosen.connect(self._changed)
        self.unit.chosen.connect(self._changed)
        self.become.chosen.connect(self._on_become)
        self.name.textChanged.connect(self._show)
        self.name.escaped.connect(self.files.setFocus)
        self.labels.edited.connect(self._on_labels)
        self.labels.escaped.connect(self.files.setFocus)
        self.labels.entered.connect(self._scroll.ensureWidgetVisible)
        self.copy.clicked.connect(self._on_copy)
        self.store.clicked.connect(self._on_store)

    def _units(self) -> list[Option]:
        return unit_choices(self._told)

    # What is chosen

    def _changed(self) -> None:
        self._asked = self._planned = None
        self._show()
        if self._paths:
            self._soon.start()

    def _ask(self) -> None:
        self._asked = self.wish
        self.plan_asked.emit(self._asked)

    def _on_become(self) -> None:
        self._show()
        if self.become.value == BY:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            self.name.selectAll()

    def _on_labels(self) -> None:
        # Only what is left out changes what can be imported; the rest is counted already.
        if self._planned is not None and self._planned.left_out == self.wish.left_out:
            self._show()
        else:
            self._changed()

    # What is known

    def _show(self) -> None:
        plan, wish = self.plan, self.wish
        self.name.setVisible(wish.by is not None)
        self.source.setVisible(wish.by is None)
        self.hint.setVisible(not self._paths)
        self.unit.setVisible(plan is not None and is_unit_open(plan, wish.unit))
        self._show_files(plan)
        if plan is not None:
            self.unit.show_value(self.unit.value)
            self.lines.show_lines(plan_lines(plan))
            self.labels.show_labels(plan.labels)
            self._show_refusals(refusals(plan))
            self.refused_head.setText(words("Refused: {count}").format(count=f"{refused_count(plan):,}"))
            self.command.setText(command_line(self._project, plan, wish) if plan.taken else "")
            self.command.setCursorPosition(0)
            self.copy.setEnabled(bool(self.command.text()))
            self.source.setText(source_words(plan))
        _set_shown(plan is not None and bool(plan.labels), self.labels_head, self.labels)
        _set_shown(plan is not None and refused_count(plan) > 0, self.refused_head, self.refused)
        _set_shown(plan is not None and bool(plan.taken), self.command_head, self.command, self.copy, self.store, self.missing)
        missing = self._missing()
        self.missing.setText(missing)
        self.store.setEnabled(not missing and self._planned is not None)

    def _show_files(self, plan: SpanPlan | None) -> None:
        self.files.setVisible(bool(self._paths))
        if plan is not None:
            header = (words("file"), words("format"), words("texts"), words("spans"))
            self.files.show_rows(words("Files"), header, [file_row(file) for file in plan.files], height=_FILES_HEIGHT)

    def _show_refusals(self, sentences: Sequence[str]) -> None:
        self.refused.setPlainText("\n".join(sentences))
        height = self.refused.fontMetrics().lineSpacing() * (len(sentences) + 2)
        self.refused.setFixedHeight(min(height, _REFUSED_HEIGHT))

    def _missing(self) -> str:
        if self.plan is None:
            return ""
        wish = self.wish
        if wish.by == "":
            return words("Say whose annotation it is.")
        still = undecided(self.plan, self._scheme, wish.labels)
        if still and len(self.plan.labels) > MOST_ROWS:
            return words("So many labels need a CSV file on the command line: --labels FILE.csv")
        return words("Labels without a choice yet: {count}.").format(count=f"{len(still):,}") if still else ""

    def _on_laid_out(self) -> None:
        if (widget := self.focusWidget()) is not None:
            self._scroll.ensureWidgetVisible(widget)

    # What is asked

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.command.text())
        self.say(words("Copied. The command is run in the project's folder, with the project closed."))

    def _on_store(self) -> None:
        if self.plan is not None and self._planned is not None and not self._is_busy:
            plan, wish = self.plan, self.wish
            self.set_busy(is_busy=True)
            self.store_asked.emit(plan, wish)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_busy:
            if event.key() == Qt.Key.Key_Escape:
                self.cancel_asked.emit()
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= _BESIDE_FROM
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        self._left.setMinimumWidth(_LEFT_WIDTH if is_wide else 0)
        self._left.setMaximumWidth(_LEFT_WIDTH if is_wide else self.width())


def _set_shown(is_shown: bool, *widgets: QWidget) -> None:  # noqa: FBT001 (before any number of widgets)
    for widget in widgets:
        widget.setVisible(is_shown)


def _fill(column: QVBoxLayout, *widgets: QWidget) -> None:
    for widget in widgets:
        column.addWidget(widget)


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
