"""The persons of a journal: new, opened, renamed, deleted. No two share a name."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from advisor.journal.history import written_time
from advisor.journal.state import Person
from advisor.journal.trouble import JournalError

FIRST_NAME = "Me"
"""Name of the first person, until they say another."""

NO_PERSON = (
    "This person is no longer in the journal; somebody has deleted them. "
    "Nothing was kept. Choose another person."
)


def _person(row: Sequence[object]) -> Person:
    number, name, since = row
    return Person(id=int(str(number)), name=str(name), since=datetime.fromisoformat(str(since)))


def all_persons(
    connection: sqlite3.Connection, *, made_up: bool | None = None
) -> tuple[Person, ...]:
    """Everybody, by name; only real or only made-up ones where asked."""
    rows = connection.execute(
        "SELECT id, name, since FROM person WHERE made_up = coalesce(?, made_up)", (made_up,)
    )
    return tuple(sorted(map(_person, rows), key=lambda one: (one.name.casefold(), one.id)))


def find_person(connection: sqlite3.Connection, number: int) -> Person:
    """The person with this id; `JournalError` where they are not, or no longer, here."""
    row = connection.execute(
        "SELECT id, name, since FROM person WHERE id = ?", (number,)
    ).fetchone()
    if row is None:
        raise JournalError("no_person", NO_PERSON)
    return _person(row)


def last_opened(connection: sqlite3.Connection) -> Person | None:
    """Who was chosen last; None in an empty journal."""
    row = connection.execute(
        "SELECT id, name, since FROM person WHERE NOT made_up ORDER BY opened DESC, id LIMIT 1"
    ).fetchone()
    return None if row is None else _person(row)


def add_person(
    connection: sqlite3.Connection, name: str, at: datetime, *, made_up: bool = False
) -> Person:
    """A new person, opened; `JournalError` where the name is empty or taken."""
    free = _free_name(connection, name)
    moment = written_time(at)
    added = connection.execute(
        "INSERT INTO person (name, since, opened, made_up) VALUES (?, ?, ?, ?)",
        (free, moment, moment, made_up),
    )
    return find_person(connection, int(added.lastrowid or 0))


def open_person(connection: sqlite3.Connection, number: int, at: datetime) -> Person:
    """Switch to a person; the journal opens with them from now on."""
    connection.execute("UPDATE person SET opened = ? WHERE id = ?", (written_time(at), number))
    return find_person(connection, number)


def rename_person(connection: sqlite3.Connection, number: int, name: str) -> Person:
    """Give a person another name; `JournalError` where it is empty or taken."""
    find_person(connection, number)
    free = _free_name(connection, name, besides=number)
    connection.execute("UPDATE person SET name = ? WHERE id = ?", (free, number))
    return find_person(connection, number)


def unlike(name: str, taken: Sequence[str]) -> str:
    """The name, with a number behind it if it is taken.

    >>> unlike("Ann", ["ann", "Ann (2)"])
    'Ann (3)'
    """
    others = {one.casefold() for one in taken}
    count, found = 1, name
    while found.casefold() in others:
        count += 1
        found = f"{name} ({count})"
    return found


def _free_name(connection: sqlite3.Connection, name: str, besides: int | None = None) -> str:
    clean = " ".join(name.split())
    if not clean:
        raise JournalError("name_empty", "A person needs a name; type one or two letters.")
    for one in all_persons(connection):
        if one.name.casefold() == clean.casefold() and one.id != besides:
            text = f'There is already a person named "{one.name}". Choose another name.'
            raise JournalError("name_taken", text)
    return clean
