"""How the cells of a long sheet are read: the same in every batch and every process."""

from dataclasses import dataclass

from advisor.intake.cells import ColumnText, Surroundings
from advisor.intake.sheet_column import SheetColumn
from advisor.rules.columns import Field

CARRIED = frozenset(
    {
        Field.ROLE,
        Field.REPLY_BY,
        Field.MY_REASON,
        Field.ROUND,
        Field.LOCATION,
        Field.CONTACT,
        Field.SOURCE,
        Field.LINK,
        Field.NOTES,
    }
)
"""Columns no figure depends on: a stream shows none of their cells, so it does not read them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnKey:
    """How one column is read.

    column     what its heading was taken for
    cells      the column without its cells: heading, hints, field
    companion  the column that completes this one, such as times beside days
    plain      (low, high): a bare number between them is its own value, and nothing is said of it
    """

    column: SheetColumn
    cells: ColumnText
    companion: "ColumnKey | None" = None
    plain: tuple[float, float] | None = None

    @property
    def field(self) -> Field:
        """The column of ours that it holds."""
        return self.cells.field


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetKey:
    """How a whole sheet is read; small, and sent to every process that reads a part of it.

    headings  as found, in the sheet's order
    columns   those that hold a field, companions aside
    around    the settings of cells and the order of dates
    """

    headings: tuple[str, ...]
    columns: tuple[ColumnKey, ...]
    around: Surroundings

    @property
    def positions(self) -> tuple[int, ...]:
        """Places of the columns that are looked at, companions included."""
        both = [one for key in self.columns for one in (key, key.companion) if one is not None]
        return tuple(sorted(key.column.position for key in both))
