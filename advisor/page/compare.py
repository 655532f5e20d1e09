"""Two to four invites side by side."""

from collections.abc import Mapping

import streamlit as st

from advisor import leads, side_by_side
from advisor.page.chart import chart
from advisor.page.figures import Figures
from advisor.page.state import Key
from advisor.views.compare_chart import compare_chart, told_winners
from advisor.views.scene import Scene, told_apart
from advisor.views.tables import MOST_ROWS

PLACES = ("This one", "against this", "and this", "and this one")
"""What is asked for each of the invites, the first of which the others are held against."""


def place_key(place: int) -> str:
    """Of the widget that asks for one of them, from 0."""
    return f"{Key.COMPARED}_{place}"


def compare(found: Figures, scene: Scene) -> None:
    """Who wins on which motivation by how many hours, the first one against the others."""
    rows: list[int] = found.ranking.index[:MOST_ROWS].tolist()
    names = told_apart(scene, rows)
    chosen = _chosen(rows, names)
    if len(chosen) < 2:
        st.caption("Choose at least two.")
        return
    table = side_by_side(found.assessment, chosen)
    told = told_winners(leads(table), names)
    st.text(told)
    dark = st.context.theme.type == "dark"
    chart(compare_chart(table, names, dark=dark), key="compare_chart", alt=told)


def _chosen(rows: list[int], names: Mapping[int, str]) -> list[int]:
    """The rows picked, each once; the best two until others are.

    Boxes rather than one list of chips: white on the dark theme's own blue cannot be read.
    """
    session, picked = st.session_state, []
    with st.container(horizontal=True):
        for place, label in enumerate(PLACES):
            key = place_key(place)
            if key not in session or session[key] not in {None, *rows}:
                session[key] = rows[place] if place < 2 and place < len(rows) else None
            picked.append(
                st.selectbox(
                    label,
                    rows,
                    index=None,
                    key=key,
                    format_func=names.__getitem__,
                    placeholder="nobody",
                )
            )
    return list(dict.fromkeys(row for row in picked if row is not None))
