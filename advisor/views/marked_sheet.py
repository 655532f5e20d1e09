"""The person's own sheet as a workbook in which every doubtful cell is marked.

Rows keep their numbers and cells their text, so what is dropped on the page again reads the same.
"""

import io
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import pandas as pd
import xlsxwriter

from advisor.rules.columns import COLUMNS, Field
from advisor.rules.synonyms import OURS, WHAT_TO_FIX
from advisor.views.export import fitting, write_cell
from advisor.views.private import LEFT_OUT, without_contacts

COLOURS = {"error": "#FBD5D5", "warning": "#FDEFC8"}
"""Background of a cell that is not used, and of one that wants confirming."""

LONGEST_COMMENT = 2_000
"""Characters of a comment; more is not read."""

WIDEST_FIX = 60
"""Characters; the width of the last column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """Where the sheet's rows and headings stand in the workbook; lines count from 0.

    text    (rows × headings) as the person wrote them, contacts left out unless asked for
    header  the line of the headings
    shift   lines by which rows stand lower than in the person's own sheet
    money   row → the currency of its pay, where only the cell's format told
    """

    text: pd.DataFrame
    header: int
    shift: int
    money: Mapping[tuple[int, str], str]

    def line(self, row: int | None) -> int:
        """The line of a row; of the headings for None."""
        return self.header if row is None else row - 1 + self.shift


def marked_sheet(reading: Any, *, contacts: bool = False) -> bytes:
    """The sheet with coloured cells, a comment on each, and a last column that says what to fix.

    reading   the front door's `Reading`
    contacts  whether to keep what reaches a person
    """
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        write_own_sheet(book, "Invites", reading, contacts=contacts)
    return content.getvalue()


def write_own_sheet(
    book: Any,
    name: str,
    reading: Any,
    *,
    contacts: bool,
    after: Mapping[str, Mapping[int, Any]] = MappingProxyType({}),
) -> None:
    """The person's own sheet, marked, in a workbook.

    after  heading of ours → row → cell, at the right of everything else
    """
    page = _page(reading, contacts=contacts)
    grave = [problem for problem in reading.problems if problem.level in COLOURS]
    sheet = book.add_worksheet(name)
    _write_cells(book, sheet, page, _by_cell(grave, page), contacts=contacts)
    _write_fixes(sheet, page, _by_row(grave, reading), contacts=contacts)
    bold = book.add_format({"bold": True})
    for place, (heading, cells) in enumerate(after.items(), start=len(page.text.columns) + 1):
        write_cell(sheet, page.header, place, heading, bold)
        for row, cell in cells.items():
            write_cell(sheet, page.line(row), place, cell)


def exported_text(reading: Any, *, contacts: bool) -> pd.DataFrame:
    """The cells of the sheet as they are taken along (rows × headings)."""
    return _page(reading, contacts=contacts).text


def _page(reading: Any, *, contacts: bool) -> _Page:
    text = reading.text.drop(columns=[*OURS], errors="ignore")
    if not contacts:
        text = _without_contacts(text, reading.columns)
    header, shift = _header(text.index.tolist())
    return _Page(text=text, header=header, shift=shift, money=_currencies(reading))


def _header(rows: Sequence[int]) -> tuple[int, int]:
    """The line of the headings: the one number no row bears; else a new line above all.

    >>> _header([1, 2, 4, 5]), _header([2, 3]), _header([1, 2])
    ((2, 0), (0, 0), (0, 1))
    """
    first, last = min(rows), max(rows)
    free = sorted(set(range(first, last)) - set(rows))
    if free:
        return free[0] - 1, 0
    return (first - 2, 0) if first > 1 else (0, 1)


def _without_contacts(text: pd.DataFrame, columns: Mapping[str, Field | None]) -> pd.DataFrame:
    """The text without names of contacts, e-mail addresses and telephone numbers."""
    clean = {
        heading: [
            "" if _is_private(columns.get(heading)) else without_contacts(cell)
            for cell in text[heading].tolist()
        ]
        for heading in text.columns
    }
    return pd.DataFrame(clean, index=text.index, dtype=object)


def _is_private(key: Field | None) -> bool:
    return key is not None and COLUMNS[key].private


def _currencies(reading: Any) -> dict[tuple[int, str], str]:
    """(row, heading) of every bare amount of a workbook → its currency: a format told it."""
    holders = [heading for heading, key in reading.columns.items() if key is Field.PAY]
    told = Field.PAY_CURRENCY in reading.columns.values()
    if told or reading.delimiter is not None or len(holders) != 1:
        return {}
    codes = reading.invites[Field.PAY_CURRENCY].dropna()
    return {(row, holders[0]): code for row, code in codes.items()}


Marked = Mapping[tuple[int, int], Sequence[Any]]
"""(line, place among the headings) → the problems there."""


def _by_cell(problems: Sequence[Any], page: _Page) -> Marked:
    places = {heading: place for place, heading in enumerate(page.text.columns)}
    marked = defaultdict(list)
    for problem in problems:
        there = problem.row is None or problem.row in page.text.index
        if problem.column in places and there:
            marked[page.line(problem.row), places[problem.column]].append(problem)
    return marked


def _by_row(problems: Sequence[Any], reading: Any) -> dict[int, list[Any]]:
    """Row → its problems, for invites alone: a word beside another row would change its look."""
    found = defaultdict(list)
    for problem in problems:
        if problem.row in reading.invites.index:
            found[problem.row].append(problem)
    return found


class _Styles:
    """The looks of cells in one workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[str, bool, str], Any] = {}

    def of(self, problems: Sequence[Any], *, bold: bool = False, code: str = "") -> Any:
        """The colour of the gravest problem, bold for a heading, money in its currency."""
        levels = {str(problem.level) for problem in problems}
        grave = next((level for level in COLOURS if level in levels), "")
        key = (grave, bold, code)
        if key not in self._made:
            shape: dict[str, Any] = {"bold": True} if bold else {}
            shape |= {"bg_color": COLOURS[grave]} if grave else {}
            shape |= {"num_format": f"[${code}] #,##0.00"} if code else {}
            self._made[key] = self._book.add_format(shape)
        return self._made[key]


def _write_cells(book: Any, sheet: Any, page: _Page, marked: Marked, *, contacts: bool) -> None:
    """Headings and cells, coloured and commented where something is said of them."""
    styles = _Styles(book)
    for place, heading in enumerate(page.text.columns):
        at = (page.header, place)
        sheet.write_string(*at, fitting(heading), styles.of(marked.get(at, ()), bold=True))
        for row, cell in zip(page.text.index.tolist(), page.text[heading].tolist(), strict=True):
            at = (page.line(row), place)
            code = page.money.get((row, heading), "")
            is_amount = code and cell.replace(".", "", 1).isdigit()
            style = styles.of(marked.get(at, ()), code=code if is_amount else "")
            _write_cell(sheet, at, float(cell) if is_amount else cell, style)
    for at, problems in marked.items():
        sheet.write_comment(*at, _comment(problems, contacts=contacts), {"x_scale": 2.5})
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    sheet.set_column(0, len(page.text.columns), 16)
    sheet.freeze_panes(page.header + 1, 0)


def _write_cell(sheet: Any, at: tuple[int, int], cell: str | float, style: Any) -> None:
    """Text as text, whatever it begins with; an amount whose currency only its format told."""
    if isinstance(cell, float):
        sheet.write_number(*at, cell, style)
    elif cell:
        sheet.write_string(*at, fitting(cell), style)
    else:
        sheet.write_blank(*at, None, style)


def _comment(problems: Sequence[Any], *, contacts: bool) -> str:
    said = "\n".join(said_of(problem, problem.text, contacts=contacts) for problem in problems)
    return said if len(said) <= LONGEST_COMMENT else f"{said[:LONGEST_COMMENT]}…"


def said_of(problem: Any, words: str, *, contacts: bool) -> str:
    """Words about a problem, nothing in them that reaches a person unless asked for."""
    if contacts:
        return words
    if _is_private(problem.field) and problem.value:
        words = words.replace(problem.value, LEFT_OUT)
    return without_contacts(words)


def _write_fixes(
    sheet: Any, page: _Page, by_row: Mapping[int, Sequence[Any]], *, contacts: bool
) -> None:
    """The last column: what to do about each row."""
    last = len(page.text.columns)
    sheet.write_string(page.header, last, WHAT_TO_FIX)
    sheet.set_column(last, last, WIDEST_FIX)
    for row, problems in by_row.items():
        doing = [said_of(p, _doing(p), contacts=contacts) for p in problems]
        sheet.write_string(page.line(row), last, fitting(" ".join(dict.fromkeys(doing))))


def _doing(problem: Any) -> str:
    """Which cell, what is wrong, what to do."""
    parts = [part for part in (problem.reason, problem.fix) if part]
    where = f"{problem.column}: " if problem.column else ""
    return where + " ".join(
        part if part.endswith((".", "?", "!")) else f"{part}." for part in parts
    )
