"""The preview in the browser equals the assessment: numbers to the last bit, verdicts, ranks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor import Profile, assess
from advisor.rules.advice import Advice
from advisor.rules.motivations import Motive
from advisor.views.preview import for_browser, preview
from tests.decision.invites import table
from tests.decision.strategies import invites, profiles, weights
from tests.page.preview_process import PreviewProcess
from tests.views.scenes import scene_of

whole_points = st.lists(st.integers(0, 40), min_size=6, max_size=6).filter(any)
dragged = st.one_of(weights.map(lambda chosen: list(chosen.values())), whole_points)


@pytest.fixture(scope="module")
def browser_arithmetic():
    process = PreviewProcess()
    yield process
    process.close()


def sent_for(sheet, profile):
    found = assess(sheet, profile)
    return for_browser(preview(scene_of(sheet, found, profile), found.values, profile))


@given(records=st.lists(invites, max_size=8), profile=profiles, now=dragged)
def test_the_preview_of_any_priorities_is_what_assess_says_of_them(
    browser_arithmetic, records, profile, now
):
    sheet = table(records)
    there = profile.with_weights(dict(zip(Motive, now, strict=True)))
    told = browser_arithmetic.ask(sent_for(sheet, profile), now)["ranked"]
    expected = assess(sheet, there)
    assert [one["row"] for one in told] == expected.advice.index.tolist()
    for key in (Advice.WORTH, Advice.SURPLUS, Advice.VERDICT, Advice.DECISION):
        name = {Advice.WORTH: "worth", Advice.SURPLUS: "surplus"}.get(key, str(key))
        assert [one[name] for one in told] == expected.advice[key].tolist()
    hours = expected.hours.loc[expected.advice.index].to_numpy().tolist()
    assert [one["hours"] for one in told] == hours


@given(now=dragged)
def test_the_points_shown_are_whole_add_up_to_a_hundred_and_are_nearest(browser_arithmetic, now):
    points = browser_arithmetic.ask(sent_for(table([]), Profile()), now)["points"]
    exact = [100 * weight / sum(now) for weight in now]
    assert sum(points) == 100
    assert all(abs(point - share) < 1 + 1e-9 for point, share in zip(points, exact, strict=True))
