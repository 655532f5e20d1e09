"""What a person keeps about an invite beyond the sheet, in plain records, behind this one door.

Everything is held under the invite's lasting identifier, so that it survives a sheet that was
sorted, filled in, or uploaded again; another keeper can take over without any panel noticing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

import streamlit as st

from advisor.journal import Debrief
from advisor.rules.columns import Field

SHELF = "kept"
"""The key of the session under which all of it stands."""


class Manners(StrEnum):
    """Keys of how the person writes; each is also a widget's key."""

    TONE = "letter_tone"
    NAME = "letter_name"
    WHY = "letter_why"


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """The person's own word against the verdict, and why."""

    decision: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """All that is kept of one invite.

    name     what the invite was called when something was kept
    ratings  cells the person has changed, by column; NaN where they emptied one
    letters  replies as edited, by the text they were made from
    """

    name: str = ""
    word: Word | None = None
    ratings: Mapping[Field, float] = field(default_factory=dict)
    debrief: Debrief | None = None
    letters: Mapping[str, str] = field(default_factory=dict)


NOTHING = Kept()


def _shelf() -> dict[str, Kept]:
    shelf: dict[str, Kept] = st.session_state.setdefault(SHELF, {})
    return shelf


def all_kept() -> Mapping[str, Kept]:
    """Everything, by the identifier of its invite."""
    return dict(_shelf())


def kept(uid: str) -> Kept:
    """What is kept of one invite; nothing where nothing is."""
    return _shelf().get(uid, NOTHING)


def keep(uid: str, **changes: Any) -> None:
    """Change what is kept of one invite."""
    _shelf()[uid] = replace(kept(uid), **changes)


def keep_all(entries: Mapping[str, Kept]) -> None:
    """Put everything back as it was, in place of what stands."""
    st.session_state[SHELF] = dict(entries)
