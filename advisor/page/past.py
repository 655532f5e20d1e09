"""The page as it was at a moment of the past, judged anew from what stood then."""

from collections.abc import Mapping
from datetime import datetime

import streamlit as st

from advisor.journal import State
from advisor.page import memory
from advisor.page.answers import counting
from advisor.page.entered import entered
from advisor.page.figures import Figures, Sheet, figures
from advisor.page.keeping import journal
from advisor.page.sheet_typed import typed_sheet
from advisor.views.changes import as_words


def figures_at(sheet: Sheet, at: datetime) -> Figures:
    """What was found in the invites that stood then, for the person as they were, on that day.

    sheet  the present one: its lines stand in for those of an earlier one
    """
    state = state_at(at)
    today = at.astimezone().date()
    same = memory.mark_of(state) == sheet.mark
    then = entered(sheet if same else typed_sheet(state), state, today)
    return figures(then, counting(state, today), today)


def state_at(at: datetime) -> State:
    """What stood at a moment; what is long past is asked for once."""
    now = memory.seen()
    if memory.is_only_looked_at():
        return now
    return _state_at(f"{now.person.id} {now.person.since}", at, now.person.id)


@st.cache_resource(scope="session", max_entries=8, show_spinner=False)
def _state_at(whose: str, at: datetime, number: int) -> State:
    del whose
    return journal().state(number, at)


def verdicts_at(sheet: Sheet, at: datetime) -> Mapping[int, str]:
    """The verdict of each invite at that moment, by the journal's number."""
    found = figures_at(sheet, at)
    words = as_words(found.decisions)
    return {found.numbers[row]: word for row, word in words.items()}
