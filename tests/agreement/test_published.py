"""Every figure reproduces published examples; `python -m tests.agreement.test_published` prints them side by side."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from annotator.agreement import alpha_u, dawid_skene, gamma, nominal, u_alpha
from annotator.agreement.f1 import Scheme, matches, pooled
from annotator.agreement.nominal import Counts, Table
from annotator.agreement.units import Ballot, Policy, Reading, Unit, Unmarked, in_order, labels_of
from annotator.core.span import Span

HERE = Path(__file__).parent
CASES: dict[str, dict[str, Any]] = {case["name"]: case for case in json.loads((HERE / "published.json").read_text("utf-8"))}
SHARED = HERE.parents[2] / "shared" / "reference" / "agreement_cases.json"
# Labels have no order and no size: α with other differences than the nominal one is not offered.
NOT_OFFERED = {("krippendorff2011_C", name) for name in ("ordinal", "interval", "ratio")} | {("wikipedia_krippendorff", "interval")}

Computed = dict[str, float | None]


def data(name: str) -> Any:  # noqa: ANN401 - whatever the case holds
    found = CASES[name]["data"]
    return CASES[found["ref"]]["data"] if "ref" in found else found


def counts_of(things: list[list[int]]) -> Counts:
    return Counts.of(np.array(nominal.statistics(things, len(things[0]))), len(things[0]))


def things_of(rows: list[list[Any]]) -> list[list[int]]:
    """Turn rows of coders into counts of categories; None is missing."""
    used = sorted({value for row in rows for value in row if value is not None})
    return [[column.count(value) for value in used] for column in map(list, zip(*rows, strict=True))]


def spans_of_bio(sentence: list[str]) -> tuple[Span, ...]:
    """Return token spans of a sentence in BIO."""
    starts = [i for i, tag in enumerate(sentence) if tag.startswith("B-")]
    ends = [next((j for j in range(i + 1, len(sentence)) if not sentence[j].startswith("I-")), len(sentence)) for i in starts]
    return tuple(Span(start, end, sentence[start][2:]) for start, end in zip(starts, ends, strict=True))


def bio_matches(name: str) -> Any:  # noqa: ANN401
    found = data(name)
    return pooled(matches(spans_of_bio(g), spans_of_bio(p)) for g, p in zip(found["gold_bio"], found["pred_bio"], strict=True))


def cohen(name: str) -> Computed:
    table = Table.of(data(name)["contingency"])
    return {"po": float(table.observed), "kappa": float(nominal.cohen_kappa(table)), "kappa_max": float(nominal.cohen_kappa_max(table))}


def cohen_of_lists(name: str) -> Computed:
    found = data(name)
    used, pairs = sorted({*found["a"], *found["b"]}), Counter(zip(found["a"], found["b"], strict=True))
    return {"": float(nominal.cohen_kappa(Table.of([[pairs[x, y] for y in used] for x in used])))}


def two_people(name: str) -> Computed:
    table = Table.of(data(name)["contingency"])
    computed = {"Ao": table.observed, "S": nominal.s_coefficient(table), "pi": nominal.scott_pi(table), "kappa": nominal.cohen_kappa(table)}
    return {key: float(value) for key, value in computed.items()}


def fleiss_of_counts(name: str) -> Computed:
    return {"": float(nominal.fleiss_kappa(counts_of(data(name)["counts_items_by_category"])))}


def fleiss1971(name: str) -> Computed:
    things = [[ratings.count(str(c)) for c in range(1, 6)] for ratings in data(name)["ratings_per_item"]]
    counts = counts_of(things)
    computed = {"kappa": float(nominal.fleiss_kappa(counts)), "Po": float(counts.agreement / counts.paired)}
    # κ of one category is κ of that category against the rest.
    for c in range(5):
        computed[f"per_category/{c + 1}"] = float(nominal.fleiss_kappa(counts_of([[thing[c], 6 - thing[c]] for thing in things])))
    return dict(computed)


def krippendorff(name: str) -> Computed:
    return {"nominal": float(nominal.krippendorff_alpha(counts_of(things_of(data(name)["rows_are_coders"]))))}


def semeval(name: str) -> Computed:
    found = bio_matches(name)
    return {
        "strict/f1": found.f1(Scheme.STRICT),
        "exact/f1": found.f1(Scheme.EXACT),
        "partial/f1": found.f1(Scheme.PARTIAL),
        "ent_type/f1": found.f1(Scheme.LABEL),
        "strict/correct": found.matched(Scheme.STRICT),
        "exact/correct": found.matched(Scheme.EXACT),
        "ent_type/correct": found.matched(Scheme.LABEL),
    }


def strict(name: str) -> Computed:
    a, b = (in_order(Span(*span) for span in data(name)[key]) for key in "ab")
    return {"": matches(a, b).f1(Scheme.STRICT)}


def limit(name: str) -> Computed:
    found = data(name)
    both, one, two = found["a_both"], found["b_only_1"], found["c_only_2"]
    a = in_order(Span(i, i + 1, "A") for i in range(both + one))
    b = in_order(Span(i, i + 1, "A") for i in (*range(both), *range(both + one, both + one + two)))
    table = Table.of([[both, one], [two, found["d_neither"][-1]]])
    return {"f1": matches(a, b).f1(Scheme.STRICT), "kappa_at_1e7": float(nominal.cohen_kappa(table))}


def alpha_u_totals(unit: Unit) -> alpha_u.Totals:
    labels, lengths = labels_of([unit]), alpha_u.lengths_of([unit])
    return alpha_u.totals_of(alpha_u.rows_of([unit], labels, lengths)[0], len(labels), lengths)


def alpha_u_2004(name: str) -> Computed:
    found = data(name)
    readings = [
        Reading(who, tuple(Span(at - 150, at - 150 + n, label) for label in "ck" for at, n in found[f"observer_{who}"][label]))
        for who in "ij"
    ]
    totals = alpha_u_totals(Unit("x", 300, tuple(readings)))
    computed: Computed = {"alpha_U": float(alpha_u.alpha(totals))}
    for i, label in enumerate("ck"):
        computed[f"{label}/Do"], computed[f"{label}/De"] = float(totals.observed[i]), float(totals.expected[i])
        computed[f"{label}/alpha"] = float(alpha_u.alpha_of_label(totals)[i])
    return computed


def alpha_u_small(name: str) -> Computed:
    found = data(name)
    readings = tuple(Reading(str(i), tuple(Span(at, at + n, "a") for at, n in units)) for i, units in enumerate(found["raters"]))
    totals = alpha_u_totals(Unit("x", found["length"], readings))
    return {"Do": float(totals.observed[0]), "De": float(totals.expected[0]), "alpha": float(alpha_u.alpha(totals))}


def delta(name: str) -> Computed:
    sections = [[(at, at + n, kind) for at, n, kind in pair] for pair in data(name)["pairs"]]
    return {str(i): alpha_u.squared_difference(*pair) for i, pair in enumerate(sections, start=1)}


def fig_12_11() -> tuple[tuple[str, ...], u_alpha.Totals]:
    found = data("krippendorff2019_fig12_11_ualpha")
    unit = Unit("x", found["length"], tuple(Reading(who, tuple(Span(*s) for s in spans)) for who, spans in found["spans"].items()))
    labels = labels_of([unit])
    return labels, u_alpha.Totals.of(u_alpha.rows_of([unit], labels)[0], len(labels) + 1)


def u_alphas(_name: str) -> Computed:
    labels, totals = fig_12_11()
    computed: Computed = {
        "u_alpha": float(u_alpha.u_alpha(totals)),
        "bar_u_alpha": float(u_alpha.bar_u_alpha(totals)),
        "cu_alpha": float(u_alpha.cu_alpha(totals)),
        "cu_coverage": float(u_alpha.coverage(totals)),
    }
    for label, alpha, share in zip(labels, u_alpha.k_u_alpha(totals), u_alpha.k_coverage(totals), strict=True):
        computed[f"k_alpha/{label}"] = None if np.isnan(alpha) else float(alpha)
        computed[f"k_coverage/{label}"] = float(share)
    return computed


def u_intermediates(_name: str) -> Computed:
    _labels, totals = fig_12_11()
    shared = totals.shared
    observed, gaps = float(shared.sum() - np.trace(shared)), float(shared[0].sum() - shared[0, 0])
    return {
        "total": float(shared.sum()),
        "row_gap": float(shared[0].sum()),
        "Do_u": observed,
        "De_u": observed / float(1 - u_alpha.u_alpha(totals)),
        "Do_bar": gaps,
        "De_bar": gaps / float(1 - u_alpha.bar_u_alpha(totals)),
        "selfpair_sum": float(totals.spread.sum()),
    }


def gamma_disorder(name: str) -> Computed:
    found = data(name)
    settings = gamma.Settings(found["alpha"], found["beta"], found["delta_empty"])
    people: dict[str, list[Span]] = {}
    for who, start, end, label in found["units"]:
        people.setdefault(who, []).append(Span(start, end, label))
    return {"": gamma.disorder(list(people.values()), settings)}


def gamma_position(name: str) -> Computed:
    return {str(i): gamma.positional(Span(a, b, "x"), Span(c, d, "x")) for i, ((a, b), (c, d)) in enumerate(data(name)["pairs"], 1)}


def dawid(name: str) -> Computed:
    items = data(name)["items"].values()
    found = dawid_skene.estimate([{who: [str(x) for x in given] for who, given in item.items()} for item in items])
    computed: Computed = {f"class_marginals/{i}": float(x) for i, x in enumerate(found.shares, start=1)}
    rows = enumerate(found.errors["1"], start=1)
    return {**computed, **{f"observer1_error_rates/{i}/{j}": float(x) for i, row in rows for j, x in enumerate(row, start=1)}}


def missing_or_none(name: str) -> Computed:
    people = ("a", "b", "c")
    ballots = tuple(
        Ballot(str(i), Span(i, i + 1, "A"), {who: Unmarked.LEFT if x is None else x for who, x in zip(people, given, strict=True)})
        for i, given in enumerate(data(name)["items_by_annotator"])
    )
    unit = Unit("x", 10, tuple(Reading(who) for who in people), ballots)

    def alpha(policy: Policy) -> float:
        family = nominal.family([unit], people, policy)
        return float(family.values(family.rows)[0, 0])

    return {"dropping_unmarked": alpha(Policy.MISSING), "counting_NONE": alpha(Policy.UNMARKED_IS_NONE)}


def gwet(name: str) -> Computed:
    things = things_of(data(name)["rows_are_coders"])
    counts = counts_of(things)
    return {"ac1": float(nominal.gwet_ac1(counts, len(things[0]))), "fleiss": float(nominal.fleiss_kappa(counts))}


def gwet_table(name: str) -> Computed:
    rows = data(name)["contingency"]
    table = Table.of(rows)
    things = [[(c == i) + (c == j) for c in range(3)] for i in range(3) for j in range(3) for _ in range(rows[i][j])]
    counts = counts_of(things)
    computed = {
        "kappa": nominal.cohen_kappa(table),
        "pi": nominal.scott_pi(table),
        "s": nominal.s_coefficient(table),
        "ac1": nominal.gwet_ac1(counts, 3),
        "alpha": nominal.krippendorff_alpha(counts),
    }
    return {key: float(value) for key, value in computed.items()}


COMPUTE: dict[str, Callable[[str], Computed]] = {
    "cohen1960_p45": cohen,
    "sklearn_docstring": cohen_of_lists,
    "artstein_poesio2008_p558": two_people,
    "wikipedia_fleiss": fleiss_of_counts,
    "fleiss1971": fleiss1971,
    "krippendorff2011_C": krippendorff,
    "wikipedia_krippendorff": krippendorff,
    "nervaluate_readme": semeval,
    "seqeval_readme": lambda name: {"": bio_matches(name).f1(Scheme.STRICT)},
    "house_nested_exact": strict,
    "house_adjacent_not_overlap": strict,
    "house_exact_after_overlap": strict,
    "hripcsak_rothschild_limit": limit,
    "krippendorff2004_alphaU": alpha_u_2004,
    "krippendorff2004_delta2": delta,
    "dkpro_alphaU_small": alpha_u_small,
    "krippendorff2019_fig12_11_ualpha": u_alphas,
    "ualpha_intermediates_fig12_11": u_intermediates,
    "house_gamma_disorder_nested_3ann": gamma_disorder,
    "house_gamma_disorder_missed_2ann": gamma_disorder,
    "gamma_positional_dissimilarity": gamma_position,
    "dawid_skene1979": dawid,
    "house_missing_vs_none": missing_or_none,
    "gwet2014_four_raters": gwet,
    "gwet_abstractors": gwet_table,
}


def flat(value: Any, path: str = "") -> Iterator[tuple[str, float | None]]:  # noqa: ANN401
    """Yield the numbers of nested lists (from 1) and objects under their paths."""
    if isinstance(value, dict | list):
        items = value.items() if isinstance(value, dict) else enumerate(value, start=1)
        for key, inner in items:
            yield from flat(inner, f"{path}/{key}" if path else str(key))
    else:
        yield path, value


def tolerance_of(case: dict[str, Any], path: str) -> float:
    tolerance = case["tolerance"]
    return float(tolerance[path.split("/", maxsplit=1)[0]] if isinstance(tolerance, dict) else tolerance)


def rows() -> Iterator[tuple[str, str, float | None, float | None, float]]:
    """Yield case, figure, published value, ours, tolerance."""
    for name, case in CASES.items():
        computed = COMPUTE[name](name)
        for path, published in flat(case["expected"]):
            if path in computed:
                yield name, path, published, computed[path], tolerance_of(case, path)


@pytest.mark.parametrize("name", CASES)
def test_a_published_example_comes_out_as_published(name: str) -> None:
    case, computed = CASES[name], COMPUTE[name](name)
    published = dict(flat(case["expected"]))
    assert computed
    for path, ours in computed.items():
        expected = published[path]
        assert (ours is None) == (expected is None), path
        if ours is not None and expected is not None:
            assert ours == pytest.approx(expected, abs=tolerance_of(case, path)), path


# Parts of published examples that are steps on the way, and no figures of ours.
STEPS = {"cohen1960_p45": {"pe"}, "fleiss1971": {"Pe"}}


def test_no_published_figure_is_left_out_silently() -> None:
    for name, case in CASES.items():
        left = set(dict(flat(case["expected"]))) - set(COMPUTE[name](name)) - STEPS.get(name, set())
        left -= {path for path in left if (name, path) in NOT_OFFERED}
        # SemEval sorts what does not match into four kinds; disagreements are sorted in another way here.
        left = {path for path in left if path.rpartition("/")[-1] not in {"incorrect", "partial", "missed", "spurious"}}
        assert left <= {"partial/correct"}, (name, left)


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the reference cases are not beside the checkout")
def test_the_cases_are_those_of_the_reference() -> None:
    for case in json.loads(SHARED.read_text("utf-8")):
        ours = CASES[case["name"]]
        assert (ours["data"], ours["expected"], ours["tolerance"]) == (case["data"], case["expected"], case["tolerance"])


def main() -> None:
    """Print every published figure beside ours."""
    print(f"{'case':36} {'figure':28} {'published':>11} {'ours':>11} {'tolerance':>10}")
    for name, path, published, ours, tolerance in rows():
        shown = ["undefined" if x is None else f"{x:.6f}" for x in (published, ours)]
        print(f"{name:36} {path:28} {shown[0]:>11} {shown[1]:>11} {tolerance:>10g}")
    for name, path in sorted(NOT_OFFERED):
        print(f"{name:36} {path:28} not offered: labels are nominal")


if __name__ == "__main__":
    main()
