"""The order to take them in: stakes rise, the first choice comes last."""

from datetime import date

import pytest
from hypothesis import given

from advisor import Profile
from advisor.decision.plan import plan
from tests.decision.every_subset import assessed, name_of
from tests.decision.test_plan import invite, sheets

TODAY = date(2027, 1, 11)


def planned(records):
    invites, assessment = assessed(records)
    return plan(invites, assessment, Profile(prep_hours_per_week=40), TODAY)


@given(sheets)
def test_the_order_is_every_row_once_with_first_choices_last(records):
    order = planned(records).order
    wanted = [records[row - 2]["wanted"] for row in order]
    assert sorted(order) == list(range(2, len(records) + 2))
    assert wanted == sorted(wanted)


@given(sheets)
def test_interest_never_falls_before_the_first_choices(records):
    interest = [
        records[row - 2]["interest"]
        for row in planned(records).order
        if not records[row - 2]["wanted"]
    ]
    assert interest == sorted(interest)


@given(sheets)
def test_the_chosen_ones_stand_in_the_same_order(records):
    found = planned(records)
    assert found.chosen == tuple(row for row in found.order if row not in found.left_out)


@pytest.mark.parametrize(
    ("later", "sooner"),
    [
        ({"wanted": True, "interest": 1.0}, {"interest": 5.0}),
        ({"interest": 3.5, "company": "Acme"}, {"interest": 3.0}),
        ({"interest": 4.0, "company": "Acme"}, {"interest": 3.0, "rival": 1.0}),
        ({"rival": 0.2, "company": "Acme"}, {"company": "Birch"}),
        ({"company": "Acme"}, {"start": "2029-01-01T09:00", "company": "Birch"}),
        ({"start": "2027-01-13T09:00", "company": "Acme"}, {"start": "2027-01-12T09:00"}),
        ({"company": "Birch", "role": "a"}, {"company": "acme", "role": "b"}),
        ({"company": "Acme", "role": "b"}, {"company": "ACME", "role": "a"}),
        ({"company": "Acme"}, {}),
        ({"wanted": True, "rival": 1.0}, {"wanted": True, "company": "Zinc"}),
    ],
)
def test_of_two_the_one_with_less_at_stake_comes_first(later, sooner):
    assert planned([invite(**later), invite(**sooner)]).order == (3, 2)


def test_what_nothing_tells_apart_keeps_the_order_of_the_sheet():
    assert planned([invite(), invite(), invite()]).order == (2, 3, 4)


@given(sheets)
def test_order_clashes_are_the_dated_others_that_start_no_sooner_than_a_first_choice(records):
    starts = {row: name_of(record)[2] for row, record in enumerate(records, start=2)}
    dated = [row for row, start in starts.items() if records[row - 2]["start"]]
    expected = {
        (other, first)
        for other in dated
        for first in dated
        if records[first - 2]["wanted"] and not records[other - 2]["wanted"]
        if starts[other] >= starts[first]
    }
    clashes = planned(records).order_clashes
    assert set(clashes) == expected
    assert len(clashes) == len(expected)


def test_order_clashes_follow_the_order():
    first = invite(wanted=True, start="2027-01-12T09:00")
    keen = invite(interest=5.0, start="2027-01-12T09:00")
    mild = invite(interest=2.0, start="2027-01-19T09:00")
    assert planned([first, keen, mild, invite()]).order_clashes == ((4, 2), (3, 2))
