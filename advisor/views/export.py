"""The answer to take along: one table as CSV or workbook, with no cell a spreadsheet would run.

The invites stand under the template's headings, so a file read again gives the same invites;
what was advised stands to their right under headings that begin with "Advice".
"""

import csv
import io
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

import pandas as pd
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from advisor.rules.advice import Advice
from advisor.rules.columns import COLUMNS, START_HAS_TIME, Field
from advisor.rules.reading import RUNS
from advisor.rules.synonyms import Ours
from advisor.views.answer import Answer
from advisor.views.private import exported, without_contacts
from advisor.views.records import cells
from advisor.views.wording import LOOKS, REASONS, certainty

Cell = str | float | int | date | datetime | None

LONGEST_CELL = 32_767
"""Characters a cell of a workbook holds."""

CUT = "… [cut]"

YES_NO = {True: "yes", False: "no"}


def guarded(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would run it as a formula.

    One that looks guarded already gets another, so that taking one off always gives the text back.

    >>> guarded("=1+1"), guarded(" @now"), guarded("-5"), guarded("Acme"), guarded("'=1")
    ("'=1+1", "' @now", '-5', 'Acme', "''=1")
    """
    return f"'{text}" if RUNS.match(text) else text


def starts(invites: pd.DataFrame) -> list[Cell]:
    """When each interview is: a moment, a bare day, or nothing."""
    moments = zip(invites[Field.START].tolist(), invites[START_HAS_TIME].tolist(), strict=True)
    return [
        None if pd.isna(when) else when.to_pydatetime() if timed else when.date()
        for when, timed in moments
    ]


def replies(invites: pd.DataFrame) -> list[Cell]:
    """The day by which each wants an answer, or nothing."""
    return [None if pd.isna(when) else when.date() for when in invites[Field.REPLY_BY].tolist()]


def _choices(invites: pd.DataFrame) -> list[Cell]:
    return [None if mark is None else YES_NO[mark] for mark in cells(invites, Field.FIRST_CHOICE)]


SPECIAL = {Field.START: starts, Field.REPLY_BY: replies, Field.FIRST_CHOICE: _choices}


def own_columns(invites: pd.DataFrame, *, contacts: bool) -> dict[str, list[Cell]]:
    """The person's own columns that have any value, by the template's headings.

    contacts  whether to keep what reaches a person
    """
    keep = str if contacts else without_contacts
    table: dict[str, list[Cell]] = {}
    for key in exported(contacts=contacts):
        column = SPECIAL[key](invites) if key in SPECIAL else cells(invites, key)
        if any(cell is not None for cell in column):
            table[COLUMNS[key].heading] = [
                keep(cell) if isinstance(cell, str) else cell for cell in column
            ]
    return table


def advice_columns(answer: Answer) -> dict[str, list[Cell]]:
    """What was advised, best first, by headings that no column of ours bears."""
    advice, rows = answer.advice, answer.advice.index
    planned = dict.fromkeys(answer.plan.chosen, "yes")
    planned |= {row: f"no, {REASONS[why]}" for row, why in answer.plan.left_out.items()}
    return {
        Ours.RANK.value: [int(rank) for rank in advice[Advice.RANK]],
        Ours.ADVICE.value: [LOOKS[decision].word for decision in answer.decisions.loc[rows]],
        Ours.BECAUSE.value: [REASONS[reason] for reason in advice[Advice.REASON]],
        Ours.CERTAINTY.value: [certainty(share) for share in advice[Advice.CONFIDENCE]],
        Ours.WORTH.value: advice[Advice.WORTH].tolist(),
        Ours.COST.value: advice[Advice.COST].tolist(),
        Ours.SURPLUS.value: advice[Advice.SURPLUS].tolist(),
        Ours.PLANNED.value: [planned.get(row) for row in rows],
        Ours.WORDS.value: list(answer.whys.loc[rows]),
    }


def discreet(table: Mapping[str, list[Cell]], *, contacts: bool) -> dict[str, list[Cell]]:
    """The table without what reaches a person, unless asked for."""
    keep = str if contacts else without_contacts
    return {
        heading: [keep(cell) if isinstance(cell, str) else cell for cell in column]
        for heading, column in table.items()
    }


def ranked_table(answer: Answer, *, contacts: bool = False) -> dict[str, list[Cell]]:
    """The table to take along, best first: own columns, then the advice."""
    invites = answer.invites.loc[answer.advice.index]
    advised = discreet(advice_columns(answer), contacts=contacts)
    return own_columns(invites, contacts=contacts) | advised


def _written(cell: Cell) -> str | float | int:
    """A cell as CSV writes it: guarded text, ISO days, numbers as they are."""
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, str):
        return guarded(cell)
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return "" if cell is None else cell


def ranked_csv(answer: Answer, *, contacts: bool = False) -> bytes:
    """The table as CSV that spreadsheet programs open as UTF-8."""
    table = ranked_table(answer, contacts=contacts)
    return csv_bytes([list(table), *zip(*table.values(), strict=True)])


def csv_bytes(rows: Any) -> bytes:
    """Rows of cells as guarded CSV in UTF-8, marked so that spreadsheet programs know."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([_written(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig", errors="replace")


def column_style(book: Any) -> Callable[[Cell], Any]:
    """What a cell looks like in a workbook: days and moments as such, hours to one decimal."""
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    hours = book.add_format({"num_format": "0.0"})
    looks = {datetime: moment, date: day, float: hours}
    return lambda cell: looks.get(type(cell))


def write_cell(
    sheet: Worksheet, line: int, place: int, cell: Cell, style: Format | None = None
) -> None:
    """One cell of a workbook; text is only ever text, and guarded for the day it becomes CSV."""
    if isinstance(cell, str):
        sheet.write_string(line, place, fitting(guarded(cell)), style)
    elif isinstance(cell, date):
        sheet.write_datetime(line, place, cell, style)
    elif cell is not None:
        sheet.write_number(line, place, cell, style)


def fitting(text: str) -> str:
    """The text as a workbook can hold it: half characters replaced, cut where it is too long."""
    whole = text.encode("utf-8", errors="replace").decode()
    return whole if len(whole) <= LONGEST_CELL else whole[: LONGEST_CELL - len(CUT)] + CUT


NARROWEST, WIDEST = 9, 44


def column_width(title: str, column: list[Cell]) -> int:
    """Characters the column takes, for its heading and first cells."""
    longest = max((len(str(cell)) for cell in column[:200] if cell is not None), default=0)
    return min(max(longest, len(title), NARROWEST) + 1, WIDEST)
