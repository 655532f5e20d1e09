"""What to do on Monday."""

from collections.abc import Sequence

import streamlit as st

from advisor.page.figures import MOST_PLANNED, Figures
from advisor.rules.columns import Field
from advisor.views.amounts import count, hours
from advisor.views.next_steps import Ahead, Step, answered_soonest, first_of, next_steps
from advisor.views.scene import headline


def steps_of(found: Figures) -> tuple[Step, ...]:
    """At most five dated steps, what is overdue first."""
    chosen = () if found.plan is None else found.plan.chosen
    ahead = Ahead(
        invites=found.invites,
        advice=found.advice_on(answered_soonest(found.invites, chosen, found.today)),
        levels=found.assessment.levels,
        decisions=found.decisions,
        chosen=chosen,
        today=found.today,
    )
    return next_steps(ahead)


def the_answer(seen: Figures, steps: Sequence[Step]) -> None:
    """How many of each verdict, and the first thing to do."""
    st.subheader(headline(seen.decisions), anchor=False)
    for step in steps[:1]:
        st.text(first_of(step))


def what_next(found: Figures, steps: Sequence[Step]) -> None:
    """The plan in one line, and the steps, each with its day."""
    st.markdown("#### Next")
    st.caption(_planned(found))
    lines = [st.container(gap=None) for _ in steps]
    # What may take a line more or less goes out first, without a pause; the days always take one.
    for line, step in zip(lines, steps, strict=True):
        line.text(step.text)
    for line, step in zip(lines, steps, strict=True):
        if step.overdue:  # paler, as a caption is, red could not be read
            line.markdown(f":small[:red[{step.how_far}]]")
        else:
            line.caption(step.how_far)
    if not steps:
        st.caption(_nothing_ahead(found))


def _nothing_ahead(found: Figures) -> str:
    """Why there is no step: no day was given, or all are over."""
    if found.invites[[Field.START, Field.REPLY_BY]].notna().any(axis=None):
        return "Every day in your sheet is over."
    return "Nothing is dated yet. Fill in “Reply by” or “Interview date”."


def _planned(found: Figures) -> str:
    """The plan in one line."""
    plan = found.plan
    if plan is None:
        return f"More than {MOST_PLANNED:,} invites are not planned; put fewer in the sheet."
    if not plan.chosen:
        return "No interview is planned."
    planned = count(len(plan.chosen), "interview")
    return f"Your plan: {planned}, {hours(plan.prep_hours)} of preparation."
