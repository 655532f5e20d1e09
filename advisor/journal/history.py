"""The history of one person: entries are added, read and taken back, never changed."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from advisor.journal.state import Entry
from advisor.journal.trouble import ChangedError


class Act(StrEnum):
    """What an entry of the history says was done."""

    UPLOAD = "upload"
    ANSWER = "answer"
    ADD = "add"
    REMOVE = "remove"
    EDIT = "edit"
    OVERRIDE = "override"
    DEBRIEF = "debrief"
    LETTER = "letter"
    WRITING = "writing"
    PROFILE = "profile"
    PIN = "pin"
    UNDO = "undo"
    REDO = "redo"


TAKES_BACK = frozenset({Act.UNDO, Act.REDO})

SHEET = "sheet"
"""Subject of everything that changes which invites there are and where they stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An entry with its body: the content of one act, in a form its kind decides."""

    entry: Entry
    body: Mapping[str, Any]


def written_time(at: datetime) -> str:
    """A moment as text that sorts, in UTC; ValueError for one without a zone.

    >>> written_time(datetime(2027, 1, 14, 10, tzinfo=UTC))
    '2027-01-14T10:00:00.000000+00:00'
    """
    if at.tzinfo is None:
        raise ValueError(f"The journal keeps moments in UTC; {at} has no time zone.")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What is about to become an entry."""

    at: datetime
    kind: Act
    subject: str
    body: Mapping[str, Any]


def add(connection: sqlite3.Connection, person: int, deed: Deed) -> int:
    """Add one entry and return its id, the new version of the history."""
    text = json.dumps(deed.body, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    added = connection.execute(
        "INSERT INTO entry (person, at, kind, subject, body) VALUES (?, ?, ?, ?, ?)",
        (person, written_time(deed.at), deed.kind.value, deed.subject, text),
    )
    return int(added.lastrowid or 0)


def read(
    connection: sqlite3.Connection, person: int, *, after: int = 0, until: datetime | None = None
) -> list[Written]:
    """The entries of one person in the order they were added, after a version, up to a moment."""
    moment = "9999" if until is None else written_time(until)
    rows = connection.execute(
        "SELECT id, at, kind, subject, body FROM entry "
        "WHERE person = ? AND id > ? AND at <= ? ORDER BY id",
        (person, after, moment),
    ).fetchall()
    # One long array is read several times as fast as ten thousand short texts.
    bodies = json.loads(f"[{','.join(row[-1] for row in rows)}]")
    return [
        Written(
            entry=Entry(id=number, at=datetime.fromisoformat(at), kind=kind, subject=subject),
            body=body,
        )
        for (number, at, kind, subject, _), body in zip(rows, bodies, strict=True)
    ]


CHANGED = (
    "This was changed in another window at {at:%H:%M} UTC, since you read it. That change stands "
    "and yours was not kept: look at it, and enter yours again if it still holds."
)


def check_unchanged(
    connection: sqlite3.Connection, person: int, subjects: Iterable[str], seen: int
) -> None:
    """Raise `ChangedError` if any subject has an entry later than the version seen."""
    for subject in subjects:
        _refuse_later(
            connection.execute(
                "SELECT id, at FROM entry WHERE person = ? AND subject = ? AND id > ? "
                "ORDER BY id DESC LIMIT 1",
                (person, subject, seen),
            )
        )


def check_newest(connection: sqlite3.Connection, person: int, seen: int) -> None:
    """Raise `ChangedError` if the history has any entry later than the version seen."""
    _refuse_later(
        connection.execute(
            "SELECT id, at FROM entry WHERE person = ? AND id > ? ORDER BY id DESC LIMIT 1",
            (person, seen),
        )
    )


def _refuse_later(found: sqlite3.Cursor) -> None:
    for number, at in found:
        raise ChangedError(CHANGED.format(at=datetime.fromisoformat(at)), int(number))


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Which entries count once undo and redo are played: what stands, and what redo brings back."""

    entries: tuple[Written, ...]
    undone: tuple[Entry, ...]


def standing(history: Sequence[Written]) -> Standing:
    """Play undo and redo; a new act ends what redo could bring back."""
    acts = {one.entry.id: one for one in history if one.entry.kind not in TAKES_BACK}
    counts = dict.fromkeys(acts, True)
    undone: list[int] = []
    for one in history:
        target = one.body.get("of")
        if one.entry.kind not in TAKES_BACK:
            undone.clear()
        elif target in counts:
            takes_back = one.entry.kind == Act.UNDO
            counts[target] = not takes_back
            undone = [number for number in undone if number != target]
            undone += [target] if takes_back else []
    return Standing(
        entries=tuple(acts[number] for number, stands in counts.items() if stands),
        undone=tuple(acts[number].entry for number in undone),
    )
