"""Take it along: the answer as files that hold nothing a spreadsheet would run."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import streamlit as st

from advisor import plan
from advisor.page.carrying import Packed, carried, pack
from advisor.page.figures import Figures
from advisor.page.sheet_upload import remembered_text
from advisor.views.answer import Answer
from advisor.views.appointments import calendar
from advisor.views.export import ranked_csv
from advisor.views.letters_along import all_letters
from advisor.views.marked_sheet import exported_text
from advisor.views.records import rank_json
from advisor.views.workbook import Along, workbook

CONTACTS = "take_contacts"
"""Key of the box that keeps contacts in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One file to take along."""

    label: str
    name: str
    mime: str
    write: Callable[[Packed], bytes]
    meaning: str


def _workbook(packed: Packed) -> bytes:
    reading, contacts = packed.found.sheet.reading, packed.contacts
    text = exported_text(reading, contacts=contacts)
    remembered = remembered_text(packed.own, reading, text, contacts=contacts)
    along = Along(carried=carried(packed), remembered=remembered)
    return workbook(_answer(packed.found), contacts=contacts, along=along)


def _csv(packed: Packed) -> bytes:
    return ranked_csv(_answer(packed.found), contacts=packed.contacts)


def _calendar(packed: Packed) -> bytes:
    return calendar(_answer(packed.found), contacts=packed.contacts)


def _replies(packed: Packed) -> bytes:
    edited = {packed.rows[one.id]: one.letters for one in packed.state.invites if one.present}
    answer, manner = _answer(packed.found), packed.manner
    return all_letters(answer, manner, contacts=packed.contacts, edited=edited)


def _json(packed: Packed) -> bytes:
    return rank_json(_answer(packed.found), contacts=packed.contacts)


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FILES = (
    File(
        label="Workbook",
        name="invites_ranked.xlsx",
        mime=XLSX,
        write=_workbook,
        meaning="Ranking, your own sheet, profile, debriefs, what to fix. Drop it here again and "
        "everything is back.",
    ),
    File(
        label="CSV",
        name="invites_ranked.csv",
        mime="text/csv",
        write=_csv,
        meaning="One table, best first.",
    ),
    File(
        label="Calendar",
        name="interviews.ics",
        mime="text/calendar",
        write=_calendar,
        meaning="Planned interviews, time to prepare, replies due. Import it again after a change: "
        "it updates.",
    ),
    File(
        label="All replies",
        name="replies.txt",
        mime="text/plain",
        write=_replies,
        meaning="Every reply in one text file, in the tone chosen above, with your changes.",
    ),
    File(
        label="JSON",
        name="invites_ranked.json",
        mime="application/json",
        write=_json,
        meaning="For programs: every figure, unrounded.",
    ),
)


def take_along(found: Figures) -> None:
    """One button a file; each is written when it is asked for, contacts left out unless ticked."""
    st.markdown("#### Take it along")
    packed = pack(found, contacts=bool(st.session_state.get(CONTACTS)))
    with st.container(horizontal=True, vertical_alignment="center"):
        for file in FILES:
            st.download_button(
                file.label,
                data=partial(file.write, packed),
                file_name=file.name,
                mime=file.mime,
                on_click="ignore",
                icon=":material/download:",
                key=f"take_{file.name}",
                help=file.meaning,
            )
        st.checkbox(
            "With contacts and your name",
            key=CONTACTS,
            help="Contacts, e-mail addresses, phone numbers and your name are left out of every "
            "file unless you tick this.",
        )


def _answer(found: Figures) -> Answer:
    reading = found.sheet.reading
    planned = found.plan
    if planned is None:
        planned = plan(found.invites, found.assessment, found.profile, found.today)
    return Answer(
        reading=reading,
        assessment=found.assessment,
        plan=planned,
        decisions=found.decisions,
        whys=found.whys(found.ranking.index.tolist()),
        problems=found.problems,
        profile=found.profile,
        today=found.today,
        windows=found.windows,
    )
