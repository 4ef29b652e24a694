"""The tab of the register: the programmes that mentions can be linked to."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from typing_extensions import override

from annotator.core.programme import Programme
from annotator.session.knowledge import Knowledge
from annotator.session.knowledge_checks import Complaints
from annotator.session.knowledge_files import Shelf
from annotator.ui.knowledge_form import FieldSpec, Sort
from annotator.ui.knowledge_part import Hints, Part, label_column, label_keys, label_options, translate, words
from annotator.ui.knowledge_table import Column
from annotator.ui.theme import Theme

_KEYS = {"A": "add", "Ins": "add", "Del": "delete", "Backspace": "delete", "M": "merge", "I": "import", "S": "export"}


class RegisterPart(Part):
    """Programmes with their other names. M twice merges one into another."""

    shelf = Shelf.REGISTER

    def __init__(self, theme: Theme, knowledge: Knowledge) -> None:
        columns = (
            Column(translate("Knowledge", "Name"), lambda row: row.name, 2.2),
            Column(translate("Knowledge", "Other names"), lambda row: "  ".join(row.aliases), 2.6, from_width=420),
            label_column(knowledge.scheme, theme),
            Column(translate("Knowledge", "Note"), lambda row: row.note, 1.6, from_width=760),
            Column(translate("Knowledge", "Where from"), lambda row: row.origin, 1.8, from_width=640),
            Column("id", lambda row: row.id, 1.2, from_width=900),
            Column(translate("Knowledge", "Linked"), self._linked, 0.9, is_figure=True, key=lambda row: knowledge.linked(row.id)),
        )
        labels = (("–", ""), *label_options(knowledge.scheme, theme.language))
        fields = (
            FieldSpec("name", translate("Knowledge", "Name")),
            FieldSpec("aliases", translate("Knowledge", "Other names"), Sort.TEXT, lines=6, hint=translate("Knowledge", "one a line")),
            FieldSpec("label", translate("Knowledge", "Label"), Sort.CHOICE, labels, label_keys(knowledge.scheme)),
            FieldSpec("note", translate("Knowledge", "Note")),
            FieldSpec("origin", translate("Knowledge", "Where from")),
        )
        super().__init__(theme, knowledge, columns, fields, _KEYS)
        self._merging: Programme | None = None

    @override
    def entries(self) -> Sequence[Programme]:
        return self.knowledge.held.programmes

    @override
    def found_by(self, row: Programme) -> str:
        return f"{row.id} {row.name} {' '.join(row.aliases)} {row.label} {row.note} {row.origin}"

    @override
    def is_same(self, row: Programme, other: Programme) -> bool:
        return row.id == other.id

    @override
    def values_of(self, row: Programme | None) -> Mapping[str, str]:
        one = row or Programme("", "", origin=translate("Knowledge", "by hand"))
        return {"name": one.name, "aliases": "\n".join(one.aliases), "label": one.label, "note": one.note, "origin": one.origin}

    @override
    def keep(self, old: Programme | None, values: Mapping[str, str]) -> Complaints:
        aliases = tuple(dict.fromkeys(alias.strip() for alias in values["aliases"].splitlines() if alias.strip()))
        new = replace(
            old or Programme("", ""),
            name=values["name"],
            aliases=aliases,
            label=values["label"],
            note=values["note"],
            origin=values["origin"],
        )
        found = self.knowledge.put_programme(new)
        if not found and old is None:
            made = next((one for one in self.knowledge.held.programmes if one.name == new.name), new)
            self.go_to_entry(made)
        return found

    @override
    def act(self, command: str) -> None:
        current = self.table.current
        if command == "add":
            self.add()
        elif command == "delete" and isinstance(current, Programme):
            self.knowledge.delete_programme(current)
        elif command == "merge" and isinstance(current, Programme):
            self._merge(current)

    @override
    def hints(self) -> Hints:
        return (
            ("↵", translate("Knowledge", "edit")),
            ("A", translate("Knowledge", "add")),
            ("M", translate("Knowledge", "merge into another")),
            ("Del", translate("Knowledge", "delete")),
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

    def _merge(self, current: Programme) -> None:
        """Remember the entry, or merge the one remembered into this one."""
        if not self.may_edit:
            self.said.emit(words(self.knowledge.why_not or ""))
            return
        merging, self._merging = self._merging, None
        known = {one.id: one for one in self.knowledge.held.programmes}
        if merging is None or merging.id not in known:
            self._merging = current
            self.said.emit(
                translate("Knowledge", "Go to the entry that “{name}” is to become part of, and press M there; M here gives up.").format(
                    name=current.name
                )
            )
        elif merging.id == current.id:
            self.said.emit(translate("Knowledge", "Nothing is merged."))
        else:
            self.knowledge.merge_programmes(known[merging.id], current)
            self.go_to_entry(current)

    def _linked(self, row: Programme) -> str:
        return str(self.knowledge.linked(row.id) or "")
