"""Columns that hold nothing but plain numbers, as programs write them: read at once."""

from advisor.intake.cells.column import CellsRead, ColumnText
from advisor.intake.cells.quantities import is_plain
from advisor.intake.cells.sweep import sources

_READ = {str, int, float}


def all_plain(column: ColumnText, low: float, high: float) -> list[float | None] | None:
    """The numbers, None for empty cells; None where any cell is not a plain number in the range.

    >>> from advisor.rules.columns import Field
    >>> column = ColumnText(field=Field.PAY_COVER, heading="", rows=(2, 3), texts=("1.7", ""))
    >>> all_plain(column, 0, 2)
    [1.7, None]
    """
    cells = sources(column)
    if not _READ.issuperset(map(type, cells)):
        return None
    known: dict[object, float | None] = dict.fromkeys(cells)
    filled = [cell for cell in known if isinstance(cell, str | int | float) and cell != ""]
    if not all(is_plain(cell) for cell in filled if isinstance(cell, str)):
        return None
    numbers = list(map(float, filled))
    if not all(low <= number <= high for number in numbers):
        return None
    known.update(zip(filled, numbers, strict=True))
    return list(map(known.__getitem__, cells))


def plainly(values: list[float | None], *, ranged: bool = False) -> CellsRead:
    """The column as read, with nothing to say about it."""
    ranges: list[tuple[float, float] | None] = [None] * len(values)
    return CellsRead(values=list(values), findings=[], ranges=ranges if ranged else None)
