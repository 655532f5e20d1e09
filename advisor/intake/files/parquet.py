"""A Parquet table: its beginning as a grid, and all of it in batches of typed columns."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from advisor.intake.files.native_text import text_of
from advisor.intake.grid import Grid
from advisor.intake.problems import UnreadableSheet

MAGIC = b"PAR1"
"""A Parquet table begins so."""


class ParquetTable:
    """An open Parquet file.

    Raises UnreadableSheet where it is damaged, locked or has no columns.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._file = parquet.ParquetFile(path)
        except (pa.ArrowException, OSError) as trouble:
            raise _damaged(trouble) from trouble
        self.headings: tuple[str, ...] = tuple(self._file.schema_arrow.names)
        self.rows: int = self._file.metadata.num_rows
        if not self.headings or not self.rows:
            raise UnreadableSheet("no_data_rows", "The table is empty: it has no rows or columns.")

    def beginning(self, rows: int) -> pa.Table:
        """The first rows, every column."""
        batches = self._batches(rows, range(len(self.headings)))
        return pa.Table.from_batches([next(batches)])

    def batches(self, rows: int, places: Sequence[int]) -> Iterator[pa.RecordBatch]:
        """All rows in order, so many at a time, of the columns at these places in rising order."""
        return self._batches(rows, places)

    def _batches(self, rows: int, places: Sequence[int]) -> Iterator[pa.RecordBatch]:
        names = [self.headings[at] for at in places]
        try:
            for group in range(self._file.num_row_groups):  # a group read is a group let go
                yield from self._file.iter_batches(rows, row_groups=[group], columns=names)
        except (pa.ArrowException, OSError) as trouble:
            raise _damaged(trouble) from trouble


def _damaged(trouble: Exception) -> UnreadableSheet:
    said = " ".join(f"{trouble}".split())[:200]
    return UnreadableSheet("parquet_damaged", f"The Parquet table cannot be read: {said}.")


def table_grid(headings: Sequence[str], columns: Sequence[Sequence[object]]) -> Grid:
    """Typed columns as a sheet with its headings in row 1.

    columns  the values of each, in the order of the headings
    """
    values = [list(headings), *map(list, zip(*columns, strict=True))]
    return Grid(
        rows=[[text_of(value) for value in row] for row in values],
        numbers=list(range(1, len(values) + 1)),
        natives=values,
        container="parquet",
    )
