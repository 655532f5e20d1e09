"""The smallest changes that flip the sign of the surplus: of one answer, of the priorities.

Every formula of `values` inverts in closed form, so the break-even answers are exact.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from advisor.decision.levels import Floats, Levels
from advisor.decision.values import likeness, pressure, reach, relief, rustiness
from advisor.decision.worth import Stakes
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
    unknown = balance.levels[Field.UNKNOWN_SHARE]
    down = 2.0 * short / (1.0 + np.sqrt(1.0 - 2.0 * unknown * short))
    return INTEREST_LOW + INTEREST_SPAN * (1.0 - down)


def _unknown_share(balance: Balance) -> Floats:
    wished = (balance.levels[Field.INTEREST] - INTEREST_LOW) / INTEREST_SPAN
    return 2.0 * (balance.needed[Motive.INTEREST] - wished) / (1.0 - wished) ** 2


def _closeness(balance: Balance) -> Floats:
    """Practice and contacts both rise in a straight line with closeness."""
    inputs = balance.levels
    practice = balance.if_met[Motive.PRACTICE] * PRACTICE_LIKE * rustiness(inputs[MONTHS_SINCE])
    contacts = balance.if_met[Motive.CONTACTS] * reach(inputs[Field.NEW_CONTACTS])
    return inputs[Field.CLOSENESS] - balance.surplus / (practice + contacts)


def _offer_chance(balance: Balance) -> Floats:
    inputs = balance.levels
    most = pressure(inputs[RUNWAY]) * np.minimum(1.0, inputs[Field.PAY_COVER])
    return FAIR_CHANCE * _within(balance.needed[Motive.MONEY] / most, balance.surplus)


def _pay_cover(balance: Balance) -> Floats:
    inputs = balance.levels
    chance = np.minimum(1.0, inputs[Field.OFFER_CHANCE] / FAIR_CHANCE)
    return balance.needed[Motive.MONEY] / (pressure(inputs[RUNWAY]) * chance)


def _new_contacts(balance: Balance) -> Floats:
    short = 1.0 - balance.needed[Motive.CONTACTS] / balance.levels[Field.CLOSENESS]
    contacts: Floats = np.log(short) / np.log(CONTACT_KEPT)
    return contacts


def _other_openings(balance: Balance) -> Floats:
    openings: Floats = np.log(1.0 - balance.needed[Motive.OTHER_ROLES]) / np.log(ROLE_KEPT)
    return openings


def _months(balance: Balance) -> Floats:
    like = likeness(balance.levels[Field.CLOSENESS])
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


def flip_answer(levels: Levels, values: Floats, surplus: Floats, stakes: Stakes) -> AnswerFlip:
    """The break-even answer that is nearest as a share of its range, ties to the earlier input.

    values  6 × m in [0, 1]; surplus m hours
    """
    answers = np.empty((len(BREAK_EVEN), len(surplus)))
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        balance = _balance(levels, values, surplus, stakes)
        for answer, solve in zip(answers, BREAK_EVEN.values(), strict=True):
            answer[:] = solve(balance)
        distances = _distances(answers, levels.figures[_PLACES], surplus)
    nearest, row = distances.argmin(axis=0), np.arange(len(surplus))
    distance = distances[nearest, row]
    found = np.isfinite(distance)
    return AnswerFlip(
        place=np.where(found, _PLACES[nearest], NO_FLIP).astype(np.int8),
        answer=np.where(found, answers[nearest, row], np.nan),
        distance=np.where(found, distance, np.nan),
    )


def _balance(levels: Levels, values: Floats, surplus: Floats, stakes: Stakes) -> Balance:
    counted = np.where(stakes.if_met > 0.0, stakes.if_met, np.nan)
    needed = values - surplus / counted[:, np.newaxis]
    return Balance(
        levels=levels,
        needed=dict(zip(MOTIVES, needed, strict=True)),
        if_met=dict(zip(MOTIVES, stakes.if_met.tolist(), strict=True)),
        surplus=surplus,
    )


def _distances(answers: Floats, present: Floats, surplus: Floats) -> Floats:
    """How far each answer is from the present one as a share of its range; infinite if none is.

    Both must lie in the range, and who is not going must still have room to go beyond the answer.
    """
    reachable = (answers >= _LOW) & (answers <= _HIGH) & ((surplus > 0.0) | (answers != _MOST))
    usable = (present >= _LOW) & (present <= _HIGH)
    return np.where(reachable & usable, np.abs(answers - present) / (_HIGH - _LOW), np.inf)


_PLACES = np.array([list(INPUTS).index(key) for key in BREAK_EVEN])
_LOW, _HIGH = np.hsplit(np.array([INPUTS[key].flip for key in BREAK_EVEN], dtype=np.float64), 2)
_MOST = np.where([[key in FALLING] for key in BREAK_EVEN], _LOW, _HIGH)
"""The answer that speaks most for going."""
