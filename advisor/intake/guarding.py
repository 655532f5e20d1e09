"""Our own table to take along, read again: the apostrophe before risky cells is taken off."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.intake.grid import Grid
from advisor.rules.reading import RUNS
from advisor.rules.synonyms import Ours


def without_guards(grid: Grid, headings: Sequence[str]) -> Grid:
    """The grid as it was before it was guarded, if it is the CSV with our advice.

    That CSV stays so when a spreadsheet program saves it as a workbook. Our own workbook has our
    advice as well, beside what to fix, and guards nothing; in any other file, too, an apostrophe
    is the person's own.
    """
    if Ours.RANK not in headings or Ours.FIX in headings:
        return grid
    natives = grid.natives
    if natives is not None:
        natives = [[_bare(cell) if isinstance(cell, str) else cell for cell in r] for r in natives]
    rows = [[_bare(cell) for cell in row] for row in grid.rows]
    return replace(grid, rows=rows, natives=natives)


def _bare(cell: str) -> str:
    """A cell without the apostrophe that kept it from being run.

    >>> _bare("'=1+1"), _bare("''=1"), _bare("'t Hart"), _bare("'-5")
    ('=1+1', "'=1", "'t Hart", "'-5")
    """
    return cell[1:].strip() if cell[:1] == "'" and RUNS.match(cell) else cell
