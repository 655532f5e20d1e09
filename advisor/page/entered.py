"""The sheet with what a person entered on the page: their own word, their changed ratings."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace

import pandas as pd
import streamlit as st

from advisor import with_ratings
from advisor.page.figures import Sheet, uids_of
from advisor.page.kept import Kept, all_kept
from advisor.rules.columns import Field


def entered(sheet: Sheet) -> Sheet:
    """The sheet as it counts now; the same one where nothing was entered about it."""
    entries = {uid: one for uid, one in all_kept().items() if one.word or one.ratings}
    if not entries:
        return sheet
    told = repr(
        sorted((uid, one.word, sorted(one.ratings.items())) for uid, one in entries.items())
    )
    mark = hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()
    return _entered(f"{sheet.token} {mark}", sheet, entries)


@st.cache_resource(scope="session", max_entries=2, show_spinner=False)
def _entered(token: str, _sheet: Sheet, _entries: Mapping[str, Kept]) -> Sheet:
    rows = {uid: row for row, uid in uids_of(_sheet).items() if uid in _entries}
    invites = with_entries(
        _sheet.reading.invites, {rows[uid]: one for uid, one in _entries.items() if uid in rows}
    )
    return replace(_sheet, reading=replace(_sheet.reading, invites=invites), token=token)


def with_entries(invites: pd.DataFrame, entries: Mapping[int, Kept]) -> pd.DataFrame:
    """A new table in which the person's word and ratings stand, by row."""
    ratings = {(row, key): n for row, one in entries.items() for key, n in one.ratings.items()}
    changed = with_ratings(invites, ratings).copy()
    for row, one in entries.items():
        if one.word is not None:
            changed.loc[row, Field.MY_DECISION] = one.word.decision
            changed.loc[row, Field.MY_REASON] = one.word.reason or None
    return changed
