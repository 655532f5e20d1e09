"""What matters to the person: the bar in the picture's colours, and the same numbers to type."""

import streamlit as st

from advisor.page.figures import Figures
from advisor.page.priority_bar import priority_bar
from advisor.page.state import POINTS, REASON_ENDS, Key, enter_weights, session, weight_key
from advisor.page.words import swatch
from advisor.rules.motivations import MOTIVATIONS, Motive
from advisor.views.preview import preview
from advisor.views.scene import Scene


def priorities(found: Figures, scene: Scene) -> None:
    """Six priorities in the hand, with the picture following, and what a good reason is worth."""
    st.markdown("##### What matters to you")
    priority_bar(
        found.profile.weights,
        preview(scene, found.assessment.values, found.profile),
        key=Key.PRIORITIES,
        picture=Key.PICTURE,
        on_release=lambda weights: enter_weights(session(), weights),
    )
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        _good_reason()
        with st.popover("Type the points"):
            _typed()
    if not any(st.session_state[weight_key(motive)] for motive in Motive):
        st.warning("All six are 0; they count as equal until one is above 0.")


def _good_reason() -> None:
    least, most = session()[REASON_ENDS]
    st.slider(
        "A good reason is worth",
        min_value=least,
        max_value=most,
        step=0.5,
        format="%g h",
        key=Key.REASON_HOURS,
        help="Hours of your time that one fully met reason of ordinary weight may take. "
        "Eight is a working day.",
    )


def _typed() -> None:
    """The same six numbers for those who type; only their proportions count."""
    for motive in Motive:
        st.number_input(
            swatch(motive),
            min_value=0.0,
            max_value=POINTS,
            step=1.0,
            format="%.0f",
            key=weight_key(motive),
            help=MOTIVATIONS[motive].question,
        )
    st.caption("They need not add up to 100: only the proportions count.")
