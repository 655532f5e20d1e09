"""Going through a column once: each distinct cell is read once, each note is told at its row."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from operator import attrgetter
from typing import Generic, TypeVar

from advisor.intake.cells.cleaning import clean
from advisor.intake.cells.column import ColumnText, Finding
from advisor.intake.cells.notes import Cell
from advisor.rules.reading import LONGEST_READABLE

Read = TypeVar("Read")
Turned = TypeVar("Turned")

_TYPED = (bool, int, float, date, datetime, time, timedelta)
_COMPARABLE = {bool, int, float}
"""Types whose cells can be equal to a cell of another type, and are another cell all the same."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Swept(Generic[Read]):
    """A column gone through once.

    keys   one per row, alike where the cells are
    known  key → its cell as read, in the order of the sheet
    """

    keys: Sequence[Hashable]
    known: Mapping[Hashable, Read]

    @property
    def rows(self) -> list[Read]:
        """What was read, one per row."""
        return list(map(self.known.__getitem__, self.keys))

    def turned(self, turn: Callable[[Read], Turned]) -> "Swept[Turned]":
        """The same column, everything that was read turned into something else, once each."""
        return Swept(keys=self.keys, known={key: turn(one) for key, one in self.known.items()})


def sweep(cells: Sequence[object], read: Callable[[object], Read]) -> Swept[Read]:
    """Each cell as read, every distinct one only once (1, 1.0 and True are different cells).

    >>> sweep(["a", "b", "a"], str.upper).rows, len(sweep([1, 1.0, True, 1], str).known)
    (['A', 'B', 'A'], 3)
    """
    if len(_COMPARABLE.intersection(map(type, cells))) > 1:
        pairs = list(zip(map(type, cells), cells, strict=True))
        return Swept(keys=pairs, known={pair: read(pair[1]) for pair in dict.fromkeys(pairs)})
    return Swept(keys=cells, known={cell: read(cell) for cell in dict.fromkeys(cells)})


def values_of(cells: Swept[Cell]) -> list[object]:
    """The values of the cells, one per row."""
    return cells.turned(attrgetter("value")).rows


def told(column: ColumnText, cells: Swept[Cell]) -> list[Finding]:
    """What is said about the cells, each at its row; what was read of the others is not asked."""
    talking = {key: cell.notes for key, cell in cells.known.items() if cell.notes}
    if not talking:
        return []
    return [
        note.at(row, text)
        for row, text, key in zip(column.rows, column.texts, cells.keys, strict=True)
        if key in talking
        for note in talking[key]
    ]


def sources(column: ColumnText) -> Sequence[object]:
    """What each cell holds: the typed value of a workbook's cell, else its text as it stands."""
    natives = () if column.natives is None else column.natives
    typed = {kind: issubclass(kind, _TYPED) for kind in set(map(type, natives))}
    if not any(typed.values()):
        return column.texts
    if all(typed.values()):
        return natives
    return [
        native if typed[type(native)] else text
        for native, text in zip(natives, column.texts, strict=True)
    ]


def plain_texts(column: ColumnText) -> list[str]:
    """The distinct cells that are text, cleaned; typed cells left out."""
    distinct = dict.fromkeys(cell for cell in sources(column) if isinstance(cell, str))
    return [clean(text) for text in distinct if len(text) <= LONGEST_READABLE]
