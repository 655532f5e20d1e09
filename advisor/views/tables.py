"""The ranked table, the picture's equal in figures."""

from datetime import date
from enum import StrEnum

import pandas as pd

from advisor.rules.advice import Advice
from advisor.rules.columns import START_HAS_TIME, Field
from advisor.views.wording import LOOKS, certainty, company_name

MOST_ROWS = 500
"""Rows the page can show; the download holds them all."""


class Column(StrEnum):
    """The headings of the ranked table, from left to right."""

    RANK = "Rank"
    COMPANY = "Company"
    VERDICT = "Verdict"
    ROLE = "Role"
    SURPLUS = "Surplus"
    WORTH = "Worth"
    COST = "Cost"
    SURE = "Sure"
    WHEN = "When"
    TIME = "At"
    REPLY_BY = "Reply by"
    DAYS_LEFT = "Days left"
    WHY = "Why"


def ranked(
    invites: pd.DataFrame,
    advice: pd.DataFrame,
    decisions: pd.Series,
    whys: pd.Series,
    today: date,
) -> pd.DataFrame:
    """One row an invite in the order of `advice`; dates stay dates, hours stay numbers.

    Pass the part of `advice` that is shown; the other tables may be larger and in any order.
    """
    rows = advice.index
    own, decided = invites.loc[rows], decisions.loc[rows].astype(str)
    start, reply_by = own[Field.START], own[Field.REPLY_BY]
    timed = own[START_HAS_TIME].astype(bool) & start.notna()
    columns = {
        Column.RANK: advice[Advice.RANK],
        Column.COMPANY: [
            company_name(name, row)
            for row, name in zip(rows.tolist(), own[Field.COMPANY].tolist(), strict=True)
        ],
        Column.VERDICT: [LOOKS[key].label for key in decided],
        Column.ROLE: own[Field.ROLE],
        Column.SURPLUS: advice[Advice.SURPLUS].round(1),
        Column.WORTH: advice[Advice.WORTH].round(1),
        Column.COST: advice[Advice.COST].round(1),
        Column.SURE: [certainty(share) for share in advice[Advice.CONFIDENCE]],
        Column.WHEN: start.dt.normalize(),
        Column.TIME: _times(start, timed),
        Column.REPLY_BY: reply_by,
        Column.DAYS_LEFT: (reply_by - pd.Timestamp(today)).dt.days,
        Column.WHY: whys.loc[rows],
    }
    return pd.DataFrame({key.value: column for key, column in columns.items()}, index=rows)


def _times(starts: pd.Series, timed: pd.Series) -> pd.Series:
    """The time of day where there is one; a bare day has none."""
    pairs = zip(starts.tolist(), timed.tolist(), strict=True)
    times = [f"{start:%H:%M}" if known else None for start, known in pairs]
    return pd.Series(times, index=starts.index, dtype=object)
