"""The bar over the page of agreement: which readings are measured, and how."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from annotator.agreement.units import Policy
from annotator.core.decision import Condition
from annotator.session.agreeing import Asked
from annotator.session.translating import QT_TRANSLATE_NOOP
from annotator.ui.agreement_words import Namer, words
from annotator.ui.chip import Chip, Option
from annotator.ui.plain_label import PlainLabel, tip
from annotator.ui.theme import Theme

_BETWEEN = "\x1f"


class ScopeBar(QWidget):
    """Chips for round, people, label, condition, what is unmarked, and names.

    Signals:
        asked: other readings are asked for.
        names_asked: people are to be hidden behind letters, or shown.
        export_asked: the tables are wanted.
    """

    asked = Signal(object)
    names_asked = Signal(bool)
    export_asked = Signal()

    def __init__(self, theme: Theme, namer: Namer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("concordanceTop")
        self._namer = namer
        self._people: tuple[str, ...] = ()
        self._rounds: tuple[str, ...] = ()
        self._asked = Asked()
        self.round = Chip(theme, words(QT_TRANSLATE_NOOP("Agreement", "Round")), self._of_rounds)
        self.people = Chip(theme, words(QT_TRANSLATE_NOOP("Agreement", "People")), self._of_people)
        self.label = Chip(theme, words(QT_TRANSLATE_NOOP("Agreement", "Label")), self._of_labels)
        self.condition = Chip(theme, words(QT_TRANSLATE_NOOP("Agreement", "Condition")), self._of_conditions)
        self.unmarked = Chip(theme, words(QT_TRANSLATE_NOOP("Agreement", "Left undecided")), self._of_policies)
        self.names = Chip(theme, words(QT_TRANSLATE_NOOP("Agreement", "Names")), self._of_names)
        self._summary = PlainLabel()
        self._summary.setObjectName("meta")
        self._summary.setFont(theme.ui_font(12))
        self._summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.export = QPushButton(words(QT_TRANSLATE_NOOP("Agreement", "Export both tables")) + "  E")
        self.export.setProperty("isSmall", True)
        self.export.setFont(theme.ui_font(12))
        self.export.clicked.connect(self.export_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(6)
        for chip in (self.round, self.people, self.label, self.condition, self.unmarked, self.names):
            row.addWidget(chip)
            chip.chosen.connect(self._on_chosen)
        row.addWidget(self._summary, 1)
        row.addWidget(self.export)

    def show_choices(self, people: Sequence[str], rounds: Sequence[str]) -> None:
        """Offer these people and rounds."""
        self._people, self._rounds = tuple(people), tuple(rounds)
        for chip in (self.people, self.round):
            chip.show_value(chip.value)

    def say(self, summary: str) -> None:
        """Say on what the figures rest."""
        self._summary.setText(summary)
        self._summary.setToolTip(tip(summary))

    def _of_rounds(self) -> list[Option]:
        return [("", words(QT_TRANSLATE_NOOP("Agreement", "first readings"))), *((name, name) for name in self._rounds)]

    def _of_people(self) -> list[Option]:
        pairs = combinations(self._people, 2) if len(self._people) > 2 else ()  # noqa: PLR2004 (two are everybody)
        named = ((_BETWEEN.join(pair), " – ".join(map(self._namer.person, pair))) for pair in pairs)
        return [("", words(QT_TRANSLATE_NOOP("Agreement", "everybody"))), *named]

    def _of_labels(self) -> list[Option]:
        return [
            ("", words(QT_TRANSLATE_NOOP("Agreement", "all"))),
            *((label.id, label.short.get(self._namer.language)) for label in self._namer.scheme.labels),
        ]

    @staticmethod
    def _of_conditions() -> list[Option]:
        return [
            ("", words(QT_TRANSLATE_NOOP("Agreement", "shown and blind"))),
            (Condition.SHOWN, words(QT_TRANSLATE_NOOP("Agreement", "shown"))),
            (Condition.BLIND, words(QT_TRANSLATE_NOOP("Agreement", "blind"))),
        ]

    @staticmethod
    def _of_policies() -> list[Option]:
        return [
            (Policy.UNMARKED_IS_NONE.value, words(QT_TRANSLATE_NOOP("Agreement", "counts as none"))),
            (Policy.MISSING.value, words(QT_TRANSLATE_NOOP("Agreement", "is missing"))),
        ]

    @staticmethod
    def _of_names() -> list[Option]:
        return [("", words(QT_TRANSLATE_NOOP("Agreement", "in full"))), ("hidden", words(QT_TRANSLATE_NOOP("Agreement", "A, B, C")))]

    def _on_chosen(self, _value: str) -> None:
        self.names_asked.emit(bool(self.names.value))
        choice = replace(
            self._asked.choice,
            round=self.round.value or None,
            people=tuple(self.people.value.split(_BETWEEN)) if self.people.value else None,
            labels=(self.label.value,) if self.label.value else None,
            condition=Condition(self.condition.value) if self.condition.value else None,
        )
        asked = Asked(choice, Policy(self.unmarked.value))
        if asked != self._asked:
            self._asked = asked
            self.asked.emit(asked)
