"""A row with delimiters too many: which neighbours are one cell."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from advisor.intake.files.cell_looks import NUMBER, fit

MOST_JOINS = 12
"""Delimiters too many in one row that are looked for one by one."""

_GROUPS = r"(?<![\d.,])(?:[1-9]\d{{0,2}}(?:{0}\d{{3}})+|[1-9]\d?(?:{0}\d\d)+{0}\d{{3}})(?!\d)"
"""A number whose groups of digits the delimiter parts, such as 70,000 or 12,00,000."""

_DECIMALS = r"[^\d\s]{{0,3}} ?(?:0|[1-9]\d{{0,2}}){0}\d{{1,2}}[kK]?"
"""One with the delimiter as its decimal mark, such as 4,5."""

_SURE_DECIMAL = 0.6
"""What a decimal mark counts for beside a mark between groups of digits."""

_LIKELY, _UNLIKELY = 0.25, -0.3
"""What one delimiter inside a number speaks for a join, and a blank neighbour against it."""

_HALF_A_NUMBER = re.compile(r"0\d\d?(?:\.\d+)?")
_HALVED = -0.5
"""What speaks against a number such as 000: it is the end of another."""

_TEXT_GOES_ON, _LATER = 0.05, 1e-4
"""Between joins that are as good: where a blank follows the delimiter, then the later one."""


def aligned(cells: Sequence[str], looks: Sequence[str], delimiter: str) -> list[str]:
    """The cells at the width of `looks`, neighbours joined so that every column fits best.

    cells  at least as many as `looks`
    looks  the usual look of each column

    >>> aligned("Acme,$70,000,6,nice, far".split(","), ["text", "number", "number", "text"], ",")
    ['Acme', '$70,000', '6', 'nice, far']
    """
    over = len(cells) - len(looks)
    best: list[tuple[float, list[str]]] = [(0.0, [])]
    for column, usual in enumerate(looks):
        reached = []
        for taken in range(over + 1):
            tries = []
            for before, (score, row) in enumerate(best[: taken + 1]):
                parts = cells[column + before : column + taken + 1]
                joined = _joined(parts, delimiter)
                worth = _worth(joined, parts, usual, delimiter) + _LATER * column * (len(parts) - 1)
                tries.append((score + worth, [*row, joined]))
            reached.append(max(tries, key=lambda entry: entry[0]))
        best = reached
    return best[over][1]


def _joined(parts: Sequence[str], delimiter: str) -> str:
    """Neighbours as one cell; an empty one was a delimiter too many and leaves no mark."""
    cell = parts[0]
    for following in parts[1:]:
        both = cell.strip() and following.strip()
        cell = cell + delimiter + following if both else cell + following
    return cell


def _inside_numbers(text: str, delimiter: str) -> float:
    """How many of the delimiters in a text stand inside a number; a decimal mark is less sure."""
    grouped, decimal = _numbers(delimiter)
    inside = sum(found.count(delimiter) for found in grouped.findall(text))
    return inside or _SURE_DECIMAL * (decimal.fullmatch(text.strip()) is not None)


@lru_cache
def _numbers(delimiter: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Numbers with the delimiter between groups of digits, and with it as decimal mark."""
    mark = re.escape(delimiter)
    return re.compile(_GROUPS.format(mark)), re.compile(_DECIMALS.format(mark))


def _worth(joined: str, parts: Sequence[str], usual: str, delimiter: str) -> float:
    """How well neighbours fit a column as one cell, and what they have for themselves."""
    fitting = fit(joined.strip(), usual)
    if len(parts) == 1:
        return fitting + (_HALVED if _HALF_A_NUMBER.fullmatch(joined.strip()) else 0.0)
    inside = _inside_numbers(joined, delimiter)
    blanks = sum(not (one.strip() and two.strip()) for one, two in pairwise(parts))
    goes_on = sum(part.startswith(" ") for part in parts[1:])
    if usual == NUMBER and round(inside) == len(parts) - 1:
        fitting = 1.0
    return fitting + _LIKELY * inside + _UNLIKELY * blanks + _TEXT_GOES_ON * goes_on
