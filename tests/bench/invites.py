"""Many invites for the benchmarks: some answers missing, some companies alike."""

import numpy as np
import pandas as pd

from advisor.rules.columns import COLUMNS, START_HAS_TIME, Field
from advisor.rules.kinds import NUMERIC, Kind

FULLEST = {
    Field.INTERVIEW_HOURS: 4.0,
    Field.TRAVEL_HOURS: 5.0,
    Field.PREP_HOURS_NEEDED: 10.0,
    Field.PREP_HOURS_WILLING: 12.0,
    Field.OTHER_COST_HOURS: 1.0,
    Field.INTEREST: 4.0,
    Field.UNKNOWN_SHARE: 1.0,
    Field.CLOSENESS: 1.0,
    Field.OFFER_CHANCE: 1.0,
    Field.PAY_COVER: 1.5,
    Field.NEW_CONTACTS: 6.0,
    Field.OTHER_OPENINGS: 5.0,
}
MISSING = 0.1
"""Share of scored cells left empty."""


def many(rows: int) -> pd.DataFrame:
    """So many invites, the same in every run."""
    generator = np.random.default_rng(3)
    index = pd.RangeIndex(2, rows + 2, name="row")
    columns = {key.value: _column(key, rows, generator) for key in COLUMNS}
    invites = pd.DataFrame(columns, copy=False).set_axis(index)
    invites[START_HAS_TIME] = False
    return invites


def _column(key: Field, rows: int, generator: np.random.Generator) -> object:
    if key in FULLEST:
        figures = generator.random(rows) * FULLEST[key] + (key is Field.INTEREST)
        return np.where(generator.random(rows) < MISSING, np.nan, figures)
    if COLUMNS[key].kind in NUMERIC or COLUMNS[key].kind is Kind.YES_NO:
        return np.full(rows, np.nan)
    if COLUMNS[key].kind in (Kind.DATE, Kind.DATETIME):
        return np.full(rows, np.datetime64("NaT", "us"))
    if key is Field.COMPANY:
        names = np.array([f"Company {place}" for place in range(5000)] + ["Birch"], dtype=object)
        return pd.Series(names[generator.integers(0, len(names), rows)], dtype=object)
    return pd.Series(np.full(rows, None), dtype=object)
