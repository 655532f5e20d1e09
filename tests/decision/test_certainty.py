"""How sure: the exact share, the question, and the smallest changes that flip a verdict."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.optimize import linprog

from advisor import Profile, assess
from advisor.decision.priorities import flip_points
from advisor.decision.shares import FEW_ALIKE, apportion, share_reaching
from advisor.rules.advice import missing_inputs
from advisor.rules.inputs import INPUTS
from advisor.rules.motivations import MONTHS_SINCE, RUNWAY
from tests.decision.invites import table
from tests.decision.strategies import complete, invites, numbers, profiles

UNITS = st.floats(0, 1).map(lambda number: round(number, 6))
SIX = st.lists(UNITS, min_size=6, max_size=6)
MOST_SHAPES = 2**6
"""Ways in which six values can lie on either side of a threshold."""

TOKENS = st.lists(st.integers(0, 8), min_size=6, max_size=6).filter(any)


def advised(record, profile):
    return assess(table([record]), profile).advice.loc[2]


@given(SIX, TOKENS, UNITS)
def test_the_exact_share_agrees_with_a_simulation(values, tokens, threshold):
    values, tokens = np.array(values), np.array(tokens)
    assume(np.abs(values - threshold).min() > 1e-3)
    share = share_reaching(values[:, np.newaxis], tokens, np.array([threshold]))[0]
    counted = tokens > 0
    draws = np.random.default_rng(11).dirichlet(tokens[counted], size=20_000)
    simulated = (draws @ values[counted] >= threshold).mean()
    error = max(np.sqrt(share * (1 - share) / len(draws)), 1 / len(draws))
    assert abs(simulated - share) <= 4 * error


@given(SIX, TOKENS, st.lists(UNITS, min_size=2, max_size=2))
def test_the_share_falls_as_the_cost_rises(values, tokens, thresholds):
    column = np.array(values)[:, np.newaxis]
    low, high = (
        share_reaching(column, np.array(tokens), np.array([at])) for at in sorted(thresholds)
    )
    assert high <= low + 1e-12


@given(SIX, TOKENS)
def test_the_share_is_all_or_nothing_where_all_values_lie_on_one_side(values, tokens):
    column = np.array(values)[:, np.newaxis]
    assert share_reaching(column, np.array(tokens), np.array([min(values)])) == 1.0
    assert share_reaching(column, np.array(tokens), np.array([max(values) + 1e-9])) == 0.0


@given(TOKENS, st.integers(0, 2**32 - 1), st.integers(1, 7))
def test_few_rows_and_many_rows_have_the_same_shares_to_the_bit(tokens, seed, digits):
    generator = np.random.default_rng(seed)
    rows = FEW_ALIKE * MOST_SHAPES + 1
    values = np.round(generator.random((6, rows)), digits)
    threshold = np.round(generator.random(rows), digits)
    many = share_reaching(values, np.array(tokens), threshold)
    few = share_reaching(values[:, :40], np.array(tokens), threshold[:40])
    assert (many[:40] == few).all()


@given(st.lists(numbers(0, 10), min_size=6, max_size=6).filter(lambda w: max(w) > 0.01))
def test_tokens_are_shared_out_whole_and_within_one_of_their_due(chosen):
    tokens = apportion(np.array(chosen), 30)
    due = np.array(chosen) / sum(chosen) * 30
    assert tokens.sum() == 30
    assert (np.abs(tokens - due) < 1 + 1e-9).all()


@given(invites, profiles)
def test_the_question_is_a_missing_answer_that_could_decide_if_any_could(record, profile):
    advice = advised(record, profile)
    asked = advice.ask is not None
    for key in [advice.ask] if asked else missing_inputs(int(advice.missing)):
        worst, best = (_surplus_with(record, profile, key, at) for at in _range(INPUTS[key]))
        assert (worst <= 1e-9 and best > -1e-9) if asked else not worst < -1e-9 < 1e-9 < best


def _range(assumed):
    return assumed.worst, assumed.best


def _surplus_with(record, profile, key, answer):
    if key in (MONTHS_SINCE, RUNWAY):
        return advised(record, replace(profile, **{key: answer})).surplus_hours
    return advised({**record, key: answer}, profile).surplus_hours


KNOWN = st.builds(
    Profile,
    months_since_external_interview=numbers(0, 36),
    runway_months=numbers(0, 12),
    first_choices=st.sampled_from([{}, {"Acme": ["Birch"]}]),
)
TOWARDS = {RUNWAY: -1.0}


@given(complete, KNOWN)
def test_an_answer_flip_crosses_just_beyond_it_and_not_before(record, profile):
    advice = advised(record, profile)
    assume(advice.flip_answer_input is not None)
    key, value = advice.flip_answer_input, advice.flip_answer_value
    low, high = INPUTS[key].flip
    assert low <= value <= high
    going = advice.surplus_hours > 0
    present = record.get(key, getattr(profile, key, None))
    step = np.copysign(1e-6 * (high - low), TOWARDS.get(key, 1.0) * (-1.0 if going else 1.0))
    assume(low <= value + step <= high)
    assert (_surplus_with(record, profile, key, value + step) > 0) is not going
    if abs(value - present) > 2e-6 * (high - low):
        assert (_surplus_with(record, profile, key, value - step) > 0) is going


@given(complete, KNOWN)
def test_no_single_answer_flips_where_none_is_reported(record, profile):
    advice = advised(record, profile)
    assume(advice.flip_answer_input is None and abs(advice.surplus_hours) > 1e-6)
    going = advice.surplus_hours > 0
    for key, assumed in INPUTS.items():
        present = record.get(key, getattr(profile, key, None))
        if assumed.flip and assumed.flip[0] <= present <= assumed.flip[1]:
            ends = [_surplus_with(record, profile, key, end) for end in assumed.flip]
            assert all((end > 1e-9) is going or abs(end) < 1e-6 for end in ends)


@given(SIX, st.lists(st.integers(0, 10), min_size=6, max_size=6).filter(any), UNITS)
def test_the_fewest_points_are_those_of_a_linear_program(values, raw, threshold):
    values, shares = np.array(values), np.array(raw) / sum(raw)
    gap = float(shares @ values - threshold)
    assume(abs(gap) > 1e-4)
    flip = flip_points(
        values[:, np.newaxis], shares, np.array([threshold]), np.array([gap])
    ).points[0]
    program = _fewest_points(values, shares, threshold, going=gap > 0)
    if program is None:
        assert np.isnan(flip)
    elif np.isnan(flip):
        assert max(values) == pytest.approx(threshold, abs=1e-6)
    else:
        assert flip == pytest.approx(program, abs=1e-6)


def _fewest_points(values, shares, threshold, *, going):
    """Shares taken (k) and given (k): the least taken that brings the mean to the threshold."""
    side = 1.0 if going else -1.0
    gain = np.concatenate([-values, values]) * side
    solved = linprog(
        c=np.concatenate([np.ones(6), np.zeros(6)]) * 100,
        A_ub=[gain],
        b_ub=[(threshold - shares @ values) * side],
        A_eq=[np.concatenate([np.ones(6), -np.ones(6)])],
        b_eq=[0.0],
        bounds=[(0, share) for share in shares] + [(0, 1)] * 6,
    )
    return solved.fun if solved.status == 0 else None


@given(complete, profiles)
def test_confidence_is_that_of_the_verdict(record, profile):
    advice = advised(record, profile)
    by_rule = advice.reason in {"offer_accepted", "dealbreaker", "will_not_prepare", "first_choice"}
    share = advice.accept_share
    expected = {
        "accept": share,
        "decline": 1 - share,
        "ask": max(share, 1 - share),
    }[advice.verdict]
    assert advice.confidence == pytest.approx(1.0 if by_rule else expected)
