"""Everything that the report on agreement holds, computed once."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotator.agreement import alpha_u, nominal, u_alpha
from annotator.agreement import gamma as gammas
from annotator.agreement import pairs as span_pairs
from annotator.agreement.bootstrap import DEFAULT, Resampling, figures
from annotator.agreement.f1 import Scheme
from annotator.agreement.figure import Figure, Why, undefined
from annotator.agreement.units import Policy, Unit, comparable, labels_of, only_added, only_labels, people_of


@dataclass(frozen=True, slots=True)
class UAlphas:
    """The u-alpha family over all labels; `coverage` is the share of the text on which `labels` rests (None: undefined)."""

    whole: Figure
    marked: Figure
    labels: Figure
    of_label: Mapping[str, Figure]
    coverage: float | None


@dataclass(frozen=True, slots=True)
class OnCandidates:
    """Agreement on the category of candidates; `n` counts candidates."""

    alpha: Figure
    cohen_kappa: Figure
    fleiss_kappa: Figure
    ac1: Figure


@dataclass(frozen=True, slots=True)
class OfLabel:
    """One label: strict F1, F1 of marks that overlap, uα against everything else, marks of each person, marks united for uα."""

    f1: Figure
    f1_overlap: Figure
    u_alpha: Figure
    counts: Mapping[str, int]
    united: int


@dataclass(frozen=True, slots=True)
class OfPair:
    """Two people: `articles` are those that both finished."""

    a: str
    b: str
    articles: int
    f1: Mapping[Scheme, Figure]
    cohen_kappa: Figure


@dataclass(frozen=True, slots=True)
class Report:
    """Agreement of `people` on the articles that at least two of them finished.

    `finished` counts for each person the articles they finished, shared or not: who shares none is in no figure, and is seen here.
    `overlapping` lists (article, person) with marks that overlap, which leave `u_alphas` undefined. `layers` are uα of sets of
    labels that exclude one another. `added` counts marks made by hand; `added_f1` is strict F1 on them alone.
    """

    people: tuple[str, ...]
    finished: Mapping[str, int]
    articles: int
    policy: Policy
    resampling: Resampling
    f1: Mapping[Scheme, Figure]
    u_alphas: UAlphas
    alpha_u_1995: Figure
    gamma: Figure
    candidates: OnCandidates
    labels: Mapping[str, OfLabel]
    pairs: tuple[OfPair, ...]
    layers: Mapping[str, Figure]
    added: Mapping[str, int]
    added_f1: Figure
    overlapping: tuple[tuple[str, str], ...]

    def as_dict(self) -> dict[str, object]:
        """Return the report as `agreement --json` writes it; everything in it is JSON."""
        return {
            "people": list(self.people),
            "finished": dict(self.finished),
            "articles": self.articles,
            "policy": self.policy.value,
            "seed": self.resampling.seed,
            "samples": self.resampling.samples,
            "f1": _dicts(self.f1),
            "u_alpha": self.u_alphas.whole.as_dict(),
            "bar_u_alpha": self.u_alphas.marked.as_dict(),
            "cu_alpha": self.u_alphas.labels.as_dict(),
            "cu_coverage": self.u_alphas.coverage,
            "k_u_alpha": _dicts(self.u_alphas.of_label),
            "alpha_u_1995": self.alpha_u_1995.as_dict(),
            "gamma": self.gamma.as_dict(),
            "candidates": {
                "alpha": self.candidates.alpha.as_dict(),
                "cohen_kappa": self.candidates.cohen_kappa.as_dict(),
                "fleiss_kappa": self.candidates.fleiss_kappa.as_dict(),
                "ac1": self.candidates.ac1.as_dict(),
            },
            "labels": {label: _label_dict(found) for label, found in self.labels.items()},
            "pairs": [
                {"a": p.a, "b": p.b, "articles": p.articles, "f1": _dicts(p.f1), "cohen_kappa": p.cohen_kappa.as_dict()} for p in self.pairs
            ],
            "layers": _dicts(self.layers),
            "added": {"counts": dict(self.added), "f1": self.added_f1.as_dict()},
            "overlapping": [list(one) for one in self.overlapping],
        }


def _dicts(found: Mapping[Scheme, Figure] | Mapping[str, Figure]) -> dict[str, object]:
    return {str(key): figure.as_dict() for key, figure in found.items()}


def _label_dict(found: OfLabel) -> dict[str, object]:
    return {
        "f1": found.f1.as_dict(),
        "f1_overlap": found.f1_overlap.as_dict(),
        "u_alpha": found.u_alpha.as_dict(),
        "counts": dict(found.counts),
        "united": found.united,
    }


@dataclass(frozen=True, slots=True)
class Question:
    """What to measure.

    `people` and `labels` None: all there are. `gamma` None: not computed, as it takes seconds to minutes. `layers` name sets of
    labels that exclude one another. `resampling.seed` is kept with the report and gives the same intervals again.
    """

    people: Sequence[str] | None = None
    labels: Sequence[str] | None = None
    policy: Policy = Policy.UNMARKED_IS_NONE
    resampling: Resampling = DEFAULT
    gamma: gammas.Settings | None = None
    layers: Mapping[str, Sequence[str]] | None = None


def measure(
    units: Iterable[Unit],
    question: Question | None = None,
    *,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Report:
    """Return the report on `units`; `progress` and `is_cancelled` concern γ.

    Raises:
        gamma.Cancelled: `is_cancelled` said so.
    """
    asked = question or Question()
    given = [unit if asked.labels is None else only_labels(unit, asked.labels) for unit in units]
    people = tuple(sorted(set(asked.people))) if asked.people is not None else people_of(given)
    shared = comparable(given, people)
    labels = tuple(asked.labels) if asked.labels is not None else labels_of(shared)
    how = asked.resampling
    found = figures(span_pairs.family(shared, people, labels), how)
    schemes, size = len(span_pairs.SCHEMES), len(labels)
    on_candidates = figures(nominal.family(shared, people, asked.policy), how)
    return Report(
        people=people,
        finished={person: sum(unit.reading(person) is not None for unit in given) for person in people},
        articles=len(shared),
        policy=asked.policy,
        resampling=how,
        f1=dict(zip(span_pairs.SCHEMES, found[:schemes], strict=True)),
        u_alphas=_u_alphas(shared, labels, how),
        alpha_u_1995=figures(alpha_u.family(shared, labels), how)[0],
        gamma=_gamma(shared, asked, progress, is_cancelled),
        candidates=OnCandidates(*on_candidates[:4]),
        labels=_of_labels(shared, labels, found[schemes : schemes + 2 * size], how),
        pairs=_of_pairs(shared, people, found[schemes + 2 * size :], on_candidates[4:]),
        layers={name: _u_alphas(shared, tuple(kept), how).whole for name, kept in (asked.layers or {}).items()},
        added=_added(shared, people),
        added_f1=figures(span_pairs.family([only_added(unit) for unit in shared], people, labels), how)[0],
        overlapping=u_alpha.overlaps(shared),
    )


def _u_alphas(units: Sequence[Unit], labels: Sequence[str], how: Resampling) -> UAlphas:
    """Return the u-alpha family over `labels`, undefined if marks of one person overlap."""
    if u_alpha.overlaps(units, labels):
        none = undefined(Why.SPANS_OVERLAP, len(units))
        return UAlphas(none, none, none, dict.fromkeys(labels, none), None)
    family = u_alpha.family(units, labels)
    whole, marked, on_labels, *of_label = figures(family, how)
    coverage = float(u_alpha.coverage(u_alpha.Totals.of(family.rows.sum(0), len(labels) + 1))) if units else None
    return UAlphas(whole, marked, on_labels, dict(zip(labels, of_label, strict=True)), coverage)


def _gamma(units: Sequence[Unit], asked: Question, progress: Callable[[int, int], None], is_cancelled: Callable[[], bool]) -> Figure:
    """Return γ if it was asked for."""
    if asked.gamma is None:
        return undefined(Why.NOT_ASKED, len(units))
    return figures(gammas.family(gammas.disorders(units, asked.gamma, progress=progress, is_cancelled=is_cancelled)), asked.resampling)[0]


def _of_labels(units: Sequence[Unit], labels: Sequence[str], f1: Sequence[Figure], how: Resampling) -> dict[str, OfLabel]:
    """Return what there is to say of each label; `f1` holds strict for each, then overlapping for each."""
    u_alphas, united = figures(u_alpha.by_label(units, labels), how), u_alpha.merged_by_label(units)
    people = people_of(units)
    counts = Counter((span.label, reading.person) for unit in units for reading in unit.readings for span in reading.spans)
    return {
        label: OfLabel(f1[i], f1[len(labels) + i], u_alphas[i], {p: counts[label, p] for p in people}, united.get(label, 0))
        for i, label in enumerate(labels)
    }


def _of_pairs(units: Sequence[Unit], people: Sequence[str], f1: Sequence[Figure], kappas: Sequence[Figure]) -> tuple[OfPair, ...]:
    """Return what there is to say of each pair, in the order of `pairs_of`; `f1` holds the schemes of each in turn."""
    schemes = span_pairs.SCHEMES
    return tuple(
        OfPair(
            a,
            b,
            sum(unit.reading(a) is not None and unit.reading(b) is not None for unit in units),
            dict(zip(schemes, f1[i * len(schemes) : (i + 1) * len(schemes)], strict=True)),
            kappas[i],
        )
        for i, (a, b) in enumerate(span_pairs.pairs_of(people))
    )


def _added(units: Sequence[Unit], people: Sequence[str]) -> dict[str, int]:
    """Return how many marks each person made by hand in the shared articles."""
    counts = Counter({reading.person: 0 for unit in units for reading in unit.readings})
    for reading in (reading for unit in units for reading in unit.readings):
        counts[reading.person] += len(reading.added)
    return {person: counts[person] for person in people}
