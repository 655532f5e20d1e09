"""The tables of the journal's file, and the steps from each older version to this one."""

import sqlite3
from collections.abc import Sequence

APPLICATION = 0x49414A31
"""Marks an SQLite file as ours ("IAJ1")."""

BEGIN_THE_HISTORY = (
    """CREATE TABLE person (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL UNIQUE,
        since TEXT NOT NULL,
        opened TEXT NOT NULL,
        invites INTEGER NOT NULL DEFAULT 0
    )""",
    """CREATE TABLE upload (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
        digest TEXT NOT NULL,
        content BLOB NOT NULL,
        UNIQUE (person, digest)
    )""",
    """CREATE TABLE entry (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
        at TEXT NOT NULL,
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        body TEXT NOT NULL
    )""",
    "CREATE INDEX entry_by_subject ON entry (person, subject, id)",
    """CREATE TRIGGER entry_is_append_only BEFORE UPDATE ON entry
    BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END""",
    f"PRAGMA application_id = {APPLICATION}",
)

MAKE_ROOM_FOR_THE_SAMPLE = ("ALTER TABLE person ADD COLUMN made_up INTEGER NOT NULL DEFAULT 0",)
"""The made-up person of the sample; from here on the history also holds letters."""

REMEMBER_HOW_ONE_WRITES: tuple[str, ...] = ()
"""No other table: from here on the history also holds how a person writes their replies."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    BEGIN_THE_HISTORY,
    MAKE_ROOM_FOR_THE_SAMPLE,
    REMEMBER_HOW_ONE_WRITES,
)
"""Step n takes a file of version n to n + 1; a landed step is never changed, only followed."""


def version_of(connection: sqlite3.Connection) -> int:
    """The schema version inside the file; 0 is an empty file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_foreign(connection: sqlite3.Connection) -> bool:
    """Whether the file is somebody else's database."""
    # One statement sees one moment: between two, another window may have made the tables.
    mark, tables = connection.execute(
        "SELECT application_id, (SELECT count(*) FROM sqlite_master) FROM pragma_application_id"
    ).fetchone()
    return int(mark) != APPLICATION and (int(tables) > 0 or int(mark) != 0)


def migrate(
    connection: sqlite3.Connection, steps: Sequence[Sequence[str]] | None = None
) -> tuple[int, int]:
    """Bring the file to this version in one transaction; return the versions before and after.

    Raises `sqlite3.Error` with the file as it was where a step fails.
    """
    known = MIGRATIONS if steps is None else steps
    connection.execute("BEGIN IMMEDIATE")
    try:
        before = version_of(connection)
        for step in known[before:]:
            for statement in step:
                connection.execute(statement)
        after = max(before, len(known))
        connection.execute(f"PRAGMA user_version = {after}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    return before, after
