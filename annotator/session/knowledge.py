"""What candidates follow from, on its page: read, edited with undo, counted on a thread. No decision is ever touched here."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.core.ids import content_id
from annotator.core.lexicon import LexiconEntry
from annotator.core.pattern import Pattern, Veto
from annotator.core.programme import Programme
from annotator.core.scheme import Scheme
from annotator.project import knowing, learning, precision
from annotator.project.knowing import Known
from annotator.project.linking import Register, name_key
from annotator.project.precision import NOTHING, Figures, Offer, Worth
from annotator.project.showing import Showing
from annotator.project.workspace import Project
from annotator.session.jobs import Job, Progress
from annotator.session.knowledge_checks import Complaints, Sentence, entry_complaints, programme_complaints
from annotator.session.knowledge_files import Shelf, pasted, read_into, write_out
from annotator.session.knowledge_rules import failing, rule_complaints, trials
from annotator.session.translating import QT_TRANSLATE_NOOP
from annotator.store.models import Model

_READ_ONLY = QT_TRANSLATE_NOOP("Knowledge", "This project is open read-only here. Everything is shown, nothing can be changed.")
_TASK = QT_TRANSLATE_NOOP(
    "Knowledge", "This file was handed out as a task: everybody works with the same candidates, so nothing can be changed here."
)
_BY_HAND = "by hand"


class Knowledge(QObject):
    """Holds what the project knows (`held`) and what was counted last (`figures`, None before).

    Every edit is stored before it is shown. `why_not` says in a sentence why nothing can be edited; None where it can.

    Signals:
        changed: `held` is another.
        counted: `figures` are new.
        said: a sentence for the person: template and facts.
        failed: an error for a person.
    """

    changed = Signal()
    counted = Signal()
    said = Signal(str, dict)
    failed = Signal(object)

    def __init__(self, project: Project, scheme: Scheme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self.scheme = scheme
        self.held: Known = knowing.known(project)
        self.figures: Figures | None = None
        self.why_not: str | None = _TASK if knowing.is_task(project) else _READ_ONLY if project.file.read_only else None
        self._computed = self._computing = self.held
        self._undo: list[Known] = []
        self._redo: list[Known] = []
        self._job: Job | None = None

    # What there is

    @property
    def labels(self) -> list[str]:
        """The ids of the labels that entries may have."""
        return [label.id for label in self.scheme.labels]

    @property
    def is_out_of_date(self) -> bool:
        """Whether the candidates follow from something else than what is held."""
        return knowing.moves_candidates(self._computed, self.held)

    @property
    def offers(self) -> tuple[Offer, ...]:
        """Names that people added by hand, without those that the lexicon has by now or that are refused."""
        if self.figures is None:
            return ()
        listed = {name_key(entry.term) for entry in self.held.lexicon} | {name_key(term) for term in self.held.refused}
        return tuple(offer for offer in self.figures.offers if name_key(offer.term) not in listed)

    def worth(self, source: str) -> Worth:
        """Return what was counted for a source, like `lexicon:雨露计划` or `pattern:ID`."""
        return self.figures.sources.get(source, NOTHING) if self.figures is not None else NOTHING

    def linked(self, programme: str) -> int:
        """Return how many marks were linked to a programme when last counted."""
        return self.figures.linked.get(programme, 0) if self.figures is not None else 0

    def below(self, threshold: float) -> int:
        """Return how many of the present candidates score below `threshold`."""
        return precision.below(self.figures.scores, threshold) if self.figures is not None else 0

    def model(self) -> Model | None:
        """Return what was learned last, with what it is worth."""
        return learning.learned(self._project)

    # Counting, on a thread

    def count(self) -> None:
        """Count anew, unless that is under way; `counted` says when it is done."""
        if self._job is not None:
            return
        path = self._project.path

        def work(_: Progress) -> Figures:
            return precision.figures(path)

        job = self._job = Job(work)
        job.succeeded.connect(self._on_counted)
        job.failed.connect(self.failed)
        job.finished.connect(self._on_finished)
        job.begin()

    def close(self) -> None:
        """Return when no thread is at work any more."""
        if self._job is not None:
            self._job.wait()

    def is_computing(self) -> None:
        """Remember from what candidates are being computed now."""
        self._computing = self.held

    def is_computed(self) -> None:
        """The candidates follow from what was held when their computing began."""
        self._computed = self._computing
        self.count()

    # Editing

    def edit(self, after: Known) -> bool:
        """Store `after` and show it; False where nothing may be changed, which a sentence then says."""
        if not self._may_edit():
            return False
        if after != self.held:
            knowing.keep(self._project, self.held, after)
            self._undo.append(self.held)
            self._redo.clear()
            self._hold(after)
        return True

    def undo(self) -> None:
        """Take the last edit of this page back."""
        self._travel(self._undo, self._redo, QT_TRANSLATE_NOOP("Knowledge", "There is nothing to undo on this page."))

    def redo(self) -> None:
        """Make again the edit that was taken back."""
        self._travel(self._redo, self._undo, QT_TRANSLATE_NOOP("Knowledge", "There is nothing to redo on this page."))

    def put_entry(self, old: LexiconEntry | None, new: LexiconEntry) -> Complaints:
        """Put `new` into the lexicon, in the place of `old`; what is wrong with it is returned, and nothing stored."""
        others = (entry for entry in self.held.lexicon if entry != old)
        programmes = {programme.id for programme in self.held.programmes}
        found = entry_complaints(new, others, labels=self.labels, programmes=programmes)
        if not found and not self.edit(knowing.with_entries(self.held, [new], instead_of=old)):
            return self._refusal("term")
        return found

    def label_entries(self, entries: Iterable[LexiconEntry], label: str) -> None:
        """Give `entries` another label in one step."""
        chosen = list(entries)
        rest = knowing.without_entries(self.held, chosen)
        self.edit(knowing.with_entries(rest, (replace(entry, label=label) for entry in chosen)))

    def delete_entries(self, entries: Iterable[LexiconEntry]) -> None:
        """Take `entries` out of the lexicon in one step."""
        gone = list(entries)
        if gone and self.edit(knowing.without_entries(self.held, gone)):
            self.said.emit(
                QT_TRANSLATE_NOOP("Knowledge", "{count} terms are out of the lexicon. Ctrl+Z brings them back."), {"count": len(gone)}
            )

    def paste(self, text: str, label: str) -> None:
        """Put pasted lines into the lexicon; lines without a label get `label`.

        Raises:
            InputError: a line is wrong; nothing is stored.
        """
        if not self._may_edit():
            return
        entries = pasted(text, self.scheme, label=label, origin=_BY_HAND)
        known = {(entry.term, entry.label) for entry in self.held.lexicon}
        new = [entry for entry in entries if (entry.term, entry.label) not in known]
        self.edit(knowing.with_entries(self.held, new))
        self.said.emit(
            QT_TRANSLATE_NOOP("Knowledge", "{new} terms pasted; {known} were there already."),
            {"new": len(new), "known": len(entries) - len(new)},
        )

    def check_rule(self, rule: Pattern | Veto) -> Complaints:
        """Return what is wrong with `rule`; its examples are tried where the rest is right."""
        return rule_complaints(rule, labels=self.labels) or failing(trials(rule))

    def put_rule(self, rule: Pattern | Veto, *, after: str = "") -> Complaints:
        """Keep a rule of one's own, behind the rule `after` if it is new; what is wrong with it is returned, and nothing stored."""
        found = self.check_rule(rule)
        if not found and not self._keep_rule(rule, after):
            return self._refusal("title_zh")
        return found

    def toggle_rule(self, rule: Pattern | Veto) -> None:
        """Switch a rule on or off."""
        on = replace(rule, enabled=not rule.enabled)
        if self._keep_rule(on, ""):
            words = (QT_TRANSLATE_NOOP("Knowledge", "“{title}” is on."), QT_TRANSLATE_NOOP("Knowledge", "“{title}” is off."))[
                not on.enabled
            ]
            self.said.emit(words, {"title": rule.title_zh or rule.title_en or rule.id})

    def delete_rule(self, rule: Pattern | Veto) -> None:
        """Delete a rule of one's own; those that ship can only be switched off."""
        if not self.is_own(rule):
            self.said.emit(
                QT_TRANSLATE_NOOP("Knowledge", "This rule ships with the program: switch it off with Space, or copy it with D."), {}
            )
            return
        patterns = tuple(one for one in self.held.patterns if one.id != rule.id)
        vetoes = tuple(one for one in self.held.vetoes if one.id != rule.id)
        if self.edit(replace(self.held, patterns=patterns, vetoes=vetoes)):
            self.said.emit(QT_TRANSLATE_NOOP("Knowledge", "The rule is deleted. Ctrl+Z brings it back."), {})

    def is_own(self, rule: Pattern | Veto) -> bool:
        """Say whether a rule was written here or imported, not shipped."""
        return rule.id not in knowing.shipped_rules()

    def new_rule_id(self) -> str:
        """Return a free id for a rule."""
        return knowing.new_id(self.held)

    def put_programme(self, new: Programme) -> Complaints:
        """Put a programme into the register, in the place of the one with its id; without an id it gets one from its name."""
        held = Register.of(self.held.programmes)
        found = programme_complaints(new, held, labels=self.labels)
        made = new if new.id else replace(new, id=f"p-{content_id('programme', name_key(new.name))}")
        if not found and not self.edit(knowing.with_programmes(self.held, [made])):
            return self._refusal("name")
        return found

    def delete_programme(self, programme: Programme) -> None:
        """Take a programme out of the register; refused while mentions are linked to it."""
        count = knowing.linked(self._project).get(programme.id, 0)
        if count:
            self.said.emit(
                QT_TRANSLATE_NOOP("Knowledge", "{count} mentions are linked to “{name}”, so it stays. M merges it into another entry."),
                {"count": count, "name": programme.name},
            )
        elif self.edit(knowing.without_programme(self.held, programme)):
            self.said.emit(
                QT_TRANSLATE_NOOP("Knowledge", "“{name}” is out of the register. Ctrl+Z brings it back."), {"name": programme.name}
            )

    def merge_programmes(self, programme: Programme, into: Programme) -> None:
        """Make the names of `programme` names of `into`; see `knowing.merged` for what becomes of linked mentions."""
        count = knowing.linked(self._project).get(programme.id, 0)
        if not self.edit(knowing.merged(self.held, programme, into, is_linked=bool(count))):
            return
        template = (
            QT_TRANSLATE_NOOP("Knowledge", "“{name}” is now another name of “{into}”. {count} mentions keep the entry they were linked to.")
            if count
            else QT_TRANSLATE_NOOP("Knowledge", "“{name}” is now another name of “{into}”.")
        )
        self.said.emit(template, {"name": programme.name, "into": into.name, "count": count})

    def take_offer(self, offer: Offer, label: str) -> None:
        """Put an offered name into the lexicon with `label`."""
        entry = LexiconEntry(offer.term, label, origin=_BY_HAND)
        if self.edit(knowing.with_entries(self.held, [entry])):
            self.said.emit(QT_TRANSLATE_NOOP("Knowledge", "“{term}” is in the lexicon."), {"term": offer.term})

    def refuse_offer(self, offer: Offer) -> None:
        """Never offer a name again."""
        if self.edit(knowing.refusing(self.held, offer.term)):
            self.said.emit(QT_TRANSLATE_NOOP("Knowledge", "“{term}” is not offered any more."), {"term": offer.term})

    def show(self, showing: Showing) -> bool:
        """Keep thresholds, and whether the project learns."""
        return self.edit(replace(self.held, showing=showing))

    def forget(self) -> None:
        """Delete what was learned. It is learned anew from the decisions with the next computing, so there is nothing to undo."""
        if self._may_edit():
            learning.forget(self._project)
            self.changed.emit()
            self.said.emit(QT_TRANSLATE_NOOP("Knowledge", "What was learned is deleted; decisions are as they were."), {})

    # Files

    def import_file(self, shelf: Shelf, path: Path) -> None:
        """Take in a file, in one step.

        Raises:
            InputError: it names file and line; nothing is stored.
        """
        if not self._may_edit():
            return
        after, count = read_into(self.held, shelf, path, self.scheme)
        self.edit(after)
        self.said.emit(
            QT_TRANSLATE_NOOP("Knowledge", "{count} entries from {file}. Ctrl+Z takes them out."), {"count": count, "file": path.name}
        )

    def export_file(self, shelf: Shelf, path: Path) -> None:
        """Write a file.

        Raises:
            ExportError: it cannot be written.
        """
        count = write_out(self.held, shelf, path)
        self.said.emit(QT_TRANSLATE_NOOP("Knowledge", "{count} entries written to {file}."), {"count": count, "file": path.name})

    # Inside

    def _may_edit(self) -> bool:
        if self.why_not is not None:
            self.said.emit(self.why_not, {})
        return self.why_not is None

    def _refusal(self, field: str) -> Complaints:
        sentence: Sentence = (self.why_not or "", {})
        return {field: sentence}

    def _keep_rule(self, rule: Pattern | Veto, after: str) -> bool:
        if isinstance(rule, Pattern):
            return self.edit(replace(self.held, patterns=knowing.put_rule(self.held.patterns, rule, after=after)))
        return self.edit(replace(self.held, vetoes=knowing.put_rule(self.held.vetoes, rule, after=after)))

    def _travel(self, back: list[Known], forth: list[Known], nothing: str) -> None:
        if not back:
            self.said.emit(nothing, {})
            return
        if self._may_edit():
            knowing.keep(self._project, self.held, back[-1])
            forth.append(self.held)
            self._hold(back.pop())

    def _hold(self, held: Known) -> None:
        self.held = held
        self.changed.emit()

    def _on_counted(self, figures: object) -> None:
        if isinstance(figures, Figures):
            self.figures = figures
            self.counted.emit()

    def _on_finished(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
