"""What the page of agreement says: names of measures and kinds, figures and why there is none, where a door leads."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from annotator.agreement.disagreements import Finding, Kind
from annotator.agreement.figure import Figure, Why
from annotator.core.scheme import Scheme
from annotator.session.agreeing_doors import NONE, Door, Opens
from annotator.session.translating import QT_TRANSLATE_NOOP

_KINDS = {
    Kind.AGREE: QT_TRANSLATE_NOOP("Agreement", "agreed"),
    Kind.MISSED: QT_TRANSLATE_NOOP("Agreement", "missed"),
    Kind.BOUNDARY: QT_TRANSLATE_NOOP("Agreement", "boundary"),
    Kind.LABEL: QT_TRANSLATE_NOOP("Agreement", "label"),
    Kind.BOTH: QT_TRANSLATE_NOOP("Agreement", "boundary and label"),
    Kind.SPLIT: QT_TRANSLATE_NOOP("Agreement", "split or merged"),
}
_TITLES = {
    Opens.ALL: QT_TRANSLATE_NOOP("Agreement", "All disagreements"),
    Opens.EDGES: QT_TRANSLATE_NOOP("Agreement", "{first} × boundary"),
    Opens.RANGES: QT_TRANSLATE_NOOP("Agreement", "Where a mark begins and ends"),
    Opens.LABELS: QT_TRANSLATE_NOOP("Agreement", "Which label"),
}
# The English is that of `agreement`, which knows no Qt; a test compares them.
WHY = {
    Why.NO_COMMON_ARTICLES: QT_TRANSLATE_NOOP("Agreement", "Undefined: no article was finished by two people."),
    Why.NOTHING_MARKED: QT_TRANSLATE_NOOP("Agreement", "Undefined: nobody marked anything."),
    Why.NO_VARIATION: QT_TRANSLATE_NOOP("Agreement", "Undefined: everything is in one category, so nothing could disagree by chance."),
    Why.NEVER_BOTH_MARKED: QT_TRANSLATE_NOOP("Agreement", "Undefined: no two people marked the same stretch of text."),
    Why.NO_GAPS: QT_TRANSLATE_NOOP("Agreement", "Undefined: everybody marked everything."),
    Why.SPANS_OVERLAP: QT_TRANSLATE_NOOP("Agreement", "Undefined: marks of one person overlap; see the figures of each label, or γ."),
    Why.NO_CANDIDATES: QT_TRANSLATE_NOOP("Agreement", "Undefined: no candidate was decided by two people."),
    Why.NOT_ASKED: QT_TRANSLATE_NOOP("Agreement", "Not computed: it takes long and has to be asked for."),
    Why.ONE_CONDITION: QT_TRANSLATE_NOOP("Agreement", "Undefined: no article was read both with and without candidates."),
    Why.NO_TIMES: QT_TRANSLATE_NOOP("Agreement", "Undefined: no times were recorded."),
    Why.ALL_TAKEN_BLIND: QT_TRANSLATE_NOOP("Agreement", "Undefined: those who saw no candidates marked all of them anyway."),
    Why.TOO_FEW_ARTICLES: QT_TRANSLATE_NOOP("Agreement", "No interval: it takes at least two articles."),
    Why.OFTEN_UNDEFINED: QT_TRANSLATE_NOOP("Agreement", "No interval: the figure is undefined in more than 5 % of the samples."),
}
FINDINGS = {
    Finding.NOTHING: QT_TRANSLATE_NOOP("Agreement", "Nobody marked anything."),
    Finding.ALL_AGREE: QT_TRANSLATE_NOOP("Agreement", "They agree on every mark."),
    Finding.WHETHER_NOT_LABEL: QT_TRANSLATE_NOOP("Agreement", "They disagree on whether to mark, not on which label."),
    Finding.WHETHER: QT_TRANSLATE_NOOP("Agreement", "They mostly disagree on whether to mark."),
    Finding.WHERE: QT_TRANSLATE_NOOP("Agreement", "They mostly disagree on where a mark begins and ends."),
    Finding.WHICH_LABEL: QT_TRANSLATE_NOOP("Agreement", "They mostly disagree on which label."),
    Finding.MIXED: QT_TRANSLATE_NOOP("Agreement", "They disagree on several things, none of them most of the time."),
}


def words(text: str, **facts: object) -> str:
    """Return a sentence of this page in the language of the window, filled with facts."""
    return QCoreApplication.translate("Agreement", text).format(**facts)


def kind_words(kind: Kind) -> str:
    """Return what a kind of disagreement is called."""
    return words(_KINDS[kind])


def why_words(figure: Figure) -> str:
    """Return why a figure, or its interval, is undefined; empty where it is not."""
    return "" if figure.why is None else words(WHY[Why(figure.why)])


def finding_words(finding: Finding) -> str:
    """Return the sentence that says what the disagreements are about."""
    return words(FINDINGS[finding])


def number(value: float | None) -> str:
    """Return a figure with two digits."""
    return "–" if value is None else f"{value:.2f}"


def interval(figure: Figure) -> str:
    """Return the interval of a figure, empty where it has none."""
    return "" if figure.low is None or figure.high is None else f"[{figure.low:.2f}, {figure.high:.2f}]"


def label_words(scheme: Scheme, label: str, language: str) -> str:
    """Return the short name of a label, ∅ for no mark."""
    known = scheme.label(label)
    return words(QT_TRANSLATE_NOOP("Agreement", "∅ none")) if label == NONE else label if known is None else known.short.get(language)


class Namer:
    """Names labels, people and articles on the page; people may be hidden behind letters."""

    def __init__(self, scheme: Scheme, language: str) -> None:
        """Name the labels of `scheme`."""
        self.scheme, self.language = scheme, language
        self.titles: Mapping[str, str] = {}
        self.stand_ins: Mapping[str, str] = {}

    def label(self, label: str) -> str:
        """Return a label's short name."""
        return label_words(self.scheme, label, self.language)

    def person(self, person: str) -> str:
        """Return what somebody is called here."""
        return self.stand_ins.get(person, person)

    def article(self, article: str) -> str:
        """Return an article's title."""
        return self.titles.get(article, article)

    def door(self, door: Door) -> str:
        """Return what the rows behind a door are."""
        if door.opens is Opens.KIND:
            return kind_words(Kind(door.first))
        if door.opens is Opens.ARTICLE:
            return self.article(door.first)
        if door.opens is Opens.PAIR:
            return f"{self.person(door.first)} – {self.person(door.second)}"
        if door.opens is Opens.CELL:
            return f"{self.label(door.first)} × {self.label(door.second)}"
        return self.label(door.first) if door.opens is Opens.LABEL else words(_TITLES[door.opens], first=self.label(door.first))
