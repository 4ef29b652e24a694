"""What can be chosen of an export: whose work, how it is written, how it is split. Only what concerns the format is shown."""

from collections.abc import Sequence
from dataclasses import fields

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.session.exporting import NATIVE, RELEVANT, Facts, Wish
from annotator.session.translating import QT_TRANSLATE_NOOP
from annotator.ui.chip import Chip, Option
from annotator.ui.export_words import words
from annotator.ui.field import Field
from annotator.ui.team_parts import line
from annotator.ui.team_words import round_words
from annotator.ui.theme import Theme

_CHOICES: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "layer": (
        QT_TRANSLATE_NOOP("Export", "Layer"),
        (
            ("annotation", QT_TRANSLATE_NOOP("Export", "annotation")),
            ("candidates", QT_TRANSLATE_NOOP("Export", "candidates")),
            ("gold", QT_TRANSLATE_NOOP("Export", "gold")),
            ("ledger", QT_TRANSLATE_NOOP("Export", "ledger: all decisions")),
        ),
    ),
    "by": (QT_TRANSLATE_NOOP("Export", "People"), (("", QT_TRANSLATE_NOOP("Export", "everybody")),)),
    "round": (QT_TRANSLATE_NOOP("Export", "Round"), (("", QT_TRANSLATE_NOOP("Export", "all rounds")),)),
    "condition": (
        QT_TRANSLATE_NOOP("Export", "Condition"),
        (
            ("", QT_TRANSLATE_NOOP("Export", "any")),
            ("shown", QT_TRANSLATE_NOOP("Export", "shown")),
            ("blind", QT_TRANSLATE_NOOP("Export", "blind")),
        ),
    ),
    "times": (
        QT_TRANSLATE_NOOP("Export", "Times"),
        (
            ("exact", QT_TRANSLATE_NOOP("Export", "exact")),
            ("day", QT_TRANSLATE_NOOP("Export", "the day")),
            ("none", QT_TRANSLATE_NOOP("Export", "none")),
        ),
    ),
    "tokens": (
        QT_TRANSLATE_NOOP("Export", "Tokens"),
        (("characters", QT_TRANSLATE_NOOP("Export", "characters")), ("words", QT_TRANSLATE_NOOP("Export", "words"))),
    ),
    "tags": (QT_TRANSLATE_NOOP("Export", "Tags"), (("bio", "BIO"), ("bioes", "BIOES"))),
    "unit": (
        QT_TRANSLATE_NOOP("Export", "Offsets"),
        (
            ("", QT_TRANSLATE_NOOP("Export", "as the tool counts")),
            ("code-points", QT_TRANSLATE_NOOP("Export", "code points")),
            ("utf-16", "UTF-16"),
        ),
    ),
    "split_by": (
        QT_TRANSLATE_NOOP("Export", "Never divide"),
        (
            ("cluster", QT_TRANSLATE_NOOP("Export", "what is printed alike")),
            ("newspaper", QT_TRANSLATE_NOOP("Export", "a newspaper")),
            ("year", QT_TRANSLATE_NOOP("Export", "a year")),
        ),
    ),
    "card": (
        QT_TRANSLATE_NOOP("Export", "Card"),
        (("", QT_TRANSLATE_NOOP("Export", "none")), ("zh", "中文"), ("en", "English")),
    ),
}
_FLAGS = {
    "finished": QT_TRANSLATE_NOOP("Export", "finished articles only"),
    "repeats": QT_TRANSLATE_NOOP("Export", "keep what is printed again"),
    "pseudonyms": QT_TRANSLATE_NOOP("Export", "pseudonyms A1, A2…"),
    "healed": QT_TRANSLATE_NOOP("Export", "heal line breaks"),
    "sentences": QT_TRANSLATE_NOOP("Export", "with the sentence"),
    "blind_test": QT_TRANSLATE_NOOP("Export", "test on blind articles only"),
}
_SPLIT = {"split": QT_TRANSLATE_NOOP("Export", "Split"), "seed": QT_TRANSLATE_NOOP("Export", "Seed")}
_USUAL = {"split": "8:1:1", "seed": "0"}
_ROWS = (
    ("layer", "by", "round"),
    ("condition", "times", "card"),
    ("finished", "repeats", "pseudonyms"),
    ("tokens", "tags", "unit", "healed", "sentences"),
    ("split", "seed", "split_by", "blind_test"),
)
_OF_FORMATS = frozenset({"tokens", "tags", "unit", "sentences"})
# The ledger is written as it stands.
_NOT_OF_LEDGER = frozenset({"healed", "repeats", "split", "seed", "split_by", "blind_test", "card"})
_OF_SPLITS = frozenset({"seed", "split_by", "blind_test"})
_FIELD_WIDTH = 84


class ExportOptions(QWidget):
    """Chips, ticks and two fields; `wish` is what they say.

    Signals:
        edited: something was chosen or typed.
        escaped: Esc was pressed in a field.
    """

    edited = Signal()
    escaped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._facts = Facts()
        self.chips = {name: self._chip(name) for name in _CHOICES}
        self.flags = {name: self._flag(name) for name in _FLAGS}
        self.fields = {name: self._field(name) for name in _SPLIT}
        self.wrong = line(theme, "", "wrong")
        self.wrong.hide()
        self._labels: dict[str, QLabel] = {}
        self._format = NATIVE
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for names in _ROWS:
            row = QHBoxLayout()
            row.setSpacing(10)
            for name in names:
                for widget in self._widgets(name):
                    row.addWidget(widget)
            row.addStretch(1)
            column.addLayout(row)
        column.addWidget(self.wrong)
        self.show_format(NATIVE)

    @property
    def wish(self) -> Wish:
        """What is chosen."""
        chosen: dict[str, object] = {name: chip.value for name, chip in self.chips.items()}
        chosen |= {name: flag.isChecked() for name, flag in self.flags.items()}
        chosen |= {name: field.text() for name, field in self.fields.items()}
        known = {one.name for one in fields(Wish)}
        return Wish(format=self._format, **{name: value for name, value in chosen.items() if name in known})  # type: ignore[arg-type]

    def show_facts(self, facts: Facts) -> None:
        """Offer the people and rounds that there are."""
        self._facts = facts

    def show_format(self, name: str) -> None:
        """Show what a format has a choice in; only this program's own holds the ledger."""
        self._format = name
        layer = self.chips["layer"]
        if name != NATIVE and layer.value == "ledger":
            layer.show_value("annotation")
        self._arrange()

    def show_wrong(self, sentence: str) -> None:
        """Show what is wrong with a field; an empty sentence clears it."""
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))

    def _arrange(self) -> None:
        shown = RELEVANT.get(self._format, frozenset())
        is_ledger = self.chips["layer"].value == "ledger"
        is_split = bool(self.fields["split"].text().strip())
        for name in (*self.chips, *self.flags, *self.fields):
            is_shown = name not in _OF_FORMATS or name in shown
            is_shown = is_shown and not (is_ledger and name in _NOT_OF_LEDGER) and (is_split or name not in _OF_SPLITS)
            for widget in self._widgets(name):
                widget.setVisible(is_shown)

    def _widgets(self, name: str) -> Sequence[QWidget]:
        if name in self.chips:
            return [self.chips[name]]
        if name in self.flags:
            return [self.flags[name]]
        if name not in self._labels:
            self._labels[name] = line(self._theme, words(_SPLIT[name]))
            self._labels[name].setWordWrap(False)
        return [self._labels[name], self.fields[name]]

    def _chip(self, name: str) -> Chip:
        def options() -> list[Option]:
            return self._options(name)

        chip = Chip(self._theme, words(_CHOICES[name][0]), options)
        chip.chosen.connect(self._on_edited)
        return chip

    def _options(self, name: str) -> list[Option]:
        usual = [(value, words(text)) for value, text in _CHOICES[name][1]]
        if name == "by":
            return [*usual, *((person, person) for person in self._facts.people)]
        if name == "round":
            return [*usual, *((one, round_words(one)) for one in self._facts.rounds)]
        if name == "layer":
            gone = {"ledger"} if getattr(self, "_format", NATIVE) != NATIVE else set()
            return [option for option in usual if option[0] not in gone and (option[0] != "gold" or self._facts.has_gold)]
        return usual

    def _flag(self, name: str) -> QCheckBox:
        flag = QCheckBox(words(_FLAGS[name]))
        flag.setFont(self._theme.ui_font(12))
        flag.toggled.connect(self._on_edited)
        return flag

    def _field(self, name: str) -> Field:
        field = Field()
        field.setFont(self._theme.ui_font(12))
        field.setFixedWidth(_FIELD_WIDTH)
        field.setPlaceholderText(_USUAL[name])
        field.setAccessibleName(words(_SPLIT[name]))
        field.textChanged.connect(self._on_edited)
        field.escaped.connect(self.escaped)
        return field

    def _on_edited(self) -> None:
        self._arrange()
        self.edited.emit()
