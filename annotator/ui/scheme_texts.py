"""What belongs to no label in the scheme editor: the general guideline with its preview; overlaps, attributes and codes."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from annotator.core.errors import SchemeError
from annotator.core.scheme import Overlap, Words
from annotator.session.designing import Design, codes_of, codes_text
from annotator.session.translating import error_words
from annotator.ui.plain_label import PlainLabel
from annotator.ui.scheme_fields import SafeMarkdown, TextBox, meta
from annotator.ui.theme import Theme


class GuidelineForm(QWidget):
    """Markdown at the left, what readers see of it at the right.

    Signals:
        edited: the guideline as it is now.
        escaped: Esc was pressed.
    """

    edited = Signal(object)
    escaped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Words()
        self.language = QComboBox()
        self.language.setFont(theme.ui_font(13))
        self.language.setAccessibleName(self.tr("Language of the guideline"))
        for name, value in (("中文", "zh"), ("English", "en")):
            self.language.addItem(name, value)
        self.language.setCurrentIndex(0 if theme.language == "zh" else 1)
        self.text = TextBox(theme, self.tr("Guideline in Markdown"), lines=0)
        self.preview = SafeMarkdown(theme, self.tr("Preview"))
        head = QHBoxLayout()
        head.addWidget(self.language)
        head.addWidget(meta(theme, self.tr("Markdown. Pictures and pages from elsewhere are not loaded.")), 1)
        row = QHBoxLayout()
        row.addWidget(self.text, 1)
        row.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.addLayout(head)
        column.addLayout(row, 1)
        self.setFocusProxy(self.text)
        self.text.textChanged.connect(self._on_edited)
        self.text.escaped.connect(self.escaped)
        self.language.currentIndexChanged.connect(self._on_language)

    def show_design(self, design: Design) -> None:
        """Show the guideline of `design`."""
        self._words = design.guideline
        self._on_language()

    def _on_language(self) -> None:
        text = self._words.zh if self.language.currentData() == "zh" else self._words.en
        self.text.show_text(text)
        self.preview.show_markdown(text)

    def _on_edited(self) -> None:
        text = self.text.toPlainText()
        self._words = Words(text, self._words.en) if self.language.currentData() == "zh" else Words(self._words.zh, text)
        self.preview.show_markdown(text)
        self.edited.emit(self._words)


class RulesForm(QWidget):
    """Whether marks may overlap, attributes of spans, codes of articles.

    Signals:
        overlap_chosen: an `Overlap`.
        attributes_edited, codes_edited: the codes, once the text can be read.
        escaped: Esc was pressed.
    """

    overlap_chosen = Signal(object)
    attributes_edited = Signal(object)
    codes_edited = Signal(object)
    escaped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._surface = theme.surface
        self.overlap = QComboBox()
        self.overlap.setFont(theme.ui_font(13))
        self.overlap.setAccessibleName(self.tr("Overlaps"))
        for name, value in (
            (self.tr("marks may overlap"), Overlap.ALLOW),
            (self.tr("one mark may lie inside another"), Overlap.NEST),
            (self.tr("marks share no character"), Overlap.FORBID),
        ):
            self.overlap.addItem(name, value)
        self.attributes = TextBox(theme, self.tr("Attributes of spans"), lines=8)
        self.codes = TextBox(theme, self.tr("Codes of articles"), lines=10)
        self.said = meta(theme, "")
        self.said.setStyleSheet(f"color: {theme.surface.error}")
        column = QVBoxLayout(self)
        form = QFormLayout()
        form.setVerticalSpacing(9)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        shape = self.tr("A line each: KEY id 中文 / English. Indented below it: KEY id 中文 / English of every value.")
        more = self.tr("Without values it is a yes. “= text” asks for words. “@ HEALTH, HOUSING” keeps an attribute to these labels.")
        for name, widget in (
            (self.tr("Overlaps"), self.overlap),
            (self.tr("Attributes of spans"), self.attributes),
            (self.tr("Codes of articles"), self.codes),
            ("", meta(theme, shape + "\n" + more)),
            ("", self.said),
        ):
            label = PlainLabel(name)
            label.setFont(theme.ui_font(13))
            form.addRow(label, widget)
        column.setContentsMargins(20, 16, 20, 16)
        column.addLayout(form)
        column.addStretch(1)
        self.setFocusProxy(self.overlap)
        self.overlap.activated.connect(self._on_overlap)
        self.attributes.textChanged.connect(self._on_attributes)
        self.codes.textChanged.connect(self._on_codes)
        for box in (self.attributes, self.codes):
            box.escaped.connect(self.escaped)

    def show_design(self, design: Design) -> None:
        """Show the rules of `design`; text that is being written is left alone."""
        with QSignalBlocker(self.overlap):
            self.overlap.setCurrentIndex(self.overlap.findData(design.overlap))
        for box, codes in ((self.attributes, design.attributes), (self.codes, design.codes)):
            if not box.hasFocus():
                box.show_text(codes_text(codes))

    def _on_overlap(self) -> None:
        self.overlap_chosen.emit(Overlap(self.overlap.currentData()))

    def _on_attributes(self) -> None:
        self._tell(self.attributes, self.attributes_edited)

    def _on_codes(self) -> None:
        self._tell(self.codes, self.codes_edited)

    def _tell(self, box: TextBox, edited: object) -> None:
        try:
            codes = codes_of(box.toPlainText())
        except SchemeError as error:
            self.said.setText(error_words(error))
            return
        self.said.setText("")
        edited.emit(codes)  # type: ignore[attr-defined]
