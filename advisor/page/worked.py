"""The opened invite worked through on the page, every sum written out."""

from typing import Any

import streamlit as st

from advisor import hours_if_met
from advisor.page.figures import Figures
from advisor.page.state import Key
from advisor.rules.advice import Advice, missing_inputs
from advisor.views.amounts import hours
from advisor.views.plan_words import name_of
from advisor.views.worked import balance_lines, worked_lines


def worked_through(found: Figures, row: int) -> None:
    """From the answers to the verdict of one invite; only looked up while it is open."""
    panel = st.expander("One invite worked through", key=Key.WORKED, on_change="rerun")
    if panel.open:
        with panel:
            _sums(found, row)


def _sums(found: Figures, row: int) -> None:
    one = found.advice_of(row)
    used: Any = found.assessment.levels.loc[row]
    met: Any = found.assessment.values.loc[row]
    most = hours_if_met(found.profile).tolist()
    worth, cost = one[Advice.WORTH], one[Advice.COST]
    reasons = worked_lines(met, most, used, missing_inputs(int(one[Advice.MISSING])))
    st.text(name_of(found, row))
    st.markdown("\n".join(f"1. {line}" for line in reasons))
    takes, left = balance_lines(worth, cost, used, found.profile.toss_up_hours)
    st.markdown(f"All six together: {hours(worth)}.  \n{takes}  \n{left}")
    st.text(found.whys([row]).iloc[0])
