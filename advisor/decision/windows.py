"""Another date for what does not fit: free windows to propose, nearest to the date it had."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

import pandas as pd

from advisor.decision.assess import Assessment
from advisor.decision.candidates import minutes_held, minutes_needed
from advisor.decision.plan import Plan, decide
from advisor.rules.advice import Advice
from advisor.rules.columns import START_HAS_TIME, Field
from advisor.rules.profile import Profile
from advisor.rules.times import (
    CLOSED,
    COMES_HOME,
    LATEST_AFTER,
    LEAVES_HOME,
    MOST_MOVED,
    MOST_PROPOSED,
    OFFICE_CLOSES,
    OFFICE_OPENS,
    PROPOSED_SLOTS,
    SOONEST_AWAY,
    WORKDAYS_A_WEEK,
)
from advisor.rules.verdict import Decision

Span = tuple[datetime, datetime]
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What an interview takes, wherever it is put.

    start           as it stands now
    length, travel  hours; travel is there and back
    minutes         of preparation
    """

    row: int
    start: datetime
    timed: bool
    length: float
    travel: float
    minutes: int
    first_choice: bool

    def away(self, start: datetime) -> Span:
        """From leaving home to coming back."""
        half = timedelta(hours=self.travel / 2)
        return start - half, start + timedelta(hours=self.length) + half


def free_windows(
    invites: pd.DataFrame, assessment: Assessment, plan: Plan, profile: Profile, today: date
) -> dict[int, tuple[datetime, ...]]:
    """For each invite to move up to three starts to propose, in order of time; none if none is.

    The better invite chooses first, and only the best `MOST_MOVED` do. A window overlaps nothing
    planned nor proposed to another, its week still holds the hours of preparation whatever the
    others answer, and it stands before the interview at the first choice where it can.
    """
    decisions = decide(assessment.ranking, plan, invites)
    moved = decisions.index[decisions == Decision.MOVE].tolist()[:MOST_MOVED]
    planned = list(_visits(plan.chosen, invites, assessment))
    taken = [_whole(visit) for visit in planned]
    weeks = _minutes_by_week(planned)
    budget = minutes_held(profile.prep_hours_per_week)
    first_choice = _first_choice(planned, profile)
    found: dict[int, tuple[datetime, ...]] = {}
    for visit in _visits(moved, invites, assessment):
        days = _days(visit, today, first_choice)
        fitting = (day for day in days if weeks[_week(day)] + visit.minutes <= budget)
        starts = list(_starts(visit, fitting, taken))
        taken += [visit.away(start) for start in starts]
        for week in {_week(start) for start in starts}:
            weeks[week] += visit.minutes
        found[visit.row] = tuple(sorted(starts))
    return found


def _first_choice(planned: Iterable[Visit], profile: Profile) -> date | None:
    """The day other interviews had better stand before: as told, or as planned."""
    if profile.first_choice_date is not None:
        return profile.first_choice_date
    return min((visit.start.date() for visit in planned if visit.first_choice), default=None)


def _visits(rows: Iterable[int], invites: pd.DataFrame, assessment: Assessment) -> Iterator[Visit]:
    """The dated ones of these rows, as their hours are used."""
    dated = invites[Field.START].notna()
    return (_visit(row, invites, assessment) for row in rows if dated[row])


def _visit(row: int, invites: pd.DataFrame, assessment: Assessment) -> Visit:
    used: Mapping[Any, Any] = assessment.levels.loc[row].to_dict()
    start = invites[Field.START][row]
    return Visit(
        row=row,
        start=start.to_pydatetime(warn=False),
        timed=bool(invites[START_HAS_TIME][row]),
        length=float(used[Field.INTERVIEW_HOURS]),
        travel=float(used[Field.TRAVEL_HOURS]),
        minutes=minutes_needed(float(used[Field.PREP_HOURS_NEEDED])),
        first_choice=bool(assessment.ranking[Advice.FIRST_CHOICE][row]),
    )


def _whole(visit: Visit) -> Span:
    """When nothing else may be proposed: the whole day where no time is known."""
    if visit.timed:
        return visit.away(visit.start)
    day = datetime.combine(visit.start.date(), time())
    return day, day + ONE_DAY


def _minutes_by_week(planned: Iterable[Visit]) -> dict[tuple[int, int], int]:
    weeks: defaultdict[tuple[int, int], int] = defaultdict(int)
    for visit in planned:
        weeks[_week(visit.start.date())] += visit.minutes
    return weeks


def _week(day: date) -> tuple[int, int]:
    year, week, _ = day.isocalendar()
    return year, week


def _days(visit: Visit, today: date, first_choice: date | None) -> list[date]:
    """Working days to propose: before the first choice where there are any, then the nearest."""
    now = visit.start.date()
    soonest = today + SOONEST_AWAY
    last = max(now, soonest) + LATEST_AFTER
    days = [soonest + ONE_DAY * number for number in range((last - soonest).days + 1)]
    working = [day for day in days if _is_open(day)]
    late = None if visit.first_choice else first_choice
    return sorted(
        working, key=lambda day: (late is not None and day >= late, abs((day - now).days), day)
    )


def _is_open(day: date) -> bool:
    return day.weekday() < WORKDAYS_A_WEEK and (day.month, day.day) not in CLOSED


def _starts(visit: Visit, days: Iterable[date], taken: Sequence[Span]) -> Iterator[datetime]:
    """One free start a day, until there are enough."""
    left = MOST_PROPOSED
    for day in days:
        start = next(_free_on(day, visit, taken), None)
        if start is not None:
            yield start
            left -= 1
        if left == 0:
            return


def _free_on(day: date, visit: Visit, taken: Sequence[Span]) -> Iterator[datetime]:
    for slot in PROPOSED_SLOTS:
        start = datetime.combine(day, slot)
        if _in_hours(visit, start) and start != visit.start:
            opens, closes = visit.away(start)
            if all(end <= opens or begin >= closes for begin, end in taken):
                yield start


def _in_hours(visit: Visit, start: datetime) -> bool:
    """Whether interview and journey keep to the hours of a day."""
    leaves, returns = visit.away(start)
    day, end = start.date(), start + timedelta(hours=visit.length)
    office = datetime.combine(day, OFFICE_OPENS) <= start and end <= datetime.combine(
        day, OFFICE_CLOSES
    )
    home = datetime.combine(day, LEAVES_HOME) <= leaves and returns <= datetime.combine(
        day, COMES_HOME
    )
    return office and home
