"""The advice in part: the same figures as found whole."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from advisor import Profile, assess, rank
from tests.decision.invites import table
from tests.decision.strategies import invites, profiles


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
