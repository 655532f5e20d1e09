"""Where each invite stands in the picture: a strip with a line of words over a bar of hours.

Lengths down the page are pixels from the top, lengths along the bar are hours. Nothing is judged
here: every figure comes from the advice, and only its place is worked out.
"""

from enum import StrEnum
from typing import Any

import numpy as np
import pandas as pd

from advisor.rules.advice import Advice
from advisor.rules.motivations import MOTIVATIONS, Motive
from advisor.rules.verdict import Verdict
from advisor.views.amounts import hours, signed_hours
from advisor.views.scene import Scene, beside, name_of, takes
from advisor.views.wording import LOOKS

FIRST = 8.0
"""Room above the first strip, under the axis."""

STRIP, GROUP_GAP = 58.0, 12.0
"""Height of a strip, and the extra room where one verdict ends and the next begins."""

TAUGHT = 20.0
"""Extra room under the first strip, where tick and bar are named once."""

WORDS_AT, BAR_TOP, BAR_BOTTOM, TICK_OUT = 15.0, 28.0, 44.0, 4.0
"""Within a strip: the middle of the words, the bar's edges, how far the tick looks out of it."""


MARGIN = 1.02
"""How much further than the longest mark the hours reach."""


class Strip(StrEnum):
    """Columns of the strips table, one row an invite."""

    ROW = "row"
    TOP = "top"
    BOTTOM = "bottom"
    WORDS = "words_at"
    BAR_TOP = "bar_top"
    BAR_MIDDLE = "bar_middle"
    BAR_BOTTOM = "bar_bottom"
    TICK_TOP = "tick_top"
    TICK_BOTTOM = "tick_bottom"
    PILL_TOP = "pill_top"
    PILL_BOTTOM = "pill_bottom"
    WORTH = "worth"
    COST = "cost"
    BAND_LOW = "band_low"
    BAND_HIGH = "band_high"
    LOW = "low"
    HIGH = "high"
    RANGE = "range"
    NAME = "name"
    VERDICT = "verdict"
    DECISION = "decision"
    BESIDE = "beside"
    WHY = "why"
    TAKES = "takes"
    OPEN = "opened"
    UNSURE = "unsure"
    REACH = "reach"
    FADED = "faded"


class Segment(StrEnum):
    """Columns of the segments table, one row a motivation of an invite."""

    ROW = "row"
    TOP = "bar_top"
    BOTTOM = "bar_bottom"
    FROM = "from"
    TO = "to"
    MOTIVE = "motive"
    ADDS = "adds"
    NAME = "name"
    FADED = "faded"


def strips(scene: Scene, rows: list[int]) -> pd.DataFrame:
    """One strip an invite in `rows`: its place, its bar, its tick, its words."""
    advice = scene.advice.loc[rows]
    decisions = scene.decisions.loc[rows].astype(str)
    return pd.DataFrame(
        {
            **_places(rows, advice[Advice.DECISION].astype(str)),
            **_lengths(scene, advice),
            Strip.NAME: [name_of(scene, row) for row in rows],
            Strip.DECISION: decisions.to_list(),
            Strip.VERDICT: [LOOKS[key].label for key in decisions],
            Strip.BESIDE: [beside(scene, row) for row in rows],
            Strip.WHY: scene.whys.loc[rows].to_list(),
            Strip.TAKES: [takes(scene, row) for row in rows],
            Strip.OPEN: [row == scene.opened for row in rows],
        }
    )


def _lengths(scene: Scene, advice: pd.DataFrame) -> dict[Strip, Any]:
    """Everything that is measured in hours along the bar."""
    worth, cost = advice[Advice.WORTH].to_numpy(), advice[Advice.COST].to_numpy()
    low, high = advice[Advice.SURPLUS_LOW].to_numpy(), advice[Advice.SURPLUS_HIGH].to_numpy()
    blocked = advice[Advice.BLOCKED].to_numpy(bool)
    unsure = (advice[Advice.MISSING].to_numpy() > 0) & ~blocked
    band, whisker = cost + scene.toss_up, np.where(unsure, cost + high, 0.0)
    longest = max((float(ends.max()) for ends in (worth, band, whisker) if ends.size), default=1.0)
    ranges = zip(low, high, strict=True)
    return {
        Strip.WORTH: worth,
        Strip.COST: cost,
        Strip.BAND_LOW: np.maximum(cost - scene.toss_up, 0.0),
        Strip.BAND_HIGH: band,
        Strip.LOW: np.where(unsure, np.maximum(cost + low, 0.0), 0.0),
        Strip.HIGH: whisker,
        Strip.RANGE: [f"{signed_hours(least)} to {signed_hours(most)}" for least, most in ranges],
        Strip.UNSURE: unsure,
        Strip.FADED: blocked,
        Strip.REACH: MARGIN * longest,
    }


def _places(rows: list[int], groups: pd.Series) -> dict[Strip, Any]:
    """Pixels from the top for everything in a strip."""
    kinds = groups.to_numpy()
    turns = np.concatenate([[False], kinds[1:] != kinds[:-1]]) if len(rows) else np.array([])
    extra = np.cumsum(turns * GROUP_GAP) + (np.arange(len(rows)) > 0) * TAUGHT
    top = FIRST + np.arange(len(rows)) * STRIP + extra
    return {
        Strip.ROW: rows,
        Strip.TOP: top,
        Strip.BOTTOM: top + STRIP - 4,
        Strip.WORDS: top + WORDS_AT,
        Strip.PILL_TOP: top + WORDS_AT - 9,
        Strip.PILL_BOTTOM: top + WORDS_AT + 9,
        Strip.BAR_TOP: top + BAR_TOP,
        Strip.BAR_MIDDLE: top + (BAR_TOP + BAR_BOTTOM) / 2,
        Strip.BAR_BOTTOM: top + BAR_BOTTOM,
        Strip.TICK_TOP: top + BAR_TOP - TICK_OUT,
        Strip.TICK_BOTTOM: top + BAR_BOTTOM + TICK_OUT,
    }


def full_height(count: int) -> float:
    """Pixels from the top to the end of the last of so many strips, however they are grouped."""
    return FIRST + count * STRIP + TAUGHT + (len(Verdict) - 1) * GROUP_GAP


def segments(scene: Scene, table: pd.DataFrame) -> pd.DataFrame:
    """The pieces of every bar from left to right, in the motivations' order."""
    rows = table[Strip.ROW].to_list()
    added = scene.motives.loc[rows, list(Motive)].to_numpy(float)
    ends = added.cumsum(axis=1)
    count = len(Motive)
    pieces = pd.DataFrame(
        {
            Segment.ROW: np.repeat(rows, count),
            Segment.TOP: np.repeat(table[Strip.BAR_TOP].to_numpy(), count),
            Segment.BOTTOM: np.repeat(table[Strip.BAR_BOTTOM].to_numpy(), count),
            Segment.FROM: (ends - added).ravel(),
            Segment.TO: ends.ravel(),
            Segment.MOTIVE: [MOTIVATIONS[key].label for key in Motive] * len(rows),
            Segment.ADDS: [hours(value) for value in added.ravel().tolist()],
            Segment.NAME: np.repeat(table[Strip.NAME].to_numpy(), count),
            Segment.FADED: np.repeat(table[Strip.FADED].to_numpy(), count),
        }
    )
    return pieces[pieces[Segment.TO] > pieces[Segment.FROM]]
