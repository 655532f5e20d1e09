"""A typed value of a workbook → the text that stands for it."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import lru_cache

_LARGEST_WHOLE = 1e15
_REMEMBERED = 1 << 16


@lru_cache(maxsize=_REMEMBERED)
def _number(value: float) -> str:
    if value.is_integer() and abs(value) < _LARGEST_WHOLE:
        return str(int(value))
    return format(value, ".15g")


@lru_cache(maxsize=_REMEMBERED)
def _day(value: date) -> str:
    return value.isoformat()


def _moment(value: datetime) -> str:
    if not (value.hour or value.minute or value.second):
        return value.date().isoformat()
    return value.isoformat(sep=" ", timespec="seconds" if value.second else "minutes")


def _duration(value: timedelta) -> str:
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}" + (f":{seconds:02}" if seconds else "")


def _clock(value: time) -> str:
    return value.isoformat(timespec="seconds" if value.second else "minutes")


_TEXTS: dict[type, Callable[..., str]] = {
    str: str.strip,
    float: _number,
    int: str,
    bool: lambda value: "TRUE" if value else "FALSE",
    date: _day,
    datetime: _moment,
    time: _clock,
    timedelta: _duration,
    type(None): lambda _: "",
}


def text_of(value: object) -> str:
    """The text of a cell: numbers without noise, days as ISO dates.

    >>> [text_of(v) for v in (95000.0, 0.1 + 0.2, date(2027, 1, 14), True, " a ")]
    ['95000', '0.3', '2027-01-14', 'TRUE', 'a']
    """
    return _TEXTS.get(type(value), str)(value)


def texts_of(natives: list[list[object]]) -> list[list[str]]:
    """The text of every cell."""
    texts = _TEXTS
    return [[texts[type(value)](value) for value in row] for row in natives]
