"""The three worked examples of the model, to four decimals."""

import math
from datetime import date

import pytest

from advisor import Profile, assess
from tests.decision.examples import BIRCH, INDIGO
from tests.decision.invites import table

HUNTING_ACME = Profile(
    first_choices={"Acme": ["Birch"]},
    first_choice_date=date(2026, 3, 12),
    months_since_external_interview=8,
    runway_months=12,
)


def near(figure: float) -> object:
    return pytest.approx(figure, abs=5e-5)


def test_nothing_known_but_the_company_is_asked_whether_you_will_prepare():
    assessment = assess(table([{"company": "Alder"}]), Profile())
    advice = assessment.advice.loc[2]
    values = [0.3875, 0.5625, 0.0, 0.25, 0.18, 0.15]
    assert assessment.values.loc[2].tolist() == pytest.approx(values)
    assert (advice.worth_hours, advice.cost_hours) == (near(12.24), 6.0)
    assert advice.surplus_hours == near(6.24)
    assert (advice.surplus_low, advice.surplus_high) == (near(-13.9955), near(26.6598))
    assert (advice.verdict, advice.reason) == ("ask", "will_you_prepare")
    assert advice.ask is None
    assert advice.flip_answer_input is None
    assert advice.accept_share == near(0.6667)
    assert advice.flip_points == near(26.0215)
    assert (advice.flip_points_from, advice.flip_points_to) == ("interest", "intel")


def test_a_rival_before_the_first_choice_is_accepted_for_sure():
    assessment = assess(table([BIRCH]), HUNTING_ACME)
    advice = assessment.advice.loc[2]
    assert assessment.values.loc[2, "intel"] == 1.0
    assert advice.surplus_hours == near(11.6685)
    assert (advice.verdict, advice.accept_share) == ("accept", near(1.0))


def test_a_rival_on_the_first_choice_day_tells_only_half():
    advice = assess(table([{**BIRCH, "start": "2026-03-12"}]), HUNTING_ACME).advice.loc[2]
    assert advice.surplus_hours == near(7.6685)


def test_a_toss_up_says_how_few_points_turn_it():
    profile = Profile(months_since_external_interview=3, runway_months=math.inf)
    advice = assess(table([INDIGO]), profile).advice.loc[2]
    assert advice.surplus_hours == near(0.7514)
    assert (advice.verdict, advice.reason, advice.ask) == ("ask", "toss_up", None)
    assert (advice.accept_share, advice.accept_share_any) == (near(0.7390), near(0.5985))
    assert advice.flip_points == near(4.0077)
    assert (advice.flip_points_from, advice.flip_points_to) == ("interest", "intel")
