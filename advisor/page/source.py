"""Where the invites come from: the sample, or a sheet of the person's own."""

from datetime import date, timedelta

import streamlit as st

from advisor import Choices, Reading, UnreadableSheet
from advisor.page.carrying import person_brought
from advisor.page.figures import Sheet, read
from advisor.page.hosted import too_many
from advisor.page.sample import SAMPLE, moved_sheet, sample_person, weeks_to_move
from advisor.page.sheet_panel import sheet_panel
from advisor.page.sheet_upload import Uploaded, upload
from advisor.page.state import Key, enter_profile, session
from advisor.rules.profile import Profile

TITLE = "Which interviews are worth going to?"
PROMISE = "Every invite in hours of your own time: what speaks for going, against what it takes."
TYPES = "CSV, TSV, text, Excel or OpenDocument"


def source(today: date) -> Sheet:
    """The sheet to judge; trouble with an upload is said here, and the sample stays."""
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
    own = None if file is None else _bounded(upload(file.getvalue(), file.name, today))
    if isinstance(own, Uploaded):
        _take_seat("own", Profile())
        brought = person_brought()
        if brought is not None:
            enter_profile(session(), brought)
        sheet_panel(own)
        return own.sheet
    if own is not None:
        _unreadable(own)
    return _sample(today)


def _bounded(own: Uploaded | str) -> Uploaded | str:
    """The sheet, or why this copy does not show it."""
    much = too_many(own.reading) if isinstance(own, Uploaded) else None
    return own if much is None else much


def _unreadable(why: str) -> None:
    with st.container(border=True):
        st.badge("This file cannot be used", icon=":material/error:", color="red")
        st.text(why)


def _sample(today: date) -> Sheet:
    """The made-up sheet and, until something was entered, its person."""
    content = SAMPLE.read_bytes()
    reading = read(content, SAMPLE.name, Choices(), today)
    if isinstance(reading, UnreadableSheet):
        raise reading
    by = weeks_to_move(reading.invites, today)
    _take_seat("sample", sample_person(by))
    st.text(
        "You are looking at a made-up person with made-up invites. "
        "Drop your own sheet here; it stays on this computer."
    )
    return Sheet(reading=_moved(reading, by.days), token=f"sample {today}", sample=True)


def _moved(reading: Reading, days: int) -> Reading:
    return _move(reading.digest, days, reading)


@st.cache_resource(scope="session", max_entries=1, show_spinner=False)
def _move(digest: str, days: int, _reading: Reading) -> Reading:
    del digest
    return moved_sheet(_reading, timedelta(days=days))


def _take_seat(who: str, person: Profile) -> None:
    """Put the person in the chair when the sheet's owner changes; what is entered later stays."""
    if st.session_state.get(Key.PERSON) != who:
        st.session_state[Key.PERSON] = who
        st.session_state[Key.OPENED] = None
        st.session_state[Key.LAST] = {}
        enter_profile(session(), person)
