"""How each motivation of one invite answers to the input that moves it most by name."""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
import pandas as pd

from advisor.decision.answers import take_answers
from advisor.decision.levels import Levels
from advisor.decision.values import FORMULAS
from advisor.rules.advice import Level
from advisor.rules.columns import COLUMNS, Field
from advisor.rules.curve import Curve
from advisor.rules.inputs import INPUTS
from advisor.rules.motivations import MONTHS_SINCE, RUNWAY, Motive
from advisor.rules.profile import Profile

POINTS = 41
"""Answers a curve is drawn through."""

LEADING: Mapping[Motive, str] = MappingProxyType(
    {
        Motive.PRACTICE: MONTHS_SINCE,
        Motive.INTEREST: Field.INTEREST,
        Motive.INTEL: Level.RIVAL,
        Motive.MONEY: RUNWAY,
        Motive.CONTACTS: Field.NEW_CONTACTS,
        Motive.OTHER_ROLES: Field.OTHER_OPENINGS,
    }
)
"""The one answer each curve is drawn over; the invite's other answers stay."""


def value_curves(invites: pd.DataFrame, row: int, profile: Profile) -> tuple[Curve, ...]:
    """The six curves of one invite, in the motivations' order.

    invites  m × columns as for `assess`; row is one of its index
    """
    levels = take_answers(invites.loc[[row]], profile).levels
    return tuple(_curve(levels, motive, leading) for motive, leading in LEADING.items())


def _curve(levels: Levels, motive: Motive, leading: str) -> Curve:
    value = FORMULAS[motive]
    now = float(levels[leading][0])
    answers = np.linspace(*_reach(leading, now), POINTS)
    return Curve(
        motive=motive,
        leading=leading,
        answers=tuple(answers.tolist()),
        values=tuple(value(levels.with_level(leading, answers)).tolist()),
        now=now,
        met=float(value(levels)[0]),
    )


def _reach(leading: str, now: float) -> tuple[float, float]:
    """From the least to the most answer drawn; the invite's own is inside, unless infinite."""
    if leading == Level.RIVAL:
        overlap = COLUMNS[Field.COMPETITOR_OVERLAP]
        return overlap.low, overlap.high
    low, high = INPUTS[leading].flip or (now, now)
    return low, max(high, now) if np.isfinite(now) else high
