"""The share of priorities under which an invite is worth its hours, exact and without sampling.

Priorities near the person's own are a Dirichlet with integer parameters; the chance that a
weighted mean of values reaches a threshold is then the tail of a B-spline whose knots are the
values, each repeated as often as its parameter says (Neuman & Van Fleet; SMAA: Lahdelma,
Hokkanen & Salminen 1998).
"""

import numpy as np
from numpy.typing import NDArray

from advisor.decision.lattice import Shape, reach_alike
from advisor.decision.levels import Bools, Floats

BLOCK = 512
"""Rows of any kinds worked on at once, so that what is in between stays in the processor's
cache."""

FEW = 100
"""Rows of each shape up to which one recursion for rows of any kinds beats one for each shape
(measured)."""

FAR = 1e300
"""Farther than any value from any other: a quotient over it vanishes."""


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
    tokens     k whole numbers ≥ 0, not all 0; a 0 leaves its row of values out; or several such
               rows of tokens, for a share each
    threshold  m
    Returns m shares in [0, 1], or a row of them for each row of tokens.

    >>> share_reaching(np.array([[1.0], [-1.0], [1.0]]), np.ones(3, int), np.zeros(1)).tolist()
    [0.75]
    """
    each = np.atleast_2d(tokens)
    counted = np.flatnonzero(each.any(axis=0))
    values, each = values[counted], each[:, counted]
    kind, over = _kinds(values >= threshold)
    shape, shapes = _shapes(over, each)
    if len(threshold) <= FEW * len(shapes):
        shares = np.stack([_reach_at_once(values, one, threshold, kind, over) for one in each])
    else:
        shares = np.empty((len(each), len(threshold)))
        ordered = _criteria(over) * len(threshold)
        alike, ends = np.argsort(shape[kind], kind="stable"), np.cumsum(np.bincount(shape[kind]))
        for one, places in zip(shapes, np.split(alike, ends[:-1]), strict=True):
            lined_up = ordered[:, kind[places]] + places
            shares[:, places] = reach_alike(values, threshold[places], lined_up, one)
    return shares.reshape(*tokens.shape[:-1], len(threshold))


def _kinds(reaches: Bools) -> tuple[NDArray[np.intp], Bools]:
    """The kind of each of the m rows: alike are those of which the same criteria reach.

    Returns m places among the kinds, and which criteria reach in each kind (k × kinds).
    """
    pattern = np.zeros(reaches.shape[1], dtype=np.int32)
    for place, reach in enumerate(reaches):
        pattern += reach * np.int32(1 << place)
    kinds = np.flatnonzero(np.bincount(pattern))
    places = np.zeros(1 << len(reaches), dtype=np.intp)
    places[kinds] = np.arange(len(kinds))
    return places[pattern], kinds >> np.arange(len(reaches))[:, np.newaxis] & 1 == 1


def _criteria(over: Bools) -> NDArray[np.intp]:
    """The criteria of each kind, those under the threshold first, else the earlier first."""
    return np.argsort(over, axis=0, kind="stable")


def _shapes(over: Bools, tokens: NDArray[np.int64]) -> tuple[NDArray[np.int16], list[Shape]]:
    """The shape of each kind, as its place among the shapes there are."""
    lined_up = tokens[:, _criteria(over)].transpose(2, 0, 1).tolist()
    under = (~over).sum(axis=0).tolist()
    each = [(low, tuple(map(tuple, kind))) for low, kind in zip(under, lined_up, strict=True)]
    places = {shape: place for place, shape in enumerate(dict.fromkeys(each))}
    shapes = [Shape(under=low, tokens=tokens) for low, tokens in places]
    return np.array([places[shape] for shape in each], dtype=np.int16), shapes


def _reach_at_once(
    values: Floats,
    tokens: NDArray[np.int64],
    threshold: Floats,
    kind: NDArray[np.intp],
    over: Bools,
) -> Floats:
    """The shares of a few rows, a block of any kinds at a time; see `_kinds`."""
    reaches = values >= threshold
    knots, under = _line_up(over, tokens), tokens @ ~over
    if len(threshold) <= BLOCK:
        return _climb(values, reaches, threshold, knots[:, kind], under[kind])
    shares = np.empty(len(threshold))
    alike = np.argsort(under.astype(np.int16)[kind], kind="stable")
    for start in range(0, len(alike), BLOCK):
        some = alike[start : start + BLOCK]
        lined_up = knots[:, kind[some]], under[kind[some]]
        shares[some] = _climb(values[:, some], reaches[:, some], threshold[some], *lined_up)
    return shares


def _line_up(over: Bools, tokens: NDArray[np.int64]) -> NDArray[np.intp]:
    """The criterion of each knot of each kind: first those under the threshold, then those over.

    Nearest to the gap are those of the earliest criteria, as in `lattice`, so that both ways agree
    to the last bit.
    """
    places = np.arange(len(tokens))
    criteria = np.repeat(places, tokens)
    outward = (places + 1)[:, np.newaxis] * np.where(over, 1, -1)
    knots: NDArray[np.intp] = criteria[np.argsort(outward[criteria], axis=0, kind="stable")]
    return knots


def _climb(
    values: Floats,
    reaches: Bools,
    threshold: Floats,
    knots: NDArray[np.intp],
    under: NDArray[np.int64],
) -> Floats:
    """The shares of a block of rows: one level of the recursion after another, in place.

    knots  criterion of each knot × m; the first `under` of each row are under the threshold
    F_{i..j} takes the place of F_{i..j−1}. Where i and j do not stand on either side of the
    threshold it is what it was: λ = (v_j − threshold)/(v_j − v_i) is 0 between two knots under it,
    and F is 1 on both sides of a λ between two knots over it.
    """
    at = knots * len(threshold) + np.arange(len(threshold))
    high = np.where(reaches, values, FAR).take(at)
    low = np.where(reaches, -FAR, values).take(at)
    lead = np.where(reaches, values - threshold, 0.0).take(at)
    share = reaches.take(at).astype(np.float64)
    lean, gain = np.empty_like(share), np.empty_like(share)
    fewest, most, count = int(under.min(initial=len(knots))), int(under.max(initial=0)), len(knots)
    for level in range(1, count):
        first, last = max(0, fewest - level), min(most, count - level)
        window, beyond = slice(first, last), slice(first + level, last + level)
        np.subtract(high[beyond], low[window], out=lean[window])
        np.divide(lead[beyond], lean[window], out=lean[window])
        np.subtract(share[first + 1 : last + 1], share[window], out=gain[window])
        np.multiply(gain[window], lean[window], out=gain[window])
        np.add(share[window], gain[window], out=share[window])
    whole: Floats = np.clip(share[0], 0.0, 1.0)
    return whole
