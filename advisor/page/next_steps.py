"""What to do on Monday."""

import streamlit as st

from advisor.page.figures import MOST_PLANNED, Figures
from advisor.views.amounts import count, hours
from advisor.views.next_steps import Ahead, next_steps


def what_next(found: Figures) -> None:
    """At most five dated lines, what is overdue first."""
    ahead = Ahead(
        invites=found.invites,
        advice=found.advice,
        levels=found.assessment.levels,
        decisions=found.decisions,
        chosen=() if found.plan is None else found.plan.chosen,
        today=found.today,
    )
    with st.container(border=True):
        st.markdown("#### Next")
        st.caption(_planned(found))
        steps = next_steps(ahead)
        for step in steps:
            with st.container(gap=None):
                st.text(step.text)
                st.caption(f":red[{step.how_far}]" if step.overdue else step.how_far)
        if not steps:
            st.caption("Nothing is dated yet. Fill in “Reply by” or “Interview date”.")


def _planned(found: Figures) -> str:
    """The plan in one line."""
    plan = found.plan
    if plan is None:
        return f"More than {MOST_PLANNED:,} invites are not planned; put fewer in the sheet."
    if not plan.chosen:
        return "No interview is planned."
    planned = count(len(plan.chosen), "interview")
    return f"Your plan: {planned}, {hours(plan.prep_hours)} of preparation."
