"""Only the rows of a person's sheet that hold a cell which could not be used, to be put right."""

import io
from dataclasses import replace
from typing import Any

import pandas as pd
import xlsxwriter

from advisor.rules.synonyms import Ours
from advisor.views.marked_sheet import write_own_sheet
from advisor.views.remembered import HEADING, REMEMBERED, pieces

NOT_USED = "error"
"""Level of a problem whose cell is not used until it is mended."""

FIRST_ROW = 2
"""The row below the headings, as a spreadsheet numbers it."""


def rows_with_errors(reading: Any) -> list[int]:
    """The rows that are invites and hold a cell which is not used, in the sheet's order."""
    wrong = {problem.row for problem in reading.problems if problem.level == NOT_USED}
    return [row for row in reading.text.index if row in wrong and row in reading.invites.index]


def rows_to_mend(reading: Any, *, contacts: bool = False, remembered: str = "") -> bytes:
    """Those rows as a marked workbook, under the person's own headings, read again like any sheet.

    reading     the front door's `Reading`
    contacts    whether to keep what reaches a person
    remembered  what was said of the sheet, to be read with it again
    The last column says which row of the person's own sheet each of them is.
    """
    rows = rows_with_errors(reading)
    now = dict(zip(rows, range(FIRST_ROW, FIRST_ROW + len(rows)), strict=True))
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        after = {Ours.ROW.value: {new: old for old, new in now.items()}}
        write_own_sheet(book, "To mend", _only(reading, now), contacts=contacts, after=after)
        if remembered:
            lines = [HEADING, *pieces(remembered)]
            book.add_worksheet(REMEMBERED).write_column(0, 0, lines)
    return content.getvalue()


def _only(reading: Any, now: dict[int, int]) -> Any:
    """The reading with these rows alone, each under the number it has in the new sheet."""
    problems = (p for p in reading.problems if p.row is None or p.row in now)
    return replace(
        reading,
        text=_renumbered(reading.text, now),
        invites=_renumbered(reading.invites, now),
        problems=tuple(replace(p, row=now.get(p.row)) for p in problems),
    )


def _renumbered(table: pd.DataFrame, now: dict[int, int]) -> pd.DataFrame:
    return table.loc[list(now)].rename(index=now)
