"""The scheme on the drawing board."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import places
from annotator.core.errors import SchemeError
from annotator.core.ruling import Ruling
from annotator.core.scheme import RESERVED_KEYS, Counterexample, Words, scheme_from_json
from annotator.session import designing
from annotator.session.designing import Design, codes_of, codes_text, counterexamples_of, counterexamples_text, design_of, scheme_of

SCHEME = scheme_from_json(places.shipped("seeds", "scheme.json").read_text(encoding="utf-8"))


@pytest.fixture
def design() -> Design:
    return design_of(SCHEME)


def test_a_draft_that_changes_nothing_is_the_scheme(design: Design) -> None:
    assert not design.is_changed
    assert scheme_of(design) == SCHEME


def test_a_new_label_has_a_free_id_a_free_key_and_no_name_yet(design: Design) -> None:
    grown, label = designing.added(design)
    assert label.key not in {one.key for one in SCHEME.labels} | RESERVED_KEYS
    assert "needs a name" in str(designing.problem(grown))
    named = designing.with_label(grown, replace(label, name=Words("文化扶贫")))
    assert scheme_of(named).by_key(label.key) == named.label(label.id)


def test_a_key_that_two_labels_share_is_the_problem_that_is_named(design: Design) -> None:
    clash = designing.with_label(design, replace(SCHEME.labels[1], key="1"))
    assert "share the key 1" in str(designing.problem(clash))


def test_merging_then_merging_on_leads_to_the_last_and_use_again_undoes_it(design: Design) -> None:
    one = designing.retired(design, "HOUSING", into="INFRA")
    two = designing.retired(one, "INFRA", into="OTHER")
    scheme = scheme_of(two)
    assert scheme.current("HOUSING") == "OTHER"
    assert {label.id for label in scheme.retired} == {"HOUSING", "INFRA"}
    back = scheme_of(designing.restored(two, "HOUSING"))
    assert back.current("HOUSING") == "HOUSING"
    assert back.labels[-1].key


def test_a_label_that_is_new_just_goes_and_the_last_label_stays(design: Design) -> None:
    grown, label = designing.added(design)
    assert designing.retired(grown, label.id) == design
    for one in SCHEME.labels:
        design = designing.retired(design, one.id)
    assert len(design.labels) == 1


@given(st.sampled_from([label.id for label in SCHEME.labels]), st.sampled_from([1, -1]))
def test_moving_there_and_back_changes_nothing_unless_it_stood_at_the_end(label: str, step: int) -> None:
    design = design_of(SCHEME)
    there = designing.moved(design, label, step)
    assert {one.id for one in there.labels} == {one.id for one in design.labels}
    assert designing.moved(there, label, -step) == design if there != design else label in {SCHEME.labels[0].id, SCHEME.labels[-1].id}


def test_codes_are_read_back_from_their_text() -> None:
    for codes in (SCHEME.codes, SCHEME.attributes):
        assert codes_of(codes_text(codes)) == codes
    (code,) = codes_of("R reach 覆盖 / Reach @ HEALTH, HOUSING\n  D dedicated 专项 / dedicated\n\n")
    assert (code.labels, code.values[0].name) == (("HEALTH", "HOUSING"), Words("专项", "dedicated"))


@pytest.mark.parametrize(("text", "line"), [("  N news 消息", 1), ("G genre 体裁\n  N news", 2), ("x", 1)])
def test_a_line_that_is_no_code_is_named_by_its_number(text: str, line: int) -> None:
    with pytest.raises(SchemeError, match=f"Line {line}:"):
        codes_of(text)


def test_counterexamples_are_read_back_from_their_text() -> None:
    for label in SCHEME.labels:
        assert counterexamples_of(counterexamples_text(label.counterexamples)) == label.counterexamples


def test_rulings_become_examples_and_counterexamples_once() -> None:
    def ruling(surface: str, *, marked: bool | None) -> Ruling:
        return Ruling("a", 0, 2, surface, "INDUSTRY", "", "不是名称", marked, "林", "2026")

    found = [ruling("菌棒扶\n\n贫", marked=True), ruling("养羊", marked=False), ruling("也许", marked=None)]
    label = designing.with_rulings(SCHEME.labels[1], found)
    assert label.examples[-1] == "菌棒扶贫"
    assert label.counterexamples[-1] == Counterexample("养羊", Words("不是名称"))
    assert designing.with_rulings(label, found) == label


def test_figures_name_the_label_that_is_hardest_to_tell_apart(design: Design) -> None:
    twin = designing.with_label(design, replace(SCHEME.labels[3], light=SCHEME.labels[8].light))
    label = twin.label(SCHEME.labels[3].id)
    assert label is not None
    found = designing.figures(twin, label, is_dark=False, paper="#FDFCF9")
    assert found.nearest is not None
    assert (found.nearest.label, found.nearest.least, found.nearest.is_too_close) == ("FINANCE", 0, True)
