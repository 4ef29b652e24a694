"""What single lines of a newspaper are taken for."""

from collections.abc import Callable

import pytest

from annotator.newsprint import forms
from annotator.newsprint.names import are_names

Test = Callable[[str], bool]

YES: dict[Test, tuple[str, ...]] = {
    forms.is_byline: (
        "本报记者 冉小河",
        "本报记者 冉小河 文并摄",
        "本报记者 冉小河 通讯员 戚云 摄影报道",
        "通讯员 戚云 冉小河",
        "□ 戚云 冉小河",
        "■ 本报记者 冉小河　通讯员 戚云",
        "文/冉小河",
        "文/冉小河 图/戚云",
        "文/图 本报记者 冉小河",
        "冉小河 本报记者 戚云",
        "记者冉小河戚云",
        "（冉小河 戚云）",
        "新华社记者 冉小河、戚云",
        "岫阳日报全媒体记者 冉小河",
        "本报记者 阿依古丽·买买提",
        "记者 欧阳小河",
        "本报评论员",
        "本报记者 冉 河 通讯员 戚小云",
        "□ 冉 河",
        "2019-08-16 09:42  来源：某县融媒体中心",
    ),
    forms.is_credit: (
        "冉小河 摄",
        "冉小河摄",
        "本报记者 冉 河 摄",
        "本报记者 冉小河 戚云 摄",
        "（冉小河 摄）",
        "县委宣传部供图",
        "摄影：冉小河",
        "新华社发",
        "（资料图片）",
    ),
    forms.is_imprint: (
        "责任编辑：冉小河",
        "责编 冉小河 版式 戚云",
        "本版编辑 冉小河 校对 戚云",
        "第3版：要闻",
        "2018年10月17日 星期三",
        "新闻热线：0000-1234567",
        "（下转第二版）",
    ),
    forms.has_dateline: (
        "本报讯 近日",
        "本报讯（记者 冉小河）",
        "新华社柏城6月1日电",
        "据新华社柏城6月1日电",
        "本报柏城6月1日电",
        "柏城日报讯（",
        "(记者 冉小河)",
        "记者冉小河报道：",
        "【本報訊】",
    ),
    forms.ends_article: (
        "都说好。（冉小河 戚云）",
        "都说好。(通讯员 冉 河)",
        "都说好。（记者冉小河 通讯员 戚云）",
        "都说好。（据新华社）",
    ),
    forms.ends_sentence: ("好。", "好！”", "好……", "好？）", "好。（冉小河）", "It works.", "好。）”"),
    forms.opens_item: ("一、总体要求", "（二）原则", "3.资金", "第四条 本办法", "一是抓产业", "问：好吗", "冉小河：好", "● 好"),
    forms.opens_caption: ("▲花椒丰收", "图为村民", "上图：村民", "图①"),
    are_names: ("冉小河", "戚云 冉小河", "欧阳小河、戚云"),
}
NO: dict[Test, tuple[str, ...]] = {
    forms.is_byline: (
        "记者来到村里",
        "通讯员队伍不断壮大",
        "记者在采访中",
        "（此件公开发布）",
        "文化扶贫",
        "□ 产业扶贫",
        "冉小河 摄",
        "作者简介",
    ),
    forms.is_credit: ("本报记者 冉小河 文并摄", "冉小河 摄影报道", "爱上摄影", "他在采访中拍摄"),
    forms.is_imprint: ("编辑部的故事", "审计发现问题", "策划", "2019年6月18日", "编者按"),
    forms.has_dateline: ("记者在现场看到，农民正忙着报道", "本报讯息", "通讯（"),
    forms.ends_article: ("都说好。（笑）", "都说好。（图）", "都说好。（注：数据来自县里）", "都说好。"),
    forms.ends_sentence: ("好，", "好", "2.", "好；", "“三变”", "好："),
    forms.opens_item: ("十二五期间", "她说：好", "下四个字：好", "2019年"),
    forms.opens_caption: ("图书馆开了", "村民说"),
    are_names: ("产业扶贫", "张", ""),
}


def cases(table: dict[Test, tuple[str, ...]]) -> list[tuple[Test, str]]:
    return [(test, line) for test, lines in table.items() for line in lines]


@pytest.mark.parametrize(("test", "line"), cases(YES))
def test_a_line_is_taken_for_what_it_is(test: Test, line: str) -> None:
    assert test(line)


@pytest.mark.parametrize(("test", "line"), cases(NO))
def test_a_line_is_not_taken_for_what_it_only_resembles(test: Test, line: str) -> None:
    assert not test(line)
