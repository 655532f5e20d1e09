"""What the page remembers between two runs, by key of the session."""

import math
from collections.abc import Mapping, MutableMapping
from dataclasses import replace
from enum import StrEnum
from typing import Any, cast

import streamlit as st

from advisor import Profile
from advisor.rules.motivations import Motive
from advisor.rules.profile import DEFAULT_WEIGHT, Offer


class Key(StrEnum):
    """Keys of what a person entered or picked; each is also a widget's key."""

    MONTHS = "months_since"
    NEVER = "never_outside"
    RUNWAY = "runway"
    NO_WORRY = "no_worry"
    PREP_EACH = "prep_each"
    PREP_WEEK = "prep_week"
    ESSENTIALS = "essentials"
    CURRENCY = "currency"
    TAKE_HOME = "take_home"
    CHOICE = "choice"
    RIVALS = "rivals"
    CHOICE_DATE = "choice_date"
    OFFER = "offer"
    REASON_HOURS = "reason_hours"
    UPLOAD = "upload"
    OPENED = "opened"
    WHICH = "which_opened"
    LAST = "last_decisions"
    PERSON = "person"
    SHOWN = "rows_shown"
    TABLE_PAGE = "table_page"
    PICTURE = "picture"
    WATERFALL = "waterfall"
    BEHIND = "numbers_behind"
    WORKED = "worked_through"
    LATER_WEEKS = "later_weeks"
    LOOK = "look"
    COMPARED = "compared"
    MAP = "map"
    PIN_NAME = "pin_name"
    PRIORITIES = "priorities"


POINTS = 100.0
"""What six priorities share."""

REASON_HOURS = (2.0, 16.0)
"""Hours a good reason may be worth, as the slider offers them."""

REASON_ENDS = "reason_ends"
"""Key of the ends of that slider: they take in an answer beyond them that came from elsewhere, for
Streamlit would put the least in its place. They stay while it is moved, or it would be a new one.
"""

Session = MutableMapping[str, Any]


def session() -> Session:
    """What Streamlit keeps for this person while the page is open."""
    return cast("Session", st.session_state)


def weight_key(motive: str) -> str:
    """The key of the points of one motivation."""
    return f"weight_{motive}"


def enter_profile(session: Session, profile: Profile) -> None:
    """Put a profile into the widgets, as if the person had typed it."""
    months, runway = profile.months_since_external_interview, profile.runway_months
    session[Key.NEVER] = months is not None and math.isinf(months)
    session[Key.MONTHS] = None if session[Key.NEVER] else months
    session[Key.NO_WORRY] = runway is not None and math.isinf(runway)
    session[Key.RUNWAY] = None if session[Key.NO_WORRY] else runway
    session[Key.PREP_EACH] = profile.prep_hours_each
    session[Key.PREP_WEEK] = profile.prep_hours_per_week
    session[Key.ESSENTIALS] = profile.monthly_essentials
    session[Key.CURRENCY] = profile.currency or ""
    session[Key.TAKE_HOME] = round(100 * profile.take_home_share, 10)
    session[Key.CHOICE] = "; ".join(profile.first_choices)
    session[Key.RIVALS] = "; ".join(
        name for rivals in profile.first_choices.values() for name in rivals
    )
    session[Key.CHOICE_DATE] = profile.first_choice_date
    session[Key.OFFER] = profile.offer.value
    session[Key.REASON_HOURS] = profile.hours_per_reason
    session[REASON_ENDS] = _taking_in(profile.hours_per_reason, *REASON_HOURS)
    enter_weights(session, profile.weights)


def _taking_in(answer: float, least: float, most: float) -> tuple[float, float]:
    """The ends that take in the answer too."""
    return min(least, answer), max(most, answer)


def enter_weights(session: Session, weights: Mapping[Motive, float]) -> None:
    """Put six priorities of any scale into the inputs, as points of 100."""
    whole = sum(weights.values())
    for motive in Motive:
        session[weight_key(motive)] = POINTS * weights[motive] / whole


def entered_profile(session: Mapping[Any, Any]) -> Profile:
    """The profile that stands in the widgets; equal weights where all six are 0."""
    weights = {motive: session[weight_key(motive)] for motive in Motive}
    if not any(weights.values()):
        weights = dict.fromkeys(Motive, DEFAULT_WEIGHT)
    currency = session[Key.CURRENCY].strip().upper()
    return replace(
        Profile(),
        months_since_external_interview=math.inf if session[Key.NEVER] else session[Key.MONTHS],
        runway_months=math.inf if session[Key.NO_WORRY] else session[Key.RUNWAY],
        first_choices=_first_choices(session),
        first_choice_date=session[Key.CHOICE_DATE],
        offer=Offer(session[Key.OFFER]),
        prep_hours_each=session[Key.PREP_EACH],
        prep_hours_per_week=session[Key.PREP_WEEK],
        hours_per_reason=session[Key.REASON_HOURS],
        weights=weights,
        monthly_essentials=session[Key.ESSENTIALS] or None,
        currency=currency if len(currency) == 3 and currency.isalpha() else None,
        take_home_share=session[Key.TAKE_HOME] / 100,
    )


def _first_choices(session: Mapping[Any, Any]) -> dict[str, tuple[str, ...]]:
    """Every first choice with all the rivals named: they are asked in one breath."""
    rivals = tuple(_names(session[Key.RIVALS]))
    return dict.fromkeys(_names(session[Key.CHOICE]), rivals)


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(";") if name.strip()]
