"""Week by week: what is planned, the hours it needs, what does not fit, which replies are due."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import pandas as pd

from advisor.rules.columns import Field
from advisor.rules.times import MOST_MOVED
from advisor.rules.verdict import Decision
from advisor.views.amounts import MONTHS
from advisor.views.appointments import visit
from advisor.views.preparation import Block, Visit, blocks
from advisor.views.wording import company_name

MOST_WEEKS = 8
"""Weeks that are drawn, from this one on; nobody plans interviews further ahead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A reply somebody waits for."""

    company: str
    decision: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One ISO week.

    used, budget  hours of preparation its interviews need, and that it holds
    planned       the interviews of the chosen set, by time
    crowded       accepts that do not fit and are to be moved, the best of them, by time
    preparing     blocks of time to prepare in, on days of this week
    due           replies
    """

    monday: date
    used: float
    budget: float
    planned: tuple[Visit, ...]
    crowded: tuple[Visit, ...]
    preparing: tuple[Block, ...]
    due: tuple[Due, ...]

    @property
    def title(self) -> str:
        """Number and days of the week, such as "Week 2 · 11–17 Jan"."""
        sunday = self.monday + timedelta(days=6)
        month = "" if sunday.month == self.monday.month else f" {MONTHS[self.monday.month - 1]}"
        days = f"{self.monday.day}{month}–{sunday.day} {MONTHS[sunday.month - 1]}"
        return f"Week {self.monday.isocalendar().week} · {days}"


def weeks(found: Any, uids: Mapping[int, str]) -> tuple[Week, ...]:
    """Every week from this one on in which something happens, at most `MOST_WEEKS`.

    found  an `Answer`, or what has its invites, assessment, plan, decisions, profile and today
    uids   the lasting identifier of each invite, by row
    """
    planned = _visits(found, found.plan.chosen, uids)
    moved = found.decisions.index[found.decisions == Decision.MOVE][:MOST_MOVED]
    by_week = {
        "planned": _by_week(planned, _start_of),
        "crowded": _by_week(_visits(found, moved, uids), _start_of),
        "preparing": _by_week(blocks(planned, found.today), lambda block: block.begin),
        "due": _by_week(_replies(found), lambda due: due.day),
    }
    first = monday_of(found.today)
    mondays = sorted({day for held in by_week.values() for day in held if day >= first})
    return tuple(
        _week(monday, found.profile.prep_hours_per_week, by_week) for monday in mondays[:MOST_WEEKS]
    )


def _week(monday: date, budget: float, by_week: Mapping[str, Mapping[date, list[Any]]]) -> Week:
    parts = {name: tuple(held.get(monday, ())) for name, held in by_week.items()}
    used = sum(one.preparation for one in parts["planned"])
    return Week(monday=monday, used=used, budget=budget, **parts)


def monday_of(day: date) -> date:
    """The first day of an ISO week."""
    return day - timedelta(days=day.weekday())


def _start_of(one: Visit) -> datetime:
    return one.start


def _visits(found: Any, rows: Iterable[int], uids: Mapping[int, str]) -> list[Visit]:
    """The dated ones of these rows, by time, none that is over."""
    start = found.invites[Field.START]
    ahead = [row for row in rows if start[row] >= pd.Timestamp(found.today)]
    return sorted((visit(found, row, uids[row]) for row in ahead), key=_start_of)


def _by_week(things: Iterable[Any], when: Any) -> dict[date, list[Any]]:
    held: defaultdict[date, list[Any]] = defaultdict(list)
    for one in things:
        moment = when(one)
        held[monday_of(moment.date() if isinstance(moment, datetime) else moment)].append(one)
    return held


def _replies(found: Any) -> list[Due]:
    """The replies due from today on, by day, to invites that are not over."""
    invites, today = found.invites, pd.Timestamp(found.today)
    waiting = invites[(invites[Field.REPLY_BY] >= today) & ~(invites[Field.START] < today)]
    soonest = waiting[Field.REPLY_BY].sort_values(kind="stable")
    names = waiting[Field.COMPANY]
    return [
        Due(
            company=company_name(names[row] if isinstance(names[row], str) else None, row),
            decision=str(found.decisions[row]),
            day=day.date(),
        )
        for row, day in soonest.items()
    ]
