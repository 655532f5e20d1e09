"""What if: other answers about the person, tried out beside the picture, kept or dropped."""

from dataclasses import replace
from enum import StrEnum

import streamlit as st

from advisor import Profile
from advisor.page.figures import Figures, figures
from advisor.page.state import REASON_HOURS, Key
from advisor.rules.columns import Field
from advisor.rules.inputs import INPUTS
from advisor.rules.motivations import MONTHS_SINCE, RUNWAY
from advisor.views.amounts import plain
from advisor.views.changes import as_words, told_changes, verdict_changes
from advisor.views.wording import company_name


class If(StrEnum):
    """Keys of what is tried out; empty is as it is."""

    PREP_EACH = "if_prep_each"
    RUNWAY = "if_runway"
    MONTHS = "if_months"
    REASON_HOURS = "if_reason_hours"


def under_what_if(found: Figures) -> Figures:
    """What is found under the answers that are being tried out; the same where none is."""
    tried = tried_out(found.profile)
    return found if tried == found.profile else figures(found.sheet, tried, found.today)


def what_if(found: Figures, seen: Figures) -> None:
    """The controls, with what they change.

    seen  what is found under them
    """
    with st.expander("What if …", icon=":material/science:"):
        st.caption("Try other answers; empty is as it is. Picture and table follow.")
        _controls(found.profile)
        if seen is found:
            return
        _tell(found, seen)
        left, right = st.columns(2)
        left.button("Keep this", key="if_keep", on_click=_keep, width="stretch")
        right.button("Back", key="if_back", on_click=_drop, width="stretch")
    st.warning("You are looking at a what-if.", icon=":material/science:")


def tried_out(profile: Profile) -> Profile:
    """The person with the answers tried out in place of their own."""
    fields = {
        "prep_hours_each": If.PREP_EACH,
        "runway_months": If.RUNWAY,
        "months_since_external_interview": If.MONTHS,
        "hours_per_reason": If.REASON_HOURS,
    }
    tried = {name: st.session_state.get(key) for name, key in fields.items()}
    given = {name: answer for name, answer in tried.items() if answer is not None}
    return replace(profile, **given) if given else profile


def _controls(profile: Profile) -> None:
    months, runway = profile.months_since_external_interview, profile.runway_months
    _control("Hours I will prepare for one", If.PREP_EACH, profile.prep_hours_each, 200.0)
    _control("Months the money lasts", If.RUNWAY, _used(RUNWAY, runway), 600.0)
    _control("Months since the last outside", If.MONTHS, _used(MONTHS_SINCE, months), 600.0)
    least, most = REASON_HOURS
    _control("Hours a good reason is worth", If.REASON_HOURS, profile.hours_per_reason, most, least)


def _used(key: str, answer: float | None) -> float:
    return INPUTS[key].default if answer is None else answer


def _control(label: str, key: If, now: float | None, most: float, least: float = 0.0) -> None:
    st.session_state.setdefault(key, None)
    st.number_input(
        label,
        min_value=least,
        max_value=most,
        step=0.5,
        format="%g",
        key=key,
        placeholder="as it is: not said" if now is None else f"as it is: {plain(now)}",
    )


def _tell(found: Figures, seen: Figures) -> None:
    companies = found.invites[Field.COMPANY]
    rows = as_words(seen.decisions)
    names = {row: company_name(companies[row], row) for row in rows}
    with st.container(gap="xsmall"):
        for line in told_changes(verdict_changes(as_words(found.decisions), rows, names)):
            st.text(line)


def _keep() -> None:
    """Write what was tried into the answers about the person."""
    state = st.session_state
    pairs = {
        If.PREP_EACH: Key.PREP_EACH,
        If.RUNWAY: Key.RUNWAY,
        If.MONTHS: Key.MONTHS,
        If.REASON_HOURS: Key.REASON_HOURS,
    }
    for tried, own in pairs.items():
        if state[tried] is not None:
            state[own] = state[tried]
    if state[If.RUNWAY] is not None:
        state[Key.NO_WORRY] = False
    if state[If.MONTHS] is not None:
        state[Key.NEVER] = False
    _drop()


def _drop() -> None:
    for key in If:
        st.session_state[key] = None
