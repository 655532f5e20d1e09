"""What a single row looks like: a total, a comment, units, headings."""

import re
from collections.abc import Sequence

from advisor.intake.vocabulary import fold
from advisor.rules import synonyms

LONGEST_TOTAL = 40
"""Characters of a cell such as "Grand total (12)"."""

_TOTALS = frozenset(fold(word) for word in synonyms.TOTALS)
TOTAL_STARTS = frozenset(word[:3].casefold() for word in synonyms.TOTALS)
"""What every word for a total begins with, case folded."""

_UNITS = frozenset(fold(word) or word for word in synonyms.UNITS)
_OVER = tuple(sorted(fold(word) for word in synonyms.OVER))
_TOTAL_TAIL = re.compile(r"[\s:(\d).,;=]*$")
_COMMENT = re.compile(r"^(?:#\s|#$|//|--|;|<!--|/\*|#[^\w\s])|^#(?!\d)")
_MARKS = frozenset("#/-;<")
_VALUE = re.compile(r"^[^\w]*\d|(?<!\d)(?:19|20)\d\d(?!\d)|\d{1,2}[:.]\d\d|\d\s*%")
_SEPARATORS = frozenset("-=_*~:.|+— –")
_DAY_PATTERN = re.compile(
    r"^\W*(?:e\.?g\.?\s*)?(?:[YJA]{4}\W[M]{2}\W[DTJ]{2}|[DTJM]{1,2}\W[MD]{1,2}\W[YJA]{2,4})\b", re.I
)
_DAY = re.compile(
    r"^\d{4}[-/.]\d\d?[-/.]\d\d?"
    r"|^\d\d?[-/.]\d\d?[-/.]\d\d(?:\d\d)?\b"
    r"|[A-Za-z]{3}.*\b\d{4}\b"
)
_NO_DIGITS = re.compile(r"[^\d,.]")
_GROUPING = re.compile(r"[.,](?=\d{3}(?:\D|$))")


def looks_like_value(cell: str) -> bool:
    """Whether a cell looks like a number or a date rather than a heading.

    >>> [looks_like_value(cell) for cell in ("2027-01-14", "$95k", "Jan 14, 2027", "Company")]
    [True, True, True, False]
    """
    return _VALUE.search(cell) is not None


def looks_like_day(cell: str) -> bool:
    """Whether a cell looks like a date.

    >>> [looks_like_day(cell) for cell in ("14.01.2027", "January 14th, 2027", "1.028.000,00 €")]
    [True, True, False]
    """
    return _DAY.search(cell) is not None


def is_total(cell: str) -> bool:
    """Whether a cell is a word such as "Total", and no more.

    >>> [is_total(cell) for cell in ("Grand total:", "Sum (12)", "TotalEnergies", "Total Ltd")]
    [True, True, False, False]
    """
    return may_be_total(cell) and fold(_TOTAL_TAIL.sub("", cell)) in _TOTALS


def may_be_total(cell: str) -> bool:
    """Whether a cell begins like a total; quick, for every row of a long sheet."""
    return cell[:3].casefold() in TOTAL_STARTS and len(cell) <= LONGEST_TOTAL


def is_comment(cell: str) -> bool:
    """Whether a row that begins with this cell is a remark of the file's writer.

    >>> [is_comment(cell) for cell in ("# exported today", "//", "#1 Staffing", "C# Ltd")]
    [True, True, False, False]
    """
    return cell[0] in _MARKS and _COMMENT.match(cell) is not None


def is_separator(cells: Sequence[str]) -> bool:
    """Whether a row only draws a line below the one above it.

    >>> is_separator(["---", ":--:", ""]), is_separator(["Acme", "---"]), is_separator(["", ""])
    (True, False, False)
    """
    return all(_SEPARATORS.issuperset(cell) for cell in cells) and any(cells)


def is_day_pattern(cell: str) -> bool:
    """Whether a cell tells how a day is to be written.

    >>> is_day_pattern("YYYY-MM-DD"), is_day_pattern("(dd/mm/yyyy)"), is_day_pattern("2027-01-14")
    (True, True, False)
    """
    return _DAY_PATTERN.match(cell) is not None


def are_units(cells: Sequence[str]) -> bool:
    """Whether every cell names a unit or a format.

    >>> are_units(["text", "YYYY-MM-DD", "(1-5)", "USD"]), are_units(["Acme", "6"])
    (True, False)
    """
    return all(
        (fold(cell) or cell) in _UNITS or (cell[0] in "([" and cell[-1] in ")]") for cell in cells
    )


def is_over(status: str) -> bool:
    """Whether a status says that the invite is over.

    >>> [is_over(status) for status in ("Rejected 12/3", "Offer accepted", "Interview", "")]
    [True, True, False, False]
    """
    folded = fold(status)
    return any(folded == word or folded.startswith(f"{word} ") for word in _OVER)


def rough_number(cell: str) -> float | None:
    """A number in any of the usual spellings, roughly: for adding up, never for reading.

    >>> rough_number("1.028.000,00 €"), rough_number("63,0"), rough_number("Acme")
    (1028000.0, 63.0, None)
    """
    digits = _NO_DIGITS.sub("", cell)
    if not digits or len(digits) < 0.4 * len(cell):
        return None
    try:
        return float(_GROUPING.sub("", digits).replace(",", "."))
    except ValueError:
        return None
