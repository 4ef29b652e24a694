"""The tabs of names: the lexicon, and what people added by hand and is offered for it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtGui import QGuiApplication
from typing_extensions import override

from annotator.core.errors import AnnotatorError
from annotator.core.lexicon import LexiconEntry
from annotator.project.linking import Register
from annotator.project.precision import Offer, Worth
from annotator.session.knowledge import Knowledge
from annotator.session.knowledge_checks import KINDS, Complaints
from annotator.session.knowledge_files import Shelf
from annotator.session.translating import QT_TRANSLATE_NOOP, error_words
from annotator.ui.knowledge_form import FieldSpec, Sort
from annotator.ui.knowledge_part import Hints, Part, label_column, label_keys, label_options, percent, translate, words
from annotator.ui.knowledge_table import Column
from annotator.ui.theme import Theme

_LABEL = "label:"
_KIND_NAMES = {
    "name": QT_TRANSLATE_NOOP("Knowledge", "name"),
    "class": QT_TRANSLATE_NOOP("Knowledge", "class name"),
    "variant": QT_TRANSLATE_NOOP("Knowledge", "variant"),
    "abbreviation": QT_TRANSLATE_NOOP("Knowledge", "abbreviation"),
    "traditional": QT_TRANSLATE_NOOP("Knowledge", "traditional form"),
    "universal": QT_TRANSLATE_NOOP("Knowledge", "universal: only where the poor are spoken of"),
}
_KEYS = {"A": "add", "Ins": "add", "Del": "delete", "Backspace": "delete", "Ctrl+V": "paste", "I": "import", "S": "export"}


class LexiconPart(Part):
    """The terms that are looked for in every article. A label key gives the selected terms that label."""

    shelf = Shelf.LEXICON

    def __init__(self, theme: Theme, knowledge: Knowledge) -> None:
        self._names = {programme.id: programme.name for programme in knowledge.held.programmes}
        columns = (
            Column(translate("Knowledge", "Term"), lambda row: row.term, 2.4),
            label_column(knowledge.scheme, theme),
            Column(translate("Knowledge", "Programme"), self._programme, 1.7, from_width=900),
            Column(translate("Knowledge", "Kind"), lambda row: words(_KIND_NAMES.get(row.kind, row.kind)), 1.0, from_width=560),
            Column(translate("Knowledge", "Note"), lambda row: row.note, 1.2, from_width=1100),
            Column(translate("Knowledge", "Where from"), lambda row: row.origin, 1.9, from_width=720),
            Column(translate("Knowledge", "Proposed"), self._proposed, 0.95, is_figure=True, key=lambda row: self._worth(row).proposed),
            Column(translate("Knowledge", "Kept"), self._kept, 0.65, is_figure=True, key=lambda row: self._worth(row).kept, from_width=620),
            Column(
                translate("Knowledge", "Rejected"),
                self._rejected,
                0.9,
                is_figure=True,
                key=lambda row: self._worth(row).rejected,
                from_width=620,
            ),
            Column(translate("Knowledge", "Precision"), lambda row: percent(self._worth(row)), 0.9, is_figure=True, key=self._precision),
        )
        fields = (
            FieldSpec("term", translate("Knowledge", "Term")),
            FieldSpec(
                "label",
                translate("Knowledge", "Label"),
                Sort.CHOICE,
                label_options(knowledge.scheme, theme.language),
                label_keys(knowledge.scheme),
            ),
            FieldSpec("programme", translate("Knowledge", "Programme"), hint=translate("Knowledge", "none")),
            FieldSpec("kind", translate("Knowledge", "Kind"), Sort.CHOICE, tuple((words(_KIND_NAMES[kind]), kind) for kind in KINDS)),
            FieldSpec("note", translate("Knowledge", "Note")),
            FieldSpec("origin", translate("Knowledge", "Where from")),
        )
        keys = {key: f"{_LABEL}{label}" for key, label in label_keys(knowledge.scheme)}
        super().__init__(theme, knowledge, columns, fields, {**keys, **_KEYS})

    @override
    def entries(self) -> Sequence[LexiconEntry]:
        self._names = {programme.id: programme.name for programme in self.knowledge.held.programmes}
        self.form.set_completions("programme", list(self._names.values()))
        return self.knowledge.held.lexicon

    @override
    def found_by(self, row: LexiconEntry) -> str:
        label = self.scheme.label(row.label)
        names = f"{label.name.zh} {label.name.en}" if label is not None else ""
        return f"{row.term} {row.label} {names} {self._programme(row)} {row.note} {row.origin}"

    @override
    def is_same(self, row: LexiconEntry, other: LexiconEntry) -> bool:
        return (row.term, row.label) == (other.term, other.label)

    @override
    def values_of(self, row: LexiconEntry | None) -> Mapping[str, str]:
        entry = row or LexiconEntry("", self._label_here(), origin=translate("Knowledge", "by hand"))
        return {
            "term": entry.term,
            "label": entry.label,
            "programme": self._programme(entry),
            "kind": entry.kind,
            "note": entry.note,
            "origin": entry.origin,
        }

    @override
    def keep(self, old: LexiconEntry | None, values: Mapping[str, str]) -> Complaints:
        called = Register.of(self.knowledge.held.programmes).called(values["programme"])
        programme = called[0] if called else values["programme"]
        if old is not None and values["programme"] == self._programme(old):
            programme = old.programme
        new = LexiconEntry(values["term"], values["label"], programme, values["kind"], values["note"], values["origin"])
        found = self.knowledge.put_entry(old, new)
        if not found:
            self.go_to_entry(new)
        return found

    @override
    def act(self, command: str) -> None:
        if command == "add":
            self.add()
        elif command == "delete":
            self.knowledge.delete_entries(self._chosen())
        elif command == "paste":
            try:
                self.knowledge.paste(QGuiApplication.clipboard().text(), self._label_here())
            except AnnotatorError as error:
                self.said.emit(error_words(error))
        elif command.startswith(_LABEL):
            self._label(command.removeprefix(_LABEL))

    @override
    def hints(self) -> Hints:
        return (
            ("↵", translate("Knowledge", "edit")),
            ("A", translate("Knowledge", "add")),
            ("1 … Y", translate("Knowledge", "label")),
            ("Del", translate("Knowledge", "delete")),
            ("Ctrl V", translate("Knowledge", "paste lines")),
            ("Ctrl Z", translate("Knowledge", "undo")),
            ("Esc", translate("Knowledge", "back")),
        )

    @override
    def buttons(self) -> Sequence[tuple[str, str, str]]:
        return (
            (translate("Knowledge", "Add"), "A", "add"),
            (translate("Knowledge", "Import…"), "I", "import"),
            (translate("Knowledge", "Export…"), "S", "export"),
        )

    def _label(self, label: str) -> None:
        current = self.table.current
        self.knowledge.label_entries(self._chosen(), label)
        if isinstance(current, LexiconEntry):
            self.go_to_entry(replace(current, label=label))

    def _chosen(self) -> list[LexiconEntry]:
        return [row for row in self.table.chosen if isinstance(row, LexiconEntry)]

    def _label_here(self) -> str:
        """Return the label of the current entry: who adds one mostly adds its like."""
        current = self.table.current
        return current.label if isinstance(current, LexiconEntry) else self.scheme.labels[0].id

    def _programme(self, row: LexiconEntry) -> str:
        return self._names.get(row.programme, row.programme)

    def _worth(self, row: LexiconEntry) -> Worth:
        return self.knowledge.worth(f"lexicon:{row.term}")

    def _proposed(self, row: LexiconEntry) -> str:
        return str(self._worth(row).proposed or "")

    def _kept(self, row: LexiconEntry) -> str:
        return str(self._worth(row).kept or "")

    def _rejected(self, row: LexiconEntry) -> str:
        return str(self._worth(row).rejected or "")

    def _precision(self, row: LexiconEntry) -> float:
        found = self._worth(row).precision
        return -1.0 if found is None else found


class OffersPart(Part):
    """Names that people marked by hand again and again: Enter takes one, a label key takes it with that label, N refuses it for good."""

    def __init__(self, theme: Theme, knowledge: Knowledge) -> None:
        columns = (
            Column(translate("Knowledge", "Term"), lambda row: row.term, 3),
            label_column(knowledge.scheme, theme, weight=2),
            Column(translate("Knowledge", "Added by hand"), lambda row: str(row.count), 1, is_figure=True, key=lambda row: row.count),
        )
        keys = {key: f"{_LABEL}{label}" for key, label in label_keys(knowledge.scheme)}
        super().__init__(theme, knowledge, columns, (), {**keys, "Return": "take", "Enter": "take", "Space": "take", "N": "refuse"})

    @override
    def entries(self) -> Sequence[Offer]:
        return self.knowledge.offers

    @override
    def found_by(self, row: Offer) -> str:
        return row.term

    @override
    def is_same(self, row: Offer, other: Offer) -> bool:
        return row.term == other.term

    @override
    def values_of(self, row: Offer | None) -> Mapping[str, str]:
        return {}

    @override
    def keep(self, old: Offer | None, values: Mapping[str, str]) -> Complaints:
        return {}

    @override
    def act(self, command: str) -> None:
        offer = self.table.current
        if not isinstance(offer, Offer):
            return
        if command == "refuse":
            self.knowledge.refuse_offer(offer)
        else:
            self.knowledge.take_offer(offer, command.removeprefix(_LABEL) if command.startswith(_LABEL) else offer.label)

    @override
    def notice(self) -> str:
        if self.knowledge.figures is None:
            return translate("Knowledge", "counting…")
        return translate(
            "Knowledge", "Nothing is offered now. A name that people added by hand twice or more, and that the lexicon lacks, appears here."
        )

    @override
    def hints(self) -> Hints:
        return (
            ("↵", translate("Knowledge", "into the lexicon")),
            ("1 … Y", translate("Knowledge", "with this label")),
            ("N", translate("Knowledge", "never offer again")),
            ("Ctrl Z", translate("Knowledge", "undo")),
            ("Esc", translate("Knowledge", "back")),
        )

    @override
    def buttons(self) -> Sequence[tuple[str, str, str]]:
        return (translate("Knowledge", "Into the lexicon"), "Return", "take"), (translate("Knowledge", "Never again"), "N", "refuse")

    @override
    def show_counts(self) -> None:
        self.refresh()
