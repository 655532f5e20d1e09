"""What is known of each invite, as far as its worth and its cost are made of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from advisor.rules.advice import Level
from advisor.rules.inputs import INPUTS

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

IN_TIME = "in_time"
"""Share of inside knowledge that still comes in time (s of the model)."""

SHOWN = (*INPUTS, Level.RIVAL.value, Level.WILLING.value, Level.OTHER_COST.value)
"""The levels that are shown to people, in the order they are."""

PLACES: Mapping[str, int] = MappingProxyType(
    {key: place for place, key in enumerate((*INPUTS, *SHOWN[len(INPUTS) :], IN_TIME))}
)
"""Where each level stands among the figures of an invite."""

_HEADINGS = pd.Index([str(key) for key in SHOWN])


def _at(extreme: str) -> Floats:
    return np.array([[getattr(assumed, extreme)] for assumed in INPUTS.values()])


DEFAULT, WORST, BEST = _at("default"), _at("worst"), _at("best")
"""What is assumed for each of the twelve inputs where it is missing, and how far it could lie."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """The levels of m invites, one row of `figures` for each of `PLACES`.

    The twelve inputs; how directly it competes with a first choice, 0 … 1 (k of the model); hours
    you will prepare, NaN is unknown; hours it costs besides; and the share that comes in time.
    """

    figures: Floats

    def __getitem__(self, key: str) -> Floats:
        """The m levels of one kind."""
        level: Floats = self.figures[PLACES[key]]
        return level

    def __len__(self) -> int:
        """How many invites."""
        return len(self.figures[0])

    def part(self, rows: slice) -> "Levels":
        """The levels of some invites that follow each other, where they are."""
        return Levels(figures=self.figures[:, rows])

    def take(self, places: NDArray[np.intp]) -> "Levels":
        """The levels of some of the invites, by position, as often as named."""
        return Levels(figures=self.figures.take(places, axis=1))

    def with_level(self, key: str, level: Floats) -> "Levels":
        """The same invites with another answer to one; a single invite with many answers."""
        figures = np.array(np.broadcast_to(self.figures, (len(PLACES), max(len(self), len(level)))))
        figures[PLACES[key]] = level
        return Levels(figures=figures)

    def with_inputs(self, places: NDArray[np.intp], answers: Floats) -> "Levels":
        """The same invites with another answer to one of the inputs each.

        places  m places of inputs; answers m
        """
        figures = self.figures.copy()
        figures[places, np.arange(len(self))] = answers
        return Levels(figures=figures)


def levels_table(levels: Levels, other_currency: Bools, rows: pd.Index) -> pd.DataFrame:
    """The levels that are shown, one row an invite."""
    table = pd.DataFrame(levels.figures[: len(SHOWN)].T, index=rows, columns=_HEADINGS, copy=False)
    table[Level.OTHER_CURRENCY.value] = other_currency
    return table
