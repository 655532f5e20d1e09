"""The share of priorities under which an invite is worth its hours, exact and without sampling.

Priorities near the person's own are a Dirichlet with integer parameters; the chance that a
weighted mean of values reaches a threshold is then the tail of a B-spline whose knots are the
values, each repeated as often as its parameter says (Neuman & Van Fleet; SMAA: Lahdelma,
Hokkanen & Salminen 1998).
"""

import numpy as np
from numpy.typing import NDArray

from advisor.decision.levels import Floats

BLOCK = 4096
"""Rows worked on at once, so that the intermediate columns stay in the processor's cache."""

FEW = 2000
"""Rows up to which working on all knots at once is faster than pattern by pattern (measured)."""


def apportion(weights: Floats, tokens: int) -> NDArray[np.int64]:
    """`tokens` shared out by weight: largest remainder, ties to the earlier.

    >>> apportion(np.array([1.0, 1.0, 1.0, 0.0]), 10).tolist()
    [4, 3, 3, 0]
    """
    exact = weights / weights.sum() * tokens
    exact = np.where(np.isclose(exact, np.round(exact), rtol=0, atol=1e-9), np.round(exact), exact)
    whole = np.floor(exact)
    remainders = np.round(exact - whole, 9)
    most = np.argsort(-remainders, kind="stable")[: tokens - int(whole.sum())]
    whole[most] += 1.0
    tokens_each: NDArray[np.int64] = whole.astype(np.int64)
    return tokens_each


def share_reaching(values: Floats, tokens: NDArray[np.int64], threshold: Floats) -> Floats:
    """P(Σ ωₖ vₖ ≥ threshold) for ω ~ Dirichlet(tokens), for each of m invites.

    values     k × m, any real numbers
    tokens     k whole numbers ≥ 0, not all 0; a 0 leaves its row of values out
    threshold  m
    Returns m shares in [0, 1].

    >>> share_reaching(np.array([[1.0], [-1.0], [1.0]]), np.ones(3, int), np.zeros(1)).tolist()
    [0.75]
    """
    counted = np.flatnonzero(tokens)
    reach = _reach_at_once if values.shape[1] <= FEW else _reach_by_pattern
    return reach(values[counted], tokens[counted], threshold)


def _reach_at_once(values: Floats, tokens: NDArray[np.int64], threshold: Floats) -> Floats:
    """The shares of a few rows: all knots of all rows, one level of the recursion after another.

    Knots stand so that those nearest to the threshold's gap belong to the earliest criteria, and
    each step is that of `_tail`: both ways agree to the last bit.
    """
    criteria = np.repeat(np.arange(len(values)), tokens)[:, np.newaxis]
    reaches = values >= threshold
    outward = np.where(reaches[criteria[:, 0]], criteria + 1, -criteria - 1)
    order = np.argsort(outward, axis=0, kind="stable")
    knots = np.take_along_axis(values[criteria[:, 0]], order, axis=0)
    above = knots >= threshold
    shares = above.astype(np.float64)
    for level in range(1, len(knots)):
        low, high = knots[:-level], knots[level:]
        straddle = ~above[:-level] & above[level:]
        lean = np.divide(high - threshold, high - low, out=np.zeros_like(low), where=straddle)
        shares = (shares[1:] - shares[:-1]) * lean + shares[:-1]
    share: Floats = np.clip(shares[0], 0.0, 1.0)
    return share


def _reach_by_pattern(values: Floats, tokens: NDArray[np.int64], threshold: Floats) -> Floats:
    """The shares of many rows: one recursion for all whose same criteria reach the threshold."""
    above = values >= threshold
    pattern = np.zeros(values.shape[1], dtype=np.int64)
    for place, one in enumerate(above):
        pattern |= one.astype(np.int64) << place
    share = np.where(pattern == 0, 0.0, 1.0)
    for mixed in np.unique(pattern):
        if 0 < mixed < (1 << len(values)) - 1:
            split = mixed >> np.arange(len(values)) & 1 == 1
            places = np.flatnonzero(pattern == mixed)
            for start in range(0, len(places), BLOCK):
                block = places[start : start + BLOCK]
                some = values[:, block]
                share[block] = _tail(some, split, tokens, threshold[block])
    return share


def _tail(
    values: Floats, reaches: NDArray[np.bool_], tokens: NDArray[np.int64], threshold: Floats
) -> Floats:
    """The share for rows of which the criteria in `reaches`, and no others, reach the threshold.

    Removing one knot on either side at a time: with i under and j over the threshold,
    F = λ F(without i) + (1 − λ) F(without j), λ = (v_j − threshold) / (v_j − v_i); with no knot
    under F is 1, with none over it is 0. The order in which knots are removed does not matter,
    so equal knots stay together and each pair's λ is computed once.
    """
    over, under = values[reaches], values[~reaches]
    knots = np.repeat(np.arange(len(over)), tokens[reaches])
    reached = np.ones((len(knots), len(threshold)))
    scratch = np.empty(len(threshold))
    for low, repeats in zip(under, tokens[~reaches], strict=True):
        lean = (over - threshold) / (over - low)
        for _ in range(repeats):
            before: Floats | float = 0.0
            for now, knot in zip(reached, knots, strict=True):
                np.subtract(now, before, out=scratch)
                np.multiply(scratch, lean[knot], out=scratch)
                np.add(scratch, before, out=now)
                before = now
    last: Floats = reached[-1]
    return np.clip(last, 0.0, 1.0)
