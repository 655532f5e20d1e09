"""What a person says about how a sheet is read: what stands is the journal's, the new waits.

A step is kept once the sheet has been read with it; one that makes the file unreadable never is.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from advisor import Choices
from advisor.page import memory

PENDING = "sheet_pending"
"""Key of the session: the step to be read with next."""

TURNS = "sheet_turns"
"""Key of the session: digest of a file → how often its tables had to be laid out afresh."""

LAID = "sheet_laid"
"""Key of the session: the choices with which those tables were laid out or typed on."""

LAST_TIME = "what you said last time"
"""The step that takes over what was said of an earlier sheet; taken back, the new one stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Everything said about a sheet.

    choices  how it is to be read
    what     the last step in our own words, for the button that takes it back; "" for none
    """

    choices: Choices = field(default_factory=Choices)
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """A step that is to be read with before it is kept."""

    digest: str
    said: Said


Change = Callable[[Choices], Choices]
"""A step: what was decided so far → what is decided now."""


def said(digest: str) -> Said:
    """What stands now, or is about to."""
    step = pending(digest)
    return kept(digest) if step is None else step


def kept(digest: str) -> Said:
    """What stands now in the journal."""
    upload, last = memory.seen().upload, memory.last_step()
    if upload is None or upload.digest != digest:
        return Said()
    choices = Choices.from_json(upload.choices)
    return Said(choices=choices, what=last.what if last and last.of_sheet else "")


def pending(digest: str) -> Said | None:
    """The step that waits to be read with."""
    step: Pending | None = st.session_state.get(PENDING)
    return step.said if step is not None and step.digest == digest else None


def settled() -> None:
    """The step was read with, or could not be."""
    st.session_state.pop(PENDING, None)


def step(digest: str, new: Said, *, afresh: bool = True) -> None:
    """Add a step.

    afresh  whether the tables that show the sheet's text start again from what now stands;
            not while the person is typing in one of them
    """
    st.session_state[PENDING] = Pending(digest=digest, said=new)
    if not afresh:
        st.session_state[LAID] = new.choices


def choose(digest: str, what: str, change: Change) -> None:
    """Add a step that changes how the sheet is read."""
    step(digest, Said(choices=change(said(digest).choices), what=what))


def undo(digest: str) -> None:
    """Take the last step back, whatever it was."""
    if pending(digest) is None and kept(digest).what == LAST_TIME:
        step(digest, Said(what="reading the sheet afresh"))
    else:
        settled()
        memory.undo()


def turn(digest: str) -> int:
    """The number of the present layout; part of the key of every table a person types in."""
    return int(_turns().get(digest, 0))


def lay_out(digest: str) -> None:
    """Start the tables again where something else now stands than what they go on from."""
    choices = kept(digest).choices
    if st.session_state.get(LAID) != choices:
        st.session_state[LAID] = choices
        _turns()[digest] = turn(digest) + 1


def _turns() -> dict[str, Any]:
    turns: dict[str, Any] = st.session_state.setdefault(TURNS, {})
    return turns
