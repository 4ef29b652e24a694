"""The page on which the reader sets how the article and the window look, beside the article as it would look."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontDatabase, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from annotator.core.scheme import Scheme
from annotator.session.settings import LINE_HEIGHTS, MEASURES, SIZES, Settings
from annotator.ui.plain_label import PlainLabel
from annotator.ui.reading_sheet import ReadingSheet
from annotator.ui.theme import Theme
from annotator.ui.typography import Typography

_FORM_WIDTH = 320
_Box = TypeVar("_Box", QSpinBox, QDoubleSpinBox)


class AppearancePage(QWidget):
    """Controls at the left, the open article at the right (`sample`). Every change is told at once.

    Signals:
        changed: the settings as they are now.
        left: the reader is done.
    """

    changed = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, scheme: Scheme, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._settings = settings
        self.face = self._choice([(self.tr("as the platform has it"), ""), *((name, name) for name in chinese_families())])
        self.letter_size = self._number(QSpinBox(), " px")
        self.letter_size.setRange(SIZES.least, SIZES.most)
        self.line_height = self._number(QDoubleSpinBox(), "")
        self.line_height.setRange(LINE_HEIGHTS.least, LINE_HEIGHTS.most)
        self.line_height.setSingleStep(0.1)
        self.line_height.setDecimals(1)
        self.measure = self._number(QSpinBox(), self.tr(" characters"))
        self.measure.setRange(MEASURES.least, MEASURES.most)
        self.raw_lines = QCheckBox(self.tr("raw lines, as they were printed"))
        self.theme = self._choice([(self.tr("as the system"), ""), (self.tr("light"), "light"), (self.tr("dark"), "dark")])
        self.language = self._choice([(self.tr("as the system"), ""), ("中文", "zh"), ("English", "en")])
        self.sample = ReadingSheet(theme, scheme, Typography(settings.size, settings.line_height, settings.measure))
        self.sample.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._form())
        row.addWidget(self.sample, 1)
        column.addLayout(row, 1)
        self.setFocusProxy(self.letter_size)
        self.show_settings(settings)
        self._connect()

    def show_settings(self, settings: Settings) -> None:
        """Show settings that were changed elsewhere, by a key."""
        self._settings = settings
        with QSignalBlocker(self.letter_size), QSignalBlocker(self.line_height), QSignalBlocker(self.measure):
            self.letter_size.setValue(settings.size)
            self.line_height.setValue(settings.line_height)
            self.measure.setValue(settings.measure)
        for choice, value in ((self.face, settings.face), (self.theme, settings.theme), (self.language, settings.language)):
            choice.setCurrentIndex(max(choice.findData(value), 0))
        with QSignalBlocker(self.raw_lines):
            self.raw_lines.setChecked(settings.raw_lines)

    # Laying out

    def _header(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("importHead")
        bar.setFixedHeight(44)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 0, 12, 0)
        name = PlainLabel(self.tr("Appearance"))
        name.setFont(self._theme.ui_font(16, bold=True))
        back = QPushButton(self.tr("Back   Esc"))
        back.setFont(self._theme.ui_font(13))
        back.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        back.clicked.connect(self._on_back)
        row.addWidget(name, 1)
        row.addWidget(back)
        return bar

    def _form(self) -> QWidget:
        pane = QWidget()
        pane.setObjectName("pane")
        pane.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        pane.setFixedWidth(_FORM_WIDTH)
        form = QFormLayout(pane)
        form.setContentsMargins(16, 16, 16, 16)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, control, note in (
            (self.tr("Letter size"), self.letter_size, "Ctrl =   Ctrl -   Ctrl 0"),
            (self.tr("Typeface"), self.face, ""),
            (self.tr("Line height"), self.line_height, self.tr("times the letter size")),
            (self.tr("Line length"), self.measure, ""),
            ("", self.raw_lines, "Ctrl Shift L"),
            (self.tr("Theme"), self.theme, ""),
            (self.tr("Language"), self.language, self.tr("the window opens anew")),
        ):
            control.setFont(self._theme.ui_font(13))
            control.setMinimumHeight(28)
            control.setAccessibleName(words or self.raw_lines.text())
            form.addRow(self._label(words, 13, "") if words else None, control)  # type: ignore[arg-type]
            if note:
                form.addRow("", self._label(note, 12, "meta"))
        return pane

    def _label(self, words: str, pixels: int, name: str) -> QLabel:
        label = PlainLabel(words)
        label.setObjectName(name)
        label.setFont(self._theme.ui_font(pixels))
        return label

    def _choice(self, options: Sequence[tuple[str, str]]) -> QComboBox:
        box = QComboBox()
        box.setMinimumContentsLength(8)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for words, value in options:
            box.addItem(words, value)
        return box

    def _number(self, box: _Box, suffix: str) -> _Box:
        box.setSuffix(suffix)
        # Half a number typed is no wish.
        box.setKeyboardTracking(False)
        return box

    # Asking

    def _connect(self) -> None:
        self.letter_size.valueChanged.connect(self._on_number_changed)
        self.measure.valueChanged.connect(self._on_number_changed)
        self.line_height.valueChanged.connect(self._on_number_changed)
        self.raw_lines.toggled.connect(self._on_raw_lines_toggled)
        for choice in (self.face, self.theme, self.language):
            choice.activated.connect(self._on_chosen)

    def _tell(self, settings: Settings) -> None:
        if settings != self._settings:
            self._settings = settings
            self.changed.emit(settings)

    def _on_number_changed(self) -> None:
        line_height = round(self.line_height.value(), 1)
        self._tell(replace(self._settings, size=self.letter_size.value(), line_height=line_height, measure=self.measure.value()))

    def _on_raw_lines_toggled(self, is_raw: bool) -> None:  # noqa: FBT001 (of a signal)
        self._tell(replace(self._settings, raw_lines=is_raw))

    def _on_chosen(self) -> None:
        face, theme, language = (str(box.currentData()) for box in (self.face, self.theme, self.language))
        self._tell(replace(self._settings, face=face, theme=theme, language=language))

    def _on_back(self) -> None:
        self.left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def chinese_families() -> list[str]:
    """Return the installed families with simplified Chinese glyphs, without those that stand on their side."""
    return [name for name in QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese) if not name.startswith("@")]
