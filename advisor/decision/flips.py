"""The smallest changes that flip the sign of the surplus: of one answer, of the priorities.

Every formula of `values` inverts in closed form, so the break-even answers are exact.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from advisor.decision.levels import Bools, Floats, Levels
from advisor.decision.values import likeness, pressure, reach, relief, rustiness
from advisor.decision.worth import hours_if_met
from advisor.rules.columns import Field
from advisor.rules.inputs import INPUTS
from advisor.rules.motivations import (
    CONTACT_KEPT,
    FAIR_CHANCE,
    INTEREST_LOW,
    INTEREST_SPAN,
    MONTHS_SINCE,
    PRACTICE_HALF_LIFE,
    PRACTICE_LIKE,
    ROLE_KEPT,
    RUNWAY,
    RUNWAY_HALF_LIFE,
    Motive,
)
from advisor.rules.profile import Profile

MOTIVES = tuple(Motive)
NO_FLIP = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """What one break-even answer is computed from, for m invites.

    needed   motivation → the value at which it alone would bring the surplus to 0
    if_met   motivation → hours it is worth when fully met
    surplus  m hours
    """

    levels: Levels
    needed: Mapping[Motive, Floats]
    if_met: Mapping[Motive, float]
    surplus: Floats


def _rating(balance: Balance) -> Floats:
    """Solves 1 − s + u s²/2 = value for the share s of the way down from 5."""
    short = 1.0 - balance.needed[Motive.INTEREST]
    unknown = balance.levels.inputs[Field.UNKNOWN_SHARE]
    down = 2.0 * short / (1.0 + np.sqrt(1.0 - 2.0 * unknown * short))
    return INTEREST_LOW + INTEREST_SPAN * (1.0 - down)


def _unknown_share(balance: Balance) -> Floats:
    wished = (balance.levels.inputs[Field.INTEREST] - INTEREST_LOW) / INTEREST_SPAN
    return 2.0 * (balance.needed[Motive.INTEREST] - wished) / (1.0 - wished) ** 2


def _closeness(balance: Balance) -> Floats:
    """Practice and contacts both rise in a straight line with closeness."""
    inputs = balance.levels.inputs
    practice = balance.if_met[Motive.PRACTICE] * PRACTICE_LIKE * rustiness(inputs[MONTHS_SINCE])
    contacts = balance.if_met[Motive.CONTACTS] * reach(inputs[Field.NEW_CONTACTS])
    return inputs[Field.CLOSENESS] - balance.surplus / (practice + contacts)


def _offer_chance(balance: Balance) -> Floats:
    inputs = balance.levels.inputs
    most = pressure(inputs[RUNWAY]) * np.minimum(1.0, inputs[Field.PAY_COVER])
    return FAIR_CHANCE * _within(balance.needed[Motive.MONEY] / most, balance.surplus)


def _pay_cover(balance: Balance) -> Floats:
    inputs = balance.levels.inputs
    chance = np.minimum(1.0, inputs[Field.OFFER_CHANCE] / FAIR_CHANCE)
    return balance.needed[Motive.MONEY] / (pressure(inputs[RUNWAY]) * chance)


def _new_contacts(balance: Balance) -> Floats:
    short = 1.0 - balance.needed[Motive.CONTACTS] / balance.levels.inputs[Field.CLOSENESS]
    contacts: Floats = np.log(short) / np.log(CONTACT_KEPT)
    return contacts


def _other_openings(balance: Balance) -> Floats:
    openings: Floats = np.log(1.0 - balance.needed[Motive.OTHER_ROLES]) / np.log(ROLE_KEPT)
    return openings


def _months(balance: Balance) -> Floats:
    like = likeness(balance.levels.inputs[Field.CLOSENESS])
    return -PRACTICE_HALF_LIFE * np.log2(1.0 - balance.needed[Motive.PRACTICE] / like)


def _runway(balance: Balance) -> Floats:
    return -RUNWAY_HALF_LIFE * np.log2(balance.needed[Motive.MONEY] / relief(balance.levels))


def _within(share: Floats, surplus: Floats) -> Floats:
    """NaN where a saturated input cannot carry its motivation beyond fully met."""
    return np.where((surplus > 0.0) | (share < 1.0), share, np.nan)


BREAK_EVEN: Mapping[str, Callable[[Balance], Floats]] = MappingProxyType(
    {
        Field.INTEREST: _rating,
        Field.UNKNOWN_SHARE: _unknown_share,
        Field.CLOSENESS: _closeness,
        Field.OFFER_CHANCE: _offer_chance,
        Field.PAY_COVER: _pay_cover,
        Field.NEW_CONTACTS: _new_contacts,
        Field.OTHER_OPENINGS: _other_openings,
        MONTHS_SINCE: _months,
        RUNWAY: _runway,
    }
)
"""Input → the answer at which the surplus is 0 with all others as they are, NaN where none is."""

FALLING = frozenset({RUNWAY})
"""Inputs of which more speaks against going."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerFlip:
    """The one answer that flips an invite with the smallest change.

    place     m places in `INPUTS`, or `NO_FLIP`
    answer    m break-even answers in the input's unit, NaN where none
    distance  m shares of the input's range between the present answer and that one
    """

    place: NDArray[np.int8]
    answer: Floats
    distance: Floats


def flip_answer(levels: Levels, values: Floats, surplus: Floats, profile: Profile) -> AnswerFlip:
    """The break-even answer that is nearest as a share of its range, ties to the earlier input.

    values  6 × m in [0, 1]; surplus m hours
    """
    count = len(surplus)
    nearest = AnswerFlip(
        place=np.full(count, NO_FLIP, dtype=np.int8),
        answer=np.full(count, np.nan),
        distance=np.full(count, np.nan),
    )
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        balance = _balance(levels, values, surplus, profile)
        for key, solve in BREAK_EVEN.items():
            answer = np.broadcast_to(solve(balance), count)
            _take_nearer(nearest, key, answer, levels.inputs[key], surplus)
    return nearest


def _balance(levels: Levels, values: Floats, surplus: Floats, profile: Profile) -> Balance:
    if_met = dict(zip(MOTIVES, hours_if_met(profile).tolist(), strict=True))
    needed = {
        motive: value - surplus / if_met[motive] if if_met[motive] > 0.0 else value * np.nan
        for motive, value in zip(MOTIVES, values, strict=True)
    }
    return Balance(levels=levels, needed=needed, if_met=if_met, surplus=surplus)


def _take_nearer(
    nearest: AnswerFlip, key: str, answer: Floats, present: Floats, surplus: Floats
) -> None:
    """Write into `nearest` where this input's break-even lies in its range and is nearer."""
    low, high = INPUTS[key].flip or (np.nan, np.nan)
    beyond = answer > low if key in FALLING else answer < high
    reachable: Bools = (answer >= low) & (answer <= high) & ((surplus > 0.0) | beyond)
    usable = (present >= low) & (present <= high)
    distance = np.abs(answer - present) / (high - low)
    nearer = reachable & usable & ~(distance >= nearest.distance)
    nearest.place[nearer] = list(INPUTS).index(key)
    nearest.answer[nearer] = answer[nearer]
    nearest.distance[nearer] = distance[nearer]
