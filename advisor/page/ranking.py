"""The heart of the page: who you are, what matters, the picture, what to do next, the table."""

from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from advisor import Profile
from advisor.journal import State
from advisor.page import memory
from advisor.page.about_you import about_you
from advisor.page.answers import LEFT_OUT, answers
from advisor.page.by_hand import adding
from advisor.page.debrief import looking_back
from advisor.page.entered import entered
from advisor.page.figures import Figures, Sheet, figures
from advisor.page.kept_line import kept_line, notices
from advisor.page.look_closer import look_closer
from advisor.page.next_steps import steps_of, the_answer, what_next
from advisor.page.one_invite import beneath_the_picture, one_invite
from advisor.page.picture import draw, scene_of
from advisor.page.priorities import priorities
from advisor.page.sheet_news import sheet_news
from advisor.page.state import Key
from advisor.page.table import ranked_table
from advisor.page.take_along import take_along
from advisor.page.weeks import your_weeks
from advisor.page.what_if import what_if
from advisor.page.worked import worked_through
from advisor.views.scene import Scene


@st.fragment
def ranking(sheet: Sheet, today: date) -> None:
    """Everything that follows from priorities; runs alone when one of them moves."""
    answer, kept = st.columns([17, 8], gap="large")
    profile, state = _recalled(sheet, today, kept)
    left, middle, right = st.columns([5, 13, 7], gap="large")
    with left:
        about_you()
    found = figures(entered(sheet, state, today), profile, today)
    if found.advice.empty:
        with middle:
            _empty()
        return
    with left:
        seen = what_if(found)
    steps = steps_of(found)
    with answer:
        the_answer(seen, steps)
    opened = _opened(found)
    scene = scene_of(seen, opened)
    with middle:
        priorities(seen, scene)
        draw(seen, scene)
        beneath_the_picture(seen, opened)
    with right:
        what_next(found, steps)
        one_invite(seen, opened)
    _below(found, seen, scene, opened)


def _below(found: Figures, seen: Figures, scene: Scene, opened: int) -> None:
    """What takes the whole width; plan and downloads are of what stands, not of a what-if."""
    ranked_table(seen, opened)
    adding()
    look_closer(seen, scene)
    your_weeks(found)
    looking_back(found)
    take_along(found)
    worked_through(seen, opened)


def _empty() -> None:
    """A list to begin; what is not drawn here is filled anew once there is an invite."""
    st.info("There is no invite in this sheet yet.")
    adding()
    st.session_state[LEFT_OUT] = True


def _recalled(sheet: Sheet, today: date, kept: DeltaGenerator) -> tuple[Profile, State]:
    """What stands now, and what is to be said of it.

    Where it is another sheet than the page was drawn for, the whole page starts again.
    """
    profile = answers(today)
    state = memory.seen()
    if memory.mark_of(state) != sheet.mark:
        st.rerun()
    with kept:
        kept_line()
    notices(sheet, today)
    sheet_news()
    return profile, state


def _opened(found: Figures) -> int:
    """The row that is open; the best one until another is picked."""
    row: int | None = st.session_state.get(Key.OPENED)
    if row is not None and row in found.advice.index:
        return row
    return int(found.advice.index[0])
