"""Three questions about the person, four situations to start from, and more for those who want."""

import streamlit as st

from advisor.page.state import Key, enter_weights, session
from advisor.rules.inputs import INPUTS
from advisor.rules.motivations import MONTHS_SINCE, RUNWAY, Motive
from advisor.rules.presets import PRESETS, Preset
from advisor.rules.profile import Offer

NOT_SAID = "not said"

OFFERS = {
    Offer.NONE: "none",
    Offer.VERBAL: "said aloud",
    Offer.WRITTEN: "in writing",
    Offer.ACCEPTED: "accepted",
}


def about_you() -> None:
    """The questions that sharpen every verdict at once."""
    st.markdown("##### About you")
    _months()
    _runway()
    st.number_input(
        "Hours you will really prepare for one interview",
        min_value=0.0,
        max_value=200.0,
        step=0.5,
        key=Key.PREP_EACH,
        placeholder=NOT_SAID,
        format="%g",
        help="For any invite whose row does not say. Honest, not hopeful.",
    )
    _presets()
    with st.popover("More about you", width="stretch"):
        _more()


def _months() -> None:
    st.number_input(
        "Months since your last outside interview",
        min_value=0.0,
        step=1.0,
        key=Key.MONTHS,
        placeholder=f"{NOT_SAID}, {INPUTS[MONTHS_SINCE].default:g} assumed",
        format="%g",
        disabled=st.session_state[Key.NEVER],
        help="Interviews inside your own organisation do not count.",
    )
    st.checkbox("never had one", key=Key.NEVER)


def _runway() -> None:
    st.number_input(
        "Months your money lasts",
        min_value=0.0,
        step=0.5,
        key=Key.RUNWAY,
        placeholder=f"{NOT_SAID}, {INPUTS[RUNWAY].default:g} assumed",
        format="%g",
        disabled=st.session_state[Key.NO_WORRY],
        help="Months of essentials in hand. Eleven weeks are 2.5 months.",
    )
    st.checkbox("not a worry", key=Key.NO_WORRY)


def _presets() -> None:
    st.caption("Or start from a situation")
    with st.container(horizontal=True, gap="xsmall"):
        for preset in PRESETS:
            st.button(
                preset.name.capitalize(),
                key=f"preset_{preset.name}",
                help=preset.meaning,
                on_click=_start_from,
                args=(preset,),
            )


def _start_from(preset: Preset) -> None:
    """Take on a preset's situation and priorities; all else stays."""
    months, runway = preset.months_since_external_interview, preset.runway_months
    never, no_worry = months == float("inf"), runway == float("inf")
    st.session_state[Key.NEVER], st.session_state[Key.NO_WORRY] = never, no_worry
    st.session_state[Key.MONTHS] = None if never else months
    st.session_state[Key.RUNWAY] = None if no_worry else runway
    enter_weights(session(), dict(zip(Motive, preset.weights, strict=True)))


def _more() -> None:
    st.text_input(
        "First choice", key=Key.CHOICE, help="The firm you really want; several with ; between."
    )
    st.text_input(
        "Its rivals",
        key=Key.RIVALS,
        help="Firms that compete with it, with ; between. Their interviews tell you about it.",
    )
    st.date_input("Day of its interview", key=Key.CHOICE_DATE, format="YYYY-MM-DD")
    st.selectbox("Offer in hand", list(Offer), key=Key.OFFER, format_func=OFFERS.__getitem__)
    st.number_input(
        "Hours of preparation a week holds",
        min_value=0.0,
        step=1.0,
        key=Key.PREP_WEEK,
        format="%g",
    )
    _money()


def _money() -> None:
    st.number_input(
        "Monthly essentials",
        min_value=0.0,
        step=50.0,
        key=Key.ESSENTIALS,
        placeholder=NOT_SAID,
        format="%g",
        help="With the pay of an invite it tells whether that job would pay the bills.",
    )
    st.text_input("Currency", key=Key.CURRENCY, max_chars=3, placeholder="EUR")
    st.slider("Left of pay after tax", 0.0, 100.0, step=5.0, key=Key.TAKE_HOME, format="%g%%")
