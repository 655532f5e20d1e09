"""Replies to take along: all in one file, as edited where they were, and without the contact."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pandas as pd

from advisor.rules.columns import Field
from advisor.views.letter_wording import Tone
from advisor.views.letters import Invitation, Letter, Manner, addressee, invitation, letter
from advisor.views.private import LEFT_OUT, without_contacts
from advisor.views.wording import LOOKS, company_name, one_line


def mark_of(written: Letter) -> str:
    """A short mark of the text a reply was made from; another text is another reply."""
    return hashlib.sha256(written.text.encode("utf-8", "replace")).hexdigest()[:16]


def without_names(one: Invitation, edited: Mapping[str, str], name: str) -> dict[str, str]:
    """The edited replies to one invite as they are where neither contact nor signature is known.

    edited  text by the mark it was made from; what was made from an older row is left out
    name    the person signs with
    """
    told = {}
    for manner in _manners(name):
        open_ = letter(one, manner)
        hidden = letter(replace(one, contact=None), replace(manner, name=""))
        if mark_of(open_) in edited:
            text = _greeting_nobody(edited[mark_of(open_)], open_, hidden, one)
            told[mark_of(hidden)] = without_contacts(_unsigned(text, name))
    return told


def _manners(name: str) -> Iterator[Manner]:
    for tone in Tone:
        for say_why in (False, True):
            yield Manner(tone=tone, name=name, say_why=say_why)


def _greeting_nobody(text: str, open_: Letter, hidden: Letter, one: Invitation) -> str:
    """The text with the greeting of the letter that knows no contact, their name taken out."""
    who = addressee(one.contact)
    greeting, line, rest = text.partition("\n")
    usual, plain = (each.text.partition("\n")[0] for each in (open_, hidden))
    greeting = plain if greeting == usual else _without(who.split(" ")[0], _without(who, greeting))
    return f"{greeting}{line}{_without(who, rest)}"


def _unsigned(text: str, name: str) -> str:
    return text.removesuffix(f"\n{one_line(name)}") if name.strip() else text


def _without(name: str, text: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", LEFT_OUT, text) if name else text


def all_letters(
    answer: Any,
    manner: Manner,
    *,
    contacts: bool = False,
    edited: Mapping[int, Mapping[str, str]] = MappingProxyType({}),
) -> bytes:
    """Every reply to an invite that is not over, best first, as one text file.

    contacts  whether to greet by name and give the address
    edited    row → text by the mark of the reply it was made from
    """
    start = answer.invites[Field.START]
    over = set(start.index[start < pd.Timestamp(answer.today)].tolist())
    titled = []
    for row in answer.assessment.advice.index:
        if row not in over:
            one = invitation(answer, row, answer.windows.get(row, ()))
            title = f"{company_name(one.company, row)}: {LOOKS[one.decision].word.lower()}"
            titled.append((title, _reply(one, manner, edited.get(row, {}), contacts=contacts)))
    content = letters_text(titled)
    return content if contacts else without_contacts(content.decode()).encode()


def _reply(one: Invitation, manner: Manner, edited: Mapping[str, str], *, contacts: bool) -> Letter:
    """The reply as edited, if it was; greeting nobody by name unless contacts are asked for."""
    open_, hidden = letter(one, manner), letter(replace(one, contact=None), manner)
    text = edited.get(mark_of(open_))
    if text is None:
        return open_ if contacts else hidden
    if contacts:
        return replace(open_, text=text)
    return replace(hidden, text=_greeting_nobody(text, open_, hidden, one))


def letters_text(titled: Sequence[tuple[str, Letter]]) -> bytes:
    """All replies as one text file, each under its title."""
    parts = [
        "\n".join(filter(None, [title, "=" * len(title), one.to and f"To: {one.to}"]))
        + f"\nSubject: {one.subject}\n\n{one.text}\n"
        for title, one in titled
    ]
    return "\n\n".join(parts).encode("utf-8", errors="replace")
