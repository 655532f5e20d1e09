"""Our own table to take along, read again: the apostrophe before risky cells is taken off."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.intake.grid import Grid
from advisor.rules.reading import RUNS
from advisor.rules.synonyms import Ours


def without_guards(grid: Grid, headings: Sequence[str]) -> Grid:
    """The grid as it was before it was guarded, if it is the CSV with our advice.

    In any other file an apostrophe is the person's own.
    """
    if grid.delimiter is None or Ours.RANK not in headings:
        return grid
    return replace(grid, rows=[[_bare(cell) for cell in row] for row in grid.rows])


def _bare(cell: str) -> str:
    """A cell without the apostrophe that kept it from being run.

    >>> _bare("'=1+1"), _bare("''=1"), _bare("'t Hart"), _bare("'-5")
    ('=1+1', "'=1", "'t Hart", "'-5")
    """
    return cell[1:].strip() if cell[:1] == "'" and RUNS.match(cell) else cell
