"""The twelve inputs a verdict rests on, in the model's order, with what is assumed when missing."""

from collections.abc import Mapping
from types import MappingProxyType

from advisor.rules.columns import COLUMNS, Field
from advisor.rules.kinds import Assumed
from advisor.rules.motivations import MONTHS_SINCE, RUNWAY

_ROW_INPUTS = (
    Field.INTERVIEW_HOURS,
    Field.TRAVEL_HOURS,
    Field.PREP_HOURS_NEEDED,
    Field.INTEREST,
    Field.UNKNOWN_SHARE,
    Field.CLOSENESS,
    Field.OFFER_CHANCE,
    Field.PAY_COVER,
    Field.NEW_CONTACTS,
    Field.OTHER_OPENINGS,
)


def _assumed(key: Field) -> Assumed:
    """What the column table assumes for `key`; an input without it is a programmer's error."""
    assumed = COLUMNS[key].assumed
    if assumed is None:
        raise ValueError(f"{key} is an input, so columns.py must say what is assumed for it")
    return assumed


INPUTS: Mapping[str, Assumed] = MappingProxyType(
    {
        **{key.value: _assumed(key) for key in _ROW_INPUTS},
        MONTHS_SINCE: Assumed(default=12.0, worst=0.0, best=36.0, flip=(0.0, 36.0)),
        RUNWAY: Assumed(default=6.0, worst=24.0, best=1.0, flip=(0.0, 12.0)),
    }
)
"""The twelve by key. Months and runway come from the profile and are one answer for all rows."""

FIRST_CHOICE_INTEREST = 5.0
"""Interest (1 … 5) in a first choice without a rating of its own: it is known, not missing."""
