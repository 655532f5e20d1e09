"""The curve behind each reason: it is the assessment, asked again with another answer."""

import math
from dataclasses import replace

import pytest

from advisor import Profile, assess, value_curves
from advisor.rules.columns import Field
from advisor.rules.motivations import Motive
from tests.decision.invites import table

PERSON = Profile(
    months_since_external_interview=14, runway_months=4, first_choices={"Acme": ("Birch",)}
)
BIRCH = {"company": "Birch", "interest": 2, "closeness": 0.7, "new_contacts": 3}
CHANGES = {
    Motive.INTEREST: Field.INTEREST,
    Motive.INTEL: Field.COMPETITOR_OVERLAP,
    Motive.CONTACTS: Field.NEW_CONTACTS,
    Motive.OTHER_ROLES: Field.OTHER_OPENINGS,
}


def curve_of(motive, person=PERSON):
    return next(one for one in value_curves(table([BIRCH]), 2, person) if one.motive is motive)


def test_there_is_one_curve_for_each_motivation_and_the_invite_stands_on_it():
    values = assess(table([BIRCH]), PERSON).values.loc[2]
    curves = value_curves(table([BIRCH]), 2, PERSON)
    assert {one.motive: one.met for one in curves} == values.to_dict()


@pytest.mark.parametrize("motive", CHANGES)
def test_a_curve_of_a_row_is_the_assessment_of_the_row_with_that_answer(motive):
    curve = curve_of(motive)
    rows = [{**BIRCH, CHANGES[motive]: answer} for answer in curve.answers]
    assert list(curve.values) == assess(table(rows), PERSON).values[motive].tolist()


@pytest.mark.parametrize(
    ("motive", "field"),
    [(Motive.PRACTICE, "months_since_external_interview"), (Motive.MONEY, "runway_months")],
)
def test_a_curve_of_the_person_is_the_assessment_of_another_such_person(motive, field):
    curve = curve_of(motive)
    for answer, value in zip(curve.answers[::10], curve.values[::10], strict=True):
        other = replace(PERSON, **{field: float(answer)})
        assert assess(table([BIRCH]), other).values[motive][2] == value


def test_an_answer_beyond_the_usual_is_still_on_the_curve_and_never_is_its_own_point():
    assert curve_of(Motive.PRACTICE, replace(PERSON, months_since_external_interview=60)).answers[
        -1
    ] == pytest.approx(60)
    never = curve_of(Motive.PRACTICE, replace(PERSON, months_since_external_interview=math.inf))
    assert never.answers[-1] == 36
    assert never.now == math.inf
    assert never.met > never.values[-1]
