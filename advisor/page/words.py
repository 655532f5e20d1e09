"""Words on the page: a person's own text is only ever shown as text, never as markup."""

import re

import streamlit as st

from advisor.rules.motivations import MOTIVATIONS, Motive

MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~$:])")


def as_label(text: str) -> str:
    r"""Text made safe for a widget's label, where markup would be obeyed.

    >>> as_label("![](http://x) :material/home:")
    '\\!\\[\\]\\(http\\://x\\) \\:material/home\\:'
    """
    return MARKUP.sub(r"\\\1", " ".join(text.split()))


def swatch(motive: Motive) -> str:
    """The name of a motivation behind a square in its colour, for a label of our own."""
    one = MOTIVATIONS[motive]
    return f':color[■]{{foreground="{one.colour}"}} {one.label}'


def say(badge: str, colour: str, text: str) -> None:
    """One line: a badge in our words, and a person's text as it is."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.badge(badge, color=colour)  # type: ignore[arg-type]  # one of Streamlit's colours
        st.text(text)
