"""Taking a journal along: everything as one JSON text, and back into another journal."""

import json
import sqlite3
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import PurePath
from typing import Any

from advisor.journal.deriving import derive
from advisor.journal.history import TAKES_BACK, Act, Deed, add, read, written_time
from advisor.journal.persons import add_person, all_persons, unlike
from advisor.journal.rows import invites_table
from advisor.journal.schema import MIGRATIONS
from advisor.journal.state import Person
from advisor.journal.trouble import MALFORMED, JournalError

MAKER = "interview-advisor journal"

NOT_OURS = (
    "This is not a journal that the advisor has exported, or it was changed since: {why}. "
    "Nothing was imported."
)
NEWER = (
    "This journal was exported by a newer version of the advisor (schema {found}; this one knows "
    "{known}). Nothing was imported. Update the advisor."
)


def exported(connection: sqlite3.Connection, persons: Sequence[Person], *, names: bool) -> str:
    """The history and the files of these persons as JSON.

    names  whether it says who they are: without, neither their names nor their files' are in it
    """
    whole = {
        "made_by": MAKER,
        "schema": len(MIGRATIONS),
        "persons": [_one(connection, person, names=names) for person in persons],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False)


def _one(connection: sqlite3.Connection, person: Person, *, names: bool) -> dict[str, Any]:
    uploads = connection.execute(
        "SELECT digest, content FROM upload WHERE person = ? ORDER BY id", (person.id,)
    )
    entries = [
        {
            "id": one.entry.id,
            "at": written_time(one.entry.at),
            "kind": one.entry.kind,
            "subject": one.entry.subject,
            "body": one.body if names else _nameless(one.entry.kind, one.body),
        }
        for one in read(connection, person.id)
    ]
    return {
        **({"name": person.name} if names else {}),
        "since": written_time(person.since),
        "uploads": [[digest, b64encode(content).decode()] for digest, content in uploads],
        "entries": entries,
    }


def _nameless(kind: str, body: Mapping[str, Any]) -> Mapping[str, Any]:
    """The body of an entry without the name of a file, or the one a person signs with."""
    if kind == Act.WRITING and body["of"] == "name":
        return {**body, "value": ""}
    if "file" not in body:
        return body
    return {**body, "file": f"sheet{PurePath(body['file']).suffix}"}


def imported(connection: sqlite3.Connection, text: str, now: datetime) -> tuple[Person, ...]:
    """Every person of an exported journal as a new person; nobody's history is touched.

    Raises `JournalError` for anything else, before the transaction around it is committed.
    """
    try:
        whole = json.loads(text)
        if whole["made_by"] != MAKER:
            raise ValueError(f"{whole['made_by']!r} made it")
        found, known = whole["schema"], len(MIGRATIONS)
        if found > known:
            raise JournalError("future", NEWER.format(found=found, known=known))
        return tuple(_taken_in(connection, one, now) for one in whole["persons"])
    except (*MALFORMED, sqlite3.IntegrityError) as trouble:
        why = f"{type(trouble).__name__}, {trouble}"
        raise JournalError("not_an_export", NOT_OURS.format(why=why)) from trouble


def _taken_in(connection: sqlite3.Connection, one: Mapping[str, Any], now: datetime) -> Person:
    taken = [person.name for person in all_persons(connection)]
    person = add_person(connection, unlike(one.get("name") or "Imported", taken), now)
    for digest, plain in one["uploads"]:
        content = b64decode(plain, validate=True)
        if sha256(content).hexdigest() != digest:
            raise ValueError(f"a file in it is not what its digest {digest!r} says")
        connection.execute(
            "INSERT INTO upload (person, digest, content) VALUES (?, ?, ?)",
            (person.id, digest, content),
        )
    _take_in_entries(connection, person, one["entries"])
    history = read(connection, person.id)
    invites_table(derive(person, history).invites)
    return person


def _take_in_entries(
    connection: sqlite3.Connection, person: Person, entries: Iterable[Mapping[str, Any]]
) -> None:
    """Add the entries in their order under new ids; undo and redo follow to the new ones."""
    ids: dict[int, int] = {}
    highest = 0
    for entry in entries:
        body, kind = dict(entry["body"]), Act(entry["kind"])
        if kind in TAKES_BACK:
            body["of"] = ids[body["of"]]
        at = datetime.fromisoformat(entry["at"])
        deed = Deed(at=at, kind=kind, subject=entry["subject"], body=body)
        ids[entry["id"]] = add(connection, person.id, deed)
        highest = max([highest, *_invites_of(kind, body)])
    connection.execute("UPDATE person SET invites = ? WHERE id = ?", (highest, person.id))


def _invites_of(kind: Act, body: Mapping[str, Any]) -> list[int]:
    if kind is Act.UPLOAD:
        return [number for _, number in body["ids"]]
    return [body["invite"]] if kind is Act.ADD else []
