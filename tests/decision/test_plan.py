"""The plan: the best set that fits the weeks, why others stay out, what one more hour brings."""

from dataclasses import replace
from datetime import date
from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from advisor import Profile, assess
from advisor.decision.plan import decide, plan
from tests.decision.every_subset import (
    assessed,
    best_subset,
    goodness,
    left_out_reason,
    minutes,
    overlap,
)
from tests.decision.invites import table

TODAY = date(2027, 1, 11)  # a Monday
PERSON = Profile(prep_hours_each=200)

STARTS = (
    None,
    "2027-01-10T15:00",
    "2027-01-11T00:30",
    "2027-01-13T10:00",
    "2027-01-13T11:00",
    "2027-01-13T12:00",
    "2027-01-16T09:00",
    "2027-01-17T22:30",
    "2027-01-17T23:45",
    "2027-01-18T00:30",
    "2027-01-18T09:00",
    "2027-01-25T08:00",
)

records = st.fixed_dictionaries(
    {
        "company": st.sampled_from([None, "Acme", "acme ", "Birch"]),
        "role": st.sampled_from([None, "clerk"]),
        "start": st.sampled_from(STARTS),
        "timed": st.sampled_from([True, True, True, False]),
        "interview_hours": st.sampled_from([0.0, 0.5, 1.0, 1 / 3, 2.0, 190.0]),
        "travel_hours": st.sampled_from([0.0, 0.5, 1.0, 2.0, 60.0]),
        "prep_hours_needed": st.sampled_from([0.0, 1 / 3, 0.55, 1.0, 2.0, 3.99, 4.0, 9.0]),
        "interest": st.sampled_from([1.0, 3.0, 5.0]),
        "surplus": st.sampled_from([-3.0, 0.0, 2e-7, 1.0, 2.0, 2.0, 2.5, 5.0]),
        "gate": st.sampled_from(["pass", "pass", "pass", "pass", "unknown", "fail"]),
        "blocker": st.sampled_from([None, None, None, None, "dealbreaker"]),
        "wanted": st.sampled_from([False, False, False, False, True]),
        "my_decision": st.sampled_from([None, None, None, None, "accept", "decline"]),
    }
)
sheets = st.lists(records, max_size=12)
budgets = st.sampled_from([0.0, 0.5, 1.1, 4.0, 6.2, 8.0, 1e6])

OPEN = {
    "interview_hours": 1.0,
    "travel_hours": 0.0,
    "prep_hours_needed": 4.0,
    "interest": 3.0,
    "surplus": 3.0,
    "gate": "pass",
    "wanted": False,
}
"""An invite worth going to, with no date yet."""


def invite(**cells):
    return {**OPEN, **cells}


def planned(records, hours_a_week=8.0):
    invites, assessment = assessed(records)
    return plan(invites, assessment, Profile(prep_hours_per_week=hours_a_week), TODAY)


def numbered(records):
    return dict(enumerate(records, start=2))


def value_of(rows, records):
    """(must-goes planned, total surplus) below zero, as the model compares them."""
    return goodness([(row, numbered(records)[row]) for row in rows])[:2]


@settings(max_examples=150)
@given(sheets, budgets)
def test_the_plan_is_the_best_of_all_subsets(records, budget):
    assert set(planned(records, budget).chosen) == best_subset(numbered(records), budget, TODAY)


@given(sheets, budgets)
def test_every_row_left_out_has_the_first_reason_that_applies(records, budget):
    found = planned(records, budget)
    rows = numbered(records)
    chosen = [rows.pop(row) for row in found.chosen]
    expected = {row: left_out_reason(record, chosen, budget, TODAY) for row, record in rows.items()}
    assert found.left_out == expected


@given(sheets, budgets)
def test_what_the_next_hour_brings_is_the_difference_to_the_plan_with_it(records, budget):
    found, roomier = planned(records, budget), planned(records, budget + 1)
    assert found.next_hour_worth == roomier.surplus_hours - found.surplus_hours
    assert set(found.next_hour_adds) == set(roomier.chosen) - set(found.chosen)


@given(sheets, budgets, st.sampled_from([0.1, 1.0, 5.0]))
def test_more_weekly_hours_never_lower_the_must_goes_and_the_surplus(records, budget, more):
    before, after = planned(records, budget), planned(records, budget + more)
    assert value_of(after.chosen, records) <= value_of(before.chosen, records)


@given(sheets, records, budgets)
def test_one_more_invite_never_lowers_the_must_goes_and_the_surplus(records, extra, budget):
    more = [*records, extra]
    before, after = planned(records, budget), planned(more, budget)
    assert value_of(after.chosen, more) <= value_of(before.chosen, more)


@given(sheets, budgets, st.randoms(use_true_random=False))
def test_the_plan_does_not_depend_on_the_order_of_the_rows(records, budget, random):
    invites, assessment = assessed(records)
    shuffled = random.sample(list(invites.index), len(invites))
    mixed = replace(assessment, levels=assessment.levels.loc[sorted(invites.index)[::-1]])
    person = Profile(prep_hours_per_week=budget)
    one = plan(invites, assessment, person, TODAY)
    other = plan(invites.loc[shuffled], mixed, person, TODAY)
    assert one == other


@given(sheets)
def test_planning_leaves_its_tables_as_they_were(records):
    invites, assessment = assessed(records)
    before = [invites.copy(), assessment.ranking.copy(), assessment.levels.copy()]
    plan(invites, assessment, PERSON, TODAY)
    for now, then in zip([invites, assessment.ranking, assessment.levels], before, strict=True):
        pd.testing.assert_frame_equal(now, then)


def crowd(count, seed, days, timed=0.9):
    """Invites at random hours, night and day, so that windows reach across weeks."""
    random = np.random.default_rng(seed)
    monday = np.datetime64("2027-01-11T00:00", "m")
    return [
        invite(
            start=str(monday + np.timedelta64(int(random.integers(0, days * 96)) * 15, "m")),
            timed=bool(random.random() < timed),
            interview_hours=float(random.choice([0.5, 1.0, 2.0, 6.0])),
            travel_hours=float(random.choice([0.0, 1.0, 3.0])),
            prep_hours_needed=float(random.integers(0, 300)) / 60,
            surplus=float(random.integers(1, 12_000)) / 1000,
            wanted=bool(random.random() < 0.05),
        )
        for _ in range(count)
    ]


def integer_program(records, held):
    """The most must-goes and surplus by a solver of integer programs, below zero, as one number."""
    weeks = pd.to_datetime([record["start"] for record in records]).isocalendar().week.to_numpy()
    needs = np.array([minutes(record["prep_hours_needed"]) for record in records])
    hours = [needs * (weeks == week) for week in np.unique(weeks)]
    pairs = [
        np.isin(np.arange(len(records)), pair)
        for pair in combinations(range(len(records)), 2)
        if overlap(records[pair[0]], records[pair[1]])
    ]
    limits = [held] * len(hours) + [1] * len(pairs)
    found = milp(
        [-1000 * record["wanted"] - record["surplus"] for record in records],
        constraints=LinearConstraint(np.vstack([*hours, *pairs]), ub=limits),
        bounds=Bounds(0, 1),
        integrality=1,
        options={"mip_rel_gap": 0},
    )
    return found.fun


@pytest.mark.parametrize(
    ("count", "days", "hours_a_week", "timed"),
    [
        (60, 7, 60.0, 0.9),
        (100, 14, 8.0, 0.9),
        (100, 14, 40.0, 0.8),
        (80, 21, 20.0, 0.6),
        (60, 21, 1e6, 0.9),
    ],
)
@pytest.mark.parametrize("seed", [5, 6, 7])
def test_plans_of_larger_sheets_agree_with_an_integer_program(
    count, days, hours_a_week, timed, seed
):
    records = crowd(count, seed, days, timed)
    must, surplus = value_of(planned(records, hours_a_week).chosen, records)
    assert 1000 * must + surplus / 1e6 == pytest.approx(
        integer_program(records, hours_a_week * 60), abs=1e-6
    )


@pytest.mark.parametrize("hours_a_week", [8.0, 40.0, 168.0, 1e6])
def test_hundreds_of_invites_without_a_date_agree_with_a_knapsack_minute_by_minute(hours_a_week):
    random = np.random.default_rng(7)
    needs, gains = random.integers(1, 480, 400), random.integers(1, 12_000_000, 400)
    records = [
        invite(prep_hours_needed=need / 60, surplus=gain / 1_000_000)
        for need, gain in zip(needs.tolist(), gains.tolist(), strict=True)
    ]
    best = np.zeros(min(int(hours_a_week * 60), int(needs.sum())) + 1, dtype=np.int64)
    for need, gain in zip(needs, gains, strict=True):
        best[need:] = np.maximum(best[need:], best[:-need] + gain)
    assert value_of(planned(records, hours_a_week).chosen, records) == (0, -best[-1])


def test_touching_windows_go_together_and_overlapping_ones_do_not():
    nine = invite(start="2027-01-12T09:00", travel_hours=1.0)
    touching = invite(start="2027-01-12T11:00", travel_hours=1.0)
    sooner = invite(start="2027-01-12T10:59", travel_hours=1.0, surplus=2.0)
    assert planned([nine, touching]).chosen == (2, 3)
    assert planned([nine, sooner]).left_out == {3: "time_clash"}


def test_an_interview_on_sunday_night_clashes_with_one_of_the_next_week():
    sunday = invite(start="2027-01-17T23:30", surplus=4.0)
    monday = invite(start="2027-01-18T00:15")
    assert planned([monday, sunday]).left_out == {2: "time_clash"}


def test_a_start_without_a_time_fills_its_week_but_never_clashes():
    day = invite(start="2027-01-12", timed=False)
    at_ten = invite(start="2027-01-12T10:00")
    at_midnight = invite(start="2027-01-12T00:00")
    assert planned([day, at_ten]).left_out == {}
    assert planned([day, at_ten, at_midnight]).left_out == {3: "hours_full"}
    assert planned([day, at_midnight]).left_out == {}


def test_invites_without_a_date_share_a_week_of_their_own():
    this_week = [invite(start="2027-01-12T09:00"), invite(start="2027-01-13T09:00")]
    found = planned([*this_week, invite(), invite(), invite(surplus=2.5)])
    assert found.left_out == {6: "hours_full"}


def test_a_new_year_does_not_split_an_iso_week():
    december = invite(start="2027-12-31T09:00", prep_hours_needed=5.0)
    january = invite(start="2028-01-01T09:00", prep_hours_needed=5.0, surplus=4.0)
    assert planned([december, january]).left_out == {2: "hours_full"}


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"start": "2027-01-10T23:59", "my_decision": "accept"}, "past"),
        ({"my_decision": "decline", "wanted": True}, "you_declined"),
        ({"blocker": "dealbreaker"}, "dealbreaker"),
        ({"blocker": "offer_accepted"}, "offer_accepted"),
        ({"gate": "fail", "wanted": True}, "will_not_prepare"),
        ({"gate": "unknown"}, "will_you_prepare"),
        ({"gate": "unknown", "surplus": -5.0}, "not_worth_the_hours"),
        ({"surplus": -1.0}, "not_worth_the_hours"),
        ({"prep_hours_needed": 8.1}, "needs_more_than_a_week"),
        ({"prep_hours_needed": 8.1, "my_decision": "accept"}, "needs_more_than_a_week"),
    ],
)
def test_an_invite_that_cannot_be_planned_says_why(cells, reason):
    assert planned([invite(**cells)]).left_out == {2: reason}


@pytest.mark.parametrize(
    "cells",
    [
        {"start": "2027-01-11T00:00"},
        {"wanted": True, "surplus": -9.0},
        {"my_decision": "accept", "blocker": "dealbreaker", "surplus": -9.0},
        {"my_decision": "accept", "gate": "unknown"},
        {"prep_hours_needed": 8.0},
        {"prep_hours_needed": 0.0, "start": "2027-01-11T00:00"},
    ],
)
def test_today_a_first_choice_and_what_you_accept_yourself_are_planned(cells):
    assert planned([invite(**cells)]).chosen == (2,)


def test_a_must_go_with_a_loss_comes_before_any_surplus():
    loss = invite(wanted=True, surplus=-9.0, prep_hours_needed=8.0)
    assert planned([invite(surplus=40.0), loss]).chosen == (3,)


def test_the_best_set_is_not_the_best_first():
    best = invite(surplus=5.0, prep_hours_needed=8.0)
    assert planned([best, invite(), invite()]).chosen == (3, 4)


@pytest.mark.parametrize(
    ("tied", "chosen"),
    [
        ([invite(surplus=6.0, prep_hours_needed=8.0), invite(), invite(prep_hours_needed=3.0)], 2),
        ([invite(surplus=6.0, prep_hours_needed=8.0), invite(), invite()], 1),
    ],
    ids=["least preparation", "fewest invites"],
)
def test_equal_surplus_is_decided_by_preparation_then_by_number(tied, chosen):
    assert len(planned(tied).chosen) == chosen


def test_equal_plans_are_decided_by_the_alphabet_whatever_the_case():
    twins = [invite(company=name) for name in ["birch", "Cobalt", "acme", "Dune"]]
    assert set(planned(twins).chosen) == {2, 4}


def test_equal_plans_are_decided_by_the_first_name_in_which_they_differ():
    alone = [("Alder", 100), ("Cobalt", 130), ("Dune", 250)]
    both = [*alone, ("Birch", 160), ("Birch", 160), ("Birch", 160)]
    records = [
        invite(company=name, prep_hours_needed=need / 60, surplus=need / 100) for name, need in both
    ]
    assert set(planned(records).chosen) == {2, 3, 4}


def test_an_invite_that_touches_a_chosen_one_but_finds_no_hours_does_not_clash():
    nine = invite(start="2027-01-12T09:00", prep_hours_needed=8.0)
    ten = invite(start="2027-01-12T10:00", surplus=1.0)
    eight = invite(start="2027-01-12T08:00", surplus=1.0)
    assert planned([nine, ten, eight]).left_out == {3: "hours_full", 4: "hours_full"}


def test_the_next_hour_says_what_it_is_worth_and_whom_it_lets_in():
    found = planned([invite(surplus=3.25), invite(prep_hours_needed=5.0, surplus=2.5)])
    assert (found.next_hour_worth, found.next_hour_adds) == (2.5, (3,))


def test_the_next_hour_is_worth_less_than_nothing_where_it_lets_in_a_costly_first_choice():
    costly = invite(wanted=True, surplus=-1.0, prep_hours_needed=9.0)
    found = planned([invite(surplus=3.0), costly])
    assert (found.next_hour_worth, found.next_hour_adds) == (-4.0, (3,))


def test_the_totals_are_those_of_the_chosen_ones():
    found = planned([invite(surplus=0.5), invite(surplus=0.25), invite(prep_hours_needed=0.0)])
    assert (found.surplus_hours, found.prep_hours) == (3.75, 8.0)


def test_a_sheet_without_invites_has_an_empty_plan():
    invites = table([])
    found = plan(invites, assess(invites, PERSON), PERSON, TODAY)
    assert (found.chosen, found.order, found.left_out, found.order_clashes) == ((), (), {}, ())


def decided(records, hours_a_week=8.0):
    invites, assessment = assessed(records)
    found = plan(invites, assessment, Profile(prep_hours_per_week=hours_a_week), TODAY)
    return decide(assessment.ranking, found, invites)


def test_an_invite_that_no_longer_fits_the_week_is_moved_not_accepted():
    week = [invite(start=f"2027-01-1{day}T09:00") for day in (1, 2, 3)]
    clash = invite(start="2027-01-11T09:30", surplus=2.0)
    assert decided([*week, clash]).sort_index().tolist() == ["accept", "accept", "move", "move"]


@pytest.mark.parametrize(
    ("left_out", "decision"),
    [
        ({}, "accept"),
        ({"my_decision": "accept", "start": "2027-01-12T09:00"}, "accept"),
        ({"my_decision": "decline", "start": "2027-01-12T09:00"}, "decline"),
        ({"surplus": 1.0, "start": "2027-01-12T09:00"}, "ask"),
        ({"start": "2027-01-01T09:00"}, "accept"),
        ({"start": "2027-01-12T09:00", "prep_hours_needed": 9.0}, "accept"),
        ({"gate": "fail", "start": "2027-01-12T09:00"}, "decline"),
        ({"start": "2027-01-12", "timed": False}, "move"),
    ],
)
def test_only_an_accept_of_the_model_with_a_date_is_moved(left_out, decision):
    full = [
        invite(wanted=True, prep_hours_needed=8.0),
        invite(wanted=True, prep_hours_needed=8.0, start="2027-01-13T09:00"),
    ]
    assert decided([*full, invite(**left_out)]).loc[4] == decision


def test_decisions_come_in_the_order_of_the_advice():
    invites, assessment = assessed([invite(surplus=2.0), invite(surplus=9.0)])
    found = plan(invites, assessment, PERSON, TODAY)
    decisions = decide(assessment.ranking, found, invites)
    assert decisions.index.tolist() == [3, 2]
    assert decisions.name == "decision"


def test_a_real_assessment_is_planned_with_what_it_assumed():
    invites = table(
        [
            {"company": "Acme", "start": "2027-01-12T10:00", "first_choice": 1.0},
            {"company": "Birch", "start": "2027-01-12T11:30"},
            {"company": "Cobalt", "start": "2027-01-12T12:00", "format": "phone"},
            {"company": "Dune", "dealbreaker": "commission only", "my_decision": "accept"},
        ]
    )
    found = plan(invites, assess(invites, PERSON), PERSON, TODAY)
    assert found.left_out == {3: "time_clash"}
    assert found.prep_hours == 12.0
