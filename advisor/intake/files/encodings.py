"""Bytes → text: which alphabet a text file was written in, and how sure that is.

The order: byte order mark, then the pattern of zero bytes, then strict UTF-8 over the whole file,
then one vote of a detector, with Western European as the usual answer.
"""

import codecs
import re
from dataclasses import dataclass

import chardet

from advisor.intake.choices import ChoiceError

USUAL = (
    "utf-8 utf-16 windows-1252 iso-8859-15 windows-1250 windows-1251 koi8-r mac-roman "
    "shift_jis gb18030 big5 euc-kr"
).split()
"""The encodings offered when the letters look wrong."""

BAD_BYTE = 0xF700
"""A byte that belongs to no letter is carried as this private code point plus the byte."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WESTERN = frozenset("ascii utf-8 iso-8859-1 iso-8859-3 iso-8859-15 windows-1252".split())
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "euc-kr": "cp949", "shift_jis": "cp932"}
_SHIFTED_JAPANESE = (b"\x1b$B", b"\x1b$@")
_SHIFTED_CHINESE = re.compile(rb"~\{(?:[\x21-\x77][\x21-\x7e])+~\}")
_LETTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")
_OLD_EURO = re.compile("¤ ?[0-9]|[0-9] ?¤")
_FOREIGN = re.compile("[\u0370-\uffff]")
_MIXED = re.compile("(?<=[A-Za-z])[\u0370-\uffff]|[\u0370-\uffff](?=[A-Za-z])")
_USUALLY = "windows-1252"
_VOTE_BYTES = 300_000
_ENOUGH_HIGH_BYTES = 4
_OFTEN, _HARDLY = 0.30, 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text and the encoding it was read with.

    guessed  the file does not prove the encoding: it must be shown with a picker
    damaged  some bytes belong to no letter; they stand in the text as `BAD_BYTE` + byte or \ufffd
    """

    text: str
    encoding: str
    guessed: bool = False
    damaged: bool = False


def decode(content: bytes, chosen: str | None = None) -> Decoded:
    """The text of a file, whatever alphabet it was written in.

    chosen  the encoding its owner says it has
    Raises ChoiceError when the chosen encoding does not exist.

    >>> decode("Café".encode("cp1252")).text
    'Café'
    >>> decode("Müller".encode("utf-16")).encoding
    'utf-16-le'
    """
    if chosen is not None:
        return _as_chosen(content, chosen)
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _with_damage(content[len(mark) :], encoding)
    proven = _wide_without_mark(content) or _shifted(content)
    if proven is not None:
        return _with_damage(content, proven)
    try:
        return Decoded(text=content.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError:
        return _without_proof(content)


def _shifted(content: bytes) -> str | None:
    """The encoding of seven bits a letter that marks its stretches of Japanese or Chinese."""
    if any(shift in content for shift in _SHIFTED_JAPANESE):
        return "iso2022_jp"
    return "hz" if _SHIFTED_CHINESE.search(content) else None


def _as_chosen(content: bytes, chosen: str) -> Decoded:
    for mark, encoding in _MARKS:
        if content.startswith(mark) and encoding.startswith(chosen.lower().replace("_", "-")):
            return _with_damage(content[len(mark) :], encoding)
    try:
        return _with_damage(content, codecs.lookup(chosen).name)
    except (LookupError, ValueError) as unknown:
        text = f"There is no encoding named {chosen!r}: choose one of {', '.join(USUAL)}."
        raise ChoiceError(text) from unknown


def _with_damage(content: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(text=content.decode(encoding), encoding=encoding)
    except UnicodeDecodeError:
        errors = "replace" if encoding.startswith(("utf-16", "utf-32")) else CARRY
        text = content.decode(encoding, errors)
        return Decoded(text=text, encoding=encoding, damaged=True)


def _wide_without_mark(content: bytes) -> str | None:
    """The encoding of two or four bytes a letter that the places of zero bytes give away."""
    if b"\0" not in content:
        return None
    if len(content) % 4 == 0 and content.count(0) > len(content) / 2:
        for encoding in ("utf-32-le", "utf-32-be"):
            try:
                content.decode(encoding)
            except UnicodeDecodeError:
                continue
            return encoding
    half = max(len(content) // 2, 1)
    even, odd = content[0::2].count(0) / half, content[1::2].count(0) / half
    if odd > _OFTEN and even < _HARDLY:
        return "utf-16-le"
    return "utf-16-be" if even > _OFTEN and odd < _HARDLY else None


def _without_proof(content: bytes) -> Decoded:
    """Not UTF-8 as a whole: UTF-8 with a few bad bytes, or one of the older encodings."""
    letters = len(_LETTER.findall(content))
    bad = len(_HIGH_BYTE.findall(_LETTER.sub(b"", content)))
    if letters >= bad:
        return _with_damage(content, "utf-8")
    encoding = _vote(content)
    text = content.decode(encoding, _SLOPPY)
    if encoding == _USUALLY and _OLD_EURO.search(text):
        encoding = "iso-8859-15"
        text = content.decode(encoding)
    return Decoded(text=text, encoding=encoding, guessed=True)


def _vote(content: bytes) -> str:
    """The detector's answer, unless it is Western anyway or reads like Western gone wrong."""
    high = dict.fromkeys(line for line in content.splitlines() if not line.isascii())
    lines = b"\n".join(high)[:_VOTE_BYTES]
    if len(_HIGH_BYTE.findall(lines)) < _ENOUGH_HIGH_BYTES:
        return _USUALLY
    answer = (chardet.detect(lines)["encoding"] or _USUALLY).lower()
    answer = _WIDER.get(answer, answer)
    try:
        text = content.decode(answer)
    except (UnicodeDecodeError, LookupError):
        return _USUALLY
    if answer in _WESTERN or text == content.decode(_USUALLY, _SLOPPY):
        return _USUALLY
    foreign, mixed = len(_FOREIGN.findall(text)), len(_MIXED.findall(text))
    return _USUALLY if foreign and mixed >= foreign / 2 else answer


def western(byte: int) -> str:
    """The letter of one byte in Western European, the undefined five as themselves."""
    return bytes([byte]).decode(_USUALLY, _SLOPPY)


def _carry(trouble: UnicodeError) -> tuple[str, int]:
    if not isinstance(trouble, UnicodeDecodeError):
        raise trouble
    bad = trouble.object[trouble.start : trouble.end]
    return "".join(chr(BAD_BYTE + byte) for byte in bad), trouble.end


def _sloppy(trouble: UnicodeError) -> tuple[str, int]:
    if not isinstance(trouble, UnicodeDecodeError):
        raise trouble
    return trouble.object[trouble.start : trouble.end].decode("latin-1"), trouble.end


CARRY, _SLOPPY = "advisor-carry", "advisor-sloppy"
codecs.register_error(CARRY, _carry)
codecs.register_error(_SLOPPY, _sloppy)
