"""What a line of a newspaper looks like by itself: the set phrases that papers print around their text.

Each pattern is a habit of the Chinese press as such, not of one paper: the byline names a role (记者, 通讯员), the credit an
act (摄, 供图), the dateline an office that sent the news (本报讯, 新华社…电), the imprint a duty (责任编辑, 校对).
"""

import re
from functools import lru_cache

from annotator.newsprint.names import are_names, are_names_attached, closed_up, is_name

CLOSERS = "”’\"'）)】》」』〕］]〉"
"""Marks that close something; a sentence may end inside them."""

STOPS = tuple("。！？!?…｡⋯")
"""What ends a sentence."""

# The rules ask the same of a line several times, and of the lines around it.
_once = lru_cache(maxsize=1 << 9)

_MARKS = "□■○●◎◇◆☆★▲△▼▽▶►◀◁▷※*＊·•|｜/／"
_HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff〇·]"
_OFFICE = r"[\u4e00-\u9fff]{1,8}?(?:报业?|社|刊|网|台|中心|频道|客户端)"
_ROLE = (
    rf"(?:{_OFFICE})?\s?(?:全媒体|融媒体?|首席|见习|实习|特约|特派|驻[\u4e00-\u9fff]{{1,6}})*"
    r"(?:[记記]者|通[讯訊][员員]|特派员|评论员|撰稿人?|实习生|采写|供稿)"
)
_DONE = r"(?:摄影报道|报道|報道|報導|整理|采写|撰写|文并摄|文[/／]图|图[/／]文|文[/／]摄|图文|文图|编写|编译|文)"
_LABEL = r"(?:文[/／]图|图[/／]文|图文|文图|文字|文|撰文|作者|采写|整理|编写|撰稿)(?:\s*[/／:：|｜]\s*|\s+)"

_TAIL_NOTE = re.compile(r"[。！？!?…][”’」』]?\s*[（(【\[][^（）()【】\[\]。]{1,60}[）)】\]]$")
_SIGNATURE = re.compile(r"[。！？!?…][”’」』]?\s*[（(【\[]([^（）()【】\[\]。]{2,40})[）)】\]]$")
_LATIN_STOP = re.compile(r"[A-Za-z)\]][.!?]$")
_SOURCE = re.compile(r"(?:据|来源|原载|转自|摘自|完$|下转|转第).{0,30}$")
_ROLES = re.compile(rf"{_ROLE}(?:\s?[:：/／])?")
_LABELS = re.compile(rf"^{_LABEL}|[/／]\s*文$")
_DONES = re.compile(rf"(?:^|(?<=[\s\x00-\x02\u3400-\u9fff])){_DONE}$")
_WORK = frozenset(("文", "图", "摄", "摄影", "图文", "文图", "摄影报道", "报道", "整理"))
_WORD = re.compile(rf"{_HAN}{{1,5}}$")
_APART = re.compile(r"[\s、,，/／]+")
_UNIT_AND_NAME = re.compile(
    rf"{_HAN}{{2,18}}(?:[局办委部会站院校社村镇乡县市区厅处队组团]|中心|公司|银行|干部|书记|主任|大学|队员|作者)"
    rf"\s+(?P<names>{_HAN}{{2,4}}(?:\s+{_HAN}{{2,4}})*)$"
)
_ACT = re.compile(r"(?P<who>.*?)(?<!文)(?<!文并)(?<!文/)(?<!文／)(?P<act>摄影|摄|攝影|攝|供图|制图|绘图|绘|漫画|翻拍|图)[)）】\s]*$")
_FILING = re.compile(
    r"(?:发布(?:时间|日期)[:：]\s*|时间[:：]\s*)?\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)(?:\s.*|$)"
    r"|(?:.{0,40}\s)?(?:来源|稿源|信息来源)\s*[:：].{2,40}$"
)
_CREDIT = re.compile(
    r"(?:图片?|摄影|制图|供图)(?:来源|提供|均)?\s*[/／:：].{2,30}$"
    r"|.{0,20}(?:资料图片?|资料片|图片来源.{0,20}|提供图片|图片均.{0,20})[)）】\s]*$"
    r"|(?:新华社|中新社|人民网|视觉中国)(?:记者.{0,12})?\s?发[)）】\s]*$"
)
_CREDIT_INSIDE = re.compile(
    rf"[。！？…\s）)][\s（(【]*(?:(?:{_ROLE}|{_HAN}{{2,4}}\s)[^。，,；]{{0,24}}?(?:摄影|摄|供图)|资料图?片|资料图)[)）】\s]*$"
)
_DATELINE = re.compile(
    r"[【\[]?本[报報刊网網台社](?:综合|专)?[讯訊](?!息)"
    rf"|本[报刊网台]{_HAN}{{1,12}}?(?:\d{{1,2}}月\d{{1,2}}日)[电讯]|本[报刊网台]{_HAN}{{2,8}}[电讯]\s*[（(:：]"
    rf"|(?:据)?{_HAN}{{1,6}}社{_HAN}{{1,14}}?\d{{1,2}}月\d{{1,2}}日[电讯]"
    rf"|{_HAN}{{1,10}}(?:日报|晚报|早报|晨报|时报|都市报|在线|新闻网|网|融媒|客户端)\s*讯"
    rf"|中新[网社]{_HAN}{{0,8}}\d{{1,2}}月\d{{1,2}}日电|{_HAN}{{2,4}}讯\s*[（(]|讯\s*[（(]记者"
    r"|[（(](?:本[报刊网台])?(?:全媒体|融媒体?|见习|首席)?(?:记者|通讯员)[^）)]{1,40}[）)]"
    rf"|(?:本[报刊网台])?(?:全媒体|融媒体?|见习|首席)?记者\s?{_HAN}{{2,4}}(?:[\s、]+(?:通讯员)?\s?{_HAN}{{2,4}})*\s?报道"
)
_LEAD = re.compile(
    r"(?:核心提示|编者按|编者的话|阅读提示|内容提要|提要|开栏的话|开栏语|主持人语|引言|导语|人物名片|人物简介)(?:[\s:：】]|$)"
)
_CONTINUED = re.compile(r"[（(【]?\s*[（(]?\s*(?:紧接|上接)(?:本报)?\s?(?:第?[A-Z]?[\d一二三四五六七八九十]{1,3}\s?版|头版|要闻版)")
_JUMP = re.compile(r"[（(【]?\s*(?:紧接|上接|下转|接|转)(?:本报)?\s?(?:第?[A-Z]?[\d一二三四五六七八九十]{1,3}\s?版|头版).{0,12}[）)】]?$")
_IMPRINT = re.compile(
    r"(?:(?:本版|责任?|值班|执行|主任|版面|见习|视觉|本期)?"
    r"(?:[一二三终]审|编辑?|责编|主编|编审|校对|美编|版式|排版|组版|制版|检校|审读|统筹|策划|监制)"
    r"|责任编辑|责编)(?:[:：/／\s].{0,60})$"
    r"|(?:新闻|报料|投稿|广告|发行|订阅|联系|读者|服务)*(?:热线|电话|信箱|邮箱|邮编|网址|地址|传真|微信号?|E-?mail)\s*[:：].{0,80}$"
    r"|(?:国内统一)?(?:刊号|连续出版物号|邮发代号|CN\s?\d).{0,40}$"
    r"|(?:第\s?[A-Z]?[\d一二三四五六七八九十]{1,3}\s?版|[A-Z]?\d{1,3}\s?版|[A-Z]\d{1,2})(?:[\s:：·].{0,12})?$"
    r"|(?:\d{4}|[二〇○零一九]{4})年.{1,9}[日号]\s*(?:星期|周|礼拜|农历|第).{0,40}$"
    r"|(?:星期|周)[一二三四五六日天]$"
)
_COLUMN = re.compile(r"[“”\"‘’《》\u3400-\u9fff·\s]{2,16}\s[A-Z][A-Z\s·&]{3,}$")
_COLUMN_WORD = re.compile(
    r"(?:快讯|简讯|短讯|要闻|新闻|速览|速递|速报|图说|声音|印象|动态|短波|一线|聚焦|关注|专栏|专版|专刊|时评|评论|视点|观察|资讯"
    r"|传真|集萃|看台|导读|综合|广角|纵横|播报|扫描|链接|窗口|园地|之窗|之声|风采|热线|话题|论坛|副刊|天下|在线|直通车|进行时"
    r"|点击|掠影|剪影|影像|镜头|撷英|荟萃|博览|导航|视窗|视界|实录|纪事|走笔|手记|感言|随笔|来信|信箱|服务台|日记)$"
)
_BRIEFS = re.compile(r"快讯|简讯|短讯|速览|速递|速报|短波|集萃|动态|资讯|传真|播报|扫描|荟萃|一句话|要闻|综合")
_NUMBERED = re.compile(
    r"第[一二三四五六七八九十百零〇\d]{1,4}[章节条编部分篇]"
    r"|[一二三四五六七八九十]{1,3}[、.．,，]"
    r"|[（(][一二三四五六七八九十\d]{1,3}[）)]"
    r"|\d{1,2}(?:[、）)]|[.．](?!\d))"
    r"|[①-⑳㉑-㊿⑴-⒇㈠-㈩Ⅰ-Ⅻ]|附件?[\d一二三四五六七八九十]*[:：]"
)
_ITEM = re.compile(r"[一二三四五六七八九十]是|其[一二三四五六]|首先|其次|再次|最后[，,]|[■●◆▪▶►√✓※★☆◎○•·-]\s*\S|[A-Za-z][.、)）]")
_SPEAKER = re.compile(
    r"(?:问|答|记者|主持人|嘉宾|网友|同期声?|解说|旁白|[\u4e00-\u9fff·]{2,8}[（(][^）)]{1,30}[）)])\s*[:：]|[【\[][^】\]\n]{1,12}[】\]]"
)
_SPEAKING = re.compile(r"([\u4e00-\u9fff·]{2,10})\s*[:：]")
_OPENING = re.compile(
    r"[近日前今去目据截自年初以来悉了解统计止介绍此外同时当天在为随着]{1,8}[，,]|\d{1,4}年?\d{0,2}月?\d{0,2}日?[，,]|“[^”]{6,}"
    r"|近年来|今年|近日|据|目前|\d{4}年|\d{1,2}月|[一二三四五六七八九十]是|[如而]今|连日来|为|在[^，,。]{2,20}[里上中下前，,]"
    r"|上午|下午|早上|晚上|傍晚|清晨|当[天年时日]|前不久|[几数]天前|随着|通过|针对|按照|围绕|对于|这|该|我|他|她"
)
_POINTER = re.compile(r"[▲△▼▽↑↓←→◀▶◁▷]\s*\S|[（(]?(?:上|下|左|右|大|小|本|题)?图(?:[①-⑩一二三四\d]|片)?(?:为|系|：|:)|图[①-⑩]")
_DOCUMENT = re.compile(r"[〔\[【（(]\d{4}[〕\]】）)]\s*\d+\s*号$")
_PAIRS = ("“”", "（）", "()", "《》", "‘’", "【】", "「」", "『』")


def bare(text: str) -> str:
    """Return `text` without the signs (□ ■ ▲…) that papers set before and after bylines and credits."""
    return closed_up(text.strip(_MARKS + " \u3000\t").strip())


def is_marked(text: str) -> bool:
    """Return whether `text` opens with one of the signs that papers set before heads and bylines."""
    return text.startswith(tuple(_MARKS))


@_once
def ends_sentence(text: str) -> bool:
    """Return whether `text` ends a sentence: 。！？… with nothing but closing marks or a note on who wrote it behind."""
    text = text.rstrip()
    inner = text.rstrip(CLOSERS)
    if inner.endswith(STOPS) or _LATIN_STOP.search(inner[-2:]):
        return True
    return text != inner and bool(_TAIL_NOTE.search(text[-80:]))


def ends_article(text: str) -> bool:
    """Return whether `text` closes its article: its last sentence has the writer or source in brackets behind it, （张三 李四）."""
    found = _SIGNATURE.search(text[-60:])
    if found is None:
        return False
    who = closed_up(found[1])
    return are_names(_ROLES.sub(" ", who)) or bool(_SOURCE.match(who))


def is_byline(text: str) -> bool:
    """Return whether `text` names who wrote: 本报记者 某某, 文/某某, □ 某某, （某某）; or where a web page is from: 来源：某网."""
    if len(text) > 60 or text.endswith(tuple("。，,：:")):  # noqa: PLR2004 - four roles with their names
        return False
    if is_filing(text):
        return True
    line = bare(text)
    said = is_marked(text) or (text[0] in "（(" and text[-1] in "）)")
    inner, roles = _ROLES.subn("\x00", _LABELS.sub("\x01", line.strip("（）()")))
    if roles or "\x01" in inner:
        return _are_writers(_DONES.sub("", inner))
    return said and are_names(inner)


def is_filing(text: str) -> bool:
    """Return whether `text` says when a web page was filed and where it is from: 2019-08-16 09:42 来源：某网."""
    return bool(_FILING.match(text))


def _are_writers(text: str) -> bool:
    """Return whether `text`, a byline without its roles, is names; one that stands apart may have any surname."""
    for part in _APART.split(text):
        name = part.strip("\x00\x01")
        if name and name not in _WORK and not is_name(name):
            attached = "\x00" in part
            if not (are_names_attached(name) if attached else _WORD.match(name)):
                return False
    return True


def is_plain_byline(text: str) -> bool:
    """Return whether `text` may be a byline where one is looked for, below a title: names alone, or a unit and a name."""
    text = closed_up(text)
    found = _UNIT_AND_NAME.match(text) if len(text) <= 30 else None  # noqa: PLR2004 - a unit of twenty characters and names
    return are_names(text) if found is None else are_names(found["names"])


def is_credit(text: str) -> bool:
    """Return whether `text` names who took a picture and nothing else: 某某 摄, 某某供图."""
    if len(text) > 40 or re.search(r"[。，,；;]", text):  # noqa: PLR2004 - two photographers with their papers
        return False
    line = bare(text).lstrip("（(【 ")
    found = _ACT.match(line)
    if not found:
        return bool(_CREDIT.match(line))
    who = found["who"]
    if _ROLES.search(who) or are_names(who.strip(" /／")):
        return True
    apart = bool(re.search(r"\S[\s/／]+$", who))
    return (len(who) > 1 and (apart or found["act"] == "供图")) or bool(_CREDIT.match(line))


@_once
def holds_credit(text: str) -> bool:
    """Return whether a picture's credit stands behind the last sentence of `text`."""
    return bool(_CREDIT_INSIDE.search(closed_up(text[-48:])))


@_once
def has_dateline(text: str) -> bool:
    """Return whether `text` opens as a news item does: 本报讯, 新华社某地某月某日电, （记者 某某）, 记者某某报道."""
    return bool(_DATELINE.match(text.lstrip(_MARKS + " \u3000")))


@_once
def has_lead(text: str) -> bool:
    """Return whether `text` opens as the box below a title does: 核心提示, 编者按."""
    return bool(_LEAD.match(text.lstrip("【[ ")))


def is_continued(text: str) -> bool:
    """Return whether `text` opens with where its article began: （上接第一版）."""
    return bool(_CONTINUED.match(text))


def is_imprint(text: str) -> bool:
    """Return whether `text` is about the paper itself: editors, telephone, page and date, 下转第三版."""
    return len(text) <= 80 and bool(_IMPRINT.match(bare(text)) or _JUMP.match(text))  # noqa: PLR2004


def is_subtitle(text: str) -> bool:
    """Return whether `text` opens with the dash that Chinese subtitles open with."""
    return text.startswith(("——", "--", "──", "—")) and not text.endswith("。")


def is_column(text: str) -> bool:
    """Return whether `text` is surely the name of a column: Chinese with its pinyin or English in capitals."""
    return bool(_COLUMN.match(text))


def may_be_column(text: str) -> bool:
    """Return whether `text` could be the name of a column: up to ten characters ending as such names do (快讯, 要闻, 一线)."""
    return len(text) <= 10 and bool(_COLUMN_WORD.search(text.rstrip("”’》】·0123456789 ")))  # noqa: PLR2004


def is_document_number(text: str) -> bool:
    """Return whether `text` is the number under which a document was issued: 某政办发〔2018〕27号."""
    return bool(_DOCUMENT.search(text))


def is_briefs(text: str) -> bool:
    """Return whether the column named `text` holds brief items, each with a title of its own."""
    return bool(_BRIEFS.search(text))


def is_numbered(text: str) -> bool:
    """Return whether `text` opens with a heading's number: 一、 （二） 3. 第四条."""
    return bool(_NUMBERED.match(text))


def numbering(text: str) -> str:
    """Return how `text` is numbered, the number itself left out: `、` for 一、 and 二、; empty if it is not."""
    found = _NUMBERED.match(text)
    return re.sub(r"[一二三四五六七八九十百零〇\d]+", "", found[0]) + _digits(found[0]) if found else ""


def _digits(number: str) -> str:
    return "1" if any(c.isdecimal() for c in number) else "一"


@_once
def opens_item(text: str) -> bool:
    """Return whether `text` opens with what only a new paragraph opens with: a number, a bullet, a speaker, 一是."""
    speaking = _SPEAKING.match(text)
    return bool(_NUMBERED.match(text) or _ITEM.match(text) or _SPEAKER.match(text) or (speaking and is_name(speaking[1])))


def opens_paragraph(text: str) -> bool:
    """Return whether `text` opens as paragraphs like to: a time, a quotation, 据, 为, 在…里; two in five do, one cut sentence in thirty."""
    return bool(_OPENING.match(text))


def opens_caption(text: str) -> bool:
    """Return whether `text` points at a picture: ▲, 图为, 上图."""
    return bool(_POINTER.match(text))


def is_unbalanced(text: str) -> bool:
    """Return whether `text` opens a quotation or bracket without closing it, or closes one it never opened."""
    return any(text.count(pair[0]) != text.count(pair[1]) for pair in _PAIRS)
