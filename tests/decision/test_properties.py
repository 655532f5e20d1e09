"""The properties every implementation of the model keeps; the plan's are in test_plan."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from advisor import Profile, assess
from advisor.rules.columns import Field
from advisor.rules.inputs import INPUTS
from advisor.rules.motivations import MONTHS_SINCE, RUNWAY, Motive
from tests.decision.invites import table
from tests.decision.strategies import LEGAL, complete, invites, numbers, profiles, weights

NEVER = float("inf")
BENEFITS = (
    Field.INTEREST,
    Field.UNKNOWN_SHARE,
    Field.CLOSENESS,
    Field.OFFER_CHANCE,
    Field.PAY_COVER,
    Field.NEW_CONTACTS,
    Field.OTHER_OPENINGS,
    Field.COMPETITOR_OVERLAP,
)
COSTS = (
    Field.INTERVIEW_HOURS,
    Field.TRAVEL_HOURS,
    Field.PREP_HOURS_NEEDED,
    Field.OTHER_COST_HOURS,
)
BETTER = ["decline", "ask", "accept"]


def advised(record, profile):
    return assess(table([record]), profile).advice.loc[2]


def valued(record, profile, motive):
    return assess(table([record]), profile).values.loc[2, motive]


@given(st.lists(invites, max_size=5), profiles)
def test_every_value_lies_between_0_and_1(records, profile):
    values = assess(table(records), profile).values.to_numpy()
    assert ((values >= 0) & (values <= 1)).all()


ANCHORS = [
    (Motive.PRACTICE, {"closeness": 1}, {MONTHS_SINCE: 0}, 0.0),
    (Motive.PRACTICE, {"closeness": 1}, {MONTHS_SINCE: 12}, 0.5),
    (Motive.PRACTICE, {"closeness": 1}, {MONTHS_SINCE: NEVER}, 1.0),
    (Motive.PRACTICE, {"closeness": 0}, {MONTHS_SINCE: NEVER}, 0.55),
    (Motive.INTEREST, {"interest": 1, "unknown_share": 0}, {}, 0.0),
    (Motive.INTEREST, {"interest": 3, "unknown_share": 0}, {}, 0.5),
    (Motive.INTEREST, {"interest": 5, "unknown_share": 0.7}, {}, 1.0),
    (Motive.MONEY, {"pay_cover": 1, "offer_chance": 0.35}, {RUNWAY: 0}, 1.0),
    (Motive.MONEY, {"pay_cover": 1, "offer_chance": 0.35}, {RUNWAY: 3}, 0.5),
    (Motive.MONEY, {"pay_cover": 1, "offer_chance": 0.35}, {RUNWAY: NEVER}, 0.0),
    (Motive.CONTACTS, {"new_contacts": 0, "closeness": 1}, {}, 0.0),
    (Motive.OTHER_ROLES, {"other_openings": 1}, {}, 0.15),
]


@pytest.mark.parametrize(("motive", "known", "situation", "value"), ANCHORS)
def test_the_curves_pass_through_their_anchors(motive, known, situation, value):
    assert valued(known, Profile(**situation), motive) == pytest.approx(value, abs=1e-12)


@given(complete, profiles, numbers(0, 40), numbers(0, 40))
def test_more_months_without_an_interview_never_lower_practice(record, profile, one, other):
    few, many = sorted((one, other))
    lower = valued(record, replace(profile, months_since_external_interview=few), "practice")
    higher = valued(record, replace(profile, months_since_external_interview=many), "practice")
    assert higher >= lower


@given(complete, profiles, numbers(0, 40), numbers(0, 40))
def test_a_shorter_runway_never_lowers_money(record, profile, one, other):
    short, long = sorted((one, other))
    money = [valued(record, replace(profile, runway_months=run), "money") for run in (short, long)]
    assert money[0] >= money[1]


@given(complete, profiles, st.sampled_from(BENEFITS), st.data())
def test_raising_a_benefit_never_lowers_surplus_or_verdict(record, profile, key, data):
    low, high = sorted([data.draw(LEGAL[key]), data.draw(LEGAL[key])])
    before, after = (advised({**record, key: level}, profile) for level in (low, high))
    assert after.surplus_hours >= before.surplus_hours - 1e-9
    near_a_bound = abs(abs(after.surplus_hours) - profile.toss_up_hours) < 1e-9
    assert near_a_bound or BETTER.index(after.verdict) >= BETTER.index(before.verdict)


@given(complete, profiles, st.sampled_from(COSTS))
def test_one_more_hour_of_cost_lowers_the_surplus_by_one(record, profile, key):
    record = {Field.OTHER_COST_HOURS: 0.0, **record}
    dearer = {**record, key: record[key] + 1.0}
    fall = advised(record, profile).surplus_hours - advised(dearer, profile).surplus_hours
    assert fall == pytest.approx(1.0, abs=1e-9)


@given(st.lists(invites, min_size=1, max_size=5), profiles)
def test_contributions_add_up_to_the_worth(records, profile):
    assessment = assess(table(records), profile)
    worth = assessment.hours.sum(axis=1).reindex(assessment.advice.index)
    assert worth.to_numpy() == pytest.approx(assessment.advice["worth_hours"].to_numpy())


@given(st.lists(invites, min_size=1, max_size=4), profiles, st.sampled_from([0.1, 3.0, 1e6]))
def test_scaling_all_weights_changes_nothing(records, profile, factor):
    scaled = replace(profile, weights={key: w * factor for key, w in profile.weights.items()})
    figures = ["worth_hours", "surplus_low", "surplus_high", "accept_share", "accept_share_any"]
    one, other = (assess(table(records), person).advice for person in (profile, scaled))
    pd.testing.assert_frame_equal(one[figures].sort_index(), other[figures].sort_index())


@given(complete, profiles, weights, numbers(0, 12))
def test_a_motivation_without_weight_adds_nothing_and_its_own_input_stops_mattering(
    record, profile, chosen, openings
):
    chosen = {**chosen, Motive.OTHER_ROLES: 0.0}
    assume(max(chosen.values()) > 0)
    profile = profile.with_weights(chosen)
    other = {**record, Field.OTHER_OPENINGS: openings}
    assert assess(table([record]), profile).hours.loc[2, "other_roles"] == 0.0
    one, two = (advised(each, profile) for each in (record, other))
    assert (one.surplus_hours, one.verdict) == (two.surplus_hours, two.verdict)


@given(complete, profiles, numbers(0, 10))
def test_no_reason_buys_back_an_interview_one_will_not_prepare_for(record, profile, short):
    needed = record[Field.PREP_HOURS_NEEDED]
    unprepared = {**record, Field.PREP_HOURS_WILLING: max(needed - short - 0.001, 0.0)}
    assume(unprepared[Field.PREP_HOURS_WILLING] < needed)
    advice = advised(unprepared, profile)
    assert (advice.gate, advice.verdict) == ("fail", "decline")


@given(complete, profiles)
def test_willing_just_what_is_needed_passes_the_gate(record, profile):
    record = {**record, Field.PREP_HOURS_WILLING: record[Field.PREP_HOURS_NEEDED]}
    assert advised(record, profile).gate == "pass"


@given(invites, profiles)
def test_unknown_willingness_is_never_an_accept(record, profile):
    record = {key: cell for key, cell in record.items() if key != Field.PREP_HOURS_WILLING}
    advice = advised(record, replace(profile, prep_hours_each=None))
    assert advice.gate == "unknown"
    assert advice.verdict != "accept"


@given(st.lists(invites, min_size=1, max_size=5), profiles)
def test_the_bounds_hold_the_surplus_and_meet_where_nothing_is_missing(records, profile):
    advice = assess(table(records), profile).advice
    assert (advice["surplus_low"] <= advice["surplus_hours"] + 1e-9).all()
    assert (advice["surplus_hours"] <= advice["surplus_high"] + 1e-9).all()
    known = advice[advice["missing"] == 0]
    assert (known["surplus_low"] == known["surplus_hours"]).all()
    assert (known["surplus_high"] == known["surplus_hours"]).all()


ANSWERABLE = {key: one for key, one in INPUTS.items() if key not in (MONTHS_SINCE, RUNWAY)}


@given(invites, profiles, st.sampled_from(list(ANSWERABLE)), st.floats(0, 1))
def test_any_plausible_answer_stays_inside_the_old_bounds(record, profile, key, share):
    record = {name: cell for name, cell in record.items() if name not in (key, Field.PAY)}
    assumed = ANSWERABLE[key]
    before = advised(record, profile)
    assume(key in _missing_of(before))
    answer = assumed.worst + share * (assumed.best - assumed.worst)
    after = advised({**record, key: answer}, profile)
    assert before.surplus_low - 1e-9 <= after.surplus_low
    assert after.surplus_high <= before.surplus_high + 1e-9


def _missing_of(advice):
    return [key for place, key in enumerate(INPUTS) if advice.missing >> place & 1]


@given(complete, profiles, st.sampled_from([0.5, 2.0, 3.7]))
def test_scaling_every_hour_scales_the_surplus(record, profile, factor):
    longer = {**record, **{key: record[key] * factor for key in COSTS if key in record}}
    richer = replace(profile, hours_per_reason=profile.hours_per_reason * factor)
    assert advised(longer, richer).surplus_hours == pytest.approx(
        advised(record, profile).surplus_hours * factor, abs=1e-9
    )


@given(invites, profiles)
def test_without_a_first_choice_nothing_is_inside_knowledge(record, profile):
    assert valued(record, replace(profile, first_choices={}), "intel") == 0.0


@given(invites, profiles, st.integers(1, 30), st.integers(1, 30))
def test_a_later_date_never_raises_inside_knowledge(record, profile, one, other):
    early, late = sorted((one, other))
    intel = [
        valued({**record, Field.START: f"2027-01-{day:02}"}, profile, "intel")
        for day in (early, late)
    ]
    assert intel[0] >= intel[1]


@given(invites, profiles, st.sampled_from(["ACME", " acme  ", "Acme"]))
def test_case_and_spaces_in_names_do_not_matter(record, profile, spelled):
    plain, odd = ({**record, Field.COMPANY: name} for name in ("Acme", spelled))
    one, other = advised(plain, profile), advised(odd, profile)
    assert (one.surplus_hours, one.verdict) == (other.surplus_hours, other.verdict)


@given(st.lists(invites, min_size=1, max_size=4), profiles)
def test_assessing_leaves_its_inputs_unchanged(records, profile):
    before = table(records)
    given_table = before.copy(deep=True)
    assess(given_table, profile)
    pd.testing.assert_frame_equal(given_table, before)


@given(st.lists(invites, min_size=2, max_size=9), profiles, st.randoms(use_true_random=False))
def test_an_assessment_is_the_same_alone_or_among_any_others_bit_for_bit(records, profile, random):
    together = table(records)
    rows = list(together.index)
    random.shuffle(rows)
    some = together.loc[rows[: random.randint(1, len(rows))]]
    whole, part = assess(together, profile), assess(some, profile)
    own = [column for column in whole.advice if column != "rank"]
    left = whole.advice.loc[some.index, own]
    pd.testing.assert_frame_equal(left, part.advice.loc[some.index, own], check_exact=True)
    pd.testing.assert_frame_equal(whole.values.loc[some.index], part.values, check_exact=True)


@given(st.lists(invites, min_size=2, max_size=9), profiles)
def test_the_ranking_does_not_depend_on_the_order_of_the_table(records, profile):
    invites_table = table(records)
    backwards = assess(invites_table.iloc[::-1], profile).advice
    pd.testing.assert_frame_equal(assess(invites_table, profile).advice, backwards)


def test_invites_worth_the_same_keep_the_order_of_the_sheet_among_many():
    generator = np.random.default_rng(11)
    records = [
        {Field.INTEREST: interest, Field.PREP_HOURS_WILLING: 8, Field.FIRST_CHOICE: wanted}
        for interest, wanted in zip(
            generator.integers(1, 6, 3000), generator.integers(0, 2, 3000), strict=True
        )
    ]
    shuffled = table(records).sample(frac=1, random_state=1)
    ranking = assess(shuffled, Profile()).ranking
    keys = zip(
        ranking.index,
        ranking["decision"].map(BETTER.index).astype(int),
        ranking["is_first_choice"],
        ranking["surplus_hours"],
        strict=True,
    )
    ranked = [(-better, not wanted, -hours, row) for row, better, wanted, hours in keys]
    assert ranked == sorted(ranked)
    assert ranking["surplus_hours"].nunique() < 12


def test_a_copy_of_an_alternative_reverses_no_rank():
    """Belton & Gear 1983: a method that normalises by batch turns A and B round."""
    first, second = {"interest": 4, "closeness": 0.2}, {"interest": 2, "closeness": 1.0}
    alone = assess(table([first, second]), Profile()).advice
    crowded = assess(table([first, second, second]), Profile()).advice
    own = [column for column in alone if column != "rank"]
    pd.testing.assert_frame_equal(
        alone[own].loc[[2, 3]], crowded[own].loc[[2, 3]], check_exact=True
    )


def test_many_rows_and_one_row_agree_to_the_bit():
    generator = np.random.default_rng(7)
    records = [
        {key: float(generator.uniform(1, 5)) for key in (Field.INTEREST, Field.NEW_CONTACTS)}
        for _ in range(2000)
    ]
    many = assess(table(records), Profile()).advice.sort_index()
    for place in (0, 1, 777, 1999):
        alone = assess(table([records[place]], first=2 + place), Profile()).advice
        own = [column for column in many if column != "rank"]
        pd.testing.assert_frame_equal(many.loc[alone.index, own], alone[own], check_exact=True)
