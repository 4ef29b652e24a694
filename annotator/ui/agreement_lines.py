"""The short lists of the page: pairs of people, rounds, the effect of candidates, the worst articles; one's own first."""

from annotator.agreement.anchoring import Pairing
from annotator.agreement.disagreements import Kind, finding
from annotator.agreement.f1 import Scheme as Match
from annotator.agreement.figure import Figure
from annotator.core.decision import Condition
from annotator.session.agreeing import Told
from annotator.session.agreeing_doors import Door, Doors, Opens
from annotator.session.translating import QT_TRANSLATE_NOOP
from annotator.ui.agreement_cards import CardFace
from annotator.ui.agreement_list import Line
from annotator.ui.agreement_words import Namer, finding_words, kind_words, words

_WORST = 6
_SUMMARY = QT_TRANSLATE_NOOP("Agreement", "{n} articles shared, {samples} samples, seed {seed}")
_PAIRINGS = {
    Pairing.SHOWN_SHOWN: QT_TRANSLATE_NOOP("Agreement", "F1, both saw candidates"),
    Pairing.SHOWN_BLIND: QT_TRANSLATE_NOOP("Agreement", "F1, one of them blind"),
    Pairing.BLIND_BLIND: QT_TRANSLATE_NOOP("Agreement", "F1, both blind"),
}
_TAKEN = {
    Condition.SHOWN: QT_TRANSLATE_NOOP("Agreement", "Candidates marked as they are, shown"),
    Condition.BLIND: QT_TRANSLATE_NOOP("Agreement", "Candidates marked as they are, blind"),
}
_BEYOND = {
    Condition.SHOWN: QT_TRANSLATE_NOOP("Agreement", "Added per 1,000 characters, shown"),
    Condition.BLIND: QT_TRANSLATE_NOOP("Agreement", "Added per 1,000 characters, blind"),
}
CARDS = (
    (QT_TRANSLATE_NOOP("Agreement", "Strict F1: boundaries and label"), Opens.ALL),
    (QT_TRANSLATE_NOOP("Agreement", "Exact F1: boundaries alone"), Opens.RANGES),
    (QT_TRANSLATE_NOOP("Agreement", "Partial F1: overlap counts half"), Opens.RANGES),
    (QT_TRANSLATE_NOOP("Agreement", "uα: boundaries and label"), Opens.ALL),
    (QT_TRANSLATE_NOOP("Agreement", "cuα: labels alone"), Opens.LABELS),
    (QT_TRANSLATE_NOOP("Agreement", "Candidates α"), Opens.ALL),
)
"""The names of the measures and the disagreements that lower each; γ stands after them."""


def faces(told: Told | None, doors: Doors) -> list[CardFace]:
    """Return the cards of the measures, without γ."""
    report = told.report if told is not None else None
    figures: list[Figure | None] = [None] * len(CARDS)
    if report is not None:
        alphas = report.u_alphas
        figures = [
            *(report.f1[m] for m in (Match.STRICT, Match.EXACT, Match.PARTIAL)),
            alphas.whole,
            alphas.labels,
            report.candidates.alpha,
        ]
    return [
        CardFace(words(name), figure, _below(figure, doors.count(Door(opens)), name), words(QT_TRANSLATE_NOOP("Agreement", "Computing…")))
        for (name, opens), figure in zip(CARDS, figures, strict=True)
    ]


def _below(figure: Figure | None, rows: int, name: str) -> str:
    if figure is None:
        return ""
    what = (
        words(QT_TRANSLATE_NOOP("Agreement", "{n} candidates"), n=f"{figure.n:,}")
        if name == CARDS[-1][0]
        else words(QT_TRANSLATE_NOOP("Agreement", "{n} articles"), n=figure.n)
    )
    return f"{what} · " + words(QT_TRANSLATE_NOOP("Agreement", "{n} disagreements"), n=f"{rows:,}")


def pairs(told: Told, doors: Doors, namer: Namer, me: str) -> list[Line]:
    """Return strict F1 of every pair, one's own first, and how many disagreements the two have."""
    found = sorted(told.report.pairs, key=lambda pair: (me not in {pair.a, pair.b}, pair.a, pair.b))
    ways = ((pair, Door(Opens.PAIR, pair.a, pair.b)) for pair in found)
    return [Line(namer.door(door), pair.f1[Match.STRICT], door, doors.count(door)) for pair, door in ways]


def rounds(told: Told) -> list[Line]:
    """Return strict F1 of every round in the order in which they began."""
    return [Line(name, figure) for name, figure in told.rounds.items()]


def anchoring(told: Told, namer: Namer, me: str) -> list[Line]:
    """Return what seeing candidates does, then how long accepting took: one's own median first."""
    found = told.anchoring
    own = sorted(told.seconds, key=lambda person: (person != me, person))
    return [
        *(Line(words(_PAIRINGS[cell]), found.f1[cell]) for cell in Pairing),
        *(Line(words(_TAKEN[condition]), found.taken[condition]) for condition in Condition),
        Line(words(QT_TRANSLATE_NOOP("Agreement", "Pull: marked only because it was seen")), found.pull),
        *(Line(words(_BEYOND[condition]), found.beyond[condition], is_share=False) for condition in Condition),
        *(
            Line(words(QT_TRANSLATE_NOOP("Agreement", "Seconds to accept, {name}"), name=namer.person(p)), told.seconds[p], is_share=False)
            for p in own
        ),
        Line(words(QT_TRANSLATE_NOOP("Agreement", "Seconds to accept, everybody")), found.seconds, is_share=False),
    ]


def worst(doors: Doors, namer: Namer) -> list[Line]:
    """Return the articles with most disagreements."""
    return [
        Line(namer.article(row.article), None, Door(Opens.ARTICLE, row.article), len(row.disagreements)) for row in doors.worst[:_WORST]
    ]


def summary(told: Told | None) -> str:
    """Return on what the figures rest."""
    if told is None:
        return words(QT_TRANSLATE_NOOP("Agreement", "Computing…"))
    how = told.report.resampling
    return words(_SUMMARY, n=told.report.articles, samples=f"{how.samples:,}", seed=how.seed)


def sentence(doors: Doors, ink: str) -> str:
    """Return the finding, with every kind's count as a link (in `ink`) to its rows."""
    counts = {kind: doors.count(Door(Opens.KIND, kind)) for kind in Kind if kind is not Kind.AGREE}
    everything = max(sum(counts.values()), 1)
    parts = (
        f'{kind_words(kind)} <a style="color: {ink}" href="{kind}">{count:,}</a> ({round(100 * count / everything)}\u00a0%)'
        for kind, count in sorted(counts.items(), key=lambda item: -item[1])
        if count
    )
    comma = words(QT_TRANSLATE_NOOP("Agreement", ", "))
    return " ".join(part for part in (finding_words(finding(doors.clusters)), comma.join(parts)) if part)
