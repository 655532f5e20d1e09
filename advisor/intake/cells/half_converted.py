"""Columns in which a spreadsheet program turned some of the dates round and left the others."""

from datetime import date

from advisor.intake.cells.column import ColumnText
from advisor.intake.cells.date_notes import converted
from advisor.intake.cells.date_parts import readings
from advisor.intake.cells.notes import Note
from advisor.intake.cells.written_dates import read_written
from advisor.rules.reading import LONGEST_READABLE


def half_converted(column: ColumnText, today: date) -> Note | None:
    """The warning, where true dates all have days up to 12 and text dates all a number above 12.

    That is what a program leaves that expects the other order of day and month: it converts what
    it can read, the wrong way round, and leaves the rest as text.
    """
    if column.natives is None:
        return None
    true_dates = [native for native in column.natives if isinstance(native, date)]
    if not true_dates or any(native.day > 12 for native in true_dates):
        return None
    orders: set[str] = set()
    for native, text in zip(column.natives, column.texts, strict=True):
        if not 0 < len(text) <= LONGEST_READABLE or not (native is None or isinstance(native, str)):
            continue
        written = read_written(text.strip(), today)
        if written.day is not None and written.day.pair is not None:
            days = readings(written, today)
            if len(days) != 1:
                return None
            orders.update(days)
    return converted(len(true_dates)) if len(orders) == 1 else None
