"""What the readers of cells found, as problems of this sheet: with column, line and field."""

from collections.abc import Iterator
from operator import attrgetter

from advisor.intake.capping import capped
from advisor.intake.cells import CellsRead, ColumnText, Finding
from advisor.intake.cells.cleaning import clean, is_blank
from advisor.intake.problems import Level, Problem
from advisor.intake.sheet_column import SheetColumn


def said_of_cells(column: SheetColumn, cells: ColumnText, read: CellsRead) -> list[Problem]:
    """Every finding in a column as a problem; cells lost without a word are among them."""
    findings = [*read.findings, *_lost(cells, read)]
    return list(capped(findings, attrgetter("code"), lambda finding: _problem(column, finding)))


def _problem(column: SheetColumn, finding: Finding) -> Problem:
    return Problem(
        code=finding.code,
        level=finding.level,
        reason=finding.reason,
        row=finding.row,
        column=column.heading,
        position=column.position,
        field=column.field,
        value=finding.value,
        assumed=finding.assumed or None,
        fix=finding.fix or None,
        choices=finding.choices,
    )


def _lost(cells: ColumnText, read: CellsRead) -> Iterator[Finding]:
    """Filled cells without a value that nobody has spoken of."""
    if None not in read.values:
        return
    silent = [at for at, value in enumerate(read.values) if value is None and cells.texts[at]]
    named = {finding.row for finding in read.findings} if silent else set()
    for at in silent:
        if cells.rows[at] not in named and not is_blank(clean(cells.texts[at])):
            yield Finding(
                code="cell_unread",
                level=Level.ERROR,
                row=cells.rows[at],
                value=cells.texts[at],
                reason="The cell could not be read",
                assumed="Left blank",
                fix="Write it another way, or leave it",
            )
