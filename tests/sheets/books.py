"""Workbooks with cells of every type."""

import io
from datetime import date

import xlsxwriter

from advisor.rules.columns import Field
from tests.sheets.base import HEADINGS, ROWS, Case, table


def _book(rows: list[list[object]], **options: object) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"default_date_format": "yyyy-mm-dd", **options})
    sheet = book.add_worksheet("Invites")
    for at, row in enumerate(rows):
        sheet.write_row(at, 0, row)
    book.close()
    return out.getvalue()


def _cells(row: list[str]) -> list[object]:
    cells: list[object] = list(row)
    for place in (2, 3):
        cells[place] = date.fromisoformat(row[place])
    for place in (4, 5, 6, 9):
        cells[place] = float(row[place]) if row[place] else ""
    cells[10] = float(row[10][:-1]) / 100 if row[10] else ""
    return cells


TYPED = [list(HEADINGS), *map(_cells, ROWS)]
BOOKS = {
    "text cells": Case(content=_book(table()), name="a.xlsx"),
    "typed cells": Case(content=_book(TYPED), name="a.xlsx"),
    "typed cells, 1904": Case(content=_book(TYPED, date_1904=True), name="a.xlsx"),
    "named csv": Case(content=_book(TYPED), name="a.csv"),
    "title above": Case(
        content=_book([["My invites"], [], *TYPED]),
        name="a.xlsx",
        rows=range(4, 16),
        aside={1: "title", 2: "blank"},
    ),
    "total below": Case(
        content=_book([*TYPED, ["Total", "", "", "", "", 1028000.0]]),
        name="a.xlsx",
        aside={14: "total"},
    ),
    "days as serials": Case(
        content=_book(
            [TYPED[0], *([*row[:2], (row[2].toordinal() - 693594), *row[3:]] for row in TYPED[1:])]
        ),
        name="a.xlsx",
        said=[(2, "Interview date", "date_serial_assumed")],
    ),
    "yes as true": Case(
        content=_book([TYPED[0], *([*row[:7], row[7] == "Yes", *row[8:]] for row in TYPED[1:])]),
        name="a.xlsx",
        values={Field.LOCATION: ["TRUE" if row[7] == "Yes" else "FALSE" for row in ROWS]},
    ),
    "empty": Case(
        content=_book([]), name="a.xlsx", refused=("empty_file", "no_data_rows"), only_refused=True
    ),
    "headings only": Case(
        content=_book([TYPED[0]]), name="a.xlsx", refused=("no_data_rows",), only_refused=True
    ),
}
