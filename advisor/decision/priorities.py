"""The fewest priority points that must move between motivations before the verdict turns."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisor.decision.levels import Floats
from advisor.decision.worth import total
from advisor.rules.verdict import PRIORITY_POINTS

NOBODY = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsFlip:
    """The smallest change of priorities that flips each of m alternatives.

    points    m points of 100, NaN where no priorities flip it
    giver     m places of the criterion that gives most, or `NOBODY`
    receiver  m places of the criterion that receives all, or `NOBODY`
    """

    points: Floats
    giver: NDArray[np.int8]
    receiver: NDArray[np.int8]


def flip_points(values: Floats, shares: Floats, threshold: Floats, gap: Floats) -> PointsFlip:
    """Move points from the best value to the worst (when going; the other way when not).

    values     k × m, any real numbers
    shares     k shares of one, the priorities as they are
    threshold  m; the weighted mean of values from which it is worth going
    gap        m; that mean less the threshold; *going* is above 0

    Taking first from where a point changes most is optimal (linear programming duality).

    >>> values = np.array([[1.0], [0.0]])
    >>> flip_points(values, np.array([0.8, 0.2]), np.array([0.5]), np.array([0.3])).points.round(9)
    array([30.])
    """
    going = gap > 0.0
    turned = np.where(going, values, -values)
    receiver, lowest = turned.argmin(axis=0), turned.min(axis=0)
    possible = np.where(going, lowest <= threshold, -lowest > threshold)
    points, giver = _taken(turned, lowest, shares, np.abs(gap))
    return PointsFlip(
        points=np.where(possible, points, np.nan),
        giver=np.where(possible, giver, NOBODY).astype(np.int8),
        receiver=np.where(possible, receiver, NOBODY).astype(np.int8),
    )


def _taken(
    turned: Floats, lowest: Floats, shares: Floats, gap: Floats
) -> tuple[Floats, NDArray[np.int8]]:
    """Points taken in all until the gap closes, and who gives most (ties to the earlier)."""
    gains = turned - lowest
    gives = gains > 0.0
    held = np.where(gives, shares[:, np.newaxis], 0.0)
    moved = _left(turned, held * gains, gap)
    np.divide(moved, np.where(gives, gains, 1.0), out=moved)
    np.minimum(moved, held, out=moved)
    points = total(moved) * PRIORITY_POINTS
    given = np.where(held > 0.0, moved, NOBODY)
    giver = np.where(given.max(axis=0) >= 0.0, given.argmax(axis=0), NOBODY)
    return points, giver.astype(np.int8)


def _left(turned: Floats, closes: Floats, gap: Floats) -> Floats:
    """What is left of the gap when each criterion's turn to give comes: k × m.

    closes  k × m, how much of the gap each closes with all it has
    Those with more to gain give before, the earlier before its equals. Adding up what each pair
    means for one another takes a third of the time of sorting them.
    """
    left = np.repeat(gap[np.newaxis], len(turned), axis=0)
    for place in range(len(turned) - 1):
        mine, others = left[place], left[place + 1 :]
        gives_before = turned[place] >= turned[place + 1 :]
        np.subtract(others, closes[place] * gives_before, out=others)
        for closed in closes[place + 1 :] * ~gives_before:
            np.subtract(mine, closed, out=mine)
    return np.maximum(left, 0.0, out=left)
