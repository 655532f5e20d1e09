"""An uploaded sheet with everything said about it, and what is remembered of its like."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd
import streamlit as st

from advisor import Choices, Reading
from advisor.page.carrying import take_back
from advisor.page.figures import Sheet
from advisor.page.sheet_memory import (
    Memory,
    bare_choices,
    file_choices,
    marks_of,
    remembered,
    with_columns,
    with_the_rest,
)
from advisor.page.sheet_reading import read_sheet
from advisor.page.sheet_state import HISTORY, Said, said, step, undo
from advisor.views.remembered import REMEMBERED, joined

MEMORIES = "sheet_memories"
"""Key of the session: shape of a sheet → the last memory of such a sheet."""


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
        return Sheet(reading=self.reading, token=token, sample=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """An uploaded file on a day."""

    content: bytes
    name: str
    today: date

    def read(self, choices: Choices) -> Reading | str:
        """The reading with these choices, or why there is none."""
        answer = read_sheet(self.content, self.name, choices, self.today)
        return answer if isinstance(answer, Reading) else answer.text


def upload(content: bytes, name: str, today: date) -> Uploaded | str:
    """The sheet as understood with everything said so far; a sentence where it cannot be read."""
    file = File(content=content, name=name, today=today)
    plain = file.read(Choices())
    if isinstance(plain, str):
        return plain
    if plain.digest not in st.session_state.get(HISTORY, {}):
        _recall(file, plain)
    refused = ""
    while isinstance(reading := file.read(said(plain.digest).choices), str):
        refused = reading
        undo(plain.digest)
    now = said(plain.digest)
    _remember(file, plain, now.choices)
    return Uploaded(
        name=name,
        digest=plain.digest,
        plain=plain,
        reading=reading,
        said=now,
        today=today,
        refused=refused,
    )


def memories() -> Mapping[str, Memory]:
    """Shape → what is remembered of sheets of that shape."""
    kept: dict[str, Memory] = st.session_state.setdefault(MEMORIES, {})
    return kept


def remembered_text(shape: str, text: pd.DataFrame, *, contacts: bool) -> str:
    """Everything remembered, to be taken along with a sheet, as lines.

    shape, text  of the sheet that is taken along; its rows are known again by this text
    contacts     whether what reaches a person may stay
    """
    lines = []
    for memory in memories().values():
        kept = memory if contacts else memory.without_contacts()
        here = kept.shape == shape
        lines.append((replace(kept, rows=marks_of(text, kept.rows)) if here else kept).to_json())
    return "\n".join(lines)


def _keep(memory: Memory) -> None:
    st.session_state.setdefault(MEMORIES, {})[memory.shape] = memory


def _remember(file: File, plain: Reading, now: Choices) -> None:
    if now == Choices():
        return
    bare = file.read(bare_choices(now))
    if isinstance(bare, Reading):
        _keep(remembered(plain, bare, now))


def _recall(file: File, plain: Reading) -> None:
    """Take in what a workbook of ours remembers, then read the sheet like the last of its shape."""
    if any(sheet.name == REMEMBERED for sheet in plain.sheets):
        _take_in(file)
    memory = memories().get(plain.shape)
    found = None if memory is None else _fitting(memory, file, plain)
    if found is not None and found != Choices():
        step(plain.digest, Said(choices=found, what="what you said last time"))


def _take_in(file: File) -> None:
    told = file.read(Choices(sheet=REMEMBERED))
    if isinstance(told, Reading):
        cells = [*told.columns, *told.text.to_numpy().ravel().tolist()]
        for line in joined(cells).splitlines():
            memory = Memory.from_json(line)
            if memory is not None:
                _keep(memory)
            else:
                take_back(line)


def _fitting(memory: Memory, file: File, plain: Reading) -> Choices | None:
    """What is remembered, as far as it fits this sheet; None where it cannot be read so."""
    if memory.digest == plain.digest:
        return memory.choices
    bare = file.read(file_choices(memory, plain))
    if isinstance(bare, str):
        return None
    mapped = file.read(with_columns(memory, bare))
    return None if isinstance(mapped, str) else with_the_rest(memory, mapped, bare)
