"""What to do next: at most five dated lines, what is overdue first."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

import pandas as pd

from advisor.rules.advice import Advice
from advisor.rules.columns import START_HAS_TIME, Field
from advisor.rules.verdict import Decision, Reason
from advisor.views.amounts import day, days_away, hours, moment
from advisor.views.wording import FIND_OUT, company_name

MOST_STEPS = 5
"""Lines a person can keep in mind on a Monday."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do.

    due      the day by which
    text     what to do, in one line; holds the company's name as the person wrote it
    how_far  the day in words, such as "Tue 24 Nov, in 2 days"
    overdue  the day has passed
    """

    due: date
    text: str
    how_far: str
    overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """What lies ahead: the tables of an assessment, what was decided and what is planned.

    advice  of at least the invites of `answered_soonest`
    """

    invites: pd.DataFrame
    advice: pd.DataFrame
    levels: pd.DataFrame
    decisions: pd.Series
    chosen: Sequence[int]
    today: date

    def name(self, row: int) -> str:
        """What the invite is called on screen."""
        return company_name(self.invites[Field.COMPANY][row], row)

    def needed(self, row: int) -> str:
        """Hours of preparation it needs."""
        return hours(self.levels[Field.PREP_HOURS_NEEDED][row])


def next_steps(ahead: Ahead, most: int = MOST_STEPS) -> tuple[Step, ...]:
    """The first `most` things to do, what is overdue first, then by day."""
    steps = [*_replies(ahead, most), *_before_they_start(ahead, most), *_preparations(ahead, most)]
    return tuple(sorted(steps, key=lambda step: (not step.overdue, step.due))[:most])


def first_of(step: Step) -> str:
    """One step as the first thing to do, in a sentence.

    >>> due = date(2026, 11, 24)
    >>> first_of(Step(due=due, text="Say yes to Alder", how_far="today", overdue=False))
    'First: say yes to Alder (today).'
    """
    return f"First: {step.text[:1].lower()}{step.text[1:]} ({step.how_far})."


def due_soonest(invites: pd.DataFrame, today: date, most: int = MOST_STEPS) -> pd.Series:
    """The days by which replies are due, soonest first, to invites that are not over."""
    due, over = invites[Field.REPLY_BY], invites[Field.START] < pd.Timestamp(today)
    return due[due.notna() & ~over].sort_values(kind="stable").head(most)


def starting_soonest(
    invites: pd.DataFrame, chosen: Sequence[int], today: date, most: int = MOST_STEPS
) -> pd.Series:
    """The coming interviews of invites that name no day for the reply and are not planned."""
    starts = invites[Field.START]
    is_open = invites[Field.REPLY_BY].isna() & (starts >= pd.Timestamp(today))
    planned = starts.index.isin(list(chosen))
    return starts[is_open & ~planned].sort_values(kind="stable").head(most)


def answered_soonest(
    invites: pd.DataFrame, chosen: Sequence[int], today: date, most: int = MOST_STEPS
) -> list[int]:
    """The invites that may have to be answered among the first `most` steps."""
    soonest = (due_soonest(invites, today, most), starting_soonest(invites, chosen, today, most))
    return [row for days in soonest for row in days.index.tolist()]


def _replies(ahead: Ahead, most: int) -> Iterator[Step]:
    """The replies due soonest, to invites that are not over."""
    soonest = due_soonest(ahead.invites, ahead.today, most)
    for row, by in zip(soonest.index.tolist(), soonest.tolist(), strict=True):
        due = by.date()
        overdue = due < ahead.today
        told = REPLIES[str(ahead.decisions[row])](ahead, row)
        yield Step(
            due=due,
            text=f"{told}; the reply is overdue" if overdue else told,
            how_far=f"{day(due)}, {days_away(due, ahead.today)}",
            overdue=overdue,
        )


def _before_they_start(ahead: Ahead, most: int) -> Iterator[Step]:
    """Answers to invites that name no day for them: before the interview at the latest."""
    soonest = starting_soonest(ahead.invites, ahead.chosen, ahead.today, most)
    for row, start in zip(soonest.index.tolist(), soonest.tolist(), strict=True):
        yield Step(
            due=start.date(),
            text=REPLIES[str(ahead.decisions[row])](ahead, row),
            how_far=_before(ahead, row, start),
            overdue=False,
        )


def _before(ahead: Ahead, row: int, start: pd.Timestamp) -> str:
    """The start of an interview as the end of the time for something."""
    timed = bool(ahead.invites[START_HAS_TIME][row])
    when = moment(start.to_pydatetime(warn=False), has_time=timed)
    return f"before {when}, {days_away(start.date(), ahead.today)}"


def _say_yes(ahead: Ahead, row: int) -> str:
    return f"Say yes to {ahead.name(row)}"


def _say_no(ahead: Ahead, row: int) -> str:
    return f"Decline {ahead.name(row)} graciously"


def _ask_to_move(ahead: Ahead, row: int) -> str:
    return f"Ask {ahead.name(row)} for another date"


def _ask_first(ahead: Ahead, row: int) -> str:
    ask, reason = ahead.advice[Advice.ASK][row], ahead.advice[Advice.REASON][row]
    if reason == Reason.WILL_YOU_PREPARE:
        return f"Decide whether you will prepare {ahead.needed(row)} for {ahead.name(row)}"
    if isinstance(ask, str):
        return f"Find out {FIND_OUT[ask]} at {ahead.name(row)}"
    return f"Make up your mind about {ahead.name(row)}, a toss-up"


REPLIES: Mapping[str, Callable[[Ahead, int], str]] = MappingProxyType(
    {
        Decision.ACCEPT: _say_yes,
        Decision.ASK: _ask_first,
        Decision.DECLINE: _say_no,
        Decision.MOVE: _ask_to_move,
    }
)
"""What to answer, by decision."""


def _preparations(ahead: Ahead, most: int) -> Iterator[Step]:
    """The interviews planned soonest, each to be prepared before it starts."""
    planned = ahead.invites.loc[list(ahead.chosen)]
    dated = planned[planned[Field.START].notna()].sort_values(Field.START, kind="stable").head(most)
    starts = zip(dated.index.tolist(), dated[Field.START].tolist(), strict=True)
    for row, start in starts:
        yield Step(
            due=start.date(),
            text=f"Prepare {ahead.needed(row)} for {ahead.name(row)}",
            how_far=_before(ahead, row, start),
            overdue=False,
        )
