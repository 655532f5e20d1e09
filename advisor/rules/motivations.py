"""The six motivations: key, label, question, inputs, and the constants of their curves.

The reasons come from Mark Swartz's column *Going On Interviews for Jobs You Don't Want*; each
constant names its unit and where its size comes from.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from advisor.rules.columns import Field


class Motive(StrEnum):
    """The key of a motivation, in the model's order."""

    PRACTICE = "practice"
    INTEREST = "interest"
    INTEL = "intel"
    MONEY = "money"
    CONTACTS = "contacts"
    OTHER_ROLES = "other_roles"


@dataclass(frozen=True, slots=True, kw_only=True)
class Motivation:
    """One reason to go to an interview.

    inputs  the columns and profile fields its value is made of
    colour  fixed in both themes; told apart by every kind of colour-blind eye, and 3:1 or more
            against a light and a dark page (found by search, held by tests/views/test_colours.py)
    """

    key: Motive
    label: str
    question: str
    inputs: tuple[str, ...]
    nothing: str
    full: str
    colour: str


MONTHS_SINCE = "months_since_external_interview"
RUNWAY = "runway_months"

_MOTIVATIONS = (
    Motivation(
        key=Motive.PRACTICE,
        label="Practice",
        question="How rusty are you, and how like the real thing is this one?",
        inputs=(MONTHS_SINCE, Field.CLOSENESS),
        nothing="interviewed outside just now",
        full="never did, and this one is just like the real one",
        colour="#1162D0",
    ),
    Motivation(
        key=Motive.INTEREST,
        label="Interest",
        question="How much do you want the job, and how much may it still hold?",
        inputs=(Field.INTEREST, Field.UNKNOWN_SHARE),
        nothing="not at all, nothing left to find out",
        full="wanted very much",
        colour="#B78E21",
    ),
    Motivation(
        key=Motive.INTEL,
        label="Inside knowledge",
        question="Would you learn about a rival of the firm you really want, in time?",
        inputs=(Field.COMPETITOR_OVERLAP, Field.COMPETITOR_OF, Field.START),
        nothing="no rival of a first choice",
        full="direct rival, in time",
        colour="#9183FF",
    ),
    Motivation(
        key=Motive.MONEY,
        label="Money",
        question="How soon does the money run out, and would this job pay the bills?",
        inputs=(RUNWAY, Field.PAY_COVER, Field.OFFER_CHANCE),
        nothing="no pressure",
        full="money gone, pays the bills, fair chance",
        colour="#06751E",
    ),
    Motivation(
        key=Motive.CONTACTS,
        label="New contacts",
        question="How many people in your field would you meet for the first time?",
        inputs=(Field.NEW_CONTACTS, Field.CLOSENESS),
        nothing="nobody new, or the wrong field",
        full="many, in the field",
        colour="#C33674",
    ),
    Motivation(
        key=Motive.OTHER_ROLES,
        label="Other roles",
        question="How many other suitable roles do they have, now or within a year?",
        inputs=(Field.OTHER_OPENINGS,),
        nothing="none",
        full="many",
        colour="#1199A5",
    ),
)

MOTIVATIONS: Mapping[Motive, Motivation] = MappingProxyType({one.key: one for one in _MOTIVATIONS})
"""The six by key, in the model's order."""

PRACTICE_HALF_LIFE = 12.0
"""Months until half of interview skill has faded. Between 6.5 and 13 for retained skill
(Tatel & Ackerman 2025; Arthur et al. 1998), and the column's "more than a year"."""

PRACTICE_UNLIKE = 0.55
"""Share of practice that carries over from an interview unlike the real one: the ratio of
parallel-form to identical-form retest gains (Kulik, Kulik & Bangert 1984)."""

PRACTICE_LIKE = 0.45
"""Share of practice that only a like interview adds; with the share above it makes 1."""

INTEREST_LOW, INTEREST_SPAN = 1.0, 4.0
"""The rating 1 … 5 becomes m in 0 … 1: (rating − 1) / 4."""

OPTION_HALF = 0.5
"""Option to walk away: E[(X − m)⁺] = (1 − m)²/2 for a uniform unknown (Weitzman 1979)."""

INTEL_LATE = 0.5
"""Share of a rival's inside information left on or after the first choice's own interview.
A judgement: it still serves the next talk with them."""

RUNWAY_HALF_LIFE = 3.0
"""Months of money after which the pressure halves: (1 − f)^R with a monthly job-finding chance
f ≈ 0.21 (Shimer 2008 gives 0.31, 0.19, 0.14; sign and shape as McCall 1970, Chetty 2008)."""

FAIR_CHANCE = 0.35
"""Offers per interviewed job seeker, about 37 % (US CPS 2018, Dalton & Groen 2020)."""

CONTACT_KEPT = 0.8
"""What one more contact leaves to gain: 0.20 per contact, a judgement (0.1–0.3) informed by
Granovetter 1974 and Rajkumar et al. 2022."""

ROLE_KEPT = 0.85
"""What one more opening leaves to gain: 15 % of candidates passed over and later placed
(trade-press figures)."""
