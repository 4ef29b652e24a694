"""Paragraphs printed again, on a page and among many pages."""

import random

from hypothesis import given
from hypothesis import strategies as st

from annotator.newsprint import near_duplicates, read

BODY = "镇里的做法是每天巡查、每周会商、每月销号，驻村工作队和村干部逐户核对，发现一件整改一件。"


def similarity(a: str, b: str) -> float:
    def grams(text: str) -> set[str]:
        text = "".join(text.split())
        return {text[i : i + 4] for i in range(max(1, len(text) - 3))}

    return len(grams(a) & grams(b)) / len(grams(a) | grams(b))


def test_a_paragraph_printed_again_is_a_repeat_of_the_first_even_across_a_break_and_in_another_article() -> None:
    again = f"乙村的新鲜事\n\n本报讯 近日，乙村也这样做。\n\n{BODY[:20]}\n\n{BODY[20:]}\n"
    text = f"甲村的新鲜事\n\n本报记者 常大勇\n\n{BODY}\n\n{BODY}\n\n{again}"
    first, second = read(text)
    (here,) = first.repeats
    assert first.text(text)[here.start : here.end] == BODY
    assert first.text(text)[here.of_start :].startswith(BODY)
    assert here.of_article is None
    (there,) = second.repeats
    assert there.of_article == "0"
    assert second.text(text)[there.start : there.end].replace("\n", "") == BODY


def test_the_tail_of_a_paragraph_printed_again_points_to_where_it_began() -> None:
    text = f"{BODY}\n\n村里人都说好，日子有了奔头。\n\n{BODY[-26:]}\n"
    (layout,) = read(text)
    (repeat,) = layout.repeats
    assert text[repeat.start : repeat.end] == BODY[-26:]
    assert repeat.of_start == len(BODY) - 26


def test_short_lines_and_new_paragraphs_are_no_repeats() -> None:
    text = f"{BODY}\n\n通讯员 常大勇\n\n{BODY[:-3]}再说。\n\n通讯员 常大勇\n"
    assert all(layout.repeats == () for layout in read(text))


def test_near_duplicates_names_equal_and_similar_paragraphs_and_no_others() -> None:
    changed = BODY.replace("每天", "每日")
    assert similarity(BODY, changed) >= 0.8
    paragraphs = [BODY, "另一段话，说的是完全不同的一件事，和上面没有关系。", f" {BODY[:9]}\n{BODY[9:]}", changed, "", "短", "短", ""]
    found = near_duplicates(paragraphs)
    assert [(a, b) for a, b, _ in found] == [(2, 0), (3, 0), (6, 5)]
    assert found[0][2] == 1.0
    assert found[1][2] == similarity(BODY, changed)


@given(st.lists(st.text(alphabet="甲乙丙 ", max_size=14), max_size=14), st.sampled_from([0.5, 0.8, 0.95]))
def test_every_pair_is_as_similar_as_it_says_and_names_an_earlier_paragraph(paragraphs: list[str], threshold: float) -> None:
    for later, earlier, value in near_duplicates(paragraphs, threshold):
        assert earlier < later
        assert value >= threshold
        assert abs(value - similarity(paragraphs[later], paragraphs[earlier])) < 1e-9


def test_nearly_all_similar_pairs_are_found_among_many_paragraphs() -> None:
    rng = random.Random(7)
    letters = [chr(0x4E00 + i) for i in range(900)]
    paragraphs = ["".join(rng.choices(letters, k=rng.randint(30, 160))) for _ in range(300)]
    for base in paragraphs[:300]:
        copy = list(base)
        for _ in range(max(1, len(copy) // 40)):
            copy[rng.randrange(len(copy))] = rng.choice(letters)
        paragraphs.append("".join(copy))
    wanted = {(300 + i, i) for i in range(300) if similarity(paragraphs[i], paragraphs[300 + i]) >= 0.8}
    found = {(a, b) for a, b, _ in near_duplicates(paragraphs)}
    assert len(wanted) > 100
    assert len(wanted & found) >= 0.98 * len(wanted)
    assert found <= wanted
