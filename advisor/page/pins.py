"""Rankings that were pinned, each under a name, against the present one."""

from itertools import count

import streamlit as st

from advisor.journal import Pin
from advisor.page import memory
from advisor.page.chart import chart
from advisor.page.figures import Figures
from advisor.page.memory import Step
from advisor.page.past import verdicts_at
from advisor.page.state import Key
from advisor.rules.advice import Advice
from advisor.views.changes import told_changes, verdict_changes
from advisor.views.scene import Scene, told_apart
from advisor.views.slope_chart import MOST_LINES, slope_chart, slopes, slopes_said
from advisor.views.wording import one_line

MOST_PINS = 6
LONGEST_NAME = 40


def pins(found: Figures, scene: Scene) -> None:
    """Pin the present ranking under a name; each pin with the lines from its ranks to now's."""
    pinned = memory.seen().pins
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            "Name of the present ranking",
            key=Key.PIN_NAME,
            max_chars=LONGEST_NAME,
            placeholder=f"ranking {len(pinned) + 1}",
        )
        full = len(pinned) >= MOST_PINS
        st.button("Pin it", key="pin_it", on_click=_pin, args=(found,), disabled=full)
    if not pinned:
        st.caption("Pin it, change something, and see here what moved.")
    for place, pin in enumerate(pinned):
        _against_now(place, pin, found, scene)


def _pin(found: Figures) -> None:
    """Keep the present order; the verdicts then are those of what stood then."""
    taken = {pin.name for pin in memory.seen().pins}
    unnamed = (f"ranking {number}" for number in count(len(taken) + 1))
    name = one_line(st.session_state[Key.PIN_NAME]) or next(n for n in unnamed if n not in taken)
    order = [found.numbers[row] for row in found.ranking.index[:MOST_LINES]]
    memory.act(lambda record, state: record.pin(state, name, order), Step(what="the pin"))
    st.session_state[Key.PIN_NAME] = ""


def _drop(name: str) -> None:
    memory.act(lambda record, state: record.pin(state, name, None), Step(what="removing a pin"))


def _against_now(place: int, pin: Pin, found: Figures, scene: Scene) -> None:
    rows = {number: row for row, number in found.numbers.items()}
    ranks = {number: rank for rank, number in enumerate(pin.order, start=1)}
    then = {rows[number]: rank for number, rank in ranks.items() if number in rows}
    kept = found.ranking.loc[[row for row in found.ranking.index if row in then], Advice.RANK]
    now = dict(zip(kept.index.tolist(), kept.tolist(), strict=True))
    names = told_apart(scene, list(now))
    verdicts = verdicts_at(found.sheet, pin.at)
    before = {rows[number]: one for number, one in verdicts.items() if number in rows}
    after = {row: str(found.decisions[row]) for row in now}
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(pin.name)
        st.button("Remove", key=f"unpin_{place}", on_click=_drop, args=(pin.name,))
    with st.container(gap="xsmall"):
        for line in told_changes(verdict_changes(before, after, names)):
            st.text(line)
    table = slopes(then, now, names)
    if table.empty:
        st.caption("None of its invites stands in this sheet.")
        return
    drawn = slope_chart(table, dark=st.context.theme.type == "dark")
    chart(drawn, key=f"slopes_{place}", alt=slopes_said(table))
