"""The share of priorities under which an invite is worth its hours, exact and without sampling.

Priorities near the person's own are a Dirichlet with integer parameters; the chance that a
weighted mean of values reaches a threshold is then the tail of a B-spline whose knots are the
values, each repeated as often as its parameter says (Neuman & Van Fleet; SMAA: Lahdelma,
Hokkanen & Salminen 1998).
"""

from collections import defaultdict
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from advisor.decision.gaps import every_kind, kinds_of, reach_of_any
from advisor.decision.lattice import Shape, reach_alike
from advisor.decision.levels import Bools, Floats

FEW = 500
"""Rows up to which it does not pay to look how their knots line up (measured)."""

FEW_ALIKE = 100
"""Rows of each shape up to which one recursion for rows of any kinds beats one for each shape
(measured)."""


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
    if len(threshold) <= FEW:
        shares = reach_of_any(values, each, threshold)
    else:
        shares = _reach_by_kind(values, each, threshold)
    return shares.reshape(*tokens.shape[:-1], len(threshold))


def _reach_by_kind(values: Floats, tokens: NDArray[np.int64], threshold: Floats) -> Floats:
    """The shares of many rows, those whose knots line up alike after each other."""
    kind, over = kinds_of(values >= threshold), every_kind(len(values))
    rows_of = np.bincount(kind)
    criteria = np.argsort(over, axis=0, kind="stable")  # those under the threshold first
    shapes = _shapes(np.flatnonzero(rows_of), over, tokens[:, criteria])
    if len(threshold) <= FEW_ALIKE * len(shapes):
        return reach_of_any(values, tokens, threshold)
    turn = np.zeros(len(rows_of), dtype=np.int16)
    turn[[*chain.from_iterable(shapes.values())]] = range(np.count_nonzero(rows_of))
    shares = np.empty((len(tokens), len(threshold)))
    alike, end = np.argsort(turn[kind], kind="stable"), 0
    values = values.take(alike, axis=1)
    for shape, kinds in shapes.items():
        begun = end
        for one in kinds:
            start, end = end, end + int(rows_of[one])
            values[:, start:end] = values[criteria[:, one], start:end]
        rows = alike[begun:end]
        shares[:, rows] = reach_alike(values[:, begun:end], threshold[rows], shape)
    return shares


def _shapes(
    kinds: NDArray[np.intp], over: Bools, tokens: NDArray[np.int64]
) -> dict[Shape, list[int]]:
    """The kinds of each shape there is.

    over    criteria × all kinds; tokens shares × criteria, those under first, × all kinds
    """
    under, shapes = (~over).sum(axis=0).tolist(), defaultdict(list)
    for kind, each in zip(kinds.tolist(), tokens.transpose(2, 0, 1)[kinds].tolist(), strict=True):
        shapes[Shape(under=under[kind], tokens=tuple(map(tuple, each)))].append(kind)
    return dict(shapes)
