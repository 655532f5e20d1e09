"""Text of cells → numbers, dates, money, shares, yes or no: whole-column evidence first.

The order of work for a file: `find_decimal_comma`, `find_date_order`, then `read_cells` for each
column. Nothing here raises for what a sheet may hold.
"""

from advisor.intake.cells.column import (
    CellsRead,
    ColumnText,
    DateOrder,
    Finding,
    Surroundings,
)
from advisor.intake.cells.date_order import find_date_order
from advisor.intake.cells.decimal_mark import find_decimal_comma
from advisor.intake.cells.readers import fits, read_cells

__all__ = [
    "CellsRead",
    "ColumnText",
    "DateOrder",
    "Finding",
    "Surroundings",
    "find_date_order",
    "find_decimal_comma",
    "fits",
    "read_cells",
]
