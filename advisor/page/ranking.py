"""The heart of the page: who you are, what matters, the picture, what to do next, the table."""

from dataclasses import dataclass
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
from advisor.page.one_invite import beneath_the_picture, one_invite, told_of_one
from advisor.page.picture import draw, scene_of
from advisor.page.priorities import priorities
from advisor.page.sheet_news import sheet_news
from advisor.page.state import Key
from advisor.page.table import ranked_table
from advisor.page.take_along import take_along
from advisor.page.weeks import your_weeks
from advisor.page.what_if import under_what_if, what_if
from advisor.page.which_invite import which_invite
from advisor.page.worked import worked_through
from advisor.views.scene import Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where the panels stand; each is filled when its turn has come, whatever stands over it."""

    answer: DeltaGenerator
    kept: DeltaGenerator
    said: DeltaGenerator
    left: DeltaGenerator
    middle: DeltaGenerator
    right: DeltaGenerator


@st.fragment
def ranking(sheet: Sheet, today: date) -> None:
    """Everything that follows from priorities; runs alone when one of them moves.

    The picture is sent before what stands over it and beside it: it is what a person waits for.
    """
    profile, state = _recalled(sheet, today)
    found = figures(entered(sheet, state, today), profile, today)
    places = _places()
    if found.ranking.empty:
        _around(places, sheet, today)
        with places.middle:
            _empty()
        return
    seen = under_what_if(found)
    opened = _opened(found)
    scene = scene_of(seen, opened)
    with places.middle:
        in_the_hand = st.container()
        draw(seen, scene)
    with in_the_hand:
        priorities(seen, scene)
    _around(places, sheet, today)
    _beside(places, found, seen, scene, opened)
    _below(found, seen, scene, opened)


def _places() -> Places:
    answer, kept = st.columns([17, 8], gap="large")
    said = st.container()
    left, middle, right = st.columns([5, 13, 7], gap="large")
    return Places(answer=answer, kept=kept, said=said, left=left, middle=middle, right=right)


def _around(places: Places, sheet: Sheet, today: date) -> None:
    """What is kept and what is to be said of the sheet, over it all; the questions at the left."""
    with places.kept:
        kept_line()
    with places.said:
        notices(sheet, today)
        sheet_news()
    with places.left:
        about_you()


def _beside(places: Places, found: Figures, seen: Figures, scene: Scene, opened: int) -> None:
    """What to do, the opened invite, and what is tried out.

    The words at the right go out in one breath, before what takes time to work out or to draw. A
    line less in one and a line more in the other are so seen as one: nothing below them jumps.
    """
    steps = steps_of(found)
    with places.right:
        to_do, which, card = st.container(border=True), st.container(), st.container(border=True)
    with card:
        bars = told_of_one(seen, opened)
    with to_do:
        what_next(found, steps)
    with places.answer:
        the_answer(seen, steps)
    with which:
        which_invite(seen, scene, opened)
    with card:
        one_invite(seen, opened, bars)
    with places.left:
        what_if(found, seen)
    with places.middle:
        beneath_the_picture(seen, opened)


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


def _recalled(sheet: Sheet, today: date) -> tuple[Profile, State]:
    """The person as they count, and what stands.

    Where it is another sheet than the page was drawn for, the whole page starts again.
    """
    profile = answers(today)
    state = memory.seen()
    if memory.mark_of(state) != sheet.mark:
        st.rerun()
    return profile, state


def _opened(found: Figures) -> int:
    """The row that is open; the best one until another is picked."""
    row: int | None = st.session_state.get(Key.OPENED)
    if row is not None and row in found.ranking.index:
        return row
    return int(found.ranking.index[0])
