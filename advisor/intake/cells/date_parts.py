"""From what is written to days of the calendar."""

from datetime import date, timedelta

from advisor.intake.cells.written_dates import Written
from advisor.rules.reading import YEARLESS_DAYS_BACK

ORDERS = ("dmy", "mdy")


def calendar_day(year: int, month: int, day: int) -> date | None:
    """The day, None where the calendar has none.

    >>> calendar_day(2027, 2, 31) is None
    True
    """
    try:
        return date(year, month, day)
    except ValueError:
        return None


def next_such_day(month: int, day: int, today: date) -> date | None:
    """The next day of that month and day, counting from a month before today."""
    earliest = today - timedelta(days=YEARLESS_DAYS_BACK)
    for year in range(earliest.year, earliest.year + 9):
        found = calendar_day(year, month, day)
        if found is not None and found >= earliest:
            return found
    return None


def day_in_order(written: Written, order: str, today: date) -> date | None:
    """The day that bare numbers mean in this order; a missing year is the next such day's."""
    if written.day is None or written.day.pair is None:
        return None
    first, second, year = written.day.pair
    day, month = (first, second) if order == "dmy" else (second, first)
    if year is None:
        return next_such_day(month, day, today)
    return calendar_day(year, month, day)


def readings(written: Written, today: date) -> dict[str, date]:
    """The day under each order that gives one."""
    found = {order: day_in_order(written, order, today) for order in ORDERS}
    return {order: day for order, day in found.items() if day is not None}


def said_day(day: date) -> str:
    """A day in words that nobody reads the wrong way round.

    >>> said_day(date(2027, 2, 1))
    '1 Feb 2027'
    """
    return f"{day.day} {day:%b} {day.year}"
