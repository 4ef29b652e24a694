"""What candidates follow from, as a value: edits, what is stored of them, and what sources are worth."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.lexicon import LexiconEntry
from annotator.core.pattern import Pattern, Veto
from annotator.core.programme import Programme
from annotator.project import knowing, linking, precision
from annotator.project.knowing import Known
from annotator.project.showing import Showing
from annotator.project.workspace import Project
from annotator.store import knowledge

terms = st.sampled_from(["雨露计划", "低保", "产业扶贫", "𠮷村行动", "a", "B"])
entries = st.builds(LexiconEntry, terms, st.sampled_from(["X", "Y"]), note=st.sampled_from(["", "n"]))
programmes = st.builds(Programme, st.sampled_from(["p1", "p2", "p3"]), st.sampled_from(["甲", "乙"]))
rules = st.builds(Pattern, st.sampled_from(["r1", "r2", "r3"]), st.just("X"), st.sampled_from(["甲", "乙"]), examples=st.just(("⟦甲⟧",)))


@st.composite
def values(draw: st.DrawFn) -> Known:
    held = knowing.with_entries(Known(), draw(st.lists(entries, max_size=5)))
    held = knowing.with_programmes(held, draw(st.lists(programmes, max_size=3)))
    held = knowing.with_rules(held, draw(st.lists(rules, max_size=3)), [Veto("v", "甲")])
    refused = tuple(dict.fromkeys(draw(st.lists(terms, max_size=2))))
    return replace(held, refused=refused, showing=Showing(draw(st.sampled_from([0.0, 0.25])), 0.5, draw(st.booleans())))


def test_what_is_kept_is_known_again_and_every_edit_can_be_taken_back(project: Project) -> None:
    @given(values(), values())
    def law(first: Known, second: Known) -> None:
        knowing.keep(project, knowing.known(project), first)
        assert knowing.known(project) == first
        knowing.keep(project, first, second)
        assert knowing.known(project) == second
        knowing.keep(project, second, first)
        assert knowing.known(project) == first

    law()


def test_the_seeds_come_back_as_they_were_with_an_equal_fingerprint(project: Project) -> None:
    before = knowing.known(project)
    print_before = knowledge.fingerprint(project.connection)
    off = replace(before, vetoes=knowing.put_rule(before.vetoes, replace(before.vetoes[0], enabled=False)))
    knowing.keep(project, before, off)
    assert knowledge.fingerprint(project.connection) != print_before
    knowing.keep(project, off, before)
    assert knowledge.fingerprint(project.connection) == print_before
    assert len(before.patterns) > 50


def test_candidates_are_out_of_date_with_another_term_but_not_with_another_note() -> None:
    held = knowing.with_entries(Known(), [LexiconEntry("雨露计划", "X")])
    noted = knowing.with_entries(held, [LexiconEntry("雨露计划", "X", "yulu", note="n", origin="o")])
    assert not knowing.moves_candidates(held, noted)
    assert knowing.moves_candidates(held, knowing.with_entries(held, [LexiconEntry("雨露计划", "Y")]))
    assert knowing.moves_candidates(held, knowing.with_entries(held, [LexiconEntry("雨露计划", "X", kind="class")]))
    assert knowing.moves_candidates(held, replace(held, showing=Showing(hide_below=0.5)))
    assert not knowing.moves_candidates(held, replace(held, showing=Showing(dim_below=0.5)))
    assert not knowing.moves_candidates(held, knowing.with_programmes(held, [Programme("p", "甲")]))


def test_an_entry_takes_the_place_of_the_one_that_was_edited() -> None:
    old = LexiconEntry("雨露计划", "X")
    held = knowing.with_entries(Known(), [old, LexiconEntry("低保", "X")])
    edited = knowing.with_entries(held, [LexiconEntry("雨露工程", "X")], instead_of=old)
    assert [entry.term for entry in edited.lexicon] == ["低保", "雨露工程"]


def test_a_new_rule_stands_behind_the_one_it_was_copied_from_and_a_known_one_where_it_was() -> None:
    one, two = Pattern("one", "X", "a"), Pattern("two", "X", "b")
    held = knowing.put_rule((one, two), Pattern("own-1", "X", "c"), after="one")
    assert [rule.id for rule in held] == ["one", "own-1", "two"]
    again = knowing.put_rule(held, replace(two, expression="d"))
    assert [rule.expression for rule in again] == ["a", "c", "d"]


def test_a_new_id_is_free_and_none_of_the_shipped_ones() -> None:
    held = replace(Known(), patterns=(Pattern("own-1", "X", "a"),), vetoes=(Veto("own-2", "a"),))
    assert knowing.new_id(held) == "own-3"
    assert "meeting" in knowing.shipped_rules()


def test_a_merged_programme_goes_with_its_names_where_nothing_is_linked_to_it() -> None:
    rain, works = Programme("a", "雨露工程", ("雨露行动",)), Programme("b", "雨露计划", ("雨露行动",))
    held = knowing.with_programmes(Known(lexicon=(LexiconEntry("雨露工程", "X", "a"),)), [rain, works])
    merged = knowing.merged(held, rain, works, is_linked=False)
    assert merged.programmes == (Programme("b", "雨露计划", ("雨露行动", "雨露工程")),)
    assert merged.lexicon[0].programme == "b"


def test_a_merged_programme_with_linked_mentions_stays_under_a_name_nothing_goes_by() -> None:
    rain, works = Programme("a", "雨露工程", ("雨露行动",), "X", origin="名单"), Programme("b", "雨露计划")
    merged = knowing.merged(knowing.with_programmes(Known(), [rain, works]), rain, works, is_linked=True)
    left = next(one for one in merged.programmes if one.id == "a")
    assert (left.name, left.aliases, left.note, left.origin) == ("雨露工程 → 雨露计划", (), "b", "名单")
    register = linking.Register.of(merged.programmes)
    assert register.called("雨露工程") == register.called("雨露行动") == ("b",)
    assert knowing.merged(merged, works, works, is_linked=True) is merged


def test_a_deleted_programme_leaves_its_terms_in_the_lexicon() -> None:
    held = knowing.with_programmes(Known(lexicon=(LexiconEntry("雨露计划", "X", "a"),)), [Programme("a", "雨露计划")])
    after = knowing.without_programme(held, held.programmes[0])
    assert after.programmes == ()
    assert after.lexicon == (LexiconEntry("雨露计划", "X"),)


def test_a_refused_name_is_known_however_it_is_written() -> None:
    held = knowing.refusing(Known(), "“三变”改革")
    assert knowing.is_refused(held, "三变改革")
    assert knowing.refusing(held, "三变改革") is held


@given(st.lists(st.tuples(st.integers(0, 20).map(lambda n: n / 20), st.integers(1, 9)), unique_by=lambda pair: pair[0]), st.floats(0, 1))
def test_what_lies_below_a_threshold_is_counted_exactly(scores: list[tuple[float, int]], threshold: float) -> None:
    assert precision.below(sorted(scores), threshold) == sum(count for score, count in scores if score < threshold)


def test_figures_count_every_present_candidate_once(demo: Project) -> None:
    figures = precision.figures(demo.path)
    (present,) = demo.connection.execute("SELECT count(*) FROM candidate WHERE active = 1").fetchone()
    assert present > 0
    assert sum(worth.proposed for worth in figures.sources.values()) == present
    assert precision.below(figures.scores, 2) == present
    assert all(worth.precision is None for worth in figures.sources.values())
