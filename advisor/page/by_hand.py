"""Invites without a sheet: begin with none, type one in, take one out."""

from datetime import date, datetime, time

import streamlit as st

from advisor.page import memory
from advisor.page.figures import Figures
from advisor.page.kept import add_invite, delete_invite
from advisor.page.memory import Seat
from advisor.page.state import Key
from advisor.rules.columns import COLUMNS, Field

PLACES = {
    key: f"new_{key}"
    for key in (
        Field.COMPANY,
        Field.ROLE,
        Field.REPLY_BY,
        Field.INTEREST,
        Field.PREP_HOURS_WILLING,
    )
}
DAY, HOUR = "new_day", "new_hour"
"""Keys of the form's fields."""

NO_COMPANY = "An invite needs a company; nothing was added. Type its name and add it again."

LONGEST = 200


def begin_empty() -> None:
    """A list without a sheet, instead of the sample."""
    st.button("Start with an empty sheet", key="begin_empty", on_click=_begin, type="tertiary")


def _begin() -> None:
    st.session_state[Seat.EMPTY] = True


def adding() -> None:
    """The short form: a company is enough."""
    with (
        st.popover("Add an invite", icon=":material/add:", key="add_panel"),
        st.form("add_invite", border=False, clear_on_submit=True),
    ):
        st.text_input("Company", key=PLACES[Field.COMPANY], max_chars=LONGEST)
        st.text_input("Role", key=PLACES[Field.ROLE], max_chars=LONGEST)
        day, hour = st.columns(2)
        day.date_input("Day of the interview", value=None, key=DAY, format="YYYY-MM-DD")
        hour.time_input("Time", value=None, key=HOUR)
        st.date_input(
            COLUMNS[Field.REPLY_BY].label,
            value=None,
            key=PLACES[Field.REPLY_BY],
            format="YYYY-MM-DD",
        )
        for key in (Field.INTEREST, Field.PREP_HOURS_WILLING):
            _number(key)
        st.form_submit_button("Add it", on_click=_add)


def _number(key: Field) -> None:
    column = COLUMNS[key]
    st.number_input(
        column.heading,
        min_value=column.low,
        max_value=column.high,
        value=None,
        step=0.5,
        format="%g",
        key=PLACES[key],
        help=column.meaning,
        placeholder="not said",
    )


def _add() -> None:
    session = st.session_state
    cells: dict[Field, object] = {key: session[place] for key, place in PLACES.items()}
    cells[Field.COMPANY] = str(cells[Field.COMPANY]).strip()
    if not cells[Field.COMPANY]:
        memory.tell(NO_COMPANY)
        return
    cells[Field.START] = _start(session[DAY], session[HOUR])
    add_invite({key: value for key, value in cells.items() if value not in (None, "")})


def _start(day: date | None, hour: time | None) -> date | datetime | None:
    return day if day is None or hour is None else datetime.combine(day, hour)


def deleting_one(found: Figures, row: int) -> None:
    """One invite out of the list; undo brings it back."""
    number = found.numbers[row]
    st.button(
        "Delete this invite",
        key=f"delete_{number}",
        icon=":material/delete:",
        type="tertiary",
        help="It leaves the ranking; Undo brings it back with everything you entered.",
        on_click=_delete,
        args=(number,),
    )


def _delete(number: int) -> None:
    delete_invite(number)
    st.session_state[Key.OPENED] = None
