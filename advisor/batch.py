"""Millions of invites: the same advice row by row, in one process, with Spark, or with Dask.

Spark and Dask are optional: `pip install 'interview-advisor[spark]'` or `[dask]`. Their tables need
a column `row` of whole numbers that names each row; the others are matched by their headings.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import pyarrow as pa
from pyarrow import csv, parquet

from advisor import ROW_ADVICE, Batch, BatchReader, Profile, SheetKey, advise_rows

if TYPE_CHECKING:
    import dask.dataframe
    import pyspark.sql

ROW, UNREAD = "row", "unread"
"""The number of a row in its sheet, and which of its filled cells could not be used."""

ADVICE: dict[str, str] = {ROW: "int64", **ROW_ADVICE, UNREAD: "str"}
"""The columns of every table of advice, column → kind."""

_ARROW = {"int64": pa.int64(), "float64": pa.float64(), "bool": pa.bool_(), "str": pa.string()}
_SPARK = {"int64": "bigint", "float64": "double", "bool": "boolean", "str": "string"}

SCHEMA = pa.schema([(name, _ARROW[kind]) for name, kind in ADVICE.items()])
"""The same as Arrow and Parquet have it."""


def advised(batch: Batch, profile: Profile) -> pd.DataFrame:
    """The advice on each invite of a batch (m × `ADVICE`), in the order of its rows."""
    table = advise_rows(batch.invites, profile).assign(**{UNREAD: batch.unread})
    return table.reset_index(names=ROW)


WRITERS = {".parquet": parquet.ParquetWriter, ".csv": csv.CSVWriter}
"""What advice is written with, by the ending of the file."""


def write_advice(
    batches: Iterable[Batch], profile: Profile, target: Path
) -> Iterator[tuple[Batch, pd.DataFrame]]:
    """Write the advice on every batch to one file, and hand each on once it is written.

    target  ends in one of `WRITERS`; an unfinished file stands beside it and goes when it fails
    Memory holds one batch. Raises OSError where the file cannot be written.
    """
    unfinished = target.with_name(f"{target.name}.part")
    try:
        with WRITERS[target.suffix.lower()](unfinished, SCHEMA) as writer:
            for batch in batches:
                table = advised(batch, profile)
                writer.write_table(pa.Table.from_pandas(table, SCHEMA, preserve_index=False))
                yield batch, table
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def advised_table(cells: pa.Table, key: SheetKey, profile: Profile) -> pd.DataFrame:
    """The advice on each row of a part of a table.

    cells  the key's headings and `row`, in any order
    """
    places = {at: cells.column(key.headings[at]) for at in key.positions}
    return advised(BatchReader(key).read(places, cells.column(ROW).to_numpy()), profile)


def with_spark(
    frame: "pyspark.sql.DataFrame", key: SheetKey, profile: Profile
) -> "pyspark.sql.DataFrame":
    """The advice on every row of a Spark table, computed where its parts are.

    key  of `find_table_key` on the table's beginning, decided once for all parts
    """

    def each(parts: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
        for part in parts:
            yield advised_table(pa.Table.from_pandas(part, preserve_index=False), key, profile)

    schema = ", ".join(f"`{name}` {_SPARK[kind]}" for name, kind in ADVICE.items())
    return frame.mapInPandas(each, schema=schema)


def with_dask(
    frame: "dask.dataframe.DataFrame", key: SheetKey, profile: Profile
) -> "dask.dataframe.DataFrame":
    """The advice on every row of a Dask table, computed where its parts are; see `with_spark`."""

    def each(part: pd.DataFrame) -> pd.DataFrame:
        return advised_table(pa.Table.from_pandas(part, preserve_index=False), key, profile)

    nothing = {name: pd.Series(dtype=kind) for name, kind in ADVICE.items()}
    apply: Callable[..., dask.dataframe.DataFrame] = frame.map_partitions
    return apply(each, meta=pd.DataFrame(nothing))
