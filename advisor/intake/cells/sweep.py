"""Going through a column once: each distinct cell is read once, each note is told at its row."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from advisor.intake.cells.cleaning import clean
from advisor.intake.cells.column import ColumnText, Finding
from advisor.intake.cells.notes import Cell
from advisor.rules.reading import LONGEST_READABLE

Read = TypeVar("Read")
Given = TypeVar("Given")

_TYPED = (bool, int, float, date, datetime, time, timedelta)


def sources(column: ColumnText) -> list[object]:
    """What each cell holds: the typed value of a workbook's cell, else its text as it stands."""
    if column.natives is None:
        return list(column.texts)
    return [
        native if isinstance(native, _TYPED) else text
        for native, text in zip(column.natives, column.texts, strict=True)
    ]


def plain_texts(column: ColumnText) -> list[str]:
    """The distinct cells that are text, cleaned; typed cells left out."""
    distinct = dict.fromkeys(cell for cell in sources(column) if isinstance(cell, str))
    return [clean(text) for text in distinct if len(text) <= LONGEST_READABLE]


def read_distinct(cells: Sequence[object], read: Callable[[object], Read]) -> list[Read]:
    """Each cell as read, every distinct one only once (1, 1.0 and True are different cells)."""
    known: dict[object, Read] = {}
    result: list[Read] = []
    for cell in cells:
        key = cell if cell.__class__ is str else (cell.__class__, cell)
        if key not in known:
            known[key] = read(cell)
        result.append(known[key])
    return result


def map_same(objects: Sequence[Given], turn: Callable[[Given], Read]) -> list[Read]:
    """Each object turned, the very same object only once: many rows share what was read once."""
    known: dict[int, Read] = {}
    result: list[Read] = []
    for one in objects:
        key = id(one)
        if key not in known:
            known[key] = turn(one)
        result.append(known[key])
    return result


def told(column: ColumnText, cells: Sequence[Cell]) -> list[Finding]:
    """What is said about the cells, each at its row."""
    return [
        note.at(row, text)
        for row, text, cell in zip(column.rows, column.texts, cells, strict=True)
        if cell.notes
        for note in cell.notes
    ]
