"""Deleting one person, or everything; asked once more before, and said after what was done."""

from collections.abc import Callable

import streamlit as st

from advisor.journal import Deleted
from advisor.page import memory
from advisor.page.keeping import journal, stood_in_for
from advisor.page.persons import said
from advisor.page.words import as_label

SURE = "sure_to_delete"
"""Key of the box that has to be ticked first."""


CANNOT = (
    "What is kept on this computer cannot be changed from here now, so nothing of it can be "
    "deleted here either. Make the file writable and reload this page, or delete it yourself: "
    "{file}"
)


def deleting() -> None:
    """Two buttons that work once the box beside them is ticked; none where nothing would go."""
    file = stood_in_for()
    if file:
        st.text(CANNOT.format(file=file))
        return
    names = {one.id: one.name for one in journal().people.all()}
    name = as_label(names.get(memory.person(), ""))
    st.caption(
        "What is deleted is overwritten on the disk. It cannot be undone; a workbook you have "
        "downloaded stays where you put it."
    )
    sure = st.checkbox("Yes, I want to delete this for good", key=SURE)
    st.button(f"Delete {name}", key="delete_person", disabled=not sure, on_click=_delete_person)
    st.button(
        "Delete everything, of everybody",
        key="delete_everything",
        disabled=not sure,
        on_click=_delete_everything,
    )


def _delete_person() -> None:
    _delete(lambda: journal().people.delete(memory.person()))


def _delete_everything() -> None:
    _delete(journal().people.delete_everything)


def _delete(do: Callable[[], Deleted]) -> None:
    """Delete, say what was done, and keep nothing of it in this window either."""
    done: list[Deleted] = []
    if said(lambda: done.append(do())):
        st.session_state.clear()
        for one in done:
            memory.tell(one.text)
    st.session_state[SURE] = False
