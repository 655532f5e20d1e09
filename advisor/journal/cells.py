"""One cell between the invites table and the history: days and times become ISO text."""

import math
from collections.abc import Callable, Mapping
from datetime import date, datetime
from types import MappingProxyType

from advisor.journal.state import Scalar
from advisor.rules.columns import COLUMNS, Field
from advisor.rules.kinds import NUMERIC, Kind


def _number(value: object) -> float | None:
    right = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if right and math.isfinite(value) else None  # type: ignore[arg-type]  # right says so


def _yes_no(value: object) -> bool | None:
    return bool(value) if value in {0, 1} else None


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _day(value: object) -> str | None:
    day = _moment(value)
    return None if day is None else day[:10]


def _moment(value: object) -> str | None:
    """A bare day keeps no time, so that the two can be told apart when read back."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    return _iso(value) if isinstance(value, str) else None


def _iso(text: str) -> str | None:
    try:
        bare = len(text) == len("2027-01-14")
        return _moment(date.fromisoformat(text) if bare else datetime.fromisoformat(text))
    except ValueError:
        return None


WRITERS: Mapping[Kind, tuple[Callable[[object], Scalar], str]] = MappingProxyType(
    {
        **dict.fromkeys(NUMERIC, (_number, "a number")),
        Kind.YES_NO: (_yes_no, "True or False"),
        Kind.DATE: (_day, "a day"),
        Kind.DATETIME: (_moment, "a day or a day and time"),
        Kind.TEXT: (_text, "text"),
        Kind.CODE: (_text, "text"),
        Kind.DECISION: (_text, "text"),
    }
)
"""For each kind of column: how its cells are written, and what they must be."""


def written(key: Field, value: object) -> Scalar:
    """The cell as the history keeps it; None is empty, and so is empty text.

    Raises `ValueError` for a value that is not of the column's kind.

    >>> written(Field.START, date(2027, 1, 14)), written(Field.INTEREST, 4)
    ('2027-01-14', 4.0)
    >>> written(Field.PAY, "lots")
    Traceback (most recent call last):
    ValueError: Pay must be a number, not 'lots'.
    """
    if value is None or value == "":
        return None
    column = COLUMNS[key]
    write, must = WRITERS[column.kind]
    cell = write(value)
    if cell is None:
        raise ValueError(f"{column.label} must be {must}, not {value!r}.")
    return cell
