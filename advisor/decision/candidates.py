"""Who may be planned: each invite's place in time, its preparation and what it adds to a plan.

Whole numbers throughout, so that a plan is unique: time in microseconds, preparation in minutes,
surplus in millionths of an hour.
"""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from advisor.decision.names import plain_name
from advisor.rules.advice import Advice
from advisor.rules.columns import START_HAS_TIME, Field

Whole = NDArray[np.int64]

MINUTES_AN_HOUR = 60
MILLIONTHS_AN_HOUR = 1_000_000
MICROSECONDS_AN_HOUR = 3_600_000_000
EXACT_PLACES = 6
"""Decimal places of a minute that are meant; beyond them stands what binary fractions leave."""

MONDAY_BEFORE_EPOCH = np.datetime64("1969-12-29", "D")
NO_DATE = np.iinfo(np.int64).max
"""Stands for the moment, and for the week, of an invite without a date: after every other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One invite that may be planned.

    week     ISO week of its start, counted in weeks; those without a date share one of their own
    window   (from, to) in microseconds, the journey included, `to` outside;
             None without a time of day: it then never clashes
    minutes  preparation it needs, rounded up
    must     a first choice, or accepted by the person's own word
    surplus  millionths of an hour, may be below 0
    name     (company, role, start) as compared
    """

    row: int
    week: int
    window: tuple[int, int] | None
    minutes: int
    must: bool
    surplus: int
    name: tuple[str, str, int]

    @property
    def preference(self) -> tuple[bool, int, int, tuple[str, str, int], int]:
        """Smaller is the better one of two that could stand in for each other."""
        return (not self.must, -self.surplus, self.minutes, self.name, self.row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Demands:
    """What each of m invites asks of the weeks, column by column.

    dated, timed  a day is known; a time of day is known too
    week          weeks since the Monday before 1970; `NO_DATE` without a date
    opens, closes the window in microseconds; meaningless without a time of day
    minutes       preparation needed; `surplus` in millionths of an hour
    """

    dated: NDArray[np.bool_]
    timed: NDArray[np.bool_]
    week: Whole
    opens: Whole
    closes: Whole
    minutes: Whole
    surplus: Whole


def minutes_needed(hours: float) -> int:
    """Hours of preparation in minutes, rounded up.

    >>> minutes_needed(0.55), minutes_needed(1.001)
    (33, 61)
    """
    return math.ceil(round(hours * MINUTES_AN_HOUR, EXACT_PLACES))


def minutes_held(hours: float) -> int:
    """Hours a week holds in minutes, rounded down.

    >>> minutes_held(8.2), minutes_held(0.999)
    (492, 59)
    """
    return math.floor(round(hours * MINUTES_AN_HOUR, EXACT_PLACES))


def measure_demands(invites: pd.DataFrame, advice: pd.DataFrame, levels: pd.DataFrame) -> Demands:
    """What the invites ask of the weeks, in the invites' own order.

    levels  hours as used, with defaults where answers are missing
    advice  rows in the order of `invites`
    """
    start = invites[Field.START].to_numpy(dtype="datetime64[us]")
    dated = ~np.isnat(start)
    moment = np.where(dated, start.astype(np.int64), 0)
    days = (start.astype("datetime64[D]") - MONDAY_BEFORE_EPOCH).astype(np.int64)
    half_journey = _microseconds(levels[Field.TRAVEL_HOURS] / 2)
    needed = levels[Field.PREP_HOURS_NEEDED]
    surplus = advice[Advice.SURPLUS].to_numpy() * MILLIONTHS_AN_HOUR
    return Demands(
        dated=dated,
        timed=dated & invites[START_HAS_TIME].to_numpy(dtype=bool),
        week=np.where(dated, days // 7, NO_DATE),
        opens=moment - half_journey,
        closes=moment + _microseconds(levels[Field.INTERVIEW_HOURS]) + half_journey,
        minutes=np.array([minutes_needed(hours) for hours in needed], dtype=np.int64),
        surplus=np.rint(surplus).astype(np.int64),
    )


def _microseconds(hours: pd.Series) -> Whole:
    moments: Whole = np.rint(hours.to_numpy() * MICROSECONDS_AN_HOUR).astype(np.int64)
    return moments


def invite_names(invites: pd.DataFrame) -> list[tuple[str, str, int]]:
    """(company, role, start) of each invite as compared; an unknown date comes last."""
    start = invites[Field.START].to_numpy(dtype="datetime64[us]")
    moments = np.where(np.isnat(start), NO_DATE, start.astype(np.int64)).tolist()
    return list(
        zip(_plain(invites[Field.COMPANY]), _plain(invites[Field.ROLE]), moments, strict=True)
    )


def _plain(texts: pd.Series) -> list[str]:
    """The texts as compared; an empty cell is the empty text."""
    places, known = pd.factorize(texts)
    plain = np.array([*map(plain_name, known), ""], dtype=object)
    return list(plain[places])


def list_candidates(
    invites: pd.DataFrame,
    demands: Demands,
    eligible: NDArray[np.bool_],
    must: NDArray[np.bool_],
) -> list[Candidate]:
    """The eligible invites as candidates for the plan.

    eligible, must  m long, in the invites' order
    """
    asked = (invites.index, demands.week, demands.minutes, demands.surplus, must)
    columns = [np.asarray(column)[eligible].tolist() for column in asked]
    names = invite_names(invites[eligible])
    windows = [window for window, open_ in zip(_windows(demands), eligible, strict=True) if open_]
    return [
        Candidate(
            row=row,
            week=week,
            minutes=minutes,
            surplus=surplus,
            must=needed,
            window=window,
            name=name,
        )
        for row, week, minutes, surplus, needed, window, name in zip(
            *columns, windows, names, strict=True
        )
    ]


def _windows(demands: Demands) -> list[tuple[int, int] | None]:
    """The window of each invite, None without a time of day."""
    columns = zip(demands.timed, demands.opens.tolist(), demands.closes.tolist(), strict=True)
    return [(opens, closes) if timed else None for timed, opens, closes in columns]
