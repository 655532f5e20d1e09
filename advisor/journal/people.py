"""Whose journal it is: the persons in it, and leaving it for good."""

from collections.abc import Callable
from datetime import datetime

from advisor.journal import persons
from advisor.journal.deletion import Deleted, delete_everything, delete_person
from advisor.journal.persons import FIRST_NAME
from advisor.journal.state import Person
from advisor.journal.store import Store


class People:
    """The persons of one store."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    def all(self) -> tuple[Person, ...]:
        """Everybody, by name, but the made-up person of the sample."""
        with self._store.reading() as connection:
            return persons.all_persons(connection, made_up=False)

    def made_up(self) -> Person | None:
        """The person the sample belongs to; None until something was entered about it."""
        with self._store.reading() as connection:
            return next(iter(persons.all_persons(connection, made_up=True)), None)

    def make_up(self, name: str) -> Person:
        """Begin the person the sample belongs to; never chosen, listed or exported."""
        with self._store.writing() as connection:
            found = next(iter(persons.all_persons(connection, made_up=True)), None)
            taken = [one.name for one in persons.all_persons(connection)]
            free = persons.unlike(name, taken)
            return found or persons.add_person(connection, free, self._clock(), made_up=True)

    def current(self) -> Person:
        """Who was chosen last; a first person where the journal is new."""
        with self._store.reading() as connection:
            found = persons.last_opened(connection)
        if found is not None:
            return found
        with self._store.writing() as connection:
            # Between the two blocks another window may have made the first person.
            found = persons.last_opened(connection)
            return found or persons.add_person(connection, FIRST_NAME, self._clock())

    def new(self, name: str) -> Person:
        """A new person, chosen from now on; `JournalError` where the name is empty or taken."""
        with self._store.writing() as connection:
            return persons.add_person(connection, name, self._clock())

    def switch(self, person: int) -> Person:
        """Choose a person; the journal opens with them the next time."""
        with self._store.writing() as connection:
            return persons.open_person(connection, person, self._clock())

    def rename(self, person: int, name: str) -> Person:
        """Another name for a person; `JournalError` where it is empty or taken."""
        with self._store.writing() as connection:
            return persons.rename_person(connection, person, name)

    def delete(self, person: int) -> Deleted:
        """Delete one person with everything that is theirs."""
        return delete_person(self._store, person)

    def delete_everything(self) -> Deleted:
        """Delete everybody, and the damaged files set aside; the text says what was done."""
        return delete_everything(self._store)
