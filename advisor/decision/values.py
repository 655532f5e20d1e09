"""Levels to values: how far each motivation is met, from 0 to 1."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np

from advisor.decision.levels import IN_TIME, Floats, Levels
from advisor.rules.advice import Level
from advisor.rules.columns import Field
from advisor.rules.motivations import (
    CONTACT_KEPT,
    FAIR_CHANCE,
    INTEREST_LOW,
    INTEREST_SPAN,
    MONTHS_SINCE,
    OPTION_HALF,
    PRACTICE_HALF_LIFE,
    PRACTICE_LIKE,
    PRACTICE_UNLIKE,
    ROLE_KEPT,
    RUNWAY,
    RUNWAY_HALF_LIFE,
    Motive,
)


def rustiness(months: Floats) -> Floats:
    """Share of interview skill faded after so many months; half after a half-life, 1 for never."""
    return 1.0 - np.exp2(-months / PRACTICE_HALF_LIFE)


def likeness(closeness: Floats) -> Floats:
    """Share of practice that carries over to the real interview."""
    return PRACTICE_UNLIKE + PRACTICE_LIKE * closeness


def pressure(runway: Floats) -> Floats:
    """Chance that the money runs out first; 1 when it is gone, 0 for no pressure."""
    return np.exp2(-runway / RUNWAY_HALF_LIFE)


def relief(levels: Levels) -> Floats:
    """How far the job would help: pays the bills, with a fair chance of it; both saturate."""
    cover = np.minimum(1.0, levels[Field.PAY_COVER])
    return cover * np.minimum(1.0, levels[Field.OFFER_CHANCE] / FAIR_CHANCE)


def wish(rating: Floats) -> Floats:
    """The rating 1 … 5 as 0 … 1."""
    return (rating - INTEREST_LOW) / INTEREST_SPAN


def reach(contacts: Floats) -> Floats:
    """What so many new contacts bring, whatever their field; each adds a fifth of what is left."""
    return 1.0 - np.power(CONTACT_KEPT, contacts)


def _practice(levels: Levels) -> Floats:
    return rustiness(levels[MONTHS_SINCE]) * likeness(levels[Field.CLOSENESS])


def _interest(levels: Levels) -> Floats:
    wished = wish(levels[Field.INTEREST])
    return wished + levels[Field.UNKNOWN_SHARE] * (1.0 - wished) ** 2 * OPTION_HALF


def _intel(levels: Levels) -> Floats:
    return levels[Level.RIVAL] * levels[IN_TIME]


def _money(levels: Levels) -> Floats:
    return pressure(levels[RUNWAY]) * relief(levels)


def _contacts(levels: Levels) -> Floats:
    return reach(levels[Field.NEW_CONTACTS]) * levels[Field.CLOSENESS]


def _other_roles(levels: Levels) -> Floats:
    return 1.0 - np.power(ROLE_KEPT, levels[Field.OTHER_OPENINGS])


FORMULAS: Mapping[Motive, Callable[[Levels], Floats]] = MappingProxyType(
    {
        Motive.PRACTICE: _practice,
        Motive.INTEREST: _interest,
        Motive.INTEL: _intel,
        Motive.MONEY: _money,
        Motive.CONTACTS: _contacts,
        Motive.OTHER_ROLES: _other_roles,
    }
)
"""The value of each motivation, a function of the levels; absolute, monotone, row by row."""


def evaluate(levels: Levels) -> Floats:
    """How far each motivation is met: 6 × m values in [0, 1], motivations in the model's order."""
    values = np.empty((len(FORMULAS), len(levels)))
    for place, formula in enumerate(FORMULAS.values()):
        values[place] = formula(levels)
    return values
