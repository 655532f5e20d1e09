"""What the numbers mean, where they come from, and what becomes of a person's sheet."""

import streamlit as st

from advisor.journal import Keeping
from advisor.page.keeping import journal

MEANING = """
**What the numbers mean.** Everything is in hours of your own time. Six reasons to go to an
interview, even for a job you may not want, are each worth hours; preparing, travelling and sitting
there cost hours. One fully met reason of ordinary weight is worth what you say above, a working day
unless you change it. If the reasons outweigh the cost, go. If you will not prepare for it, decline:
no reason buys that back.

**Where it comes from.** The reasons and the prepare-or-decline rule are Mark Swartz's, from his
column *Going On Interviews for Jobs You Don't Want*. It is a columnist's advice made visible in
hours, not a prediction. The case against it, in one line: every hour spent on an interview for a
job you do not want is an hour not spent on the one you do.
"""

ONE_COMPUTER = """
**What stays here.** Everything. Your sheet is read by this program on this computer and sent
nowhere.
"""

SHARED = """
**What becomes of your sheet.** The computer that runs this page reads it, holds it while your page
is open, writes nothing down and sends it nowhere.
"""


def about() -> None:
    """The small print, in plain words."""
    kept = journal().place.keeping is not Keeping.OFF
    with st.expander("About: what the numbers mean, and what becomes of your sheet"):
        st.markdown(MEANING + (ONE_COMPUTER if kept else SHARED))
