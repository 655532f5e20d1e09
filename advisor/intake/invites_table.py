"""Columns as read → the invites table: every column of ours, always, in their own kinds."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from advisor.intake.cells import CellsRead
from advisor.rules.columns import COLUMNS, START_HAS_TIME, Field
from advisor.rules.kinds import NUMERIC, Kind


def invites_table(rows: Sequence[int], read: Mapping[Field, CellsRead]) -> pd.DataFrame:
    """The invites (m × every column), index row; what no column gives is empty.

    rows  the number the spreadsheet shows, one per invite
    """
    size = len(rows)
    nothing = {kind: _nothing(kind, size) for kind in Kind}
    table: dict[str, object] = {
        field: _cells(field, read[field].values) if field in read else nothing[column.kind]
        for field, column in COLUMNS.items()
    }
    timed = read[Field.START].has_time if Field.START in read else None
    table[START_HAS_TIME] = np.array(timed or [False] * size, dtype=bool)
    _give_currency(table, read)
    invites = pd.DataFrame(table)
    invites.index = pd.Index(list(rows), name="row", dtype="int64")
    return invites


def _cells(field: Field, values: Sequence[object]) -> object:
    kind = COLUMNS[field].kind
    if kind in NUMERIC or kind is Kind.YES_NO:
        return np.array(values, dtype=float)
    if kind in {Kind.DATE, Kind.DATETIME}:
        return _days(values, whole=kind is Kind.DATE)
    return pd.Series(list(values), dtype=object)


def _nothing(kind: Kind, size: int) -> object:
    """A column of empty cells."""
    if kind in NUMERIC or kind is Kind.YES_NO:
        return np.full(size, np.nan)
    if kind in {Kind.DATE, Kind.DATETIME}:
        return np.full(size, _NO_DAY, dtype="datetime64[us]")
    return pd.Series([None] * size, dtype=object)


def _days(values: Sequence[object], *, whole: bool) -> object:
    """Dates and times as wall clock; whole days at midnight."""
    places = {day: place for place, day in enumerate(dict.fromkeys(values))}
    distinct = [_NO_DAY if day is None else day for day in places]
    stamps = np.array(distinct, dtype="datetime64[us]")
    stamps = stamps.astype("datetime64[D]").astype("datetime64[us]") if whole else stamps
    return stamps[list(map(places.__getitem__, values))]


_NO_DAY = np.datetime64("NaT")


def _give_currency(table: dict[str, object], read: Mapping[Field, CellsRead]) -> None:
    """The currency of the pay, where no column of its own says it."""
    found = read[Field.PAY].currencies if Field.PAY in read else None
    if not found or not any(found):
        return
    own = read[Field.PAY_CURRENCY].values if Field.PAY_CURRENCY in read else [None] * len(found)
    table[Field.PAY_CURRENCY] = _cells(
        Field.PAY_CURRENCY,
        [mine if said is None else said for said, mine in zip(own, found, strict=True)],
    )
