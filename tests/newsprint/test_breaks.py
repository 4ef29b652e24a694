"""Which line ends are inside a sentence."""

import pytest

from annotator.newsprint import read

LONG = "柳河村今年种下三千亩花椒，建起烘干厂，一百二十户贫困户在家门口有了活干，又请来专家教大家修剪"


def joints(body: str) -> list[str]:
    text = f"柳河村的花椒红了\n\n本报记者 常大勇\n\n{body}\n"
    (layout,) = read(text)
    own = layout.text(text)
    return [own[start - 1] + own[end] for start, end in layout.breaks]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"{LONG}花椒的技\n\n术，收成一年比一年好。", ["技术"]),
        (f"{LONG}，\n\n收成一年比一年好。", ["，收"]),
        (f"{LONG}花椒67\n\n公顷。", ["7公"]),
        (f"{LONG}“三变\n\n”改革。", ["变”"]),
        (f"{LONG}花椒的技\n\n术和烘干的办\n\n法。", ["技术", "办法"]),
        (f"{LONG}花椒的技\n \n术。", ["技术"]),
        (f"{LONG}。\n\n收成一年比一年好。", []),
        (f"{LONG}……\n\n收成一年比一年好。", []),
        (f"他说：“{LONG}。”\n\n收成一年比一年好。", []),
        (f"{LONG}如下：\n\n收成一年比一年好。", []),
        (f"{LONG}。（记者 常大勇）", []),
        (f"{LONG}花椒\n\n一是抓管护。", []),
        (f"{LONG}。\n\n在一次院坝会上，他结\n\n识了返乡青年小袁。", ["结识"]),
        (f"{LONG}。\n\n驻村干部袁磊在仔细了解\n\n芍药种植情况后，提出改种。", ["解芍"]),
        (f"{LONG}。\n\n产业兴\n\n{LONG}。\n\n人心齐\n\n{LONG}。", []),
        (f"{LONG}。\n\n抓产业 促增收\n\n{LONG}。", []),
        ("春风吹绿柳河湾\n花椒树下笑声喧\n三年苦战穷根断\n日子如今比蜜甜", []),
    ],
)
def test_a_break_is_a_line_end_inside_a_sentence(body: str, expected: list[str]) -> None:
    assert joints(body) == expected


def test_a_hard_wrapped_paragraph_is_joined_and_its_neighbour_is_not() -> None:
    words = "天还没有亮透柳河滩上已经有人走动放羊的老汉赶着三十几只羊从村口出来羊脖子上的铃铛一路响过去惊起了芦苇丛里的水鸟"
    text = (
        "\n".join([words[i : i + 16] for i in range(0, 48, 16)])
        + "响着。\n"
        + "\n".join([words[i : i + 16] for i in range(0, 48, 16)])
        + "。\n"
    )
    (layout,) = read(text)
    assert len(layout.breaks) == text.count("\n") - 2


def test_a_paragraph_that_only_repeats_another_does_not_go_on_with_a_sentence() -> None:
    text = (
        f"{LONG}，花椒种下去，村里人人欢喜。\n\n账本贴在村口的墙上，谁家分了多少钱，一眼就能看清。\n\n"
        "为了让大伙儿都能学会，镇里又办起了夜校，请来技术员一遍一遍地教，让贫困村\n\n又请来专家教大家修剪，花椒种下去，村里人人欢喜。\n"
    )
    (layout,) = read(text)
    assert layout.breaks == ()
    assert [text[r.start : r.end] for r in layout.repeats] == [text.strip().split("\n")[-1]]
