"""Closer looks, one at a time and none at first: compare, pin, the map, money and time."""

from collections.abc import Callable

import streamlit as st

from advisor.page.compare import compare
from advisor.page.figures import Figures
from advisor.page.map_and_money import money_and_time, the_map
from advisor.page.pins import pins
from advisor.page.state import Key
from advisor.views.scene import Scene

Look = Callable[[Figures, Scene], None]

LOOKS: dict[str, Look] = {
    "Compare": compare,
    "Pin this ranking": pins,
    "Map": the_map,
    "Money and time": money_and_time,
}


def look_closer(found: Figures, scene: Scene) -> None:
    """The chooser and the look that was chosen; nothing is drawn, or sent, until one is."""
    chosen = st.segmented_control("Look closer", list(LOOKS), key=Key.LOOK)
    if chosen is not None:
        with st.container(border=True):
            LOOKS[chosen](found, scene)
