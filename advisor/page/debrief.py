"""After the interview: notes while they are fresh; before the next one: the last two of them."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from advisor.journal import Debrief, KeptInvite, Outcome, row_of
from advisor.page import memory
from advisor.page.figures import Figures
from advisor.page.kept import keep_debrief
from advisor.page.known import known
from advisor.rules.columns import Field
from advisor.views.amounts import count
from advisor.views.debriefs import (
    FEWEST_DRAWN,
    OUTCOMES,
    Noted,
    changes,
    interest_chart,
    last_notes,
    recurring,
)
from advisor.views.wording import company_name

INTEREST: dict[str, Any] = dict(min_value=1.0, max_value=5.0, step=0.5, format="%g")  # noqa: C408 - names of arguments, no columns
"""How a rating of interest is entered."""


def notes_on(found: Figures, row: int) -> None:
    """The form once the interview's day has come; the last notes before that."""
    start = found.invites[Field.START][row]
    if not pd.isna(start) and start.date() <= found.today:
        _form(found, row, start.date())
    else:
        _last_notes()


def noted() -> list[Noted]:
    """All debriefs there are, each under the name of its invite."""
    found = known(memory.seen().invites).noted
    return [as_noted(name_of(one), one.debrief) for one in found if one.debrief]


def name_of(invite: KeptInvite) -> str:
    """What an invite is called, also where it is no longer in the sheet."""
    return company_name(str(invite.value(Field.COMPANY) or ""), row_of(invite))


def as_noted(name: str, debrief: Debrief) -> Noted:
    """A debrief as the views show it."""
    return Noted(
        name=name,
        held=debrief.held,
        went_well=debrief.went_well,
        to_improve=debrief.to_improve,
        interest_from=debrief.interest_from,
        interest_to=debrief.interest_to,
        people_met=debrief.people_met,
        outcome=None if debrief.outcome is None else debrief.outcome.value,
    )


def _form(found: Figures, row: int, held: date) -> None:
    number = found.numbers[row]
    kept = memory.invite(number)
    before, mark = kept.debrief or Debrief(), f"{number}_{kept.noted_at}"
    own = found.invites[Field.INTEREST][row]
    was = before.interest_from if before.interest_from or pd.isna(own) else float(own)
    places = {name: f"debrief_{name}_{mark}" for name in Debrief.__dataclass_fields__}
    with (
        st.expander("How did it go?", icon=":material/edit_note:", expanded=before == Debrief()),
        st.form(f"debrief_{mark}", border=False),
    ):
        st.text_area("What went well", before.went_well, key=places["went_well"], height=90)
        st.text_area("What to improve", before.to_improve, key=places["to_improve"], height=90)
        low, high = st.columns(2)
        low.number_input("Interest before", value=was, key=places["interest_from"], **INTEREST)
        high.number_input(
            "Interest now", value=before.interest_to, key=places["interest_to"], **INTEREST
        )
        st.text_input(
            "People you met, with ; between", "; ".join(before.people_met), key=places["people_met"]
        )
        _outcome(before, places["outcome"])
        st.form_submit_button("Keep the notes", on_click=_keep, args=(number, held, places))


def _outcome(before: Debrief, key: str) -> None:
    options = [None, *Outcome]
    st.selectbox(
        "Outcome",
        options,
        index=options.index(before.outcome),
        format_func=lambda one: "not said" if one is None else OUTCOMES[one],
        key=key,
    )


def _keep(number: int, held: date, places: dict[str, str]) -> None:
    """Keep the notes; the months since the last interview count from it."""
    told: dict[str, Any] = {field: st.session_state.get(key) for field, key in places.items()}
    people = tuple(one.strip() for one in told["people_met"].split(";") if one.strip())
    keep_debrief(number, Debrief(**told | {"people_met": people, "held": held}))


def _last_notes() -> None:
    """What the last two interviews taught, where the next one is prepared."""
    notes = last_notes(noted())
    if not notes:
        return
    with st.container(border=True, gap="xsmall"):
        st.markdown("**Before you prepare: your last notes**")
        for title, lesson in notes:
            st.text(title)
            st.text(lesson)


def looking_back(found: Figures) -> None:
    """The small picture over time, once there are three debriefs."""
    notes = noted()
    if len(notes) < FEWEST_DRAWN:
        return
    st.markdown("#### Looking back")
    drawn, said = st.columns(2, gap="large")
    table = changes(notes)
    with drawn:
        if len(table):
            st.altair_chart(
                interest_chart(table, dark=st.context.theme.type == "dark"),
                alt="; ".join(table["told"]),
            )
            st.caption("Interest before each interview and, at the dot, after it; oldest left.")
    with said:
        words = recurring(notes)
        st.text(f"{count(len(notes), 'interview')} noted.")
        if words:
            st.text("What keeps coming back under “to improve”:")
        for word, number in words:
            st.text(f"{word}, in {number} of {len(notes)}")
