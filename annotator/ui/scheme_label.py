"""One label in the scheme editor: names, key, colour, definition, edge, examples, and where it goes when it is given up."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QWidget

from annotator.core.ruling import Ruling
from annotator.core.scheme import Label
from annotator.session.designing import Design, counterexamples_of, counterexamples_text, with_rulings
from annotator.ui.field import Field
from annotator.ui.plain_label import PlainLabel
from annotator.ui.scheme_colour import ColourField
from annotator.ui.scheme_fields import TextBox, WordsField, meta
from annotator.ui.theme import Theme


class LabelForm(QScrollArea):
    """Shows one label of the draft; every change is told at once.

    Signals:
        edited: the id it had, and the label as it is now.
        retire_asked: the label's id, and the id of the one it goes into (empty: none).
        restore_asked: the label's id.
        escaped: the reader is done with the fields.
    """

    edited = Signal(str, object)
    retire_asked = Signal(str, str)
    restore_asked = Signal(str)
    escaped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._label: Label | None = None
        self._rulings: tuple[Ruling, ...] = ()
        self.id = self._field(self.tr("Id"), 64)
        self.key = self._field(self.tr("Key"), 1)
        self.key.setFixedWidth(56)
        self.name = WordsField(theme, self.tr("Name"))
        self.short = WordsField(theme, self.tr("Short name"))
        self.colour = ColourField(theme)
        self.definition = WordsField(theme, self.tr("Definition"), lines=3)
        self.boundary = WordsField(theme, self.tr("Edge"), lines=3)
        self.examples = TextBox(theme, self.tr("Examples"), lines=4)
        self.counterexamples = TextBox(theme, self.tr("Counterexamples"), lines=4)
        self.take_rulings = self._button("")
        self.into = QComboBox()
        self.into.setFont(theme.ui_font(13))
        self.into.setAccessibleName(self.tr("Merge into"))
        self.retire = self._button(self.tr("Retire"))
        self.merge = self._button(self.tr("Merge"))
        self.restore = self._button(self.tr("Use again"))
        self.setWidget(self._form())
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusProxy(self.name)
        self._connect()

    def show_label(self, design: Design, label: Label, rulings: tuple[Ruling, ...]) -> None:
        """Show `label` of `design` with what was ruled about it; fields that say so already keep their cursor."""
        self._label, self._rulings = label, rulings
        for field, text in ((self.id, label.id), (self.key, label.key)):
            if field.text() != text:
                with QSignalBlocker(field):
                    field.setText(text)
        self.id.setReadOnly(not design.is_new(label.id))
        self.key.setEnabled(not label.is_retired)
        for words_field, words in (
            (self.name, label.name),
            (self.short, label.short),
            (self.definition, label.definition),
            (self.boundary, label.boundary),
        ):
            words_field.show_words(words)
        if self.examples.toPlainText().split("\n") != [*label.examples] and not self.examples.hasFocus():
            self.examples.show_text("\n".join(label.examples))
        if not self.counterexamples.hasFocus():
            self.counterexamples.show_text(counterexamples_text(label.counterexamples))
        self.colour.show_label(design, label)
        self._show_ways_out(design, label)

    def _show_ways_out(self, design: Design, label: Label) -> None:
        language = self._theme.language
        with QSignalBlocker(self.into):
            chosen = self.into.currentData()
            self.into.clear()
            for other in design.labels:
                if other.id != label.id:
                    self.into.addItem(other.name.get(language) or other.id, other.id)
            self.into.setCurrentIndex(max(self.into.findData(chosen), 0))
        for widget in (self.into, self.retire, self.merge):
            widget.setVisible(not label.is_retired)
        self.restore.setVisible(label.is_retired)
        fresh = with_rulings(label, self._rulings) != label
        self.take_rulings.setVisible(fresh)
        self.take_rulings.setText(self.tr("Take {count} rulings over as examples").format(count=len(self._rulings)))

    # Laying out

    def _form(self) -> QWidget:
        page = QWidget()
        page.setObjectName("page")
        form = QFormLayout(page)
        form.setContentsMargins(20, 16, 20, 20)
        form.setVerticalSpacing(9)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name, field in (
            (self.tr("Id"), self._row(self.id, self._word(self.tr("Key")), self.key)),
            (self.tr("Name"), self.name),
            (self.tr("Short name"), self.short),
            (self.tr("Colour"), self.colour),
            (self.tr("Definition"), self.definition),
            (self.tr("Edge"), self.boundary),
            (self.tr("Examples"), self.examples),
            ("", meta(self._theme, self.tr("one a line"))),
            (self.tr("Not marked"), self.counterexamples),
            ("", meta(self._theme, self.tr("one a line: words = why 中文 / why English"))),
            ("", self._row(self.take_rulings)),
            (self.tr("Give up"), self._row(self.retire, self._word(self.tr("or into")), self.into, self.merge, self.restore)),
            (
                "",
                meta(
                    self._theme,
                    self.tr("Nobody’s decisions change. Marks of a merged label count as the other one from the new version on."),
                ),
            ),
        ):
            form.addRow(self._word(name) if name else "", field)
        return page

    def _row(self, *widgets: QWidget) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        return holder

    def _field(self, name: str, length: int) -> Field:
        field = Field()
        field.setFont(self._theme.ui_font(13))
        field.setMaxLength(length)
        field.setAccessibleName(name)
        return field

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setFont(self._theme.ui_font(13))
        return button

    def _word(self, text: str) -> QLabel:
        label = PlainLabel(text)
        label.setFont(self._theme.ui_font(13))
        return label

    # Telling

    def _connect(self) -> None:
        self.id.editingFinished.connect(self._on_edited)
        self.key.textEdited.connect(self._on_edited)
        for words in (self.name, self.short, self.definition, self.boundary):
            words.edited.connect(self._on_edited)
            words.escaped.connect(self.escaped)
        for box in (self.examples, self.counterexamples):
            box.textChanged.connect(self._on_edited)
            box.escaped.connect(self.escaped)
        for field in (self.id, self.key):
            field.escaped.connect(self.escaped)
        self.colour.edited.connect(self._on_recoloured)
        self.retire.clicked.connect(self._on_retire)
        self.merge.clicked.connect(self._on_merge)
        self.restore.clicked.connect(self._on_restore)
        self.take_rulings.clicked.connect(self._on_take_rulings)

    def _on_edited(self) -> None:
        if self._label is None:
            return
        short = self.short.words
        made = replace(
            self._label,
            id=self.id.text().strip() or self._label.id,
            key=self.key.text().strip().upper(),
            name=self.name.words,
            short=short,
            definition=self.definition.words,
            boundary=self.boundary.words,
            examples=tuple(line.strip() for line in self.examples.toPlainText().split("\n") if line.strip()),
            counterexamples=counterexamples_of(self.counterexamples.toPlainText()),
        )
        self._tell(made)

    def _on_recoloured(self, light: object, dark: object) -> None:
        if self._label is not None:
            self._tell(replace(self._label, light=light, dark=dark))  # type: ignore[arg-type]

    def _on_take_rulings(self) -> None:
        if self._label is not None:
            self._tell(with_rulings(self._label, self._rulings))

    def _on_retire(self) -> None:
        if self._label is not None:
            self.retire_asked.emit(self._label.id, "")

    def _on_merge(self) -> None:
        if self._label is not None and self.into.currentData():
            self.retire_asked.emit(self._label.id, str(self.into.currentData()))

    def _on_restore(self) -> None:
        if self._label is not None:
            self.restore_asked.emit(self._label.id)

    def _tell(self, made: Label) -> None:
        if self._label is not None and made != self._label:
            self.edited.emit(self._label.id, made)
