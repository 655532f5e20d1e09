"""A sheet as a grid of text: what stood in the file, before anything is taken to mean anything."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from advisor.intake.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetName:
    """One sheet of a workbook that could have been read.

    rows   rows that hold anything
    known  distinct known fields in its best row of headings
    """

    name: str
    rows: int
    known: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Every row of one sheet as stripped text, with the numbers its owner sees.

    rows     all padded to one width; blank rows are kept as rows of ""
    numbers  the row number the person's spreadsheet shows, one per row
    lines    the physical line each row begins on, one per row; None for workbooks
    natives  workbooks: the typed value of each cell (date, datetime, time, timedelta, float,
             bool, str); None for text files
    formats  (position in rows, column) to number format, only where it names a currency, a
             percentage or the order of a date
    raw      row number to the untouched cells of a row that was repaired
    """

    rows: list[list[str]]
    numbers: list[int]
    lines: list[int] | None = None
    natives: list[list[object]] | None = None
    formats: Mapping[tuple[int, int], str] = field(default_factory=lambda: MappingProxyType({}))
    problems: tuple[Problem, ...] = ()
    sheet: str | None = None
    sheets: tuple[SheetName, ...] = ()
    encoding: str | None = None
    delimiter: str | None = None
    decimal_comma_likely: bool = False
    container: str = "text"
    raw: Mapping[int, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))


def table_of(rows: Sequence[Sequence[object]]) -> npt.NDArray[np.object_]:
    """The cells (rows × columns) as one table, from which whole columns are taken.

    >>> table_of([["a", 1.0], ["b", 2.0]])[:, 0].tolist()
    ['a', 'b']
    """
    width = len(rows[0]) if rows else 0
    cells = np.fromiter(chain.from_iterable(rows), dtype=object, count=len(rows) * width)
    return cells.reshape(len(rows), width)
