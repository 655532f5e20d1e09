"""Amounts such as $70,000 and days such as Jan 14, 2027 that the delimiter has cut in two."""

import re
from collections.abc import Sequence

MOSTLY = 0.8
"""Share of the rows too wide that cut cells must explain before they count as the reason."""

_BEGINS = re.compile(r"(?<![\d.,:/])\d{1,3}$")
_GOES_ON = re.compile(r"\d{3}(?!\d)")
_DATE = re.compile(r"\d[-/.]\d{1,2}[-/.]\d{1,2}$")
_LAKHS = re.compile(r"\d{2}")
_SURELY_BEGINS = re.compile(r"(?:[^\W\d]|[^\w\s.,+()-]) ?\d{1,3}$")
"""A currency's sign or code before the digits."""

_SURELY_GOES_ON = re.compile(r"\d{2}0(?!\d)")
"""Pay is a round number; 000 and 500 are seldom anything by themselves."""

_DAY = re.compile(r"\s*(?:[^\W\d]{2,9}\.?,? )?[^\W\d]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?\s*")
_YEAR = re.compile(r"\s*20\d\d(?:\s.*)?")


def cuts(row: Sequence[str]) -> list[int]:
    """Places of the cells behind which an amount or a day goes on in the next cell.

    >>> cuts(["Acme", "$70", "000 a year", "6"]), cuts(["Rs 12", "00", "000"])
    ([1], [0, 1])
    """
    return [
        at
        for at in range(len(row) - 1)
        if _is_cut_amount(row, at) or (_DAY.fullmatch(row[at]) and _YEAR.fullmatch(row[at + 1]))
    ]


def _is_cut_amount(row: Sequence[str], at: int) -> bool:
    """Whether the digits at the end of the cell go on in the next; two of them want a third."""
    digits = _BEGINS.search(row[at])
    if digits is None or _DATE.search(row[at]) or at + 1 == len(row):
        return False
    if _GOES_ON.match(row[at + 1]):
        return True
    lakhs = len(digits[0]) < 3 and _LAKHS.fullmatch(row[at + 1]) is not None
    return lakhs and _is_cut_amount(row, at + 1)


def whole(row: Sequence[str], width: int, delimiter: str) -> list[str] | None:
    """The row with its cut amounts and days put together; None unless these make it that wide.

    >>> whole(["Acme", "$1", "070", "000", "6"], 3, ",")
    ['Acme', '$1,070,000', '6']
    """
    over = len(row) - width
    found = cuts(row)
    if len(found) > over:
        found = [at for at in found if is_sure(row, at)]
    if not found or len(found) != over:
        return None
    cells = list(row[:1])
    for before, cell in enumerate(row[1:]):
        if before in found:
            cells[-1] += delimiter + cell
        else:
            cells.append(cell)
    return cells


def are_cut(rows: Sequence[Sequence[str]], width: int) -> bool:
    """Whether the rows wider than this are so because amounts or days in them were cut.

    rows  without blank cells at their ends
    """
    wide = [row for row in rows if len(row) > width]
    explained = sum(any(is_sure(row, at) for at in cuts(row)) for row in wide)
    return bool(wide) and explained >= MOSTLY * len(wide)


def is_sure(row: Sequence[str], at: int) -> bool:
    """Whether what is cut behind this place is no chance meeting of two numbers."""
    if _SURELY_GOES_ON.match(row[at + 1]) or _DAY.fullmatch(row[at]):
        return True
    return _SURELY_BEGINS.search(row[at]) is not None
