"""Every row of a sheet → an invite, or set aside with the reason."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from advisor.intake.beside import without_beside
from advisor.intake.grid import Grid
from advisor.intake.header_row import HeaderRow
from advisor.intake.headings import known_cells
from advisor.intake.ordinary_rows import ordinary_rows
from advisor.intake.row_kinds import (
    are_units,
    is_comment,
    is_day_pattern,
    is_over,
    is_separator,
    is_total,
    looks_like_day,
    looks_like_value,
    may_be_total,
    rough_number,
)
from advisor.intake.sheet_column import SheetColumn
from advisor.intake.vocabulary import NAMES, fold
from advisor.rules.columns import COLUMNS, Field
from advisor.rules.kinds import NUMERIC, Kind

FULL_ROWS = 3
"""Rows of at least `FULL_CELLS` filled cells that make a row of one cell stand out."""

FULL_CELLS = 3

FEW_CELLS = 8
"""A row of totals fills no more cells than this, unless its numbers add up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowLedger:
    """Where every row below and above the headings went.

    kept   positions of the invites, in the sheet's order
    aside  position → why the row is no invite; with the headings' own row these are all rows
    """

    kept: tuple[int, ...]
    aside: Mapping[int, str]


def sort_rows(
    grid: Grid, header: HeaderRow, columns: Sequence[SheetColumn], keep: frozenset[int]
) -> RowLedger:
    """The invites, and the rows that are none.

    keep  numbers of rows that are invites whatever they look like
    """
    aside = dict(_above(grid, header))
    aside.update(_Walk(*without_beside(grid, header, columns), columns).aside())
    numbers = grid.numbers
    aside = {at: _named_beside(why, grid.rows[at]) for at, why in aside.items()}
    aside = {at: why for at, why in aside.items() if numbers[at] not in keep}
    none = {header.position, *aside}
    kept = tuple(at for at in range(len(numbers)) if at not in none)
    return RowLedger(kept=kept, aside=aside)


def _above(grid: Grid, header: HeaderRow) -> Iterator[tuple[int, str]]:
    """Why each row above the headings is no invite."""
    titled = False
    for at in range(header.first_row - 1):
        cells = [cell for cell in grid.rows[at] if cell]
        if not cells:
            yield at, "blank"
        elif at in header.groups or _is_group(cells, at, header):
            yield at, "header_group"
        elif is_comment(cells[0]):
            yield at, "comment"
        else:
            yield at, "preamble" if titled or len(cells) > 1 else "title"
            titled = True


def _is_group(cells: Sequence[str], at: int, header: HeaderRow) -> bool:
    """Whether a row right above the headings holds labels of groups of columns."""
    headings = len(header.found) - header.found.count("")
    few = 1 < len(cells) < headings
    return header.position == at + 1 and few and not any(map(looks_like_value, cells))


class _Walk:
    """One walk down the rows below the headings."""

    def __init__(self, grid: Grid, header: HeaderRow, columns: Sequence[SheetColumn]) -> None:
        self._grid = grid
        self._header = header
        self._headings = [fold(cell) for cell in header.found]
        self._names = {cell.casefold() for cell in header.found if cell}
        self._filled = [len(row) - row.count("") for row in grid.rows]
        full = (1 for count in self._filled[header.first_row :] if count >= FULL_CELLS)
        self._single_stands_out = len(columns) > 1 and sum(islice(full, FULL_ROWS)) == FULL_ROWS
        at = {column.field: column.position for column in columns if column.joins is None}
        self._role = at.get(Field.ROLE)
        self._status = at.get(Field.STATUS, at.get(Field.ROUND))
        self._typed = {c.position for c in columns if c.field and _is_typed(c.field)}
        self._fields = {c.position: c.field for c in columns if c.field is not None}

    def aside(self) -> dict[int, str]:
        """Position → why the row is no invite."""
        aside: dict[int, str] = {}
        gap = False
        last = -1
        ordinary = ordinary_rows(self._grid.rows, self._filled, self._names, self._status)
        start = self._header.first_row
        for at in range(start, len(self._filled)):
            if ordinary[at] and not gap and at > start:
                last = at
                continue
            why = self._why(at, gap=gap)
            if why == "second_table":
                aside.update(self._rest(at))
                break
            if why is None:
                last = at
                gap = False
            else:
                aside[at] = why
                gap = gap or why == "blank"
        return {at: _footed(why, at > last) for at, why in aside.items()}

    def _rest(self, start: int) -> dict[int, str]:
        """Why each row from the second table on is no invite."""
        rows = range(start, len(self._filled))
        return {at: "second_table" if self._filled[at] else "blank" for at in rows}

    def _why(self, at: int, *, gap: bool) -> str | None:
        """Why the row is no invite; None for an invite."""
        filled = self._filled[at]
        if not filled:
            return "blank"
        row = self._grid.rows[at]
        first = row[0] or next(filter(None, row))
        if is_separator(row):
            return "separator"
        if filled == 1 and self._single_stands_out:
            return _why_alone(first)
        odd = self._why_odd(at, first) if self._is_odd(first) else None
        after = self._why_after_gap(row, filled, first) if gap and odd is None else None
        return odd or after or self._why_by_cells(at, row)

    def _why_by_cells(self, at: int, row: Sequence[str]) -> str | None:
        """Why a row is no invite by what stands in its columns."""
        if self._status is not None and is_over(row[self._status]):
            return "over"
        below_headings = at == self._header.first_row and at > 0
        return "units" if below_headings and self._is_help(row) else None

    def _is_help(self, row: Sequence[str]) -> bool:
        """Whether the row below the headings tells how to fill the columns."""
        days = [row[at] for at, field in self._fields.items() if _is_day_field(field) and row[at]]
        return are_units([cell for cell in row if cell]) or any(map(is_day_pattern, days))

    def _why_after_gap(self, row: Sequence[str], filled: int, first: str) -> str | None:
        """Why a row below a blank one is no invite."""
        if self._starts_table(row, filled):
            return "second_table"
        return "footer" if filled <= 2 and first.endswith(":") else None

    def _is_odd(self, first: str) -> bool:
        """Whether the first filled cell of a row is one a total, comment or heading begins with."""
        plain = first.casefold()
        return plain in self._names or plain in NAMES or may_be_total(first) or is_comment(first)

    def _why_odd(self, at: int, first: str) -> str | None:
        row = self._grid.rows[at]
        if [fold(cell) for cell in row] == self._headings or self._names_columns(row):
            return "repeated_header"
        if is_total(first) and self._is_sum(at):
            return "total"
        others = self._filled[at] - 1
        if is_comment(first) and others < FULL_CELLS and not any(map(looks_like_value, row[1:])):
            return "comment"
        return None

    def _names_columns(self, row: Sequence[str]) -> bool:
        """Whether the cells name the very columns they stand in, in whatever language."""
        named = [self._fields.get(at) is meant for at, meant in known_cells(row)]
        filled = len(row) - row.count("")
        return sum(named) > 1 and 2 * sum(named) >= filled

    def _is_sum(self, at: int) -> bool:
        """Whether the row that begins like a total has no role and no day, only numbers."""
        row = self._grid.rows[at]
        others = [cell for cell in row if cell][1:]
        numbers = [
            cell for cell in others if rough_number(cell) is not None or cell.startswith("=")
        ]
        role = "" if self._role is None else row[self._role]
        no_role = not role or is_total(role) or rough_number(role) is not None
        no_day = not any(looks_like_day(cell) for cell in others)
        only_numbers = 2 * len(numbers) >= len(others)
        return (
            no_role and no_day and only_numbers and (len(others) < FEW_CELLS or self._adds_up(at))
        )

    def _adds_up(self, at: int) -> bool:
        """Whether any number of the row is the sum of the numbers above it."""
        rows = self._grid.rows
        for position, cell in enumerate(rows[at]):
            total = rough_number(cell)
            above = [rough_number(rows[up][position]) for up in range(self._header.first_row, at)]
            if total and abs(sum(n for n in above if n is not None) - total) < 0.01 * abs(total):
                return True
        return False

    def _starts_table(self, row: Sequence[str], filled: int) -> bool:
        """Whether a row after a gap holds headings of its own."""
        cells = [cell for cell in row if cell]
        folded = [fold(cell) for cell in row]
        if filled < 2 or any(map(looks_like_value, cells)) or folded == self._headings:
            return False
        known = [position for position, _ in known_cells(row)]
        meanings = len({meaning for _, meaning in known_cells(row)})
        first = next(position for position, cell in enumerate(row) if cell)
        misfits = sum(1 for position in self._typed if row[position])
        return meanings > 1 or first in known or (misfits > 1 and 2 * misfits >= filled)


def _is_day_field(field: Field) -> bool:
    return COLUMNS[field].kind in {Kind.DATE, Kind.DATETIME}


def _is_typed(field: Field) -> bool:
    return COLUMNS[field].kind in NUMERIC or _is_day_field(field)


def _named_beside(why: str, row: Sequence[str]) -> str:
    """A row that is blank only as long as the table beside it is not looked at."""
    return "beside" if why == "blank" and any(row) else why


def _footed(why: str, at_end: bool) -> str:
    """A lone cell below the last invite is a footer, one among them a section."""
    return "footer" if why == "section" and at_end else why


def _why_alone(cell: str) -> str:
    """Why a row of one cell is no invite, in a table whose other rows are full."""
    if is_total(cell):
        return "total"
    return "comment" if is_comment(cell) else "section"
