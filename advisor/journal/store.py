"""One connection to the file: whole transactions, committed before the call returns."""

import sqlite3
import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from advisor.journal.place import Place
from advisor.journal.trouble import GONE, LOST, JournalError, explain

PATIENCE = 5.0
"""Seconds to wait for another program that is writing."""


class Store:
    """A connection that threads take turns on.

    place       where the file is
    connection  SQLite's own, in autocommit, so that only we begin and commit
    """

    def __init__(self, place: Place, connection: sqlite3.Connection) -> None:
        self.place = place
        self._connection = connection
        self._file = None if place.path is None else _mark_of(place.path)
        self._turn = threading.RLock()
        # A visit ends without a word; its journal in memory ends with it.
        weakref.finalize(self, connection.close)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that is on disk when the block ends, or has left no trace.

        Raises `JournalError` where SQLite cannot.
        """
        with self._turn, self._explained(LOST):
            self.check_there(LOST)
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                self._roll_back()
                raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A block that sees one moment of the file, whatever others write meanwhile."""
        with self._turn, self._explained():
            self._connection.execute("BEGIN")
            try:
                yield self._connection
            finally:
                self._roll_back()

    @contextmanager
    def alone(self) -> Iterator[sqlite3.Connection]:
        """The connection outside any transaction, for what SQLite does only there."""
        with self._turn, self._explained():
            yield self._connection

    def check_there(self, lost: str = "") -> None:
        """Raise `JournalError` where the file has gone from its place: writing would be lost."""
        path = self.place.path
        if path is not None and _mark_of(path) != self._file:
            code, text = GONE
            raise JournalError(code, text.format(place=self.place, lost=lost))

    def close(self) -> None:
        """End the connection; the journal opens again from its file."""
        with self._turn:
            self._connection.close()

    def _roll_back(self) -> None:
        # A full disk has already rolled back; a second time would hide the first trouble.
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    @contextmanager
    def _explained(self, lost: str = "") -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as trouble:
            raise explain(trouble, str(self.place), lost) from trouble


def _mark_of(path: Path) -> tuple[int, int] | None:
    """Which file stands at a path; None where none does."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
