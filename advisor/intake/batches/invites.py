"""A batch of a long sheet → invites, with what could not be read of each."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from advisor.intake.batches.arrays import cell_of, is_text, one_array
from advisor.intake.batches.column_cells import ColumnCells, ColumnReader
from advisor.intake.batches.key import CARRIED, ColumnKey, SheetKey
from advisor.intake.batches.tally import NAMED
from advisor.intake.cells import ColumnText
from advisor.intake.column_text import JOINS
from advisor.intake.problems import Level, Problem
from advisor.intake.row_kinds import is_over
from advisor.intake.said_of_rows import REASONS
from advisor.rules.columns import COLUMNS, START_HAS_TIME, Field
from advisor.rules.kinds import NUMERIC, Kind


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Batch:
    """Some rows of a long sheet as read.

    invites    as `read_invites` makes them, index row; columns no figure depends on stay empty
    unread     for each invite the columns whose filled cell could not be used, parted by "; "
    problems   the first of each code and column with their rows, the rest as a count
    set_aside  why rows are no invites → how many
    rows_read  invites and rows set aside
    done       how much of the file is read, in the unit of its `size`
    """

    invites: pd.DataFrame
    unread: pd.Series
    problems: list[Problem]
    set_aside: Counter[str]
    rows_read: int
    done: int = 0


class BatchReader:
    """Reads the batches of one sheet by its key; made anew in every process."""

    def __init__(self, key: SheetKey) -> None:
        self._key = key
        self._readers = {
            one.field: ColumnReader(one, key.around)
            for one in key.columns
            if one.field not in CARRIED
        }

    def read(
        self, cells: Mapping[int, pa.Array | pa.ChunkedArray], rows: NDArray[np.int64]
    ) -> Batch:
        """Typed cells of some rows: a row without any is blank, the others are invites.

        cells  place of the column in the sheet → its cells, for every place of the key
        rows   the number of each row, rising
        """
        arrays = {at: one_array(cells[at]) for at in self._key.positions}
        blank = np.ones(len(rows), dtype=bool)
        for array in arrays.values():
            blank &= _empty(array)
        over = ~blank & self._over(arrays)
        kept = np.flatnonzero(~blank & ~over)
        some = pa.array(kept)
        batch = self.read_invites({at: one.take(some) for at, one in arrays.items()}, rows[kept])
        aside = Counter({"blank": int(blank.sum()), "over": int(over.sum())})
        return replace(
            batch,
            problems=[*batch.problems, *_said_of_over(rows[over])],
            set_aside=+aside,
            rows_read=len(rows),
        )

    def read_invites(self, arrays: Mapping[int, pa.Array], rows: NDArray[np.int64]) -> Batch:
        """The rows, all of them invites.

        arrays  as `one_array` makes them
        """
        read: dict[Field, ColumnCells] = {}
        problems: list[Problem] = []
        for key in self._key.columns:
            if key.field not in CARRIED:
                array, lost = _joined(key, arrays, rows)
                read[key.field] = self._readers[key.field].read(array, rows)
                problems += [*lost, *read[key.field].problems]
        return Batch(
            invites=_invites(read, rows),
            unread=_unread(read, rows),
            problems=problems,
            set_aside=Counter(),
            rows_read=len(rows),
        )

    def _over(self, arrays: Mapping[int, pa.Array]) -> NDArray[np.bool_]:
        """Where the status says that the invite is over."""
        at = next((k.column.position for k in self._key.columns if k.field is Field.STATUS), None)
        if at is None:
            return np.zeros(len(next(iter(arrays.values()), ())), dtype=bool)
        encoded = arrays[at].dictionary_encode(null_encoding="encode")
        texts = [cell_of(value)[0] for value in encoded.dictionary.to_pylist()]
        over = np.array([is_over(text) for text in texts], dtype=bool)
        return np.asarray(over[encoded.indices.to_numpy(zero_copy_only=False)])


def _empty(array: pa.Array) -> NDArray[np.bool_]:
    empty = array.is_null(nan_is_null=True).to_numpy(zero_copy_only=False)
    if is_text(array):
        empty = empty | (array.to_numpy(zero_copy_only=False) == "")
    return np.asarray(empty)


def _joined(
    key: ColumnKey, arrays: Mapping[int, pa.Array], rows: NDArray[np.int64]
) -> tuple[pa.Array, list[Problem]]:
    """The cells of a column, completed by the column beside it if there is one."""
    main = arrays[key.column.position]
    beside = key.companion
    if beside is None:
        return main, []
    other = _texts(beside, arrays[beside.column.position], rows)
    joined = JOINS[key.field](_texts(key, main, rows), other)
    named = [
        replace(problem, column=beside.column.heading, position=beside.column.position)
        for problem in joined.problems
    ]
    return pa.array(joined.texts, type=pa.large_string()), named


def _texts(key: ColumnKey, array: pa.Array, rows: NDArray[np.int64]) -> ColumnText:
    cells = [cell_of(value) for value in array.to_pylist()]
    natives = None if is_text(array) else [native for _, native in cells]
    return replace(
        key.cells, rows=rows.tolist(), texts=[text for text, _ in cells], natives=natives
    )


def _said_of_over(rows: NDArray[np.int64]) -> list[Problem]:
    """Rows set aside because their status says that the invite is over."""
    problem = Problem(
        code="row_skipped_over",
        level=Level.INFO,
        reason=REASONS["over"],
        assumed="Set aside",
        count=len(rows) - NAMED,
    )
    named = [replace(problem, row=int(row), count=1) for row in rows[:NAMED]]
    return [*named, problem] if len(rows) > NAMED else named


def _invites(read: Mapping[Field, ColumnCells], rows: NDArray[np.int64]) -> pd.DataFrame:
    """The invites table; what no column gives is empty."""
    size = len(rows)
    table: dict[str, Any] = {
        field: read[field].values if field in read else _nothing(field, size) for field in COLUMNS
    }
    timed = read[Field.START].timed if Field.START in read else None
    table[START_HAS_TIME] = np.zeros(size, dtype=bool) if timed is None else timed
    if Field.PAY in read and (found := read[Field.PAY].currencies) is not None:
        own = table[Field.PAY_CURRENCY]
        table[Field.PAY_CURRENCY] = np.where(pd.isna(own), found, own)
    columns = {key: _series(column) for key, column in table.items()}
    index = pd.Index(rows, name="row", dtype="int64")
    return pd.DataFrame(columns).set_axis(index)


def _series(column: NDArray[Any]) -> NDArray[Any] | pd.Series:
    """Text stays a column of objects, as everywhere in the invites table."""
    return pd.Series(column, dtype=object) if column.dtype == object else column


def _nothing(field: Field, size: int) -> NDArray[np.generic]:
    kind = COLUMNS[field].kind
    if kind in NUMERIC or kind is Kind.YES_NO:
        return np.full(size, np.nan)
    if kind in {Kind.DATE, Kind.DATETIME}:
        return np.full(size, np.datetime64("NaT", "us"))
    return np.full(size, None, dtype=object)


def _unread(read: Mapping[Field, ColumnCells], rows: NDArray[np.int64]) -> pd.Series:
    """The keys of the columns whose filled cell is not used, for each row."""
    named = np.full(len(rows), "", dtype=object)
    for field, cells in read.items():
        held = np.flatnonzero(cells.unread)
        named[held] = [f"{one}; {field}" if one else field.value for one in named[held]]
    return pd.Series(named, index=pd.Index(rows, name="row"), dtype="str")
