"""Which points of the map have room for a name beside them, and on which side it stands."""

import numpy as np
import pandas as pd

from advisor.views.strips import Strip

WIDE, TALL = 640.0, 340.0
"""Pixels of the narrowest map that shows more names than the opened one's, and of every map."""

TRIED = 40
"""So many of the best invites are looked at for room."""

LETTER, LONGEST = 6.4, 150.0
"""Pixels of an ordinary letter, and of the longest name."""

AWAY, LINE, DOT = 12.0, 8.0, 9.0
"""Pixels from a point to its name, from a name's middle to its edge, and of half a point."""

NAMED, LEFT = "named", "left"
"""Columns: whether a point is named, and whether its name stands at its left."""


def with_room(points: pd.DataFrame, most: float) -> pd.DataFrame:
    """The points with two more columns: which have a name, and which have it at the left.

    points  one row an invite, best first
    most    hours at the end of both axes
    The opened one always has its name; of the best others those that cover no point and no name.
    """
    across = points[Strip.COST].to_numpy(dtype=float) / most * WIDE
    up = points[Strip.WORTH].to_numpy(dtype=float) / most * TALL
    long = np.minimum(LETTER * points[Strip.NAME].str.len().to_numpy(dtype=float), LONGEST)
    taken: list[tuple[float, ...]] = [
        (x - DOT, x + DOT, y - DOT, y + DOT) for x, y in zip(across, up, strict=True)
    ]
    left, named = across > WIDE / 2, points[Strip.OPEN].to_numpy(dtype=bool, copy=True)
    for place in sorted(range(len(points)), key=lambda place: not named[place])[:TRIED]:
        for at_left in (bool(left[place]), not left[place]):
            box = _box(across[place], up[place], long[place], at_left=at_left)
            if _is_free(box, taken):
                left[place], named[place] = at_left, True
                taken.append(box)
                break
    return points.assign(**{NAMED: named, LEFT: left})


def _box(across: float, up: float, long: float, *, at_left: bool) -> tuple[float, ...]:
    """Left, right, low and high edge of a name beside a point."""
    begin = across - AWAY - long if at_left else across + AWAY
    return begin, begin + long, up - LINE, up + LINE


def _is_free(box: tuple[float, ...], taken: list[tuple[float, ...]]) -> bool:
    """Whether a name stands inside the map and covers none of those."""
    left, right, low, high = box
    return (
        left >= 0
        and right <= WIDE
        and all(
            right < other[0] or other[1] < left or high < other[2] or other[3] < low
            for other in taken
        )
    )
