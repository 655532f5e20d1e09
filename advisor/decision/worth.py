"""Values to hours: what each motivation is worth, what the interview costs, what is left.

Source: additive value model, Keeney & Raiffa 1976; calibrated so that one fully met reason of
ordinary weight is worth `hours_per_reason`.
"""

from dataclasses import dataclass

import numpy as np

from advisor.decision.levels import Floats, Levels
from advisor.decision.values import evaluate
from advisor.rules.advice import Level
from advisor.rules.columns import Field
from advisor.rules.motivations import Motive
from advisor.rules.profile import Profile

COSTS = (Field.PREP_HOURS_NEEDED, Field.INTERVIEW_HOURS, Field.TRAVEL_HOURS, Level.OTHER_COST)
"""The levels that are hours of cost, in the order they are added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stakes:
    """What the motivations are worth to one person.

    full    hours an interview is worth that meets every motivation fully
    shares  6: the weights as shares of one, motivations in the model's order
    if_met  6: hours each motivation is worth when fully met
    """

    full: float
    shares: Floats
    if_met: Floats


def stakes_of(profile: Profile) -> Stakes:
    """What the motivations are worth to this person."""
    weights = np.array([profile.weights[motive] for motive in Motive], dtype=np.float64)
    scaled = weights / weights.max()
    shares: Floats = scaled / scaled.sum()
    full = profile.full_worth
    return Stakes(full=full, shares=shares, if_met=full * shares)


def hours_if_met(profile: Profile) -> Floats:
    """Hours each motivation is worth when fully met."""
    return stakes_of(profile).if_met


def weigh(values: Floats, stakes: Stakes) -> Floats:
    """Hours each motivation adds to each invite: 6 × m, a column sums to the worth.

    values  6 × m in [0, 1]
    """
    return values * stakes.if_met[:, np.newaxis]


def total(hours: Floats) -> Floats:
    """The sum over motivations, added one after the other so that each row stays itself.

    A matrix product differs in the last bit between one row and a batch.
    """
    summed: Floats = hours[0].copy()
    for one in hours[1:]:
        summed += one
    return summed


def cost(levels: Levels) -> Floats:
    """Hours the interview takes: preparation, the interview, travel, other costs."""
    first, *others = COSTS
    summed = levels[first].copy()
    for key in others:
        summed += levels[key]
    return summed


def surplus(levels: Levels, stakes: Stakes) -> Floats:
    """Hours of worth beyond the cost, for each of the m invites."""
    return total(weigh(evaluate(levels), stakes)) - cost(levels)
