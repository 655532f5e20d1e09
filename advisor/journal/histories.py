"""The histories of a store with the states derived from them, kept until something is added."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from advisor.journal.deriving import Derivation, derive
from advisor.journal.history import Act, Deed, add, check_unchanged, read
from advisor.journal.persons import find_person
from advisor.journal.state import State
from advisor.journal.store import Store
from advisor.journal.trouble import MALFORMED, JournalError

NO_INVITE = (
    "This invite is no longer here: it was taken back or merged in another window. "
    "Nothing was kept; look at the list again."
)


UNPLAYABLE = (
    "What the journal holds of this person cannot be read ({why}); nothing in it was changed. "
    "`python -m advisor journal check` says more. Choose another person or begin a new one."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """What writes into one person's history, within one transaction.

    state        what stands before the first entry is written
    """

    connection: sqlite3.Connection
    at: datetime
    state: State

    def write(self, act: Act, about: str, **body: Any) -> int:
        """Add one entry; returns its id."""
        deed = Deed(at=self.at, kind=act, subject=about, body=body)
        return add(self.connection, self.state.person.id, deed)

    def new_invites(self, count: int) -> range:
        """Ids that no invite of this person has had, not even one taken back."""
        person = self.state.person.id
        self.connection.execute(
            "UPDATE person SET invites = invites + ? WHERE id = ?", (count, person)
        )
        found = self.connection.execute("SELECT invites FROM person WHERE id = ?", (person,))
        last = int(found.fetchone()[0])
        return range(last - count + 1, last + 1)

    def check_invite(self, number: int) -> None:
        """Raise `JournalError` where the invite is not, or no longer, there."""
        if not self.state.holds(number):
            raise JournalError("no_invite", NO_INVITE)


class Histories:
    """Every person's history in one store.

    clock  what time it is where the caller does not say, in UTC
    """

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock
        self._derivations: dict[int, Derivation] = {}
        self._turn = threading.RLock()

    def state(self, person: int, at: datetime | None = None) -> State:
        """What stands now, or stood at a moment; `JournalError` for a person not there."""
        with self._turn, self._store.reading() as connection:
            whose = find_person(connection, person)
            if at is not None:
                return derive(whose, read(connection, person, until=at))
            return self._caught_up(connection, person).state(whose)

    @contextmanager
    def pen(self, seen: State, at: datetime | None, *subjects: str) -> Iterator[Pen]:
        """A transaction in which one person's history is written on.

        seen      the state the person was looking at when they did what is now recorded
        subjects  what they did concerns; ChangedError if that has changed since
        """
        with self._turn, self._store.writing() as connection:
            person = seen.person.id
            whose = find_person(connection, person)
            check_unchanged(connection, person, subjects, seen.version)
            yield Pen(
                connection=connection,
                at=self._clock() if at is None else at,
                state=self._caught_up(connection, person).state(whose),
            )

    def _caught_up(self, connection: sqlite3.Connection, person: int) -> Derivation:
        derivation = self._derivations.setdefault(person, Derivation())
        try:
            derivation.catch_up(read(connection, person, after=derivation.version))
        except MALFORMED as trouble:
            del self._derivations[person]
            raise JournalError("unplayable", UNPLAYABLE.format(why=repr(trouble))) from trouble
        return derivation


def subject(act: Act, *about: object) -> str:
    """The text two windows clash on.

    >>> subject(Act.EDIT, 12, "pay")
    'edit/12/pay'
    """
    return "/".join([act.value, *map(str, about)])
