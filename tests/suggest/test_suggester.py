import pytest

from annotator.core.lexicon import LexiconEntry
from annotator.core.pattern import Pattern, Scope, Veto
from annotator.suggest import Suggester, WordEdges

LEXICON = [
    LexiconEntry("脱贫攻坚", "CAMPAIGN"),
    LexiconEntry("脱贫攻坚战", "CAMPAIGN"),
    LexiconEntry("扶贫小额信贷", "FINANCE"),
    LexiconEntry("“三变”改革", "INDUSTRY"),
    LexiconEntry("低保", "SAFETYNET", kind="universal"),
]
QUOTED = Pattern("quoted", "SOCIAL", "“⟦[^“”]{2,9}⟧”活动", near="贫困", score=0.5)
MEETING = Veto("meeting", "⟦脱贫攻坚战?⟧(?:大会|会议)")
UNIVERSAL = Veto("universal", "", kinds=("universal",), unless="贫困", scope=Scope.PARAGRAPH)


def surfaces(suggester: Suggester, text: str, *breaks: tuple[int, int]) -> list[str]:
    return [proposal.surface for proposal in suggester.propose(text, breaks)]


def test_a_proposal_says_where_it_is_from_and_why() -> None:
    (proposal,) = Suggester(LEXICON).propose("打赢脱贫攻坚战，")
    assert (proposal.start, proposal.end, proposal.surface, proposal.label) == (2, 7, "脱贫攻坚战", "CAMPAIGN")
    assert (proposal.sources, proposal.reason) == (("lexicon:脱贫攻坚战",), "name")
    assert 0 < proposal.score <= 1


def test_a_name_cut_by_a_column_break_is_one_mention_with_its_break() -> None:
    (proposal,) = Suggester(LEXICON).propose("发放扶贫小\n\n额信贷", [(5, 7)])
    assert (proposal.surface, proposal.reason) == ("扶贫小\n\n额信贷", "across_break")


def test_line_feeds_that_are_no_break_end_a_name() -> None:
    assert surfaces(Suggester(LEXICON), "发放扶贫小\n\n额信贷") == []


def test_two_breaks_may_cut_one_name_and_its_quotes() -> None:
    assert surfaces(Suggester(LEXICON), "推行“三\n变\n”改革", (4, 5), (6, 7)) == ["“三\n变\n”改革"]


def test_full_width_forms_of_a_name_are_the_name() -> None:
    assert surfaces(Suggester([LexiconEntry("6+N+1保险", "FINANCE")]), "买６＋Ｎ＋１保险") == ["６＋Ｎ＋１保险"]


def test_offsets_count_code_points() -> None:
    (proposal,) = Suggester(LEXICON).propose("𠮷县𠮷脱贫攻坚")
    assert (proposal.start, proposal.end) == (3, 7)


def test_a_veto_on_the_longer_name_does_not_bring_back_the_shorter_one_inside() -> None:
    assert surfaces(Suggester(LEXICON, (), [MEETING]), "脱贫攻坚战大会，脱贫攻坚") == ["脱贫攻坚"]


def test_a_name_that_cuts_a_word_gives_way_to_the_name_inside(word_edges: WordEdges) -> None:
    text = "脱贫攻坚战役打响"
    assert surfaces(Suggester(LEXICON), text) == ["脱贫攻坚战"]
    assert surfaces(Suggester(LEXICON, word_edges=word_edges), text) == ["脱贫攻坚"]


def test_with_word_edges_the_reason_is_that_the_words_are_whole(word_edges: WordEdges) -> None:
    (proposal,) = Suggester(LEXICON, word_edges=word_edges).propose("打赢脱贫攻坚战")
    assert proposal.reason == "whole_word"


def test_a_universal_policy_counts_where_its_paragraph_speaks_of_the_poor() -> None:
    suggester = Suggester(LEXICON, (), [UNIVERSAL])
    assert surfaces(suggester, "低保标准提高。\n贫困户办了低保。") == ["低保"]


def test_a_pattern_asks_for_its_context() -> None:
    suggester = Suggester((), [QUOTED])
    assert surfaces(suggester, "开展“暖冬”活动。") == []
    (proposal,) = suggester.propose("贫困户参加“暖冬”活动。")
    assert (proposal.surface, proposal.sources, proposal.reason, proposal.score) == ("暖冬", ("pattern:quoted",), "context", 0.5)


def test_a_name_that_a_pattern_found_once_is_found_again_without_the_telling_words() -> None:
    proposals = Suggester((), [QUOTED]).propose("“万户暖冬”见成效\n贫困户参加“万户暖冬”活动，万户暖冬进了村。")
    assert [(p.surface, p.reason) for p in proposals] == [("万户暖冬", "same_name"), ("万户暖冬", "context"), ("万户暖冬", "same_name")]


def test_a_short_recurring_name_is_looked_for_in_quotes_only() -> None:
    proposals = Suggester((), [Pattern("p", "X", "“⟦[^“”]{2,9}⟧”活动")]).propose("“万家福”活动，“万家福”好，万家福")
    assert [p.start for p in proposals] == [1, 9]


def test_a_recurring_name_is_vetoed_like_any_other() -> None:
    veto = Veto("title", "⟦《[^《》]+》⟧")
    assert surfaces(Suggester((), [QUOTED], [veto]), "贫困户参加“万户暖冬”活动，印发《“万户暖冬”方案》") == ["万户暖冬"]


@pytest.mark.parametrize("rules", [([Pattern("p", "X", "低保", enabled=False)], []), ([Pattern("p", "X", "低保")], [Veto("v", "低保")])])
def test_a_rule_switched_off_does_nothing_and_one_switched_on_does(rules: tuple[list[Pattern], list[Veto]]) -> None:
    assert Suggester((), *rules).propose("低保") == []


def test_a_veto_switched_off_forbids_nothing() -> None:
    assert surfaces(Suggester(LEXICON, (), [Veto("v", "脱贫", enabled=False), Veto("w", "攻坚")]), "脱贫攻坚") == ["脱贫攻坚"]


def test_the_same_span_from_two_sources_is_one_proposal() -> None:
    (proposal,) = Suggester(LEXICON, [Pattern("p", "OTHER", "脱贫攻坚", score=0.5)]).propose("脱贫攻坚")
    assert (proposal.label, proposal.sources) == ("CAMPAIGN", ("lexicon:脱贫攻坚", "pattern:p"))


def test_nothing_is_found_in_nothing() -> None:
    assert Suggester(LEXICON, [QUOTED], [MEETING, UNIVERSAL]).propose("") == []
    assert Suggester(()).propose("脱贫攻坚") == []


def test_a_pattern_may_ask_what_its_mention_holds() -> None:
    patterns = [
        Pattern("jobs", "EMPLOYMENT", "“⟦[^“”]+⟧”活动", holds="就业|招聘"),
        Pattern("gifts", "SOCIAL", "“⟦[^“”]+⟧”活动", holds="爱[心家]+"),
    ]
    proposals = Suggester((), patterns).propose("“送就业”活动，“爱心屋”活动，“健步走”活动")
    assert [(p.surface, p.label) for p in proposals] == [("送就业", "EMPLOYMENT"), ("爱心屋", "SOCIAL")]
