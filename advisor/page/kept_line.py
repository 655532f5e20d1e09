"""The quiet line beside the answer: where all this is kept, one step back, one step on."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from advisor.journal import Entry, Keeping, State
from advisor.page import memory
from advisor.page.deleting import deleting
from advisor.page.figures import Sheet
from advisor.page.history import as_it_was, history
from advisor.page.keeping import journal, trouble
from advisor.page.known import known
from advisor.page.persons import persons
from advisor.page.told_entries import told
from advisor.page.words import as_label

PANEL = "kept_panel"
"""Key of the panel; what is in it is only looked up while it is open."""

KEPT = {
    Keeping.FILE: "Kept on this computer",
    Keeping.MEMORY: "Kept until the server stops",
    Keeping.OFF: "Not kept",
}

MEANS = {
    Keeping.FILE: "Everything you enter is written to one file on this computer at once, and "
    "nowhere else: refresh, restart or come back next week.",
    Keeping.MEMORY: "Everything you enter lasts until the server stops. Whoever opens this page "
    "on this computer sees it.",
    Keeping.OFF: "What you enter is gone when this page is closed or reloaded, and nobody else "
    "ever sees it. Take it along in the workbook.",
}


def kept_line() -> None:
    """Where it is kept, with everything about that behind it, and the two steps."""
    keeping = journal().place.keeping
    with st.container(horizontal=True, horizontal_alignment="right", gap="small"):
        panel = st.popover(
            _label(keeping), icon=":material/save:", key=PANEL, on_change="rerun", type="tertiary"
        )
        if panel.open:
            with panel:
                _panel(keeping)
        _steps()
        if keeping is Keeping.OFF:
            st.caption("This copy keeps nothing; download your workbook.", width="content")


def notices(sheet: Sheet, today: date) -> None:
    """Whatever has to be said about what was just entered, and the past where it is asked for."""
    for text in [*journal().notices, *filter(None, [trouble()]), *memory.notes()]:
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.badge("Please note", icon=":material/info:", color="orange")
            st.text(text)
    as_it_was(sheet, today)


def _label(keeping: Keeping) -> str:
    """Where it is kept, and of whom where there are several."""
    everybody = {one.id: one.name for one in journal().people.all()}
    name = everybody.get(memory.person())
    several = len(everybody) > 1 and name is not None
    return f"{KEPT[keeping]} · {as_label(str(name))}" if several else KEPT[keeping]


def _steps() -> None:
    """One step back and one step on; what each would do is said beside it."""
    state, step = memory.seen(), memory.last_step()
    back = "" if step is None else step.what or _told(state.last, state)
    ahead = memory.to_bring_back()
    on = _told(ahead.undone, ahead)
    _one_step("Undo", f"Takes back {as_label(back)}" if back else None, memory.undo)
    _one_step("Redo", f"Brings back {as_label(on)}" if on else None, memory.redo)


def _one_step(word: str, would: str | None, take: Callable[[], None]) -> None:
    """A button that takes a step, with what that would do; None where there is no step to take."""
    name = word.lower()
    st.button(
        word,
        key=f"{name}_any",
        icon=f":material/{name}:",
        type="tertiary",
        disabled=would is None,
        help=would,
        on_click=take,
    )


def _told(entry: Entry | None, state: State) -> str:
    """What was done, in words; nothing where nothing was."""
    return "" if entry is None else told(entry, known(state.invites).by_number)


def _panel(keeping: Keeping) -> None:
    st.caption(MEANS[keeping])
    who, past, away = st.tabs(["Persons", "History", "Delete"])
    with who:
        persons()
    with past:
        history()
    with away:
        deleting()
