"""Where things stand in a sheet: headings, columns, invites, and the rows that are none."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from advisor.intake.beside import beside
from advisor.intake.choices import Choices
from advisor.intake.columns import map_columns
from advisor.intake.evidence import Evidence
from advisor.intake.flipping import said_turned, turned
from advisor.intake.grid import Grid, table_of
from advisor.intake.guarding import without_guards
from advisor.intake.header_row import HeaderRow, find_header_row
from advisor.intake.problems import Level, Problem, UnreadableSheet
from advisor.intake.row_ledger import RowLedger, sort_rows
from advisor.intake.sheet_column import SheetColumn
from advisor.intake.shifted_headings import realigned
from advisor.intake.stages import Stage, reached

Cell = TypeVar("Cell")


LONGEST_UNIT = 16
"""Characters; a longer cell below a heading is an explanation."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Layout:
    """One sheet, laid out; positions are those of `grid.rows`.

    cells     (rows × columns) the text of every cell of the grid
    problems  what was said on the way, files' findings included
    """

    grid: Grid
    cells: npt.NDArray[np.object_]
    header: HeaderRow
    columns: tuple[SheetColumn, ...]
    evidence: Evidence
    ledger: RowLedger
    problems: tuple[Problem, ...]

    @property
    def units(self) -> Sequence[str]:
        """The units below the headings, one per column; empty if there is no such row."""
        rows = (self.grid.rows[at] for at, why in self.ledger.aside.items() if why == "units")
        return [cell if len(cell) <= LONGEST_UNIT else "" for cell in next(rows, ())]


def lay_out(found: Grid, choices: Choices) -> Layout:
    """Headings, columns and rows of a grid.

    Raises UnreadableSheet if no row is left below the headings, ChoiceError if a choice names
    what the sheet does not have.
    """
    reached(Stage.HEADINGS)
    flipped = turned(found, choices)
    grid, header, evidence = _headed(found if flipped is None else flipped, choices)
    apart, said_beside = beside(grid, header, evidence, choices)
    columns = tuple(map_columns(header.found, evidence, choices, apart))
    grid, unknown = _edited(grid, columns, choices)
    ledger = sort_rows(grid, header, columns, choices.keep)
    said = [*grid.problems, *header.problems, *said_beside, *unknown]
    said = _calmed(_at_home(said, columns), {grid.numbers[at] for at in ledger.aside})
    return Layout(
        grid=grid,
        cells=table_of(grid.rows),
        header=header,
        columns=columns,
        evidence=evidence,
        ledger=ledger,
        problems=(*(() if flipped is None else [said_turned()]), *said),
    )


def _headed(found: Grid, choices: Choices) -> tuple[Grid, HeaderRow, Evidence]:
    """The grid, its headings over the columns they belong to, and the cells below them."""
    header = find_header_row(found, choices)
    grid = without_guards(found, header.found)
    if not any(any(row) for row in grid.rows[header.first_row :]):
        raise UnreadableSheet("no_data_rows", _nothing_to_read(grid, header))
    evidence = Evidence(grid, header.first_row)
    number = None if header.position is None else grid.numbers[header.position]
    return grid, realigned(header, evidence, number), evidence


def _nothing_to_read(grid: Grid, header: HeaderRow) -> str:
    """What to say about a sheet without rows."""
    if not any(header.found):
        return "The sheet is empty: there is not one filled cell in it."
    row = "" if header.position is None else f" in row {grid.numbers[header.position]}"
    return f"The sheet has headings{row} but no rows below them: add an invite and try again."


def _at_home(problems: Sequence[Problem], columns: Sequence[SheetColumn]) -> list[Problem]:
    """Findings of the file with the headings of their columns."""
    by_position = {column.position: column for column in columns}
    return [
        problem
        if problem.position not in by_position or problem.field is not None
        else _under(problem, by_position[problem.position])
        for problem in problems
    ]


def _under(problem: Problem, column: SheetColumn) -> Problem:
    """The finding under the heading of its column; a column without one is told by its letter."""
    return replace(problem, column=column.heading if column.found else None, field=column.field)


def _calmed(problems: Sequence[Problem], aside: Collection[int]) -> list[Problem]:
    """Findings of the file; where a row is no invite nothing of it waits to be mended."""
    return [
        replace(
            problem,
            level=Level.INFO,
            assumed="The row is set aside",
            fix="Keep it if it is an invite",
            choices=(),
        )
        if problem.row in aside
        else problem
        for problem in problems
    ]


def _edited(
    grid: Grid, columns: Sequence[SheetColumn], choices: Choices
) -> tuple[Grid, list[Problem]]:
    """The grid with the cells its owner has rewritten, and edits of cells that are not there."""
    if not choices.edits:
        return grid, []
    places = {column.heading: column.position for column in columns}
    numbers = {number: at for at, number in enumerate(grid.numbers)}
    rows = list(grid.rows)
    natives = None if grid.natives is None else list(grid.natives)
    lost = []
    for (number, heading), text in choices.edits.items():
        at, position = numbers.get(number), places.get(heading)
        if at is None or position is None:
            lost.append(_lost_edit(number, heading, text))
            continue
        rows[at] = _replaced(rows[at], position, text.strip())
        if natives is not None:
            natives[at] = _replaced(natives[at], position, text.strip())
    return replace(grid, rows=rows, natives=natives), lost


def _replaced(cells: list[Cell], position: int, cell: Cell) -> list[Cell]:
    return [*cells[:position], cell, *cells[position + 1 :]]


def _lost_edit(row: int, heading: str, text: str) -> Problem:
    return Problem(
        code="edit_without_cell",
        level=Level.WARNING,
        row=row,
        column=heading,
        value=text,
        reason="The sheet no longer has the cell that was rewritten here",
        assumed="The new text is not used",
        fix="Type it into the sheet",
    )
