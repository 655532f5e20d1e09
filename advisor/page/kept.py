"""What a person keeps about one invite beyond the sheet; every call is on disk when it returns.

Invites go by the journal's own number, which survives a sheet that was sorted, filled in, or
uploaded again.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import partial
from typing import Any

from advisor.journal import Debrief, KeptInvite, State
from advisor.page import memory
from advisor.page.memory import Step
from advisor.rules.columns import COLUMNS, Field
from advisor.rules.kinds import NUMERIC
from advisor.views.amounts import count


class Manners(StrEnum):
    """Keys of how the person writes; each is also a widget's key."""

    TONE = "letter_tone"
    NAME = "letter_name"
    WHY = "letter_why"


WRITING: Mapping[Manners, str] = {
    Manners.TONE: "tone",
    Manners.NAME: "name",
    Manners.WHY: "say_why",
}
"""What each of them is called in the journal."""


Cells = Mapping[tuple[int, Field], float | None]
"""(invite, column) → the number given for it; None where it was emptied."""


def rated(number: int) -> list[Field]:
    """The numbers of an invite that the person has changed."""
    return numbers_of(memory.invite(number))


def numbers_of(one: KeptInvite) -> list[Field]:
    """The numbers of an invite that were changed."""
    return [key for key in one.edits if COLUMNS[key].kind in NUMERIC]


def keep_ratings(cells: Cells, what: str, *, of_sheet: bool = False) -> bool:
    """Keep changed numbers; they win over every version of the sheet."""
    step = Step(what=what, times=len(cells), of_sheet=of_sheet)
    return memory.act(partial(_edits, cells=cells), step)


def _edits(record: Any, state: State, *, cells: Cells) -> None:
    record.edits(state, cells)


def back_to_the_sheet(number: int) -> None:
    """Drop the numbers the person has changed: what the sheet says counts again."""
    keys = rated(number)
    words = f"going back to the sheet ({count(len(keys), 'number')})"
    step = Step(what=words, times=len(keys))
    memory.act(partial(_sheet_values, number=number, keys=keys), step)


def _sheet_values(record: Any, state: State, *, number: int, keys: list[Field]) -> None:
    for key in keys:
        record.sheet_value(state, number, key)


def keep_word(number: int, decision: str | None, reason: str) -> None:
    """Keep the person's own word against the verdict; None takes it back."""
    memory.act(
        lambda record, state: record.override(state, number, decision, reason),
        Step(what="your own word"),
    )


def keep_debrief(number: int, debrief: Debrief) -> None:
    """Keep the notes after an interview, in place of earlier ones."""
    memory.act(
        lambda record, state: record.debrief(state, number, debrief), Step(what="your notes")
    )


def keep_letter(number: int, made_from: str, text: str) -> None:
    """Keep a reply as edited."""
    memory.act(
        lambda record, state: record.letter(state, number, made_from, text),
        Step(what="a change of the reply"),
    )


def keep_manner(key: Manners, value: str | bool, seen: State) -> None:
    """Keep how the person writes, for every sheet of theirs.

    seen  what stood for them when they were shown how they write
    """
    memory.act(
        lambda record, state: record.writing(state, WRITING[key], value),
        looking_at=seen,
    )


def delete_invite(number: int) -> None:
    """Take an invite out of the ranking; undo brings it back."""
    memory.act(lambda record, state: record.removal(state, number), Step(what="deleting an invite"))


def add_invite(cells: Mapping[Field, object]) -> bool:
    """Keep an invite typed in by hand; a company is enough."""
    return memory.act(
        lambda record, state: record.invite(state, cells),
        Step(what="adding an invite"),
        looking_at=memory.own(),
    )
