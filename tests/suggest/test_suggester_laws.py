from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.lexicon_csv import read_lexicon
from annotator.suggest import Suggester, WordEdges
from annotator.suggest.reading import read

SEEDS = Path(__file__).parents[2] / "seeds"
LEXICON = read_lexicon((SEEDS / "lexicon.csv").read_text(encoding="utf-8"), "seeds/lexicon.csv")
PIECES = [
    *'“”‘’「」"，。；\n\n𠮷县',
    "脱贫攻坚",
    "战",
    "大会",
    "“三变”改革",
    "第一书记",
    "驻村",
    "低保",
    "户",
    "贫困户",
    "《",
    "》",
    "６＋Ｎ＋１保险",
    "公司+合作社+",
    "爱心帮扶",
    "活动",
    "扶贫",
    "产业",
]
texts = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


@st.composite
def broken(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    """A text with line feeds put in at random places, all of them breaks."""
    parts = draw(st.lists(texts.map(lambda text: text.replace("\n", "")), min_size=1, max_size=6))
    text, breaks = parts[0], []
    for part in parts[1:]:
        feeds = "\n" * draw(st.integers(1, 2))
        breaks.append((len(text), len(text) + len(feeds)))
        text += feeds + part
    return text, breaks


@given(text_and_breaks=broken())
def test_proposals_are_disjoint_in_order_and_say_what_stands_there(
    seed_suggester: Suggester, text_and_breaks: tuple[str, list[tuple[int, int]]]
) -> None:
    text, breaks = text_and_breaks
    proposals = seed_suggester.propose(text, breaks)
    assert all(p.surface == text[p.start : p.end] != "" for p in proposals)
    assert all(earlier.end <= later.start for earlier, later in pairwise(proposals))
    assert all(0 <= p.score <= 1 and p.sources and p.label for p in proposals)
    assert proposals == seed_suggester.propose(text, breaks)


@given(text_and_breaks=broken())
def test_breaks_change_nothing_but_offsets(seed_suggester: Suggester, text_and_breaks: tuple[str, list[tuple[int, int]]]) -> None:
    text, breaks = text_and_breaks
    healed = "".join(text[a:b] for a, b in zip([0, *(end for _, end in breaks)], [*(s for s, _ in breaks), len(text)], strict=True))
    reading = read(text, breaks)
    there = [(*reading.original(p.start, p.end), p.label) for p in seed_suggester.propose(healed)]
    assert [(p.start, p.end, p.label) for p in seed_suggester.propose(text, breaks)] == there


@given(which=st.integers(0, 10_000), where=st.integers(0, 10_000))
def test_a_break_anywhere_inside_a_name_does_not_hide_it(which: int, where: int) -> None:
    entry = LEXICON[which % len(LEXICON)]
    at = 1 + where % (len(entry.term) - 1)
    text = f"某县{entry.term[:at]}\n\n{entry.term[at:]}。"
    proposals = Suggester([entry]).propose(text, [(2 + at, 4 + at)])
    assert [(p.start, p.end) for p in proposals] == [(2, 4 + len(entry.term))]


@given(text=texts)
def test_word_edges_only_take_away_or_uncover(word_edges: WordEdges, text: str) -> None:
    bare = Suggester(LEXICON).propose(text)
    for proposal in Suggester(LEXICON, word_edges=word_edges).propose(text):
        assert any(p.start < proposal.end and proposal.start < p.end for p in bare)
