"""The empty sheet: every column, its heading as the reader knows it, and one line of help."""

import io
from datetime import UTC, datetime
from typing import Any

import xlsxwriter

from advisor.rules.columns import COLUMNS, Column
from advisor.rules.kinds import Kind
from advisor.views.amounts import plain
from advisor.views.export import csv_bytes, write_cell

DRAWN_UP = datetime(2027, 1, 1, tzinfo=UTC)
"""The day written into the workbook, always the same, so that the same sheet has the same bytes."""

ROWS_TO_FILL = 500

NUMBER_FORMATS = {Kind.DATETIME: "yyyy-mm-dd hh:mm", Kind.DATE: "yyyy-mm-dd"}

LISTS = {Kind.YES_NO: ("yes", "no"), Kind.DECISION: ("accept", "decline")}


def help_line(column: Column) -> str:
    """One line on what goes into a column, with its range and what an empty cell counts as.

    >>> from advisor.rules.columns import Field
    >>> help_line(COLUMNS[Field.TRAVEL_HOURS])
    'Hours of travel there and back. Empty counts as 1.'
    """
    if column.assumed is None:
        return column.meaning
    return f"{column.meaning} Empty counts as {plain(column.assumed.default)}."


def template_csv() -> bytes:
    """An empty sheet as CSV: the headings, and under them the help.

    The help stands in parentheses, as units do, so that the line is not read as an invite.
    """
    columns = COLUMNS.values()
    helps = [f"({help_line(column)})" for column in columns]
    return csv_bytes([[column.heading for column in columns], helps])


def template_workbook() -> bytes:
    """An empty sheet as a workbook: help as a comment on each heading and on a second sheet."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"created": DRAWN_UP})
        _write_invites(book)
        _write_help(book)
    return content.getvalue()


def _write_invites(book: Any) -> None:
    sheet = book.add_worksheet("Invites")
    sheet.freeze_panes(1, 1)
    heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    for place, column in enumerate(COLUMNS.values()):
        shape = {"num_format": NUMBER_FORMATS[column.kind]} if column.kind in NUMBER_FORMATS else {}
        sheet.set_column(place, place, len(column.heading) + 4, book.add_format(shape))
        write_cell(sheet, 0, place, column.heading, heading)
        sheet.write_comment(0, place, help_line(column), {"x_scale": 2})
        if column.kind in LISTS:
            allowed = {"validate": "list", "value": list(LISTS[column.kind])}
            sheet.data_validation(1, place, ROWS_TO_FILL, place, allowed)


def _write_help(book: Any) -> None:
    sheet = book.add_worksheet("Help")
    bold = book.add_format({"bold": True})
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 90)
    for line, column in enumerate(COLUMNS.values()):
        write_cell(sheet, line, 0, column.heading, bold)
        write_cell(sheet, line, 1, help_line(column))
