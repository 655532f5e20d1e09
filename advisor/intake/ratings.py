"""Numbers a person gives on the page, laid over those of their sheet."""

import math
from collections.abc import Mapping

import pandas as pd

from advisor.rules.columns import COLUMNS, Field
from advisor.rules.kinds import NUMERIC

Ratings = Mapping[tuple[int, Field], float | None]
"""(row, column) → the number given for it; None or NaN where the answer was taken back."""


def with_ratings(invites: pd.DataFrame, ratings: Ratings) -> pd.DataFrame:
    """A new table of invites in which the numbers given stand; empty where one is taken back.

    A row that is not in the table is passed over: it may be set aside just now.
    Raises ValueError for a column that holds no numbers, or a number outside its legal range.
    """
    for (_, key), value in ratings.items():
        _check(key, value)
    given = {(row, key): value for (row, key), value in ratings.items() if row in invites.index}
    if not given:
        return invites
    rated = invites.copy()
    for (row, key), value in given.items():
        rated.loc[row, key] = math.nan if value is None else float(value)
    return rated


def _check(key: Field, value: float | None) -> None:
    column = COLUMNS[key]
    if column.kind not in NUMERIC:
        raise ValueError(f"{column.label} holds no numbers, so it cannot be rated.")
    if value is not None and not math.isnan(value) and not column.low <= value <= column.high:
        raise ValueError(f"{column.label} must be {column.low:g} to {column.high:g}, not {value}.")
