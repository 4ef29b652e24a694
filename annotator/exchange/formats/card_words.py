"""What cards say, in Chinese and English. A card is a file, not a window: its language is that of its readers, not of the program."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of a card in one language."""

    what: str
    made: str
    people: str
    nobody: str
    breaks: str
    healed: str
    how: str
    labels: str
    scheme: str
    scheme_heads: tuple[str, ...]
    overlaps: Mapping[str, str]
    splits: str
    articles: str
    characters: str
    mentions: str
    counted: str
    empty: str
    agreement: str
    agreement_heads: tuple[str, ...]
    no_agreement: str
    limits: str
    limit_pages: str
    limit_labels: str
    lost: str
    losses: Mapping[str, str]
    licence: str
    no_licence: str
    comma: str


_ZH = Words(
    what="中文报纸文章中扶贫政策与项目提及的标注。每处提及是文章中一段连续的文字，附一个标签；"
    "位置按字（Unicode 码位）从 0 计，含首不含尾。",
    made="标注方法",
    people="标注人 {count} 名：{names}。",
    nobody="没有标注人：这里只有程序给出的候选。",
    breaks="报纸版面先切成文章，原文不改，栏目造成的断行保留在文中。",
    healed="报纸版面先切成文章，原文不改，只是接合了栏目造成的断行。",
    how=(
        "程序给出候选，标注人逐处采纳、改标、改边界、排除或补标；"
        "无预标的任务不显示候选。完成本篇的人列在 `finished`：其未标之处即无提及；未完成者则未知。"
    ),
    labels="标签体系",
    scheme="{title}，第 {version} 版；{overlap}",
    scheme_heads=("标签", "名称", "英文名称", "涵盖"),
    overlaps={"allow": "片段可以重叠。", "nest": "片段可以嵌套，不可交叉。", "forbid": "片段不可重叠。"},
    splits="划分",
    articles="文章",
    characters="字",
    mentions="提及",
    counted="几个人标出的同一处提及只计一次。",
    empty="没有文章。",
    agreement="一致性",
    agreement_heads=("指标", "值"),
    no_agreement="未提供一致性数据。",
    limits="局限",
    limit_pages="文章来自有限的报纸和年份，其他来源的写法可能不同。（作者请补充：来源、年份、选取方式。）",
    limit_labels="标签按上表的定义给出，不评价政策成效；候选可能影响标注人的判断，请对照无预标部分的一致性。",
    lost="{what}：{count} 处。",
    losses={
        "overlap": "重叠片段不能同时写成一层标记，留下最长者，未写入",
        "token_edge": "边界不在词边界上，未写入",
        "label": "标签不在本版标签体系中，未写成标记",
        "control_character": "XML 不能容纳的控制字符，已逐一换成 U+FFFD",
        "parquet": "未安装 pyarrow，没有写 Parquet 文件",
        "rejected": "此格式不写被排除的候选",
        "note": "此格式不写备注与存疑",
        "programme": "此格式不写所链接的政策项目",
    },
    licence="许可",
    no_licence="许可由作者选定，此处尚未填写。报纸原文的版权归其权利人所有。",
    comma="、",
)

_EN = Words(
    what=(
        "Mentions of poverty-alleviation policies and programmes in Chinese newspaper articles. A mention is one continuous string of an "
        "article with one label; offsets count code points from 0, the end excluded."
    ),
    made="How it was annotated",
    people="{count} annotators: {names}.",
    nobody="No annotator: these are the program's candidates alone.",
    breaks="Pages were cut into articles; their text is unchanged, and line breaks made by the columns are still in it. ",
    healed="Pages were cut into articles; their text is unchanged, but for the line breaks made by the columns, which are left out. ",
    how=(
        "The program proposed candidates, which annotators accepted, relabelled, moved or rejected, and they added what was missing; "
        "blind tasks showed no candidates. `finished` names those who read an article to its end: what they did not mark is no "
        "mention. Of others it is unknown."
    ),
    labels="Labels",
    scheme="{title}, version {version}. {overlap}",
    scheme_heads=("label", "Chinese name", "English name", "covers"),
    overlaps={"allow": "Spans may overlap.", "nest": "Spans may nest, not cross.", "forbid": "Spans may not overlap."},
    splits="Splits",
    articles="articles",
    characters="characters",
    mentions="mentions",
    counted="A mention that several people marked is counted once.",
    empty="There are no articles.",
    agreement="Agreement",
    agreement_heads=("measure", "value"),
    no_agreement="No figures were given.",
    limits="Limits",
    limit_pages=(
        "The articles are from some newspapers and years; others may be worded differently. "
        "(For the author to add: sources, years, how they were chosen.)"
    ),
    limit_labels=(
        "Labels follow the definitions above and say nothing of a policy's effect. Candidates may have influenced the "
        "annotators: compare the agreement of the blind part."
    ),
    lost="{what}: {count}.",
    losses={
        "overlap": "Spans that overlap a longer one and are left out of the single layer of tags",
        "token_edge": "Spans left out because their edges are not edges of words",
        "label": "Spans without tags because this version of the scheme does not have their label",
        "control_character": "Control characters that XML cannot hold, each replaced by U+FFFD",
        "parquet": "Parquet files not written because pyarrow is not installed",
        "rejected": "Rejected candidates, which this format does not hold",
        "note": "Notes and flags, which this format does not hold",
        "programme": "Links to programmes, which this format does not hold",
    },
    licence="Licence",
    no_licence="The licence is for the author to choose and has not been stated yet. The newspapers' texts belong to their owners.",
    comma=", ",
)

WORDS: Mapping[str, Words] = {"zh": _ZH, "en": _EN}
