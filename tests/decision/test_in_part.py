"""The advice in part: the same figures as found whole."""

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor import Profile, assess, know, rank
from tests.decision.invites import table
from tests.decision.strategies import invites, numbers, profiles, weights


@given(st.lists(invites, min_size=1, max_size=6), profiles, st.randoms())
def test_the_advice_on_some_invites_is_that_of_the_whole_bit_for_bit(records, profile, random):
    sheet = table(records)
    whole, found = assess(sheet, profile), rank(sheet, profile)
    rows = random.sample(found.ranking.index.tolist(), random.randint(0, len(records)))
    part = found.advice_on(pd.Index(rows, dtype="int64"))
    pd.testing.assert_frame_equal(part, whole.advice.loc[rows], check_exact=True)
    for name in ("advice", "values", "hours", "levels"):
        pd.testing.assert_frame_equal(getattr(found, name), getattr(whole, name), check_exact=True)


def test_a_ranking_says_nothing_of_how_sure_it_is():
    found = rank(table([{}, {"interest": 5.0}]), Profile())
    ranked = found.ranking.columns.tolist()
    assert found.advice.columns.tolist()[: len(ranked)] == ranked
    assert "confidence" not in ranked


@given(st.lists(invites, min_size=1, max_size=6), profiles, weights, numbers(2, 16))
def test_other_priorities_on_what_is_known_give_the_same_as_afresh_bit_for_bit(
    records, profile, points, reason
):
    sheet = table(records)
    moved = replace(profile, weights=points, hours_per_reason=reason)
    again, afresh = rank(sheet, moved, know(sheet, profile)), assess(sheet, moved)
    for name in ("advice", "values", "hours", "levels"):
        pd.testing.assert_frame_equal(getattr(again, name), getattr(afresh, name), check_exact=True)


def test_what_is_known_for_one_person_does_not_serve_another():
    sheet = table([{"interest": 5.0}])
    with pytest.raises(ValueError, match="found for another person"):
        rank(sheet, Profile(runway_months=2.0), know(sheet, Profile()))


def test_invites_out_of_the_sheets_order_rank_as_in_it():
    sheet = table([{"interest": 3.0}] * 4 + [{"interest": 5.0}])
    ranking = rank(sheet, Profile()).ranking
    backwards = rank(sheet[::-1], Profile()).ranking
    pd.testing.assert_frame_equal(backwards, ranking, check_exact=True)
