"""How long a plan takes, beside taking invites by their surplus as long as they fit.

Run with `pytest -m bench -s tests/bench/test_plan_speed.py`.
"""

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from time import perf_counter

import numpy as np
import pandas as pd
import pytest

from advisor import Assessment, Profile, assess
from advisor.decision.plan import plan
from tests.decision.invites import table

TODAY = date(2027, 1, 11)
PERSON = Profile(prep_hours_each=8)
REPEATS = 5


def sheet(count: int, weeks: int, dated: float = 0.9) -> pd.DataFrame:
    """Invites in office hours, with the round figures that people write."""
    random = np.random.default_rng(count + weeks)
    monday = np.datetime64("2027-01-11T09:00", "m")
    return table([one_invite(random, monday, weeks, dated) for _ in range(count)])


def one_invite(
    random: np.random.Generator, monday: np.datetime64, weeks: int, dated: float
) -> dict[str, object]:
    day = int(random.integers(weeks)) * 7 + int(random.integers(5))
    start = monday + np.timedelta64(day * 1440 + int(random.integers(32)) * 15, "m")
    return {
        "company": f"Company {random.integers(1000)}",
        "start": str(start) if random.random() < dated else None,
        "interview_hours": float(random.choice([0.5, 1.0, 1.5, 2.0])),
        "travel_hours": float(random.choice([0.0, 0.5, 1.0, 2.0])),
        "prep_hours_needed": float(random.integers(2, 17)) / 2,
        "interest": float(random.integers(1, 6)),
        "closeness": float(random.integers(0, 11)) / 10,
        "new_contacts": float(random.integers(0, 6)),
    }


def take_by_surplus(invites: pd.DataFrame, assessment: Assessment, budget: float) -> float:
    """The surplus of a greedy pass: best first, whatever still fits its week and its hours."""
    levels = assessment.levels.loc[assessment.advice.index]
    starts = invites["start"].loc[levels.index]
    used: dict[object, float] = defaultdict(float)
    windows: list[tuple[pd.Timestamp, pd.Timestamp]] = []
    total = 0.0
    journeys = pd.to_timedelta(levels["travel_hours"] / 2, unit="h")
    opens = starts - journeys
    closes = starts + pd.to_timedelta(levels["interview_hours"], unit="h") + journeys
    weeks = starts.dt.isocalendar().week.astype(object)
    columns = [levels["prep_hours_needed"], assessment.advice["surplus_hours"], weeks]
    for begin, end, need, surplus, week in zip(opens, closes, *columns, strict=True):
        free = not any(begin < other and one < end for one, other in windows)
        if surplus > 0 and used[week] + need <= budget and free:
            used[week] += need
            windows += [(begin, end)] if begin is not pd.NaT else []
            total += surplus
    return total


def seconds(work: Callable[[], object]) -> float:
    """The fastest of some runs."""
    times = []
    for _ in range(REPEATS):
        began = perf_counter()
        work()
        times.append(perf_counter() - began)
    return min(times)


@pytest.mark.bench
@pytest.mark.parametrize(
    ("count", "weeks", "dated", "most"),
    [
        (200, 10, 0.9, 0.3),
        (200, 1, 0.0, 0.3),
        (200, 1, 1.0, 0.3),
        (2000, 52, 1.0, 1.0),
        (2000, 1, 1.0, 2.0),
        (5000, 26, 0.8, 2.0),
    ],
)
def test_a_plan_takes_little_time_and_is_never_worse_than_taking_by_surplus(
    count, weeks, dated, most
):
    invites = sheet(count, weeks, dated)
    assessment = assess(invites, PERSON)
    exact = seconds(lambda: plan(invites, assessment, PERSON, TODAY))
    greedy = seconds(lambda: take_by_surplus(invites, assessment, PERSON.prep_hours_per_week))
    best = plan(invites, assessment, PERSON, TODAY).surplus_hours
    by_surplus = take_by_surplus(invites, assessment, PERSON.prep_hours_per_week)
    print(
        f"\n{count} invites, {weeks} weeks: plan {exact * 1000:.1f} ms, greedy "
        f"{greedy * 1000:.1f} ms, surplus {by_surplus / best:.4f} of the plan's {best:.2f} h"
    )
    assert by_surplus <= best + 1e-6
    assert exact < most
