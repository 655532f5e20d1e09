"""The ways people write a day: year first, with a month's name, or three bare numbers."""

import re
from dataclasses import dataclass
from datetime import date

from advisor.intake.cells.calendar_words import FILLERS, MONTHS, WEEKDAYS

_YEAR_FIRST = re.compile(r"(\d{4})\s*([./\- ])\s*(\d{1,2})\s*[./\- ]\s*(\d{1,2})\.?")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_EAST_ASIAN = re.compile(r"(?:(\d{2,4})\s*[年년]\s*)?(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日号號일]?")
_THREE = re.compile(r"(\d{1,2})\s*[./\- ]\s*(\d{1,2})\.?\s*[./\- ,]\s*'?(\d{4}|\d{2})\.?")
_TWO = re.compile(r"(\d{1,2})\s*([./-])\s*(\d{1,2})\.?")
_LONG_YEAR = re.compile(r"\d{5,}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{5,}")
_PIECE = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|'?\d+|[^\s\w]", re.UNICODE)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|re|o|a|e|ter|ten)\b\.?")
_JOINTS = frozenset(",./-()'")


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day as written, before the order of the file is known.

    numbers     (year or None, month, day) where the form is certain
    pair        (first, second, year or None) where day and month are bare numbers
    dotted      the bare numbers are parted by dots, as where the day stands first
    """

    numbers: tuple[int | None, int, int] | None = None
    pair: tuple[int, int, int | None] | None = None
    dotted: bool = False


IMPOSSIBLE_YEAR = Day()
"""A day whose year has five digits or more."""


def read_day(text: str, today: date) -> Day | None:
    """The day a folded text without time and weekday spells; None if it spells none.

    >>> read_day("14 de enero de 2027", date(2026, 11, 22)).numbers
    (2027, 1, 14)
    >>> read_day("03/04/27", date(2026, 11, 22)).pair
    (3, 4, 2027)
    """
    for form in (_year_first, _bare_numbers, _east_asian, _named_month):
        if (day := form(text, today)) is not None:
            return day
    return IMPOSSIBLE_YEAR if _LONG_YEAR.fullmatch(text) else None


def full_year(digits: str, today: date) -> int:
    """Four digits as they are; two digits in the century that lands nearest today."""
    if len(digits) > 2:
        return int(digits)
    century = today.year // 100 * 100
    years = (century + int(digits) + step for step in (-100, 0, 100))
    return min(years, key=lambda year: abs(year - today.year))


def _year_first(text: str, _today: date) -> Day | None:
    if found := _YEAR_FIRST.fullmatch(text):
        return Day(numbers=(int(found[1]), int(found[3]), int(found[4])))
    if (found := _COMPACT.fullmatch(text)) is None:
        return None
    if 1900 <= int(found[1]) <= 2100 and int(found[2]) <= 12 and int(found[3]) <= 31:
        return Day(numbers=(int(found[1]), int(found[2]), int(found[3])))
    if 1900 <= int(text[4:]) <= 2100:
        return Day(pair=(int(text[:2]), int(text[2:4]), int(text[4:])))
    return None


def _bare_numbers(text: str, today: date) -> Day | None:
    dotted = text.count(".") >= 2
    if found := _THREE.fullmatch(text):
        year = full_year(found[3], today)
        return Day(pair=(int(found[1]), int(found[2]), year), dotted=dotted)
    if found := _TWO.fullmatch(text):
        return Day(pair=(int(found[1]), int(found[3]), None), dotted=found[2] == ".")
    return None


def _east_asian(text: str, today: date) -> Day | None:
    if found := _EAST_ASIAN.fullmatch(text):
        year = full_year(found[1], today) if found[1] else None
        return Day(numbers=(year, int(found[2]), int(found[3])))
    return None


def _named_month(text: str, today: date) -> Day | None:
    """A month's name with one or two numbers around it, and nothing else that speaks."""
    pieces = _PIECE.findall(_ORDINAL.sub("", text))
    words = [p for p in pieces if p[0].isalpha() and p not in FILLERS]
    numbers = [piece for piece in pieces if piece[-1].isdigit()]
    strange = [p for p in pieces if not p[0].isalnum() and p not in _JOINTS and not p[-1].isdigit()]
    months = _months_among(words)
    if strange or len(months) != 1 or not 1 <= len(numbers) <= 2:
        return None
    parts = _day_and_year(numbers)
    if parts is None:
        return None
    day, year = parts
    return Day(numbers=(full_year(year, today) if year else None, MONTHS[months[0]], day))


def _months_among(words: list[str]) -> list[str]:
    """The names of months, if there is nothing but months and weekdays; `mar` can be either."""
    if any(word not in MONTHS and word not in WEEKDAYS for word in words):
        return []
    months = [word for word in words if word in MONTHS]
    if len(months) > 1:
        months = [word for word in months if word not in WEEKDAYS]
    return months


def _day_and_year(numbers: list[str]) -> tuple[int, str] | None:
    """Which of the one or two numbers is the day, and the digits of the year ("" if none)."""
    plain = [number.lstrip("'") for number in numbers]
    if len(plain) == 1:
        short = len(plain[0]) <= 2 and not numbers[0].startswith("'")
        return (int(plain[0]), "") if short else None
    first, second = plain
    if len(first) == 4:
        first, second = second, first
    if len(first) > 2 or len(second) not in {2, 4}:
        return None
    return int(first), second
