"""The sheet as it counts now: as it was read, with everything a person entered about it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from advisor import Reading
from advisor.journal import KeptInvite, State, invites_table, row_of
from advisor.page.answers import sample_moves
from advisor.page.figures import Sheet
from advisor.page.sample import moved_sheet
from advisor.rules.columns import COLUMNS, Field

FIRST_ROW = 2
"""Of an invite typed in where there is no sheet: below the headings it will have in a workbook."""


def entered(sheet: Sheet, state: State, today: date) -> Sheet:
    """The sheet with edits and overrides in, invites typed in added, and deleted ones out."""
    token = f"{sheet.token} {state.person.id} {state.person.since} {state.told} {today}"
    return _entered(token, sheet, state, today)


@st.cache_resource(scope="session", max_entries=3, show_spinner=False)
def _entered(token: str, _sheet: Sheet, _state: State, _today: date) -> Sheet:
    reading = _sheet.reading
    rows = rows_of(_state.invites, reading.text)
    present = [one for one in _state.invites if one.present]
    invites = invites_table(present)
    invites.index = pd.Index([rows[number] for number in _numbers(invites, present)], name="row")
    text = _blanked(reading.text, [one for one in _state.invites if one.removed])
    whole = replace(reading, invites=invites, text=text)
    typed = [one for one in present if one.row is None]
    if typed:
        whole = _with_lines(whole, {rows[one.id]: one for one in typed})
    if _sheet.sample:
        whole = moved_sheet(whole, sample_moves(_today))
    numbers = {rows[one.id]: one.id for one in present}
    return replace(_sheet, reading=whole, token=token, numbers=numbers)


def _numbers(invites: pd.DataFrame, present: Sequence[KeptInvite]) -> list[int]:
    """The invites of a table of the journal by number, line by line."""
    numbers = {row_of(one): one.id for one in present}
    return [numbers[row] for row in invites.index.tolist()]


def rows_of(invites: Iterable[KeptInvite], text: pd.DataFrame) -> dict[int, int]:
    """The row of each invite: its line in the sheet, or one below for those typed in by hand.

    One that is deleted keeps its row, so that the others do not move.
    """
    below = int(text.index.max()) + 1 if len(text) else FIRST_ROW
    rows: dict[int, int] = {}
    for one in invites:
        if one.row is not None:
            rows[one.id] = one.row
        elif one.by_hand or one.present:
            rows[one.id], below = below, below + 1
    return rows


def _blanked(text: pd.DataFrame, removed: Sequence[KeptInvite]) -> pd.DataFrame:
    """The cells of the sheet without the lines of deleted invites; their rows stay, empty."""
    gone = text.index.isin([one.row for one in removed])
    if not gone.any():
        return text
    blank = text.copy()
    blank.loc[gone] = ""
    return blank


def _with_lines(reading: Reading, typed: dict[int, KeptInvite]) -> Reading:
    """The sheet with a line for each invite typed in, under its own headings as far as it has any.

    typed  by row
    """
    headings = {key: heading for heading, key in reading.columns.items() if key is not None}
    used = [key for key in Field if any(one.value(key) is not None for one in typed.values())]
    absent = {key: COLUMNS[key].heading for key in used if key not in headings}
    headings |= absent
    lines = pd.DataFrame(
        {headings[key]: [_cell(one, key) for one in typed.values()] for key in used},
        index=pd.Index(list(typed), name="row"),
    )
    text = pd.concat([reading.text, lines]).fillna("")
    columns = {**reading.columns, **{heading: key for key, heading in absent.items()}}
    return replace(reading, text=text, columns=columns)


def _cell(one: KeptInvite, key: Field) -> str:
    value = one.value(key)
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
