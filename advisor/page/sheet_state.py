"""What a person has said about a sheet, step by step, so that the last step can be taken back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from advisor import Choices
from advisor.page.kept import keep, kept
from advisor.rules.columns import Field

HISTORY = "sheet_history"
"""Key of the session: digest of a file → everything said about it, oldest first."""

TURNS = "sheet_turns"
"""Key of the session: digest of a file → how often its tables had to be laid out afresh."""

MOST_STEPS = 200
"""Steps that can be taken back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Everything said about a sheet up to one step.

    choices  how it is to be read
    before   (invite's identifier, column) → the rating that the step replaced; None for none
    what     the step in our own words, for the button that takes it back; "" for the first
    """

    choices: Choices = field(default_factory=Choices)
    before: Mapping[tuple[str, Field], float | None] = field(default_factory=dict)
    what: str = ""


Change = Callable[[Choices], Choices]
"""A step: what was decided so far → what is decided now."""


def _kept(key: str) -> dict[str, Any]:
    kept: dict[str, Any] = st.session_state.setdefault(key, {})
    return kept


def said(digest: str) -> Said:
    """What stands now."""
    steps = _kept(HISTORY).get(digest)
    return steps[-1] if steps else Said()


def step(digest: str, new: Said, *, afresh: bool = True) -> None:
    """Add a step.

    afresh  whether the tables that show the sheet's text start again from what now stands;
            not while the person is typing in one of them
    """
    steps = _kept(HISTORY).setdefault(digest, [Said()])
    steps.append(new)
    del steps[1:-MOST_STEPS]
    if afresh:
        _lay_out_afresh(digest)


def choose(digest: str, what: str, change: Change) -> None:
    """Add a step that changes how the sheet is read."""
    now = said(digest)
    step(digest, Said(choices=change(now.choices), what=what))


def undo(digest: str) -> None:
    """Take the last step back."""
    steps = _kept(HISTORY).get(digest, [])
    if len(steps) > 1:
        _put_back(steps.pop().before)
    _lay_out_afresh(digest)


def _put_back(before: Mapping[tuple[str, Field], float | None]) -> None:
    """Ratings as they were."""
    for (uid, key), number in before.items():
        others = {other: given for other, given in kept(uid).ratings.items() if other is not key}
        keep(uid, ratings=others if number is None else {**others, key: number})


def turn(digest: str) -> int:
    """The number of the present layout; part of the key of every table a person types in."""
    return int(_kept(TURNS).get(digest, 0))


def _lay_out_afresh(digest: str) -> None:
    _kept(TURNS)[digest] = turn(digest) + 1
