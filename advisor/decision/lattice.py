"""The chance that a weighted mean reaches a threshold, for many rows whose knots line up alike.

The recursion fills a lattice: a row for each knot under the threshold, a column for each over it.
A cell needs the one before it in its row and the one above it, so that all cells of an
antidiagonal are worked out at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from advisor.decision.levels import Floats

BLOCK = 2048
"""Rows worked on at once, so that what is in between stays in the processor's cache."""

Tokens = tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lattice:
    """The antidiagonals of a lattice.

    height  knots under the threshold
    widest  cells of the longest antidiagonal
    waves   (first, last knot under the threshold, pair of criteria of each cell) of each
    """

    height: int
    widest: int
    waves: Sequence[tuple[int, int, NDArray[np.intp]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How knots line up: those of the criteria under the threshold, then those over it.

    under   how many criteria are under
    tokens  for each share asked for, the knots of each criterion, those under first
    """

    under: int
    tokens: tuple[Tokens, ...]

    @property
    def pairs(self) -> int:
        """How many pairs of a criterion under and one over the threshold."""
        return self.under * (len(self.tokens[0]) - self.under)

    @property
    def lattices(self) -> list[Lattice]:
        """The lattice of each share asked for."""
        return [_lattice(each[: self.under], each[self.under :]) for each in self.tokens]


@lru_cache(maxsize=512)
def _lattice(under: Tokens, over: Tokens) -> Lattice:
    height, width = sum(under), sum(over)
    above = np.repeat(np.arange(len(under)), under) * len(over)
    beside = np.repeat(np.arange(len(over)), over)
    waves = []
    for wave in range(height + width - 1 if height and width else 0):
        first, last = max(0, wave - width + 1), min(height, wave + 1)
        knots = np.arange(first, last)
        waves.append((first, last, above[knots] + beside[wave - knots]))
    return Lattice(height=height, widest=min(height, width), waves=waves)


def reach_alike(values: Floats, threshold: Floats, shape: Shape) -> Floats:
    """The shares of rows whose knots line up alike: shares asked for × m.

    values  k × m, the criteria under the threshold first
    """
    count, lattices = len(threshold), shape.lattices
    shares = np.empty((len(lattices), count))
    rows = shape.pairs + max(1 + one.height + 2 * one.widest for one in lattices)
    room = np.empty(rows * min(count, BLOCK))
    for start, end in pairwise([*range(0, count, BLOCK), count]):
        some = slice(start, end)
        part = room[: rows * (end - start)].reshape(rows, -1)
        leans = part[: shape.pairs]
        _lean(values[:, some], threshold[some], shape.under, leans)
        for share, lattice in zip(shares, lattices, strict=True):
            share[some] = _climb(lattice, leans, part[shape.pairs :])
    return np.clip(shares, 0.0, 1.0)


def _lean(values: Floats, threshold: Floats, under: int, leans: Floats) -> None:
    """λ = (v_j − threshold) / (v_j − v_i) for each v_i under and each v_j over the threshold."""
    over = values[under:]
    table = leans.reshape(under, len(over), len(threshold))
    np.subtract(over, values[:under, np.newaxis], out=table)
    np.divide(over - threshold, table, out=table)


def _climb(lattice: Lattice, leans: Floats, room: Floats) -> Floats:
    """The last cell of the lattice for each row.

    Removing one knot on either side at a time: with i under and j over the threshold,
    F = λ F(without i) + (1 − λ) F(without j); with no knot under F is 1, with none over it is 0.
    leans  pairs of criteria × m; room is written over
    """
    reached, gains = room[: lattice.height + 1], room[lattice.height + 1 :]
    reached[0], reached[1:] = 1.0, 0.0
    for first, last, pairs in lattice.waves:
        cells = last - first
        before, gain = reached[first + 1 : last + 1], gains[:cells]
        lean = gains[cells : 2 * cells]
        np.subtract(reached[first:last], before, out=gain)
        leans.take(pairs, axis=0, out=lean, mode="clip")
        np.multiply(gain, lean, out=gain)
        np.add(before, gain, out=before)
    top: Floats = reached[-1]
    return top
