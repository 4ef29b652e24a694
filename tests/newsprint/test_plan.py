"""Edits of a page's cut before it is stored."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.article import ArticleKind, Layout
from annotator.newsprint import decode, normalise, read, with_paragraphs
from annotator.newsprint import plan as plans
from annotator.newsprint.plan import Plan, Question, plan

SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "pages"
PIECES = [
    *("\n", "\n\n", "\n\n\n\n", " ", "\u3000\u3000"),
    *("本报讯 记者张三报道 ", "本报记者 张三", "张三 摄", "图说 TUSHUO", "图为村民。", "责任编辑：张三", "一、总体要求", "核心提示 "),
    *("。", "，", "产业扶贫带动增收", "村里修了路。", "在一次走访中,他结", "识了贫困户李四，给他家送去了一只羊。" * 3, "脱贫攻坚"),
]
page = st.one_of(st.lists(st.sampled_from(PIECES), max_size=60).map("".join), st.text(max_size=120)).map(normalise)
KINDS = list(ArticleKind)

Edit = Callable[[Plan, int, int], Plan]
EDITS: list[Edit] = [
    lambda p, a, _: plans.split(p, a % len(p.page.lines)) if p.page else p,
    lambda p, a, _: plans.merge(p, a % len(p.parts)) if p.parts else p,
    lambda p, a, b: plans.move_boundary(p, a % len(p.parts), 1 if b % 2 else -1) if p.parts else p,
    lambda p, a, b: plans.set_kind(p, a % len(p.parts), KINDS[b % 3]) if p.parts else p,
    lambda p, a, b: plans.set_aside(p, [a % len(p.page.lines)], KINDS[1 + b % 2]) if p.page else p,
    lambda p, a, _: plans.give_back(p, a % len(p.parts)) if p.parts else p,
    lambda p, a, b: plans.decide_repeat_by_itself(p, a % len(p.page.lines), is_single=bool(b % 2)) if p.page else p,
    lambda p, a, _: plans.join(p, p.waiting[a % len(p.waiting)]) if p.waiting else p,
    lambda p, a, b: plans.decline(p, p.waiting[a % len(p.waiting)], KINDS[b % 3]) if p.waiting else p,
]
edits = st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 60), st.integers(0, 5)), max_size=12)


def edited_by(text: str, changes: list[tuple[Edit, int, int]]) -> Plan:
    result = plan(text)
    for edit, a, b in changes:
        result = edit(result, a, b)
    return result


def check_whole(text: str, layouts: tuple[Layout, ...]) -> None:
    """Every character of the page lies in exactly one article, and offsets map back to it."""
    seen = [0] * len(text)
    for layout in layouts:
        own = layout.text(text)
        assert [text[layout.page_offset(i)] for i in range(layout.length)] == list(own)
        for segment in layout.segments:
            for offset in range(segment.page_start, segment.page_start + segment.length):
                seen[offset] += 1
    assert seen == [1] * len(text)


@given(text=page)
def test_an_unedited_plan_is_the_reading(text: str) -> None:
    assert plans.layouts(plan(text)) == with_paragraphs(text, read(text))


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
def test_an_unedited_plan_of_a_sample_page_is_its_reading(path: Path) -> None:
    text = decode(path.read_bytes()).text
    assert plans.layouts(plan(text)) == with_paragraphs(text, read(text))


@given(text=page, changes=edits)
def test_after_any_edits_every_character_lies_in_exactly_one_article(text: str, changes: list[tuple[Edit, int, int]]) -> None:
    check_whole(text, plans.layouts(edited_by(text, changes)))


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
@given(changes=edits)
def test_after_any_edits_a_sample_page_is_whole(path: Path, changes: list[tuple[Edit, int, int]]) -> None:
    text = decode(path.read_bytes()).text
    check_whole(text, plans.layouts(edited_by(text, changes)))


@given(text=page, changes=edits)
def test_breaks_and_paragraphs_of_an_edited_plan_lie_inside_their_article(text: str, changes: list[tuple[Edit, int, int]]) -> None:
    for layout in plans.layouts(edited_by(text, changes)):
        own = layout.text(text)
        for start, end in layout.breaks:
            assert 0 < start < end < len(own)
            assert not own[start:end].strip()
        covered = {i for p in layout.paragraphs for i in range(p.start, p.end)}
        assert covered >= {i for i, c in enumerate(own) if c != "\n"}


@given(text=page, changes=edits)
def test_parts_hold_every_line_once_in_the_order_of_their_first_lines(text: str, changes: list[tuple[Edit, int, int]]) -> None:
    edited = edited_by(text, changes)
    lines = sorted(i for part in edited.parts for i in part.lines)
    assert lines == list(range(len(edited.page.lines) if edited.page else 0))
    firsts = [part.lines[0] for part in edited.parts]
    assert firsts == sorted(firsts)


BODY = "清晨六点，村里的扶贫车间已经亮起了灯，三十几位村民正忙着分拣木耳。"
TWO = f"一朵木耳出深山\n\n本报记者 常大勇\n\n{BODY}\n\n镇里把产业扶贫同小额信\n\n贷捆在一起推，{BODY}\n\n卫生室开到村口\n\n本报讯 {BODY}\n"


def titles(edited: Plan) -> list[str]:
    return [layout.title for layout in plans.layouts(edited)]


def test_merging_and_splitting_again_at_the_title_gives_the_same_articles() -> None:
    first = plan(TWO)
    assert titles(first) == ["一朵木耳出深山", "卫生室开到村口"]
    merged = plans.merge(first, 1)
    assert titles(merged) == ["一朵木耳出深山"]
    again = plans.split(merged, first.parts[1].lines[0])
    assert plans.layouts(again) == plans.layouts(first)


def test_a_boundary_goes_down_and_up_again_by_a_line() -> None:
    first = plan(TWO)
    down = plans.move_boundary(first, 1, 1)
    assert titles(down) == ["一朵木耳出深山", ""]
    assert plans.layouts(plans.move_boundary(down, 1, -1)) == plans.layouts(first)


def test_a_break_is_healed_only_while_its_lines_follow_each_other_in_one_article() -> None:
    first = plan(TWO)
    assert [len(layout.breaks) for layout in plans.layouts(first)] == [1, 0]
    apart = plans.split(first, 4)
    assert [len(layout.breaks) for layout in plans.layouts(apart)] == [0, 0, 0]
    assert [len(layout.breaks) for layout in plans.layouts(plans.merge(apart, 1))] == [1, 0]


def test_a_line_marked_as_a_caption_stands_apart_and_the_sentence_around_it_is_healed() -> None:
    text = f"一朵木耳出深山\n\n本报记者 常大勇\n\n{BODY}镇里把产业扶贫同小额信\n\n大棚里的木耳长势喜人。\n\n贷捆在一起推，{BODY}\n"
    marked = plans.set_aside(plan(text), [3], ArticleKind.CAPTION)
    article, caption = plans.layouts(marked)
    assert (article.kind, caption.kind) == (ArticleKind.ARTICLE, ArticleKind.CAPTION)
    ((start, end),) = article.breaks
    own = article.text(text)
    assert own[start - 2 : start] + own[end : end + 1] == "额信贷"
    back = plans.give_back(marked, marked.part_of(3))
    assert plans.layouts(back) == plans.layouts(plan(text))


def offered() -> tuple[Plan, Question]:
    sample = plan(decode((SEEDS / "xiuyang_2018-11-02_p2.txt").read_bytes()).text)
    (question,) = sample.waiting
    return sample, question


def test_an_offered_fragment_is_joined_behind_its_article_and_the_seam_is_healed() -> None:
    before, question = offered()
    after = plans.join(before, question)
    assert after.waiting == ()
    home = after.parts[after.part_of(question.after)]
    assert home.lines[-len(question.run) :] == question.run
    assert before.page is not None
    layout = plans.layouts(after)[after.part_of(question.after)]
    seams = [layout.page_offset(start) for start, _ in layout.breaks]
    assert before.page.lines[question.after].end in seams


def test_a_declined_fragment_is_an_article_of_its_own_or_left_out() -> None:
    before, question = offered()
    own = plans.decline(before, question)
    assert own.articles == before.articles + (before.parts[before.part_of(question.run[0])].lines != question.run)
    assert own.waiting == ()
    out = plans.decline(before, question, ArticleKind.FURNITURE)
    assert out.parts[out.part_of(question.run[0])].kind is ArticleKind.FURNITURE
    assert out.waiting == ()


def test_what_changes_nothing_returns_the_same_plan() -> None:
    first = plan(TWO)
    assert plans.split(first, 0) is first
    assert plans.merge(first, 0) is first
    assert plans.move_boundary(first, 0, -1) is first
    assert plans.set_kind(first, 0, ArticleKind.ARTICLE) is first
    assert plans.exclude(first, is_excluded=False) is first
    assert plans.decide_repeat_by_itself(first, 0, is_single=False) is first


def test_an_excluded_page_has_no_layouts_until_it_is_taken_in_again() -> None:
    first = plan(TWO)
    out = plans.exclude(first, is_excluded=True)
    assert plans.layouts(out) == ()
    assert plans.layouts(plans.exclude(out, is_excluded=False)) == plans.layouts(first)


def test_a_repeat_can_be_decided_by_itself() -> None:
    text = f"一朵木耳出深山\n\n本报记者 常大勇\n\n{BODY}\n\n{BODY}\n"
    first = plan(text)
    assert [len(layout.repeats) for layout in plans.layouts(first)] == [1]
    alone = plans.decide_repeat_by_itself(first, 3, is_single=True)
    assert [len(layout.repeats) for layout in plans.layouts(alone)] == [0]
