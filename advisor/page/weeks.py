"""Your weeks: what is planned when, the hours it needs, what does not fit and what would."""

from collections.abc import Sequence

import streamlit as st

from advisor.page.chart import chart
from advisor.page.figures import Figures
from advisor.page.state import Key
from advisor.views.amounts import count, hours
from advisor.views.plan_words import chosen_table, left_out_table, plan_lines, proposal_lines
from advisor.views.timeline import lay_out
from advisor.views.week_chart import week_chart
from advisor.views.weeks import Week, weeks

ABREAST = 2
"""Weeks side by side where the window is wide enough."""

SOON = 4
"""Weeks that are drawn at once; later ones when asked for."""

HOW_TO_READ = (
    "Green: the interview, with the journey around it. Blue: time to prepare. "
    "Dashed: worth going to, but it does not fit; red is where it overlaps."
)


def your_weeks(found: Figures) -> None:
    """The plan, week by week and in words; nothing where nothing is planned at once."""
    if found.plan is None:
        return
    st.markdown("#### Your weeks")
    with st.container(gap="xsmall"):
        for line in plan_lines(found):
            st.text(line)
    ahead = weeks(found, found.uids)
    if ahead:
        st.caption(HOW_TO_READ)
    _drawn(ahead[:SOON], found)
    later = ahead[SOON:]
    if later:
        shelf = st.expander(
            f"{count(len(later), 'later week')}", key=Key.LATER_WEEKS, on_change="rerun"
        )
        if shelf.open:
            with shelf:
                _drawn(later, found)
    _lists(found)


def _drawn(ahead: Sequence[Week], found: Figures) -> None:
    """Some weeks, side by side."""
    for first in range(0, len(ahead), ABREAST):
        pair = ahead[first : first + ABREAST]
        for place, week in zip(st.columns(ABREAST, gap="large"), pair, strict=False):
            with place:
                _week(week, found)


def _week(week: Week, found: Figures) -> None:
    st.progress(_filled(week), text=f"**{week.title}**  \n{_hours_told(week)}")
    chart(
        week_chart(lay_out(week, found.today), dark=st.context.theme.type == "dark"),
        key=f"week_{week.monday}",
        alt=_told(week),
    )


def _filled(week: Week) -> float:
    """How full the week is, 0 … 1."""
    if not week.budget:
        return float(week.used > 0)
    return min(week.used / week.budget, 1.0)


def _hours_told(week: Week) -> str:
    return f":small[its interviews need {hours(week.used)} of {hours(week.budget)} of preparation]"


def _told(week: Week) -> str:
    """The week in one sentence, for a screen reader; the lists below say it all."""
    return (
        f"{week.title}: {count(len(week.planned), 'interview')} planned, "
        f"{count(len(week.crowded), 'interview')} to move, "
        f"{count(len(week.due), 'reply', 'replies')} due. The lists below name them."
    )


def _lists(found: Figures) -> None:
    """What to take in which order, what to propose instead, and what stays out and why."""
    taken, left = st.columns(ABREAST, gap="large")
    with taken:
        st.markdown("##### In this order")
        st.caption("While dates can still be chosen: least at stake first, your first choice last.")
        st.dataframe(
            chosen_table(found),
            hide_index=True,
            alt="The interviews of the plan in the order to take them",
        )
    with left:
        _moved(found)
        st.markdown("##### Left out, and why")
        st.dataframe(
            left_out_table(found),
            hide_index=True,
            alt="The invites the plan leaves out, and why",
        )


def _moved(found: Figures) -> None:
    """Which invites to ask another date for, and which dates to propose."""
    told = proposal_lines(found, found.windows)
    if told:
        st.markdown("##### Ask for another date")
        st.caption("Free as the plan stands, with the journey and the hours to prepare.")
        with st.container(gap="xsmall"):
            for line in told:
                st.text(line)
