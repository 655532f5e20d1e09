"""Two to four invites side by side: who wins where, by how many hours."""

from collections.abc import Sequence

import pandas as pd

from advisor.decision.assess import Assessment
from advisor.rules.advice import Advice
from advisor.rules.motivations import Motive

LEAST_LEAD = 0.05
"""Hours below which nobody is ahead: it would read 0 h."""


def side_by_side(assessment: Assessment, rows: Sequence[int]) -> pd.DataFrame:
    """Hours of each invite, one column an invite: the six motivations, the cost, the surplus.

    rows  two to four of the assessment's, the first is the one the others are held against
    """
    chosen = list(rows)
    table = assessment.hours.loc[chosen, list(Motive)].T
    for key in (Advice.COST, Advice.SURPLUS):
        table.loc[key.value] = assessment.ranking.loc[chosen, key]
    return table


def leads(table: pd.DataFrame) -> dict[str, tuple[int, float] | None]:
    """For each line of `side_by_side` the row ahead and its lead over the next in hours, or None.

    Of the cost, less is ahead.
    """
    return {str(key): _lead(line, less=key == Advice.COST) for key, line in table.iterrows()}


def _lead(line: "pd.Series[float]", *, less: bool) -> tuple[int, float] | None:
    ranked = line.sort_values(ascending=less, kind="stable")
    lead = abs(float(ranked.iloc[0] - ranked.iloc[1]))
    return (int(ranked.index[0]), lead) if lead >= LEAST_LEAD else None
