"""What adjudication says on screen: the kinds of cases, what people differ in, reasons, and verdicts in words."""

from PySide6.QtCore import QCoreApplication

from annotator.agreement.disagreements import Kind
from annotator.core.scheme import Scheme
from annotator.core.span import Span
from annotator.project.adjudicating import Case, Docket
from annotator.project.adjudicating_places import one_line
from annotator.project.adjudicating_verdicts import Basis, Verdict
from annotator.session.adjudicating import aspects
from annotator.session.translating import QT_TRANSLATE_NOOP

_ASPECTS = {
    Kind.MISSED: QT_TRANSLATE_NOOP("Adjudicate", "marked or not"),
    Kind.SPLIT: QT_TRANSLATE_NOOP("Adjudicate", "one or several"),
    Kind.BOUNDARY: QT_TRANSLATE_NOOP("Adjudicate", "boundary"),
    Kind.LABEL: QT_TRANSLATE_NOOP("Adjudicate", "label"),
}
_BASES = {
    Basis.UNANIMOUS: QT_TRANSLATE_NOOP("Adjudicate", "Unanimous, merged"),
    Basis.MAJORITY: QT_TRANSLATE_NOOP("Adjudicate", "Strict majority"),
    Basis.RULED: QT_TRANSLATE_NOOP("Adjudicate", "One by one"),
}
_REASONS = {
    "long": QT_TRANSLATE_NOOP("Adjudicate", "too long"),
    "short": QT_TRANSLATE_NOOP("Adjudicate", "too short"),
    "label": QT_TRANSLATE_NOOP("Adjudicate", "labels confused"),
    "missed": QT_TRANSLATE_NOOP("Adjudicate", "overlooked"),
    "none": QT_TRANSLATE_NOOP("Adjudicate", "not a mention"),
    "guideline": QT_TRANSLATE_NOOP("Adjudicate", "guideline unclear"),
}
_NOTHING = QT_TRANSLATE_NOOP("Adjudicate", "nothing")


def words(text: str) -> str:
    """Return a text of these pages in the language of the window."""
    return QCoreApplication.translate("Adjudicate", text)


def basis_words(basis: Basis) -> str:
    """Return what a kind of case is called."""
    return words(_BASES[basis])


def reason_words(reason: str) -> str:
    """Return what a reason is called; one that is not known is shown as it is."""
    return words(_REASONS[reason]) if reason in _REASONS else reason


def aspect_words(case: Case) -> str:
    """Return what people differ in, and that a verdict was overtaken by late work."""
    parts = [words(_ASPECTS[kind]) for kind in aspects(case)]
    if case.is_unanimous:
        parts = [basis_words(Basis.UNANIMOUS)] if case.verdict is not None else [words("unanimous")]
    if case.majority is not None and case.verdict is None:
        parts.append(words("majority"))
    if case.old and case.verdict is None:
        parts.append(words("reopened"))
    return " · ".join(parts)


def title_of(docket: Docket, case: Case) -> str:
    """Return the different words that are in question, and ∅ where somebody marked nothing."""
    text = docket.article.text
    found = dict.fromkeys(one_line(text[span.start : span.end]) for span in case.readings)
    return " | ".join((*found, *(() if all(case.cluster.marks.values()) else ("∅",))))


def label_words(scheme: Scheme, label: str, language: str) -> str:
    """Return the short name of a label; an empty one is nothing."""
    known = scheme.label(label)
    return known.short.get(language) if known is not None else label or words(_NOTHING)


def span_words(docket: Docket, span: Span, scheme: Scheme, language: str) -> str:
    """Return a span as a sentence has it."""
    return words("“{surface}” {label}").format(
        surface=one_line(docket.article.text[span.start : span.end]), label=label_words(scheme, span.label, language)
    )


def verdict_words(docket: Docket, verdict: Verdict, scheme: Scheme, language: str) -> str:
    """Return what was ruled and why."""
    said = words("; ").join(span_words(docket, span, scheme, language) for span in verdict.spans) or words(_NOTHING)
    reasons = words(", ").join(map(reason_words, verdict.reasons))
    return f"{said} ({reasons})" if reasons else said
