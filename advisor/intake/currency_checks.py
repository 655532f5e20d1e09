"""The currency column held against the amounts beside it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from advisor.intake.capping import capped
from advisor.intake.cells import CellsRead
from advisor.intake.cells.currencies import UNCLEAR
from advisor.intake.problems import Level, Problem
from advisor.intake.sheet_column import SheetColumn
from advisor.rules.columns import Field


def check_currencies(
    rows: Sequence[int], read: Mapping[Field, CellsRead], columns: Mapping[Field, SheetColumn]
) -> Iterator[Problem]:
    """More than one currency in its own column, and amounts that name another than it."""
    if Field.PAY_CURRENCY not in read:
        return
    own = read[Field.PAY_CURRENCY].values
    column = columns[Field.PAY_CURRENCY]
    counts = Counter(str(code) for code in own if code is not None)
    if len(counts) > 1:
        yield _mixed(column, counts)
    signs = read[Field.PAY].currencies if Field.PAY in read else None
    clashes = [
        (row, str(code), sign)
        for row, code, sign in zip(rows, own, signs or [None] * len(own), strict=True)
        if code is not None and sign is not None and not _may_agree(str(code), sign)
    ]
    yield from capped(clashes, lambda _: "money_currency_conflict", lambda c: _clash(column, *c))


def _may_agree(code: str, sign: str) -> bool:
    """Whether both can be the same currency: equal, or one bare sign such as `$` for both."""
    return code == sign or any(code in shared and sign in shared for shared in UNCLEAR.values())


def _mixed(column: SheetColumn, counts: Counter[str]) -> Problem:
    named = ", ".join(f"{code} ({count})" for code, count in counts.most_common())
    return Problem(
        code="money_mixed_currency",
        level=Level.WARNING,
        column=column.heading,
        position=column.position,
        field=Field.PAY_CURRENCY,
        reason=f"Pay comes in more than one currency: {named}",
        assumed="Nothing is converted; amounts in another currency than yours are not compared",
        fix="Write all pay in one currency",
    )


def _clash(column: SheetColumn, row: int, code: str, sign: str) -> Problem:
    return Problem(
        code="money_currency_conflict",
        level=Level.WARNING,
        row=row,
        column=column.heading,
        position=column.position,
        field=Field.PAY_CURRENCY,
        value=code,
        reason=f"The currency column says {code}, the pay itself {sign}",
        assumed=f"{code} is used",
        fix="Make both say the same",
    )
