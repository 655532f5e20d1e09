"""Invites side by side, and invites over the months the money lasts."""

from dataclasses import replace

import pytest

from advisor import Profile, assess, leads, over_runway, side_by_side, turning_months
from advisor.rules.advice import Advice
from advisor.rules.motivations import Motive
from tests.decision.invites import table

PERSON = Profile(months_since_external_interview=3, runway_months=4, prep_hours_each=6)
FAR = {"company": "Far", "interest": 2, "other_openings": 3, "travel_hours": 4}
NEAR = {"company": "Near", "interest": 2, "other_openings": 0, "travel_hours": 1}
LOVED = {"company": "Loved", "interest": 5, "new_contacts": 10, "closeness": 1}
DULL = {"company": "Dull", "interest": 2, "unknown_share": 0, "closeness": 0.3, "new_contacts": 1}
SHEET = table([FAR, NEAR, LOVED, DULL])


def test_the_lines_of_a_comparison_add_up_to_the_surplus():
    lines = side_by_side(assess(SHEET, PERSON), [3, 2])
    assert lines.columns.tolist() == [3, 2]
    worth = lines.loc[list(Motive)].sum()
    assert (worth - lines.loc[Advice.COST]).tolist() == pytest.approx(
        lines.loc[Advice.SURPLUS].tolist()
    )


def test_more_hours_are_ahead_but_of_the_cost_fewer():
    ahead = leads(side_by_side(assess(SHEET, PERSON), [2, 3]))
    assert ahead[Advice.COST] == (3, pytest.approx(3.0))
    assert ahead[Motive.OTHER_ROLES][0] == 2
    assert ahead[Motive.INTEREST] is None


def test_every_point_of_a_line_is_the_assessment_of_a_person_with_that_money():
    lines = over_runway(SHEET, [4, 2], PERSON)
    assert lines.columns.tolist() == [4, 2]
    for months in lines.index[::12]:
        advice = assess(SHEET, replace(PERSON, runway_months=float(months))).advice
        assert lines.loc[months].to_dict() == advice[Advice.SURPLUS].loc[[4, 2]].to_dict()


def test_the_turning_month_is_where_the_surplus_is_gone():
    turned = turning_months(over_runway(SHEET, [4, 5], PERSON))
    assert turned[4] is None, "always worth it"
    months = turned[5]
    for step, going in ((-0.05, True), (0.05, False)):
        advice = assess(SHEET, replace(PERSON, runway_months=months + step)).advice
        assert bool(advice[Advice.SURPLUS][5] > 0) is going


def test_without_any_worry_for_money_the_lines_are_what_they_are_for_everybody():
    lines = over_runway(SHEET, [2], replace(PERSON, runway_months=float("inf")))
    assert lines.equals(over_runway(SHEET, [2], PERSON))
    assert lines[2].is_monotonic_decreasing
