"""History: what was done when, and the ranking as it was at a moment of the past."""

from datetime import UTC, date, datetime, time

import pandas as pd
import streamlit as st

from advisor.page import memory
from advisor.page.answers import counting
from advisor.page.figures import Sheet
from advisor.page.keeping import journal
from advisor.page.past import figures_at
from advisor.page.table import ranked_columns
from advisor.page.told_entries import told
from advisor.views.amounts import count
from advisor.views.sentences import in_short
from advisor.views.tables import ranked

DAY, HOUR = "past_day", "past_hour"
"""Keys of the widgets that ask for a moment."""

MOMENT = "past_moment"
"""Key of the session: the moment that is looked at."""

END = time(23, 59)
"""Of a day, as far as people say."""

NAMED = "export_named"
"""Key of the box that lets a download say who it is of."""

TALLEST = 254
"""Pixels of the list of entries."""

MOST_ENTRIES = 100
MOST_ROWS = 100


def history() -> None:
    """The last things done, and the day to look back at."""
    state = memory.seen()
    if memory.is_only_looked_at():
        st.caption("Nothing was entered yet.")
        return
    entries = journal().entries(state.person.id)
    invites = {one.id: one for one in state.invites}
    shown = entries[: -MOST_ENTRIES - 1 : -1]
    when = [one.at.astimezone().strftime("%a %d %b, %H:%M") for one in shown]
    table = pd.DataFrame({"When": when, "What": [told(one, invites) for one in shown]})
    st.dataframe(
        table,
        hide_index=True,
        height=min(TALLEST, 38 + 36 * len(table)),
        row_height=36,
        alt="What was done, the newest first",
    )
    if len(entries) > MOST_ENTRIES:
        st.caption(f"and {count(len(entries) - MOST_ENTRIES, 'entry', 'entries')} before these")
    _moment(entries[0].at.astimezone().date())
    _download(state.person.id)


def _moment(first: date) -> None:
    today = datetime.now(UTC).astimezone().date()
    day, hour = st.columns(2)
    day.date_input(
        "As it was on",
        value=None,
        min_value=first,
        max_value=today,
        key=DAY,
        format="YYYY-MM-DD",
        on_change=_look,
    )
    hour.time_input("at", value=END, key=HOUR, on_change=_look)


def _look() -> None:
    day, hour = st.session_state[DAY], st.session_state[HOUR] or END
    moment = None if day is None else datetime.combine(day, hour.replace(second=59)).astimezone()
    st.session_state[MOMENT] = moment


def _download(person: int) -> None:
    named = st.checkbox("Say whose it is in the file", key=NAMED)
    st.download_button(
        "Download the history",
        data=lambda: journal().export_text([person], names=named),
        file_name="interview_journal.json",
        mime="application/json",
        on_click="ignore",
        icon=":material/download:",
        help="Everything, as JSON, for `python -m advisor journal import`. Without a name unless "
        "you tick the box.",
    )


def as_it_was(sheet: Sheet, today: date) -> None:
    """The ranking as it was at the moment asked for; nothing where none is."""
    at: datetime | None = st.session_state.get(MOMENT)
    if at is None or memory.is_only_looked_at():
        return
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**As it was on {at:%a %d %b %Y, %H:%M}**")
            st.button("Back to now", key="past_back", on_click=_back)
        then = figures_at(sheet, at)
        if then.ranking.empty:
            st.caption("There was no invite yet.")
            return
        rows = then.ranking.index[:MOST_ROWS].tolist()
        advice = then.advice_on(rows)
        st.dataframe(
            ranked(then.invites, advice, then.decisions, then.whys(rows, in_short), at.date()),
            hide_index=True,
            row_height=36,
            placeholder="",
            column_config=ranked_columns(),
            alt="The ranking as it was then, best first; nothing can be changed in it",
        )
        if then.profile != counting(memory.seen(), today):
            st.caption("Your answers and priorities were others then, too.")


def _back() -> None:
    st.session_state[MOMENT] = None
    st.session_state.pop(DAY, None)
