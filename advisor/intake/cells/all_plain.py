"""Columns that hold nothing but plain numbers, as programs write them: read at once."""

from advisor.intake.cells.column import CellsRead, ColumnText
from advisor.intake.cells.quantities import read_plain
from advisor.intake.cells.sweep import sources


def all_plain(column: ColumnText, low: float, high: float) -> list[float | None] | None:
    """The numbers, None for empty cells; None where any cell is not a plain number in the range.

    >>> from advisor.rules.columns import Field
    >>> column = ColumnText(field=Field.PAY_COVER, heading="", rows=(2, 3), texts=("1.7", ""))
    >>> all_plain(column, 0, 2)
    [1.7, None]
    """
    values: list[float | None] = []
    for cell in sources(column):
        if isinstance(cell, bool) or not isinstance(cell, str | int | float):
            return None
        if cell == "":
            values.append(None)
            continue
        value = read_plain(cell) if isinstance(cell, str) else float(cell)
        if value is None or not low <= value <= high:
            return None
        values.append(value)
    return values


def plainly(values: list[float | None], *, ranged: bool = False) -> CellsRead:
    """The column as read, with nothing to say about it."""
    ranges: list[tuple[float, float] | None] = [None] * len(values)
    return CellsRead(values=list(values), findings=[], ranges=ranges if ranged else None)
