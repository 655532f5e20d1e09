"""The cells of mapped columns, as those who read cells want them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from advisor.intake.cells import ColumnText
from advisor.intake.grid import Grid, table_of
from advisor.intake.joined_cells import Joined, join_pay, join_time
from advisor.intake.layout import Layout
from advisor.intake.problems import Problem
from advisor.intake.sheet_column import SheetColumn
from advisor.rules.columns import Field

JOINS = {Field.START: join_time, Field.PAY: join_pay}
"""How the columns that can have a companion are completed by it."""


def column_texts(layout: Layout) -> tuple[list[tuple[SheetColumn, ColumnText]], list[Problem]]:
    """Each mapped column with its cells in the rows that are invites."""
    texts = dict(_texts(layout))
    problems: list[Problem] = []
    for column in layout.columns:
        if column.field is not None and column.joins is not None:
            main = texts[column.joins]
            joined = JOINS[column.field](main, texts[column.position])
            texts[column.joins] = _with(main, joined)
            problems += [
                replace(problem, column=column.heading, position=column.position)
                for problem in joined.problems
            ]
    mains = [column for column in layout.columns if column.field and column.joins is None]
    return [(column, texts[column.position]) for column in mains], problems


def _texts(layout: Layout) -> Iterator[tuple[int, ColumnText]]:
    """Position → the cells of that column, for every mapped one."""
    grid, kept, units = layout.grid, np.array(layout.ledger.kept, dtype=int), layout.units
    numbers = [grid.numbers[at] for at in layout.ledger.kept]
    natives = None if grid.natives is None else table_of(grid.natives)
    formatted = {position for _, position in grid.formats}
    for column in layout.columns:
        if column.field is None:
            continue
        at = column.position
        unit = units[at].strip("()[]") if units else ""
        yield (
            at,
            ColumnText(
                field=column.field,
                heading=column.heading,
                hints=(*column.hints, unit) if unit else column.hints,
                declared=column.declared,
                rows=numbers,
                texts=layout.cells[kept, at].tolist(),
                natives=None if natives is None else natives[kept, at].tolist(),
                formats=_formats(grid, at, layout.ledger.kept) if at in formatted else None,
            ),
        )


def _formats(grid: Grid, position: int, kept: Sequence[int]) -> list[str | None]:
    return [grid.formats.get((at, position)) for at in kept]


def _with(main: ColumnText, joined: Joined) -> ColumnText:
    return replace(main, texts=joined.texts, natives=joined.natives)
