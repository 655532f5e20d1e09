"""What a column can be made of: the kinds of cell, and what is assumed when one is empty."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How the cells of a column are read and what they hold."""

    TEXT = "text"
    DATETIME = "datetime"
    DATE = "date"
    HOURS = "hours"
    RATING = "rating"
    SHARE = "share"
    COUNT = "count"
    NUMBER = "number"
    MONEY = "money"
    CODE = "code"
    YES_NO = "yes_no"
    DECISION = "decision"


NUMERIC = frozenset({Kind.HOURS, Kind.RATING, Kind.SHARE, Kind.COUNT, Kind.NUMBER, Kind.MONEY})
"""Kinds whose cells are floats in the invites table; NaN is empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumed:
    """What an empty answer is taken to be: the default, and what is plausible.

    default  used in the figures while the answer is missing
    worst    the plausible value that speaks most against going
    best     the plausible value that speaks most for going
    flip     (low, high) searched for the value at which the verdict turns; None for hours
    """

    default: float
    worst: float
    best: float
    flip: tuple[float, float] | None = None


NO_WORDS = frozenset(
    "no n none nope not nil false f off 0 - – — n/a na nein kein keine non aucun aucune nee geen "
    "não nao nenhum ninguno ninguna nessuno nessuna ✗ ✘ ❌ ☐ unchecked".split()
)
"""Words, case folded, by which a person says that there is none."""
