"""Which row of a grid holds the headings, and whether rows and columns have changed places."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from advisor.intake.choices import ChoiceError, Choices
from advisor.intake.grid import Grid
from advisor.intake.headings import knowing, known_cells, known_fields, misspelled_fields
from advisor.intake.problems import Level, Problem
from advisor.intake.row_kinds import looks_like_value
from advisor.intake.vocabulary import fold

SEARCHED = 80
"""Rows among which the headings are looked for."""

NEARLY = 0.75
"""Share of the most columns a row names from which the first such row holds the headings."""

LONGEST_MISSPELLED = 40
"""Characters of a cell that is tried as a misspelled heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderRow:
    """The headings of a grid.

    position  of the row among the grid's rows; None if the sheet has no headings
    found     the headings as found, one per column, "" where there is none
    groups    positions of rows above that hold labels of groups of columns
    known     distinct columns the headings name
    """

    position: int | None
    found: tuple[str, ...]
    groups: frozenset[int] = frozenset()
    known: int = 0
    problems: tuple[Problem, ...] = ()

    @property
    def first_row(self) -> int:
        """Position of the first row that can be an invite."""
        return 0 if self.position is None else self.position + 1


def find_header_row(grid: Grid, choices: Choices) -> HeaderRow:
    """The row of headings: the person's choice, else the row that looks most like one."""
    if choices.header_row is not None:
        return _chosen(grid, choices.header_row)
    rows = grid.rows[:SEARCHED]
    known = _known_counts(rows)
    best = _best(rows, known)
    if best is None:
        return HeaderRow(position=None, found=("",) * _width(grid))
    if not _is_heading(rows[best], known[best]):
        named = _named_by_owner(rows, choices)
        return _without_known(grid, rows) if named is None else _at(grid, named)
    return _joined(rows, best, known)


def _chosen(grid: Grid, row: int) -> HeaderRow:
    if row not in grid.numbers:
        last = grid.numbers[-1] if grid.numbers else 0
        raise ChoiceError(f"There is no row {row} for the headings; the sheet ends at row {last}.")
    return _at(grid, grid.numbers.index(row))


def _at(grid: Grid, position: int) -> HeaderRow:
    found = tuple(grid.rows[position])
    return HeaderRow(position=position, found=found, known=known_fields(found))


def _named_by_owner(rows: Sequence[Sequence[str]], choices: Choices) -> int | None:
    """The row with the most headings that the owner has said something about; None without any."""
    count = knowing(choices.columns)
    named = [count(row) for row in rows]
    return named.index(max(named)) if max(named, default=0) else None


def _width(grid: Grid) -> int:
    return len(grid.rows[0]) if grid.rows else 0


def _known_counts(rows: Sequence[Sequence[str]]) -> list[int]:
    """Distinct columns each row names; a word that stands below as well is an entry, no heading."""
    seen: Counter[tuple[int, str]] = Counter()
    for cells in {tuple(map(fold, row)) for row in rows}:
        seen.update((position, cell) for position, cell in enumerate(cells) if cell)
    exact = [
        len({meaning for at, meaning in known_cells(row) if seen[(at, fold(row[at]))] == 1})
        for row in rows
    ]
    if max(exact, default=0) > 1:
        return exact
    return [max(count, _known_with_slips(row)) for count, row in zip(exact, rows, strict=True)]


def _known_with_slips(row: Sequence[str]) -> int:
    """Distinct columns the row names, misspelled ones included; 0 if only one."""
    cells = [cell for cell in row if cell and len(cell) <= LONGEST_MISSPELLED]
    if any(looks_like_value(cell) for cell in cells):
        return 0
    meanings = {meaning for _, meaning in known_cells(cells)}
    meanings.update(field for cell in cells for field in misspelled_fields(cell))
    return len(meanings) if len(meanings) > 1 else 0


def _best(rows: Sequence[Sequence[str]], known: Sequence[int]) -> int | None:
    """The row with the highest score; of those that name nearly as many columns, the first."""
    filled = [len(row) - row.count("") for row in rows]
    scores = [_score(rows, filled, known, at) if count else None for at, count in enumerate(filled)]
    best = max(
        (at for at, score in enumerate(scores) if score is not None),
        key=lambda at: (scores[at], -at),
        default=None,
    )
    if best is None:
        return None
    enough = max(2, NEARLY * known[best])
    same = [fold(cell) for cell in rows[best]]
    return next(
        at
        for at, row in enumerate(rows)
        if known[at] >= enough or [fold(cell) for cell in row] == same
    )


def _score(
    rows: Sequence[Sequence[str]], filled: Sequence[int], known: Sequence[int], at: int
) -> float:
    """How much the row at a position looks like headings."""
    words = sum(1 for cell in rows[at] if cell and not looks_like_value(cell))
    below = filled[at + 1 : at + 6]
    fullness = sum(below) / (5 * len(rows[at]))
    alone = 2 if filled[at] == 1 and len(rows[at]) > 1 else 0
    return 2 * known[at] + words / filled[at] + filled[at] / 12 + fullness - alone


def _is_heading(row: Sequence[str], known: int) -> bool:
    """Whether a row that names `known` columns can be headings: not if half of it is values."""
    named = {position for position, _ in known_cells(row)}
    cells = [cell for cell in row if cell]
    values = sum(looks_like_value(cell) for at, cell in enumerate(row) if at not in named)
    return known > 0 and (values == 0 or (known > 1 and 2 * values < len(cells)))


def _without_known(grid: Grid, rows: Sequence[Sequence[str]]) -> HeaderRow:
    """No row names a column: the first full row is an invite if it holds values, else headings."""
    first = next((at for at, row in enumerate(rows) if len(row) - row.count("") > 1), None)
    first = next(at for at, row in enumerate(rows) if any(row)) if first is None else first
    if any(map(looks_like_value, rows[first])) and not _counts_up(rows[first]):
        return HeaderRow(
            position=None,
            found=("",) * _width(grid),
            problems=(_header_missing(grid.numbers[first]),),
        )
    return HeaderRow(position=first, found=tuple(rows[first]), problems=(_unknown_headings(),))


def _counts_up(row: Sequence[str]) -> bool:
    """Whether a row does no more than number its columns from 0 or 1."""
    return any(list(row) == [str(at + first) for at in range(len(row))] for first in (0, 1))


def _header_missing(row: int) -> Problem:
    return Problem(
        code="header_missing",
        level=Level.WARNING,
        reason=f"The sheet has no row of headings; row {row} already holds dates or numbers",
        assumed="Columns are called Column A, Column B and so on",
        fix="Say which column is which, or put headings above the table",
    )


def _unknown_headings() -> Problem:
    return Problem(
        code="mapping_needs_confirmation",
        level=Level.WARNING,
        reason="None of the headings is one we know",
        assumed="No column is used",
        fix="Say which column is which",
    )


def _joined(rows: Sequence[Sequence[str]], best: int, known: Sequence[int]) -> HeaderRow:
    """The headings, completed by the row below or above where they leave cells empty."""
    row = rows[best]
    below = rows[best + 1] if best + 1 < len(rows) else ()
    both = [low or high for low, high in zip(below, row, strict=False)]
    if not any(map(looks_like_value, below)) and known_fields(both) > known_fields(row):
        return HeaderRow(
            position=best + 1,
            found=tuple(both),
            groups=frozenset({best}),
            known=known_fields(both),
        )
    above = rows[best - 1] if best else ()
    gaps = [at for at, cell in enumerate(above) if cell and not row[at]]
    if not gaps or any(map(looks_like_value, above)) or not _is_sparse(above):
        return HeaderRow(position=best, found=tuple(row), known=known[best])
    found = tuple(cell or above[at] for at, cell in enumerate(row))
    return HeaderRow(
        position=best, found=found, groups=frozenset({best - 1}), known=known_fields(found)
    )


def _is_sparse(row: Sequence[str]) -> bool:
    """Whether a row holds labels here and there: more than a title, less than a full row."""
    filled = len(row) - row.count("")
    return 1 < filled < len(row)
