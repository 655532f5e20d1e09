"""Cells far from the table that would blow a sheet up: found, said, and left out before reading."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from advisor.intake.files import limits
from advisor.intake.files.sheet_audit import Cell, column, pattern, place_of, prefix_of

_FEW = 5
"""So many strays are left out even where they are more than one in a hundred cells."""
_ROW_GAP, _COLUMN_GAP = 1000, 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The rows and columns in which the table stands, and the filled cells outside it."""

    rows: range
    columns: range
    strays: tuple[Cell, ...]

    def holds(self, cell: Cell) -> bool:
        """Whether a cell lies in the block."""
        return cell[0] in self.rows and cell[1] in self.columns


def is_far_flung(xml: bytes) -> bool:
    """Whether the rectangle around all cells of a worksheet is too large to be laid out."""
    prefix = prefix_of(xml)
    rows = max(map(int, pattern(prefix, rb'<~row r="(\d+)').findall(xml)), default=0)
    letters = set(pattern(prefix, rb'<~c r="([A-Z]{2,3})').findall(xml)) or {b"Z"}
    return is_too_large(rows, max(map(column, letters)) + 1)


def is_too_large(rows: int, columns: int) -> bool:
    """Whether a sheet of so many rows and columns cannot be laid out."""
    too_wide, too_long = columns > limits.COLUMNS, rows > limits.ROWS
    return too_wide or too_long or rows * columns > limits.SHEET_CELLS


def find_block(xml: bytes) -> Block | None:
    """The block of a worksheet's filled cells; None where they have no core."""
    return block_of(list(_filled(xml)))


def block_of(cells: Sequence[Cell]) -> Block | None:
    """The compact block that holds nearly all of these cells; None where they have no core."""
    if not cells:
        return Block(rows=range(1), columns=range(1), strays=())
    rows = _core(Counter(row for row, _ in cells), _ROW_GAP)
    inside = [cell for cell in cells if cell[0] in rows]
    columns = _core(Counter(place for _, place in inside), _COLUMN_GAP)
    strays = tuple(c for c in cells if c[0] not in rows or c[1] not in columns)
    most = max(_FEW, (1 - limits.BLOCK_SHARE) * len(cells))
    fits = len(columns) <= limits.COLUMNS and rows.stop <= limits.ROWS
    if len(strays) > most or len(strays) >= len(cells) / 2 or not fits:
        return None
    return Block(rows=rows, columns=columns, strays=strays)


def _filled(xml: bytes) -> Iterable[Cell]:
    prefix = prefix_of(xml)
    for found in pattern(prefix, rb"<~c\b([^>]*[^/>])>(?!\s*</~c>)").finditer(xml):
        place = place_of(found[1])
        if place is not None:
            yield place


def _core(counts: Counter[int], gap: int) -> range:
    """The stretch with the most cells that no gap of blanks interrupts."""
    places = sorted(counts)
    starts = [0, *(i for i in range(1, len(places)) if places[i] - places[i - 1] > gap)]
    stretches = [places[a:b] for a, b in zip(starts, [*starts[1:], len(places)], strict=True)]
    best = max(stretches, key=lambda stretch: sum(counts[place] for place in stretch))
    return range(best[0], best[-1] + 1)


def without_strays(xml: bytes, block: Block) -> bytes:
    """The worksheet without the cells outside the block."""
    prefix = prefix_of(xml)

    def keep(found: re.Match[bytes]) -> bytes:
        place = place_of(found[1])
        return found[0] if place is None or block.holds(place) else b""

    return pattern(prefix, rb"<~c\b([^>]*?)(?:/>|>.*?</~c>)").sub(keep, xml)


def with_parts(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The workbook with some of its members replaced."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, parts.get(name) or old.read(name))
    return stream.getvalue()
