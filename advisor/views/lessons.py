"""Words under the first strip that name its two marks once: this is the cost, this the worth."""

from enum import StrEnum

import pandas as pd

from advisor.views.amounts import hours
from advisor.views.strips import Strip


class Lesson(StrEnum):
    """Columns of the lessons table: words under the first strip that name its marks once."""

    AT = "at"
    MIDDLE = "bar_middle"
    WORDS = "words"
    LEFT = "to_the_left"
    ROW = "row"


NEAR_EDGE, ROOM_FOR_BOTH = 0.25, 0.4
"""Shares of the picture's width that one or two labels under the first strip need."""

NEEDED = [Strip.WORTH, Strip.COST, Strip.REACH, Strip.BAR_MIDDLE, Strip.ROW]
"""What of the first strip the lessons rest on."""


def lessons(table: pd.DataFrame) -> pd.DataFrame:
    """Under the first strip, once: which mark is the cost and which the worth.

    A label to the left of its mark ends there, any other begins there.
    """
    taught: list[tuple[float, float, str, bool, int]] = []
    for one in table[NEEDED].iloc[:1].to_dict("records"):
        worth, cost, reach = one[Strip.WORTH], one[Strip.COST], one[Strip.REACH]
        left = worth >= cost >= NEAR_EDGE * reach
        place = (one[Strip.BAR_MIDDLE], one[Strip.ROW])
        taught.append(_lesson(cost, f"takes {hours(cost)}", left, *place))
        if worth - cost > (NEAR_EDGE if left else ROOM_FOR_BOTH) * reach:
            taught.append(_lesson(worth, f"worth {hours(worth)}", True, *place))
    return pd.DataFrame(taught, columns=[key.value for key in Lesson])


def _lesson(
    at: float, words: str, left: bool, middle: float, row: int
) -> tuple[float, float, str, bool, int]:
    return at, middle, f"{words} ▲" if left else f"▲ {words}", left, row
