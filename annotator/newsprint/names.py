"""Personal names: whether a few characters may be one, by the surname they begin with."""

import re

# Surnames of the Hundred Family Surnames that are in use, commonest first, and the compound ones.
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹"
    "孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁"
    "尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费"
    "卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮"
    "粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井巴闪亓漆晋狄终禄阙都尧竺逯邸"
    "洪茅湛贝嵇芮储汲糜宓蓬幸蓟薄宿邰索籍赖逄扶堵郦雍璩濮扈郏浦慕茹习宦戈庾暨衡弘蔚隆晁勾訾毋乜巢蒯竺桓须荀於鱼井牧"
    "萧肖闫阎羿諸張陳楊黃趙吳孫馬鄭謝許韓馮鄧葉蘇盧鍾譚陸"
)
_COMPOUND = ("欧阳", "上官", "司马", "诸葛", "皇甫", "司徒", "令狐", "尉迟", "东方", "慕容", "公孙", "夏侯", "端木", "呼延", "澹台", "宇文")
_LONGEST_ATTACHED = 9
_SPACED = re.compile(r"(?<![\u3400-\u9fff])([\u3400-\u9fff])[ \u3000]+([\u3400-\u9fff])(?![\u3400-\u9fff])")
_APART = re.compile(r"[\s、,，/／]+")
_OTHER_SCRIPT = re.compile(r"[\u3400-\u9fff]{1,6}·[\u3400-\u9fff·]{1,10}$")


def closed_up(text: str) -> str:
    """Return `text` with names of two characters closed up, which papers set as wide as names of three: 王 军."""
    return _SPACED.sub(r"\1\2", text)


def is_name(text: str) -> bool:
    """Return whether `text` may be one person's name: a surname and one or two characters, or a name with a middle dot."""
    if text.startswith(_COMPOUND):
        return 3 <= len(text) <= 4  # noqa: PLR2004 - a compound surname and one or two characters
    return (2 <= len(text) <= 3 and text[0] in _SURNAMES) or bool(_OTHER_SCRIPT.match(text))  # noqa: PLR2004


def are_names(text: str) -> bool:
    """Return whether `text` is nothing but names, apart by white space, 、 or a slash."""
    parts = [part for part in _APART.split(text.strip()) if part]
    return bool(parts) and all(is_name(part) for part in parts)


def are_names_attached(text: str) -> bool:
    """Return whether `text` is two or three names with nothing between them."""
    if is_name(text):
        return True
    return any(is_name(text[:size]) and are_names_attached(text[size:]) for size in (2, 3) if size < len(text) <= _LONGEST_ATTACHED)
