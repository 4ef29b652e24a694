"""The import preview: files at the left, the page in the middle, what was recognised and what is asked at the right."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.core.errors import AnnotatorError
from annotator.project.previewing import Tried
from annotator.session.preview import Preview
from annotator.session.translating import error_words, sentence
from annotator.ui.commands import words
from annotator.ui.import_commands import PREVIEW_COMMANDS
from annotator.ui.import_files import FilePane
from annotator.ui.import_sheet import PageSheet
from annotator.ui.import_side import EncodingPane, FactsPane, QuestionPane
from annotator.ui.plain_label import PlainLabel, tip
from annotator.ui.theme import Theme

_OF_THE_PAGE = frozenset({"import_all", "give_up"})


class ImportPreview(QWidget):
    """The page of one preview; it shows what the preview holds and asks it for edits.

    Signals:
        import_asked: the person wants everything stored.
        give_up_asked: the person wants nothing stored.
    """

    import_asked = Signal()
    give_up_asked = Signal()

    def __init__(self, theme: Theme, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._preview = preview
        self._handlers: dict[str, Callable[[], None]] = {
            command.id: getattr(preview, command.id) for command in PREVIEW_COMMANDS if command.id not in _OF_THE_PAGE
        }
        self._handlers |= {"import_all": self._ask_to_import, "give_up": self._give_up}
        self._tried: tuple[bytes, Sequence[Tried]] = (b"", ())
        self._name, self._count = self._label("", 13), self._label("meta", 13)
        self._message, self._hints = self._label("", 12), self._label("meta", 12)
        self.files, self.sheet = FilePane(theme), PageSheet(theme)
        self._facts, self._question, self._encodings = FactsPane(theme), QuestionPane(theme), EncodingPane(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        column.addLayout(self._body(), 1)
        column.addWidget(self._footer())
        self.setFocusProxy(self.sheet)
        self._connect()
        self._on_files_changed()
        self._on_page_changed()

    # Laying out

    def _label(self, name: str, pixels: int, text: str = "", *, bold: bool = False) -> QLabel:
        label = PlainLabel(text)
        label.setObjectName(name)
        label.setFont(self._theme.ui_font(pixels, bold=bold))
        return label

    def _header(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("importHead")
        bar.setFixedHeight(44)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(10)
        give_up, store = QPushButton(self.tr("Give up   Esc")), QPushButton(self.tr("Import all   Ctrl Enter"))
        for widget in (self._label("", 16, self.tr("Import preview"), bold=True), self._name, self._count):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._label("meta", 12, self.tr("Nothing is stored yet")))
        for button, signal in ((give_up, self._give_up), (store, self._ask_to_import)):
            button.setFont(self._theme.ui_font(13))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(signal)
            row.addWidget(button)
        store.setObjectName("main")
        return bar

    def _body(self) -> QHBoxLayout:
        side = QWidget()
        side.setObjectName("pane")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._facts)
        right.addWidget(self._question)
        right.addStretch(1)
        right.addWidget(self._encodings)
        self.files.setFixedWidth(248)
        side.setFixedWidth(336)
        row = QHBoxLayout()
        row.setSpacing(1)
        row.addWidget(self.files)
        row.addWidget(self.sheet, 1)
        row.addWidget(side)
        return row

    def _footer(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("importFoot")
        bar.setFixedHeight(28)
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(12)
        row.addWidget(self._label("mode", 12, self.tr("PREVIEW"), bold=True))
        self._message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self._message, 1)
        row.addWidget(self._hints)
        return bar

    def _connect(self) -> None:
        preview = self._preview
        preview.files_changed.connect(self._on_files_changed)
        preview.page_changed.connect(self._on_page_changed)
        preview.place_changed.connect(self._on_place_changed)
        preview.progressed.connect(self._on_progressed)
        preview.failed.connect(self._on_failed)
        preview.said.connect(self._on_said)
        self.sheet.asked.connect(self.do)
        self.sheet.line_clicked.connect(preview.go_to_line)
        self.sheet.boundary_clicked.connect(self._on_boundary_clicked)
        self.files.chosen.connect(preview.show_file)
        self._question.answered.connect(self.do)
        self._encodings.chosen.connect(preview.read_in)

    # Saying and doing

    def do(self, command: str) -> None:
        """Carry out a command of the preview."""
        self._handlers[command]()

    def say(self, words: str) -> None:
        """Show a sentence in the message area."""
        self._message.setText(words)
        self._message.setToolTip(tip(words))

    @property
    def sentence(self) -> str:
        """The sentence shown now."""
        return self._message.text()

    def _give_up(self) -> None:
        if not self._preview.is_storing:
            self.give_up_asked.emit()

    def _ask_to_import(self) -> None:
        if self._preview.is_storing:
            return
        if self._preview.is_reading:
            self.say(self.tr("Files are still being read. Import when they are all here."))
        elif not any(file.error is None for file in self._preview.files):
            self.say(self.tr("There is nothing here that can be imported."))
        else:
            self.import_asked.emit()

    # What happened

    def _on_files_changed(self) -> None:
        preview = self._preview
        self.files.show_files(preview.files, preview.at)
        file = preview.file
        self._name.setText(file.name if file is not None else "")
        place = self.tr("file {at} of {count}").format(at=preview.at + 1, count=len(preview.files))
        self._count.setText(place if file is not None else "")
        if file is None:
            self._encodings.show_guesses((), "")
            return
        if self._tried[0] is not file.data:
            self._tried = (file.data, file.tried())
        self._encodings.show_guesses(self._tried[1], file.encoding)

    def _on_page_changed(self) -> None:
        file, view = self._preview.file, self._preview.view()
        plan = self._preview.plan
        is_out = file is not None and (plan is None or not file.is_new)
        self.sheet.show_page(view, is_out=is_out, notice=self._notice())
        self.say(self._summary())
        self._on_place_changed()

    def _notice(self) -> str:
        file = self._preview.file
        if file is None:
            return self.tr("Reading files…") if self._preview.is_reading else self.tr("There are no page files here. Esc goes back.")
        if file.error is not None:
            return error_words(file.error)
        return self.tr("This file is not cut: what is in it is imported as it is.") if file.plan is None else ""

    def _summary(self) -> str:
        preview = self._preview
        file, view = preview.file, preview.view()
        if file is None or file.plan is None:
            return ""
        if file.is_known or file.same_as:
            return self.tr("The project holds this page already; its articles stay as they are.")
        if file.plan.is_excluded:
            return self.tr("This page is left out. Shift+D takes it in again.")
        new = [one.plan for one in preview.files if one.is_new and one.plan is not None]
        words = self.tr("{files} of {all} files, articles {sum}. This page: articles {articles}, breaks {breaks}, captions {captions}")
        page = words.format(
            files=len(new),
            all=len(preview.files),
            sum=sum(plan.articles for plan in new),
            articles=file.plan.articles,
            breaks=view.breaks,
            captions=view.captions,
        )
        return page + (self.tr(", repeats {repeats}").format(repeats=view.repeats) if view.repeats else "")

    def _on_place_changed(self) -> None:
        preview = self._preview
        view, part = preview.view(), preview.part
        self.sheet.show_place(preview.place)
        self._facts.show_part(view.parts[part] if part is not None else None)
        question = preview.question
        waiting = len(preview.plan.waiting) if preview.plan is not None else 0
        after = view.lines[question.after] if question is not None else None
        first = view.lines[question.run[0]] if question is not None else None
        self._question.show_question(waiting, after, first, is_here=question is not None and preview.place.line in question.run)
        self._show_hints()

    def _show_hints(self) -> None:
        shown = (
            (("↑ ↓", self.tr("move boundary")), ("→", self.tr("lines")))
            if self._preview.place.is_boundary
            else (("↑ ↓", self.tr("line")), ("←", self.tr("boundary")))
        )
        rest = (
            ("Tab", self.tr("next")),
            ("S", self.tr("split")),
            ("M", self.tr("merge")),
            ("C", self.tr("caption")),
            ("D", self.tr("leave out")),
            ("Ctrl Z", self.tr("undo")),
            ("?", words("All keys")),
        )
        self._hints.setText("   ".join(f"{key} {text}" for key, text in (*shown, *rest)))

    def _on_boundary_clicked(self, line: int) -> None:
        self._preview.go_to_line(line)
        self._preview.hold_boundary()

    def _on_progressed(self, done: int, everything: int) -> None:
        words = self.tr("Importing… {done}/{all}") if self._preview.is_storing else self.tr("Reading… {done}/{all}")
        self.say(words.format(done=done, all=everything))

    def _on_failed(self, error: object) -> None:
        self._on_page_changed()
        if isinstance(error, AnnotatorError):
            self.say(error_words(error))

    def _on_said(self, template: str, facts: dict[str, object]) -> None:
        self.say(sentence("Preview", template, facts))
