"""One invite, opened: the sentence, the numbers behind it, what would flip it."""

from typing import Any

import streamlit as st

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
from advisor.views.amounts import hours, moment
from advisor.views.curve_charts import curve_chart, curve_said
from advisor.views.explained import because, both_shares, cost_line, flip_lines, unknown_lines
from advisor.views.sentences import cases
from advisor.views.waterfall import waterfall, waterfall_said
from advisor.views.wording import LOOKS, certainty, company_name

BADGES = {"accept": "green", "ask": "orange", "decline": "red", "move": "blue"}


def one_invite(found: Figures, row: int) -> None:
    """Everything the advice on one invite rests on."""
    with st.container(border=True):
        _heading(found, row)
        st.text(found.whys([row]).iloc[0])
        decided(found, row)
        the_question(found, row)
        _reasons(found, row)
        _certainty(found, row)
        own_word(found, row)
        reply_to(found, row)
        notes_on(found, row)
        deleting_one(found, row)


def _heading(found: Figures, row: int) -> None:
    own: Any = found.invites.loc[row]
    decision, company = str(found.decisions[row]), own[Field.COMPANY]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.badge(LOOKS[decision].label, color=BADGES[decision])  # type: ignore[arg-type]  # its own colours
        st.text(company_name(company if isinstance(company, str) else None, row))
    told = [own[Field.ROLE]] if isinstance(own[Field.ROLE], str) else []
    if own[Field.START] == own[Field.START]:
        told.append(moment(own[Field.START], has_time=bool(own[START_HAS_TIME])))
    if told:
        st.text(" · ".join(told))


def _reasons(found: Figures, row: int) -> None:
    """What speaks for it and what it takes, step by step, with the numbers behind each."""
    added: Any = found.assessment.hours.loc[row]
    used: Any = found.assessment.levels.loc[row]
    dark = st.context.theme.type == "dark"
    chart(waterfall(added, used, dark=dark), key=Key.WATERFALL, alt=waterfall_said(added, used))
    behind = st.expander(
        "The numbers behind it", icon=":material/show_chart:", key=Key.BEHIND, on_change="rerun"
    )
    if behind.open:
        with behind:
            _behind(found, row, dark=dark)
            st.markdown(f"It takes  \n:small[:gray[{cost_line(used)}]]")


def _behind(found: Figures, row: int, *, dark: bool) -> None:
    """For each reason the answers, the value they give, and the curve it lies on."""
    added: Any = found.assessment.hours.loc[row]
    used: Any = found.assessment.levels.loc[row]
    assumed = missing_inputs(int(found.advice[Advice.MISSING][row]))
    for curve in value_curves(found.invites, row, found.profile):
        motive = curve.motive
        behind = f"{because(motive, used, assumed)} → {curve.met:.2f} of 1"
        st.markdown(f"{swatch(motive)} **{hours(added[motive])}**  \n:small[:gray[{behind}]]")
        key = f"curve_{motive}"
        chart(curve_chart(curve, dark=dark), key=key, alt=curve_said(curve))


def _certainty(found: Figures, row: int) -> None:
    """How sure the verdict is, what is assumed, and the smallest changes that would flip it."""
    one: Any = found.advice.loc[row]
    assessment = found.assessment
    low, high = one[Advice.SURPLUS_LOW], one[Advice.SURPLUS_HIGH]
    word, share = certainty(one[Advice.CONFIDENCE]), both_shares(one)
    unknown = unknown_lines(int(one[Advice.MISSING]), low, high)
    alone = found.advice.loc[[row]]
    case = next(cases(found.invites, alone, assessment.hours, assessment.levels))
    st.markdown(listed("How sure", (f"{word}: {share}", *unknown)))
    st.markdown(listed("What would flip it", flip_lines(case)))


def listed(title: str, lines: tuple[str, ...]) -> str:
    """A small list of our own words under a bold title."""
    return "\n".join([f"**{title}**", "", *(f"- :small[{line}]" for line in lines)])
