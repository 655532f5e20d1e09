"""What a letter asks, by the answer that decides, and the reason it gives where one is wanted.

`{when}` is filled with the moment of the interview.
"""

from collections.abc import Mapping
from types import MappingProxyType

from advisor.rules.columns import Field
from advisor.rules.verdict import Reason

PAY = "What salary range do you have in mind for this role?"
TRAVEL = "Where would it take place, and would a video call be possible for this round?"
LENGTH = "How long should I plan for that day, with everybody I would be meeting?"
PEOPLE = "Whom would I be meeting, and what do they do?"
KIND = "What kind of interview will it be, and what would you like me to prepare for it?"
WORK = "What would my days look like in the first six months?"
STAGE = "How many people are you inviting, and what comes after this round?"
OPENINGS = "Are there other openings in the team, now or planned, that I should know of?"
MORE_TIME = "I would like to come well prepared. Could it be about a week later than {when}?"
TIME_AHEAD = (
    "I would like to come well prepared. Could we choose a date that leaves me a good week?"
)

QUESTIONS: Mapping[str, str] = MappingProxyType(
    {
        Field.PAY_COVER: PAY,
        Field.TRAVEL_HOURS: TRAVEL,
        Field.INTERVIEW_HOURS: LENGTH,
        Field.NEW_CONTACTS: PEOPLE,
        Field.PREP_HOURS_NEEDED: KIND,
        Field.INTEREST: WORK,
        Field.UNKNOWN_SHARE: WORK,
        Field.CLOSENESS: WORK,
        Field.OFFER_CHANCE: STAGE,
        Field.OTHER_OPENINGS: OPENINGS,
    }
)
"""What to ask the other side, by the answer that decides. The rest only the person knows."""

NOT_NOW = "I can only prepare well for a few interviews at the moment, and want to do each justice."
BECAUSES: Mapping[str, str] = MappingProxyType(
    {
        Reason.OFFER_ACCEPTED: "I have accepted an offer elsewhere.",
        Reason.WILL_NOT_PREPARE: "I could not prepare for it as well as it deserves.",
        Reason.DEALBREAKER: "It is not quite what I am looking for.",
    }
)
"""The reason in words that hurt nobody, where one is wanted; `NOT_NOW` for all others."""
