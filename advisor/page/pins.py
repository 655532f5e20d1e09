"""Rankings that were pinned, each under a name, against the present one."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from advisor.page.figures import Figures
from advisor.page.state import Key
from advisor.rules.advice import Advice
from advisor.views.changes import as_words, told_changes, verdict_changes
from advisor.views.scene import Scene, told_apart
from advisor.views.slope_chart import MOST_LINES, slope_chart, slopes, slopes_said
from advisor.views.wording import one_line

MOST_PINS = 6
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A ranking as it stood: rank and verdict of each invite by its lasting identifier."""

    name: str
    ranks: Mapping[str, int]
    verdicts: Mapping[str, str]


def pins(found: Figures, scene: Scene) -> None:
    """Pin the present ranking under a name; each pin with the lines from its ranks to now's."""
    pinned: list[Pin] = st.session_state.setdefault(Key.PINS, [])
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
    pinned: list[Pin] = st.session_state[Key.PINS]
    uids, advice = found.uids, found.advice.head(MOST_LINES)
    name = one_line(st.session_state[Key.PIN_NAME]) or f"ranking {len(pinned) + 1}"
    ranked = zip(advice.index.tolist(), advice[Advice.RANK].tolist(), strict=True)
    ranks = {uids[row]: rank for row, rank in ranked}
    verdicts = {uids[row]: one for row, one in as_words(found.decisions).items()}
    pinned.append(Pin(name=name, ranks=ranks, verdicts=verdicts))
    st.session_state[Key.PIN_NAME] = ""


def _drop(place: int) -> None:
    del st.session_state[Key.PINS][place]


def _against_now(place: int, pin: Pin, found: Figures, scene: Scene) -> None:
    rows = {uid: row for row, uid in found.uids.items()}
    then = {rows[uid]: rank for uid, rank in pin.ranks.items() if uid in rows}
    kept = found.advice.loc[[row for row in found.advice.index if row in then], Advice.RANK]
    now = dict(zip(kept.index.tolist(), kept.tolist(), strict=True))
    names = told_apart(scene, list(now))
    before = {rows[uid]: one for uid, one in pin.verdicts.items() if uid in rows}
    after = {row: str(found.decisions[row]) for row in now}
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(pin.name)
        st.button("Remove", key=f"unpin_{place}", on_click=_drop, args=(place,))
    for line in told_changes(verdict_changes(before, after, names)):
        st.text(line)
    table = slopes(then, now, names)
    if table.empty:
        st.caption("None of its invites stands in this sheet.")
        return
    chart = slope_chart(table, dark=st.context.theme.type == "dark")
    st.vega_lite_chart(spec=chart, key=f"slopes_{place}", alt=slopes_said(table))
