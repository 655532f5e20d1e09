"""A file of any length → how it is read, then batch after batch of invites."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa

from advisor.intake.batches.arrays import cell_of, one_array
from advisor.intake.batches.deciding import find_key
from advisor.intake.batches.invites import Batch, BatchReader
from advisor.intake.batches.key import SheetKey
from advisor.intake.batches.rows import RowSorter
from advisor.intake.choices import NO_CHOICES, Choices
from advisor.intake.files import limits
from advisor.intake.files.containers import is_text
from advisor.intake.files.parquet import MAGIC, ParquetTable, table_grid
from advisor.intake.files.text_blocks import Block, blocks, not_row_by_row, open_text
from advisor.intake.headings import known_fields
from advisor.intake.layout import lay_out
from advisor.intake.problems import Problem

BATCH_ROWS = 50_000
"""Rows that are read and judged at once; no figure depends on it."""

BEGINNING_ROWS = 5_000
"""Rows of a typed table on which is decided how its columns are read."""

FIRST_ROW = 2
"""The number a spreadsheet would show for the first row of a table: the headings are row 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LongSheet:
    """A long sheet whose beginning has been read.

    key       how all of it is read
    problems  what is said of the file and its columns, once
    size      rows of a table, bytes of a text file: the unit of `Batch.done`
    """

    key: SheetKey
    problems: tuple[Problem, ...]
    size: int
    read: Callable[[int], Iterator[Batch]]

    def batches(self, rows: int = BATCH_ROWS) -> Iterator[Batch]:
        """All rows in order, about so many at a time; no figure depends on how many.

        Raises UnreadableSheet where the file turns out to be damaged further down.
        """
        return self.read(rows)


def open_long_sheet(path: Path, *, choices: Choices = NO_CHOICES, today: date) -> LongSheet:
    """A Parquet table or a text file of any length, at a memory that does not grow with it.

    choices  what its owner has decided
    today    the day that "next Friday" and missing years count from
    Raises UnreadableSheet if the file cannot be a table, ChoiceError if a choice names what it
    does not have, OSError if it cannot be opened.
    """
    with path.open("rb") as file:
        start = file.read(limits.PROLOGUE_BYTES)
    if start.startswith(MAGIC):
        return _table(path, choices, today)
    if not is_text(start):
        raise not_row_by_row()
    return _text(path, choices, today)


def find_table_key(
    beginning: pa.Table, *, choices: Choices = NO_CHOICES, today: date
) -> tuple[SheetKey, tuple[Problem, ...]]:
    """How a typed table is read that begins so, and what is said of its columns.

    Raises UnreadableSheet if it has no rows, ChoiceError as `open_long_sheet` does.
    """
    columns = [
        [cell_of(v)[1] if not isinstance(v, str) else v for v in one_array(c).to_pylist()]
        for c in beginning.columns
    ]
    grid = table_grid(beginning.column_names, columns)
    layout = lay_out(grid, replace(choices, header_row=1))
    key, problems = find_key(layout, choices, today)
    return key, (*layout.problems, *problems)


def _table(path: Path, choices: Choices, today: date) -> LongSheet:
    table = ParquetTable(path)
    key, problems = find_table_key(table.beginning(BEGINNING_ROWS), choices=choices, today=today)

    def read(rows: int) -> Iterator[Batch]:
        reader = BatchReader(key)
        done = 0
        for batch in table.batches(rows, key.positions):
            cells = dict(zip(key.positions, batch.columns, strict=True))
            numbers = np.arange(done, done + batch.num_rows) + FIRST_ROW
            done += batch.num_rows
            yield replace(reader.read(cells, numbers), done=done)

    return LongSheet(key=key, problems=problems, size=table.rows, read=read)


def _text(path: Path, choices: Choices, today: date) -> LongSheet:
    file = open_text(path, choices, known_fields)
    layout = lay_out(file.grid, choices)
    if layout.grid is not file.grid:
        raise not_row_by_row()
    key, problems = find_key(layout, choices, today)

    def read(rows: int) -> Iterator[Batch]:
        reader, sorter = BatchReader(key), RowSorter(layout)
        for block in blocks(file, layout.header.first_row):
            yield from _of_block(block, reader, sorter, key, rows)

    said = (*layout.problems, *problems)
    return LongSheet(key=key, problems=said, size=file.size, read=read)


def _of_block(
    block: Block, reader: BatchReader, sorter: RowSorter, key: SheetKey, rows: int
) -> Iterator[Batch]:
    """The invites of one block, at most so many rows at a time."""
    ledger = sorter.sort(block.rows, block.numbers)
    aside = Counter(ledger.aside.values())
    said = [*block.problems, *ledger.problems]
    for at in range(0, max(len(ledger.kept), 1), rows):
        kept = ledger.kept[at : at + rows]
        batch = reader.read_invites(_columns(block, kept, key), _numbers(block, kept))
        yield replace(
            batch,
            problems=[*said, *batch.problems],
            set_aside=aside,
            rows_read=len(kept) + aside.total(),
            done=block.done,
        )
        said, aside = [], Counter()


def _columns(block: Block, kept: Sequence[int], key: SheetKey) -> dict[int, pa.Array]:
    """The cells of the key's columns in these rows."""
    return {
        at: pa.array([block.rows[place][at] for place in kept], type=pa.large_string())
        for at in key.positions
    }


def _numbers(block: Block, kept: Sequence[int]) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    return np.array([block.numbers[place] for place in kept], dtype=np.int64)
