"""A bare page: the widgets of the real one, a chart and tables of raw figures, nothing judged.

What it takes to answer a slider is what the framework takes; the real page is held against it.
"""

from pathlib import Path

import altair as alt
import pandas as pd
import streamlit as st

from advisor.page.priority_bar import priority_bar
from advisor.rules.motivations import Motive
from advisor.views.scene import MOST_BARS
from advisor.views.tables import MOST_ROWS

st.set_page_config(layout="wide", page_title="bare")
PARTS = [f"part {place}" for place in range(6)]


@st.cache_resource(show_spinner=False)
def raw(path: str) -> pd.DataFrame:
    """The sheet as it stands, read once."""
    return pd.read_csv(Path(path))


def bars(table: pd.DataFrame, scale: float) -> alt.Chart:
    """As many stacked bars as the picture has, each as long as a slider says."""
    lengths = {part: scale * (place + 1 + table.index % 7) for place, part in enumerate(PARTS)}
    long = pd.DataFrame(lengths).assign(name=table.iloc[:, 0].astype(str)).melt("name")
    click = alt.selection_point(name="picked", fields=["name"])
    return (
        alt.Chart(long)
        .mark_bar()
        .add_params(click)
        .encode(
            x=alt.X("value", type="quantitative"),
            y=alt.Y("name", type="nominal"),
            color=alt.Color("variable", type="nominal"),
            tooltip=[alt.Tooltip("value", type="quantitative")],
        )
    )


def small(table: pd.DataFrame, scale: float) -> alt.Chart:
    """One of the small charts beside the picture."""
    few = pd.DataFrame({"x": table.index[:12], "y": scale * table.index[:12]})
    x, y = alt.X("x", type="quantitative"), alt.Y("y", type="quantitative")
    return alt.Chart(few).mark_line().encode(x=x, y=y)


def numbers(name: str, how_many: int) -> None:
    """So many fields for a number."""
    for place in range(how_many):
        st.number_input(f"{name} {place}", 0.0, 100.0, key=f"{name}_{place}")


def opened(table: pd.DataFrame, scale: float) -> None:
    """What stands beside the picture for one invite."""
    for place in range(5):
        st.text(f"line {place}")
        st.caption("in so many days")
    st.altair_chart(small(table, scale), key="waterfall")
    with st.expander("numbers"):
        for place in range(6):
            st.markdown("a reason")
            st.altair_chart(small(table, scale), key=f"curve_{place}")
    with st.expander("answers"):
        numbers("answer", 13)
        st.segmented_control("word", ["a", "b", "c"])
        st.text_input("because")
    with st.expander("reply"):
        st.segmented_control("tone", ["a", "b", "c"])
        st.text_area("letter", height=320)
        st.link_button("mail", "mailto:a@b.example")
        with st.popover("copy"):
            st.code("a letter", language=None)


def after(table: pd.DataFrame, scale: float) -> None:
    """What stands below: the weeks, two lists, the files."""
    for place in range(4):
        st.progress(0.5, text="a week")
        st.altair_chart(small(table, scale), key=f"week_{place}")
    for place in range(2):
        st.dataframe(table.head(8), hide_index=True, key=f"list_{place}")
    for place in range(5):
        st.download_button(f"file {place}", data=lambda: b"", on_click="ignore")


@st.fragment
def page(table: pd.DataFrame) -> None:
    """All that runs when a slider moves."""
    left, middle, right = st.columns([5, 13, 7], gap="large")
    with left:
        numbers("about", 3)
        st.checkbox("never")
        st.checkbox("no worry")
        for place in range(4):
            st.button(f"preset {place}")
        with st.popover("more"):
            numbers("more", 8)
        with st.expander("what if"):
            numbers("if", 4)
    with middle:
        state = st.session_state
        weights = state.setdefault("weights", dict.fromkeys(Motive, 1.0))
        priority_bar(weights, key="bar", picture="picture", on_release=weights.update)
        scale = st.slider("A good reason is worth", 2.0, 16.0, 8.0, 0.5)
        scale *= sum(place * points for place, points in enumerate(weights.values()))
        with st.popover("points"):
            numbers("points", 6)
        st.altair_chart(bars(table.head(MOST_BARS), scale), key="picture", on_select="rerun")
    with right:
        opened(table, scale)
    st.dataframe(table.head(MOST_ROWS), hide_index=True, key="table")
    after(table, scale)


if "sheet" in st.query_params:
    page(raw(st.query_params["sheet"]))
