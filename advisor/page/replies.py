"""The reply to send: a letter to look over, change, copy or open in the mail program."""

from dataclasses import replace
from typing import Any

import streamlit as st

from advisor.journal import State, Writing
from advisor.page import memory
from advisor.page.figures import Figures
from advisor.page.kept import WRITING, Manners, keep_letter, keep_manner
from advisor.rules.verdict import Decision
from advisor.views.letter_wording import Tone
from advisor.views.letters import Letter, Manner, invitation, letter, mail_link
from advisor.views.letters_along import mark_of
from advisor.views.wording import LOOKS

TALL = 320
"""Pixels of the field in which a letter is edited."""


def manner() -> Manner:
    """How the person writes, as kept."""
    return as_manner(memory.own().writing)


def as_manner(writing: Writing) -> Manner:
    """How the person writes, as the views take it; a tone of another version is the first one."""
    known = writing.tone in {tone.value for tone in Tone}
    tone = Tone(writing.tone) if known else Tone.WARM
    return Manner(tone=tone, name=writing.name, say_why=writing.say_why)


def reply_to(found: Figures, row: int) -> None:
    """The letter for what was decided on this invite."""
    decision, number = str(found.decisions[row]), found.numbers[row]
    # The same words for every decision: a fold under other words is another one, and closed.
    with st.expander("The reply to send", icon=":material/mail:"):
        st.caption(f"For the decision as it stands: {LOOKS[decision].word.lower()}.")
        _manners(says_no=decision == Decision.DECLINE)
        written = letter(invitation(found, row, found.windows.get(row, ())), manner())
        edited = _edited(written, number)
        _send(edited)
        _in_other_words(written, number)


def _manners(*, says_no: bool) -> None:
    seen = memory.own()
    now = as_manner(seen.writing)
    for key, field in WRITING.items():
        st.session_state[key] = getattr(now, field)
    changed: dict[Manners, Any] = {
        key: {"key": key, "on_change": _keep_manner, "args": (key, seen)} for key in Manners
    }
    st.segmented_control("Tone", list(Tone), required=True, **changed[Manners.TONE])
    st.text_input("Your name, to sign with", max_chars=60, **changed[Manners.NAME])
    st.checkbox("Say why, politely", disabled=not says_no, **changed[Manners.WHY])


def _keep_manner(key: Manners, seen: State) -> None:
    keep_manner(key, st.session_state[key], seen)


def _edited(written: Letter, number: int) -> Letter:
    """The letter as the person changed it; another letter starts afresh."""
    made_from = mark_of(written)
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


def _in_other_words(written: Letter, number: int) -> None:
    """What the person made of this reply in another tone, for another date or decision."""
    kept = memory.invite(number).letters
    others = [text for mark, text in kept.items() if mark != mark_of(written)]
    if not others:
        return
    with st.popover("What you wrote before", icon=":material/history:"):
        st.caption(
            "You changed this reply when its tone, name, date or decision was another. "
            "It is back in its place as soon as that is as it was; or copy what you need."
        )
        for text in reversed(others):
            st.code(text, language=None, wrap_lines=True)
