"""The reply to send: a letter to look over, change, copy or open in the mail program."""

import hashlib
from dataclasses import replace

import streamlit as st

from advisor.page import memory
from advisor.page.figures import Figures
from advisor.page.kept import Manners, keep_letter
from advisor.rules.verdict import Decision
from advisor.views.letter_wording import Tone
from advisor.views.letters import Letter, Manner, invitation, letter, mail_link
from advisor.views.wording import LOOKS

TALL = 320
"""Pixels of the field in which a letter is edited."""


def manner() -> Manner:
    """How the person writes, as entered."""
    session = st.session_state
    return Manner(
        tone=Tone(session.get(Manners.TONE) or Tone.WARM),
        name=session.get(Manners.NAME) or "",
        say_why=bool(session.get(Manners.WHY)),
    )


def reply_to(found: Figures, row: int) -> None:
    """The letter for what was decided on this invite."""
    decision, number = str(found.decisions[row]), found.numbers[row]
    with st.expander(f"The reply to send: {LOOKS[decision].word.lower()}", icon=":material/mail:"):
        _manners(says_no=decision == Decision.DECLINE)
        written = letter(invitation(found, row, found.windows.get(row, ())), manner())
        edited = _edited(written, number)
        _send(edited)


def _manners(*, says_no: bool) -> None:
    st.session_state.setdefault(Manners.TONE, Tone.WARM)
    st.segmented_control("Tone", list(Tone), key=Manners.TONE, required=True)
    st.text_input("Your name, to sign with", key=Manners.NAME, max_chars=60)
    st.checkbox("Say why, politely", key=Manners.WHY, disabled=not says_no)


def _edited(written: Letter, number: int) -> Letter:
    """The letter as the person changed it; another letter starts afresh."""
    made_from = hashlib.sha256(written.text.encode("utf-8", "replace")).hexdigest()[:16]
    key = f"letter_{number}_{made_from}"
    st.session_state[key] = memory.invite(number).letters.get(made_from, written.text)
    text = st.text_area(
        "Look it over and change what you like",
        key=key,
        height=TALL,
        on_change=_keep,
        args=(number, made_from, key),
    )
    return replace(written, text=text)


def _keep(number: int, made_from: str, key: str) -> None:
    keep_letter(number, made_from, st.session_state[key])


def _send(edited: Letter) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.link_button(
            "Open in mail program",
            mail_link(edited),
            icon=":material/outgoing_mail:",
            help="Opens a new message on this computer; nothing is sent until you send it.",
        )
        with st.popover("Copy", icon=":material/content_copy:"):
            st.caption("Subject")
            st.code(edited.subject, language=None, wrap_lines=True)
            st.caption("Letter")
            st.code(edited.text, language=None, wrap_lines=True)
