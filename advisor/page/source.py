"""Where the invites come from: the sample, a sheet of the person's own, or what they type in."""

from datetime import date

import streamlit as st

from advisor.journal import Keeping, State
from advisor.page import memory
from advisor.page.by_hand import begin_empty
from advisor.page.figures import Sheet
from advisor.page.keeping import journal
from advisor.page.sample_journal import sample_reading
from advisor.page.sheet_panel import sheet_panel
from advisor.page.sheet_typed import typed_sheet
from advisor.page.sheet_upload import Uploaded, present, take_in
from advisor.page.state import Key

TITLE = "Which interviews are worth going to?"
PROMISE = "Every invite in hours of your own time: what speaks for going, against what it takes."
MADE_UP = "You are looking at a made-up person with made-up invites."
STAYS = {
    Keeping.FILE: "Drop your own sheet here; it stays on this computer.",
    Keeping.MEMORY: "Drop your own sheet here; it stays on this computer.",
    Keeping.OFF: "Drop your own sheet here; nothing of it is kept.",
}
TYPES = "CSV, TSV, text, Excel or OpenDocument"

TAKEN = "upload_taken"
"""Key of the session: the file in the uploader that was taken in, and why it could not be read."""


def source(today: date) -> Sheet:
    """The sheet to judge; trouble with an upload is said here, and what stood before stays."""
    memory.recall()
    told, uploader = st.columns([5, 3], gap="large", vertical_alignment="bottom")
    with told:
        st.title(TITLE, anchor=False)
        st.caption(PROMISE)
    with uploader:
        file = st.file_uploader(
            "Your own spreadsheet of invites",
            key=Key.UPLOAD,
            help=f"{TYPES}; up to {st.get_option('server.maxUploadSize')} MB.",
        )
    why = "" if file is None else _taken_once(file, today)
    if why:
        _unreadable(why)
    state = memory.seen()
    _sit_down(state)
    if memory.shows_sample():
        return _sample(state, today)
    return typed_sheet(state) if state.upload is None else _own(today)


def _taken_once(file: st.runtime.uploaded_file_manager.UploadedFile, today: date) -> str:
    """Take a file in when it is new; it stays in the uploader, and is not dropped again by that."""
    before: tuple[str, str] = st.session_state.get(TAKEN, ("", ""))
    if before[0] != file.file_id:
        before = (file.file_id, take_in(file.getvalue(), file.name, today))
        st.session_state[TAKEN] = before
    return before[1]


def _own(today: date) -> Sheet:
    state = memory.seen()
    if state.upload is None:
        return typed_sheet(state)
    own = present(state.upload, today)
    if isinstance(own, Uploaded):
        sheet_panel(own)
        return own.sheet
    _unreadable(own)
    return typed_sheet(state)


def _unreadable(why: str) -> None:
    with st.container(border=True):
        st.badge("This file cannot be used", icon=":material/error:", color="red")
        st.text(why)


def _sample(state: State, today: date) -> Sheet:
    """The made-up sheet."""
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        st.text(f"{MADE_UP} {STAYS[journal().place.keeping]}", width="content")
        begin_empty()
    return Sheet(
        reading=sample_reading(),
        token=f"sample {today}",
        sample=True,
        mark=memory.mark_of(state),
    )


def _sit_down(state: State) -> None:
    """Nothing is open, and nothing has changed, when somebody else's sheet is looked at.

    The made-up person stays the same one when the first thing is entered about the sample.
    """
    person = state.person
    seated = "the sample" if memory.shows_sample() else f"{person.id} {person.since}"
    if st.session_state.get(Key.PERSON) != seated:
        st.session_state[Key.PERSON] = seated
        st.session_state[Key.OPENED] = None
        st.session_state[Key.LAST] = {}
