"""In which order to take the interviews, and where the dates stand against it.

Skill that never falls makes ascending stakes best (rearrangement inequality), and what rivals tell
about the first choice is worth most before it.
"""

from collections.abc import Sequence

import pandas as pd

from advisor.decision.candidates import NO_DATE, invite_names
from advisor.rules.advice import Advice, Level
from advisor.rules.columns import Field


def recommended_order(
    invites: pd.DataFrame, advice: pd.DataFrame, levels: pd.DataFrame
) -> tuple[int, ...]:
    """Every row, as if all were taken: first choices last, the others by rising interest.

    Rivals of a first choice come after others of equal interest; then dated before undated, by
    date, company, role, row.

    advice, levels  rows in the order of `invites`
    """
    wanted = advice[Advice.FIRST_CHOICE].astype(bool).tolist()
    rival = (levels[Level.RIVAL] > 0).tolist()
    names = [(start, company, role) for company, role, start in invite_names(invites)]
    rows = invites.index.tolist()
    keys = zip(wanted, levels[Field.INTEREST].tolist(), rival, names, rows, strict=True)
    return tuple(int(row) for *_, row in sorted(keys))


def find_order_clashes(
    order: Sequence[int], invites: pd.DataFrame, advice: pd.DataFrame
) -> tuple[tuple[int, int], ...]:
    """The pairs (other, first choice), both dated, where the other starts no sooner.

    order   every row as recommended; the pairs follow it
    advice  rows in the order of `invites`
    """
    wanted = advice[Advice.FIRST_CHOICE].astype(bool).tolist()
    starts = [start for *_, start in invite_names(invites)]
    known = dict(zip(invites.index.tolist(), zip(wanted, starts, strict=True), strict=True))
    dated = [(row, *known[row]) for row in order if known[row][1] != NO_DATE]
    others = [(row, start) for row, first_choice, start in dated if not first_choice]
    return tuple(
        (other, first)
        for first, first_choice, begins in dated
        if first_choice
        for other, start in others
        if start >= begins
    )
