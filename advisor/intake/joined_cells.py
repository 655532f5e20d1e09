"""Two cells that say one thing: a day and its time, a lowest and a highest pay."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from advisor.intake.cells import ColumnText
from advisor.intake.evidence import is_time_text
from advisor.intake.problems import Level, Problem

_TIMED = re.compile(r"\d[:h]\d\d|\d\s*[ap]\.?m\b", re.IGNORECASE)
_DOTTED = re.compile(r"(\d{1,2})\.(\d\d)")

Cell = tuple[str, object]
"""The text of a cell and its typed value (None in text files)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """The cells of a column completed by those of another.

    problems  cells of the other column that could not be used; their column is still to be named
    """

    texts: list[str]
    natives: list[object] | None
    problems: list[Problem]


def join_time(days: ColumnText, times: ColumnText) -> Joined:
    """Days with the times beside them."""
    return _join(days, times, _timed_day)


def join_pay(lowest: ColumnText, highest: ColumnText) -> Joined:
    """Lowest and highest pay as ranges."""
    return _join(lowest, highest, _range)


def _join(main: ColumnText, other: ColumnText, join: Callable[[Cell, Cell], Cell | None]) -> Joined:
    pairs = zip(_cells(main), _cells(other), strict=True)
    texts: list[str] = []
    natives: list[object] = []
    problems = []
    for row, (cell, beside) in zip(main.rows, pairs, strict=True):
        joined = join(cell, beside) if beside[0] else cell
        if joined is None:
            problems.append(_unused(row, beside[0]))
            joined = cell
        texts.append(joined[0])
        natives.append(joined[1])
    return Joined(texts=texts, natives=None if main.natives is None else natives, problems=problems)


def _cells(column: ColumnText) -> list[Cell]:
    natives = [None] * len(column.texts) if column.natives is None else column.natives
    return list(zip(column.texts, natives, strict=True))


def _timed_day(day: Cell, beside: Cell) -> Cell | None:
    """The day with its time; None if either cannot be used."""
    clock = _clock(beside)
    if not day[0] or clock is None or _TIMED.search(day[0]):
        return None
    native = day[1]
    if isinstance(native, date):
        midnight = datetime(native.year, native.month, native.day)  # noqa: DTZ001 - wall clock
        hour = clock if isinstance(clock, time) else None
        if hour is not None:
            full = midnight.replace(hour=hour.hour, minute=hour.minute)
            return full.isoformat(sep=" "), full
        return f"{midnight.date()} {clock}", f"{midnight.date()} {clock}"
    text = f"{day[0]} {clock if isinstance(clock, str) else clock.strftime('%H:%M')}"
    return text, None if native is None else text


def _clock(cell: Cell) -> time | str | None:
    """The time of day a cell holds: typed, else as its text; None if it holds none."""
    text, native = cell
    if isinstance(native, datetime):
        return native.time()
    if isinstance(native, time):
        return native
    if isinstance(native, timedelta) or (isinstance(native, float) and 0 <= native < 1):
        length = native if isinstance(native, timedelta) else timedelta(days=native)
        seconds = round(length.total_seconds()) % 86400
        return time(seconds // 3600, seconds // 60 % 60)
    if dotted := _DOTTED.fullmatch(text):
        return f"{dotted[1]}:{dotted[2]}"
    return text if is_time_text(text) else None


def _range(low: Cell, high: Cell) -> Cell | None:
    if not low[0] or low[0] == high[0]:
        return high
    text = f"{low[0]} - {high[0]}"
    return text, None if low[1] is None else text


def _unused(row: int, text: str) -> Problem:
    return Problem(
        code="time_unreadable",
        level=Level.WARNING,
        row=row,
        value=text,
        reason="The time cannot be joined with the day beside it",
        assumed="Only the day column is used",
        fix="Type the day there and a time such as 10:00 here",
    )
