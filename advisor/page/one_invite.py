"""One invite, opened: the sentence, the numbers behind it, what would flip it."""

from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from advisor import value_curves
from advisor.page.by_hand import deleting_one
from advisor.page.chart import chart
from advisor.page.debrief import notes_on
from advisor.page.figures import Figures
from advisor.page.own_word import decided, own_word
from advisor.page.replies import reply_to
from advisor.page.state import Key
from advisor.page.the_question import the_question
from advisor.page.words import swatch
from advisor.rules.advice import Advice, missing_inputs
from advisor.rules.columns import START_HAS_TIME, Field
from advisor.rules.curve import Curve
from advisor.views.amounts import hours, moment
from advisor.views.curve_charts import curve_chart, curve_said
from advisor.views.explained import because, both_shares, cost_line, flip_lines, unknown_lines
from advisor.views.plan_words import name_of
from advisor.views.waterfall import waterfall, waterfall_said
from advisor.views.wording import LOOKS, certainty

FEW_BARS = 6
"""So many bars leave room under them for the steps of the opened invite."""

ABREAST = 3
"""Curves side by side where the window is wide enough."""

BADGES = {"accept": "green", "ask": "orange", "decline": "red", "move": "blue"}


def told_of_one(found: Figures, row: int) -> DeltaGenerator:
    """What the advice on one invite is and rests on, in words; returns the place for its bars."""
    _heading(found, row)
    st.text(found.whys([row]).iloc[0])
    # Each in a place of its own: what comes and goes would fold up what stands open below.
    with st.container():
        decided(found, row)
    with st.container():
        the_question(found, row)
    bars = st.container()
    _certainty(found, row)
    return bars


def one_invite(found: Figures, row: int, bars: DeltaGenerator) -> None:
    """The bars between those words, and below them what can be changed, written and noted."""
    if not stands_beneath(found):
        with bars:
            _waterfall(found, row)
    own_word(found, row)
    reply_to(found, row)
    notes_on(found, row)
    deleting_one(found, row)


def _heading(found: Figures, row: int) -> None:
    own: Any = found.invites.loc[row]
    decision = str(found.decisions[row])
    with st.container(horizontal=True, vertical_alignment="center"):
        st.badge(LOOKS[decision].label, color=BADGES[decision])  # type: ignore[arg-type]  # its own colours
        st.text(name_of(found, row))
    told = [own[Field.ROLE]] if isinstance(own[Field.ROLE], str) else []
    if own[Field.START] == own[Field.START]:
        told.append(moment(own[Field.START], has_time=bool(own[START_HAS_TIME])))
    if told:
        st.text(" · ".join(told))


def beneath_the_picture(found: Figures, row: int) -> None:
    """The opened invite's hours where there is room for them: under the bars."""
    if stands_beneath(found):
        st.text(f"{name_of(found, row)}: for and against, step by step")
        _waterfall(found, row)
    behind = st.expander(
        "The numbers behind it", icon=":material/show_chart:", key=Key.BEHIND, on_change="rerun"
    )
    if behind.open:
        with behind:
            _behind(found, row)


def stands_beneath(found: Figures) -> bool:
    """Whether so few bars are drawn that the steps find room under them."""
    return len(found.ranking) <= FEW_BARS


def _waterfall(found: Figures, row: int) -> None:
    """What speaks for it and what it takes, step by step."""
    added: Any = found.assessment.hours.loc[row]
    used: Any = found.assessment.levels.loc[row]
    dark = st.context.theme.type == "dark"
    chart(waterfall(added, used, dark=dark), key=Key.WATERFALL, alt=waterfall_said(added, used))


def _behind(found: Figures, row: int) -> None:
    """For each reason the answers, the value they give, and the curve it lies on."""
    used: Any = found.assessment.levels.loc[row]
    st.text(name_of(found, row))
    curves = list(value_curves(found.invites, row, found.profile))
    for first in range(0, len(curves), ABREAST):
        places = st.columns(ABREAST, gap="medium")
        for place, curve in zip(places, curves[first : first + ABREAST], strict=False):
            with place:
                _curve(found, row, curve)
    st.markdown(f"It takes  \n:small[:gray[{cost_line(used)}]]")


def _curve(found: Figures, row: int, curve: Curve) -> None:
    """One reason: its hours, the answers behind them, and where they lie on its curve."""
    used: Any = found.assessment.levels.loc[row]
    added: Any = found.assessment.hours.loc[row]
    assumed = missing_inputs(int(found.advice_of(row)[Advice.MISSING]))
    motive = curve.motive
    behind = f"{because(motive, used, assumed)} → {curve.met:.2f} of 1"
    st.markdown(f"{swatch(motive)} **{hours(added[motive])}**  \n:small[:gray[{behind}]]")
    dark = st.context.theme.type == "dark"
    chart(curve_chart(curve, dark=dark), key=f"curve_{motive}", alt=curve_said(curve))


def _certainty(found: Figures, row: int) -> None:
    """How sure the verdict is, what is assumed, and the smallest changes that would flip it."""
    one = found.advice_of(row)
    low, high = one[Advice.SURPLUS_LOW], one[Advice.SURPLUS_HIGH]
    word, share = certainty(one[Advice.CONFIDENCE]), both_shares(one)
    unknown = unknown_lines(int(one[Advice.MISSING]), low, high)
    (case,) = found.cases([row])
    st.markdown(listed("How sure", (f"{word}: {share}", *unknown)))
    st.markdown(listed("What would flip it", flip_lines(case)))


def listed(title: str, lines: tuple[str, ...]) -> str:
    """A small list of our own words under a bold title."""
    return "\n".join([f"**{title}**", "", *(f"- :small[{line}]" for line in lines)])
