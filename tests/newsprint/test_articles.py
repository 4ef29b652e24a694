"""What begins an article, what is its title, and what is not."""

import pytest

from annotator.core.article import ArticleKind
from annotator.newsprint import Role, examine, read, read_whole, roles

BODY = "柳河村今年种下三千亩花椒，建起烘干厂，一百二十户贫困户在家门口有了活干。"
MORE = "烘干厂的账本贴在柳河村村口的墙上，谁家的花椒卖了多少钱，一眼就能看清。"


def titles(text: str) -> list[str]:
    return [layout.title for layout in read(text) if layout.kind is ArticleKind.ARTICLE]


@pytest.mark.parametrize(
    "opening",
    [
        "本报记者 常大勇\n\n" + BODY,
        "□ 常大勇 费小云\n\n" + BODY,
        "□本报记者 常大勇 通讯员 费小云 文/图\n\n" + BODY,
        "文/常大勇 图/费小云\n\n" + BODY,
        "常大勇\n\n" + BODY,
        "（常大勇 费小云）\n\n" + BODY,
        "新华社记者常大勇\n\n" + BODY,
        "本报讯 记者常大勇报道 " + BODY,
        "本报讯（通讯员 常大勇 费小云）" + BODY,
        "(记者 常大勇)" + BODY,
        "新华社柏城6月1日电（记者 常大勇）" + BODY,
        "柏城日报讯 " + BODY,
        "【本報訊】" + BODY,
        "核心提示 " + BODY,
        "——柳河村脱贫记\n\n" + BODY,
        "（上接第一版）" + BODY,
    ],
)
def test_what_stands_below_titles_only_begins_an_article(opening: str) -> None:
    text = f"上一篇的标题\n\n本报记者 某人\n\n{BODY}\n\n柳河村的花椒红了\n\n{opening}\n"
    found = titles(text)
    assert len(found) == 2
    assert found[1].startswith("柳河村的花椒红了")


@pytest.mark.parametrize("head", ["一、总体要求", "产业兴 日子红", "路从哪里来", "（二）基本原则", "■ 种什么"])
def test_a_head_with_body_above_and_below_begins_nothing(head: str) -> None:
    text = f"柳河村的花椒红了\n\n本报记者 常大勇\n\n{BODY}\n\n{head}\n\n{BODY}\n\n钱从哪里来\n\n{BODY}\n"
    assert titles(text) == ["柳河村的花椒红了"]


def test_the_lines_of_a_title_and_its_subtitle_stand_together() -> None:
    text = f"柳河村里看变化\n\n花椒树下笑声多\n\n——一个深度贫困村的三年\n\n本报记者 常大勇\n\n{BODY}"
    assert titles(text) == ["柳河村里看变化 花椒树下笑声多 ——一个深度贫困村的三年"]
    assert [p.role for p in roles(text, read(text)[0])] == [Role.TITLE, Role.TITLE, Role.SUBTITLE, Role.BYLINE, Role.BODY]


@pytest.mark.parametrize("column", ["今日关注 GUANZHU", "经济快讯", "县区要闻"])
def test_a_columns_name_is_furniture_and_the_head_below_it_a_title(column: str) -> None:
    text = f"{column}\n\n柳河村的花椒红了\n\n{BODY}\n\n烘干厂开工\n\n本报讯 {BODY}"
    layouts = read(text)
    assert [(one.kind, one.title) for one in layouts] == [
        (ArticleKind.FURNITURE, column),
        (ArticleKind.ARTICLE, "柳河村的花椒红了"),
        (ArticleKind.ARTICLE, "烘干厂开工"),
    ]


def test_a_byline_below_body_closes_its_article() -> None:
    text = f"柳河村的花椒红了\n\n{BODY}\n\n{MORE}\n\n通讯员 常大勇\n\n烘干厂开工\n\n{BODY}"
    assert titles(text) == ["柳河村的花椒红了", "烘干厂开工"]


def test_an_attribution_with_a_dash_below_body_is_no_subtitle() -> None:
    text = f"话说产业\n\n{BODY}\n\n——县委书记在产业大会上如是说\n\n本报记者 常大勇 整理\n\n烘干厂开工\n\n本报讯 {BODY}"
    assert titles(text) == ["话说产业", "烘干厂开工"]


def test_the_only_head_in_a_news_item_is_the_next_items_title() -> None:
    text = f"烘干厂开工\n\n本报讯 {BODY}\n\n{BODY}\n\n合作社分红现场“晒”账本\n\n近日，{BODY}"
    assert titles(text) == ["烘干厂开工", "合作社分红现场“晒”账本"]


def test_news_items_without_titles_are_cut_at_their_datelines() -> None:
    assert titles(f"本报讯 {BODY}\n\n本报讯 {BODY}\n\n{BODY}\n\n本报讯 {BODY}") == ["", "", ""]


def test_the_credit_of_a_picture_story_stays_with_it_and_a_captions_goes_with_the_caption() -> None:
    story = f"图说 TUSHUO\n\n烘干厂里忙\n\n{BODY}\n\n本报记者 常大勇 摄\n\n\n\n花椒晒满了打谷场。"
    kinds = [(one.kind, one.text(story).strip().split("\n")[-1]) for one in read(story)]
    assert kinds == [
        (ArticleKind.FURNITURE, "图说 TUSHUO"),
        (ArticleKind.ARTICLE, "本报记者 常大勇 摄"),
        (ArticleKind.CAPTION, "花椒晒满了打谷场。"),
    ]


@pytest.mark.parametrize(
    "caption",
    [
        "花椒丰收了。\n\n常大勇 摄",
        "花椒丰收了。 本报记者 常大勇 摄",
        "▲花椒丰收了",
        "图为村民采摘花椒。",
        "花椒丰收了。",
    ],
)
def test_a_caption_inside_a_sentence_is_set_aside_so_that_the_sentence_joins(caption: str) -> None:
    text = f"柳河村的花椒红了\n\n本报记者 常大勇\n\n{BODY}村里又添了烘干的新设\n\n\n\n{caption}\n\n备，花椒当天采、当天烘，价钱高出一成。\n"
    article, aside = read(text)
    assert aside.kind is ArticleKind.CAPTION
    own = article.text(text)
    ((start, end),) = article.breaks
    assert own[start - 2 : start] + own[end : end + 2] == "新设备，"


def test_a_picture_story_without_a_column_begins_at_the_head_above_its_paragraphs() -> None:
    story = f"花椒红了满坡\n\n{BODY}{MORE}\n\n本报记者 常大勇 摄"
    text = f"烘干厂开工\n\n本报讯 {BODY}\n\n{MORE}\n\n{BODY}\n\n{story}\n"
    assert titles(text) == ["烘干厂开工", "花椒红了满坡"]


def test_a_paragraph_that_ends_with_a_credit_is_neither_open_nor_a_caption_of_what_it_goes_on_with() -> None:
    text = (
        f"镜头里的柳河村\n\n本报记者 常大勇\n\n①《上工》 {BODY}镇里新办烘干厂二十九家，收下花椒三千多\n\n"
        "吨，价钱一路走高。 本报记者 常大勇 摄\n\n②《下工》 天黑了，打谷场上的灯亮了。 费 扬 摄\n"
    )
    (layout,) = read(text)
    own = layout.text(text)
    assert [own[start - 1] + own[end] for start, end in layout.breaks] == ["多吨"]


def test_a_fragment_above_its_article_is_joined_behind_it() -> None:
    rest = "书记袁茂林带着护林队进山，十天走完了鹰愁岭。\n\n如今袁茂林的鹰愁岭上，红松又长高了一截。"
    text = (
        f"烘干厂开工\n\n本报讯 {BODY}\n\n{MORE}\n\n{rest}\n\n袁茂林守山记\n\n本报记者 常大勇\n\n"
        "鹰愁岭的红松林，袁茂林守了二十年。\n\n护林队里人人都说，没有袁茂林就没有这片红松。去年冬天，村支部"
    )
    layouts = read(text)
    assert [one.title for one in layouts] == ["烘干厂开工", "袁茂林守山记"]
    assert "村支部书记袁茂林" in layouts[1].text(text)
    assert len(layouts[1].segments) == 2


def test_a_join_for_which_little_speaks_is_offered_and_not_made() -> None:
    text = (
        "一个人的山\n\n本报记者 常大勇\n\n鹰愁岭的红松林，袁茂林守了二十年。\n\n护林队里人人都说他是山神。去年冬天，镇里来了一位\n\n"
        f"烘干厂开工\n\n本报讯 {BODY}\n\n{MORE}\n\n"
        "客人问袁茂林图什么，老汉半天没吭声，末了指指屋后新栽的苗木。镇长和几位干部也跟着点头，车子发动以前，大家又喝了一碗热茶。"
    )
    reading = examine(text)
    assert all(len(one.segments) == 1 for one in reading.layouts)
    (offer,) = reading.offers
    assert text[offer.start : offer.end].startswith("客人问")
    assert reading.layouts[offer.article].title == "一个人的山"


def test_white_space_belongs_to_the_article_before_it_and_a_pictures_place_to_the_caption() -> None:
    text = f"\n\n柳河村的花椒红了\n\n本报记者 常大勇\n\n{BODY}\n\n\n\n花椒晒满了打谷场。\n\n烘干厂开工\n\n本报讯 {BODY}\n"
    first, caption, second = read(text)
    assert first.text(text).startswith("\n\n柳河村")
    assert first.text(text).endswith("活干。\n\n")
    assert caption.text(text) == "\n\n花椒晒满了打谷场。\n\n"
    assert second.text(text).endswith("活干。\n")


def test_read_whole_keeps_furniture_and_captions_inside_and_still_finds_breaks_and_repeats() -> None:
    text = f"图说 TUSHUO\n\n{BODY}\n\n{BODY}\n\n村里又添了烘干的新设\n\n备，花椒当天采、当天烘，价钱高出一成。"
    (whole,) = read_whole(text)
    assert whole.text(text) == text
    assert len(whole.breaks) == 1
    assert [text[r.start : r.end] for r in whole.repeats] == [BODY]


def test_roles_take_the_page_or_the_articles_own_text() -> None:
    text = f"图说 TUSHUO\n\n烘干厂里忙\n\n{BODY}\n\n烘干厂开工\n\n本报讯 {BODY}"
    for layout in read(text):
        assert roles(text, layout) == roles(layout.text(text), layout)
