"""Names, reasons and questions: the one home of what the page and the command line say.

The one-line why of an invite is put together from these in `advisor.views.sentences`.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from advisor.rules.columns import COLUMNS, Field
from advisor.rules.motivations import MONTHS_SINCE, RUNWAY, Motive
from advisor.rules.verdict import CERTAINTIES, Decision, LeftOut, Reason
from advisor.views.amounts import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a verdict is told: as a word, as a shape, as a colour on either background.

    opening  how its sentence begins
    counted  how it follows a number
    """

    word: str
    opening: str
    counted: str
    shape: str
    on_light: str
    on_dark: str

    @property
    def label(self) -> str:
        """Shape and word, for anybody who does not see the colour."""
        return f"{self.shape} {self.word}"


LOOKS: Mapping[str, Look] = MappingProxyType(
    {
        Decision.ACCEPT: Look(
            word="Accept",
            opening="Go",
            counted="accept",
            shape="✓",
            on_light="#0B6B45",
            on_dark="#6EE7B7",
        ),
        Decision.ASK: Look(
            word="Ask first",
            opening="Ask first",
            counted="ask first",
            shape="?",
            on_light="#8A5300",
            on_dark="#FCD34D",
        ),
        Decision.DECLINE: Look(
            word="Decline",
            opening="Decline",
            counted="decline",
            shape="✕",
            on_light="#9B1C31",
            on_dark="#FDA4AF",
        ),
        Decision.MOVE: Look(
            word="Move it",
            opening="Move it",
            counted="to move",
            shape="⇄",
            on_light="#1D4ED8",
            on_dark="#93C5FD",
        ),
    }
)
"""Every verdict and decision by key. Text on either background has a contrast above 4.5."""

REASONS: Mapping[str, str] = MappingProxyType(
    {
        Reason.OFFER_ACCEPTED: "you accepted an offer",
        Reason.DEALBREAKER: "a dealbreaker",
        Reason.WILL_NOT_PREPARE: "you will not prepare enough for it",
        Reason.WILL_YOU_PREPARE: "will you prepare for it?",
        Reason.FIRST_CHOICE: "your first choice",
        Reason.NOT_WORTH_THE_HOURS: "not worth the hours",
        Reason.WORTH_THE_HOURS: "worth the hours",
        Reason.TOSS_UP: "a toss-up",
        LeftOut.PAST: "it is over",
        LeftOut.YOU_DECLINED: "you declined it",
        LeftOut.NEEDS_MORE_THAN_A_WEEK: "it needs more preparation than a week holds",
        LeftOut.TIME_CLASH: "it overlaps one you take",
        LeftOut.HOURS_FULL: "the week is full",
    }
)
"""Why a verdict is what it is, and why the plan leaves an invite out, by key."""

MOTIVES: Mapping[str, str] = MappingProxyType(
    {
        Motive.PRACTICE: "practice",
        Motive.INTEREST: "your interest",
        Motive.INTEL: "inside knowledge",
        Motive.MONEY: "money",
        Motive.CONTACTS: "new contacts",
        Motive.OTHER_ROLES: "other roles",
    }
)
"""The motivations as they read in the middle of a sentence."""

FIND_OUT: Mapping[str, str] = MappingProxyType(
    {
        Field.INTERVIEW_HOURS: "how long the interview takes",
        Field.TRAVEL_HOURS: "how long the way there and back is",
        Field.PREP_HOURS_NEEDED: "how much preparation it needs",
        Field.INTEREST: "how much the job interests you",
        Field.UNKNOWN_SHARE: "how much the advert leaves open",
        Field.CLOSENESS: "how like the job you want it is",
        Field.OFFER_CHANCE: "what your chance of an offer is",
        Field.PAY_COVER: "what it pays",
        Field.NEW_CONTACTS: "how many new people you would meet",
        Field.OTHER_OPENINGS: "how many other roles they have",
        MONTHS_SINCE: "how long ago your last outside interview was",
        RUNWAY: "how long your money lasts",
    }
)
"""The twelve inputs as something to find out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """How an answer at which a verdict turns is told.

    phrase   with {amount} and {side}: " or more", " or less", or nothing where no more can be
    factor   from the input's unit to the one that is read (100 for per cent)
    decimals shown; the number is rounded away from the present answer, so that it stays true
    less     "or less", or "or fewer" for what is counted
    """

    phrase: str
    factor: float = 1.0
    decimals: int = 0
    less: str = "or less"


TURNS: Mapping[str, Turn] = MappingProxyType(
    {
        Field.INTEREST: Turn(phrase="your interest were {amount} of 5{side}", decimals=1),
        Field.UNKNOWN_SHARE: Turn(phrase="the advert left {amount}%{side} open", factor=100),
        Field.CLOSENESS: Turn(phrase="it were {amount}%{side} like the job you want", factor=100),
        Field.OFFER_CHANCE: Turn(phrase="the chance of an offer were {amount}%{side}", factor=100),
        Field.PAY_COVER: Turn(
            phrase="the pay covered {amount}%{side} of your essentials", factor=100
        ),
        Field.NEW_CONTACTS: Turn(
            phrase="the new people there were {amount}{side}", less="or fewer"
        ),
        Field.OTHER_OPENINGS: Turn(
            phrase="their other openings were {amount}{side}", less="or fewer"
        ),
        MONTHS_SINCE: Turn(
            phrase="your last outside interview were {amount} months ago{side}", decimals=1
        ),
        RUNWAY: Turn(phrase="your money lasted {amount} months{side}", decimals=1),
    }
)
"""The nine answers that can turn a verdict."""


def turning_answer(answer: str, value: float, now: float) -> str:
    """The answer at which a verdict turns, rounded away from the present one so it stays true.

    >>> turning_answer("interest", 2.537, 2.0)
    'your interest were 2.6 of 5 or more'
    >>> turning_answer("runway_months", 0.04, 4.0)
    'your money lasted 0 months'
    """
    turn = TURNS[answer]
    scale = 10**turn.decimals
    upwards = value > now
    outwards = math.ceil if upwards else math.floor
    amount = outwards(round(value * turn.factor * scale, 6)) / scale
    highest = COLUMNS[Field(answer)].high if answer in COLUMNS else math.inf
    ends = amount == highest * turn.factor if upwards else amount == 0
    side = "" if ends else " or more" if upwards else f" {turn.less}"
    return turn.phrase.format(amount=plain(amount), side=side)


def certainty(confidence: float) -> str:
    """The word for how sure a verdict is.

    >>> certainty(1.0), certainty(0.71), certainty(0.4)
    ('firm', 'fairly firm', 'shaky')
    """
    return next((one.word for one in CERTAINTIES if confidence >= one.at_least), "shaky")


def company_name(company: object, row: int) -> str:
    """What an invite is called on screen, also where its cell of the company holds no text.

    >>> company_name(None, 7)
    '(unnamed, row 7)'
    """
    return one_line(company) if isinstance(company, str) and company else f"(unnamed, row {row})"


def one_line(text: str, longest: int = 80) -> str:
    r"""A person's own text on one line, cut where it is very long.

    >>> one_line("commission\n only")
    'commission only'
    """
    words = " ".join(text.split())
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"
