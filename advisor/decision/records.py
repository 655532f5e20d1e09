"""Columns kept together row by row, so that many rows are put in order at once.

One column at a time, every row of it would be fetched from afar.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

BLOCK = 2048
"""Rows written or put in order at once, so that they stay in the processor's cache."""

Column = NDArray[Any]
Records = NDArray[np.void]
"""m records with a field for each column."""


def room_for(columns: Mapping[Any, Column], count: int) -> Records:
    """So many records, yet unwritten, with a field for each of these columns."""
    fields = [(str(name), column.dtype) for name, column in columns.items()]
    return np.empty(count, dtype=np.dtype(fields, align=True))


def write(records: Records, columns: Mapping[Any, Column]) -> None:
    """Write m rows of every column where m records stand."""
    for start in range(0, len(records), BLOCK):
        rows = slice(start, start + BLOCK)
        part = records[rows]
        for name, column in columns.items():
            part[name] = column[rows]


def columns_of(records: Records) -> dict[str, Column]:
    """Each column by its name, as the records are."""
    return {name: records[name] for name in records.dtype.names or ()}


def in_order(records: Records, order: NDArray[np.intp]) -> dict[str, Column]:
    """Each column by its name, its rows in this order, close together.

    >>> records = room_for({"hours": np.zeros(1)}, 2)
    >>> write(records, {"hours": np.array([1.0, 2.0])})
    >>> in_order(records, np.array([1, 0]))
    {'hours': array([2., 1.])}
    """
    columns = {name: np.empty(len(order), each.dtype) for name, each in columns_of(records).items()}
    for start in range(0, len(order), BLOCK):
        rows = slice(start, start + BLOCK)
        part = records.take(order[rows])
        for name, column in columns.items():
            column[rows] = part[name]
    return columns
