"""Rows that were set aside: what each of them says, and why it is no invite."""

from collections.abc import Iterator
from operator import itemgetter

from advisor.intake.capping import capped
from advisor.intake.grid import Grid
from advisor.intake.problems import Level, Problem
from advisor.intake.reading import SetAside
from advisor.intake.row_ledger import RowLedger

REASONS = {
    "title": "The row is a title above the headings",
    "preamble": "The row stands above the headings",
    "comment": "The row is a comment",
    "header_group": "The row holds labels of groups of columns",
    "units": "The row tells the units of the columns, or how to fill them",
    "separator": "The row only draws a line",
    "repeated_header": "The row repeats the headings",
    "section": "Only one cell is filled, so the row looks like the title of a section",
    "total": "The row looks like a total of others",
    "footer": "The row stands below the table and looks like a remark",
    "second_table": "The row belongs to a second table below the first",
    "beside": "Only a second table beside the invites fills the row",
    "over": "Its status says that the invite is over",
}
"""Why a row is no invite; blank rows need no word."""


def set_aside(grid: Grid, ledger: RowLedger) -> tuple[SetAside, ...]:
    """Every row that is no invite, in the sheet's order."""
    return tuple(
        SetAside(row=grid.numbers[at], code=why, text=_said(grid, at))
        for at, why in sorted(ledger.aside.items())
    )


def said_of_rows(grid: Grid, ledger: RowLedger) -> Iterator[Problem]:
    """One problem per row set aside, blank rows left out; the first thousand of a kind."""
    told = [(at, why) for at, why in sorted(ledger.aside.items()) if why != "blank"]
    yield from capped(told, itemgetter(1), lambda row: _problem(grid, *row))
    if any(why == "second_table" for _, why in told):
        yield _second_table(grid, ledger)


def _problem(grid: Grid, at: int, why: str) -> Problem:
    return Problem(
        code=f"row_skipped_{why}",
        level=Level.INFO,
        row=grid.numbers[at],
        value=_said(grid, at),
        reason=REASONS[why],
        assumed="Set aside",
        fix="Keep it if it is an invite",
        choices=("keep",),
    )


def _second_table(grid: Grid, ledger: RowLedger) -> Problem:
    first = min(at for at, why in ledger.aside.items() if why == "second_table")
    return Problem(
        code="second_table_ignored",
        level=Level.WARNING,
        row=grid.numbers[first],
        reason="A second table with headings of its own begins here",
        assumed="Its rows are set aside",
        fix="Keep its rows, or put it on a sheet of its own",
    )


def _said(grid: Grid, at: int) -> str:
    """The filled cells of a row as one line."""
    return " | ".join(cell for cell in grid.rows[at] if cell)
