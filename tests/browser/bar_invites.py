"""Made-up invites for the priority bar's page: some names hostile, some answers missing."""

import numpy as np
import pandas as pd

from advisor.rules.columns import Field
from tests.decision.invites import table

HOSTILE = (
    "<img src=x onerror=document.title='stolen'>",
    "![](http://example.invalid/a.png)",
    "=HYPERLINK(1)",
    "\u202egnihsihp",
    "W" * 5000,
)


def invites(rows: int) -> pd.DataFrame:
    """So many invites, the same in every run."""
    dice = np.random.default_rng(7)
    return table([_invite(place, dice) for place in range(rows)])


def _invite(place: int, dice: np.random.Generator) -> dict[str, object]:
    names = ["Acme", "Birch", *HOSTILE]
    known = {
        Field.COMPANY: names[place] if place < len(names) else f"Company {place}",
        Field.ROLE: "Analyst",
        Field.INTERVIEW_HOURS: 1.0,
        Field.TRAVEL_HOURS: round(float(dice.random() * 5), 1),
        Field.PREP_HOURS_NEEDED: 4.0,
        Field.PREP_HOURS_WILLING: 6.0 if place % 6 else 2.0 + 2 * (place == 0),
        Field.INTEREST: round(float(1 + dice.random() * 3), 1),
        Field.UNKNOWN_SHARE: round(float(dice.random() * 0.6), 2),
        Field.CLOSENESS: round(float(dice.random()), 2),
        Field.OFFER_CHANCE: round(float(dice.random() * 0.5), 2),
        Field.PAY_COVER: round(float(dice.random()), 2),
        Field.NEW_CONTACTS: float(dice.integers(0, 7)),
        Field.OTHER_OPENINGS: float(dice.integers(0, 7)),
    }
    if place % 5 == 3:
        del known[Field.OFFER_CHANCE], known[Field.NEW_CONTACTS]
    if place % 7 == 5:
        del known[Field.PREP_HOURS_WILLING]
    if place == 9:
        known[Field.MY_DECISION] = "decline"
    return known
