"""Everything one run found, as records, the terminal and exports show it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import pandas as pd

from advisor.rules.profile import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One sheet, read, judged and planned.

    reading     the front door's `Reading`: invites, columns, set_aside, rows_read, ...
    assessment  its `Assessment`: the tables advice (best first), values, hours and levels
    plan        its `Plan`: chosen, order, left_out, ...
    decisions   accept, ask, decline or move, by row
    whys        one sentence each, by row
    problems    the reading's, and those that only the profile brings to light
    today       the day the plan was made for
    windows     other dates to propose, by row of an invite to move

    Views import neither the room that reads nor the one that judges, so the first three are
    named here by what they hold.
    """

    reading: Any
    assessment: Any
    plan: Any
    decisions: pd.Series
    whys: pd.Series
    problems: tuple[Any, ...]
    profile: Profile
    today: date
    windows: Mapping[int, tuple[datetime, ...]] = field(default_factory=dict)

    @property
    def invites(self) -> pd.DataFrame:
        """The invites in the order of the sheet."""
        table: pd.DataFrame = self.reading.invites
        return table

    @property
    def advice(self) -> pd.DataFrame:
        """The advice, best first."""
        table: pd.DataFrame = self.assessment.advice
        return table

    def advice_on(self, rows: list[int]) -> pd.DataFrame:
        """The advice on some rows."""
        return self.advice.loc[rows]
