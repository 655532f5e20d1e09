"""Strict JSON: what each value becomes, and one record as one line.

An infinite number is the text "inf", what is unknown is null, never NaN; numbers are not rounded.
"""

import json
import math
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import singledispatch
from numbers import Integral
from typing import Any

import pandas as pd


def to_json(record: Mapping[str, object]) -> str:
    """One record as one line of strict JSON, letters of any script as they are.

    >>> to_json({"pay": None, "company": "Café"})
    '{"pay": null, "company": "Café"}'
    """
    return json.dumps(record, ensure_ascii=False, allow_nan=False)


@singledispatch
def plain(value: Any) -> Any:
    """A value as JSON can hold it; a type that has no such form is a programmer's TypeError.

    >>> plain(float("inf")), plain(float("nan")), plain(date(2027, 1, 14))
    ('inf', None, '2027-01-14')
    >>> plain({2: ("a", True)})
    {'2': ['a', True]}
    """
    raise TypeError(f"{type(value).__name__} has no form in JSON")


@plain.register(type(None))
@plain.register(bool)
def _as_it_is(value: bool | None) -> bool | None:
    return value


@plain.register
def _text(value: str) -> str:
    return str(value)


@plain.register
def _whole(value: Integral) -> int:
    return int(value)


@plain.register
def _number(value: float) -> float | str | None:
    if math.isfinite(value):
        return float(value)
    return None if math.isnan(value) else f"{float(value)}"


@plain.register
def _day(value: date) -> str:
    return value.isoformat()


@plain.register
def _moment(value: datetime) -> str | None:
    return None if pd.isna(value) else value.isoformat(timespec="seconds")


@plain.register(Mapping)
def _table(value: Mapping[Any, Any]) -> dict[str, Any]:
    return {str(plain(key)): plain(held) for key, held in value.items()}


@plain.register(list)
@plain.register(tuple)
def _list(value: Sequence[Any]) -> list[Any]:
    return [plain(held) for held in value]
