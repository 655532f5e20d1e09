"""The ranked table's panel: the picture's equal, the same selection."""

from functools import partial
from typing import Any

import streamlit as st

from advisor.page.figures import Figures
from advisor.page.state import Key
from advisor.views.sentences import in_short
from advisor.views.tables import MOST_ROWS, Column, ranked

HOURS = "%.1f h"
HEADER, ROW, TALLEST = 38, 36, 15
"""Pixels of the heading and of a row, and the rows that show without scrolling."""


A_PAGE = 25
"""Rows sent to the browser at once."""


MARKED = "table_marked"
"""Key of the session: the positions that the page itself selected in the table."""


def ranked_table(found: Figures, opened: int) -> None:
    """The best 500 invites, best first, so many at a time; a click opens one."""
    st.markdown("#### All invites")
    within = min(len(found.ranking), MOST_ROWS)
    _ask_for_page(within)
    rows = rows_in_table(found)
    advice = found.advice_on(rows)
    whys = found.whys(rows, in_short)
    table = ranked(found.invites, advice, found.decisions, whys, found.today)
    st.session_state[Key.SHOWN] = rows
    key = f"table_{hash(tuple(rows))}"
    _mark(key, rows, opened)
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
        column_config=ranked_columns(),
    )
    more = len(found.ranking) - within
    if more > 0:
        st.caption(f"and {more:,} more in the download")


def rows_in_table(found: Figures) -> list[int]:
    """The rows of the page of the table that is looked at, best first."""
    best = found.ranking.index[:MOST_ROWS]
    begin = A_PAGE * (_page(len(best)) - 1)
    rows: list[int] = best[begin : begin + A_PAGE].tolist()
    return rows


def _page(within: int) -> int:
    """The page that is looked at, from 1; the first where the list no longer reaches so far."""
    page: int = st.session_state.get(Key.TABLE_PAGE, 1)
    return page if page <= _pages(within) else 1


def _pages(within: int) -> int:
    return -(-within // A_PAGE)


def _ask_for_page(within: int) -> None:
    """Which page is to be looked at; asked only where there are more."""
    page = _page(within)
    if _pages(within) > 1:
        if st.session_state.get(Key.TABLE_PAGE, page) != page:
            st.session_state[Key.TABLE_PAGE] = page
        st.pagination(_pages(within), key=Key.TABLE_PAGE)


def _mark(key: str, rows: list[int], opened: int) -> None:
    """Have the opened invite selected here too, wherever it was opened; nothing where it is not."""
    chosen = [rows.index(opened)] if opened in rows else []
    st.session_state[MARKED] = chosen
    stands = st.session_state.get(key)
    if stands is None or list(stands["selection"]["rows"]) != chosen:
        st.session_state[key] = {"selection": {"rows": chosen, "columns": [], "cells": []}}


def _open(key: str) -> None:
    """A selection tells positions; what stood there is remembered as rows.

    The browser also tells back what was only marked here; that is nobody's choice.
    """
    picked = list(st.session_state[key]["selection"]["rows"])
    if picked and picked != st.session_state[MARKED]:
        st.session_state[Key.OPENED] = st.session_state[Key.SHOWN][picked[0]]


def ranked_columns() -> dict[str, Any]:
    """How the columns of the ranked table are written: hours with their unit, days as days."""
    config = st.column_config
    return {
        Column.WORTH: config.NumberColumn(format=HOURS),
        Column.COST: config.NumberColumn(format=HOURS),
        Column.SURPLUS: config.NumberColumn(format="%+.1f h"),
        Column.RANK: config.NumberColumn(width=60, pinned=True),
        Column.COMPANY: config.TextColumn(pinned=True),
        Column.SURE: config.TextColumn(width=92),
        Column.WHEN: config.DateColumn(format="ddd D MMM"),
        Column.REPLY_BY: config.DateColumn(format="ddd D MMM"),
        Column.WHY: config.TextColumn(width="large"),
    }
