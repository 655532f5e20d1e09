"""Whether a reading is right, or says where it may not be."""

import pandas as pd

from advisor.intake.problems import UnreadableSheet
from advisor.intake.reading import Reading
from advisor.rules.columns import Field
from tests.sheets.base import VALUES, Case

DAYS = {Field.START, Field.REPLY_BY}


def wrongs(case: Case, outcome: Reading | UnreadableSheet) -> list[str]:
    """What is wrong and not said; empty if the reading is right, or names what is doubtful."""
    if isinstance(outcome, UnreadableSheet):
        return [] if outcome.code in case.refused else [f"refused as {outcome.code}"]
    if case.only_refused:
        return [f"should be refused as {case.refused}"]
    rows = list(outcome.invites.index)
    if rows != list(case.rows):
        return [f"rows {rows}"]
    return [*_cells(case, outcome), *_unsaid(case, outcome), *_aside(case, outcome)]


def _cells(case: Case, reading: Reading) -> list[str]:
    """Cells that differ without a word."""
    return [
        f"row {row} {key}: {got!r}, not {right!r}"
        for key, plain in VALUES.items()
        for row, right, got in zip(
            case.rows, case.values.get(key, plain), reading.invites[key], strict=True
        )
        if not _same(key, right, got)
        if not (
            _is_spoken_of(reading, row) if row in case.damaged else _is_named(reading, row, key)
        )
    ]


def _same(key: Field, right: object, got: object) -> bool:
    if pd.isna(got):
        return right is None
    if key in DAYS:
        return str(got)[: len(str(right))] == right
    return abs(right - got) < 1e-6 if isinstance(right, float) else right == got


def _is_named(reading: Reading, row: int, key: Field) -> bool:
    """Whether a problem points at the cell, its column, or the missing field."""
    return any(
        problem.row in {row, None}
        and (problem.field is key or reading.columns.get(problem.column or "") is key)
        for problem in reading.problems
    )


def _is_spoken_of(reading: Reading, row: int) -> bool:
    """Whether a problem points at the row."""
    return any(problem.row == row for problem in reading.problems)


def _unsaid(case: Case, reading: Reading) -> list[str]:
    return [
        f"nobody said {code} at row {row}, column {column}"
        for row, column, code in case.said
        if not any(
            problem.code == code and problem.row == row and column in {problem.column, None}
            for problem in reading.problems
        )
    ]


def _aside(case: Case, reading: Reading) -> list[str]:
    got = {aside.row: aside.code for aside in reading.set_aside}
    return [
        f"row {row} is {got.get(row)}, not {why}"
        for row, why in case.aside.items()
        if got.get(row) != why
    ]
