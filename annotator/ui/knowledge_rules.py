"""The tab of rules: patterns, which propose, and vetoes, which drop; each with the examples that test it."""

import html
from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor
from typing_extensions import override

from annotator.core.pattern import Pattern, Scope, Veto
from annotator.project.precision import Worth
from annotator.session.knowledge import Knowledge
from annotator.session.knowledge_checks import KINDS, Complaints
from annotator.session.knowledge_files import Shelf
from annotator.session.knowledge_rules import rule_complaints, trials
from annotator.session.translating import QT_TRANSLATE_NOOP
from annotator.ui.knowledge_form import FieldSpec, Sort
from annotator.ui.knowledge_part import Hints, Part, label_column, label_keys, label_options, percent, spoken, translate, words
from annotator.ui.knowledge_table import Column
from annotator.ui.plain_label import PlainLabel
from annotator.ui.theme import Theme

Ruling = Pattern | Veto
# Trying a rule of the largest size takes a few hundred milliseconds: not for every key.
_AFTER = 250
_SCOPES = {
    Scope.SENTENCE: QT_TRANSLATE_NOOP("Knowledge", "the sentence"),
    Scope.PARAGRAPH: QT_TRANSLATE_NOOP("Knowledge", "the paragraph"),
    Scope.NEARBY: QT_TRANSLATE_NOOP("Knowledge", "the paragraphs around"),
    Scope.ARTICLE: QT_TRANSLATE_NOOP("Knowledge", "the article"),
}
_KEYS = {
    "Space": "toggle",
    "A": "add",
    "Ins": "add",
    "V": "add_veto",
    "D": "copy",
    "Del": "delete",
    "Backspace": "delete",
    "I": "import",
    "S": "export",
}


class RulesPart(Part):
    """Patterns first, then vetoes. Rules that ship are switched on and off; one's own are written here."""

    shelf = Shelf.RULES

    def __init__(self, theme: Theme, knowledge: Knowledge) -> None:
        columns = (
            Column(translate("Knowledge", "On"), lambda row: "✓" if row.enabled else "–", 0.8, key=lambda row: row.enabled),
            Column(translate("Knowledge", "Group"), _group, 1.0, from_width=460),
            Column(translate("Knowledge", "Title"), self._title, 2.6, ink=self._ink),
            label_column(knowledge.scheme, theme),
            Column(translate("Knowledge", "Expression"), lambda row: row.expression, 1.6, from_width=860),
            Column(translate("Knowledge", "Trust"), _score, 0.7, is_figure=True, from_width=520),
            Column(translate("Knowledge", "Proposed"), self._proposed, 1.0, is_figure=True, key=lambda row: self._worth(row).proposed),
            Column(translate("Knowledge", "Kept"), self._kept, 0.7, is_figure=True, key=lambda row: self._worth(row).kept, from_width=620),
            Column(
                translate("Knowledge", "Rejected"),
                self._rejected,
                0.9,
                is_figure=True,
                key=lambda row: self._worth(row).rejected,
                from_width=620,
            ),
            Column(translate("Knowledge", "Precision"), lambda row: percent(self._worth(row)), 0.9, is_figure=True, from_width=360),
        )
        super().__init__(theme, knowledge, columns, _fields(knowledge, theme), _KEYS)
        self._copied: Ruling | None = None
        self._begun: Ruling | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER)
        self._soon.timeout.connect(self.try_examples)
        self.form.edited.connect(self._soon.start)
        self.trials = PlainLabel()
        self.trials.setFont(theme.ui_font(12))
        self.trials.setWordWrap(True)
        self.trials.setTextFormat(Qt.TextFormat.RichText)
        self.trials.setAccessibleName(translate("Knowledge", "Examples tried"))
        self.form.put_below("counterexamples", self.trials)

    def try_examples(self) -> None:
        """Try what stands in the fields on its examples, and show how each fares."""
        rule = self._written(self.form.values())
        complaints = rule_complaints(rule, labels=self.knowledge.labels)
        self.form.show_complaints(spoken(complaints) if self.form.is_dirty else {})
        self.trials.setText("" if complaints else self._tried(rule))

    @override
    def entries(self) -> Sequence[Ruling]:
        return (*self.knowledge.held.patterns, *self.knowledge.held.vetoes)

    @override
    def found_by(self, row: Ruling) -> str:
        examples = " ".join((*row.examples, *row.counterexamples))
        return f"{row.id} {_group(row)} {row.title_zh} {row.title_en} {getattr(row, 'label', '')} {examples} {row.expression}"

    @override
    def is_same(self, row: Ruling, other: Ruling) -> bool:
        return type(row) is type(other) and row.id == other.id

    @override
    def values_of(self, row: Ruling | None) -> Mapping[str, str]:
        rule = row if row is not None else self._begun or Pattern("", self.scheme.labels[0].id, "")
        shared = {
            "title_zh": rule.title_zh,
            "title_en": rule.title_en,
            "expression": rule.expression,
            "scope": rule.scope.value,
            "examples": "\n".join(rule.examples),
            "counterexamples": "\n".join(rule.counterexamples),
        }
        if isinstance(rule, Pattern):
            return {**shared, "label": rule.label, "score": f"{rule.score:g}", "holds": rule.holds, "near": rule.near}
        return {**shared, "unless": rule.unless, "kinds": ", ".join(rule.kinds)}

    @override
    def keep(self, old: Ruling | None, values: Mapping[str, str]) -> Complaints:
        rule = self._written(values)
        found = _unreadable(values) or self.knowledge.put_rule(rule, after=self._copied.id if old is None and self._copied else "")
        if not found:
            self._begun = self._copied = None
            self.go_to_entry(rule)
        return found

    @override
    def act(self, command: str) -> None:
        rule = self.table.current
        if command in {"add", "add_veto"}:
            new = self.knowledge.new_rule_id()
            self._begin(Pattern(new, self.scheme.labels[0].id, "") if command == "add" else Veto(new, ""))
        elif not isinstance(rule, Pattern | Veto):
            return
        elif command == "toggle":
            self.knowledge.toggle_rule(rule)
        elif command == "copy":
            self._copy(rule)
        elif command == "delete":
            self.knowledge.delete_rule(rule)

    @override
    def hints(self) -> Hints:
        return (
            (translate("Knowledge", "Space"), translate("Knowledge", "on, off")),
            ("↵", translate("Knowledge", "edit")),
            ("A", translate("Knowledge", "new pattern")),
            ("V", translate("Knowledge", "new veto")),
            ("D", translate("Knowledge", "copy")),
            ("Ctrl ↵", translate("Knowledge", "save")),
            ("Ctrl Z", translate("Knowledge", "undo")),
            ("Esc", translate("Knowledge", "back")),
        )

    @override
    def buttons(self) -> Sequence[tuple[str, str, str]]:
        return (
            (translate("Knowledge", "Pattern"), "A", "add"),
            (translate("Knowledge", "Veto"), "V", "add_veto"),
            (translate("Knowledge", "Import…"), "I", "import"),
            (translate("Knowledge", "Export…"), "S", "export"),
        )

    @override
    def on_form_shown(self) -> None:
        self._soon.stop()
        self.trials.setText("")
        rule = self._edited
        if isinstance(rule, Pattern | Veto):
            # What ships is read, not rewritten: an update of the program may bring it anew.
            is_own = self.knowledge.is_own(rule)
            self.form.set_enabled(is_enabled=self.may_edit and is_own)
            self._soon.start()

    @override
    def _edit(self) -> None:
        rule = self.table.current
        if self.may_edit and isinstance(rule, Pattern | Veto) and not self.knowledge.is_own(rule):
            self.said.emit(translate("Knowledge", "This rule ships with the program: switch it off with Space, or copy it with D."))
            return
        super()._edit()

    def _begin(self, rule: Ruling) -> None:
        self._begun = rule
        self.add()

    def _copy(self, rule: Ruling) -> None:
        self._copied = rule
        new = self.knowledge.new_rule_id()
        self._begin(replace(rule, id=new))

    def _written(self, values: Mapping[str, str]) -> Ruling:
        """Return the rule in the fields, as far as it can be read."""
        base = self._edited if isinstance(self._edited, Pattern | Veto) else self._begun or Pattern("", "", "")
        shared = {
            "id": base.id,
            "enabled": base.enabled,
            "title_zh": values.get("title_zh", ""),
            "title_en": values.get("title_en", ""),
            "expression": _one_line(values.get("expression", "")),
            "scope": Scope(values.get("scope") or Scope.NEARBY),
            "examples": _lines(values.get("examples", "")),
            "counterexamples": _lines(values.get("counterexamples", "")),
        }
        if isinstance(base, Veto):
            kinds = tuple(kind.strip() for kind in values.get("kinds", "").replace("，", ",").split(",") if kind.strip())
            return Veto(**shared, unless=_one_line(values.get("unless", "")), kinds=kinds)  # type: ignore[arg-type]
        return Pattern(
            **shared,  # type: ignore[arg-type]
            label=values.get("label", ""),
            score=_number(values.get("score", "")),
            holds=_one_line(values.get("holds", "")),
            near=_one_line(values.get("near", "")),
        )

    def _tried(self, rule: Ruling) -> str:
        good, bad = self.theme.surface.good, self.theme.surface.error
        found = []
        for trial in trials(rule):
            colour, sign = (good, "✓") if trial.passes else (bad, "✗")
            counter = f" <span style='color:{self.theme.surface.text_3}'>{html.escape(words('counterexample'))}</span>"
            found.append(f"<span style='color:{colour}'>{sign}</span> {html.escape(trial.example)}{counter if trial.is_counter else ''}")
        return "<br>".join(found)

    def _title(self, rule: Ruling) -> str:
        first, second = (rule.title_zh, rule.title_en) if self.theme.language == "zh" else (rule.title_en, rule.title_zh)
        return first or second or rule.id

    def _ink(self, rule: Ruling) -> QColor | None:
        return None if rule.enabled else QColor(self.theme.surface.text_3)

    def _worth(self, rule: Ruling) -> Worth:
        return self.knowledge.worth(f"pattern:{rule.id}") if isinstance(rule, Pattern) else Worth()

    def _proposed(self, rule: Ruling) -> str:
        return str(self._worth(rule).proposed or "")

    def _kept(self, rule: Ruling) -> str:
        return str(self._worth(rule).kept or "")

    def _rejected(self, rule: Ruling) -> str:
        return str(self._worth(rule).rejected or "")


def _fields(knowledge: Knowledge, theme: Theme) -> tuple[FieldSpec, ...]:
    marks = translate("Knowledge", "⟦ ⟧ marks the mention; RE2 dialect")
    return (
        FieldSpec("title_zh", translate("Knowledge", "Title in Chinese")),
        FieldSpec("title_en", translate("Knowledge", "Title in English")),
        FieldSpec(
            "label",
            translate("Knowledge", "Label"),
            Sort.CHOICE,
            label_options(knowledge.scheme, theme.language),
            label_keys(knowledge.scheme),
        ),
        FieldSpec("score", translate("Knowledge", "Trust, 0 to 1")),
        FieldSpec("expression", translate("Knowledge", "Expression"), Sort.TEXT, lines=4, hint=marks),
        FieldSpec(
            "examples",
            translate("Knowledge", "Examples, one a line"),
            Sort.TEXT,
            lines=4,
            hint=translate("Knowledge", "⟦ ⟧ marks what is to be found"),
        ),
        FieldSpec("counterexamples", translate("Knowledge", "Counterexamples, one a line"), Sort.TEXT, lines=3),
        FieldSpec("holds", translate("Knowledge", "Must match inside the mention")),
        FieldSpec("near", translate("Knowledge", "Must match near it")),
        FieldSpec("unless", translate("Knowledge", "Lifted where this matches near it")),
        FieldSpec("kinds", translate("Knowledge", "Only for lexicon kinds"), hint=", ".join(KINDS)),
        FieldSpec(
            "scope",
            translate("Knowledge", "How far “near” reaches"),
            Sort.CHOICE,
            tuple((words(name), scope.value) for scope, name in _SCOPES.items()),
        ),
    )


def _unreadable(values: Mapping[str, str]) -> Complaints:
    """Return the complaints about what cannot even be read."""
    try:
        float(values.get("score", "0"))
    except ValueError:
        return {"score": (QT_TRANSLATE_NOOP("Knowledge", "A number from 0 to 1."), {})}
    kinds = [kind.strip() for kind in values.get("kinds", "").replace("，", ",").split(",") if kind.strip()]
    unknown = next((kind for kind in kinds if kind not in KINDS), None)
    if unknown is not None:
        facts = {"kind": unknown, "kinds": ", ".join(KINDS)}
        return {"kinds": (QT_TRANSLATE_NOOP("Knowledge", "There is no kind {kind}. There are: {kinds}."), facts)}
    return {}


def _group(rule: Ruling) -> str:
    return translate("Knowledge", "pattern") if isinstance(rule, Pattern) else translate("Knowledge", "veto")


def _score(rule: Ruling) -> str:
    return f"{rule.score:g}" if isinstance(rule, Pattern) else ""


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        # No score at all; `_unreadable` says so.
        return -1.0


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _one_line(text: str) -> str:
    """Return an expression without the line breaks it was written with: none matches across one."""
    return "".join(text.splitlines()).strip()
