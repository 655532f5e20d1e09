"""A web page → the rows of its largest table."""

from html.parser import HTMLParser

from advisor.intake.files import limits
from advisor.intake.files.dialects import Known
from advisor.intake.problems import UnreadableSheet

_UNSEEN = frozenset({"script", "style", "head", "title"})
_CELLS = frozenset({"td", "th"})
_BREAKS = frozenset({"br", "p", "div", "li"})
_WIDEST_SPAN = 100


def read_page(text: str, known: Known) -> list[list[str]]:
    r"""The rows of the table that names most known fields, or else holds most cells.

    A cell that spans several rows or columns stands in its first place only.
    Raises UnreadableSheet when there is no table.

    >>> read_page("<table><tr><th>A<th>B<tr><td>1<br>2<td>3</table>", len)
    [['A', 'B'], ['1\n2', '3']]
    """
    page = _Page()
    page.feed(text)
    page.close()
    tables = [table for table in page.tables if any(map(any, table))]
    if not tables:
        raise UnreadableSheet(
            "html_not_spreadsheet",
            "The file is a web page without a table: open it in a browser, copy the invites into "
            "a spreadsheet and save that as XLSX.",
        )
    return max(tables, key=lambda rows: (max(map(known, rows[: limits.HEADING_ROWS])), _size(rows)))


def _size(rows: list[list[str]]) -> int:
    return sum(len(row) for row in rows)


class _Page(HTMLParser):
    """Collects every table of a page, tables within tables on their own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[str]]] = []
        self._open: list[_Table] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, row, cell, line or unseen part."""
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "table":
            self._open.append(_Table())
        elif self._open:
            self._open[-1].begin(tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        """End a table, a cell or an unseen part."""
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag == "table" and self._open:
            self.tables.append(self._open.pop().finished())
        elif tag in _CELLS and self._open:
            self._open[-1].end_cell()

    def handle_data(self, data: str) -> None:
        """Text inside a cell."""
        if self._open and not self._unseen:
            self._open[-1].write(data)

    def close(self) -> None:
        """End of the page; tables that were never ended count as they are."""
        super().close()
        while self._open:
            self.tables.append(self._open.pop().finished())


class _Table:
    """The rows of one table while it is read; cells taken by a row span above stay empty."""

    def __init__(self) -> None:
        self._rows: list[list[str]] = []
        self._taken: dict[tuple[int, int], bool] = {}
        self._cell: list[str] | None = None
        self._spans = (1, 1)

    def begin(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag == "tr":
            self.end_cell()
            self._rows.append([])
            if len(self._rows) > limits.ROWS:
                raise UnreadableSheet(
                    "sheet_too_large", f"The table has more than {limits.ROWS:,} rows: split it."
                )
        elif tag in _CELLS:
            self.end_cell()
            self._spans = (_span(attributes, "rowspan"), _span(attributes, "colspan"))
            self._cell = []
        elif tag in _BREAKS and self._cell:
            self._cell.append("\n")

    def write(self, text: str) -> None:
        if self._cell is not None:
            self._cell.append(" ".join(text.split("\n")) if "\n" in text else text)

    def end_cell(self) -> None:
        if self._cell is None:
            return
        if not self._rows:
            self._rows.append([])
        row, number = self._rows[-1], len(self._rows) - 1
        while self._taken.pop((number, len(row)), False):
            row.append("")
        down, across = self._spans
        for below in range(1, down):
            for beside in range(across):
                self._taken[number + below, len(row) + beside] = True
        row.append("".join(self._cell).replace("\u00a0", " ").strip())
        row.extend([""] * (across - 1))
        self._cell = None

    def finished(self) -> list[list[str]]:
        self.end_cell()
        return self._rows


def _span(attributes: dict[str, str | None], name: str) -> int:
    said = attributes.get(name) or "1"
    return min(int(said), _WIDEST_SPAN) if said.isdecimal() and int(said[:4]) else 1
