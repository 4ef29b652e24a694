import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.candidate import Proposal
from annotator.core.errors import InputError
from annotator.suggest.learn_features import Example, described, example
from annotator.suggest.learn_terms import Offer, offered_terms
from annotator.suggest.learned import Scorer, cross_validated

FEATURES = st.lists(st.text("低保户会=+-1", max_size=4), max_size=5).map(tuple)
EXAMPLES = st.lists(
    st.builds(Example, FEATURES, st.floats(0, 1), st.booleans(), st.sampled_from(["甲", "乙", "丙"])),
    max_size=12,
)


def proposal_of(text: str, surface: str, score: float = 0.9) -> Proposal:
    start = text.index(surface)
    return Proposal(start, start + len(surface), "CAMPAIGN", surface, (f"lexicon:{surface}",), score, "name")


def meeting(name: str, *, kept: bool = False, article: str = "") -> Example:
    text = f"{name}召开脱贫攻坚大会，部署工作。"
    return example(proposal_of(text, "脱贫攻坚"), text, kept=kept, article=article)


def work(name: str, *, kept: bool = True, article: str = "") -> Example:
    text = f"{name}打响脱贫攻坚战役，贫困户增收。"
    return example(proposal_of(text, "脱贫攻坚"), text, kept=kept, article=article)


def decisions(villages: str = "甲乙丙丁戊己庚辛") -> list[Example]:
    return [make(f"{name}村", article=name) for name in villages for make in (meeting, work)]


@pytest.mark.parametrize("trust", [0.2, 0.5, 0.85])
def test_without_decisions_the_trust_of_the_source_is_repeated(trust: float) -> None:
    text = "落实脱贫攻坚。"
    assert Scorer().score(proposal_of(text, "脱贫攻坚", trust), text) == pytest.approx(trust)


def test_a_name_rejected_before_one_word_and_kept_before_another_is_told_apart_in_a_new_sentence() -> None:
    scorer = Scorer().learn(decisions())
    rejected, kept = "新河镇又召开脱贫攻坚大会。", "新河镇又打响脱贫攻坚战役。"
    assert scorer.score(proposal_of(rejected, "脱贫攻坚"), rejected) < 0.5 < scorer.score(proposal_of(kept, "脱贫攻坚"), kept)


def test_what_was_decided_says_how_much_was_learned() -> None:
    scorer = Scorer().learn(decisions("甲乙")).learn([work("丙村")])
    assert (scorer.examples, scorer.kept) == (5, 3)


def test_learning_leaves_the_scorer_it_started_from_alone() -> None:
    before = Scorer().learn(decisions("甲"))
    kept = before.to_json()
    before.learn(decisions("乙"))
    assert before.to_json() == kept


def test_nothing_to_learn_returns_the_same_scorer() -> None:
    scorer = Scorer()
    assert scorer.learn([]) is scorer


@given(EXAMPLES)
def test_the_same_decisions_in_the_same_order_give_the_same_scorer(examples: list[Example]) -> None:
    assert Scorer().learn(examples).to_json() == Scorer().learn(list(examples)).to_json()


@given(EXAMPLES, FEATURES, st.floats(0, 1))
def test_json_brings_back_a_scorer_that_scores_the_same(examples: list[Example], features: tuple[str, ...], prior: float) -> None:
    scorer = Scorer().learn(examples)
    again = Scorer.from_json(scorer.to_json())
    assert again == scorer
    assert 0 < again.probability(features, prior) == scorer.probability(features, prior) < 1


def test_scores_do_not_depend_on_the_run() -> None:
    # Python's own hash of strings differs from run to run; this figure was printed by another run.
    assert Scorer().learn(decisions("甲乙")).probability(meeting("丙村").features, 0.9) == pytest.approx(0.053991, abs=1e-6)


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "[]",
        "null",
        "{",
        "[" * 100_000,
        '{"scorer": 1}',
        '{"scorer": 2, "examples": 0, "kept": 0, "state": {}}',
        '{"scorer": 1, "examples": 1, "kept": 2, "state": {}}',
        '{"scorer": 1, "examples": "1", "kept": 0, "state": {}}',
        '{"scorer": 1, "examples": 1, "kept": 0, "state": []}',
        '{"scorer": 1, "examples": 1, "kept": 0, "state": {"7": [NaN, 1]}}',
        '{"scorer": 1, "examples": 1, "kept": 0, "state": {"7": [1, -1]}}',
        '{"scorer": 1, "examples": 1, "kept": 0, "state": {"7": [1]}}',
        '{"scorer": 1, "examples": 1, "kept": 0, "state": {"-7": [1, 1]}}',
    ],
)
def test_a_damaged_or_newer_scorer_is_refused_with_a_sentence(damage: str) -> None:
    with pytest.raises(InputError, match="learned again"):
        Scorer.from_json(damage)


def test_a_break_beside_or_inside_a_name_changes_nothing_of_what_is_known() -> None:
    plain = "县里召开脱贫攻坚大会。"
    broken, breaks = "县里召\n开脱贫\n\n攻坚\n大会。", ((3, 4), (7, 9), (11, 12))
    proposal = replace(proposal_of(plain, "脱贫攻坚"), start=5, end=11, surface="脱贫\n\n攻坚")
    assert set(described(proposal, broken, breaks)) == set(described(proposal_of(plain, "脱贫攻坚"), plain))


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("实施“雨露计划”活动", "marks=“"),
        ("印发《雨露计划》。", "marks=《"),
        ("印发《全县雨露计划实施方案》。", "book=True"),
        ("印发《方案》后，雨露计划启动。", "book=False"),
        ("帮扶贫困生的雨露计划。", "poor=True"),
        ("贫困生多。雨露计划启动。", "poor=False"),
        ("上文完。\n雨露计划见实效\n正文开始了。", "title=True"),
        ("雨露计划见实效。", "title=False"),
        ("低保、雨露计划等", "listed=True"),
        ("雨露计划", "-2=^"),
    ],
)
def test_marks_sentence_line_and_list_around_a_name_are_known(text: str, known: str) -> None:
    assert known in described(proposal_of(text, "雨露计划"), text)


@given(st.text("低保户，。\n“”《》𠮷", max_size=30), st.data())
def test_features_are_distinct_wherever_the_candidate_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    features = described(Proposal(start, end, "X", text[start:end], (), 0.5), text, [(start, end)])
    assert len(set(features)) == len(features) > 10


def test_validation_measures_unseen_articles_at_every_threshold() -> None:
    low, middle, high = cross_validated(decisions(), 4, seed=3, thresholds=(0.0, 0.5, 1.0))
    assert (low.precision, low.recall) == (0.5, 1.0)
    assert middle.precision is not None
    assert middle.precision > 0.9
    assert (high.precision, high.recall) == (None, 0.0)


def test_validation_is_the_same_for_the_same_seed() -> None:
    assert cross_validated(decisions(), seed=5) == cross_validated(decisions(), seed=5)


def test_validation_never_scores_an_article_by_its_own_decisions() -> None:
    # What one article teaches contradicts the other: a scorer that peeked would be right.
    examples = [meeting("甲村", kept=False, article="甲")] * 8 + [meeting("甲村", kept=True, article="乙")] * 8
    (measured,) = cross_validated(examples, 2, thresholds=(0.5,))
    assert (measured.precision, measured.recall) == (0.0, 0.0)


@pytest.mark.parametrize(("articles", "folds"), [("甲", 5), ("", 5), ("甲乙", 1), ("甲乙", 0)])
def test_validation_says_nothing_where_there_is_nothing_unseen(articles: str, folds: int) -> None:
    assert cross_validated(decisions(articles), folds) == ()


@given(EXAMPLES)
def test_recall_never_rises_with_the_threshold(examples: list[Example]) -> None:
    recalls = [measured.recall or 0.0 for measured in cross_validated(examples, 3)]
    assert recalls == sorted(recalls, reverse=True)


def test_a_string_added_twice_is_offered_with_its_usual_label() -> None:
    added = [("护苗行动", "SOCIAL"), ("暖冬计划", "SOCIAL"), ("护苗行动", "EDUCATION"), ("护苗行动", "EDUCATION")]
    assert offered_terms(added) == [Offer("护苗行动", "EDUCATION", 3)]


def test_breaks_widths_and_quotation_marks_do_not_tell_strings_apart() -> None:
    assert offered_terms([("“5+2”\n工作法", "CADRE"), ("５＋２工作法", "CADRE")]) == [Offer("“5+2”工作法", "CADRE", 2)]


def test_what_the_lexicon_knows_is_not_offered() -> None:
    assert offered_terms([("三变改革", "INDUSTRY")] * 3, ["“三变”改革"]) == []


def test_single_characters_and_whole_sentences_are_not_offered() -> None:
    assert offered_terms([("保", "SAFETYNET")] * 2 + [("“”", "OTHER")] * 2 + [("长" * 41, "OTHER")] * 2) == []


@given(st.lists(st.tuples(st.text("低保户“”\n", max_size=4), st.sampled_from(["A", "B"])), max_size=20), st.integers(1, 4))
def test_offers_are_as_frequent_as_asked_and_the_most_frequent_comes_first(added: list[tuple[str, str]], at_least: int) -> None:
    offers = offered_terms(added, at_least=at_least)
    counts = [offer.count for offer in offers]
    assert counts == sorted(counts, reverse=True)
    assert all(at_least <= count <= len(added) for count in counts)
    assert not offered_terms(added, [offer.term for offer in offers], at_least=at_least)


def test_a_scorer_in_json_says_its_version_and_its_counts() -> None:
    data = json.loads(Scorer().learn(decisions("甲")).to_json())
    assert (data["scorer"], data["examples"], data["kept"]) == (1, 2, 1)
