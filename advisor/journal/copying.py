"""A journal that can be read and not written: a copy of it in memory, to look at and work on."""

import sqlite3
from contextlib import closing

from advisor.journal.opening import prepare, read_only, refuse, unreadable
from advisor.journal.place import OFF, Place
from advisor.journal.store import Store
from advisor.journal.trouble import MISSING, READ_ONLY, JournalError

SHOWN = "What it holds is shown here, but nothing you enter from now on is kept."


def copy_store(place: Place) -> tuple[Store, tuple[str, ...]]:
    """A store that ends with the visit and holds what the file holds; and a sentence that says so.

    The file is left as it is.

    Raises `JournalError` where there is no file, or it cannot be read either.
    """
    if place.path is None or not place.is_there:
        raise JournalError(MISSING[0], MISSING[1].format(place=place))
    copy = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        with closing(sqlite3.connect(read_only(place.path), uri=True)) as found:
            refuse(found, place)
            found.backup(copy)
        prepare(copy)
    except (sqlite3.Error, JournalError) as trouble:
        copy.close()
        if isinstance(trouble, sqlite3.Error):
            raise unreadable(trouble, place) from trouble
        raise
    return Store(OFF, copy), (f"{READ_ONLY[1].format(place=place, lost='')} {SHOWN}",)
