"""The tab of learning: whether candidates follow from decisions, what was learned, and which candidates are hidden or painted fainter."""

import html
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from annotator.project.showing import Showing
from annotator.session.knowledge import Knowledge
from annotator.ui.knowledge_part import Hints, translate, words
from annotator.ui.plain_label import PlainLabel
from annotator.ui.theme import Theme

_STEP = 0.05
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Threshold(QDoubleSpinBox):
    """A share from 0 to 1, whose keys are its own."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, 1)
        self.setSingleStep(_STEP)
        self.setDecimals(2)
        # Half a number typed is no wish.
        self.setKeyboardTracking(False)
        self.setFont(theme.ui_font(13))
        self.setAccessibleName(name)
        self.setFixedWidth(96)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not event.modifiers() & _COMMANDS:
            event.accept()
            return True
        return super().event(event)


class LearningPart(QWidget):
    """Switch, thresholds, figures.

    Signals:
        said: a sentence.
        compute_asked: candidates are to be computed again.
    """

    said = Signal(str)
    compute_asked = Signal()

    def __init__(self, theme: Theme, knowledge: Knowledge) -> None:
        super().__init__()
        self._theme, self.knowledge = theme, knowledge
        self.learns = QCheckBox(translate("Knowledge", "Candidates learn from the decisions made in this project"))
        self.learns.setFont(theme.ui_font(13))
        self.hide_below = Threshold(theme, translate("Knowledge", "Hide below"))
        self.dim_below = Threshold(theme, translate("Knowledge", "Dim below"))
        self.hidden, self.dimmed = self._label("meta"), self._label("meta")
        self.compute = self._button(translate("Knowledge", "Compute candidates again") + "   F5")
        self.forget = self._button(translate("Knowledge", "Delete what was learned"))
        self.summary = self._label("")
        self.summary.setWordWrap(True)
        self.summary.setTextFormat(Qt.TextFormat.RichText)
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.learns.toggled.connect(self._on_changed)
        self.hide_below.valueChanged.connect(self._on_changed)
        self.dim_below.valueChanged.connect(self._on_changed)
        self.compute.clicked.connect(self.compute_asked)
        self.forget.clicked.connect(self._on_forget)

    def refresh(self) -> None:
        """Show what is held now."""
        showing, may_edit = self.knowledge.held.showing, self.knowledge.why_not is None
        for control in (self.learns, self.hide_below, self.dim_below, self.forget, self.compute):
            control.setEnabled(may_edit)
        with QSignalBlocker(self.learns), QSignalBlocker(self.hide_below), QSignalBlocker(self.dim_below):
            self.learns.setChecked(showing.learns)
            self.hide_below.setValue(showing.hide_below)
            self.dim_below.setValue(showing.dim_below)
        self.show_counts()
        model = self.knowledge.model()
        self.forget.setEnabled(may_edit and model is not None)
        self.summary.setText(
            page_of(model.summary, model.at, self._theme) if model is not None else translate("Knowledge", "Nothing was learned yet.")
        )

    def show_counts(self) -> None:
        """Show how many of the present candidates the thresholds concern."""
        if self.knowledge.figures is None:
            self.hidden.setText(translate("Knowledge", "counting…"))
            self.dimmed.setText("")
            return
        total = sum(count for _, count in self.knowledge.figures.scores)
        showing = self.knowledge.held.showing
        for label, threshold, template in (
            (self.hidden, showing.hide_below, translate("Knowledge", "would hide {count} of the {total} present candidates")),
            (self.dimmed, showing.dim_below, translate("Knowledge", "dims {count} of {total}")),
        ):
            label.setText(template.format(count=f"{self.knowledge.below(threshold):,}", total=f"{total:,}"))

    def settle(self) -> bool:
        """Everything here is kept at once."""
        return True

    def take_focus(self) -> None:
        """Go to the switch; where nothing can be changed, only the page's own keys are needed."""
        (self.learns if self.learns.isEnabled() else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def hints(self) -> Hints:
        """Return the keys of the tab, for the status line."""
        return (
            ("Tab", translate("Knowledge", "next")),
            (translate("Knowledge", "Space"), translate("Knowledge", "on, off")),
            ("↑ ↓", translate("Knowledge", "threshold")),
            ("F5", translate("Knowledge", "compute")),
        )

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        for row, (name, box, figure) in enumerate(
            (
                (translate("Knowledge", "Hide below"), self.hide_below, self.hidden),
                (translate("Knowledge", "Dim below"), self.dim_below, self.dimmed),
            )
        ):
            title = self._label("")
            title.setText(name)
            grid.addWidget(title, row, 0)
            grid.addWidget(box, row, 1)
            grid.addWidget(figure, row, 2)
        grid.setColumnStretch(2, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.compute)
        buttons.addWidget(self.forget)
        buttons.addStretch(1)
        note = self._label("meta")
        note.setWordWrap(True)
        note.setText(
            translate(
                "Knowledge",
                "Hidden candidates are gone after the next computing; dimmed ones stay, painted fainter. Decisions stay as they are.",
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(self.learns)
        column.addLayout(grid)
        column.addWidget(note)
        column.addLayout(buttons)
        column.addWidget(self.summary)
        column.addStretch(1)

    def _label(self, name: str) -> QLabel:
        label = PlainLabel()
        label.setObjectName(name)
        label.setFont(self._theme.ui_font(12 if name else 13))
        return label

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setFont(self._theme.ui_font(13))
        button.setAutoDefault(True)
        return button

    def _on_changed(self) -> None:
        shown = Showing(round(self.hide_below.value(), 2), round(self.dim_below.value(), 2), self.learns.isChecked())
        if shown != self.knowledge.held.showing:
            self.knowledge.show(shown)

    def _on_forget(self) -> None:
        self.knowledge.forget()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        travel: Mapping[tuple[int, bool], Callable[[], None]] = {
            (Qt.Key.Key_Z, False): self.knowledge.undo,
            (Qt.Key.Key_Z, True): self.knowledge.redo,
            (Qt.Key.Key_Y, False): self.knowledge.redo,
        }
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        act = travel.get((event.key(), is_shifted)) if event.modifiers() & Qt.KeyboardModifier.ControlModifier else None
        if act is None:
            super().keyPressEvent(event)
        else:
            act()


def page_of(summary: Mapping[str, Any], at: str, theme: Theme) -> str:
    """Return what was learned, as a small page: from how much, and what it is worth on articles it had not seen."""
    # They come from the project's file, which may be anybody's.
    examples, kept, marks = (html.escape(str(summary.get(name, 0))) for name in ("examples", "kept", "marks"))
    learned = translate("Knowledge", "Learned on {date} from {examples} decisions, {kept} of them kept.")
    parts = [f"<p>{learned.format(date=html.escape(at[:10]), examples=examples, kept=kept)}</p>"]
    rows: Sequence[Sequence[Any]] = summary.get("scorer") or ()
    if rows:
        cells = "".join(
            f"<tr><td>{row[0]:g}</td><td align='right'>{_share(row[1])}</td><td align='right'>{_share(row[2])}</td></tr>" for row in rows
        )
        head = "".join(f"<th align='{side}'>{title}</th>" for side, title in zip(("left", "right", "right"), _titles(), strict=True))
        parts.append(f"<p>{words('Scores, cross-validated: what is kept from a threshold on')}</p>")
        parts.append(f"<table cellpadding='4' cellspacing='0' style='color:{theme.surface.text}'><tr>{head}</tr>{cells}</table>")
    else:
        parts.append(f"<p>{words('Too few articles were decided to say what the scores are worth.')}</p>")
    tagger = summary.get("tagger")
    if tagger:
        template = translate(
            "Knowledge", "Names guessed by the tagger ({marks} marks): precision {precision}, recall {recall} on articles it had not seen."
        )
        parts.append(f"<p>{template.format(marks=marks, precision=_share(tagger[0]), recall=_share(tagger[1]))}</p>")
    else:
        parts.append(f"<p>{words('No tagger: there are too few marks in finished articles, or CRFsuite is not installed.')}</p>")
    return "".join(parts)


def _titles() -> tuple[str, str, str]:
    return translate("Knowledge", "Threshold"), translate("Knowledge", "Precision"), translate("Knowledge", "Recall")


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
