"""Bytes to page text: which encoding a file is in, and the one form in which its text is kept.

GB2312 and GBK are read as GB18030, which contains both: guessers that say GB2312 fail on names such as 镕.
"""

import codecs
import re
from dataclasses import dataclass

from annotator.core.errors import InputError

ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be")
"""The encodings that are tried, in the order in which ties are settled."""

_ALIASES = {
    "utf8": "utf-8",
    "utf-8-sig": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "ansi": "gb18030",
    "cp950": "big5",
    "big5-hkscs": "big5",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
    "utf16": "utf-16",
}
# Windows writes Big5 as cp950, Hong Kong as Big5-HKSCS: both add characters to Big5.
_CODECS = {"big5": ("big5", "cp950", "big5hkscs")}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FOREIGN = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a Word, Excel or ZIP file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"SQLite format 3\0", "a database"),
)
# The commonest characters of modern Chinese, in simplified and traditional form; about two in five characters of any
# Chinese text are among them, and hardly any of a text read in the wrong encoding.
_COMMON = frozenset(
    "的一是了不在有人这中大来上个国我以要他时为和到地出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去"
    "法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关"
    "点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通"
    "教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期"
    "市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边"
    "死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运县村镇贫困扶攻坚户农,。、“”:;：；，！？（）《》"
    "這來個國時為會對於著後種過發裡經麼現當沒動還進樣開從實軍無與長機關點業將兩間問並應戰頭體見產內給門聲論處員解認條題爾別變總電數報結"
    "場務計統區隊設類難權據邊張該規許領確傳師觀讓識帶導爭運縣鄉鎮貧戶農書馬"
)
_ORDINARY = re.compile(r"[\t\n\r\x20-\x7e\u00b7\u2010-\u2026\u3000-\u3017\u4e00-\u9fff\uff01-\uff5e]")
_STRAY = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufffe\uffff]")
_SAMPLE = 4000
_SURE = 0.9
_DOUBTFUL = 0.6
_IMPLAUSIBLE = 0.45


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's text, the encoding it was read in, and a note for the person who imports it (may be empty)."""

    text: str
    encoding: str
    note: str


@dataclass(frozen=True, slots=True)
class Guess:
    """One encoding that was tried: how plausible (0 to 1) and the beginning of the text it gives (empty if it fails)."""

    encoding: str
    plausibility: float
    preview: str


def normalise(text: str) -> str:
    r"""Return `text` as pages keep it: no leading BOM, `\n` for CRLF and CR, U+FFFD for NUL and for lone surrogates."""
    text = text.lstrip("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\0", "\ufffd")
    return text if text.isascii() else re.sub("[\ud800-\udfff]", "\ufffd", text)


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Return the text of `data`, normalised, read in `encoding` or in the most plausible one.

    Raises:
        InputError: the data are not text, the encoding is unknown, or some byte does not fit; says which and what to try.
    """
    if not data:
        return Decoded("", encoding or "utf-8", "")
    _refuse_foreign(data)
    chosen, body, trust = _choose(data, encoding)
    text = _strict(body, chosen, len(data) - len(body))
    _refuse_binary(text)
    return Decoded(normalise(text), chosen, _note(text, trust))


def guesses(data: bytes) -> tuple[Guess, ...]:
    """Return every encoding tried on `data`, the most plausible first."""
    if not data:
        return ()
    marked = _byte_order_mark(data)
    tried = [_guess(data, name) for name in ENCODINGS]
    if marked is not None:
        name, body = marked
        tried = [Guess(name, 1.0, _preview(body, name)), *(g for g in tried if g.encoding != name)]
    return tuple(sorted(tried, key=lambda guess: -guess.plausibility))


def _choose(data: bytes, encoding: str | None) -> tuple[str, bytes, float]:
    """Return the encoding to read `data` in, the bytes after its mark, and how plausible the encoding is."""
    marked = _byte_order_mark(data)
    if encoding is None:
        if marked is not None:
            return *marked, 1.0
        best = _best(data)
        return best.encoding, data, best.plausibility
    name = _known(encoding)
    if marked is not None and marked[0].startswith(name):
        return *marked, 1.0
    return ("utf-16-le" if name == "utf-16" else name), data, 1.0


def _known(encoding: str) -> str:
    name = encoding.strip().lower().replace("_", "-")
    name = _ALIASES.get(name, name)
    if name not in {*ENCODINGS, "utf-16"}:
        known = ", ".join((*ENCODINGS, "utf-16"))
        raise InputError("“{encoding}” is not an encoding that pages are read in; try one of {known}.", encoding=encoding, known=known)
    return name


def _byte_order_mark(data: bytes) -> tuple[str, bytes] | None:
    """Return the encoding that a byte order mark names and the bytes after it."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name, data[len(mark) :]
    return None


def _best(data: bytes) -> Guess:
    """Return the most plausible guess; where none is, the one whose error tells most: UTF-8."""
    best = _guess(data, "utf-8")
    if best.plausibility >= _SURE and b"\0" not in data[:_SAMPLE]:
        return best
    for name in ENCODINGS[1:]:
        guess = _guess(data, name)
        best = guess if guess.plausibility > best.plausibility else best
    return best if best.plausibility >= _IMPLAUSIBLE else Guess(_nearest(data), 0.0, "")


def _nearest(data: bytes) -> str:
    """Return the encoding whose reading of `data`, up to the byte where it fails, is most plausible: its error tells most."""
    return max(ENCODINGS[:3], key=lambda name: _plausibility(_until_failure(data, name), name))


def _until_failure(data: bytes, name: str) -> str:
    try:
        return _read(data, name)
    except UnicodeDecodeError as error:
        return _read(data[: error.start], name)


def _guess(data: bytes, name: str) -> Guess:
    if name.startswith("utf-16") and len(data) % 2:
        return Guess(name, 0.0, "")
    try:
        text = _read(data, name)
    except UnicodeDecodeError:
        return Guess(name, 0.0, "")
    return Guess(name, _plausibility(text, name), normalise(text[:_SAMPLE]))


def _plausibility(text: str, name: str) -> float:
    """Return how much `text` looks like Chinese or plain ASCII, from 0 to 1."""
    sample = text[:_SAMPLE]
    if not sample:
        return 0.0
    letters = [c for c in sample if c > "\x7f"]
    stray = len(_STRAY.findall(sample)) / len(sample)
    ordinary = len(_ORDINARY.findall(sample)) / len(sample)
    common = sum(c in _COMMON for c in letters) / len(letters) if letters else 0.4
    score = 0.5 * ordinary + 0.5 * min(1.0, common / 0.4)
    if name == "utf-8":  # Text in another encoding is hardly ever valid UTF-8; three-byte sequences in a row never are.
        score = 0.6 + 0.4 * score if any(c > "\u07ff" for c in letters) or not letters else score
    return round(max(0.01, score - min(1.0, 2 * stray)), 4)


def _read(data: bytes, name: str) -> str:
    """Return `data` decoded strictly; half a surrogate pair in UTF-16 is let through and replaced later."""
    if name.startswith("utf-16"):
        return data.decode(name, "surrogatepass")
    first, *others = _CODECS.get(name, (name,))
    for codec in others:
        try:
            return data.decode(first)
        except UnicodeDecodeError:
            first = codec
    return data.decode(first)


def _strict(data: bytes, name: str, skipped: int) -> str:
    try:
        return _read(data, name)
    except UnicodeDecodeError as error:
        at = error.start
        raise InputError(
            "The text is not {encoding}: byte {byte} at position {position} (line {line}) does not fit. "
            "Try one of {others}, or save the file again as UTF-8.",
            encoding=name,
            byte=f"0x{data[at]:02X}" if at < len(data) else "at the end",
            position=at + skipped,
            line=data.count(b"\n", 0, at) + 1,
            others=", ".join(other for other in ENCODINGS if other != name),
        ) from error


def _preview(data: bytes, name: str) -> str:
    try:
        return normalise(_read(data, name)[:_SAMPLE])
    except UnicodeDecodeError:
        return ""


def _refuse_foreign(data: bytes) -> None:
    for magic, what in _FOREIGN:
        if data.startswith(magic):
            raise InputError("This is {what}, not a text file; save its text as UTF-8 and import that.", what=what)


def _refuse_binary(text: str) -> None:
    """Raise if a tenth of the characters are control characters: no text in any of the encodings has that."""
    stray = len(re.findall(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]", text[:_SAMPLE]))
    if stray > max(1, len(text[:_SAMPLE]) // 10):
        raise InputError(
            "This is not text: {count} of its first {length} characters are control characters. "
            "Export the page as plain text in UTF-8 first.",
            count=stray,
            length=len(text[:_SAMPLE]),
        )


def _note(text: str, trust: float) -> str:
    """Say what was replaced on the way, and whether the encoding is a guess, for the preview."""
    lone = 0 if text.isascii() else len(re.findall("[\ud800-\udfff]", text))
    said = (
        (trust < _DOUBTFUL, "the encoding is a guess"),
        ("\0" in text, f"{text.count(chr(0))} NUL characters replaced"),
        (lone > 0, f"{lone} broken characters replaced"),
    )
    return "; ".join(sentence for holds, sentence in said if holds)
