"""The columns of the advice and levels tables, and what a mask of missing answers means."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from advisor.rules.inputs import INPUTS
from advisor.rules.motivations import Motive


class Advice(StrEnum):
    """The columns of the advice table, one row an invite, best first."""

    RANK = "rank"
    VERDICT = "verdict"
    REASON = "reason"
    GATE = "gate"
    DECISION = "decision"
    WORTH = "worth_hours"
    COST = "cost_hours"
    SURPLUS = "surplus_hours"
    SURPLUS_LOW = "surplus_low"
    SURPLUS_HIGH = "surplus_high"
    ACCEPT_SHARE = "accept_share"
    ACCEPT_SHARE_ANY = "accept_share_any"
    CONFIDENCE = "confidence"
    FIRST_CHOICE = "is_first_choice"
    BLOCKED = "blocked"
    MISSING = "missing"
    ASK = "ask"
    FLIP_INPUT = "flip_answer_input"
    FLIP_VALUE = "flip_answer_value"
    FLIP_DISTANCE = "flip_answer_distance"
    FLIP_POINTS = "flip_points"
    FLIP_FROM = "flip_points_from"
    FLIP_TO = "flip_points_to"


class Level(StrEnum):
    """Columns of the levels table beside the twelve inputs."""

    RIVAL = "rival"
    WILLING = "willing_hours"
    OTHER_COST = "extra_cost_hours"
    OTHER_CURRENCY = "other_currency"


_TEXTS = (Advice.DECISION, Advice.VERDICT, Advice.REASON, Advice.GATE)
_HOURS = (Advice.WORTH, Advice.COST, Advice.SURPLUS, Advice.SURPLUS_LOW, Advice.SURPLUS_HIGH)
_SHARES = (Advice.ACCEPT_SHARE, Advice.ACCEPT_SHARE_ANY, Advice.CONFIDENCE)

ROW_ADVICE: Mapping[str, str] = MappingProxyType(
    {
        **{one.value: "str" for one in _TEXTS},
        **{one.value: "float64" for one in (*_HOURS, *_SHARES)},
        Advice.FIRST_CHOICE.value: "bool",
        Advice.BLOCKED.value: "bool",
        Level.OTHER_CURRENCY.value: "bool",
        Advice.MISSING.value: "str",
        Advice.ASK.value: "str",
        Advice.FLIP_INPUT.value: "str",
        Advice.FLIP_VALUE.value: "float64",
        Advice.FLIP_DISTANCE.value: "float64",
        Advice.FLIP_POINTS.value: "float64",
        Advice.FLIP_FROM.value: "str",
        Advice.FLIP_TO.value: "str",
        **{f"{name}_{motive}": "float64" for name in ("value", "hours") for motive in Motive},
    }
)
"""What is advised on one invite whatever the others are, column → kind; the rank is not among
them, since it belongs to all rows together."""


def missing_inputs(mask: int) -> tuple[str, ...]:
    """The inputs that were assumed, in the model's order, from the mask in the advice table.

    mask  bit i is set where the i-th of the twelve inputs was assumed

    >>> missing_inputs(0b1001)
    ('interview_hours', 'interest')
    """
    return tuple(key for place, key in enumerate(INPUTS) if mask >> place & 1)
