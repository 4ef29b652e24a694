"""What is wrong with an entry before it is kept: for every field the sentence that stands under it."""

from collections.abc import Collection, Iterable, Mapping
from typing import Literal, get_args

from annotator.core.lexicon import LexiconEntry
from annotator.core.programme import Programme
from annotator.core.scheme import Scheme
from annotator.project.linking import Register, name_key
from annotator.session.translating import QT_TRANSLATE_NOOP

Sentence = tuple[str, Mapping[str, object]]
Complaints = dict[str, Sentence]

Kind = Literal["name", "class", "variant", "abbreviation", "traditional", "universal"]
KINDS: tuple[str, ...] = get_args(Kind)

# One character names nothing; what is longer than a line is no name (as for terms that are offered).
SHORTEST, LONGEST = 2, 40
_LONGEST_NAME = 80

_NO_LABEL = QT_TRANSLATE_NOOP("Knowledge", "The scheme has no label {label}. Its labels: {labels}.")


def entry_complaints(
    entry: LexiconEntry, others: Iterable[LexiconEntry], *, labels: Collection[str], programmes: Collection[str]
) -> Complaints:
    """Return what is wrong with `entry` beside `others` (the lexicon without the entry it takes the place of); empty if nothing is."""
    found: Complaints = {}
    term = term_complaint(entry.term)
    if term is None and any((other.term, other.label) == (entry.term, entry.label) for other in others):
        term = QT_TRANSLATE_NOOP("Knowledge", "“{term}” has this label already."), {"term": entry.term}
    if term is not None:
        found["term"] = term
    if entry.label not in labels:
        found["label"] = label_complaint(entry.label, labels)
    if entry.kind not in KINDS:
        found["kind"] = QT_TRANSLATE_NOOP("Knowledge", "There is no kind {kind}. There are: {kinds}."), _listed("kind", entry.kind, KINDS)
    if entry.programme and entry.programme not in programmes:
        found["programme"] = (
            QT_TRANSLATE_NOOP("Knowledge", "The register has no programme called “{name}”. Leave it empty, or choose one of the list."),
            {"name": entry.programme},
        )
    return found


def programme_complaints(programme: Programme, register: Register, *, labels: Collection[str]) -> Complaints:
    """Return what is wrong with `programme` beside the others of `register`."""
    found: Complaints = {}
    if not name_key(programme.name):
        found["name"] = QT_TRANSLATE_NOOP("Knowledge", "A programme needs a name."), {}
    elif len(programme.name) > _LONGEST_NAME:
        found["name"] = (
            QT_TRANSLATE_NOOP("Knowledge", "This is too long: {length} characters, at most {most}."),
            _too_long(programme.name, _LONGEST_NAME),
        )
    elif other := _called(programme.name, programme.id, register):
        found["name"] = _taken(programme.name, other)
    before = register.programmes.get(programme.id)
    new = [alias for alias in programme.aliases if before is None or alias not in before.aliases]
    for alias in new:
        if other := _called(alias, programme.id, register):
            found["aliases"] = _taken(alias, other)
    if programme.label and programme.label not in labels:
        found["label"] = label_complaint(programme.label, labels)
    return found


def label_of(words: str, scheme: Scheme) -> str:
    """Return the label that `words` mean: its id, its key, or its name in either language; the words themselves where none is meant."""
    wanted = name_key(words)
    for label in scheme.labels:
        names = (label.id, label.key, label.name.zh, label.name.en, label.short.zh, label.short.en)
        if wanted and wanted in {name_key(name) for name in names}:
            return label.id
    return words.strip()


def label_complaint(label: str, labels: Collection[str]) -> Sentence:
    """Return the sentence about a label that the scheme does not have."""
    return _NO_LABEL, _listed("label", label, labels)


def term_complaint(term: str) -> Sentence | None:
    """Return why `term` cannot stand in the lexicon, None where it can."""
    if not term.strip():
        return QT_TRANSLATE_NOOP("Knowledge", "A term is needed."), {}
    if len(term) < SHORTEST:
        return QT_TRANSLATE_NOOP("Knowledge", "One character names nothing: at least {least}."), {"least": SHORTEST}
    if len(term) > LONGEST:
        return QT_TRANSLATE_NOOP("Knowledge", "This is too long: {length} characters, at most {most}."), _too_long(term, LONGEST)
    if "\n" in term or term != term.strip():
        return QT_TRANSLATE_NOOP("Knowledge", "A term is one line, without blanks around it."), {}
    return None


def _called(name: str, of: str, register: Register) -> str:
    """Return the name of another programme that goes by `name`, empty where none does."""
    other = next((programme for programme in register.called(name) if programme != of), None)
    return register.programmes[other].name if other is not None else ""


def _taken(name: str, other: str) -> Sentence:
    return QT_TRANSLATE_NOOP("Knowledge", "“{name}” is what “{other}” goes by already."), {"name": name, "other": other}


def _too_long(text: str, most: int) -> Mapping[str, object]:
    return {"length": len(text), "most": most}


def _listed(name: str, value: str, all_of_them: Collection[str]) -> Mapping[str, object]:
    return {name: value or "–", f"{name}s": ", ".join(all_of_them)}
