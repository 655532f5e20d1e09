"""A newer version of the sheet: which rows are earlier invites, what changed, what is gone."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from advisor.journal import KeptInvite, MatchQuestion, State
from advisor.page import memory
from advisor.page.known import known
from advisor.page.memory import Step
from advisor.page.told_entries import named
from advisor.rules.columns import COLUMNS, Field
from advisor.views.amounts import count

SEPARATE = 0
"""Stands for none of the earlier invites; their numbers begin at 1."""

ANOTHER = "none of these: another invite"
GREY = "color: #767676"
"""Reads in both themes."""

MOST_ASKED = 20
"""Questions at once; the others follow when these are answered."""


def sheet_news() -> None:
    """What has to be asked, and one line on what the newer sheet says otherwise."""
    state = memory.seen()
    found = known(state.invites)
    for question in state.questions[:MOST_ASKED]:
        _ask(question, found.by_number)
    changed, gone = found.changed, found.gone
    if changed:
        with st.expander("Changed in your sheet"):
            st.caption(count(len(changed), "invite"))
            st.dataframe(
                _changes(changed), hide_index=True, alt="What the newer sheet says otherwise"
            )
    if gone:
        # The number stands inside: a fold under other words is another one, and closed.
        with st.expander("No longer in your sheet"):
            st.caption(f"{count(len(gone), 'invite')}, kept")
            _gone(gone)


def _ask(question: MatchQuestion, invites: Mapping[int, KeptInvite]) -> None:
    """Both rows side by side, and which of the earlier ones it is."""
    number, key = question.invite, f"same_{question.invite}"
    with st.container(border=True):
        st.markdown("**Is this an invite you had before?**")
        st.caption("If so, what you entered about it is taken over. Until you say, they are two.")
        st.dataframe(_side_by_side(question, invites), alt="The new row beside the earlier ones")
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.selectbox(
                "It is",
                [*question.candidates, SEPARATE],
                key=key,
                format_func=lambda one: ANOTHER if one == SEPARATE else named(one, invites),
            )
            st.button("Confirm", key=f"{key}_confirm", on_click=_answer, args=(number, key))


def _answer(number: int, key: str) -> None:
    earlier = st.session_state[key] or None
    memory.act(partial(_same, number=number, earlier=earlier), Step(what="which invite it is"))


def _same(record: Any, state: State, *, number: int, earlier: int | None) -> None:
    record.answer(state, number, earlier)


def _side_by_side(question: MatchQuestion, invites: Mapping[int, KeptInvite]) -> pd.DataFrame:
    """Columns the rows, lines what any of them says."""
    shown = {"In the new sheet": invites[question.invite]}
    for place, number in enumerate(question.candidates, start=1):
        shown[f"Earlier ({place})" if len(question.candidates) > 1 else "Earlier"] = invites[number]
    keys = [key for key in Field if any(one.value(key) is not None for one in shown.values())]
    return pd.DataFrame(
        {title: [cell(one.value(key)) for key in keys] for title, one in shown.items()},
        index=[COLUMNS[key].label for key in keys],
    )


def cell(value: object) -> str:
    """A cell of the journal as people read it.

    >>> cell("2027-01-14T10:00:00"), cell(50000.0), cell(None)
    ('2027-01-14 10:00', '50000', '')
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.10g}"
    return "" if value is None else str(value).replace("T", " ").removesuffix(":00")


def _changes(changed: Sequence[KeptInvite]) -> pd.DataFrame:
    lines = [
        (named(one.id, {one.id: one}), COLUMNS[key].label, cell(change.was), cell(change.now))
        for one in changed
        for key, change in one.changes.items()
    ]
    return pd.DataFrame(lines, columns=["Invite", "Column", "It said", "It says now"])


def _gone(gone: Sequence[KeptInvite]) -> None:
    st.caption(
        "They are left out of the ranking. What you entered about them is kept, and is there again "
        "when a sheet brings them back."
    )
    keys = (Field.COMPANY, Field.ROLE, Field.START)
    table = pd.DataFrame(
        [[cell(one.value(key)) for key in keys] for one in gone],
        columns=[COLUMNS[key].label for key in keys],
    )
    grey = table.style.map(lambda _: GREY)
    st.dataframe(grey, hide_index=True, alt="Invites that are no longer in your sheet")
