"""The form in which a lead says who is to read how much."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from annotator.session.teaming import ROUNDS, Form
from annotator.session.translating import QT_TRANSLATE_NOOP
from annotator.ui.chip import Chip, Option
from annotator.ui.field import Field
from annotator.ui.team_parts import line
from annotator.ui.team_words import round_words, words
from annotator.ui.theme import Theme

_FIELDS = (
    ("names", QT_TRANSLATE_NOOP("Team", "People"), QT_TRANSLATE_NOOP("Team", "names, with commas between them")),
    ("per_article", QT_TRANSLATE_NOOP("Team", "Readers of an article"), QT_TRANSLATE_NOOP("Team", "2 where articles overlap, else 1")),
    ("overlap", QT_TRANSLATE_NOOP("Team", "Overlap"), QT_TRANSLATE_NOOP("Team", "share that several read, such as 20%")),
    ("blind", QT_TRANSLATE_NOOP("Team", "Blind"), QT_TRANSLATE_NOOP("Team", "share read without candidates, such as 10%")),
    ("sample", QT_TRANSLATE_NOOP("Team", "Sample"), QT_TRANSLATE_NOOP("Team", "all; or 50, or 20%")),
    ("seed", QT_TRANSLATE_NOOP("Team", "Seed"), "0"),
)
_NAME_WIDTH = 120


class TeamForm(QWidget):
    """Six fields and the round.

    Signals:
        edited: something was typed or chosen.
        escaped: Esc was pressed in a field.
    """

    edited = Signal()
    escaped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rounds: tuple[str, ...] = ()
        self.fields: dict[str, Field] = {}
        self._wrong: dict[str, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, _NAME_WIDTH)
        grid.setColumnStretch(1, 1)
        for name, title, usual in _FIELDS:
            self._add(theme, grid, name, words(title), words(usual))
        self.round = Chip(theme, words("Round"), self._options)
        self.round.chosen.connect(self.edited)
        grid.addWidget(self.round, grid.rowCount(), 1)

    @property
    def form(self) -> Form:
        """The fields as they stand."""
        return Form(**{name: field.text() for name, field in self.fields.items()}, round=self.round.value)

    def show_form(self, form: Form) -> None:
        """Fill the fields without telling anybody."""
        for name, field in self.fields.items():
            with QSignalBlocker(field):
                field.setText(getattr(form, name))
        self.round.show_value(form.round)

    def offer_rounds(self, rounds: tuple[str, ...]) -> None:
        """Offer these rounds beside the usual ones."""
        self._rounds = rounds

    def show_wrong(self, name: str, sentence: str) -> None:
        """Show under a field what is wrong with it; an empty name clears all."""
        for other, label in self._wrong.items():
            label.setText(sentence if other == name else "")
            label.setVisible(other == name)

    def _add(self, theme: Theme, grid: QGridLayout, name: str, title: str, usual: str) -> None:
        field = self.fields[name] = Field()
        field.setFont(theme.ui_font(13))
        field.setPlaceholderText(usual)
        field.setAccessibleName(title)
        field.textChanged.connect(self.edited)
        field.escaped.connect(self.escaped)
        wrong = self._wrong[name] = line(theme, "", "wrong")
        wrong.hide()
        label = line(theme, title)
        label.setBuddy(field)
        row = grid.rowCount()
        grid.addWidget(label, row, 0)
        grid.addWidget(field, row, 1)
        grid.addWidget(wrong, row + 1, 1)

    def _options(self) -> list[Option]:
        return [(name, round_words(name)) for name in dict.fromkeys((*ROUNDS, *self._rounds))]
