"""A file → a reading: the steps of intake, in order."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd

from advisor.intake.cells import (
    CellsRead,
    ColumnText,
    Finding,
    Surroundings,
    find_date_order,
    read_cells,
)
from advisor.intake.choices import NO_CHOICES, Choices
from advisor.intake.column_problems import questions_about, said_of_columns
from advisor.intake.column_text import column_texts
from advisor.intake.cross_checks import cross_check
from advisor.intake.currency_checks import check_currencies
from advisor.intake.files import read_grid
from advisor.intake.headings import knowing
from advisor.intake.invites_table import invites_table
from advisor.intake.layout import Layout, lay_out
from advisor.intake.problems import Level, Problem
from advisor.intake.reading import Reading
from advisor.intake.resting import resting_collector
from advisor.intake.said_of_cells import said_of_cells
from advisor.intake.said_of_rows import said_of_rows, set_aside
from advisor.intake.sheet_column import SheetColumn
from advisor.intake.stages import Stage, Watch, reached, watching
from advisor.intake.worker import NoChild, run_apart
from advisor.rules.columns import COLUMNS, Field
from advisor.rules.kinds import Kind

Mapped = list[tuple[SheetColumn, ColumnText]]
"""The columns that hold a field, with their cells in the rows that are invites."""


def read_here(
    content: bytes, name: str = "", *, choices: Choices = NO_CHOICES, today: date
) -> Reading:
    """One file as understood, read in this process.

    name     the file's name, for its ending only
    choices  what its owner has decided
    today    the day that "next Friday" and missing years count from
    Raises UnreadableSheet if the file cannot be a table, ChoiceError if a choice names what the
    file does not have.
    """
    with resting_collector():
        return _understood(content, name, choices, today)


def _understood(content: bytes, name: str, choices: Choices, today: date) -> Reading:
    layout = lay_out(read_grid(content, name, choices, knowing(choices.columns)), choices)
    invites, said = _read(layout, choices, today)
    grid, ledger = layout.grid, layout.ledger
    return Reading(
        invites=invites,
        text=_text(layout),
        columns={column.heading: column.field for column in layout.columns},
        problems=_complete(layout, (*layout.problems, *said, *said_of_rows(grid, ledger))),
        set_aside=set_aside(grid, ledger),
        questions=tuple(questions_about(layout.columns, layout.evidence)),
        rows_read=len(ledger.kept) + len(ledger.aside),
        sheet=grid.sheet,
        sheets=grid.sheets,
        encoding=grid.encoding,
        delimiter=grid.delimiter,
        name=name,
        digest=hashlib.sha256(content).hexdigest(),
        choices=choices,
    )


def read_invites(
    content: bytes,
    name: str = "",
    *,
    choices: Choices = NO_CHOICES,
    today: date,
    watch: Watch | None = None,
) -> Reading:
    """One file as understood, read in a process of its own; arguments and errors of `read_here`.

    watch  is told each stage as it begins
    A file that brings that process down is UnreadableSheet("reader_failed").
    """
    with watching(watch):
        try:
            return run_apart(read_here, content, name, choices=choices, today=today)
        except NoChild:
            reading = read_here(content, name, choices=choices, today=today)
        return replace(reading, problems=(*reading.problems, _READ_HERE))


_READ_HERE = Problem(
    code="read_without_guard",
    level=Level.INFO,
    reason="No process of its own could be started for reading the file",
    assumed="It was read all the same, without limits of time and memory",
)


def _read(layout: Layout, choices: Choices, today: date) -> tuple[pd.DataFrame, list[Problem]]:
    """The invites table, and what must be said of columns and cells."""
    grid = layout.grid
    reached(Stage.CELLS)
    mapped, said = column_texts(layout)
    around = Surroundings(
        today=today, decimal_comma=grid.decimal_comma_likely or None, choices=choices
    )
    around, ordering = _ordered(mapped, around)
    read: dict[Field, CellsRead] = {}
    for column, text in mapped:
        cells = read_cells(text, around)
        cells = replace(cells, findings=[*ordering.get(text.heading, ()), *cells.findings])
        read[text.field] = cells
        said += said_of_cells(column, text, cells)
    reached(Stage.CHECKS)
    rows = [grid.numbers[at] for at in layout.ledger.kept]
    invites = invites_table(rows, read)
    present = invites.notna().any()
    given = frozenset(field for field in Field if present[field])
    holders = {text.field: column for column, text in mapped}
    checked = [*check_currencies(rows, read, holders), *cross_check(invites, holders, today)]
    return invites, [*said_of_columns(layout.columns, given), *said, *checked]


def _ordered(
    mapped: Mapped, around: Surroundings
) -> tuple[Surroundings, Mapping[str, tuple[Finding, ...]]]:
    """The surroundings with the file's order of day and month; heading → what is said of it."""
    days = [text for _, text in mapped if COLUMNS[text.field].kind in {Kind.DATE, Kind.DATETIME}]
    order = find_date_order(days, around)
    return replace(around, date_order=order.order), order.findings


def _text(layout: Layout) -> pd.DataFrame:
    """The text of every row but the headings, under the headings as found."""
    places = np.arange(len(layout.grid.rows)) != layout.header.position
    index = pd.Index(np.array(layout.grid.numbers)[places], name="row", dtype="int64")
    positions = [column.position for column in layout.columns]
    headings = [column.heading for column in layout.columns]
    cells = layout.cells[places][:, positions]
    return pd.DataFrame(cells, columns=headings, index=index, dtype=object, copy=False)


def _complete(layout: Layout, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """The problems with the sheet and, for text files, the physical line of their row."""
    grid = layout.grid
    lines = {} if grid.lines is None else dict(zip(grid.numbers, grid.lines, strict=True))
    return tuple(
        replace(
            problem,
            sheet=problem.sheet or grid.sheet,
            line=lines.get(problem.row) if problem.line is None and problem.row else problem.line,
        )
        if grid.sheet or (lines and problem.row)
        else problem
        for problem in problems
    )
