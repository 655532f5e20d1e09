"""What replies say: every sentence of every letter in three tones, and which letter takes which.

Another sentence is another line here. `{…}` are filled from the row; a person's words stay text.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from advisor.rules.verdict import Decision


class Tone(StrEnum):
    """How a reply sounds."""

    WARM = "warm"
    PLAIN = "plain"
    FORMAL = "formal"


class Part(StrEnum):
    """The sentences a reply is put together from."""

    GREETING = "greeting"
    HELLO = "hello"
    YES = "yes"
    MOMENT_SUITS = "moment_suits"
    DAY_SUITS = "day_suits"
    WHICH_DAY = "which_day"
    WHAT_TO_BRING = "what_to_bring"
    BEFORE_I_ANSWER = "before_i_answer"
    QUESTION = "question"
    ANSWER_SOON = "answer_soon"
    ANSWER_BY = "answer_by"
    GLADLY = "gladly"
    ANOTHER_DATE = "another_date"
    PROPOSED = "proposed"
    OR_ELSE = "or_else"
    NONE_PROPOSED = "none_proposed"
    NO_THANK_YOU = "no_thank_you"
    BECAUSE = "because"
    OTHER_ROLE = "other_role"
    REFERRAL = "referral"
    OPEN_DOOR = "open_door"
    REGARDS = "regards"


Said = tuple[str, str, str]
"""A sentence in each tone: warm, plain, formal."""


def _alike(text: str) -> Said:
    return text, text, text


SENTENCES: Mapping[Part, Said] = MappingProxyType(
    {
        Part.GREETING: ("Hi {first},", "Hello {first},", "Dear {who},"),
        Part.HELLO: ("Hi there,", "Hello,", "Dear hiring team,"),
        Part.YES: (
            (
                "Thank you so much for inviting me to interview{for_role}{at_company}. "
                "I would love to come."
            ),
            "Thank you for inviting me to interview{for_role}{at_company}. I am glad to accept.",
            (
                "Thank you for your invitation to an interview{for_role}{at_company}. "
                "I am pleased to accept it."
            ),
        ),
        Part.MOMENT_SUITS: (
            "{when} works well for me, and I am looking forward to it.",
            "{when} suits me.",
            "I confirm the appointment on {when}.",
        ),
        Part.DAY_SUITS: (
            "{when} works well for me. What time shall I be there?",
            "{when} suits me. What time should I be there?",
            "I am available on {when}. Could you please let me know the time?",
        ),
        Part.WHICH_DAY: (
            "Which days would be good for you? I will do my best to fit in.",
            "Which days would suit you?",
            "Could you please let me know which dates you have in mind?",
        ),
        Part.WHAT_TO_BRING: (
            "Could you tell me whom I will be meeting, and if there is anything I should prepare?",
            "Could you tell me whom I will be meeting, and what I should prepare?",
            "I would be grateful to know whom I will be meeting and what I should prepare.",
        ),
        Part.BEFORE_I_ANSWER: (
            (
                "Thank you so much for inviting me to interview{for_role}{at_company}. "
                "Before I answer, may I ask you one thing?"
            ),
            (
                "Thank you for inviting me to interview{for_role}{at_company}. "
                "Before I answer, I have one question."
            ),
            (
                "Thank you for your invitation to an interview{for_role}{at_company}. "
                "Before I reply, may I ask one question?"
            ),
        ),
        Part.QUESTION: _alike("{question}"),
        Part.ANSWER_SOON: (
            "You will have my answer right after yours.",
            "I will answer as soon as I know.",
            "I will reply as soon as I have heard from you.",
        ),
        Part.ANSWER_BY: (
            "You will have my answer right after yours, and by {due} at the latest.",
            "I will answer as soon as I know, and by {due} at the latest.",
            "I will reply as soon as I have heard from you, and by {due} at the latest.",
        ),
        Part.GLADLY: (
            (
                "Thank you so much for inviting me to interview{for_role}{at_company}. "
                "I would really like to come."
            ),
            "Thank you for inviting me to interview{for_role}{at_company}. I would like to come.",
            (
                "Thank you for your invitation to an interview{for_role}{at_company}, "
                "which I would like to accept."
            ),
        ),
        Part.ANOTHER_DATE: (
            "I am sorry, I cannot make {when}. Would {these} work for you instead?",
            "Unfortunately I cannot make {when}. Would {these} suit you instead?",
            "Unfortunately I am not available on {when}. Would {these} be possible instead?",
        ),
        Part.PROPOSED: _alike("{proposed}"),
        Part.OR_ELSE: (
            "If not, tell me what would, and I will see what I can do.",
            "If not, please suggest another.",
            "If not, I would be grateful for another suggestion.",
        ),
        Part.NONE_PROPOSED: (
            "I am sorry, I cannot make {when}. Could we find a later date?",
            "Unfortunately I cannot make {when}. Could we find a later date?",
            "Unfortunately I am not available on {when}. Would a later date be possible?",
        ),
        Part.NO_THANK_YOU: (
            (
                "Thank you so much for inviting me to interview{for_role}{at_company}, "
                "and for the time you have already taken. "
                "I have thought it over, and will not go ahead this time."
            ),
            (
                "Thank you for inviting me to interview{for_role}{at_company}. "
                "I have thought it over and will not go ahead this time."
            ),
            (
                "Thank you for your invitation to an interview{for_role}{at_company}. "
                "After careful thought I have decided not to take it further this time."
            ),
        ),
        Part.BECAUSE: _alike("{because}"),
        Part.OTHER_ROLE: (
            "If another role comes up with you that might suit me, I would love to hear about it.",
            "If another role comes up that might suit me, I would be glad to hear of it.",
            "Should another suitable role arise, I would be glad to hear from you.",
        ),
        Part.REFERRAL: (
            "And if it helps, I am happy to pass this one on to people I know in the field.",
            "If it helps, I can pass this one on to people I know in the field.",
            "If it is of help, I would gladly recommend the position to people in the field.",
        ),
        Part.OPEN_DOOR: (
            "I wish you a good search, and hope we meet another time.",
            "I wish you a good search, and would be glad to stay in touch.",
            "I wish you every success in filling the position, and hope we may stay in touch.",
        ),
        Part.REGARDS: ("Warm wishes,", "Best regards,", "Yours sincerely,"),
    }
)
"""What each part says."""

END = (Part.REGARDS,)
LETTERS: Mapping[str, tuple[tuple[Part, ...], ...]] = MappingProxyType(
    {
        Decision.ACCEPT: (
            (Part.YES, Part.MOMENT_SUITS, Part.DAY_SUITS, Part.WHICH_DAY),
            (Part.WHAT_TO_BRING,),
        ),
        Decision.ASK: (
            (Part.BEFORE_I_ANSWER,),
            (Part.QUESTION,),
            (Part.ANSWER_BY, Part.ANSWER_SOON),
        ),
        Decision.MOVE: (
            (Part.GLADLY, Part.ANOTHER_DATE, Part.NONE_PROPOSED),
            (Part.PROPOSED,),
            (Part.OR_ELSE,),
        ),
        Decision.DECLINE: (
            (Part.NO_THANK_YOU, Part.BECAUSE),
            (Part.OTHER_ROLE, Part.REFERRAL, Part.OPEN_DOOR),
        ),
    }
)
"""The paragraphs of each letter between greeting and regards; parts that do not apply stay out."""

SUBJECTS: Mapping[str, str] = MappingProxyType(
    {
        Decision.ACCEPT: "Interview{for_role}: glad to accept",
        Decision.ASK: "Interview{for_role}: one question",
        Decision.MOVE: "Interview{for_role}: another date?",
        Decision.DECLINE: "Interview{for_role}: thank you, not this time",
    }
)
