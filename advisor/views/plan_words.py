"""The plan in words: the order to take interviews in, what stays out and why, one hour more."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

import pandas as pd

from advisor.rules.advice import Advice
from advisor.rules.columns import START_HAS_TIME, Field
from advisor.rules.times import LATEST_AFTER
from advisor.rules.verdict import Decision, LeftOut
from advisor.views.amounts import count, hours, moment, signed_hours
from advisor.views.wording import LOOKS, REASONS, company_name

MOST_LISTED = 20
"""Invites of a list that are sent to the browser."""

MOST_TOLD = 6
"""Invites whose other dates are told at once; each one's reply proposes its own."""

WEEKS_ASKED = LATEST_AFTER.days // 7

ROUNDING = 0.05
"""Hours that a person does not see; below it two sums are the same."""


class Listed(StrEnum):
    """Columns of the two lists."""

    ORDER = "Take"
    COMPANY_NAME = "Invite"
    WHEN = "When"
    PREPARE = "Prepare"
    GAIN = "Surplus"
    ANSWER = "Answer"
    REASON_WORDS = "Left out because"


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


def left_out_table(found: Any) -> pd.DataFrame:
    """What is not in the plan, what is to be moved first, then best first, each with its reason.

    What is over asks for no answer any more.
    """
    left = found.plan.left_out
    rows = [row for row in found.assessment.ranking.index if row in left][:MOST_LISTED]
    rows.sort(key=lambda row: str(found.decisions[row]) != Decision.MOVE)
    answers = [LOOKS[str(found.decisions[row])].label for row in rows]
    return pd.DataFrame(
        {
            Listed.COMPANY_NAME: [name_of(found, row) for row in rows],
            Listed.ANSWER: [
                "" if left[row] == LeftOut.PAST else answer
                for row, answer in zip(rows, answers, strict=True)
            ],
            Listed.REASON_WORDS: [REASONS[left[row]] for row in rows],
        }
    )


def proposal_lines(found: Any, windows: Mapping[int, tuple[datetime, ...]]) -> tuple[str, ...]:
    """For what is to be moved, best first, the other dates to propose, one line each.

    windows  other dates, by row
    """
    told = [f"{name_of(found, row)}: {_proposed(windows[row])}" for row in [*windows][:MOST_TOLD]]
    more = sum(found.decisions == Decision.MOVE) - MOST_TOLD
    return (*told, f"And {more} more: open the invite for its reply.") if more > 0 else (*told,)


def _proposed(starts: tuple[datetime, ...]) -> str:
    if not starts:
        return f"nothing is free within {count(WEEKS_ASKED, 'week')}; its reply asks for later."
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
    alone = sum(found.assessment.ranking[Advice.SURPLUS][[*plan.next_hour_adds]])
    instead = " in place of others" if alone > plan.next_hour_worth + ROUNDING else ""
    worth = hours(plan.next_hour_worth)
    return [f"With 1 h more a week, {_listed(names)} {fits}{instead}: worth {worth}."]


def _listed(names: list[str], most: int = 3) -> str:
    shown = names[:most]
    if len(names) > most:
        return f"{', '.join(shown)} and {len(names) - most} more"
    return " and ".join(filter(None, [", ".join(shown[:-1]), shown[-1]]))


def wrong_way_round(found: Any) -> Iterator[tuple[int, int]]:
    """The pairs (other, first choice) whose dates stand against the order, both still to come.

    What is declined teaches nothing for the first choice, whenever it is.
    """
    for pair in found.plan.order_clashes:
        over = any(found.plan.left_out.get(row) == LeftOut.PAST for row in pair)
        if not over and str(found.decisions[pair[0]]) != Decision.DECLINE:
            yield pair


def _wrong_way_round(found: Any) -> list[str]:
    """What stands after a first choice, though each would serve it better before."""
    behind: defaultdict[int, list[str]] = defaultdict(list)
    for other, first in wrong_way_round(found):
        behind[first].append(name_of(found, other))
    return [
        f"{_listed(names)} {_stand(len(names))} {name_of(found, first)}, your first choice: "
        "before it, what you learn there would still help."
        for first, names in behind.items()
    ]


def _stand(number: int) -> str:
    return "comes after" if number == 1 else "come after"
