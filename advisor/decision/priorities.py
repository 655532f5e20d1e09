"""The fewest priority points that must move between motivations before the verdict turns."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisor.decision.levels import Floats
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
    receiver = np.argmin(turned, axis=0)
    lowest = turned.min(axis=0)
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
    order = np.argsort(-turned, axis=0, kind="stable")
    gains = np.take_along_axis(turned, order, axis=0) - lowest
    gives = gains > 0.0
    held = np.where(gives, shares[order], 0.0)
    moved = np.empty(gains.shape)
    left, points = gap.copy(), np.zeros(len(gap))
    for taken, gain, divisor, most in zip(
        moved, gains, np.where(gives, gains, 1.0), held, strict=True
    ):
        np.minimum(left / divisor, most, out=taken)
        np.maximum(left - taken * gain, 0.0, out=left)
        points += taken
    given = np.empty(gains.shape)
    np.put_along_axis(given, order, np.where(held > 0.0, moved, NOBODY), axis=0)
    giver = np.where(given.max(axis=0) >= 0.0, given.argmax(axis=0), NOBODY)
    return points * PRIORITY_POINTS, giver.astype(np.int8)
