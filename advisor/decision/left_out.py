"""Why an invite stays out of the plan: each row's first reason that applies, or none."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from advisor.decision.candidates import Demands
from advisor.rules.advice import Advice
from advisor.rules.columns import Field
from advisor.rules.verdict import Decision, LeftOut, Reason, Verdict

Bools = NDArray[np.bool_]
Reasons = NDArray[np.object_]
"""One reason an invite, None where there is none."""


def overridden(invites: pd.DataFrame, decision: Decision) -> Bools:
    """Where the person's own word is `decision`."""
    said: Bools = (invites[Field.MY_DECISION] == decision).to_numpy(dtype=bool)
    return said


def own_reasons(
    invites: pd.DataFrame, advice: pd.DataFrame, demands: Demands, today: date
) -> Reasons:
    """Why an invite is no candidate at all; None where it is one.

    advice  rows in the order of `invites`
    The person's own accept needs nothing but a day that is not over.
    """
    start = invites[Field.START].to_numpy(dtype="datetime64[D]")
    verdict, reason = advice[Advice.VERDICT], advice[Advice.REASON].to_numpy(dtype=object)
    refused = (verdict == Verdict.DECLINE) | (reason == Reason.WILL_YOU_PREPARE)
    first_choice = advice[Advice.FIRST_CHOICE].to_numpy(dtype=bool)
    own_accept = overridden(invites, Decision.ACCEPT)
    return _first_that_applies(
        [
            (LeftOut.PAST, start < np.datetime64(today, "D")),
            (LeftOut.YOU_DECLINED, overridden(invites, Decision.DECLINE)),
            (None, own_accept),
            (reason, refused.to_numpy(dtype=bool)),
            (LeftOut.NOT_WORTH_THE_HOURS, ~first_choice & (demands.surplus <= 0)),
        ]
    )


def plan_reasons(demands: Demands, chosen: Bools, budget: int) -> Reasons:
    """Why a candidate is not among the chosen ones; the last reason always applies.

    chosen  m long, in the invites' order
    budget  minutes each week holds
    """
    return _first_that_applies(
        [
            (LeftOut.NEEDS_MORE_THAN_A_WEEK, demands.minutes > budget),
            (LeftOut.TIME_CLASH, _clashes(demands, chosen)),
            (LeftOut.HOURS_FULL, np.ones(len(chosen), dtype=bool)),
        ]
    )


def _first_that_applies(lines: Sequence[tuple[object, Bools]]) -> Reasons:
    """Of each row's lines that hold, the reason of the first; None where none holds."""
    reasons = np.full(len(lines[0][1]), None, dtype=object)
    for reason, holds in reversed(lines):
        reasons = np.where(holds, np.asarray(reason, dtype=object), reasons)
    return reasons


def _clashes(demands: Demands, chosen: Bools) -> Bools:
    """Where a window overlaps a chosen one; the chosen ones do not overlap each other."""
    taken = chosen & demands.timed
    by_end = np.lexsort((demands.opens[taken], demands.closes[taken]))
    opens, closes = demands.opens[taken][by_end], demands.closes[taken][by_end]
    following = np.searchsorted(closes, demands.opens, side="right")
    next_opens = np.append(opens, np.iinfo(np.int64).max)[following]
    return demands.timed & (next_opens < demands.closes)
