"""A cell read by itself: its column has spoken once, through the settings, and for all cells."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from advisor.intake.batches.key import ColumnKey
from advisor.intake.cells import CellsRead, ColumnText, Finding, Surroundings, read_cells
from advisor.intake.problems import Problem
from advisor.intake.said_of_cells import said_of_cells
from advisor.rules.columns import COLUMNS
from advisor.rules.kinds import Kind

INDEPENDENT = frozenset({Kind.TEXT, Kind.CODE, Kind.DECISION})
"""Kinds whose cells never speak for each other: many may be read at once."""

Cell = tuple[str, object]
"""The text of a cell and its typed value; None where the file has only text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lone:
    """One cell as read by itself.

    timed     a time of day is known; interview dates only
    currency  of an amount of pay
    """

    value: object
    timed: bool = False
    currency: str | None = None
    findings: tuple[Finding, ...] = ()


def read_alone(column: ColumnText, around: Surroundings, cells: Sequence[Cell]) -> list[Lone]:
    """Each cell as its column's reader reads it where it is the only one.

    column  without its cells
    """
    if COLUMNS[column.field].kind in INDEPENDENT:
        return _lone(read_cells(_filled(column, cells), around), len(cells))
    return [_lone(read_cells(_filled(column, [cell]), around), 1)[0] for cell in cells]


def _filled(column: ColumnText, cells: Sequence[Cell]) -> ColumnText:
    natives = [native for _, native in cells]
    typed = any(native is not None for native in natives)
    return replace(
        column,
        rows=range(len(cells)),
        texts=[text for text, _ in cells],
        natives=natives if typed else None,
    )


def _lone(read: CellsRead, count: int) -> list[Lone]:
    """What was read, cell by cell; what is said of the column as such is left out."""
    findings: dict[int, list[Finding]] = {}
    for finding in read.findings:
        if finding.row is not None:
            findings.setdefault(finding.row, []).append(finding)
    return [
        Lone(
            value=read.values[at],
            timed=read.has_time is not None and read.has_time[at],
            currency=None if read.currencies is None else read.currencies[at],
            findings=tuple(findings.get(at, ())),
        )
        for at in range(count)
    ]


def said_of(key: ColumnKey, cell: Cell, lone: Lone) -> list[Problem]:
    """What is said of one cell, still without its row; a cell lost without a word is named."""
    text = replace(key.cells, rows=(0,), texts=(cell[0],))
    findings = [replace(finding, row=0) for finding in lone.findings]
    return said_of_cells(key.column, text, CellsRead(values=[lone.value], findings=findings))
