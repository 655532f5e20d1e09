"""Rows that are proven invites, so that each of the others can be looked at closely."""

import re
from collections.abc import Sequence, Set

from advisor.intake.row_kinds import (
    TOTAL_STARTS,
    is_comment,
    is_over,
    is_separator,
    may_be_total,
)
from advisor.intake.vocabulary import NAMES

_STARTS = "|".join(map(re.escape, sorted(TOTAL_STARTS)))
_PLAIN_START = re.compile(f"(?!(?i:{_STARTS}))[A-Za-z0-9]")


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
    begins = _PLAIN_START.match
    distinct = set(firsts)
    odd = {cell for cell in distinct if not begins(cell) and not begins_plainly(cell)}
    named = NAMES.keys() | headings
    if not named.isdisjoint(map(str.casefold, distinct)):
        odd.update(cell for cell in distinct if cell.casefold() in named)
    ordinary = [count > 1 and cell not in odd for count, cell in zip(filled, firsts, strict=True)]
    if status is None:
        return ordinary
    said = [row[status] for row in rows]
    over = {text for text in dict.fromkeys(said) if is_over(text)}
    return [known and text not in over for known, text in zip(ordinary, said, strict=True)]
