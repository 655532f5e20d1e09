"""A profile is read strictly: what is off is said in one sentence."""

import math
from datetime import date

import pytest

from advisor import Profile, ProfileError, read_profile
from advisor.rules.motivations import Motive
from advisor.rules.presets import PRESETS
from advisor.rules.profile import Offer

SIX = dict.fromkeys(map(str, Motive), 1)

WRONG = [
    ({"runway": 3}, "no field runway. Did you mean runway_months"),
    ({"shoe_size": 43}, "no field shoe_size. It knows: months_since"),
    ({"runway_months": "long"}, 'runway_months in the profile must be months .* not "long"'),
    ({"runway_months": True}, "must be months of 0 or more .* not True"),
    ({"runway_months": -1}, "must be months of 0 or more .* not -1"),
    ({"runway_months": math.nan}, "not nan"),
    ({"runway_months": 10**400}, "a number of more than 300 digits"),
    ({"hours_per_reason": 0}, "hours_per_reason in the profile must be hours above 0, not 0"),
    ({"prep_hours_each": math.inf}, "must be hours from 0 to 200, not inf"),
    ({"take_home_share": 1.2}, "must be a share from 0 to 1, not 1.2"),
    ({"offer": "maybe"}, 'must be one of none, verbal, written, accepted, not "maybe"'),
    ({"currency": "euro"}, 'must be a three-letter code such as EUR, not "euro"'),
    ({"first_choice_date": "soon"}, 'must be a day such as 2026-03-12, not "soon"'),
    ({"first_choices": ["Acme"]}, "must be a table of companies"),
    ({"first_choices": {"Acme": "Birch"}}, 'first_choices, Acme, .* a list of names, not "Birch"'),
    ({"weights": {"practice": 1}}, "weights in the profile lacks interest, intel"),
    ({"weights": SIX | {"fame": 1}}, "no field weights.fame"),
    ({"weights": dict.fromkeys(SIX, 0)}, "are all 0; at least one must be above 0"),
    ({"weights": SIX | {"money": -1}}, "weights.money in the profile must be a number of 0"),
]


@pytest.mark.parametrize(("table", "said"), WRONG)
def test_a_profile_that_is_off_says_which_field_and_what_it_must_be(table, said):
    with pytest.raises(ProfileError, match=said):
        read_profile(table)


def test_whole_numbers_infinity_and_any_scale_of_weights_are_fine():
    profile = read_profile({"runway_months": math.inf, "weights": dict.fromkeys(SIX, 1000)})
    assert profile.runway_months == math.inf
    assert profile.weights[Motive.MONEY] == 1000.0


def test_a_day_may_be_written_or_given():
    written, given = (
        read_profile({"first_choice_date": day}) for day in ("2026-03-12", date(2026, 3, 12))
    )
    assert written == given


def test_a_profile_of_nothing_is_the_default():
    assert read_profile({}) == Profile()
    assert Profile().offer is Offer.NONE


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_a_preset_changes_situation_and_priorities_only(preset):
    person = Profile(prep_hours_each=5, currency="EUR")
    changed = preset.apply(person)
    assert changed.weights == dict(zip(Motive, preset.weights, strict=True))
    assert (changed.prep_hours_each, changed.currency) == (5, "EUR")
