"""What the opened invite is drawn from: the waterfall and the small curves."""

from dataclasses import replace
from math import inf

import pytest

from advisor import hours_if_met, value_curves
from advisor.rules.advice import Advice, missing_inputs
from advisor.rules.motivations import Motive
from advisor.views.amounts import hours, signed_hours
from advisor.views.curve_charts import curve_chart, curve_said
from advisor.views.paper import LIGHT
from advisor.views.waterfall import Step, steps, waterfall, waterfall_said
from advisor.views.worked import balance_lines, worked_lines
from tests.views.answers import make_answer
from tests.views.scenes import BARE, BIRCH, HALDEN, LUMEN, MARCH


def opened(record):
    found = make_answer(record, profile=MARCH).assessment
    return found.hours.loc[2], found.levels.loc[2], found.advice.loc[2]


@pytest.mark.parametrize("record", [HALDEN, BIRCH, LUMEN])
def test_the_steps_lead_from_nothing_over_the_worth_to_the_surplus(record):
    added, used, advice = opened(record)
    table = steps(added, used, LIGHT)
    body = table.iloc[:-1]
    assert body[Step.FROM].tolist() == [0.0, *body[Step.TO].tolist()[:-1]]
    assert body[Step.TO].iloc[len(Motive) - 1] == pytest.approx(advice[Advice.WORTH])
    last = table.iloc[-1]
    assert (last[Step.FROM], last[Step.TO]) == (0.0, pytest.approx(advice[Advice.SURPLUS]))


@pytest.mark.parametrize("record", [HALDEN, BIRCH, LUMEN, BARE])
def test_the_sums_written_out_are_the_hours_of_the_advice(record):
    profile = replace(MARCH, weights={motive: 1.0 + place for place, motive in enumerate(Motive)})
    found = make_answer(record, profile=profile).assessment
    advice = found.advice.loc[2]
    assumed = missing_inputs(int(advice[Advice.MISSING]))
    most = hours_if_met(profile)
    lines = worked_lines(found.values.loc[2], most, found.levels.loc[2], assumed)
    assert len(lines) == len(Motive)
    for line, full, added in zip(lines, most, found.hours.loc[2], strict=True):
        assert f"worth {hours(full)} to you" in line
        assert line.endswith(f": {hours(added)}.")
    takes, left = balance_lines(
        advice[Advice.WORTH], advice[Advice.COST], found.levels.loc[2], profile.toss_up_hours
    )
    assert takes.endswith(f"= {hours(advice[Advice.COST])}.")
    assert f"= {signed_hours(advice[Advice.SURPLUS])}. Within 2 h" in left


def test_an_invite_that_is_not_worth_it_says_what_is_missing():
    added, used, _ = opened(LUMEN)
    assert waterfall_said(added, used).split(". ")[-1].startswith("Missing −")


def test_a_cost_of_nothing_is_no_step():
    added, used, _ = opened(HALDEN)
    assert "Other cost" not in steps(added, used, LIGHT)[Step.NAME].tolist()


@pytest.mark.parametrize("dark", [False, True])
def test_every_step_is_drawn_on_one_axis_of_hours(dark):
    added, used, _ = opened(HALDEN)
    drawn = waterfall(added, used, dark=dark)
    bars = drawn["layer"][0]
    (values,) = drawn["datasets"].values()
    assert len(values) == len(steps(added, used, LIGHT))
    assert bars["encoding"]["x"]["field"] == Step.FROM


def test_the_waterfall_stays_the_same_while_only_figures_change():
    one, other = (waterfall(*opened(record)[:2]) for record in (HALDEN, LUMEN))
    tables = [drawn.pop("datasets") for drawn in (one, other)]
    assert one == other
    assert not tables[0]["steps"].equals(tables[1]["steps"])


def test_the_own_point_stays_inside_the_curve_even_for_never():
    answer = make_answer(HALDEN, profile=MARCH)
    practice = value_curves(answer.invites, 2, MARCH)[0]
    assert curve_said(practice) == (
        f"Practice: {practice.met:.2f} of 1 at 14 months since the last, on a rising curve"
    )
    drawn = curve_chart(practice)
    assert [{"answer": 14.0, "met": practice.met}] in drawn["datasets"].values()
    never = value_curves(answer.invites, 2, replace(MARCH, months_since_external_interview=inf))[0]
    own = [{"answer": never.answers[-1], "met": never.met}]
    assert own in curve_chart(never)["datasets"].values()
