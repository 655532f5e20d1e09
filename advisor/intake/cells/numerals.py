"""Written numbers → floats: which of `.` and `,` is the decimal mark, and which only groups."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from advisor.rules.reading import MOST_NUMBER

NUMERAL = (
    r"(?:\d{1,3}(?:[ ']\d{3})+(?:[.,]\d+)?(?![\d])"
    r"|\d+(?:[.,]\d+)?[eE][+-]?\d{1,2}(?![\d])|\d+(?:[.,']\d+)+|\d+|[.,]\d+)"
)
"""A number as people write it, without sign: 95 000,50 · 95'000 · 1,20,000.00 · .35."""

_PLAIN = re.compile(r"\d+(?:\.\d{1,2})?")
_SCIENTIFIC = re.compile(r"(\d+(?:[.,]\d+)?|[.,]\d+)[eE]([+-]?\d{1,3})")
_THREES = re.compile(r"\d{1,3}(?:[ .,']\d{3})+")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
_UNGROUP = str.maketrans("", "", " .,'")
_MARKS = re.compile(r"[.,]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number as read.

    other  the second reading where `.` or `,` could group or be the decimal mark, else None
    """

    value: float
    other: float | None = None


def read_numeral(text: str, decimal: str | None, *, groups: bool = False) -> Numeral | None:
    """The number a text spells; None if it spells none.

    decimal  the decimal mark where the column or file proves one, else None
    groups   what one mark with exactly three digits behind it means when nothing proves it

    >>> read_numeral("95.000,50", None)
    Numeral(value=95000.5, other=None)
    >>> read_numeral("95.000", None, groups=True)
    Numeral(value=95000.0, other=95.0)
    >>> read_numeral("95.000", ",").value, read_numeral("95.000", ".").value
    (95000.0, 95.0)
    """
    if _PLAIN.fullmatch(text):
        return Numeral(value=float(text))
    if scientific := _SCIENTIFIC.fullmatch(text):
        return _within(float(f"{scientific[1].replace(',', '.')}e{scientific[2]}"))
    marks = _MARKS.findall(text)
    if len(set(marks)) == 2:
        return _two_marks(text, marks)
    if len(marks) == 1:
        return _one_mark(text, marks[0], decimal, groups=groups)
    return _ungrouped(text)


def _within(value: float) -> Numeral | None:
    return Numeral(value=value) if abs(value) <= MOST_NUMBER else None


def _ungrouped(text: str) -> Numeral | None:
    """A whole number, its groups taken out; None where they are no groups."""
    if text.isdigit() or _THREES.fullmatch(text) or _INDIAN.fullmatch(text):
        return _within(float(text.translate(_UNGROUP)))
    return None


def _two_marks(text: str, marks: list[str]) -> Numeral | None:
    """Both marks in one number: the last is the decimal mark and stands once."""
    if marks.count(marks[-1]) > 1:
        return None
    whole, _, part = text.rpartition(marks[-1])
    return _joined(whole, part)


def _joined(whole: str, part: str) -> Numeral | None:
    if not part.isdigit():
        return None
    if whole.isdigit() or not whole:
        return Numeral(value=float(f"{whole}.{part}"))
    front = _ungrouped(whole)
    return None if front is None else Numeral(value=float(f"{front.value:.0f}.{part}"))


def _one_mark(text: str, mark: str, decimal: str | None, *, groups: bool) -> Numeral | None:
    whole, _, part = text.partition(mark)
    fraction = _joined(whole, part)
    if not could_group(text):
        return fraction
    grouped = _ungrouped(text)
    if decimal is not None:
        return fraction if mark == decimal else grouped
    if fraction is None or grouped is None:
        return fraction or grouped
    first, second = (grouped, fraction) if groups else (fraction, grouped)
    return Numeral(value=first.value, other=second.value)


def could_group(text: str) -> bool:
    """Whether the one mark in the text may group thousands: three digits behind, not 0 before.

    >>> could_group("95.000"), could_group("0.125"), could_group("95.50")
    (True, False, False)
    """
    whole, part = _MARKS.split(text, maxsplit=1)
    return len(part) == 3 and 1 <= len(whole) <= 3 and not whole.startswith("0")


def proven_mark(text: str) -> str | None:
    """The decimal mark this number proves: `.` or `,`; None where it could be either.

    >>> proven_mark("1.234,5"), proven_mark("4,5"), proven_mark("1.234.567"), proven_mark("95.000")
    (',', ',', ',', None)
    """
    marks = _MARKS.findall(text)
    if not marks:
        return None
    if len(set(marks)) == 2:
        return str(marks[-1]) if marks.count(marks[-1]) == 1 else None
    if len(marks) > 1:
        return "," if marks[0] == "." else "."
    return None if could_group(text) else str(marks[0])


def proven_by(numerals: Iterable[str]) -> str | None:
    """The decimal mark all these numbers prove together; None if none does, or they disagree."""
    votes = Counter(mark for numeral in numerals if (mark := proven_mark(numeral)))
    return next(iter(votes)) if len(votes) == 1 else None
