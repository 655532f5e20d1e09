"""Whether a journal is whole: SQLite's own check, every file's digest, every history playable."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from advisor.journal.deriving import derive
from advisor.journal.history import read
from advisor.journal.opening import read_only, unreadable
from advisor.journal.persons import all_persons
from advisor.journal.place import Place
from advisor.journal.rows import invites_table
from advisor.journal.schema import MIGRATIONS, is_foreign, version_of
from advisor.journal.trouble import MALFORMED, MISSING


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkup:
    """What was found wrong; nothing is whole.

    schema  version inside the file, None where it could not be read
    """

    schema: int | None
    findings: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


def check_place(place: Place) -> Checkup:
    """Check a journal's file without writing to it, however damaged it is."""
    if place.path is None or not place.is_there:
        return Checkup(schema=None, findings=(MISSING[1].format(place=place),))
    try:
        connection = sqlite3.connect(read_only(place.path), uri=True)
    except sqlite3.Error as trouble:
        return Checkup(schema=None, findings=(unreadable(trouble, place).text,))
    try:
        return check(connection)
    except sqlite3.Error as trouble:
        return Checkup(schema=None, findings=(unreadable(trouble, place).text,))
    finally:
        connection.close()


def check(connection: sqlite3.Connection) -> Checkup:
    """Check everything in a journal that is open."""
    schema = version_of(connection)
    if is_foreign(connection):
        return Checkup(schema=None, findings=("This is a database of another program.",))
    findings = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
    findings = [one for one in findings if one != "ok"]
    if schema != len(MIGRATIONS):
        findings.append(f"Its schema is {schema}; this advisor writes {len(MIGRATIONS)}.")
    if not findings:
        findings += [
            *_loose_ends(connection),
            *_wrong_digests(connection),
            *_unplayable(connection),
        ]
    return Checkup(schema=schema, findings=tuple(findings))


def _loose_ends(connection: sqlite3.Connection) -> Iterator[str]:
    for table, row, *_ in connection.execute("PRAGMA foreign_key_check"):
        yield f"Line {row} of {table} belongs to nobody."


def _wrong_digests(connection: sqlite3.Connection) -> Iterator[str]:
    for person, digest, content in connection.execute("SELECT person, digest, content FROM upload"):
        if sha256(content).hexdigest() != digest:
            yield f"An uploaded file of person {person} is not what it was ({digest[:12]}…)."


def _unplayable(connection: sqlite3.Connection) -> Iterator[str]:
    for person in all_persons(connection):
        try:
            invites_table(derive(person, read(connection, person.id)).invites)
        except MALFORMED as trouble:
            yield f"The history of person {person.id} cannot be played: {trouble!r}."
