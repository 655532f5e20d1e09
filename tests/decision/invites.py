"""Invites tables for the tests of the decision room."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from advisor.rules.columns import COLUMNS, START_HAS_TIME, Field
from advisor.rules.kinds import NUMERIC, Kind

DATES = {Kind.DATE, Kind.DATETIME}


def table(rows: Sequence[Mapping[str, object]], first: int = 2) -> pd.DataFrame:
    """An invites table as intake makes it, from records that leave out what is empty."""
    index = pd.Index(range(first, first + len(rows)), name="row")
    columns = {key.value: _column(key, [row.get(key) for row in rows]) for key in COLUMNS}
    invites = pd.DataFrame(columns).set_axis(index)
    starts = [str(row.get(Field.START, "")) for row in rows]
    invites[START_HAS_TIME] = np.array([":" in start for start in starts], dtype=bool)
    return invites


def _column(key: Field, cells: list[object]) -> np.ndarray | pd.Series:
    kind = COLUMNS[key].kind
    if kind in NUMERIC or kind is Kind.YES_NO:
        return np.array([np.nan if cell is None else float(cell) for cell in cells])
    if kind in DATES:
        return np.array([np.datetime64(cell or "NaT", "us") for cell in cells])
    return pd.Series(cells, dtype=object)
