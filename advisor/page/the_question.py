"""The one question about an invite whose answer could decide, with room for the answer."""

import streamlit as st

from advisor.page.figures import Figures
from advisor.page.own_word import rating
from advisor.rules.advice import Advice
from advisor.rules.columns import COLUMNS, Field
from advisor.rules.verdict import Reason
from advisor.views.wording import FIND_OUT


def the_question(found: Figures, row: int) -> None:
    """What to find out, answered where it is asked; nothing where nothing could decide."""
    one = found.advice_of(row)
    if one[Advice.REASON] == Reason.WILL_YOU_PREPARE:
        st.info("Will you prepare for it? That decides.", icon=":material/help:")
        rating(found, row, Field.PREP_HOURS_WILLING, "ask")
    elif one[Advice.ASK] is not None:
        st.info(f"Find out {FIND_OUT[one[Advice.ASK]]}: it could decide.", icon=":material/help:")
        if one[Advice.ASK] in COLUMNS:
            rating(found, row, Field(one[Advice.ASK]), "ask")
        else:
            st.caption("It is one answer for all invites: give it under “About you”.")
