"""The share of priorities under which an invite is worth its hours, exact and without sampling.

Priorities near the person's own are a Dirichlet with integer parameters; the chance that a
weighted mean of values reaches a threshold is then the tail of a B-spline whose knots are the
values, each repeated as often as its parameter says (Neuman & Van Fleet; SMAA: Lahdelma,
Hokkanen & Salminen 1998).
"""

import numpy as np
from numpy.typing import NDArray

from advisor.decision.levels import Bools, Floats

BLOCK, LONG_BLOCK = 512, 4096
"""Rows worked on at once, of any kinds and of one kind, so that the intermediate columns stay in
the processor's cache."""

FEW = 30_000
"""Rows up to which one recursion for all kinds of rows beats one for each kind (measured)."""

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
    tokens     k whole numbers ≥ 0, not all 0; a 0 leaves its row of values out
    threshold  m
    Returns m shares in [0, 1].

    >>> share_reaching(np.array([[1.0], [-1.0], [1.0]]), np.ones(3, int), np.zeros(1)).tolist()
    [0.75]
    """
    counted = np.flatnonzero(tokens)
    reach = _reach_at_once if len(threshold) <= FEW else _reach_by_kind
    return reach(values[counted], tokens[counted], threshold)


def _kinds(reaches: Bools) -> tuple[NDArray[np.intp], Bools]:
    """The kind of each of the m rows: alike are those of which the same criteria reach.

    Returns m places among the kinds, and which criteria reach in each kind (k × kinds).
    """
    places = np.arange(len(reaches))
    pattern = (np.exp2(places) @ reaches.astype(np.float64)).astype(np.intp)
    kinds = np.flatnonzero(np.bincount(pattern))
    return np.searchsorted(kinds, pattern), kinds >> places[:, np.newaxis] & 1 == 1


def _reach_at_once(values: Floats, tokens: NDArray[np.int64], threshold: Floats) -> Floats:
    """The shares of a few rows, a block of any kinds at a time."""
    reaches = values >= threshold
    kind, over = _kinds(reaches)
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

    Nearest to the gap are those of the earliest criteria, as in `_tail`, so that both ways agree
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


def _reach_by_kind(values: Floats, tokens: NDArray[np.int64], threshold: Floats) -> Floats:
    """The shares of many rows: one recursion for all of a kind."""
    kind, over = _kinds(values >= threshold)
    alike = np.argsort(kind.astype(np.int16), kind="stable")
    ends = np.cumsum(np.bincount(kind))[:-1]
    shares = np.empty(len(threshold))
    for reaches, places in zip(over.T, np.split(alike, ends), strict=True):
        for start in range(0, len(places), LONG_BLOCK):
            some = places[start : start + LONG_BLOCK]
            shares[some] = _tail(values[:, some], reaches, tokens, threshold[some])
    return shares


def _tail(values: Floats, reaches: Bools, tokens: NDArray[np.int64], threshold: Floats) -> Floats:
    """The share for rows of which the criteria in `reaches`, and no others, reach the threshold.

    Removing one knot on either side at a time: with i under and j over the threshold,
    F = λ F(without i) + (1 − λ) F(without j), λ = (v_j − threshold) / (v_j − v_i); with no knot
    under F is 1, with none over it is 0. The order in which knots are removed does not matter,
    so equal knots stay together and each pair's λ is computed once.
    """
    over, under = values[reaches], values[~reaches]
    if not len(over) or not len(under):
        return np.full(len(threshold), float(len(over) > 0))
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
