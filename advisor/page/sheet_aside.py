"""Rows that were set aside, each with a box that takes it back."""

from functools import partial

import streamlit as st

from advisor.page.sheet_changes import with_rows
from advisor.page.sheet_state import choose, turn
from advisor.page.sheet_upload import Uploaded
from advisor.views.amounts import count

MOST_ROWS = 30
"""Rows with a box; the others are said in the report."""

WHY = {
    "beside": "a second table beside the invites",
    "comment": "a comment",
    "footer": "a remark below the table",
    "header_group": "labels of groups of columns",
    "over": "its status says it is over",
    "preamble": "above the headings",
    "repeated_header": "the headings again",
    "second_table": "a second table",
    "section": "the title of a section",
    "title": "a title",
    "total": "a total",
    "units": "units",
}
"""Code of a row set aside → what it looks like."""


def rows_set_aside(up: Uploaded) -> None:
    """Every filled row that is no invite, and those that were taken back."""
    aside = {one.row: one for one in up.reading.set_aside if one.code != "blank"}
    kept = up.said.choices.keep
    rows = sorted({*aside, *kept})
    if not rows:
        return
    st.markdown("**Rows that do not look like invites**")
    for row in rows[:MOST_ROWS]:
        why = "kept" if row in kept else WHY.get(aside[row].code, "no invite")
        text = _text(up, row) if row in kept else aside[row].text
        with st.container(horizontal=True, vertical_alignment="center"):
            key = f"keep_{up.digest[:12]}_{turn(up.digest)}_{row}"
            label = f"Keep row {row}"
            change = partial(_tick, up.digest, row, key)
            st.checkbox(label, value=row in kept, key=key, on_change=change, width=140)
            st.text(f"{why}: {text}")
    if len(rows) > MOST_ROWS:
        st.caption(f"and {count(len(rows) - MOST_ROWS, 'row')} more in the downloaded report")


def _text(up: Uploaded, row: int) -> str:
    if row not in up.reading.text.index:
        return ""
    cells = up.reading.text.loc[[row]].to_numpy().ravel().tolist()
    return " | ".join(cell for cell in cells if cell)


def _tick(digest: str, row: int, key: str) -> None:
    keep = bool(st.session_state[key])
    what = f"keeping row {row}" if keep else f"setting row {row} aside"
    choose(digest, what, partial(with_rows, rows=[row], keep=keep))
