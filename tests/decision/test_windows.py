"""Another date for an interview that does not fit: windows that are really free."""

from datetime import date, datetime, timedelta
from itertools import combinations

import pytest

from advisor import Profile, assess, free_windows, plan
from advisor.rules.columns import Field
from advisor.rules.times import COMES_HOME, LEAVES_HOME, MOST_PROPOSED, SOONEST_AWAY
from tests.decision.invites import table

TODAY = date(2027, 1, 6)
GOOD = {
    Field.ROLE: "Engineer",
    Field.INTEREST: 5.0,
    Field.PREP_HOURS_WILLING: 9.0,
    Field.PREP_HOURS_NEEDED: 4.0,
    Field.INTERVIEW_HOURS: 1.0,
    Field.TRAVEL_HOURS: 2.0,
}


def invite(company, start, **more):
    return GOOD | {Field.COMPANY: company, Field.START: start} | more


def proposed(rows, profile=None, today=TODAY):
    invites = table(rows)
    profile = profile or Profile()
    assessment = assess(invites, profile)
    found = plan(invites, assessment, profile, today)
    return found, free_windows(invites, assessment, found, profile, today)


CLASH = [
    invite("Alder", "2027-01-14 10:00", interest=5.0),
    invite("Birch", "2027-01-14 11:00", interest=3.0),
]


def test_three_dates_are_proposed_each_on_a_working_day_of_its_own():
    _, found = proposed(CLASH)
    starts = found[3]
    assert len(starts) == MOST_PROPOSED
    assert len({start.date() for start in starts}) == MOST_PROPOSED
    assert all(start.weekday() < 5 for start in starts)
    assert list(starts) == sorted(starts)


def test_no_proposed_date_overlaps_what_is_planned_journeys_included():
    busy = [
        invite(name, f"2027-01-{day} {hour}:00", prep_hours_needed=0.5)
        for day in range(12, 16)
        for name, hour in [("Early", "09"), ("Late", "15")]
    ]
    planned, found = proposed([*busy, *CLASH], Profile(prep_hours_per_week=40))
    invites = table([*busy, *CLASH])
    for start in found[11]:
        for row in planned.chosen:
            other = invites[Field.START][row].to_pydatetime()
            assert abs(start - other) >= timedelta(hours=3)


def test_no_date_is_proposed_in_a_week_whose_hours_are_gone():
    full = invite("Full", "2027-01-12 10:00", prep_hours_needed=7.0, my_decision="accept")
    _, found = proposed([full, invite("Moved", "2027-01-13 10:00")])
    assert {start.isocalendar().week for start in found[3]}.isdisjoint({2})


def test_two_letters_never_promise_the_same_hours_to_two_companies():
    rows = [*CLASH, invite("Cedar", "2027-01-14 10:30", interest=2.5)]
    _, found = proposed(rows)
    for one, other in combinations([*found[3], *found[4]], 2):
        assert abs(one - other) >= timedelta(hours=3)


def test_a_week_holds_the_preparation_of_all_that_may_be_moved_into_it():
    rows = [*CLASH, invite("Cedar", "2027-01-14 10:30", interest=2.5)]
    planned, found = proposed([one | {Field.PREP_HOURS_NEEDED: 3.0} for one in rows])
    weeks = [{start.isocalendar()[:2] for start in found[row]} for row in (3, 4)]
    weeks.append({(2027, 2) for _ in planned.chosen})
    assert all(weeks)
    assert not set.intersection(*weeks)


def test_no_date_is_proposed_on_a_day_offices_are_shut():
    rows = [one | {Field.START: "2026-12-24 10:00"} for one in CLASH]
    _, found = proposed(rows, today=date(2026, 12, 18))
    days = [f"{start:%d.%m.}" for start in found[3]]
    assert days == ["21.12.", "22.12.", "23.12."]


def test_a_date_before_the_planned_interview_at_the_first_choice_is_proposed_without_being_told():
    first = invite("Wanted", "2027-01-14 16:00", first_choice=1.0, prep_hours_needed=1.0)
    profile = Profile(prep_hours_per_week=20)
    _, found = proposed([*CLASH, first], profile)
    assert all(start.date() < date(2027, 1, 14) for start in found[3])


def test_a_date_before_the_first_choice_is_proposed_rather_than_a_nearer_one_after_it():
    profile = Profile(first_choice_date=date(2027, 1, 14))
    _, found = proposed(CLASH, profile)
    assert all(start.date() < date(2027, 1, 14) for start in found[3])


def test_nothing_is_proposed_sooner_than_one_can_answer_and_prepare():
    _, found = proposed(CLASH, today=date(2027, 1, 13))
    assert min(found[3]).date() >= date(2027, 1, 13) + SOONEST_AWAY


@pytest.mark.parametrize(("hours", "count"), [(11.0, 3), (30.0, 0)], ids=["long", "endless"])
def test_the_journey_keeps_to_the_hours_of_a_day_or_no_date_is_proposed(hours, count):
    rows = [CLASH[0], invite("Far", "2027-01-14 11:00", travel_hours=hours)]
    _, found = proposed(rows, Profile(hours_per_reason=60))
    assert len(found[3]) in {count, 0}
    for start in found[3]:
        assert start - timedelta(hours=hours / 2) >= datetime.combine(start.date(), LEAVES_HOME)
        back = start + timedelta(hours=1 + hours / 2)
        assert back <= datetime.combine(start.date(), COMES_HOME)


def test_a_bare_day_that_is_planned_is_left_alone():
    rows = [*CLASH, invite("Cedar", "2027-01-15")]
    _, found = proposed(rows, Profile(prep_hours_per_week=20))
    assert date(2027, 1, 15) not in {start.date() for start in found[3]}
