"""How the surplus follows the months the money lasts, and where it turns."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from advisor.decision.answers import take_answers
from advisor.decision.levels import Floats
from advisor.decision.worth import stakes_of, surplus
from advisor.rules.inputs import INPUTS
from advisor.rules.motivations import RUNWAY
from advisor.rules.profile import Profile

STEPS = 49
"""Months looked at, from none to as many as the model searches: four steps a month."""


def over_runway(invites: pd.DataFrame, rows: Sequence[int], profile: Profile) -> pd.DataFrame:
    """Surplus hours of some invites for other months of money.

    Returns months × rows: the index is ascending months, each column the surplus of one row. It
    never rises: the shorter the money, the more an interview is worth.
    """
    low, high = INPUTS[RUNWAY].flip or (0.0, 0.0)
    months = np.linspace(low, high, STEPS)
    levels, stakes = take_answers(invites.loc[list(rows)], profile).levels, stakes_of(profile)
    lines = [surplus(levels.with_level(RUNWAY, np.array([month])), stakes) for month in months]
    return pd.DataFrame(lines, index=pd.Index(months, name=RUNWAY), columns=list(rows))


def turning_months(lines: pd.DataFrame) -> dict[int, float | None]:
    """The months beyond which each invite is no longer worth it; None where it never turns.

    lines  months × rows as from `over_runway`; taken as straight between two neighbouring months
    """
    months = lines.index.to_numpy(dtype=np.float64)
    rows: list[int] = [*map(int, lines.columns.tolist())]
    return {row: _crossing(months, lines[row].to_numpy(dtype=np.float64)) for row in rows}


def _crossing(months: Floats, line: Floats) -> float | None:
    going = line > 0
    if going.all() or not going.any():
        return None
    last = int(np.flatnonzero(going)[-1])
    share = line[last] / (line[last] - line[last + 1])
    return float(months[last] + share * (months[last + 1] - months[last]))
