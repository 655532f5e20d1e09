"""Two to four invites side by side."""

import streamlit as st

from advisor import leads, side_by_side
from advisor.page.chart import chart
from advisor.page.figures import Figures
from advisor.page.state import Key
from advisor.views.compare_chart import compare_chart, told_winners
from advisor.views.scene import Scene, told_apart
from advisor.views.tables import MOST_ROWS

MOST_COMPARED = 4


def compare(found: Figures, scene: Scene) -> None:
    """Who wins on which motivation by how many hours, the first one against the others."""
    rows: list[int] = found.advice.index[:MOST_ROWS].tolist()
    names = told_apart(scene, rows)
    kept = [row for row in st.session_state.get(Key.COMPARED) or rows[:2] if row in names]
    st.session_state[Key.COMPARED] = kept
    chosen = st.multiselect(
        "Two to four invites; the others are held against the first",
        rows,
        key=Key.COMPARED,
        format_func=names.__getitem__,
        max_selections=MOST_COMPARED,
    )
    if len(chosen) < 2:
        st.caption("Choose at least two.")
        return
    table = side_by_side(found.assessment, chosen)
    told = told_winners(leads(table), names)
    st.text(told)
    dark = st.context.theme.type == "dark"
    chart(compare_chart(table, names, dark=dark), key="compare_chart", alt=told)
