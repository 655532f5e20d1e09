"""What an OpenDocument sheet holds beside its values: errors, formulas, merges, what is hidden."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from advisor.intake.files.sheet_audit import Audit, Cell
from advisor.intake.problems import UnreadableSheet

_SIGNS = (
    b"table:formula",
    b"table:visibility",
    b"-spanned=",
    b"office:currency",
    b'"percentage"',
)
_HIDDEN = frozenset({"collapse", "filter"})
CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})
_MOST_REPEATS = 1000
_ERROR_STARTS = ("#", "Err:")


def audit_open_sheets(xml: bytes) -> dict[str, Audit]:
    """Sheet → what stands beside its values.

    xml  the part content.xml
    Raises UnreadableSheet when it is damaged.
    """
    if not any(sign in xml for sign in _SIGNS):
        return {}
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.begin
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.write
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as trouble:
        raise UnreadableSheet(
            "corrupt_workbook", "The XML of the sheet is damaged: save it anew."
        ) from trouble
    return {name: table.audit() for name, table in reader.tables.items()}


@dataclass(slots=True, kw_only=True)
class _Table:
    """One sheet while it is read, and where in it the reader stands."""

    row: int = 0
    column: int = 0
    rows_more: int = 1
    errors: dict[Cell, str] = field(default_factory=dict)
    unvalued: dict[Cell, str] = field(default_factory=dict)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    merges: list[tuple[Cell, Cell]] = field(default_factory=list)
    formats: dict[Cell, str] = field(default_factory=dict)

    def audit(self) -> Audit:
        return Audit(
            errors=self.errors,
            unvalued=self.unvalued,
            hidden_rows=tuple(self.hidden_rows),
            hidden_columns=tuple(self.hidden_columns),
            merges=tuple(self.merges),
            formats=self.formats,
        )

    def places(self, repeats: int) -> Iterator[Cell]:
        """The cells that one written cell stands for."""
        for row in range(self.row, self.row + min(self.rows_more, _MOST_REPEATS)):
            for column in range(self.column, self.column + min(repeats, _MOST_REPEATS)):
                yield row, column

    def take(self, cell: dict[str, str], text: str) -> None:
        """Note what one cell hides, and step behind it."""
        repeats = count_of(cell, "table:number-columns-repeated")
        formula, kind = cell.get("table:formula"), cell.get("office:value-type")
        failed = cell.get("calcext:value-type") == "error"
        if failed or (formula and text.startswith(_ERROR_STARTS)):
            self.errors.update(dict.fromkeys(self.places(repeats), text or "#ERROR"))
        elif formula and kind is None and not text:
            shown = "=" + formula.split("=", 1)[-1]
            self.unvalued.update(dict.fromkeys(self.places(repeats), shown))
        code = _format(kind, cell.get("office:currency"))
        if code:
            self.formats.update(dict.fromkeys(self.places(repeats), code))
        down, across = (
            count_of(cell, f"table:number-{way}-spanned") for way in ("rows", "columns")
        )
        if down > 1 or across > 1:
            last = (self.row + down - 1, self.column + across - 1)
            self.merges.append(((self.row, self.column), last))
        self.column += repeats


def _format(kind: str | None, currency: str | None) -> str | None:
    if kind == "percentage":
        return "0%"
    return f"[${currency}] #,##0.00" if kind == "currency" and currency else None


def count_of(attributes: Mapping[str, str], name: str) -> int:
    """How often something is repeated, or how far it reaches; once unless it is said."""
    said = attributes.get(name, "1")
    return max(int(said), 1) if said.isdecimal() and len(said) < 9 else 1


class _Reader:
    """Follows the elements of content.xml from sheet to sheet, row to row, cell to cell."""

    def __init__(self) -> None:
        self.tables: dict[str, _Table] = {}
        self._table: _Table | None = None
        self._cell: dict[str, str] | None = None
        self._text: list[str] = []

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table:table":
            self._table = self.tables.setdefault(attributes.get("table:name", ""), _Table())
        table = self._table
        if table is None:
            return
        hidden = attributes.get("table:visibility") in _HIDDEN
        if tag == "table:table-column":
            repeats = count_of(attributes, "table:number-columns-repeated")
            if hidden:
                last = table.column + min(repeats, _MOST_REPEATS)
                table.hidden_columns.extend(range(table.column, last))
            table.column += repeats
        elif tag == "table:table-row":
            table.column = 0
            table.rows_more = count_of(attributes, "table:number-rows-repeated")
            if hidden:
                last = table.row + min(table.rows_more, _MOST_REPEATS)
                table.hidden_rows.extend(range(table.row, last))
        elif tag in CELLS:
            self._cell, self._text = attributes, []

    def end(self, tag: str) -> None:
        table = self._table
        if table is None:
            return
        if tag in CELLS and self._cell is not None:
            table.take(self._cell, "".join(self._text).strip())
            self._cell = None
        elif tag == "table:table-row":
            table.row += table.rows_more
        elif tag == "table:table":
            self._table = None

    def write(self, text: str) -> None:
        if self._cell is not None:
            self._text.append(text)
