"""The plan by trying every subset, straight from the model's words: slow, plain and apart."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from fractions import Fraction
from itertools import chain, combinations
from math import ceil, floor

import pandas as pd

from advisor.decision.assess import Assessment
from tests.decision.invites import table

Record = Mapping[str, object]
NO_DATE = datetime.fromisoformat("9999-12-31")
BLOCKERS = ("offer_accepted", "dealbreaker", "will_not_prepare")


def read_line(record: Record) -> tuple[str, str]:
    """Verdict and reason of a record that states its gate and surplus."""
    gate, surplus, wanted = record["gate"], record["surplus"], record["wanted"]
    lines = [
        (record.get("blocker") is not None, "decline", record.get("blocker")),
        (gate == "fail", "decline", "will_not_prepare"),
        (wanted and gate == "unknown", "ask", "will_you_prepare"),
        (wanted, "accept", "first_choice"),
        (surplus <= -2, "decline", "not_worth_the_hours"),
        (gate == "unknown", "ask", "will_you_prepare"),
        (surplus >= 2, "accept", "worth_the_hours"),
        (True, "ask", "toss_up"),
    ]
    return next((verdict, reason) for holds, verdict, reason in lines if holds)


def assessed(records: Sequence[Record]) -> tuple[pd.DataFrame, Assessment]:
    """Invites and what an assessment says of them, for as much of it as a plan looks at."""
    invites = table([{**record, "start": written_start(record)} for record in records])
    lines = [read_line(record) for record in records]
    advice = pd.DataFrame(
        {
            "verdict": pd.Categorical([verdict for verdict, _ in lines]),
            "reason": pd.Categorical([reason for _, reason in lines]),
            "gate": pd.Categorical([record["gate"] for record in records]),
            "surplus_hours": [float(record["surplus"]) for record in records],
            "is_first_choice": [bool(record["wanted"]) for record in records],
            "blocked": [reason in BLOCKERS for _, reason in lines],
        },
        index=invites.index,
    )
    kept = ["interview_hours", "travel_hours", "prep_hours_needed", "interest"]
    levels = invites[kept].copy()
    levels["rival"] = [float(record.get("rival", 0)) for record in records]
    unused = pd.DataFrame(index=invites.index)
    ranked = advice.sort_values("surplus_hours", ascending=False, kind="stable")
    return invites, Assessment(ranking=ranked, values=unused, hours=unused, levels=levels)


def written_start(record: Record) -> str | None:
    """The start as a cell of the sheet has it: a bare day where no time is known."""
    start = record.get("start")
    return start if start is None or record.get("timed", True) else str(start)[:10]


def hours(amount: float) -> timedelta:
    return timedelta(microseconds=round(Fraction(amount) * 3_600_000_000))


def minutes(amount: float) -> int:
    return ceil(round(Fraction(amount) * 60, 6))


def start_of(record: Record) -> datetime | None:
    start = written_start(record)
    return None if start is None else datetime.fromisoformat(start)


def window_of(record: Record) -> tuple[datetime, datetime] | None:
    start = start_of(record)
    if start is None or not record.get("timed", True):
        return None
    journey = hours(record["travel_hours"] / 2)
    return start - journey, start + hours(record["interview_hours"]) + journey


def overlap(one: Record, other: Record) -> bool:
    first, second = window_of(one), window_of(other)
    return bool(first and second and first[0] < second[1] and second[0] < first[1])


def eligible(record: Record, today: date) -> bool:
    start, own = start_of(record), record.get("my_decision")
    if start is not None and start.date() < today:
        return False
    if own is not None:
        return own == "accept"
    clear = record.get("blocker") is None and record["gate"] == "pass"
    return clear and (record["surplus"] > 0 or record["wanted"])


def feasible(records: Sequence[Record], budget: float) -> bool:
    used: dict[object, int] = defaultdict(int)
    for record in records:
        start = start_of(record)
        week = None if start is None else start.isocalendar()[:2]
        used[week] += minutes(record["prep_hours_needed"])
    held = floor(round(Fraction(budget) * 60, 6))
    return max(used.values(), default=0) <= held and not any(
        overlap(one, other) for one, other in combinations(records, 2)
    )


def goodness(members: Sequence[tuple[int, Record]]) -> tuple[object, ...]:
    """Smaller is better, aim after aim."""
    records = [record for _, record in members]
    return (
        -sum(1 for one in records if one["wanted"] or one.get("my_decision") == "accept"),
        -sum(round(one["surplus"] * 1_000_000) for one in records),
        sum(minutes(one["prep_hours_needed"]) for one in records),
        len(records),
        sorted(name_of(one) for one in records),
        sorted(row for row, _ in members),
    )


def name_of(record: Record) -> tuple[str, str, datetime]:
    company, role = record.get("company") or "", record.get("role") or ""
    return company.strip().lower(), role.strip().lower(), start_of(record) or NO_DATE


def best_subset(records: Mapping[int, Record], budget: float, today: date) -> set[int]:
    """The rows of the best feasible subset of the eligible records."""
    open_ = [(row, record) for row, record in records.items() if eligible(record, today)]
    subsets = chain.from_iterable(combinations(open_, size) for size in range(len(open_) + 1))
    fitting = (one for one in subsets if feasible([record for _, record in one], budget))
    return {row for row, _ in min(fitting, key=goodness)}


def left_out_reason(record: Record, chosen: Sequence[Record], budget: float, today: date) -> str:
    """The one reason of a record that is not chosen."""
    start, own = start_of(record), record.get("my_decision")
    verdict, reason = read_line(record)
    refused = own is None and (verdict == "decline" or reason == "will_you_prepare")
    worth = own is not None or record["wanted"] or round(record["surplus"] * 1_000_000) > 0
    reasons = [
        (start is not None and start.date() < today, "past"),
        (own == "decline", "you_declined"),
        (refused, reason),
        (not worth, "not_worth_the_hours"),
        (not feasible([record], budget), "needs_more_than_a_week"),
        (any(overlap(record, other) for other in chosen), "time_clash"),
        (True, "hours_full"),
    ]
    return next(reason for holds, reason in reasons if holds)
