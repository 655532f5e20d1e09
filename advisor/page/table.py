"""The ranked table's panel: the picture's equal, the same selection."""

from functools import partial
from typing import Any

import streamlit as st

from advisor.page.figures import Figures
from advisor.page.state import Key
from advisor.views.tables import MOST_ROWS, Column, ranked

HOURS = "%.1f h"
HEADER, ROW, TALLEST = 38, 36, 15
"""Pixels of the heading and of a row, and the rows that show without scrolling."""


def ranked_table(found: Figures, opened: int) -> None:
    """The best 500 invites, best first; a click opens one."""
    advice = found.advice.head(MOST_ROWS)
    table = ranked(found.invites, advice, found.decisions, found.whys(), found.today)
    rows = advice.index.tolist()
    st.session_state[Key.SHOWN] = rows
    key = f"table_{hash(tuple(rows))}"
    st.markdown("#### All invites")
    st.dataframe(
        table,
        hide_index=True,
        key=key,
        on_select=partial(_open, key),
        selection_mode="single-row",
        height=HEADER + ROW * min(max(len(table), 1), TALLEST),
        row_height=ROW,
        placeholder="",
        alt="All invites, best first, with verdict, hours, dates and the reason",
        column_config=_columns(),
    )
    more = len(found.advice) - len(table)
    if more > 0:
        st.caption(f"and {more:,} more in the download")


def _open(key: str) -> None:
    """A selection tells positions; what stood there is remembered as rows."""
    picked = st.session_state[key]["selection"]["rows"]
    if picked:
        st.session_state[Key.OPENED] = st.session_state[Key.SHOWN][picked[0]]


def _columns() -> dict[str, Any]:
    config = st.column_config
    return {
        Column.WORTH: config.NumberColumn(format=HOURS),
        Column.COST: config.NumberColumn(format=HOURS),
        Column.SURPLUS: config.NumberColumn(format="%+.1f h"),
        Column.RANK: config.NumberColumn(width="small", pinned=True),
        Column.COMPANY: config.TextColumn(pinned=True),
        Column.WHEN: config.DateColumn(format="ddd D MMM"),
        Column.REPLY_BY: config.DateColumn(format="ddd D MMM"),
        Column.WHY: config.TextColumn(width="large"),
    }
