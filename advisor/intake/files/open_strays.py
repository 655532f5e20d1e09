"""Cells of an OpenDocument sheet far from its table: found, said, and emptied before reading."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from xml.parsers import expat

from advisor.intake.files.open_audit import CELLS, count_of
from advisor.intake.files.sheet_audit import Cell
from advisor.intake.files.strays import Block, block_of, is_too_large

_ACROSS, _DOWN = "table:number-columns-repeated", "table:number-rows-repeated"
_FAR_ACROSS = re.compile(
    rb'<table:(?:covered-)?table-cell\b[^>]*columns-repeated="\d{3,}"[^>]*/>\s*<table:(?:covered-)?table-cell'
)
_FAR_DOWN = re.compile(rb'<table:table-row\b[^>]*rows-repeated="\d{4,}"')
_FILLED = ("office:value-type", "table:formula")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A filled cell as it is written: where it stands, and from which byte to which."""

    place: Cell
    start: int
    end: int
    repeats: int


def find_open_blocks(xml: bytes) -> tuple[dict[str, Block | None], bytes]:
    """Sheet that is too large to be laid out → where its table stands, None where it has no core.

    xml  the part content.xml
    Returns the part as well, every cell emptied that stands outside the block of its sheet.
    """
    if not (_FAR_ACROSS.search(xml) or _FAR_DOWN.search(xml)):
        return {}, xml
    far = {name: cells for name, cells in _cells(xml).items() if _is_far_flung(cells)}
    blocks = {name: block_of([cell.place for cell in cells]) for name, cells in far.items()}
    strays = [
        cell
        for name, block in blocks.items()
        for cell in far[name]
        if block is None or not block.holds(cell.place)
    ]
    return blocks, _emptied(xml, strays)


def _is_far_flung(cells: Sequence[Written]) -> bool:
    rows = max((cell.place[0] for cell in cells), default=0) + 1
    columns = max((cell.place[1] for cell in cells), default=0) + 1
    return is_too_large(rows, columns)


def _emptied(xml: bytes, cells: Iterable[Written]) -> bytes:
    """The part with an empty cell in the place of each of these."""
    parts, at = [], 0
    for cell in sorted(cells, key=lambda cell: cell.start):
        empty = f'<table:table-cell {_ACROSS}="{cell.repeats}"/>'
        parts += [xml[at : cell.start], empty.encode()]
        at = cell.end
    return b"".join([*parts, xml[at:]])


def _cells(xml: bytes) -> Mapping[str, list[Written]]:
    """Sheet → its filled cells; what is damaged is left to the reader of the values."""
    reader = _Reader(xml=xml)
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda tag, told: reader.begin(tag, told, parser.CurrentByteIndex)
    parser.EndElementHandler = lambda tag: reader.end(tag, parser.CurrentByteIndex)
    try:
        parser.Parse(xml, True)
    except expat.ExpatError:
        return {}
    return reader.found


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Follows the elements from sheet to sheet, row to row, cell to cell.

    depth  tables within tables; only the outermost is a sheet
    """

    xml: bytes
    found: dict[str, list[Written]] = field(default_factory=dict)
    sheet: str = ""
    depth: int = 0
    row: int = 0
    column: int = 0
    rows_more: int = 1
    start: int = 0
    repeats: int = 1
    filled: bool = False

    def begin(self, tag: str, told: Mapping[str, str], at: int) -> None:
        if tag == "table:table":
            self.depth += 1
            if self.depth == 1:
                self.sheet, self.row = told.get("table:name", ""), 0
                self.found.setdefault(self.sheet, [])
        elif self.depth != 1:
            return
        elif tag == "table:table-row":
            self.column, self.rows_more = 0, count_of(told, _DOWN)
        elif tag in CELLS:
            self.start, self.repeats = at, count_of(told, _ACROSS)
            self.filled = any(name in told for name in _FILLED)

    def end(self, tag: str, at: int) -> None:
        if tag == "table:table":
            self.depth -= 1
        elif self.depth != 1:
            return
        elif tag == "table:table-row":
            self.row += self.rows_more
        elif tag in CELLS:
            if self.filled:
                has_end_tag = self.xml.startswith(f"</{tag}".encode(), at)
                self._keep(self.xml.find(b">", at) + 1 if has_end_tag else at)
            self.column += self.repeats

    def _keep(self, end: int) -> None:
        cell = Written(
            place=(self.row, self.column), start=self.start, end=end, repeats=self.repeats
        )
        self.found[self.sheet].append(cell)
