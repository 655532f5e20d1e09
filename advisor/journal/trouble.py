"""What can stand between a person and the journal: one exception, one sentence each."""

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType


class JournalError(Exception):
    """The journal cannot do what was asked; nothing was half done.

    code  stable name of the reason, such as "disk_full"
    text  one clear sentence for the person
    """

    def __init__(self, code: str, text: str) -> None:
        super().__init__(code, text)
        self.code = code
        self.text = text

    def __str__(self) -> str:
        return self.text


class ChangedError(JournalError):
    """Somebody else, such as a second window, changed the same thing since it was read.

    version  of the person's history that the change is in
    """

    def __init__(self, text: str, version: int) -> None:
        super().__init__("changed_since", text)
        self.version = version


MALFORMED = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    OverflowError,
    RecursionError,
)
"""What playing a history raises that is not, or no longer, what the journal wrote."""

DISK_FULL = (
    "disk_full",
    "The journal {place} takes no more, most likely because the disk is full.{lost} Make room.",
)
READ_ONLY = (
    "read_only",
    "The journal {place} can be read but not written.{lost} Make it and its folder writable.",
)
NO_PERMISSION = (
    "no_permission",
    "The journal {place} cannot be opened.{lost} Make its folder one that you may write in.",
)
BUSY = ("busy", "Another program holds the journal {place}.{lost} Try again.")
DAMAGED = (
    "damaged",
    "The journal {place} is damaged.{lost} Start again: it is set aside and a new one begun.",
)
GONE = (
    "gone",
    "The journal {place} was deleted or moved.{lost} This page still holds it: save a workbook.",
)
MISSING = ("missing", "There is no journal {place}.")
FAILED = ("failed", "The journal {place} failed ({why}).{lost}")

UNWRITABLE = frozenset({READ_ONLY[0], NO_PERMISSION[0]})
"""Troubles with a journal that may be whole and readable all the same."""

LOST = " This last change was not kept; all before it was."
"""What a trouble while writing adds."""

REASONS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "SQLITE_FULL": DISK_FULL,
        "SQLITE_IOERR": DISK_FULL,
        "SQLITE_READONLY": READ_ONLY,
        "SQLITE_CANTOPEN": NO_PERMISSION,
        "SQLITE_PERM": NO_PERMISSION,
        "SQLITE_AUTH": NO_PERMISSION,
        "SQLITE_BUSY": BUSY,
        "SQLITE_LOCKED": BUSY,
        "SQLITE_CORRUPT": DAMAGED,
        "SQLITE_NOTADB": DAMAGED,
    }
)
"""What SQLite calls a trouble (the first two words of its name) and how we say it."""


def explain(trouble: sqlite3.Error, place: Path | str, lost: str = "") -> JournalError:
    """The trouble as the person can understand it.

    >>> explain(sqlite3.OperationalError("?"), '"j.sqlite3"').text
    'The journal "j.sqlite3" failed (?).'
    """
    named = getattr(trouble, "sqlite_errorname", "")
    family = "_".join(named.split("_")[:2])
    code, text = REASONS.get(family, FAILED)
    return JournalError(code, text.format(place=place, why=trouble, lost=lost))
