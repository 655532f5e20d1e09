"""The made-up person in the journal: begun once something is entered about the sample."""

from dataclasses import replace
from datetime import timedelta

import streamlit as st

from advisor import Choices, Reading, read_invites
from advisor.journal import MEMORY, Journal, SheetRead, State, open_journal
from advisor.page.sample import SAMPLE, WRITTEN, sample_person

NAME = "The sample"
"""What the made-up person is called in a journal."""

SOWN = "upload"
"""The kind of the entry the sample begins with; nothing before it was entered by anybody."""


@st.cache_resource(show_spinner=False)
def sample_reading() -> Reading:
    """The sample as understood, its dates as they are written."""
    return read_invites(SAMPLE.read_bytes(), SAMPLE.name, choices=Choices(), today=WRITTEN)


def untouched() -> State:
    """The sample as nobody has touched it."""
    found = _pattern()
    return found.state(found.people.current().id)


def is_untouched(state: State) -> bool:
    """Whether this is the sample before anything was entered about it."""
    return state.person == _pattern().people.current()


def of_the_sample(journal: Journal) -> State:
    """The sample with what was entered about it."""
    made_up = journal.people.made_up()
    state = None if made_up is None else journal.state(made_up.id)
    return untouched() if state is None or state.upload is None else state


def begun(journal: Journal) -> State:
    """The untouched sample in this journal, begun if it is not there yet.

    Its version is that of its beginning, so that what another window has entered since is noticed.
    """
    made_up = journal.people.make_up(NAME)
    if journal.state(made_up.id).upload is None:
        _sow(journal, made_up.id)
    sown = [one.id for one in journal.entries(made_up.id) if one.kind == SOWN]
    return replace(untouched(), person=made_up, version=sown[-1])


@st.cache_resource(show_spinner=False)
def _pattern() -> Journal:
    """A journal that holds the sample alone, for everybody to look at and nobody to write in."""
    found = open_journal(MEMORY)
    _sow(found, found.people.current().id)
    return found


def _sow(into: Journal, number: int) -> None:
    reading = sample_reading()
    sheet = SheetRead(
        content=SAMPLE.read_bytes(),
        name=SAMPLE.name,
        choices=reading.choices.to_json(),
        invites=reading.invites,
    )
    into.record.profile(into.state(number), sample_person(timedelta(0)))
    into.record.upload(into.state(number), sheet)
