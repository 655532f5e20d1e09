"""What the journal's invites are asked for in every run, looked up once while they are the same."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from advisor.journal import KeptInvite

LAST = "known_invites"
"""Key of the session: what was looked up last."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Known:
    """The invites of one state, gone and removed ones included.

    changed  of which the newer sheet says something else
    gone     which a newer sheet came without
    noted    with a debrief
    """

    invites: tuple[KeptInvite, ...]
    by_number: Mapping[int, KeptInvite]
    changed: tuple[KeptInvite, ...]
    gone: tuple[KeptInvite, ...]
    noted: tuple[KeptInvite, ...]


def known(invites: tuple[KeptInvite, ...]) -> Known:
    """The invites of a state by what is asked of them; they are the same while the tuple is."""
    last: Known | None = st.session_state.get(LAST)
    if last is None or last.invites is not invites:
        last = Known(
            invites=invites,
            by_number={one.id: one for one in invites},
            changed=tuple(one for one in invites if one.changes and one.present),
            gone=tuple(one for one in invites if one.gone_since and not one.removed),
            noted=tuple(one for one in invites if one.debrief),
        )
        st.session_state[LAST] = last
    return last
