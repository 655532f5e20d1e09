"""Values to hours: what each motivation is worth, what the interview costs, what is left.

Source: additive value model, Keeney & Raiffa 1976; calibrated so that one fully met reason of
ordinary weight is worth `hours_per_reason`.
"""

import numpy as np

from advisor.decision.levels import Floats, Levels
from advisor.decision.values import evaluate
from advisor.rules.columns import Field
from advisor.rules.motivations import Motive
from advisor.rules.profile import Profile

COSTS = (Field.PREP_HOURS_NEEDED, Field.INTERVIEW_HOURS, Field.TRAVEL_HOURS)
"""The inputs that are hours of cost, in the order they are added; other costs come last."""


def full_worth(profile: Profile) -> float:
    """Hours an interview is worth that meets every motivation fully."""
    return len(Motive) * profile.hours_per_reason


def priorities(profile: Profile) -> Floats:
    """The weights as shares of one, motivations in the model's order."""
    weights = np.array([profile.weights[motive] for motive in Motive], dtype=np.float64)
    scaled = weights / weights.max()
    shares: Floats = scaled / scaled.sum()
    return shares


def hours_if_met(profile: Profile) -> Floats:
    """Hours each motivation is worth when fully met."""
    return full_worth(profile) * priorities(profile)


def weigh(values: Floats, profile: Profile) -> Floats:
    """Hours each motivation adds to each invite: 6 × m, a column sums to the worth.

    values  6 × m in [0, 1]
    """
    return values * hours_if_met(profile)[:, np.newaxis]


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
    summed = np.zeros(len(levels.rival))
    for key in COSTS:
        summed += levels.inputs[key]
    return summed + levels.other_cost


def surplus(levels: Levels, profile: Profile) -> Floats:
    """Hours of worth beyond the cost, for each of the m invites."""
    return total(weigh(evaluate(levels), profile)) - cost(levels)
