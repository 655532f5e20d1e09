"""The cells of mapped columns, as those who read cells want them."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.intake.cells import ColumnText
from advisor.intake.grid import Grid
from advisor.intake.joined_cells import Joined, join_pay, join_time
from advisor.intake.problems import Problem
from advisor.intake.sheet_column import SheetColumn
from advisor.rules.columns import Field

JOINS = {Field.START: join_time, Field.PAY: join_pay}
"""How the columns that can have a companion are completed by it."""


def column_texts(
    grid: Grid, columns: Sequence[SheetColumn], kept: Sequence[int], units: Sequence[str]
) -> tuple[list[tuple[SheetColumn, ColumnText]], list[Problem]]:
    """Each mapped column with its cells in the rows that are invites.

    units  the cells of a row of units below the headings; empty if there is none
    """
    texts = {
        column.position: _text_of(grid, column, column.field, kept, units)
        for column in columns
        if column.field is not None
    }
    problems: list[Problem] = []
    for column in columns:
        if column.field is not None and column.joins is not None:
            main = texts[column.joins]
            joined = JOINS[column.field](main, texts[column.position])
            texts[column.joins] = _with(main, joined)
            problems += [
                replace(problem, column=column.heading, position=column.position)
                for problem in joined.problems
            ]
    mains = [column for column in columns if column.field is not None and column.joins is None]
    return [(column, texts[column.position]) for column in mains], problems


def _text_of(
    grid: Grid, column: SheetColumn, field: Field, kept: Sequence[int], units: Sequence[str]
) -> ColumnText:
    position = column.position
    unit = units[position].strip("()[]") if units else ""
    rows, natives, formats = grid.rows, grid.natives, grid.formats
    formatted = any(at == position for _, at in formats)
    return ColumnText(
        field=field,
        heading=column.heading,
        hints=(*column.hints, unit) if unit else column.hints,
        declared=column.declared,
        rows=[grid.numbers[at] for at in kept],
        texts=[rows[at][position] for at in kept],
        natives=None if natives is None else [natives[at][position] for at in kept],
        formats=[formats.get((at, position)) for at in kept] if formatted else None,
    )


def _with(main: ColumnText, joined: Joined) -> ColumnText:
    return replace(main, texts=joined.texts, natives=joined.natives)
