"""The headings this program itself adds to a person's sheet: never read, never remarked on."""

from enum import StrEnum


class Ours(StrEnum):
    """What a taken-along sheet says beyond the person's own columns; no other column bears these.

    FIX  the last column of a sheet that was marked for its owner
    ROW  where each row stands in the sheet it was taken from
    """

    FIX = "What to fix"
    ROW = "Row in your sheet"
    RANK = "Advice rank"
    ADVICE = "Advice"
    BECAUSE = "Advice because"
    CERTAINTY = "Advice certainty"
    WORTH = "Advice worth h"
    COST = "Advice cost h"
    SURPLUS = "Advice surplus h"
    PLANNED = "Advice planned"
    WORDS = "Advice in words"


OURS = frozenset(one.value for one in Ours)
"""All of them, as text."""
