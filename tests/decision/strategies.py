"""Random invites and persons, from nothing known to everything known."""

from datetime import date

from hypothesis import strategies as st

from advisor import Profile
from advisor.rules.columns import COLUMNS, Field
from advisor.rules.inputs import INPUTS
from advisor.rules.motivations import Motive
from advisor.rules.profile import Offer

NAMES = ("Acme", "Birch", "Cobalt", "Dune", "  acme ", "BIRCH")


def numbers(low: float, high: float) -> st.SearchStrategy[float]:
    return st.floats(low, high, allow_nan=False, width=64).map(lambda number: round(number, 6))


LEGAL = {
    Field.INTERVIEW_HOURS: numbers(0, 12),
    Field.TRAVEL_HOURS: numbers(0, 12),
    Field.PREP_HOURS_NEEDED: numbers(0, 40),
    Field.PREP_HOURS_WILLING: numbers(0, 40),
    Field.OTHER_COST_HOURS: numbers(0, 20),
    Field.INTEREST: numbers(1, 5),
    Field.UNKNOWN_SHARE: numbers(0, 1),
    Field.CLOSENESS: numbers(0, 1),
    Field.OFFER_CHANCE: numbers(0, 1),
    Field.PAY: numbers(0, 200_000),
    Field.PAY_CURRENCY: st.sampled_from(["EUR", "USD"]),
    Field.PAY_COVER: numbers(0, 2),
    Field.NEW_CONTACTS: numbers(0, 12),
    Field.OTHER_OPENINGS: numbers(0, 12),
    Field.COMPETITOR_OVERLAP: numbers(0, 1),
    Field.COMPETITOR_OF: st.sampled_from([*NAMES, "Dune; Acme"]),
    Field.COMPANY: st.sampled_from(NAMES),
    Field.FIRST_CHOICE: st.sampled_from([0.0, 1.0]),
    Field.DEALBREAKER: st.sampled_from(["no", "commission only"]),
    Field.MY_DECISION: st.sampled_from(["accept", "decline"]),
    Field.FORMAT: st.sampled_from(["phone", "on site", "video, then on site"]),
    Field.START: st.sampled_from(["2027-01-11T10:00", "2027-01-12", "2027-01-20T09:30"]),
}
SCORED = tuple(key for key in INPUTS if key in COLUMNS)

invites = st.fixed_dictionaries({}, optional=LEGAL)
"""One invite, any subset of its cells filled."""

complete = st.fixed_dictionaries(
    {key: LEGAL[key] for key in SCORED}, optional={Field.PREP_HOURS_WILLING: numbers(0, 40)}
)
"""One invite of which every scored cell is known."""

weights = st.fixed_dictionaries({motive: numbers(0, 10) for motive in Motive}).filter(
    lambda chosen: max(chosen.values()) > 0.01
)

months = st.one_of(st.none(), numbers(0, 48), st.just(float("inf")))

profiles = st.builds(
    Profile,
    months_since_external_interview=months,
    runway_months=st.one_of(st.none(), numbers(0, 30), st.just(float("inf"))),
    first_choices=st.sampled_from(
        [{}, {"Acme": []}, {"Acme": ["Birch"]}, {"Acme": [], "Dune": []}]
    ),
    first_choice_date=st.sampled_from([None, date(2027, 1, 12)]),
    offer=st.sampled_from([Offer.NONE, Offer.NONE, Offer.WRITTEN, Offer.ACCEPTED]),
    prep_hours_each=st.one_of(st.none(), numbers(0, 12)),
    hours_per_reason=numbers(2, 16),
    toss_up_hours=numbers(0, 4),
    weights=weights,
    monthly_essentials=st.sampled_from([None, 2500.0]),
    currency=st.sampled_from([None, "EUR"]),
)
