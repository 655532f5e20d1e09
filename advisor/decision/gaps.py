"""The chance that a weighted mean reaches a threshold, for a few rows of any kinds.

Every level of the recursion F_{i..j}, all pairs of knots as far from each other, is worked out for
all rows at once. Only pairs on either side of the gap at the threshold change anything. Up to the
middle level they are counted outward from each row's gap, after it upward from its first knot: so
the fewest are worked out in vain.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from advisor.decision.levels import Bools, Floats

BLOCK = 512
"""Rows worked on at once, so that what is in between stays in the processor's cache."""

FAR = 1e300
"""Farther than any value from any other: a quotient over it vanishes."""

Places = NDArray[np.intp]


def kinds_of(reaches: Bools) -> NDArray[np.uint8]:
    """The kind of each of m rows: bit i tells that the i-th criterion reaches the threshold.

    reaches  k × m, k at most 8
    """
    kind = np.zeros(reaches.shape[1], dtype=np.uint8)
    for place, reach in enumerate(reaches):
        kind |= reach.view(np.uint8) << np.uint8(place)
    return kind


def every_kind(criteria: int) -> Bools:
    """Which criteria reach the threshold in each kind: criteria × kinds."""
    kinds: Bools = np.arange(1 << criteria) >> np.arange(criteria)[:, np.newaxis] & 1 == 1
    return kinds


def reach_of_any(values: Floats, tokens: NDArray[np.int64], threshold: Floats) -> Floats:
    """The shares of m rows of any kinds: a row for each row of tokens.

    values  k × m; tokens shares × k, knots of each criterion
    """
    shares = np.empty((len(tokens), len(threshold)))
    knots = [_line_up(tuple(each)) for each in tokens.tolist()]
    for start in range(0, len(threshold), BLOCK):
        rows = slice(start, start + BLOCK)
        block = _Block.of(values[:, rows], threshold[rows])
        for share, lined_up in zip(shares, knots, strict=True):
            share[rows] = _climb(block, lined_up)
    return np.clip(shares, 0.0, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Knots:
    """Where each kind of rows has its knots, by their criteria; `criteria` stands for none.

    low      each × kinds: those under the threshold, from the gap down as far as the middle; then
             the lower half of all, from the first up
    high     those over the threshold, from the middle back to the gap; then the upper half of all
    aligned  how far under the gap is each of the lower half: 0 for those over it
    """

    low: Places
    high: Places
    aligned: Places


@lru_cache(maxsize=64)
def _line_up(tokens: Sequence[int]) -> Knots:
    """The knots of every kind.

    Nearest to the gap are those of the earliest criteria, as in `lattice`, so that both ways agree
    to the last bit.
    """
    over, criteria = every_kind(len(tokens)), np.repeat(np.arange(len(tokens)), tokens)
    outward = (np.arange(len(tokens)) + 1)[:, np.newaxis] * np.where(over, 1, -1)
    upward = criteria[np.argsort(outward[criteria], axis=0, kind="stable")]
    count, middle, under = len(criteria), len(criteria) // 2, np.array(tokens) @ ~over
    padded = np.vstack([upward, np.full((1, len(under)), len(tokens))])
    steps = np.arange(middle)[:, np.newaxis]
    down, up = under - 1 - steps, np.minimum(under + steps[::-1], count)
    below, above = (
        np.take_along_axis(padded, np.where(places < 0, count, places), axis=0)
        for places in (down, up)
    )
    return Knots(
        low=np.vstack([below, upward[: count - middle - 1]]),
        high=np.vstack([above, upward[middle + 1 :]]),
        aligned=np.clip(under - np.arange(count - middle)[:, np.newaxis], 0, middle + 1),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """A block of m rows: their values, apart for criteria under and over the threshold.

    kind             m
    low, high, lead  (k + 1) × m; lead is how far a value is over the threshold. Criteria on the
                     other side, and none, are so far away that a pair with them changes nothing:
                     λ is 0, or F is 1 for both it stands between.
    """

    kind: NDArray[np.uint8]
    low: Floats
    high: Floats
    lead: Floats

    @classmethod
    def of(cls, values: Floats, threshold: Floats) -> "_Block":
        reaches = values >= threshold
        low, high, lead = np.empty((3, len(values) + 1, len(threshold)))
        low[:] = -FAR
        high[:] = FAR
        lead[:] = 0.0
        np.copyto(low[:-1], values, where=~reaches)
        np.copyto(high[:-1], values, where=reaches)
        np.subtract(values, threshold, out=lead[:-1], where=reaches)
        return cls(kind=kinds_of(reaches), low=low, high=high, lead=lead)


def _climb(block: _Block, knots: Knots) -> Floats:
    """The shares of a block of rows, level after level; F_{i..j} takes the place of F_{i..j−1}.

    F_{i..j} = F_{i..j−1} + λ (F_{i+1..j} − F_{i..j−1}), λ = (v_j − threshold) / (v_j − v_i);
    F is 1 where v_i reaches the threshold, 0 where v_j does not.
    """
    upper, lower = len(knots.low) - len(knots.aligned) + 1, len(knots.aligned) - 1
    at, above = _at(knots.low, block.kind), _at(knots.high, block.kind)
    low, high, lead = block.low.take(at), block.high.take(above), block.lead.take(above)
    room = np.empty((2, max(upper, 1), len(block.kind)))
    outward = np.zeros((upper + 2, len(block.kind)))
    outward[0] = 1.0
    for cells in range(1, upper + 1):
        near = slice(upper - cells, upper)
        lean = _lean(lead[near], high[near], low[:cells], room[0])
        _replace(outward[1 : cells + 1], outward[:cells], lean, room[1])
    upward: Floats = outward.take(_at(knots.aligned, block.kind))
    low = low[upper:]
    for cells in range(lower, 0, -1):
        lean = _lean(lead[-cells:], high[-cells:], low[:cells], room[0])
        _replace(upward[:cells], upward[1 : cells + 1], lean, room[1])
    share: Floats = upward[0]
    return share


def _at(places: Places, kind: NDArray[np.uint8]) -> Places:
    """Where the rows of each kind have theirs among figures of m columns."""
    at = places.take(kind, axis=1)
    np.multiply(at, len(kind), out=at)
    return np.add(at, np.arange(len(kind)), out=at)


def _lean(lead: Floats, high: Floats, low: Floats, room: Floats) -> Floats:
    """λ of each cell."""
    lean = np.subtract(high, low, out=room[: len(low)])
    return np.divide(lead, lean, out=lean)


def _replace(cells: Floats, beyond: Floats, lean: Floats, room: Floats) -> None:
    """Put a level in the place of the one before it."""
    gain = np.subtract(beyond, cells, out=room[: len(cells)])
    np.multiply(gain, lean, out=gain)
    np.add(cells, gain, out=cells)
