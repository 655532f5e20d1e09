"""The rows of a long text sheet that are no invites, block after block."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from advisor.intake.grid import Grid
from advisor.intake.layout import Layout
from advisor.intake.problems import Problem
from advisor.intake.row_ledger import FULL_CELLS, FULL_ROWS, RowLedger, sort_rows
from advisor.intake.said_of_rows import said_of_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """Where the rows of one block went.

    kept   positions of the invites
    aside  position → why the row is no invite
    """

    kept: list[int]
    aside: dict[int, str]
    problems: list[Problem]


class RowSorter:
    """Sorts the rows below the headings as those of a sheet that is read whole.

    Before each block stand the headings, a few full rows of the beginning and, where the block
    before ended so, a blank row: what a row is taken for rests on these and its own block.
    """

    def __init__(self, layout: Layout) -> None:
        rows = layout.grid.rows
        full = [at for at in layout.ledger.kept if _filled(rows[at]) >= FULL_CELLS][:FULL_ROWS]
        self._before = [list(layout.header.found), *(rows[at] for at in full)]
        self._header = replace(layout.header, position=0, groups=frozenset(), problems=())
        self._columns = layout.columns
        self._units = {
            layout.grid.numbers[at] for at, why in layout.ledger.aside.items() if why == "units"
        }
        self._gap = False
        self._ended = False

    def sort(self, rows: list[list[str]], numbers: list[int]) -> Sorted:
        """The invites among the rows of the next block."""
        aside = self._all_aside(rows) if self._ended else self._judged(rows, numbers)
        self._ended = self._ended or "second_table" in aside.values()
        kept = [at for at in range(len(rows)) if at not in aside]
        below = range(kept[-1] + 1 if kept else 0, len(rows))
        blank = any(aside[at] == "blank" for at in below)
        self._gap = blank or (self._gap and not kept)
        ledger = RowLedger(kept=tuple(kept), aside=aside)
        said = list(said_of_rows(Grid(rows=rows, numbers=numbers), ledger))
        return Sorted(kept=kept, aside=aside, problems=said)

    def _judged(self, rows: list[list[str]], numbers: Sequence[int]) -> dict[int, str]:
        width = len(self._before[0])
        before = [*self._before, *([[""] * width] if self._gap else ())]
        places = list(range(1, len(before) + len(rows) + 1))
        grid = Grid(rows=[*before, *rows], numbers=places)
        ledger = sort_rows(grid, self._header, self._columns, frozenset())
        below = ((at - len(before), why) for at, why in ledger.aside.items())
        aside = {at: why for at, why in below if at >= 0}
        return {
            **aside,
            **{at: "units" for at, number in enumerate(numbers) if number in self._units},
        }

    @staticmethod
    def _all_aside(rows: Sequence[Sequence[str]]) -> dict[int, str]:
        """Below the headings of another table nothing is an invite of this one."""
        return {at: "second_table" if any(row) else "blank" for at, row in enumerate(rows)}


def _filled(row: Sequence[str]) -> int:
    return len(row) - row.count("")
