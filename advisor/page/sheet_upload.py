"""An uploaded sheet with everything said about it, and what is remembered of its like."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from advisor import Choices, Memory, Reading, bare_choices, fitting, memory_of
from advisor.journal import SheetRead, State, Upload
from advisor.page import memory
from advisor.page.carrying import take_back
from advisor.page.figures import Sheet
from advisor.page.hosted import too_many
from advisor.page.keeping import journal
from advisor.page.memory import Step
from advisor.page.sheet_memory import remembered, without_contacts
from advisor.page.sheet_reading import read_sheet
from advisor.page.sheet_state import LAST_TIME, Said, kept, lay_out, pending, settled
from advisor.views.remembered import REMEMBERED, lines_in

CONTENT = "sheet_content"
"""Key of the session: digest and bytes of the present file."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Uploaded:
    """A sheet of the person's own.

    digest   of its content; everything said about it is kept under this
    plain    as it is read when nothing is said
    reading  as it is read now
    refused  why the last thing said could not be done, and was taken back; "" else
    """

    name: str
    digest: str
    plain: Reading
    reading: Reading
    said: Said
    today: date
    refused: str = ""

    @property
    def sheet(self) -> Sheet:
        """What is ranked, before what is kept about its invites."""
        told = f"{self.digest} {self.said.choices.to_json()} {self.today}"
        token = hashlib.sha256(told.encode()).hexdigest()
        mark = memory.mark_of(memory.seen())
        return Sheet(reading=self.reading, token=token, sample=False, mark=mark)


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """An uploaded file on a day."""

    content: bytes
    name: str
    today: date

    def read(self, choices: Choices) -> Reading | str:
        """The reading with these choices, or why there is none, or none that may be shown here."""
        answer = read_sheet(self.content, self.name, choices, self.today)
        return (too_many(answer) or answer) if isinstance(answer, Reading) else answer.text

    def read_or_none(self, choices: Choices) -> Reading | None:
        """The reading with these choices; None where there is none."""
        answer = self.read(choices)
        return None if isinstance(answer, str) else answer


def take_in(content: bytes, name: str, today: date) -> str:
    """Have a file kept that was dropped on the page; "", or why it cannot be read."""
    file = File(content=content, name=name, today=today)
    plain = file.read(Choices())
    if isinstance(plain, str):
        return plain
    brought, carried = _brought(file) if _is_ours(plain) else ({}, [])
    said_of_it = _known_choices(file, plain, brought)
    reading = file.read(said_of_it.choices)
    if isinstance(reading, str):
        said_of_it, reading = Said(), plain
    remembered_now = brought | _remembered(file, plain, said_of_it.choices)
    if _keep_sheet(file, reading, _step(said_of_it), remembered_now):
        for line in carried:
            take_back(line)
    return ""


def _is_ours(plain: Reading) -> bool:
    """Whether the file is a workbook taken along from here."""
    return any(one.name == REMEMBERED for one in plain.sheets)


def _known_choices(file: File, plain: Reading, brought: Mapping[str, Memory]) -> Said:
    """What was said of this very file, or of the last one like it.

    brought  what the file itself remembers
    """
    upload = memory.seen().upload
    if upload is not None and upload.digest == plain.digest:
        return Said(choices=Choices.from_json(upload.choices))
    like = brought.get(plain.shape) or memories(memory.own()).get(plain.shape)
    found = None if like is None else fitting(like, plain, file.read_or_none)
    known = found is not None and found != Choices()
    return Said(choices=found, what=LAST_TIME) if known and found else Said()


def _step(said: Said) -> Step:
    return Step(what=said.what or "the new sheet", of_sheet=bool(said.what))


def _keep_sheet(
    file: File, reading: Reading, step: Step, remembered_now: Mapping[str, Memory]
) -> bool:
    sheet = SheetRead(
        content=file.content,
        name=file.name,
        choices=reading.choices.to_json(),
        invites=reading.invites,
        remembered={shape: one.to_json() for shape, one in remembered_now.items()},
    )
    keep = partial(_upload, sheet=sheet)
    return memory.act(keep, step, looking_at=memory.own())


def _upload(record: Any, state: State, *, sheet: SheetRead) -> None:
    record.upload(state, sheet)


def present(upload: Upload, today: date) -> Uploaded | str:
    """The sheet the journal holds, with everything said so far; a sentence if it is unreadable."""
    file = File(content=_content(upload.digest), name=upload.name, today=today)
    plain = file.read(Choices())
    if isinstance(plain, str):
        return plain
    refused = _keep_pending(file, plain)
    now = kept(plain.digest)
    reading = file.read(now.choices)
    if isinstance(reading, str):
        # It could be read when this was said, so only the program has changed since.
        refused, reading = reading, plain
    lay_out(plain.digest)
    return Uploaded(
        name=upload.name,
        digest=plain.digest,
        plain=plain,
        reading=reading,
        said=now,
        today=today,
        refused=refused,
    )


def _keep_pending(file: File, plain: Reading) -> str:
    """Have the waiting step kept if the sheet can be read with it; "", or why it cannot."""
    step = pending(plain.digest)
    if step is None:
        return ""
    reading = file.read(step.choices)
    settled()
    if isinstance(reading, str):
        return reading
    _keep_sheet(file, reading, _step(step), _remembered(file, plain, step.choices))
    return ""


def _content(digest: str) -> bytes:
    """The bytes of the present file, fetched from the journal once."""
    held: tuple[str, bytes] | None = st.session_state.get(CONTENT)
    if held is None or held[0] != digest:
        held = (digest, journal().content(memory.person(), digest))
        st.session_state[CONTENT] = held
    return held[1]


def memories(state: State) -> Mapping[str, Memory]:
    """Shape → what this person said last of a sheet of that shape."""
    kept = {shape: Memory.from_json(text) for shape, text in state.remembered.items()}
    return {shape: one for shape, one in kept.items() if one is not None}


def remembered_text(state: State, reading: Reading, text: pd.DataFrame, *, contacts: bool) -> str:
    """Everything remembered, to be taken along with a sheet, as lines.

    state          of the person whose sheets they are
    reading, text  of the sheet that is taken along; its rows are known again by this text
    contacts       whether what reaches a person may stay
    """
    told = dict(memories(state))
    if reading.choices != Choices():
        told[reading.shape] = memory_of(reading, text)
    kept = told.values() if contacts else map(without_contacts, told.values())
    return "\n".join(one.to_json() for one in kept)


def _remembered(file: File, plain: Reading, now: Choices) -> dict[str, Memory]:
    """What is to be remembered of the file for the next one like it, by shape."""
    bare = file.read(bare_choices(now)) if now != Choices() else ""
    return {plain.shape: remembered(plain, bare, now)} if isinstance(bare, Reading) else {}


def _brought(file: File) -> tuple[dict[str, Memory], list[str]]:
    """What a workbook of ours remembers of sheets, by shape; and the other lines it holds."""
    told = file.read(Choices(sheet=REMEMBERED))
    if not isinstance(told, Reading):
        return {}, []
    found = {line: Memory.from_json(line) for line in lines_in(told.columns, told.text)}
    known = {one.shape: one for one in found.values() if one is not None}
    return known, [line for line, one in found.items() if one is None]
