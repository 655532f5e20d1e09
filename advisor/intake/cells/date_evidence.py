"""Bare-number dates of a file, and what speaks for day or month first where nothing proves it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import repeat

from advisor.intake.cells.column import ColumnText, Surroundings
from advisor.intake.cells.date_parts import ORDERS, readings
from advisor.intake.cells.written_dates import Written, is_year_first, read_written
from advisor.rules.columns import COLUMNS, Field
from advisor.rules.kinds import Kind
from advisor.rules.reading import LONGEST_READABLE, ORDER_DAYS_AHEAD, ORDER_DAYS_BACK

DATES = frozenset({Kind.DATE, Kind.DATETIME})
"""Kinds of column that hold dates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One cell whose day and month are bare numbers, and its day under each order."""

    heading: str
    field: Field
    row: int
    text: str
    written: Written
    days: dict[str, date]


def spots_of(column: ColumnText, today: date) -> Iterator[Spot]:
    """Every cell of the column whose day and month are bare numbers."""
    paired = dict(_paired(column.texts, today))
    if not paired:
        return
    natives = column.natives or repeat(None)
    for row, text, native in zip(column.rows, column.texts, natives, strict=False):
        if text in paired and (native is None or isinstance(native, str)):
            written, days = paired[text]
            yield Spot(
                heading=column.heading,
                field=column.field,
                row=row,
                text=text,
                written=written,
                days=days,
            )


def _paired(
    texts: Iterable[str], today: date
) -> Iterator[tuple[str, tuple[Written, dict[str, date]]]]:
    """The distinct texts whose day and month are bare numbers, with their day in each order."""
    for text in dict.fromkeys(texts):
        if 0 < len(text) <= LONGEST_READABLE and not is_year_first(text):
            written = read_written(text, today)
            if written.day is not None and written.day.pair is not None:
                yield text, (written, readings(written, today))


def first_that_speaks(
    columns: Sequence[ColumnText], leaning: Sequence[Spot], around: Surroundings
) -> tuple[str, str]:
    """An order and the words why, from the weakest evidence that still says something."""
    dotted = any(spot.written.day and spot.written.day.dotted for spot in leaning)
    for order, why in (
        (_order_by_weekdays(leaning), "otherwise days of the week would not fit their dates"),
        ("dmy" if dotted else None, "the numbers are parted by dots"),
        (_order_of_formats(columns), "the other dates of the sheet are formatted so"),
        (_order_by_replies(leaning), "otherwise a reply would be due after its interview"),
        (_order_by_window(leaning, around.today), "otherwise dates fall far from today"),
        (_order_by_country(columns, around), "the money and numbers are written as in such lands"),
        (around.date_order, "you said so"),
    ):
        if order:
            return order, why
    return "dmy", "most of the world writes so"


def _order_of_formats(columns: Sequence[ColumnText]) -> str | None:
    """What the number formats of true dates put first."""
    for column in columns:
        if COLUMNS[column.field].kind not in DATES:
            continue
        for code in column.formats or ():
            if code and (
                first := re.search(r"d|m", re.sub(r"\[[^\]]*\]|y+.*|h.*", "", code.lower()))
            ):
                return "dmy" if first[0] == "d" else "mdy"
    return None


def _order_by_weekdays(leaning: Sequence[Spot]) -> str | None:
    """The order under which more of the weekdays written beside dates are right."""
    named = [spot for spot in leaning if spot.written.weekday is not None]
    wrong = {
        order: sum(spot.days[order].weekday() != spot.written.weekday for spot in named)
        for order in ORDERS
    }
    return None if len(set(wrong.values())) == 1 else min(wrong, key=wrong.__getitem__)


def _order_by_replies(leaning: Sequence[Spot]) -> str | None:
    """The only order under which no reply is due after its interview."""
    starts = {spot.row: spot for spot in leaning if spot.field is Field.START}
    pairs = [
        (starts[spot.row].days, spot.days)
        for spot in leaning
        if spot.field is Field.REPLY_BY and spot.row in starts
    ]
    broken = {order: any(s[order] < r[order] for s, r in pairs) for order in ORDERS}
    return _the_one_without(broken)


def _order_by_window(leaning: Sequence[Spot], today: date) -> str | None:
    """The only order under which all dates fall near today."""
    low = today - timedelta(days=ORDER_DAYS_BACK)
    high = today + timedelta(days=ORDER_DAYS_AHEAD)
    outside = {
        order: any(not low <= spot.days[order] <= high for spot in leaning) for order in ORDERS
    }
    return _the_one_without(outside)


def _the_one_without(fault: dict[str, bool]) -> str | None:
    good = [order for order, found in fault.items() if not found]
    return good[0] if len(good) == 1 else None


def _order_by_country(columns: Sequence[ColumnText], around: Surroundings) -> str | None:
    """£ or a decimal comma put the day first; AM/PM beside $ the month."""
    money = [t for c in columns if COLUMNS[c.field].kind is Kind.MONEY for t in c.texts]
    if around.decimal_comma or any("£" in text or "€" in text for text in money):
        return "dmy"
    clocks = [t for c in columns if COLUMNS[c.field].kind in DATES for t in c.texts]
    halves = any(re.search(r"\d\s*[ap]\.?m\b", text, re.IGNORECASE) for text in clocks)
    return "mdy" if halves and any("$" in text for text in money) else None
