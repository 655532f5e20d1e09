"""Which set of interviews fits the weeks, in which order, and why the others stay out."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from advisor.decision.assess import Assessment
from advisor.decision.candidates import (
    MINUTES_AN_HOUR,
    Candidate,
    Demands,
    list_candidates,
    measure_demands,
    minutes_held,
)
from advisor.decision.left_out import Reasons, overridden, own_reasons, plan_reasons
from advisor.decision.order import find_order_clashes, recommended_order
from advisor.decision.schedule import best_set
from advisor.rules.advice import Advice
from advisor.rules.columns import Field
from advisor.rules.profile import Profile
from advisor.rules.verdict import Decision, LeftOut, Verdict

CROWDED = frozenset({LeftOut.TIME_CLASH, LeftOut.HOURS_FULL})
"""Another date could still fit what stays out for one of these."""

KINDS = pd.CategoricalDtype([str(word) for word in Decision])
"""What may stand in the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """Which interviews fit the weeks: all of a plan that what stands in the end rests on.

    candidates  the invites without a reason of their own to stay out
    chosen      rows, in no order
    left_out    row → reason, for every row that is not chosen
    """

    candidates: Sequence[Candidate]
    chosen: frozenset[int]
    left_out: dict[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The best set of interviews that fits the weeks.

    chosen           rows, in the order to take them
    order            every row, as if all were taken
    left_out         row → reason, for every row that is not chosen
    surplus_hours    hours of surplus of the chosen ones together
    prep_hours       hours of preparation they need together
    next_hour_worth  hours of surplus more if each week held one more hour; below 0 where it would
                     let in a first choice, or an accept of your own, that costs more than it gives
    next_hour_adds   rows it would let in, in the order to take them
    order_clashes    (other, first choice), both dated, where the other starts no sooner
    """

    chosen: tuple[int, ...]
    order: tuple[int, ...]
    left_out: dict[int, str]
    surplus_hours: float
    prep_hours: float
    next_hour_worth: float
    next_hour_adds: tuple[int, ...]
    order_clashes: tuple[tuple[int, int], ...]


def fit(invites: pd.DataFrame, assessment: Assessment, profile: Profile, today: date) -> Fit:
    """The unique best set; see `schedule` for what is best and what fits.

    invites  m × columns, indexed by `row`; their order does not matter
    today    what starts on an earlier day is over
    """
    advice = assessment.ranking.loc[invites.index]
    demands = measure_demands(invites, advice, assessment.levels.loc[invites.index])
    reasons = own_reasons(invites, advice, demands, today)
    candidates = _candidates(invites, advice, demands, reasons)
    budget = minutes_held(profile.prep_hours_per_week)
    chosen = _rows(best_set(candidates, budget))
    left_out = _left_out(invites, reasons, demands, chosen, budget)
    return Fit(candidates=candidates, chosen=chosen, left_out=left_out)


def plan(
    invites: pd.DataFrame,
    assessment: Assessment,
    profile: Profile,
    today: date,
    fitting: Fit | None = None,
) -> Plan:
    """The unique best plan, with the order to take it in and what one hour more would bring.

    fitting  what `fit` found of the same, where it is known
    """
    if fitting is None:
        fitting = fit(invites, assessment, profile, today)
    advice, levels = assessment.ranking.loc[invites.index], assessment.levels.loc[invites.index]
    budget = minutes_held(profile.prep_hours_per_week)
    chosen = fitting.chosen
    roomier = _rows(best_set(fitting.candidates, budget + MINUTES_AN_HOUR))
    order = recommended_order(invites, advice, levels)
    surplus = advice[Advice.SURPLUS]
    return Plan(
        chosen=_in_order(order, chosen),
        order=order,
        left_out=fitting.left_out,
        surplus_hours=_total(surplus, chosen),
        prep_hours=_total(levels[Field.PREP_HOURS_NEEDED], chosen),
        next_hour_worth=_total(surplus, roomier) - _total(surplus, chosen),
        next_hour_adds=_in_order(order, roomier - chosen),
        order_clashes=find_order_clashes(order, invites, advice),
    )


def decide(advice: pd.DataFrame, plan: Plan | Fit, invites: pd.DataFrame) -> pd.Series:
    """What stands in the end for each invite, in the order of `advice`.

    The person's own word where given; *move* where an accept with a date does not fit the plan;
    else the verdict.
    """
    places = invites.index.get_indexer(advice.index)
    own = invites[Field.MY_DECISION].to_numpy(dtype=object)[places]
    dated = invites[Field.START].notna().to_numpy()[places]
    crowded = np.array([plan.left_out.get(row) in CROWDED for row in advice.index], dtype=bool)
    verdict = advice[Advice.VERDICT].to_numpy(dtype=object)
    move = (verdict == Verdict.ACCEPT) & dated & crowded
    words = np.where(move, Decision.MOVE.value, verdict)
    told = np.isin(own, (Decision.ACCEPT.value, Decision.DECLINE.value))
    standing = pd.Categorical(np.where(told, own, words), dtype=KINDS)
    return pd.Series(standing, index=advice.index, name=Advice.DECISION.value)


def _candidates(
    invites: pd.DataFrame, advice: pd.DataFrame, demands: Demands, reasons: Reasons
) -> list[Candidate]:
    """The invites without a reason of their own to stay out."""
    must = advice[Advice.FIRST_CHOICE].to_numpy(dtype=bool) | overridden(invites, Decision.ACCEPT)
    return list_candidates(invites, demands, pd.isna(reasons), must)


def _rows(candidates: Iterable[Candidate]) -> frozenset[int]:
    return frozenset(one.row for one in candidates)


def _in_order(order: Sequence[int], rows: frozenset[int]) -> tuple[int, ...]:
    return tuple(row for row in order if row in rows)


def _total(hours: pd.Series, rows: frozenset[int]) -> float:
    """Exactly rounded, so the order of rows does not matter."""
    return math.fsum(hours.loc[list(rows)])


def _left_out(
    invites: pd.DataFrame,
    reasons: Reasons,
    demands: Demands,
    chosen: frozenset[int],
    budget: int,
) -> dict[int, str]:
    """The one reason of each row that is not chosen, in the invites' order."""
    taken = invites.index.isin(chosen)
    told = np.where(pd.isna(reasons), plan_reasons(demands, taken, budget), reasons)
    rows = invites.index[~taken].tolist()
    return {row: str(reason) for row, reason in zip(rows, told[~taken], strict=True)}
