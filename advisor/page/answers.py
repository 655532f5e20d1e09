"""The answers about the person, between the widgets and the journal: one truth, the journal's."""

from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import Any

import streamlit as st

from advisor import Profile
from advisor.journal import State
from advisor.page import memory
from advisor.page.known import known
from advisor.page.sample import weeks_to_move
from advisor.page.sample_journal import sample_reading
from advisor.page.state import Key, enter_profile, entered_profile, session

SHOWN = "profile_shown"
"""Key of the session: the answers the widgets show, until something else stands."""

LEFT_OUT = "profile_left_out"
"""Key of the session: whether some widgets of the answers were not drawn; a browser that draws one
again begins it at its least unless it is filled anew."""

MONTHS = "months_since_external_interview"
"""The one answer that a debrief gives as well."""

DAYS_A_MONTH = 30.4375
"""365.25 days in 12 months."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What stood when the widgets were filled.

    whose    whose answers they are: the sample's person is the same before and after it is begun
    profile  as it counted then
    entered  what the widgets gave back at once: they round, and know only a part of it
    """

    state: State
    whose: tuple[int, bool]
    profile: Profile
    entered: Profile


def answers(today: date) -> Profile:
    """The person as they count now: what they typed is kept first, then what stands is shown."""
    shown: Shown | None = st.session_state.get(SHOWN)
    expected = None
    if shown is not None and Key.MONTHS in st.session_state:
        expected = _keep_changes(shown, today)
    state = memory.recall()
    profile = counting(state, today)
    whose = (memory.person(), memory.shows_sample())
    same = shown is not None and shown.whose == whose and profile == expected
    if not same or st.session_state.pop(LEFT_OUT, False):
        enter_profile(session(), profile)
    entered = entered_profile(st.session_state)
    st.session_state[SHOWN] = Shown(state=state, whose=whose, profile=profile, entered=entered)
    return profile


def _keep_changes(shown: Shown, today: date) -> Profile:
    """Have the answers kept that differ from those shown; returns what should count then."""
    entered = entered_profile(st.session_state)
    changed = _differing(shown.entered, entered)
    if not changed:
        return shown.profile
    told = {name: _as_written(name, value, today) for name, value in changed.items()}
    after = replace(shown.state.profile, **told)
    memory.act(lambda record, state: record.profile(state, after), looking_at=shown.state)
    return replace(shown.profile, **changed)


def _differing(before: Profile, after: Profile) -> dict[str, Any]:
    names = [one.name for one in fields(Profile)]
    return {
        name: getattr(after, name)
        for name in names
        if getattr(before, name) != getattr(after, name)
    }


def _as_written(name: str, value: Any, today: date) -> Any:
    """The answer as the journal holds it: the sample's dates are kept as they are written."""
    moved = isinstance(value, date) and memory.shows_sample()
    return value - sample_moves(today) if moved else value


def sample_moves(today: date) -> timedelta:
    """How far the sample is moved today."""
    return weeks_to_move(sample_reading().invites, today)


def counting(state: State, today: date) -> Profile:
    """The profile as it counts today: dates of the sample moved, months since told by a debrief."""
    profile = state.profile
    if profile.first_choice_date is not None and memory.shows_sample():
        moved = profile.first_choice_date + sample_moves(today)
        profile = replace(profile, first_choice_date=moved)
    months = months_since(state, today)
    return profile if months is None else replace(profile, months_since_external_interview=months)


def months_since(state: State, today: date) -> float | None:
    """Months since the last interview that was debriefed; None where the person said so later.

    In tenths of a month of 30.4 days; 0 for one that is dated in the future.
    """
    noted = [(one.noted_at, one.debrief.held) for one in known(state.invites).noted if one.debrief]
    held = [day for _, day in noted if day is not None]
    said = state.said.get(MONTHS)
    later = [at for at, day in noted if at and day and (said is None or at > said)]
    if not later:
        return None
    return round(max((today - max(held)).days, 0) / DAYS_A_MONTH, 1)
