"""What the journal holds of whoever sits here: what stands is read, what is done is kept.

Nothing a person entered stands anywhere else; a panel reads `seen` and hands `act` what was done.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import streamlit as st

from advisor.journal import JournalError, KeptInvite, State
from advisor.page.keeping import go_on_without, is_hopeless, journal
from advisor.page.known import known
from advisor.page.sample_journal import SOWN, begun, is_untouched, of_the_sample


class Seat(StrEnum):
    """Keys of the session."""

    PERSON = "kept_person"
    SEEN = "kept_seen"
    EMPTY = "kept_empty"
    NOTES = "kept_notes"
    STEPS = "kept_steps"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a run of the page shows.

    sample  whether it is the made-up person's
    """

    state: State
    sample: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What the person did in this window.

    what      in our own words
    times     entries it consists of
    of_sheet  whether it was done in the panel of the sheet, which can take it back as well
    """

    what: str
    times: int = 1
    of_sheet: bool = False


Act = Callable[[Any, State], object]
"""Something to be kept: takes the journal's `record` and the state the person was looking at."""


def seen() -> State:
    """What stands, as this run of the page shows it."""
    return _seen().state


def shows_sample() -> bool:
    """Whether it is the made-up person's."""
    return _seen().sample


def is_only_looked_at() -> bool:
    """Whether it is the sample, and nobody has entered anything about it yet."""
    return is_untouched(seen())


def _seen() -> Seen:
    found: Seen | None = st.session_state.get(Seat.SEEN)
    return _recalled() if found is None else found


def recall() -> State:
    """What stands now, whoever changed it; asked for at the start of every run."""
    return _recalled().state


def _recalled() -> Seen:
    theirs = own()
    sample = theirs.upload is None and not theirs.invites and not st.session_state.get(Seat.EMPTY)
    found = Seen(state=of_the_sample(journal()) if sample else theirs, sample=sample)
    st.session_state[Seat.SEEN] = found
    return found


def mark_of(state: State) -> str:
    """The same while it is the same sheet of the same person, read in the same way."""
    upload = state.upload
    told = "" if upload is None else f"{upload.digest} {upload.choices}"
    return f"{state.person.id} {state.person.since} {told}"


def person() -> int:
    """Who sits here, by number; whoever was chosen last until somebody is chosen in this window."""
    number: int | None = st.session_state.get(Seat.PERSON)
    if number is None:
        number = st.session_state[Seat.PERSON] = journal().people.current().id
    return number


def seat(number: int | None) -> None:
    """Another person sits down here; None is whoever the journal opens with."""
    for key in (Seat.PERSON, Seat.EMPTY, Seat.STEPS):
        st.session_state.pop(key, None)
    if number is not None:
        st.session_state[Seat.PERSON] = number


def own() -> State:
    """What stands for the person themselves, whatever the page shows."""
    try:
        return journal().state(person())
    except JournalError as trouble:
        if is_hopeless(trouble):
            seat(go_on_without(trouble, st.session_state.get(Seat.PERSON, 0)))
        else:
            tell(trouble.text)
            seat(None)
        return journal().state(person())


def act(do: Act, step: Step | None = None, *, looking_at: State | None = None) -> bool:
    """Have something kept, on disk before this returns; False where it could not be, and said.

    step        for the button that takes it back
    looking_at  the state the person saw, where it is not the one of this run
    """
    try:
        _kept(do, looking_at or seen())
    except JournalError as trouble:
        tell(trouble.text)
        recall()
        return False
    last = recall().last
    if step is not None and last is not None:
        st.session_state.setdefault(Seat.STEPS, {})[last.id] = step
    return True


def _kept(do: Act, state: State) -> None:
    try:
        do(journal().record, begun(journal()) if is_untouched(state) else state)
    except JournalError as trouble:
        if not is_hopeless(trouble):
            raise
        sample = is_untouched(state) or state.person.id != person()
        seat(go_on_without(trouble, person()))
        do(journal().record, begun(journal()) if sample else journal().state(person()))


def last_step() -> Step | None:
    """What undo would take back, in our words where it was done here; None where nothing is left.

    The sample itself is not taken back, only what was entered about it.
    """
    last = seen().last
    if last is None or (shows_sample() and last.kind == SOWN):
        return None
    steps: Mapping[int, Step] = st.session_state.get(Seat.STEPS, {})
    return steps.get(last.id, Step(what=""))


def undo() -> None:
    """Take back the last step, whole."""
    step = last_step() or Step(what="", times=0)
    for _ in range(step.times):
        if not act(lambda record, state: record.undo(state)):
            return
    undone = seen().undone
    if undone is not None:
        st.session_state.setdefault(Seat.STEPS, {})[undone.id] = step


def to_bring_back() -> State:
    """The state whose step redo brings back; behind the sample may be a sheet that was undone."""
    state = seen()
    return own() if shows_sample() and state.undone is None else state


def redo() -> None:
    """Bring back the step that was taken back last, whole."""
    state = to_bring_back()
    undone = state.undone
    steps: Mapping[int, Step] = st.session_state.get(Seat.STEPS, {})
    step = Step(what="") if undone is None else steps.get(undone.id, Step(what=""))
    for _ in range(step.times):
        if not act(lambda record, seen: record.redo(seen), looking_at=state):
            return
        state = seen()
    last = seen().last
    if last is not None:
        st.session_state.setdefault(Seat.STEPS, {})[last.id] = step


def tell(text: str) -> None:
    """A sentence for the person, said once, at the top of what is drawn next."""
    notes: list[str] = st.session_state.setdefault(Seat.NOTES, [])
    if text not in notes:
        notes.append(text)


def notes() -> list[str]:
    """The sentences to be said now."""
    told: list[str] = st.session_state.pop(Seat.NOTES, [])
    return told


def invite(number: int) -> KeptInvite:
    """One invite as it stands, gone and removed ones included; KeyError where there is none."""
    return known(seen().invites).by_number[number]
