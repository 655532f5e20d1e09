"""The report on a sheet, as a table to look at and as CSV to take along."""

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from advisor.rules.columns import COLUMNS, Field
from advisor.views.export import csv_bytes
from advisor.views.private import LEFT_OUT, without_contacts

LEVELS = {"error": "Not used", "warning": "To confirm", "info": "For your information"}
"""Level → what it means for the figures, in the order of gravity."""

HEADINGS = (
    "level",
    "code",
    "scope",
    "sheet",
    "row",
    "line",
    "column",
    "letter",
    "cell",
    "field",
    "value",
    "reason",
    "assumed",
    "fix",
    "choices",
    "count",
    "text",
)
"""What the CSV tells of a problem: one record for screen and file."""


def shown_lines(lines: Iterable[Any], level: str | None, column: str | None) -> list[Any]:
    """The lines of one level and about one heading; all where neither is asked for."""
    return [
        line
        for line in lines
        if level in {None, line.level}
        and (column is None or any(problem.column == column for problem in line.problems))
    ]


def columns_named(lines: Iterable[Any]) -> list[str]:
    """The headings that lines are about, as found, each once."""
    named = (problem.column for line in lines for problem in line.problems)
    return list(dict.fromkeys(column for column in named if column))


def report_table(lines: Sequence[Any]) -> pd.DataFrame:
    """(lines × level, how many, what) as a person reads them."""
    return pd.DataFrame(
        {
            "Level": [LEVELS[line.level] for line in lines],
            "Cells": [line.count for line in lines],
            "What": [line.text for line in lines],
        }
    )


def cells_table(problems: Sequence[Any]) -> pd.DataFrame:
    """(problems × where, what stands there, what is used) for "show all"."""
    return pd.DataFrame(
        {
            "Row": pd.array([problem.row for problem in problems], dtype="Int64"),
            "Cell": [problem.cell for problem in problems],
            "Stands there": [problem.value for problem in problems],
            "Now": [problem.assumed for problem in problems],
        }
    )


def report_csv(problems: Iterable[Any], *, contacts: bool = False) -> bytes:
    """Every problem as a line of guarded CSV.

    contacts  whether to keep what reaches a person
    """
    rows = [_record(problem, contacts=contacts) for problem in problems]
    return csv_bytes([HEADINGS, *rows])


def _record(problem: Any, *, contacts: bool) -> list[Any]:
    cells = [_plain(getattr(problem, name)) for name in HEADINGS]
    if contacts:
        return cells
    if _is_private(problem.field) and problem.value:
        cells = [
            cell.replace(problem.value, LEFT_OUT) if isinstance(cell, str) else cell
            for cell in cells
        ]
    return [without_contacts(cell) if isinstance(cell, str) else cell for cell in cells]


def _is_private(field: Field | None) -> bool:
    return field is not None and COLUMNS[field].private


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return " | ".join(value)
    return str(value) if isinstance(value, str) else value
