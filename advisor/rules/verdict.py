"""Accept, ask first, decline: the verdicts, the gate, the reasons, and how sure is sure."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What the model advises, best first."""

    ACCEPT = "accept"
    ASK = "ask"
    DECLINE = "decline"


class Decision(StrEnum):
    """What stands in the end: the person's own word, a move to another date, or the verdict."""

    ACCEPT = "accept"
    ASK = "ask"
    DECLINE = "decline"
    MOVE = "move"


class Gate(StrEnum):
    """Will it be prepared for properly? The one rule no reason can buy back."""

    PASS = "pass"
    FAIL = "fail"
    UNKNOWN = "unknown"


class Reason(StrEnum):
    """The line of the verdict table that applied."""

    OFFER_ACCEPTED = "offer_accepted"
    DEALBREAKER = "dealbreaker"
    WILL_NOT_PREPARE = "will_not_prepare"
    WILL_YOU_PREPARE = "will_you_prepare"
    FIRST_CHOICE = "first_choice"
    NOT_WORTH_THE_HOURS = "not_worth_the_hours"
    WORTH_THE_HOURS = "worth_the_hours"
    TOSS_UP = "toss_up"


class LeftOut(StrEnum):
    """Why the plan leaves an invite out, tested in this order; a verdict's reason may stand too."""

    PAST = "past"
    YOU_DECLINED = "you_declined"
    NOT_WORTH_THE_HOURS = "not_worth_the_hours"
    NEEDS_MORE_THAN_A_WEEK = "needs_more_than_a_week"
    TIME_CLASH = "time_clash"
    HOURS_FULL = "hours_full"


@dataclass(frozen=True, slots=True, kw_only=True)
class Certainty:
    """A word for a confidence, from its lowest share upwards."""

    word: str
    at_least: float


CERTAINTIES = (
    Certainty(word="firm", at_least=0.9),
    Certainty(word="fairly firm", at_least=0.7),
    Certainty(word="shaky", at_least=0.0),
)
"""Words for a confidence, surest first; the first whose bound is met applies. A judgement."""

PRIORITY_TOKENS = 30
"""Concentration of the priorities near yours: a Dirichlet with 30 tokens apportioned to the
weights (a judgement; SMAA as in Lahdelma, Hokkanen & Salminen 1998)."""

PRIORITY_POINTS = 100.0
"""Points in which the smallest change of priorities is told."""

LITTLE_KNOWN = 0.5
"""Above this share of assumed answers a sentence says first that little is known."""
