"""The JSON of the command line: every object of its contract, from the tables and findings.

Readings, problems and plans are read by attribute, so that this room needs to know neither the
one that reads files nor the one that judges.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from itertools import repeat
from math import isfinite
from typing import Any

import pandas as pd

from advisor.rules.advice import Advice, missing_inputs
from advisor.rules.columns import COLUMNS, START_HAS_TIME, Field
from advisor.rules.kinds import NUMERIC
from advisor.rules.motivations import Motive
from advisor.rules.profile import Profile
from advisor.views.answer import Answer
from advisor.views.private import without_contacts
from advisor.views.strict_json import plain, to_json

RANK_PROBLEM = ("code", "level", "row", "column", "field", "value", "text")
"""What `rank` tells of a problem."""

READ_PROBLEM = (*RANK_PROBLEM, "assumed", "fix", "choices")
"""What `read` tells of a problem."""

RANK_SET_ASIDE = ("row", "text")
READ_SET_ASIDE = ("row", "code", "text")
QUESTION = ("column", "text", "guess", "samples")
PLAN = (
    "chosen",
    "order",
    "left_out",
    "surplus_hours",
    "prep_hours",
    "next_hour_worth",
    "next_hour_adds",
    "order_clashes",
)

YES_OR_NO = {1.0: True, 0.0: False}


def _told(thing: object, names: Sequence[str]) -> dict[str, Any]:
    """The named attributes of a finding, as JSON holds them."""
    return {name: plain(getattr(thing, name)) for name in names}


def _all_told(things: Iterable[object], names: Sequence[str]) -> list[dict[str, Any]]:
    return [_told(thing, names) for thing in things]


def starts(invites: pd.DataFrame) -> list[str | None]:
    """When each interview is: a moment, a bare day where no time is known, None where nothing is.

    invites  m rows; the texts are in its order
    """
    moments = invites[Field.START].tolist()
    return [
        None if when is pd.NaT else (when if has_time else when.date()).isoformat()
        for when, has_time in zip(moments, invites[START_HAS_TIME].tolist(), strict=True)
    ]


def _days(invites: pd.DataFrame) -> list[str | None]:
    moments = invites[Field.REPLY_BY].tolist()
    return [None if when is pd.NaT else when.date().isoformat() for when in moments]


def _yes_or_no(invites: pd.DataFrame) -> list[bool | None]:
    return [YES_OR_NO.get(mark) for mark in invites[Field.FIRST_CHOICE].tolist()]


SPECIAL: Mapping[Field, Callable[[pd.DataFrame], list[Any]]] = {
    Field.START: starts,
    Field.REPLY_BY: _days,
    Field.FIRST_CHOICE: _yes_or_no,
}
"""Columns whose cells are not told as they stand in the table."""


def numbers(column: pd.Series) -> list[Any]:
    """A column of numbers as JSON holds it, None where one is unknown."""
    return [cell if isfinite(cell) else plain(cell) for cell in column.tolist()]


def cells(invites: pd.DataFrame, key: Field) -> list[Any]:
    """One column of the invites as JSON holds it, None where a cell is empty."""
    if key in SPECIAL:
        return SPECIAL[key](invites)
    if COLUMNS[key].kind in NUMERIC:
        return numbers(invites[key])
    return [cell if isinstance(cell, str) else None for cell in invites[key].tolist()]


def understood(invites: pd.DataFrame) -> list[dict[str, Any]]:
    """What was read of each invite: its row and every column that has a value."""
    columns = {key.value: cells(invites, key) for key in COLUMNS if invites[key].notna().any()}
    rows = zip(*columns.values(), strict=True) if columns else repeat((), len(invites))
    return [
        {"row": int(row)}
        | {key: cell for key, cell in zip(columns, held, strict=True) if cell is not None}
        for row, held in zip(invites.index, rows, strict=True)
    ]


def _six(table: pd.DataFrame, rows: pd.Index) -> list[dict[str, float]]:
    motives = [motive.value for motive in Motive]
    held = table.loc[rows, motives].to_numpy().tolist()
    return [dict(zip(motives, numbers, strict=True)) for numbers in held]


def _flips(advice: pd.DataFrame, parts: Mapping[str, Advice]) -> list[dict[str, Any] | None]:
    """A change that flips the verdict by its parts; None where the first part, its name, is."""
    columns = [[plain(cell) for cell in advice[column].tolist()] for column in parts.values()]
    changes = [dict(zip(parts, held, strict=True)) for held in zip(*columns, strict=True)]
    return [None if None in change.values() else change for change in changes]


FLIP_ANSWER = {
    "input": Advice.FLIP_INPUT,
    "value": Advice.FLIP_VALUE,
    "distance": Advice.FLIP_DISTANCE,
}
FLIP_POINTS = {"points": Advice.FLIP_POINTS, "from": Advice.FLIP_FROM, "to": Advice.FLIP_TO}

CARRIED = (Field.COMPANY, Field.ROLE, Field.START, Field.REPLY_BY)
FIGURES = (
    Advice.WORTH,
    Advice.COST,
    Advice.SURPLUS,
    Advice.SURPLUS_LOW,
    Advice.SURPLUS_HIGH,
)
CERTAINTY = (Advice.ACCEPT_SHARE, Advice.ACCEPT_SHARE_ANY, Advice.CONFIDENCE)


def _missing(advice: pd.DataFrame) -> list[list[str]]:
    masks = [int(mask) for mask in advice[Advice.MISSING].tolist()]
    named = {mask: missing_inputs(mask) for mask in set(masks)}
    return [list(named[mask]) for mask in masks]


def ranked(answer: Answer) -> list[dict[str, Any]]:
    """What is advised on each invite, best first."""
    advice, rows = answer.advice, answer.advice.index
    invites = answer.invites.loc[rows]
    figures: dict[str, list[Any]] = {key: numbers(advice[key]) for key in FIGURES}
    sure: dict[str, list[Any]] = {key: numbers(advice[key]) for key in CERTAINTY}
    columns: dict[str, Sequence[Any]] = {
        "row": [int(row) for row in rows],
        Advice.RANK: [int(rank) for rank in advice[Advice.RANK]],
        **{key: cells(invites, key) for key in CARRIED},
        Advice.VERDICT: [str(verdict) for verdict in advice[Advice.VERDICT]],
        Advice.REASON: [str(reason) for reason in advice[Advice.REASON]],
        Advice.DECISION: [str(decision) for decision in answer.decisions.loc[rows]],
        **figures,
        Advice.GATE: [str(gate) for gate in advice[Advice.GATE]],
        "values": _six(answer.assessment.values, rows),
        "hours": _six(answer.assessment.hours, rows),
        **sure,
        Advice.ASK: advice[Advice.ASK].tolist(),
        "flip_answer": _flips(advice, FLIP_ANSWER),
        "flip_points": _flips(advice, FLIP_POINTS),
        "missing": _missing(advice),
        "why": [str(why) for why in answer.whys.loc[rows]],
    }
    keys = [str(key) for key in columns]
    return [dict(zip(keys, held, strict=True)) for held in zip(*columns.values(), strict=True)]


def profile_record(profile: Profile) -> dict[str, Any]:
    """Every field of the profile by name, null where it is unset."""
    return {one.name: plain(getattr(profile, one.name)) for one in fields(profile)}


def rank_record(answer: Answer) -> dict[str, Any]:
    """The one object `rank --json` prints."""
    return {
        "invites": ranked(answer),
        "plan": _told(answer.plan, PLAN),
        "set_aside": _all_told(answer.reading.set_aside, RANK_SET_ASIDE),
        "problems": _all_told(answer.problems, RANK_PROBLEM),
        "columns": plain(answer.reading.columns),
        "profile": profile_record(answer.profile),
    }


def rank_json(answer: Answer, *, contacts: bool = False) -> bytes:
    """The same as a file; what reaches a person is left out unless asked for."""
    record = rank_record(answer)
    kept: dict[str, Any] = record if contacts else _discreet(record)
    return f"{to_json(kept)}\n".encode("utf-8", errors="backslashreplace")


def _discreet(value: Any) -> Any:
    """The value with nothing in any of its texts that reaches a person."""
    if isinstance(value, str):
        return without_contacts(value)
    if isinstance(value, dict):
        return {key: _discreet(one) for key, one in value.items()}
    return [_discreet(one) for one in value] if isinstance(value, list) else value


def read_record(file: str, reading: Any) -> dict[str, Any]:
    """The object `read --json` prints for one file; `file` is the argument as given."""
    return {
        "file": file,
        "sheet": reading.sheet,
        "rows_read": int(reading.rows_read),
        "invites": understood(reading.invites),
        "set_aside": _all_told(reading.set_aside, READ_SET_ASIDE),
        "problems": _all_told(reading.problems, READ_PROBLEM),
        "columns": plain(reading.columns),
        "questions": _all_told(reading.questions, QUESTION),
        "encoding": reading.encoding,
        "delimiter": reading.delimiter,
    }


def failure_record(file: str, code: str, text: str) -> dict[str, Any]:
    """The object `read --json` prints for a file that cannot be read."""
    return {"file": file, "error": code, "text": text}
