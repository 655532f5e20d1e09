"""A sheet that gives none of the six reasons: a short grid to fill them in, one row per invite."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd
import streamlit as st

from advisor.page import memory
from advisor.page.entered import entered
from advisor.page.kept import keep_ratings
from advisor.page.sheet_upload import Uploaded
from advisor.rules.columns import COLUMNS, Field
from advisor.rules.kinds import Kind
from advisor.views.amounts import count, plain

BASE = "sheet_ratings_base"
"""Key of the session: what the grid shows until it is laid out afresh."""

NAMES = (Field.COMPANY, Field.ROLE)

REASONS = (
    Field.INTEREST,
    Field.CLOSENESS,
    Field.UNKNOWN_SHARE,
    Field.NEW_CONTACTS,
    Field.OTHER_OPENINGS,
)
"""What only the person knows about an invite: why it may be worth going."""

COSTS = (Field.PREP_HOURS_NEEDED, Field.PREP_HOURS_WILLING, Field.TRAVEL_HOURS)

STEPS = {Kind.COUNT: 1.0}
DIGITS = 2
"""Digits behind the point that the grid shows; it cuts off what is smaller than a step."""

MOST_ROWS = 100
"""Rows sent to the browser."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Base:
    """The grid as it was laid out.

    numbers  the journal's number of each invite, line by line
    table    (invites × names and columns) what stood there
    given    (line, column) → what was typed since
    """

    digest: str
    number: int
    numbers: tuple[int, ...]
    table: pd.DataFrame
    given: Mapping[tuple[int, Field], float] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """Of the widget."""
        return f"ratings_{self.digest[:12]}_{self.number}"

    def shows(self, table: pd.DataFrame) -> bool:
        """Whether these are the numbers that stand in the grid now, typed ones included."""
        typed = self.table.copy()
        for (line, key), value in self.given.items():
            typed.loc[line, key] = value
        return typed.equals(table)


def gives_no_reason(invites: pd.DataFrame) -> bool:
    """Whether a sheet says nothing about why its interviews may be worth going to."""
    return not invites.empty and bool(invites[list(REASONS)].isna().all(axis=None))


def grid_of_ratings(up: Uploaded) -> None:
    """The short grid, for a sheet that needs it."""
    if not gives_no_reason(up.reading.invites):
        return
    base = _base(up)
    with st.container(border=True):
        st.markdown("**What your sheet does not say**")
        st.caption(
            "Every figure below rests on what is usual until you fill in what you know, here and "
            "in the three questions about you. Empty counts as unknown, not as 0."
        )
        st.data_editor(
            base.table,
            key=base.key,
            on_change=_take,
            args=(base.key,),
            num_rows="fixed",
            hide_index=True,
            row_height=36,
            placeholder="",
            height=min(420, 38 + 36 * len(base.table)),
            column_config=_columns(),
            alt="One row for each invite: interest, closeness, hours and what else you know",
        )
        more = len(up.reading.invites) - len(base.table)
        if more > 0:
            st.caption(f"and {count(more, 'invite')} more in your sheet")


def _base(up: Uploaded) -> Base:
    """What the grid was given when it was laid out; afresh once something else changed it."""
    whole = entered(up.sheet, memory.seen(), up.today)
    invites = whole.reading.invites.head(MOST_ROWS)
    table = as_shown(invites)
    base: Base | None = st.session_state.get(BASE)
    if base is None or base.digest != up.digest or not base.shows(table):
        base = Base(
            digest=up.digest,
            number=0 if base is None else base.number + 1,
            numbers=tuple(whole.numbers[row] for row in invites.index),
            table=table,
        )
        st.session_state[BASE] = base
    return base


def as_shown(invites: pd.DataFrame) -> pd.DataFrame:
    """Names and numbers as the grid shows them: 40 minutes are 0.67 h, not 0.66."""
    return invites[[*NAMES, *REASONS, *COSTS]].reset_index(drop=True).round(DIGITS)


def _columns() -> dict[str, Any]:
    config: dict[str, Any] = {
        key.value: st.column_config.TextColumn(
            COLUMNS[key].label, disabled=True, pinned=key is Field.COMPANY
        )
        for key in NAMES
    }
    return config | {key.value: _number(key) for key in (*REASONS, *COSTS)}


def _number(key: Field) -> Any:
    column = COLUMNS[key]
    usual = "" if column.assumed is None else f" Empty counts as {plain(column.assumed.default)}."
    return st.column_config.NumberColumn(
        column.heading,
        help=f"{column.meaning}{usual}",
        min_value=column.low,
        max_value=column.high if math.isfinite(column.high) else None,
        step=STEPS.get(column.kind, 10**-DIGITS),
        format="%g",
    )


def _take(key: str) -> None:
    """Keep what was typed with its invite; the ranking follows."""
    base: Base = st.session_state[BASE]
    given = given_ratings(st.session_state[key]["edited_rows"])
    news = {
        (base.numbers[line], column): None if math.isnan(number) else number
        for (line, column), number in given.items()
        if not _alike(base.given.get((line, column)), number)
    }
    st.session_state[BASE] = replace(base, given=given)
    if news:
        what = f"what you filled in ({count(len(news), 'number')})"
        keep_ratings(news, what, of_sheet=True)


def _alike(before: float | None, now: float) -> bool:
    return before == now or (before is not None and math.isnan(before) and math.isnan(now))


def given_ratings(edited: Mapping[int, Mapping[str, Any]]) -> dict[tuple[int, Field], float]:
    """(line, column) → number, from what the widget says; NaN for an emptied or illegal one."""
    return {
        (line, Field(heading)): _legal(Field(heading), value)
        for line, cells in edited.items()
        for heading, value in cells.items()
        if heading in {*REASONS, *COSTS}
    }


def _legal(key: Field, value: Any) -> float:
    column = COLUMNS[key]
    is_number = isinstance(value, int | float) and column.low <= value <= column.high
    return float(value) if is_number else math.nan
