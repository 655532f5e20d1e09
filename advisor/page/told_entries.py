"""Entries of the history in words: what was done, and to which invite."""

from collections.abc import Mapping

from advisor.journal import Entry, KeptInvite
from advisor.rules.columns import COLUMNS, Field
from advisor.views.wording import one_line

ANSWERS: Mapping[str, str] = {
    "months_since_external_interview": "the months since your last outside interview",
    "runway_months": "the months your money lasts",
    "first_choices": "your first choice and its rivals",
    "first_choice_date": "the day of the interview there",
    "offer": "the offer in hand",
    "prep_hours_each": "the hours you prepare for one interview",
    "prep_hours_per_week": "the hours a week holds",
    "hours_per_reason": "what a good reason is worth",
    "toss_up_hours": "what counts as a toss-up",
    "weights": "your priorities",
    "monthly_essentials": "your monthly essentials",
    "currency": "your currency",
    "take_home_share": "what is left of pay",
}
"""The answers about the person, as the history calls them."""

OF_AN_INVITE: Mapping[str, str] = {
    "answer": "which earlier invite it is:",
    "add": "adding",
    "remove": "deleting",
    "override": "your own word on",
    "debrief": "the notes on",
    "letter": "the reply to",
}
"""What was done to an invite, before its name."""

TAKEN_BACK: Mapping[str, str] = {"undo": "taken back: ", "redo": "brought back: "}


def told(entry: Entry, invites: Mapping[int, KeptInvite]) -> str:
    """What an entry says was done, in words; a person's own text in it is plain text.

    invites  by number, gone and deleted ones included
    """
    kind, *about = entry.subject.split("/", 2)
    return f"{TAKEN_BACK.get(entry.kind, '')}{_told(kind, about, invites)}"


def _told(kind: str, about: list[str], invites: Mapping[int, KeptInvite]) -> str:
    if kind == "sheet":
        return "a sheet, or how it is read"
    if kind == "profile":
        return ANSWERS.get(about[0], "answers about you") if about else "answers about you"
    if kind == "writing":
        return "how your replies are written"
    if kind == "pin":
        return f"the pinned {one_line('/'.join(about))}"
    name = named(int(about[0]), invites)
    if kind == "edit":
        return f"{COLUMNS[Field(about[1])].label} of {name}"
    return f"{OF_AN_INVITE.get(kind, 'something about')} {name}"


def named(number: int, invites: Mapping[int, KeptInvite]) -> str:
    """What an invite is called, and its role where it has one."""
    one = invites.get(number)
    if one is None:
        return "an invite that was taken back"
    company = str(one.value(Field.COMPANY) or "(unnamed)")
    role = one.value(Field.ROLE)
    return one_line(company if role is None else f"{company}, {role}")
