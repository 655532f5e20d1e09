"""A copy of a cell's text in plain letters, for reading; the cell itself is never changed."""

import re
import unicodedata

from advisor.intake.cells.notes import EMPTY, Cell, Note
from advisor.rules.reading import BLANK_WORDS, PLACEHOLDERS

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−⁃﹘﹣－➖"), "-")
_QUOTES = dict.fromkeys(map(ord, "‘’ʼ‛′´`＇"), "'") | dict.fromkeys(map(ord, "“”„‟″«»＂"), '"')
_SLASHES = {ord("⁄"): "/", ord("∕"): "/", ord("−"): "-", ord("۔"): ".", ord("٫"): "."}
_PLAIN = _DASHES | _QUOTES | _SLASHES | {ord("٬"): "'", ord("、"): ",", ord("〜"): "~"}
_RAISED = str.maketrans({digit: f"^{digit}" for digit in "⁰¹²³⁴⁵⁶⁷⁸⁹"})
_PARTS = {"½": "5", "¼": "25", "¾": "75"}
_PART = re.compile(r"(\d*)\s*([½¼¾])")
_BLANKS = re.compile(r"\s+")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
CONTROLS = _CONTROLS
"""Characters that steer a terminal and mean nothing in a cell; tab and line breaks are not among
them."""


def clean(text: str) -> str:
    """The text with plain digits, dashes, quotes and blanks, without invisible characters.

    >>> clean("９５\u00a0０００ – １００\u200b")
    '95 000 - 100'
    >>> clean("1½ h"), clean("95²")
    ('1.5 h', '95^2')
    """
    if text.isascii() and text.isprintable():
        return text.strip() if "  " not in text else _BLANKS.sub(" ", text).strip()
    text = _PART.sub(lambda part: f"{part[1] or 0}.{_PARTS[part[2]]}", text)
    text = unicodedata.normalize("NFKC", text.translate(_PLAIN).translate(_RAISED))
    kept = "".join(_plain_character(character) for character in text.translate(_PLAIN))
    return _BLANKS.sub(" ", kept).strip()


def _plain_character(character: str) -> str:
    """The character; an ASCII digit for a digit of any script; nothing for an invisible one."""
    if character.isascii():
        return character if character.isprintable() or character.isspace() else ""
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    return "" if category in {"Cf", "Cc"} else character


def unquoted(text: str) -> str:
    """The text without quotes around the whole of it, or the apostrophe that marks text.

    >>> unquoted("'95000"), unquoted('"95000"')
    ('95000', '95000')
    """
    if len(text) > 1 and text[0] in "\"'":
        if text[-1] == text[0]:
            return text[1:-1].strip()
        return text[1:] if text[0] == "'" and text[1].isdigit() else text
    return text


def folded(text: str) -> str:
    """Case and accents folded away.

    >>> folded("Février"), folded("Straße")
    ('fevrier', 'strasse')
    """
    text = text.casefold()
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text)
    return unicodedata.normalize("NFC", "".join(c for c in apart if not unicodedata.combining(c)))


def is_blank(text: str) -> bool:
    """Whether the cleaned text is one of the words for an empty cell."""
    return len(text) < 6 and text.casefold() in BLANK_WORDS


def empty_cell(text: str) -> Cell | None:
    """The empty cell a cleaned text stands for; None if it says something.

    >>> empty_cell("N/A"), empty_cell("95")
    (Cell(value=None, notes=()), None)
    """
    if len(text) >= 6:
        return None
    word = text.casefold()
    if word in BLANK_WORDS:
        return EMPTY
    return _promised(text) if word in PLACEHOLDERS else None


def _promised(text: str) -> Cell:
    note = Note(
        code="placeholder",
        reason=f"`{text}` promises an answer later",
        fix="Type it once you know it",
    )
    return Cell(notes=(note,))
