"""A second table beside the first: columns behind an empty one whose rows are other things."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from advisor.intake.choices import Choices
from advisor.intake.evidence import Evidence
from advisor.intake.grid import Grid
from advisor.intake.header_row import HeaderRow
from advisor.intake.headings import known_cells, unique_headings
from advisor.intake.problems import Level, Problem, letter
from advisor.intake.row_kinds import is_total, rough_number
from advisor.intake.sheet_column import SheetColumn
from advisor.intake.vocabulary import fold
from advisor.rules.columns import Field

Block = tuple[int, ...]
"""Positions of neighbouring columns between two empty ones."""

_WHO = frozenset({Field.COMPANY, Field.ROLE})
"""A table that names one of these again holds invites of its own."""


def beside(
    grid: Grid, header: HeaderRow, evidence: Evidence, choices: Choices
) -> tuple[frozenset[int], list[Problem]]:
    """Positions of the columns of other tables, and what is said of every one that may be one.

    A table one column of which its owner has called ours belongs to the invites.
    """
    blocks = list(_blocks(header.found, evidence))
    if len(blocks) < 2:
        return frozenset(), []
    meanings = dict(known_cells(header.found))
    main = max(blocks, key=lambda block: len({meanings[at] for at in block if at in meanings}))
    rows = grid.rows[header.first_row :]
    called = _called_ours(header.found, choices)
    apart: set[int] = set()
    said = []
    for block in blocks:
        if block == main or called.intersection(block):
            continue
        where = f"{_letters(block)}, next to {_letters(main)}"
        shared = {meanings.get(at) for at in main} & {meanings.get(at) for at in block} & _WHO
        if shared or _has_own_rows(rows, main, block) or _is_tally(rows, main, block, meanings):
            apart.update(block)
            said.append(_second_table(block, where))
        elif len(block) > 1 and any(at in meanings for at in block):
            said.append(_read_across(block, where, even=_ends(rows, block) == _ends(rows, main)))
    return frozenset(apart), said


def without_beside(
    grid: Grid, header: HeaderRow, columns: Sequence[SheetColumn]
) -> tuple[Grid, HeaderRow]:
    """The sheet as it were without the tables beside the invites: their cells are blank."""
    apart = frozenset(column.position for column in columns if column.beside)
    if not apart:
        return grid, header
    rows = [_blanked(row, apart) for row in grid.rows]
    return replace(grid, rows=rows), replace(header, found=tuple(_blanked(header.found, apart)))


def _blanked(cells: Sequence[str], positions: frozenset[int]) -> list[str]:
    return ["" if at in positions else cell for at, cell in enumerate(cells)]


def _blocks(found: Sequence[str], evidence: Evidence) -> Iterator[Block]:
    """The columns, parted wherever one has neither heading nor cell."""

    def is_used(at: int) -> bool:
        return bool(found[at]) or not evidence.is_empty(at)

    for used, block in groupby(range(len(found)), key=is_used):
        if used:
            yield tuple(block)


def _called_ours(found: Sequence[str], choices: Choices) -> set[int]:
    """Positions of the columns that their owner has given a field."""
    ours = {fold(heading) for heading, key in choices.columns.items() if key is not None}
    return {at for at, heading in enumerate(unique_headings(found)) if fold(heading) in ours}


def _has_own_rows(rows: Sequence[Sequence[str]], main: Block, block: Block) -> bool:
    """Whether a row fills the block, and more than a remark or a total, where no invite is."""
    for row in rows:
        if not any(row[at] for at in main):
            cells = [row[at] for at in block if row[at]]
            if len(cells) > (len(block) > 1) and not any(map(is_total, cells)):
                return True
    return False


def _is_tally(
    rows: Sequence[Sequence[str]], main: Block, block: Block, meanings: dict[int, Field | str]
) -> bool:
    """Whether a block is a shorter list of two columns, words and how often each of them is."""
    if len(block) != 2 or block[1] in meanings or _ends(rows, block) >= _ends(rows, main):
        return False
    pairs = [(row[block[0]], row[block[1]]) for row in rows if row[block[0]] or row[block[1]]]
    words = [word for word, _ in pairs]
    counted = all(rough_number(number) is not None for _, number in pairs)
    return counted and len(pairs) > 1 and len(set(words)) == len(words)


def _ends(rows: Sequence[Sequence[str]], block: Block) -> int:
    """Position of the last row that fills the block; -1 without any."""
    filled = (at for at in range(len(rows) - 1, -1, -1) if any(rows[at][c] for c in block))
    return next(filled, -1)


def _letters(block: Block) -> str:
    first, last = letter(block[0]), letter(block[-1])
    return f"column {first}" if first == last else f"columns {first} to {last}"


def _second_table(block: Block, where: str) -> Problem:
    return Problem(
        code="second_table_beside",
        level=Level.WARNING,
        position=block[0],
        reason=f"A second table stands in {where}: its rows are not those of the invites",
        assumed="Its cells are kept as text and not used",
        fix="Move its rows below the others if they are invites, the table to a sheet of its own "
        "if not; or say what its columns are if they belong to the same rows",
    )


def _read_across(block: Block, where: str, *, even: bool) -> Problem:
    """An empty column within one table: worth a warning where its sides end in different rows."""
    ends = "" if even else ", and they do not end in the same row"
    return Problem(
        code="columns_apart",
        level=Level.INFO if even else Level.WARNING,
        position=block[0],
        reason=f"An empty column sets off {where}{ends}",
        assumed="Each row is read across, as one invite",
        fix="If they are two tables, put one of them on a sheet of its own",
    )
