"""The map of worth against cost, and the surplus over the months the money lasts."""

import math

import streamlit as st

from advisor import over_runway, turning_months
from advisor.page.chart import chart
from advisor.page.figures import Figures
from advisor.page.state import Key
from advisor.rules.advice import Advice
from advisor.rules.inputs import INPUTS
from advisor.rules.motivations import RUNWAY
from advisor.views.amounts import plain
from advisor.views.map_chart import PICKED_POINT, map_chart, map_said
from advisor.views.money_chart import money_chart, when_it_turns
from advisor.views.scene import Scene, told_apart
from advisor.views.strips import Strip

MOST_LINES = 6


def the_map(found: Figures, scene: Scene) -> None:
    """Every invite as a point; the same selection as the picture's."""
    st.caption("Above the line it is worth more than it takes; in the grey it is a toss-up.")
    chart(
        map_chart(scene, dark=st.context.theme.type == "dark"),
        key=Key.MAP,
        on_select=_open,
        selection_mode=PICKED_POINT,
        alt=map_said(found.ranking[Advice.SURPLUS]),
    )


def _open() -> None:
    picked = st.session_state[Key.MAP]["selection"].get(PICKED_POINT) or []
    if picked:
        st.session_state[Key.OPENED] = int(picked[0][Strip.ROW])


def money_and_time(found: Figures, scene: Scene) -> None:
    """The lines of the planned invites and of the opened one, with the month each turns."""
    rows = _lines(found, scene)
    names = told_apart(scene, rows)
    lines = over_runway(found.invites, rows, found.profile)
    months = found.profile.runway_months
    own = INPUTS[RUNWAY].default if months is None else months
    st.caption(_own_months(months))
    turns = when_it_turns(lines, turning_months(lines), names)
    drawn = money_chart(lines, names, own, dark=st.context.theme.type == "dark")
    chart(drawn, key="money_chart", alt=f"Surplus. {'. '.join(turns)}.")
    with st.container(gap="xsmall"):
        for turn in turns:
            st.text(turn)


def _lines(found: Figures, scene: Scene) -> list[int]:
    """The planned ones, best first, and the opened one."""
    planned = set() if found.plan is None else set(found.plan.chosen)
    best = [int(row) for row in found.ranking.index if row in planned][:MOST_LINES]
    opened = [] if scene.opened is None or scene.opened in best else [scene.opened]
    return [*best[: MOST_LINES - len(opened)], *opened] if best or opened else []


def _own_months(months: float | None) -> str:
    if months is None:
        return f"You did not say how long your money lasts; {INPUTS[RUNWAY].default:g} are assumed."
    if math.isinf(months):
        return "Money is not a worry for you: your own place is beyond the right edge."
    return f"The dashed line stands at your own {plain(months)} months."
