"""Which invite is open, by name: for those who point at no bar, on a phone or by keyboard."""

import streamlit as st

from advisor.page.figures import Figures
from advisor.page.state import Key
from advisor.page.table import rows_in_table
from advisor.views.scene import Scene, shown_rows, told_apart


def which_invite(found: Figures, scene: Scene, opened: int) -> None:
    """The bars' invites and those of the table's page, to open one by its name."""
    rows = [*dict.fromkeys([*shown_rows(scene.advice, opened), *rows_in_table(found)])]
    names = told_apart(scene, rows)
    st.session_state[Key.WHICH] = opened
    st.selectbox(
        "Open an invite", rows, key=Key.WHICH, format_func=names.__getitem__, on_change=_open
    )


def _open() -> None:
    st.session_state[Key.OPENED] = st.session_state[Key.WHICH]
