"""New versions of the scheme: what changes, which marks it touches, and storing it. Nobody's decisions are touched."""

from dataclasses import dataclass, replace
from enum import StrEnum

from annotator.core.errors import InputError
from annotator.core.scheme import Label, Scheme, scheme_from_json
from annotator.project.workspace import Project, now
from annotator.store import knowledge
from annotator.store.file import transaction


class Change(StrEnum):
    """What happened to a label between two versions, or to what belongs to none."""

    ADDED = "added"
    RENAMED = "renamed"
    MERGED = "merged"
    RETIRED = "retired"
    RESTORED = "restored"
    REKEYED = "rekeyed"
    RECOLOURED = "recoloured"
    REDEFINED = "redefined"
    ORDER = "order"
    OVERLAP = "overlap"
    GUIDELINE = "guideline"
    ATTRIBUTES = "attributes"
    CODES = "codes"


# What a person who decided under the older version may want to look at again.
TOUCHING = frozenset({Change.RENAMED, Change.MERGED, Change.RETIRED, Change.REDEFINED})


@dataclass(frozen=True, slots=True)
class Difference:
    """One change; `before` and `after` are names, keys, or the label merged into. `label` is empty for the scheme as a whole."""

    change: Change
    label: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Revisit:
    """A mark of one's own, made under an older `version`, on a label that means something else now."""

    article: str
    name: str
    target: str
    start: int
    end: int
    surface: str
    label: str
    version: int
    change: Change


def differences(old: Scheme, new: Scheme, language: str = "zh") -> tuple[Difference, ...]:
    """Return what changes from `old` to `new`, label by label in the order of `new`, then the scheme as a whole."""
    was = {label.id: label for label in (*old.labels, *old.retired)}
    found = [d for label in (*new.labels, *new.retired) for d in _of_label(was.get(label.id), label, new, language)]
    kept = [label.id for label in old.labels if not _is_retired(new, label.id)]
    if kept != [label.id for label in new.labels if label.id in kept]:
        found.append(Difference(Change.ORDER))
    pairs = (
        (Change.OVERLAP, old.overlap, new.overlap),
        (Change.GUIDELINE, old.guideline, new.guideline),
        (Change.ATTRIBUTES, old.attributes, new.attributes),
        (Change.CODES, old.codes, new.codes),
    )
    return (*found, *(Difference(change) for change, before, after in pairs if before != after))


def _of_label(old: Label | None, new: Label, scheme: Scheme, language: str) -> list[Difference]:
    if old is None:
        return [Difference(Change.ADDED, new.id, after=new.name.get(language))]
    if new.is_retired and not old.is_retired:
        into = scheme.aliases.get(new.id)
        return [Difference(Change.MERGED if into else Change.RETIRED, new.id, old.name.get(language), into or "")]
    found = [Difference(Change.RESTORED, new.id, after=new.name.get(language))] if old.is_retired and not new.is_retired else []
    if (old.name, old.short) != (new.name, new.short):
        found.append(Difference(Change.RENAMED, new.id, old.name.get(language), new.name.get(language)))
    if old.key != new.key:
        found.append(Difference(Change.REKEYED, new.id, old.key, new.key))
    if (old.light, old.dark) != (new.light, new.dark):
        found.append(Difference(Change.RECOLOURED, new.id))
    if _meaning(old) != _meaning(new):
        found.append(Difference(Change.REDEFINED, new.id))
    return found


def _meaning(label: Label) -> tuple[object, ...]:
    """What a label stands for, its name apart; colours and key are nobody's reason to read again."""
    return (label.definition, label.boundary, label.examples, label.counterexamples)


def _is_retired(scheme: Scheme, label: str) -> bool:
    return any(one.id == label for one in scheme.retired)


def marks_by_label(project: Project) -> dict[str, int]:
    """Return how many marks, of whomever, have each label as it was given."""
    return {str(label): int(count) for label, count in project.connection.execute("SELECT label, count(*) FROM mark GROUP BY label")}


def may_design(project: Project) -> bool:
    """Say whether the scheme can be changed here: the file is written here, and is no task that was handed out."""
    return not project.file.read_only and not project.file.setting("role")


def save_scheme(project: Project, scheme: Scheme, note: str) -> Scheme:
    """Store `scheme` as the next version with `note`, and return it.

    Raises:
        InputError: the scheme cannot be changed here.
    """
    if not may_design(project):
        raise InputError("The scheme is changed where the work is handed out, not here.")
    with transaction(project.connection):
        made = replace(scheme, version=project.scheme().version + 1, note=note.strip())
        knowledge.put_scheme(project.connection, made, now())
    return made


def versions(project: Project) -> tuple[tuple[int, str, str], ...]:
    """Return (version, time, note) of every version of the scheme, newest first."""
    rows = project.connection.execute("SELECT json, at FROM scheme ORDER BY version DESC")
    schemes = ((scheme_from_json(text), at) for text, at in rows)
    return tuple((scheme.version, str(at), scheme.note) for scheme, at in schemes)


def to_revisit(project: Project, annotator: str) -> tuple[Revisit, ...]:
    """Return the annotator's marks that were decided under an older version, on labels that mean something else now, in page order."""
    newest = project.scheme()
    older = {v: scheme_from_json(text) for v, text in project.connection.execute("SELECT version, json FROM scheme")}
    touched = {
        v: {d.label: d.change for d in differences(old, newest) if d.change in TOUCHING} for v, old in older.items() if v < newest.version
    }
    rows = project.connection.execute(
        """SELECT m.article, a.number, m.target, m.start, m."end", m.surface, m.label, d.scheme_version FROM mark AS m
        JOIN assignment AS s ON s.id = m.assignment JOIN decision AS d ON d.id = m.decided_by JOIN article AS a ON a.id = m.article
        WHERE s.annotator = ? AND d.scheme_version < ? ORDER BY a.number, m.start, m."end", m.label""",
        (annotator, newest.version),
    )
    return tuple(
        Revisit(article, f"A{number:04d}", target, start, end, surface, label, version, touched[version][label])
        for article, number, target, start, end, surface, label, version in rows
        if label in touched.get(version, {})
    )
