"""Whose list this is: somebody new, somebody else, another name."""

from collections.abc import Callable

import streamlit as st

from advisor.journal import JournalError
from advisor.page import memory
from advisor.page.keeping import journal
from advisor.page.words import as_label

NEW, NAME, WHO = "person_new", "person_name", "person_who"
"""Keys of the widgets."""

LONGEST_NAME = 60


def persons() -> None:
    """Choose who sits here, begin somebody new, or give another name."""
    names = {one.id: one.name for one in journal().people.all()}
    st.session_state[WHO] = memory.person()
    st.selectbox(
        "Whose invites",
        list(names),
        key=WHO,
        format_func=lambda number: names.get(number, ""),
        on_change=_switch,
        help="Invites, answers, priorities and notes each belong to one person.",
    )
    with st.form("person_begin", border=False, clear_on_submit=True):
        st.text_input("Somebody new", key=NEW, max_chars=LONGEST_NAME, placeholder="their name")
        st.form_submit_button("Begin a new person", on_click=_begin)
    with st.form("person_rename", border=False, clear_on_submit=True):
        now = names.get(memory.person(), "")
        st.text_input("Another name", key=NAME, max_chars=LONGEST_NAME, placeholder=now)
        st.form_submit_button(f"Rename {as_label(now)}", on_click=_rename)


def _switch() -> None:
    number = st.session_state[WHO]
    if said(lambda: journal().people.switch(number)):
        memory.seat(number)


def _begin() -> None:
    if said(lambda: journal().people.new(st.session_state[NEW])):
        memory.seat(None)


def _rename() -> None:
    said(lambda: journal().people.rename(memory.person(), st.session_state[NAME]))


def said(do: Callable[[], object]) -> bool:
    """Do it; where the journal cannot, that is said, and nothing else happens."""
    try:
        do()
    except JournalError as trouble:
        memory.tell(trouble.text)
        return False
    return True
