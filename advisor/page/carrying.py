"""What goes along in a workbook, and how it is put back when one is dropped on the page."""

import streamlit as st

from advisor import Profile
from advisor.journal import Debrief, Outcome
from advisor.page.debrief import as_noted
from advisor.page.kept import Kept, Word, all_kept, keep_all
from advisor.views.carried import Carried, Entry, from_line
from advisor.views.debriefs import Noted

CARRIED_PERSON = "carried_person"
"""Key of the session: the profile a workbook brought, until it is put into the widgets."""


def carried(profile: Profile) -> Carried:
    """Everything entered on the page that no sheet holds."""
    entries = {uid: _entry(one) for uid, one in all_kept().items()}
    return Carried(
        profile=profile, entries={uid: one for uid, one in entries.items() if one != Entry()}
    )


def _entry(one: Kept) -> Entry:
    telling = one.word or one.ratings or one.debrief
    return Entry(
        name=one.name if telling else "",
        decision=None if one.word is None else one.word.decision,
        reason="" if one.word is None else one.word.reason,
        ratings=dict(one.ratings),
        noted=None if one.debrief is None else as_noted(one.name, one.debrief),
    )


def take_back(line: str) -> None:
    """Put back what a line of a workbook holds, beside what was entered since; not ours: nothing.

    What the workbook says about an invite wins over what stands here.
    """
    found = from_line(line)
    if found is None:
        return
    entries = {uid: _kept(one) for uid, one in found.entries.items()}
    keep_all({**all_kept(), **entries})
    st.session_state[CARRIED_PERSON] = found.profile


def _kept(one: Entry) -> Kept:
    return Kept(
        name=one.name,
        word=None if one.decision is None else Word(decision=one.decision, reason=one.reason),
        ratings=dict(one.ratings),
        debrief=None if one.noted is None else _debrief(one.noted),
    )


def _debrief(noted: Noted) -> Debrief:
    return Debrief(
        went_well=noted.went_well,
        to_improve=noted.to_improve,
        interest_from=noted.interest_from,
        interest_to=noted.interest_to,
        people_met=noted.people_met,
        outcome=None if noted.outcome is None else Outcome(noted.outcome),
        held=noted.held,
    )


def person_brought() -> Profile | None:
    """The person a workbook brought, once."""
    found: Profile | None = st.session_state.pop(CARRIED_PERSON, None)
    return found
