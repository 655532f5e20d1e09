"""From a place to a store that can be used: folder, version, damage."""

import os
import sqlite3
from datetime import datetime
from pathlib import Path
from time import monotonic, sleep

from advisor.journal.place import Place
from advisor.journal.schema import MIGRATIONS, is_foreign, migrate, version_of
from advisor.journal.store import PATIENCE, Store
from advisor.journal.trouble import DAMAGED, NO_PERMISSION, JournalError, explain

COMPANIONS = ("", "-wal", "-shm")
"""SQLite keeps the newest pages beside the file; they belong together."""

ASIDE = ".damaged-"
"""Between a journal's name and the moment it was set aside."""

PRIMARY = 0xFF
"""The part of SQLite's extended codes that says the kind of trouble."""

BETWEEN = 0.01
"""Seconds between two attempts at a file that another program is beginning."""

SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
)
"""Every commit is on disk, what is deleted is overwritten, and no copy strays."""

NEWEST_BESIDE, AS_IT_STANDS = "mode=ro", "mode=ro&immutable=1"
"""How to read a journal that another program has open, or may have left in a hurry, and one that
nobody has: then nothing is made beside it, which a folder that cannot be written would refuse."""

FUTURE = (
    "The journal {place} was written by a newer version of the advisor (schema {found}; this one "
    "knows {known}). Nothing in it was changed. Update the advisor, or name another file in "
    "ADVISOR_JOURNAL."
)
FOREIGN = (
    "The file {place} is a database of another program. Nothing in it was changed. "
    "Name another file in ADVISOR_JOURNAL."
)
LEFT_OPEN = (
    "The journal {place} was still open when its program stopped, and cannot be read where nothing "
    "may be written beside it. Nothing in it is lost: make its folder writable, or copy the file "
    "and its companion, whose name ends in -wal, to a folder that is."
)
NOT_SET_ASIDE = (
    'The journal "{path}" is damaged and cannot be set aside ({why}). Nothing in it was changed. '
    "Make its folder writable, or name another file in ADVISOR_JOURNAL."
)
SET_ASIDE = (
    'The journal "{path}" was damaged. It was set aside unchanged as "{aside}", '
    "and a new, empty one was begun."
)


def open_store(place: Place, now: datetime) -> tuple[Store, tuple[str, ...]]:
    """A store of this version, and sentences about what had to be done to get one.

    Raises `JournalError` where there can be none; the file is then as it was.
    """
    if place.path is None:
        return Store(place, _connected(place)), ()
    _make_folder(place.path)
    try:
        return Store(place, _connected(place)), ()
    except JournalError as trouble:
        if trouble.code != DAMAGED[0]:
            raise
    try:
        aside = set_aside(place.path, now)
    except OSError as trouble:
        text = NOT_SET_ASIDE.format(path=place.path, why=trouble.strerror)
        raise JournalError(DAMAGED[0], text) from trouble
    said = SET_ASIDE.format(path=place.path, aside=aside.name)
    return Store(place, _connected(place)), (said,)


def set_aside(path: Path, now: datetime) -> Path:
    """Rename a damaged file and its companions; nothing is ever overwritten."""
    first = path.with_name(f"{path.name}{ASIDE}{now:%Y%m%dT%H%M%SZ}")
    aside, others = first, 1
    while any(Path(f"{aside}{end}").exists() for end in COMPANIONS):
        others += 1
        aside = first.with_name(f"{first.name}-{others}")
    for end in COMPANIONS:
        if Path(f"{path}{end}").exists():
            Path(f"{path}{end}").rename(f"{aside}{end}")
    return aside


def _make_folder(path: Path) -> None:
    """The folder and an empty file that only this person can read."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    except OSError as trouble:
        raise JournalError(
            "no_permission",
            f'The journal "{path}" cannot be made ({trouble.strerror}). Nothing you enter will '
            "be kept. Make its folder writable, or name another file in ADVISOR_JOURNAL.",
        ) from trouble


def _connected(place: Place) -> sqlite3.Connection:
    named = ":memory:" if place.path is None else str(place.path)
    try:
        connection = sqlite3.connect(
            named, timeout=PATIENCE, isolation_level=None, check_same_thread=False
        )
    except sqlite3.Error as trouble:
        raise explain(trouble, str(place)) from trouble
    try:
        refuse(connection, place)
        prepare(connection)
    except sqlite3.Error as trouble:
        connection.close()
        raise explain(trouble, str(place)) from trouble
    except JournalError:
        connection.close()
        raise
    return connection


def read_only(path: Path) -> str:
    """What SQLite is told to open: https://sqlite.org/uri.html."""
    how = NEWEST_BESIDE if Path(f"{path}-wal").exists() else AS_IT_STANDS
    return f"{path.as_uri()}?{how}"


def unreadable(trouble: sqlite3.Error, place: Place) -> JournalError:
    """Why a journal cannot even be looked at.

    What was written last stands in the file beside it, which SQLite reads only where it may make
    a third one: https://sqlite.org/wal.html#read_only_databases.
    """
    found = explain(trouble, str(place))
    if found.code == NO_PERMISSION[0] and Path(f"{place.path}-wal").exists():
        return JournalError(found.code, LEFT_OPEN.format(place=place))
    return found


def prepare(connection: sqlite3.Connection) -> None:
    """Have a connection write as a journal must, and bring what it holds to this version."""
    for setting in SETTINGS:
        _set(connection, setting)
    migrate(connection)


def _set(connection: sqlite3.Connection, setting: str) -> None:
    """One setting, asked for again while another program begins the same journal.

    SQLite does not wait by itself when it turns a file to WAL: https://sqlite.org/wal.html.
    """
    deadline = monotonic() + PATIENCE
    while True:
        try:
            connection.execute(setting).fetchall()
        except sqlite3.OperationalError as trouble:
            if trouble.sqlite_errorcode & PRIMARY != sqlite3.SQLITE_BUSY or monotonic() > deadline:
                raise
            sleep(BETWEEN)
        else:
            return


def refuse(connection: sqlite3.Connection, place: Place) -> None:
    """Refuse what is not ours or newer than we are, before anything is written."""
    if is_foreign(connection):
        raise JournalError("foreign", FOREIGN.format(place=place))
    found = version_of(connection)
    if found > len(MIGRATIONS):
        text = FUTURE.format(place=place, found=found, known=len(MIGRATIONS))
        raise JournalError("future", text)
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise JournalError(DAMAGED[0], DAMAGED[1].format(place=place, lost=""))
