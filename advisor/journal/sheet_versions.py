"""A newer version of the sheet: where each of its lines belongs among the earlier invites."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

import pandas as pd

from advisor.journal.matching import (
    Cells,
    Matching,
    match,
    match_lines,
    same_lines,
    turned_out,
)
from advisor.journal.state import State


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRead:
    """A file, and the invites as they were read from it.

    choices     how it was read, as JSON
    invites     the table of the corridor, index `row`
    remembered  what was said of sheets, as text by a mark of their headings, for the next ones
    """

    content: bytes
    name: str
    choices: str
    invites: pd.DataFrame
    remembered: Mapping[str, str] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes, hex."""
        return sha256(self.content).hexdigest()


def matched(state: State, sheet: SheetRead, rows: Mapping[int, Cells]) -> Matching:
    """How the lines meet the earlier invites: by line in the same file, else by what they say."""
    upload = state.upload
    if upload is None or upload.digest != sheet.digest:
        return match(rows, state.invites)
    if not same_lines(upload.choices, sheet.choices):
        return match(rows, state.invites)
    return turned_out(match_lines(rows, state.invites), rows, state.invites, sheet.digest)


def is_news(state: State, sheet: SheetRead, rows: Mapping[int, Cells]) -> bool:
    """Whether the file, or how it was read, differs from what the history ends with."""
    upload = state.upload
    if upload is None or (upload.digest, upload.choices) != (sheet.digest, sheet.choices):
        return True
    return {one.row: one.cells for one in state.invites if one.row is not None} != rows


def placed(
    state: State, matching: Matching, rows: Mapping[int, Cells], numbers: Iterable[int]
) -> dict[str, Any]:
    """What the history keeps of it: the cells of each line, its invite, and what is asked.

    numbers  ids for the lines that are no earlier invite for certain
    """
    fresh = iter(numbers)
    ids = {row: matching.same.get(row) or next(fresh) for row in rows}
    held = set(ids.values())
    asked = {one.invite: one.candidates for one in state.questions if one.invite in held}
    asked |= {ids[row]: near for row, near in matching.asked.items()}
    return {
        "rows": rows,
        "ids": list(ids.items()),
        "asked": [[number, list(near)] for number, near in asked.items()],
        "joined": [list(pair) for pair in matching.joined.items()],
    }
