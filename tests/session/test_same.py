"""The same mentions, as values."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.article import ArticleKind, Layout, Paragraph, Repeat, Role, Segment
from annotator.core.candidate import Candidate
from annotator.core.decision import Assignment, Cause, Condition, Decision, Draft, Kind, decision_of
from annotator.core.scheme import Overlap
from annotator.project.annotating import Opened
from annotator.session.open_article import OpenArticle
from annotator.session.same import REJECT, Doubt, Place, Subject, Verdict, in_articles, places, subject_of, verdict_on
from annotator.session.same_deciding import drafts, may_stand, rest, united, with_repeats
from annotator.store.articles import Article

TEXT = "雨露计划好，“雨露”计划也好，雨露\n计划又好，新雨露计划。"


def everything(start: int, end: int) -> bool:
    return True


def candidate(text: str, start: int, end: int, label: str = "EDUCATION", score: float = 0.9) -> Candidate:
    return Candidate(f"c{start}-{end}{label}", start, end, label, text[start:end], ("lexicon:雨露计划",), score)


def opened(
    text: str,
    candidates: Sequence[Candidate] = (),
    made: Sequence[Draft] = (),
    *,
    repeats: Sequence[Repeat] = (),
    condition: Condition = Condition.SHOWN,
    article: str = "a",
) -> OpenArticle:
    breaks = tuple((i, i + 1) for i, char in enumerate(text) if char == "\n" and text[i + 1 :] and text[i - 1] != "。")
    layout = Layout(ArticleKind.ARTICLE, "", (Segment(0, 0, len(text)),), breaks, tuple(repeats), (Paragraph(0, len(text), Role.BODY),))
    assignment = Assignment(f"s-{article}", article, "p", condition=condition)
    decisions: list[Decision] = [
        decision_of(draft, assignment, decision_id=f"{i:05}", step=f"{i:05}", scheme_version=1, at="2026-01-01T00:00:00.000Z")
        for i, draft in enumerate(made)
    ]
    stored = Article(article, 1, "page", layout, text, {})
    known = tuple(candidates)
    return OpenArticle.of(Opened(stored, assignment, known, frozenset(c.id for c in known), tuple(decisions), {}), is_folded=True)


def on(c: Candidate, kind: Kind, label: str | None = None) -> Draft:
    return Draft(kind, target=c.id, start=c.start, end=c.end, label=label or c.label, surface=c.surface)


def subject(of: OpenArticle, place: int = 0) -> Subject:
    found = subject_of(of, of.items[place], None)
    assert found is not None
    return found


def surfaces(of: OpenArticle, found: Sequence[Place]) -> list[str]:
    return [of.article.text[place.start : place.end] for place in found]


def test_plain_words_are_found_through_breaks_and_with_their_quotation_marks() -> None:
    of = opened(TEXT, [candidate(TEXT, 0, 4)], [on(candidate(TEXT, 0, 4), Kind.ACCEPT)])
    assert surfaces(of, places(of, subject(of), everything)) == ["“雨露”计划", "雨露\n计划", "雨露计划"]


def test_the_verdict_is_that_of_the_mention_itself() -> None:
    c = candidate(TEXT, 0, 4)
    assert verdict_on(subject(opened(TEXT, [c]))) is None
    assert verdict_on(subject(opened(TEXT, [c], [on(c, Kind.SKIP)]))) is None
    assert verdict_on(subject(opened(TEXT, [c], [on(c, Kind.RELABEL, "MONITOR")]))) == Verdict("MONITOR")
    assert verdict_on(subject(opened(TEXT, [c], [on(c, Kind.REJECT)]))) == REJECT


def test_an_open_mention_is_among_its_like_and_a_decided_one_is_not() -> None:
    c, other = candidate(TEXT, 0, 4), candidate(TEXT, 6, 12)
    still = opened(TEXT, [c, other])
    assert places(still, subject(still), everything)[0].is_subject
    done = opened(TEXT, [c, other], [on(c, Kind.ACCEPT)])
    assert not any(place.is_subject for place in places(done, subject(done), everything))


def test_what_is_decided_otherwise_is_in_doubt_and_what_is_decided_alike_is_not_listed() -> None:
    c, alike, otherwise = candidate(TEXT, 0, 4), candidate(TEXT, 6, 12), candidate(TEXT, 15, 20)
    of = opened(TEXT, [c, alike, otherwise], [on(c, Kind.ACCEPT), on(alike, Kind.ACCEPT), on(otherwise, Kind.REJECT)])
    found = places(of, subject(of), everything)
    assert [(place.start, place.doubt) for place in found] == [(15, Doubt.DECIDED), (24, Doubt.NONE)]


def test_words_inside_a_longer_span_and_words_that_cut_a_word_are_in_doubt() -> None:
    c, longer = candidate(TEXT, 0, 4), candidate(TEXT, 23, 28)
    of = opened(TEXT, [c, longer])
    found = places(of, subject(of), lambda start, _: start != 15)
    assert [place.doubt for place in found] == [Doubt.NONE, Doubt.NONE, Doubt.CUTS_WORD, Doubt.INSIDE]


def test_blind_articles_offer_plain_words_and_own_marks_but_no_candidates() -> None:
    mark = Draft(Kind.ADD, start=0, end=4, label="EDUCATION", surface=TEXT[:4])
    of = opened(TEXT, [candidate(TEXT, 15, 20)], [mark], condition=Condition.BLIND)
    found = places(of, subject(of), everything)
    assert [place.item for place in found] == [None] * 3


def test_a_rejection_offers_candidates_only() -> None:
    c, other = candidate(TEXT, 0, 4), candidate(TEXT, 6, 12)
    of = opened(TEXT, [c, other], [on(c, Kind.REJECT)])
    assert [place.start for place in places(of, subject(of), everything)] == [6]


def test_a_selection_without_a_span_can_be_the_mention() -> None:
    of = opened(TEXT)
    found = subject_of(of, None, (0, 4))
    assert found == Subject(0, 4, "雨露计划", None)
    assert [place.is_subject for place in places(of, found, everything)] == [True, False, False, False]
    assert subject_of(of, None, None) is None


def test_candidates_are_accepted_relabelled_or_rejected_and_plain_words_added() -> None:
    same_label, other_label = candidate(TEXT, 6, 12), candidate(TEXT, 15, 20, "MONITOR")
    of = opened(TEXT, [candidate(TEXT, 0, 4), same_label, other_label])
    chosen = places(of, subject(of), everything)
    made = drafts(of, chosen, Verdict("EDUCATION"))
    assert [draft.kind for draft in made] == [Kind.ACCEPT, Kind.ACCEPT, Kind.RELABEL, Kind.ADD]
    assert [draft.cause for draft in made] == [None, Cause.SAME, Cause.SAME, Cause.SAME]
    assert {draft.label for draft in made} == {"EDUCATION"}
    assert [draft.kind for draft in drafts(of, chosen, REJECT)] == [Kind.REJECT] * 3


def test_of_two_candidates_on_one_range_the_one_with_the_label_is_accepted() -> None:
    wrong, right = candidate(TEXT, 6, 12, "ABC"), candidate(TEXT, 6, 12, "EDUCATION")
    of = opened(TEXT, [candidate(TEXT, 0, 4), wrong, right])
    place = places(of, subject(of), everything)[1]
    (draft,) = drafts(of, [place], Verdict("EDUCATION"))
    assert (draft.target, draft.kind) == (right.id, Kind.ACCEPT)
    assert len(drafts(of, [place], REJECT)) == 2


def test_what_the_scheme_does_not_let_stand_is_not_added() -> None:
    mark = Draft(Kind.ADD, start=23, end=28, label="MONITOR", surface=TEXT[23:28])
    of = opened(TEXT, [candidate(TEXT, 0, 4)], [mark])
    inside = places(of, subject(of), everything)[-1]
    assert not may_stand(of, Overlap.FORBID.allows, inside, "EDUCATION")
    assert may_stand(of, Overlap.NEST.allows, inside, "EDUCATION")


PARAGRAPH = "村里实施雨露计划，群众都说好，这是真的。"


def test_what_follows_in_a_folded_repeat_is_written_once_with_its_cause() -> None:
    text = PARAGRAPH + "\n" + PARAGRAPH
    c, again = candidate(text, 4, 8), candidate(text, 25, 29)
    of = opened(text, [c, again], repeats=[Repeat(21, 41, 0)])
    found = places(of, subject(of), everything)
    assert [place.start for place in found] == [4]
    here, elsewhere = with_repeats(of, drafts(of, found, Verdict("EDUCATION")))
    assert [(draft.target, draft.cause) for draft in here] == [(c.id, None), (again.id, Cause.REPEAT)]
    assert elsewhere == []


def test_what_was_shown_and_left_unticked_follows_nothing() -> None:
    text = PARAGRAPH + "\n" + PARAGRAPH
    of = replace(opened(text, [candidate(text, 4, 8), candidate(text, 25, 29)], repeats=[Repeat(21, 41, 0)]), is_folded=False)
    of = replace(of, items=of.all_items)
    chosen, kept = places(of, subject(of), everything)
    here, _ = with_repeats(of, drafts(of, [chosen], Verdict("EDUCATION")), [kept])
    assert [draft.start for draft in here] == [4]


def test_of_two_decisions_on_one_span_elsewhere_the_first_counts() -> None:
    there = Assignment("s", "b", "p")
    first, second = Draft(Kind.ADD, start=1, end=2, cause=Cause.SAME), Draft(Kind.ADD, start=1, end=2, cause=Cause.REPEAT)
    third = Draft(Kind.ACCEPT, target="c", start=1, end=2)
    assert united([(there, [first])], [(there, [second, third])]) == [(there, [first, third])]


def test_other_articles_offer_what_is_free_of_doubt() -> None:
    of = opened(TEXT, [candidate(TEXT, 0, 4)])
    other = opened("再说雨露计划，旧雨露计划。", article="b")
    nothing = opened("别的事。", article="c")
    (found,) = in_articles([other, nothing], subject(of), lambda _: lambda start, _: start == 2)
    assert found.opened is other
    assert surfaces(other, found.places) == ["雨露计划"]


def test_the_rest_is_what_nobody_looked_at_and_of_one_range_the_best() -> None:
    seen, weak, strong = candidate(TEXT, 0, 4), candidate(TEXT, 6, 12, "ABC", 0.3), candidate(TEXT, 6, 12, "MONITOR", 0.8)
    of = opened(TEXT, [seen, weak, strong], [on(seen, Kind.SKIP)])
    assert [(draft.target, draft.kind, draft.cause) for draft in rest(of)] == [(strong.id, Kind.ACCEPT, Cause.REST)]


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from([Kind.ACCEPT, Kind.REJECT, Kind.SKIP, None])), max_size=6))
def test_deciding_all_leaves_nothing_of_the_same_undecided(steps: list[tuple[int, Kind | None]]) -> None:
    text = "雨露计划，" * 4
    known = [candidate(text, 5 * i, 5 * i + 4) for i in range(4)]
    made = [on(known[i], kind) for i, kind in steps if kind is not None]
    before = opened(text, known, made)
    verdict = verdict_on(subject(before)) or Verdict("EDUCATION")
    chosen = drafts(before, places(before, subject(before), everything), verdict)
    after = opened(text, known, [*made, *chosen])
    assert all(item.is_mark is (verdict != REJECT) and item.is_decided for item in after.items)


@pytest.mark.parametrize("label", ["EDUCATION", ""])
def test_deciding_again_writes_nothing(label: str) -> None:
    known = [candidate(TEXT, 0, 4), candidate(TEXT, 6, 12)]
    of = opened(TEXT, known)
    chosen = places(of, subject(of), everything)[:2]
    after = opened(TEXT, known, drafts(of, chosen, Verdict(label)))
    assert drafts(after, [replace(place, items=(item,)) for place, item in zip(chosen, after.items, strict=True)], Verdict(label)) == []
