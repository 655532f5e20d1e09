"""The text of the sheet's doubtful rows, to be put right in place."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import streamlit as st

from advisor.page.sheet_report import open_problems
from advisor.page.sheet_state import Said, said, step, turn
from advisor.page.sheet_upload import Uploaded
from advisor.views.amounts import count

BASE = "sheet_grid_base"
"""Key of the session: what the grid shows until it is laid out afresh."""

MOST_ROWS = 200
"""Rows sent to the browser; the downloaded sheet marks all."""

TALLEST = 420
"""Pixels."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Base:
    """A grid as it was laid out.

    key    of the widget
    text   (rows × headings) what stood there
    edits  cells rewritten before: what is typed now comes on top of these
    """

    key: str
    text: pd.DataFrame
    edits: Mapping[tuple[int, str], str]


def grid_of_rows(up: Uploaded) -> None:
    """The raw cells, row by row; what is typed is read at once."""
    every = st.toggle("Every row, not only those with remarks", key=f"every_{up.digest[:12]}")
    base = _base(up, every=every)
    if base.text.empty:
        st.caption("No row needs a change.")
        return
    st.data_editor(
        base.text,
        key=base.key,
        on_change=_take,
        args=(up.digest, base.key),
        num_rows="fixed",
        height=min(TALLEST, 38 + 36 * len(base.text)),
        row_height=36,
        placeholder="",
        column_config={"row": st.column_config.NumberColumn("Row", disabled=True, format="%d")},
        alt="The cells as they stand in the sheet; type over one to put it right",
    )


def _base(up: Uploaded, *, every: bool) -> Base:
    """What the grid was given when it was laid out; never what came out of it."""
    key = f"grid_{up.digest[:12]}_{turn(up.digest)}_{every}"
    base: Base | None = st.session_state.get(BASE)
    if base is None or base.key != key:
        rows = list(up.reading.text.index) if every else _doubtful(up)
        text = up.reading.text.loc[rows[:MOST_ROWS]]
        base = Base(key=key, text=text, edits=up.said.choices.edits)
        st.session_state[BASE] = base
    return base


def _doubtful(up: Uploaded) -> list[int]:
    """The rows something is open about, in the sheet's order, and those rewritten already."""
    rows = {problem.row for problem in open_problems(up)} | {r for r, _ in up.said.choices.edits}
    return [row for row in up.reading.text.index if row in rows]


def _take(digest: str, key: str) -> None:
    """Keep what was typed; the grid goes on from where it is."""
    base: Base = st.session_state[BASE]
    typed = typed_cells(base.text, st.session_state[key]["edited_rows"])
    now = said(digest)
    edits = {**base.edits, **typed}
    what = f"a change of {count(max(len(typed), 1), 'cell')}"
    choices = replace(now.choices, edits=edits)
    step(digest, Said(choices=choices, what=what), afresh=False)


def typed_cells(
    text: pd.DataFrame, edited: Mapping[int, Mapping[str, Any]]
) -> dict[tuple[int, str], str]:
    """(row, heading) → text, from what the widget says by position; emptied cells are ""."""
    return {
        (int(text.index[place]), heading): "" if value is None else str(value)
        for place, cells in edited.items()
        for heading, value in cells.items()
        if heading in text.columns
    }
