"""Where this page keeps what is entered: the computer's own journal, or one that ends with it."""

import os
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

import streamlit as st

from advisor.journal import (
    OFF,
    Journal,
    JournalError,
    Keeping,
    Place,
    find_place,
    keeps,
    open_journal,
    open_or_copy,
)

OWN = "journal_of_this_visit"
"""Key of the session: a journal that ends with the visit, where nothing is kept."""

BEHIND = "journal_of_this_computer"
"""Key of the session: the computer's own journal as this visit found it."""

TROUBLE = "journal_trouble"
"""Key of the session: why nothing is kept although it should be."""

GOES_ON = "The page works on, but nothing you enter from now on is kept, until you reload it."

BROKEN = frozenset(
    {"disk_full", "read_only", "no_permission", "damaged", "gone", "failed", "unplayable"}
)
"""Troubles that trying once more does not mend."""

FORWARDED = ("X-Forwarded-Host", "X-Forwarded-For")
"""Who asked, where another server stands between; several with commas between."""


def journal() -> Journal:
    """The journal behind this page; always one, so that every panel works the same."""
    found: Journal | None = st.session_state.get(OWN) or st.session_state.get(BEHIND)
    return _opened() if found is None else found


def _opened() -> Journal:
    """The computer's own journal, a copy of it for this visit, or an empty one for this visit."""
    place = place_here()
    try:
        found = open_or_copy(place, open_journal if place.keeping is Keeping.OFF else _shared)
    except JournalError as trouble:
        st.session_state[TROUBLE] = trouble.text
        found = open_journal(OFF)
    st.session_state[OWN if found.place.keeping is Keeping.OFF else BEHIND] = found
    return found


def place_here() -> Place:
    """The place of a page that this very browser asked for: off unless both are one computer."""
    here = all(keeps(asked) for asked in _asked(asked_with()))
    return find_place(os.environ, st.get_option("server.address") if here else None)


def asked_with() -> Mapping[str, str]:
    """The headers of the request this page came by."""
    return dict(st.context.headers)


def _asked(headers: Mapping[str, str]) -> Iterator[str | None]:
    """The names and addresses by which the page was asked for."""
    if "Host" in headers:
        yield urlsplit(f"//{headers['Host']}").hostname
    for name in FORWARDED:
        yield from (one.strip() for one in headers.get(name, "").split(",") if one.strip())


@st.cache_resource(show_spinner=False, hash_funcs={Place: str})
def _shared(place: Place) -> Journal:
    """The one journal of this computer, for everybody who opens the page here."""
    return open_journal(place)


def trouble() -> str:
    """Why nothing is kept although it should be; "" where all is well."""
    told: str = st.session_state.get(TROUBLE, "")
    return told


def stood_in_for() -> str:
    """The computer's own journal where the one here only stands in for it; "" where it does not."""
    place = place_here()
    stands_in = OWN in st.session_state and place.keeping is Keeping.FILE
    return str(place.path) if stands_in else ""


def is_hopeless(why: JournalError) -> bool:
    """Whether the page is better off with a journal of this visit's own."""
    return why.code in BROKEN and OWN not in st.session_state


def go_on_without(why: JournalError, person: int) -> int:
    """Carry a person over into a journal that ends with the visit; returns their number there."""
    before, visit = journal(), open_journal(OFF)
    try:
        (moved,) = visit.import_text(before.export_text([person], names=True))
    except JournalError:
        # What is on the disk cannot be read either; the page begins empty rather than not at all.
        moved = visit.people.current()
    if why.code == "gone":
        # The next visit begins with whatever stands there then; this one keeps what it has.
        _shared.clear()
    st.session_state[OWN] = visit
    st.session_state[TROUBLE] = f"{why.text} {GOES_ON}"
    return moved.id
