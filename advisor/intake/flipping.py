"""Sheets whose headings run down the first column: rows and columns change places."""

from dataclasses import replace

from advisor.intake.choices import Choices
from advisor.intake.grid import Grid
from advisor.intake.header_row import SEARCHED
from advisor.intake.headings import known_fields
from advisor.intake.problems import Level, Problem

FEWEST_TRANSPOSED = 3
"""Known headings down the first column that make a sheet look turned."""


def turned(grid: Grid, choices: Choices) -> Grid | None:
    """The grid with rows and columns changed, if the headings run down its first column."""
    rows = grid.rows[:SEARCHED]
    first_columns = list(zip(*rows, strict=True))[:2]
    down = max(map(known_fields, first_columns), default=0)
    across = max(map(known_fields, rows), default=0)
    looks = down >= FEWEST_TRANSPOSED and down > across
    if not (looks if choices.flip is None else choices.flip):
        return None
    return flip(grid)


def flip(grid: Grid) -> Grid:
    """Rows as columns and columns as rows; a row's number is then the number of its column."""
    places = {number: at for at, number in enumerate(grid.numbers)}
    natives = grid.natives
    return replace(
        grid,
        rows=[list(column) for column in zip(*grid.rows, strict=True)],
        numbers=list(range(1, len(grid.rows[0]) + 1)),
        lines=None,
        natives=None
        if natives is None
        else [list(column) for column in zip(*natives, strict=True)],
        formats={(column, row): code for (row, column), code in grid.formats.items()},
        problems=tuple(_flipped(problem, places) for problem in grid.problems),
    )


def _flipped(problem: Problem, places: dict[int, int]) -> Problem:
    if problem.row is None and problem.position is None:
        return problem
    row = None if problem.position is None else problem.position + 1
    return replace(problem, row=row, position=places.get(problem.row or 0), column=None)


def said_turned() -> Problem:
    """That the sheet was read sideways."""
    return Problem(
        code="looks_transposed",
        level=Level.WARNING,
        reason="The headings run down the first column instead of along the first row",
        assumed="Every column was read as one invite; its row number here is the number of its "
        "column, 2 for column B",
        fix="Confirm, or say that rows are invites",
        choices=("rows are invites",),
    )
