"""What a ruling keeps from being proposed can be asked for, with the ruling."""

from annotator.core.lexicon import LexiconEntry
from annotator.core.pattern import Veto
from annotator.suggest import Suggester

LEXICON = [LexiconEntry("脱贫攻坚", "CAMPAIGN"), LexiconEntry("脱贫攻坚自查", "MONITOR"), LexiconEntry("攻坚", "OTHER")]
MEETING = Veto("meeting", "⟦脱贫攻坚(?:推进)?大会⟧")
DOCUMENT = Veto("document", "⟦《[^《》]*》⟧")


def left_out(text: str, *vetoes: Veto, breaks: tuple[tuple[int, int], ...] = ()) -> list[tuple[str, str, str]]:
    return [(p.surface, p.label, p.reason) for p in Suggester(LEXICON, vetoes=vetoes).vetoed(text, breaks)]


def test_a_dropped_name_is_told_with_its_ruling() -> None:
    assert left_out("召开脱贫攻坚大会", MEETING, DOCUMENT) == [("脱贫攻坚", "CAMPAIGN", "veto:meeting")]


def test_what_is_proposed_is_not_told_and_neither_is_what_lies_inside_it() -> None:
    inside = Veto("inside", "⟦脱贫攻坚⟧自查")
    assert left_out("开展脱贫攻坚自查,打赢脱贫攻坚战", MEETING, inside) == []


def test_of_two_rulings_the_first_is_named() -> None:
    assert left_out("《脱贫攻坚大会通知》", DOCUMENT, MEETING) == [("脱贫攻坚", "CAMPAIGN", "veto:document")]


def test_a_ruling_that_is_switched_off_leaves_nothing_out() -> None:
    off = Veto("meeting", MEETING.expression, enabled=False)
    assert left_out("召开脱贫攻坚大会", off) == []


def test_offsets_are_those_of_the_text_with_its_breaks() -> None:
    text = "召开脱贫\n\n攻坚大会"
    (found,) = Suggester(LEXICON, vetoes=[MEETING]).vetoed(text, [(4, 6)])
    assert (found.start, found.end, text[found.start : found.end]) == (2, 8, found.surface)
