"""A label's colour in the scheme editor: hue, depth and strength, how it looks on both themes, and the figures."""

from PySide6.QtCore import QCoreApplication, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.core.colour import Sight, hue_of, of_hue
from annotator.core.scheme import Colour, Label
from annotator.session.designing import Design, Figures, figures, free_colours
from annotator.session.translating import QT_TRANSLATE_NOOP
from annotator.ui.plain_label import PlainLabel
from annotator.ui.scheme_fields import meta
from annotator.ui.theme import Theme, load_theme

_SIGHTS = {
    Sight.USUAL: QT_TRANSLATE_NOOP("SchemeColour", "usual sight"),
    Sight.PROTAN: QT_TRANSLATE_NOOP("SchemeColour", "protanopia"),
    Sight.DEUTAN: QT_TRANSLATE_NOOP("SchemeColour", "deuteranopia"),
    Sight.TRITAN: QT_TRANSLATE_NOOP("SchemeColour", "tritanopia"),
}


class ColourField(QWidget):
    """Shows and changes the two colours of a label.

    Signals:
        edited: its colours (light, dark) as they are now.
    """

    edited = Signal(object, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._surface = theme.surface
        self._design: Design | None = None
        self._label: Label | None = None
        self._themes = tuple(load_theme(is_dark=is_dark, language=theme.language) for is_dark in (False, True))
        self.hue = _number(theme, self.tr("Hue"), 0, 359, "°")
        self.hue.setWrapping(True)
        self.lightness = _number(theme, self.tr("Lightness"), 20, 70, " %")
        self.strength = _number(theme, self.tr("Strength"), 0, 30, "")
        self.propose = QPushButton(self.tr("Propose a free colour"))
        self.propose.setFont(theme.ui_font(13))
        self.samples = tuple(_Sample(one) for one in self._themes)
        self.said = tuple(meta(theme, "") for _ in self._themes)
        row = QHBoxLayout()
        row.setSpacing(8)
        for name, box in ((self.tr("Hue"), self.hue), (self.tr("Lightness"), self.lightness), (self.tr("Strength"), self.strength)):
            words = PlainLabel(name)
            words.setFont(theme.ui_font(12))
            row.addWidget(words)
            row.addWidget(box)
        row.addStretch(1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        for column, (sample, said) in enumerate(zip(self.samples, self.said, strict=True)):
            grid.addWidget(sample, 0, column)
            grid.addWidget(said, 1, column)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.addLayout(row)
        column_.addLayout(grid)
        column_.addWidget(self.propose, 0, Qt.AlignmentFlag.AlignLeft)
        for box in (self.hue, self.lightness, self.strength):
            box.valueChanged.connect(self._on_turned)
        self.propose.clicked.connect(self._on_proposed)

    def show_label(self, design: Design, label: Label) -> None:
        """Show the colours of `label` among the others of `design`."""
        self._design, self._label = design, label
        lightness, chroma, hue = hue_of(label.light.line)
        for box, value in ((self.hue, hue), (self.lightness, lightness * 100), (self.strength, chroma * 100)):
            if not box.hasFocus():
                with QSignalBlocker(box):
                    box.setValue(round(value))
        for sample, said, theme in zip(self.samples, self.said, self._themes, strict=True):
            sample.show_label(label)
            found = figures(design, label, is_dark=theme.is_dark, paper=theme.surface.paper)
            said.setText(figure_words(found, design, theme.language))
            is_bad = found.nearest is not None and found.nearest.is_too_close
            said.setStyleSheet(f"color: {self._surface.warn}; font-weight: 700" if is_bad else "")

    def _on_turned(self) -> None:
        if self._label is not None:
            made = of_hue(self.hue.value(), lightness=self.lightness.value() / 100, chroma=self.strength.value() / 100)
            self.edited.emit(*made)

    def _on_proposed(self) -> None:
        if self._design is not None and self._label is not None:
            self.edited.emit(*free_colours(self._design, self._label.id))


def figure_words(found: Figures, design: Design, language: str) -> str:
    """Return contrast and the nearest label in words."""
    words = QCoreApplication.translate("SchemeColour", "name {ink}:1, line {line}:1").format(
        ink=round(found.ink, 1), line=round(found.line, 1)
    )
    if found.nearest is None:
        return words
    other = design.label(found.nearest.label)
    name = other.name.get(language) if other is not None else found.nearest.label
    template = (
        QCoreApplication.translate("SchemeColour", "too close to {name}: {figure} ({sight})")
        if found.nearest.is_too_close
        else QCoreApplication.translate("SchemeColour", "nearest {name}: {figure} ({sight})")
    )
    return f"{words} · " + template.format(
        name=name, figure=round(found.nearest.least, 1), sight=QCoreApplication.translate("SchemeColour", _SIGHTS[found.nearest.sight])
    )


class _Sample(QWidget):
    """A line of text with a candidate, an accepted and a current mark."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._label: Label | None = None

    def show_label(self, label: Label) -> None:
        self._label = label
        self.setAccessibleName(label.name.get(self._theme.language))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(260, 52)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(150, 52)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._label is None:
            return
        surface = self._theme.surface
        colour: Colour = self._theme.colour(self._label)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(surface.hairline))
            painter.setBrush(QColor(surface.paper))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)
            painter.setFont(self._theme.reading_font(16))
            x = 12
            for words, fill in (("雨露计划", None), ("产业扶贫", colour.soft), ("小额信贷", colour.strong)):
                width = painter.fontMetrics().horizontalAdvance(words)
                if fill is not None:
                    painter.fillRect(QRect(x - 2, 10, width + 4, 26), QColor(fill))
                painter.setPen(QColor(surface.text))
                painter.drawText(QRect(x, 8, width + 4, 28), Qt.AlignmentFlag.AlignVCenter, words)
                painter.fillRect(QRect(x, 35, width, 2), QColor(colour.line))
                x += width + 14
            painter.setFont(self._theme.ui_font(12, bold=True))
            painter.setPen(QColor(colour.ink))
            painter.drawText(
                QRect(x, 8, self.width() - x - 8, 28), Qt.AlignmentFlag.AlignVCenter, self._label.short.get(self._theme.language)
            )


def _number(theme: Theme, name: str, least: int, most: int, suffix: str) -> QSpinBox:
    box = QSpinBox()
    box.setRange(least, most)
    box.setSuffix(suffix)
    box.setFont(theme.ui_font(13))
    box.setAccessibleName(name)
    return box
