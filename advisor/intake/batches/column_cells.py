"""One column of one batch → the values it gives the invites, and what is said of its cells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from advisor.intake.batches.alone import Cell, Lone, read_alone, said_of
from advisor.intake.batches.arrays import cell_of, near_moments, plain_numbers
from advisor.intake.batches.key import ColumnKey
from advisor.intake.batches.tally import NAMED
from advisor.intake.cells import Surroundings
from advisor.intake.problems import Level, Problem
from advisor.rules.columns import COLUMNS
from advisor.rules.kinds import NUMERIC, Kind
from advisor.rules.reading import DATES_AHEAD_DAYS, DATES_BACK_DAYS, LEAST_PAY

Known = tuple[Lone, list[Problem]]
"""A cell as read by itself, and what is said of it, still without its row."""

REMEMBERED = 50_000
"""Distinct cells of a column that are not read again in later batches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnCells:
    """One column of a batch as read; every array has one entry per row.

    values      float, datetime64 or object, as the invites table holds the column
    timed       whether a time of day is known; interview dates only
    currencies  of amounts of pay, else None
    unread      filled cells that could not be used
    problems    the first of each code with their rows, the rest as a count
    """

    values: NDArray[Any]
    timed: NDArray[np.bool_] | None = None
    currencies: NDArray[np.object_] | None = None
    unread: NDArray[np.bool_]
    problems: list[Problem]


class ColumnReader:
    """Reads one column, batch after batch; it remembers what it has read, never what it decided."""

    def __init__(self, key: ColumnKey, around: Surroundings) -> None:
        self._key = key
        self._around = around
        self._kind = COLUMNS[key.field].kind
        self._known: dict[Cell, Known] = {}

    def read(self, array: pa.Array, rows: NDArray[np.int64]) -> ColumnCells:
        """The column's cells in these rows.

        array  as `one_array` makes it
        """
        values, known = self._at_once(array)
        places = np.flatnonzero(~known)
        read = ColumnCells(
            values=values,
            timed=values != values.astype("datetime64[D]") if self._kind in _DAYS else None,
            currencies=self._bare_currency(values) if self._kind is Kind.MONEY else None,
            unread=np.zeros(len(rows), dtype=bool),
            problems=[],
        )
        if len(places):
            self._fill(read, array.take(pa.array(places)), places, rows)
        return read

    def _at_once(self, array: pa.Array) -> tuple[NDArray[Any], NDArray[np.bool_]]:
        """What needs no second look: plain numbers, typed days that are near, empty cells."""
        if self._kind in NUMERIC:
            return plain_numbers(array, self._key.plain, money=self._kind is Kind.MONEY)
        if self._kind in _DAYS:
            today = datetime.combine(self._around.today, time())
            low = today - timedelta(days=DATES_BACK_DAYS)
            return near_moments(array, low, today + timedelta(days=DATES_AHEAD_DAYS))
        return self._column([None] * len(array)), np.zeros(len(array), dtype=bool)

    def _bare_currency(self, values: NDArray[Any]) -> NDArray[np.object_]:
        """The currency of amounts that do not name one."""
        code = self._lones([(f"{LEAST_PAY:g}", None)])[0][0].currency
        codes = np.full(len(values), code, dtype=object)
        codes[np.isnan(values)] = None
        return codes

    def _fill(
        self,
        read: ColumnCells,
        array: pa.Array,
        places: NDArray[np.intp],
        rows: NDArray[np.int64],
    ) -> None:
        """Read the distinct cells of `array`, which stand at `places`, and put them there."""
        encoded = array.dictionary_encode(null_encoding="encode")
        at = encoded.indices.to_numpy(zero_copy_only=False)
        found = self._lones([cell_of(value) for value in encoded.dictionary.to_pylist()])
        read.values[places] = self._column([lone.value for lone, _ in found])[at]
        lost = [any(one.level is Level.ERROR for one in said) for _, said in found]
        read.unread[places] = np.array(lost)[at]
        if read.timed is not None:
            read.timed[places] = np.array([lone.timed for lone, _ in found])[at]
        if read.currencies is not None:
            codes = np.array([lone.currency for lone, _ in found], dtype=object)
            read.currencies[places] = codes[at]
        read.problems.extend(_at_rows([said for _, said in found], at, rows[places]))

    def _column(self, values: Sequence[object]) -> NDArray[Any]:
        """Values as this kind of column holds them."""
        if self._kind in NUMERIC or self._kind is Kind.YES_NO:
            return np.array([np.nan if value is None else value for value in values], dtype=float)
        if self._kind in _DAYS:
            days = [_NO_DAY if value is None else value for value in values]
            return np.array(days, dtype="datetime64[us]")
        column = np.empty(len(values), dtype=object)
        column[:] = values
        return column

    def _lones(self, cells: Sequence[Cell]) -> list[Known]:
        """Each cell as read by itself, and what is said of it."""
        new = [cell for cell in cells if cell not in self._known]
        if len(self._known) + len(new) > REMEMBERED:
            self._known.clear()
            new = list(cells)
        alone = read_alone(self._key.cells, self._around, new)
        for cell, lone in zip(new, alone, strict=True):
            quiet = not lone.findings and (lone.value is not None or not cell[0])
            self._known[cell] = (lone, [] if quiet else said_of(self._key, cell, lone))
        return [self._known[cell] for cell in cells]


_DAYS = frozenset({Kind.DATE, Kind.DATETIME})
_NO_DAY = np.datetime64("NaT")


def _at_rows(
    said: Sequence[Sequence[Problem]], at: NDArray[np.intp], rows: NDArray[np.int64]
) -> Iterator[Problem]:
    """What is said of distinct cells at their rows: a few of each code, the rest as a count.

    at  for each row the place of its cell in `said`
    """
    by_code: dict[str, dict[int, Problem]] = {}
    for place, problems in enumerate(said):
        for problem in problems:
            by_code.setdefault(problem.code, {})[place] = problem
    for found in by_code.values():
        holds = np.zeros(len(said), dtype=bool)
        holds[list(found)] = True
        hits = np.flatnonzero(holds[at])
        named = [replace(found[int(at[hit])], row=int(rows[hit])) for hit in hits[:NAMED]]
        yield from named
        if len(hits) > len(named):
            yield replace(named[0], row=None, count=len(hits) - len(named))
