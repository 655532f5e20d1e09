"""The plan in words: the order to take interviews in, what stays out and why, one hour more."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

import pandas as pd

from advisor.rules.advice import Advice
from advisor.rules.columns import START_HAS_TIME, Field
from advisor.rules.verdict import Decision
from advisor.views.amounts import count, hours, moment, signed_hours
from advisor.views.wording import LOOKS, REASONS, company_name

MOST_LISTED = 20
"""Invites of a list that are sent to the browser."""


class Listed(StrEnum):
    """Columns of the two lists."""

    ORDER = "Take"
    COMPANY_NAME = "Invite"
    WHEN = "When"
    PREPARE = "Prepare"
    GAIN = "Surplus"
    ANSWER = "Answer"
    REASON_WORDS = "Left out because"
    PROPOSE = "Other dates to propose"


def name_of(found: Any, row: int) -> str:
    """What the invite is called."""
    return company_name(found.invites[Field.COMPANY][row], row)


def when_of(found: Any, row: int) -> str:
    """When its interview is, in words."""
    start = found.invites[Field.START][row]
    if pd.isna(start):
        return "no date yet"
    return moment(start, has_time=bool(found.invites[START_HAS_TIME][row]))


def chosen_table(found: Any) -> pd.DataFrame:
    """The chosen set in the order to take it."""
    rows = found.plan.chosen[:MOST_LISTED]
    needed = found.assessment.levels[Field.PREP_HOURS_NEEDED]
    surplus = found.assessment.ranking[Advice.SURPLUS]
    return pd.DataFrame(
        {
            Listed.ORDER: range(1, len(rows) + 1),
            Listed.COMPANY_NAME: [name_of(found, row) for row in rows],
            Listed.WHEN: [when_of(found, row) for row in rows],
            Listed.PREPARE: [hours(needed[row]) for row in rows],
            Listed.GAIN: [signed_hours(surplus[row]) for row in rows],
        }
    )


def left_out_table(found: Any, windows: Mapping[int, tuple[datetime, ...]]) -> pd.DataFrame:
    """What is not in the plan, best first, with the reason and other dates to propose.

    windows  other dates, by row
    """
    left = found.plan.left_out
    rows = [row for row in found.assessment.ranking.index if row in left][:MOST_LISTED]
    rows.sort(key=lambda row: str(found.decisions[row]) != Decision.MOVE)
    return pd.DataFrame(
        {
            Listed.COMPANY_NAME: [name_of(found, row) for row in rows],
            Listed.ANSWER: [LOOKS[str(found.decisions[row])].label for row in rows],
            Listed.REASON_WORDS: [REASONS[left[row]] for row in rows],
            Listed.PROPOSE: [_proposed(windows.get(row, ())) for row in rows],
        }
    )


def _proposed(starts: tuple[datetime, ...]) -> str:
    return " · ".join(moment(start, has_time=True) for start in starts)


def plan_lines(found: Any) -> tuple[str, ...]:
    """What the plan comes to, what one more hour would bring, which dates stand the wrong way."""
    plan = found.plan
    taken = count(len(plan.chosen), "interview")
    total = (
        f"{taken}: {hours(plan.prep_hours)} of preparation, "
        f"{signed_hours(plan.surplus_hours)} in all."
    )
    return (total, *_next_hour(found), *_wrong_way_round(found))


def _next_hour(found: Any) -> list[str]:
    """What one hour more a week would bring, in one line; nothing where it would bring nothing."""
    plan = found.plan
    if not plan.next_hour_adds:
        return ["One hour more a week would let nothing else in."] if plan.left_out else []
    names = [name_of(found, row) for row in plan.next_hour_adds]
    fits = "fits" if len(names) == 1 else "fit"
    worth = hours(plan.next_hour_worth)
    return [f"With 1 h more a week, {_listed(names)} {fits}: worth {worth}."]


def _listed(names: list[str], most: int = 3) -> str:
    shown = names[:most]
    if len(names) > most:
        return f"{', '.join(shown)} and {len(names) - most} more"
    return " and ".join(filter(None, [", ".join(shown[:-1]), shown[-1]]))


def _wrong_way_round(found: Any, most: int = 5) -> list[str]:
    """Dates that stand after the first choice, though each would serve it better before."""
    clashes = found.plan.order_clashes[:most]
    return [
        f"{name_of(found, other)} comes after {name_of(found, first)}, your first choice: "
        "an earlier date would still teach you something for it."
        for other, first in clashes
    ]
