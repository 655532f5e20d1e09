"""Rows that are proven invites, so that each of the others can be looked at closely."""

import re
from collections.abc import Sequence, Set
from itertools import groupby
from operator import itemgetter

from advisor.intake.proving import END, folded_cases, lines_like, unlike
from advisor.intake.row_kinds import (
    TOTAL_STARTS,
    is_comment,
    is_over,
    is_separator,
    may_be_total,
)
from advisor.intake.vocabulary import NAMES

_STARTS = "|".join(
    f"[{letter}{letter.upper()}](?i:{'|'.join(re.escape(start[1:]) for start in starts)})"
    for letter, starts in groupby(sorted(TOTAL_STARTS), itemgetter(0))
)
"""The beginnings by their first letter, which can be told from all others the fastest."""

_PLAIN = f"(?!{_STARTS})[A-Za-z0-9]"
_PLAIN_START = re.compile(_PLAIN)
_PLAIN_STARTS = lines_like(f"{_PLAIN}[^{END}]*")


def begins_plainly(cell: str) -> bool:
    """Whether a filled cell begins no total, no remark and no line; mostly one look tells.

    >>> [begins_plainly(cell) for cell in ("Acme", "7", "Total", "# draft", "---", "")]
    [True, True, False, False, False, False]
    """
    if _PLAIN_START.match(cell):
        return True
    return bool(cell) and not (may_be_total(cell) or is_comment(cell) or is_separator([cell]))


def ordinary_rows(
    rows: Sequence[Sequence[str]],
    filled: Sequence[int],
    headings: Set[str],
    status: int | None,
) -> list[bool]:
    """Whether each row is an invite wherever it stands, unless below a gap or the headings.

    filled    filled cells of each row; one filled cell proves nothing
    headings  the headings, case folded
    status    position of the column that can say that an invite is over
    """
    firsts = [row[0] for row in rows]
    distinct = set(firsts)
    odd = {cell for cell in unlike(distinct, _PLAIN_STARTS) if not begins_plainly(cell)}
    named = NAMES.keys() | headings
    if not named.isdisjoint(folded_cases(distinct)):
        odd.update(cell for cell in distinct if cell.casefold() in named)
    ordinary = [count > 1 and cell not in odd for count, cell in zip(filled, firsts, strict=True)]
    if status is None:
        return ordinary
    said = [row[status] for row in rows]
    over = {text for text in dict.fromkeys(said) if is_over(text)}
    return [known and text not in over for known, text in zip(ordinary, said, strict=True)]
