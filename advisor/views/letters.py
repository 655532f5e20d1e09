"""Replies to send: short letters put together from one table of wording, and filled from the row.

A letter is plain text and holds the person's own words: show it as text, never as markup.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

import pandas as pd

from advisor.rules.advice import Advice
from advisor.rules.columns import START_HAS_TIME, Field
from advisor.rules.motivations import Motive
from advisor.rules.replies import WORTH_OFFERING
from advisor.rules.verdict import Reason
from advisor.views.amounts import whole_day, whole_moment
from advisor.views.letter_questions import BECAUSES, KIND, MORE_TIME, NOT_NOW, QUESTIONS, TIME_AHEAD
from advisor.views.letter_wording import LETTERS, SENTENCES, SUBJECTS, Part, Tone
from advisor.views.private import MAIL
from advisor.views.wording import one_line

LONGEST_NAME = 60
"""Characters of a company, role or person's name in a letter."""

A_NAME = re.compile(r"[^\W\d_][^\W\d_.'’-]*\.?(?:[ '’-][^\W\d_][^\W\d_.'’-]*\.?){0,3}")
"""Up to four words of letters: what one may greet somebody by."""

TITLE = re.compile(r"(mr|mrs|ms|mx|dr|prof|herr|frau|mme|sir|dame)\b", re.IGNORECASE)
"""Who is told a title is greeted by it."""

JOB_WORDS = re.compile(r"\s+(role|position|job)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """What a reply needs to know of one invite; None for what nobody said.

    decision     what stands in the end
    contact      who wrote, as the sheet has it; may hold an address
    start        with `timed`, whether its time of day is known
    question     what to ask, for `Decision.ASK`
    proposed     other dates, for `Decision.MOVE`
    openings, people  whether other roles, or the people, are worth speaking of
    """

    decision: str
    reason: str
    company: str | None
    role: str | None
    contact: str | None
    start: datetime | None
    timed: bool
    reply_by: date | None
    question: str = KIND
    proposed: tuple[datetime, ...] = ()
    openings: bool = False
    people: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a person writes: the tone, their name under it, whether to say why."""

    tone: Tone = Tone.WARM
    name: str = ""
    say_why: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A reply; `to` is empty where no address is known."""

    to: str
    subject: str
    text: str


def invitation(found: Any, row: int, proposed: Sequence[datetime] = ()) -> Invitation:
    """What a reply to the invite on `row` needs.

    found     an `Answer`, or what has its invites, assessment, advice, decisions and today
    proposed  other dates, where it is to be moved
    A day to reply by that has passed is not spoken of.
    """
    invite: Mapping[Any, Any] = found.invites.loc[row].to_dict()
    advised: Mapping[Any, Any] = found.advice_on([row]).loc[row].to_dict()
    values: Mapping[Any, float] = found.assessment.values.loc[row].to_dict()
    start, reply_by = invite[Field.START], invite[Field.REPLY_BY]
    dated = not pd.isna(start)
    due = not pd.isna(reply_by) and reply_by.date() >= found.today
    return Invitation(
        decision=str(found.decisions[row]),
        reason=str(advised[Advice.REASON]),
        company=invite[Field.COMPANY],
        role=invite[Field.ROLE],
        contact=invite[Field.CONTACT],
        start=start.to_pydatetime(warn=False) if dated else None,
        timed=bool(invite[START_HAS_TIME]),
        reply_by=reply_by.date() if due else None,
        question=_question(advised, dated=dated),
        proposed=tuple(proposed),
        openings=values[Motive.OTHER_ROLES] >= WORTH_OFFERING,
        people=values[Motive.CONTACTS] >= WORTH_OFFERING,
    )


def _question(advised: Mapping[Any, Any], *, dated: bool) -> str:
    """The one question that decides; what kind of interview it is where no answer would."""
    if advised[Advice.REASON] == Reason.WILL_YOU_PREPARE:
        return MORE_TIME if dated else TIME_AHEAD
    keys = [advised[Advice.ASK], advised[Advice.FLIP_INPUT]]
    return next((QUESTIONS[key] for key in keys if key in QUESTIONS), KIND)


def letter(one: Invitation, manner: Manner) -> Letter:
    """The reply to one invitation."""
    words = _words(one)
    paragraphs = [
        " ".join(_said(part, words, manner) for part in parts if _applies(part, one, manner))
        for parts in ((Part.GREETING, Part.HELLO), *LETTERS[one.decision])
    ]
    end = f"{_said(Part.REGARDS, words, manner)}\n{one_line(manner.name)}".rstrip()
    text = "\n\n".join([*filter(None, paragraphs), end])
    return Letter(
        to=mail_address(one.contact),
        subject=SUBJECTS[one.decision].format(**words),
        text=text,
    )


def _said(part: Part, words: Mapping[str, str], manner: Manner) -> str:
    return SENTENCES[part][list(Tone).index(manner.tone)].format(**words)


APPLIES: Mapping[Part, Callable[[Invitation], bool]] = MappingProxyType(
    {
        Part.GREETING: lambda one: bool(addressee(one.contact)),
        Part.HELLO: lambda one: not addressee(one.contact),
        Part.MOMENT_SUITS: lambda one: one.start is not None and one.timed,
        Part.DAY_SUITS: lambda one: one.start is not None and not one.timed,
        Part.WHICH_DAY: lambda one: one.start is None,
        Part.ANSWER_BY: lambda one: one.reply_by is not None,
        Part.ANSWER_SOON: lambda one: one.reply_by is None,
        Part.ANOTHER_DATE: lambda one: bool(one.proposed),
        Part.PROPOSED: lambda one: bool(one.proposed),
        Part.OR_ELSE: lambda one: bool(one.proposed),
        Part.NONE_PROPOSED: lambda one: not one.proposed,
        Part.OTHER_ROLE: lambda one: one.openings and one.reason != Reason.OFFER_ACCEPTED,
        Part.REFERRAL: lambda one: one.people,
    }
)
"""When a part has its place; a part not named here always has."""


def _applies(part: Part, one: Invitation, manner: Manner) -> bool:
    if part is Part.BECAUSE:
        return manner.say_why
    return part not in APPLIES or APPLIES[part](one)


def _words(one: Invitation) -> dict[str, str]:
    """What the sentences are filled with."""
    role = JOB_WORDS.sub("", one_line(one.role or "", LONGEST_NAME))
    company = one_line(one.company or "", LONGEST_NAME)
    who, when = addressee(one.contact), "that date"
    if one.start is not None:
        when = whole_moment(one.start) if one.timed else whole_day(one.start)
    return {
        "who": who,
        "first": who if TITLE.match(who) else who.split(" ")[0],
        "for_role": f" for the {role} role" if role else "",
        "at_company": f" at {company}" if company else "",
        "when": when,
        "due": whole_day(one.reply_by) if one.reply_by else "",
        "question": one.question.format(when=when),
        "because": BECAUSES.get(one.reason, NOT_NOW),
        "these": "one of these" if len(one.proposed) > 1 else "this",
        "proposed": "\n".join(f"- {whole_moment(start)}" for start in one.proposed),
    }


def addressee(contact: str | None) -> str:
    """The name one may greet, from a cell that may hold more; empty where it holds no name.

    >>> addressee("Tom Feld, tom@feld.example"), addressee("jobs@feld.example"), addressee("HR")
    ('Tom Feld', '', '')
    """
    name = one_line(re.split(r"[,;:<(/|\n]|\s[-–—]\s", contact or "")[0], LONGEST_NAME)
    return name if A_NAME.fullmatch(name) and not name.isupper() else ""


def mail_address(contact: str | None) -> str:
    """The first mail address in a cell; empty where there is none.

    >>> mail_address("Tom Feld <tom@feld.example>")
    'tom@feld.example'
    """
    found = MAIL.search(contact or "")
    return found[0].removeprefix("mailto:") if found else ""


def mail_link(one: Letter) -> str:
    """The letter as a link that opens the mail program, everything in it percent-encoded.

    >>> mail_link(Letter(to="", subject="Interview: yes & no", text="Hello,"))
    'mailto:?subject=Interview%3A%20yes%20%26%20no&body=Hello%2C'
    """
    parts = [one.to, one.subject, one.text.replace("\n", "\r\n")]
    to, subject, text = (quote(part, safe="", errors="replace") for part in parts)
    return f"mailto:{to.replace('%40', '@')}?subject={subject}&body={text}"
