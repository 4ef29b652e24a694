"""What a step of the history did, in words."""

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import QCoreApplication

from annotator.core.decision import Cause, Kind
from annotator.session.history import Step
from annotator.session.translating import QT_TRANSLATE_NOOP

_SPAN = {
    Kind.ACCEPT: QT_TRANSLATE_NOOP("History", "Accepted “{words}”"),
    Kind.MOVE: QT_TRANSLATE_NOOP("History", "Moved “{was}” → “{words}”"),
    Kind.REJECT: QT_TRANSLATE_NOOP("History", "Rejected “{words}”"),
    Kind.SKIP: QT_TRANSLATE_NOOP("History", "Skipped “{words}”"),
    Kind.ADD: QT_TRANSLATE_NOOP("History", "Added “{words}”"),
    Kind.REMOVE: QT_TRANSLATE_NOOP("History", "Removed “{words}”"),
    Kind.RELABEL: QT_TRANSLATE_NOOP("History", "Relabelled “{words}”"),
    Kind.CODE: QT_TRANSLATE_NOOP("History", "Coded “{words}”: {value}"),
    Kind.ADJUDICATE: QT_TRANSLATE_NOOP("History", "Adjudicated “{words}”"),
}
_ARTICLE = {
    Kind.FINISH: QT_TRANSLATE_NOOP("History", "Finished {article}"),
    Kind.REOPEN: QT_TRANSLATE_NOOP("History", "Reopened {article}"),
    Kind.CODE: QT_TRANSLATE_NOOP("History", "Coded {article}: {value}"),
    Kind.ADJUDICATE: QT_TRANSLATE_NOOP("History", "Adjudicated {article}: nothing here"),
}
# Given and taken back.
_VALUES = {
    Kind.FLAG: (QT_TRANSLATE_NOOP("History", "Flagged {what}"), QT_TRANSLATE_NOOP("History", "Took the flag off {what}")),
    Kind.NOTE: (QT_TRANSLATE_NOOP("History", "Note on {what}: {value}"), QT_TRANSLATE_NOOP("History", "Took the note off {what}")),
    Kind.LINK: (QT_TRANSLATE_NOOP("History", "Linked {what}"), QT_TRANSLATE_NOOP("History", "Unlinked {what}")),
}
_SAME = QT_TRANSLATE_NOOP("History", "{count} same")
_REST = QT_TRANSLATE_NOOP("History", "all {count} that remained")
_REPEATS = QT_TRANSLATE_NOOP("History", "{count} in repeats")
_UNDONE = QT_TRANSLATE_NOOP("History", "undone")
_ANYTHING = QT_TRANSLATE_NOOP("History", "Changed {what}")


def title(step: Step) -> str:
    """Return what the step did."""
    facts = {
        "words": step.surface,
        "was": "".join((step.was_surface or "").split("\n")),
        "article": number(step),
        "value": _flat(step.value),
        "what": f"“{step.surface}”" if step.target is not None else number(step),
    }
    return _tr(_template(step)).format(**facts)


def where(step: Step, label_name: Callable[[str], str], zone: tzinfo | None = None) -> str:
    """Return label, article, time (local, or of `zone`) and how many spans; `label_name` returns the name of a label by its id."""
    parts = [label_name(step.label)] if step.label and step.target is not None else []
    if step.kind is Kind.RELABEL and step.was_label:
        parts[:1] = [f"{label_name(step.was_label)} → {label_name(step.label or '')}"]
    parts.append(number(step))
    parts.append(_time(step.at, zone))
    if step.cause is Cause.SAME:
        parts.append(_tr(_SAME).format(count=step.count))
    elif step.cause is Cause.REST:
        parts.append(_tr(_REST).format(count=step.count))
    if step.repeats:
        parts.append(_tr(_REPEATS).format(count=step.repeats))
    if step.is_undone:
        parts.append(_tr(_UNDONE))
    return " · ".join(parts)


def number(step: Step) -> str:
    """Return the short number of the step's article."""
    return f"A{step.number:04d}"


def _template(step: Step) -> str:
    if step.kind in _VALUES:
        given, taken = _VALUES[step.kind]
        return given if step.value else taken
    return (_SPAN if step.target is not None else _ARTICLE).get(step.kind, _ANYTHING)


def _time(at: str, zone: tzinfo | None) -> str:
    then = datetime.fromisoformat(at).astimezone(zone)
    today = datetime.now(UTC).astimezone(zone).date()
    return f"{then:%H:%M}" if then.date() == today else f"{then:%Y-%m-%d %H:%M}"


def _flat(value: str | None) -> str:
    return " ".join((value or "").split())


def _tr(text: str) -> str:
    return QCoreApplication.translate("History", text)
