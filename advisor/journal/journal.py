"""The journal: what a person enters is on disk before the call returns, and comes back."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from advisor.journal.checkup import Checkup, check
from advisor.journal.copying import copy_store
from advisor.journal.history import read
from advisor.journal.opening import open_store
from advisor.journal.people import People
from advisor.journal.persons import all_persons, find_person
from advisor.journal.place import Keeping, Place
from advisor.journal.recording import Recording
from advisor.journal.state import Entry, Person, State
from advisor.journal.store import Store
from advisor.journal.transfer import exported, imported
from advisor.journal.trouble import UNWRITABLE, JournalError


def utc_now() -> datetime:
    """The present moment in UTC; the journal's only look at the clock."""
    return datetime.now(UTC)


def open_journal(place: Place, clock: Callable[[], datetime] = utc_now) -> "Journal":
    """The journal at a place, brought to this version; a damaged file is set aside first.

    Raises `JournalError` where there can be none (no permission, a file from the future, …):
    show its text and open `OFF` instead. With `OFF` open one journal for each visitor.
    """
    store, notices = open_store(place, clock())
    return Journal(store, notices, clock)


def copy_journal(place: Place, clock: Callable[[], datetime] = utc_now) -> "Journal":
    """A copy in memory of a journal that can be read and not written; its file is left alone.

    Raises `JournalError` where it cannot be read either.
    """
    store, notices = copy_store(place)
    return Journal(store, notices, clock)


def open_or_copy(place: Place, opened: Callable[[Place], "Journal"] = open_journal) -> "Journal":
    """The journal at a place; a copy of it where it can be read and not written.

    opened  how the caller opens one, such as once for everybody who looks at it

    A copy is not `lasting`, and its notices say why.
    Raises `JournalError` where there can be neither: why it cannot be read, and where there is no
    file to be read, why there can be none.
    """
    try:
        return opened(place)
    except JournalError as trouble:
        if trouble.code not in UNWRITABLE or not place.is_there:
            raise
        return copy_journal(place)


class Journal:
    """What lasts of one computer's persons.

    place    where it is kept
    notices  sentences about what had to be done to open it, to be shown once
    people   the persons: new, switch, rename, delete, delete everything
    record   one method for each thing a person does; each on disk before it returns
    """

    def __init__(
        self, store: Store, notices: tuple[str, ...], clock: Callable[[], datetime]
    ) -> None:
        self._store = store
        self._clock = clock
        self.place = store.place
        self.notices = notices
        self.people = People(store, clock)
        self.record = Recording(store, clock)

    @property
    def lasting(self) -> bool:
        """Whether what is entered is still there when the server has been restarted."""
        return self.place.keeping is Keeping.FILE

    def state(self, person: int, at: datetime | None = None) -> State:
        """What stands for a person now, or as it was at a moment (UTC)."""
        self._store.check_there()
        return self.record.state(person, at)

    def entries(self, person: int) -> tuple[Entry, ...]:
        """Everything a person has done, undo and redo included, the oldest first."""
        with self._store.reading() as connection:
            find_person(connection, person)
            return tuple(one.entry for one in read(connection, person))

    def content(self, person: int, digest: str) -> bytes:
        """The bytes of a file the person has uploaded; `JournalError` where they have not."""
        with self._store.reading() as connection:
            row = connection.execute(
                "SELECT content FROM upload WHERE person = ? AND digest = ?", (person, digest)
            ).fetchone()
        if row is None:
            raise JournalError("no_upload", "This file is not in the journal of this person.")
        return bytes(row[0])

    def export_text(self, persons: Iterable[int] | None = None, *, names: bool = False) -> str:
        """Everything of these persons, or of everybody, as JSON; who they are only if asked."""
        with self._store.reading() as connection:
            chosen = (
                all_persons(connection, made_up=False)
                if persons is None
                else tuple(find_person(connection, number) for number in persons)
            )
            return exported(connection, chosen, names=names)

    def import_text(self, text: str) -> tuple[Person, ...]:
        """The persons of an exported journal, as new persons; all of it or nothing."""
        with self._store.writing() as connection:
            return imported(connection, text, self._clock())

    def check(self) -> Checkup:
        """Whether everything in it is whole."""
        with self._store.reading() as connection:
            return check(connection)

    def close(self) -> None:
        """End the connection; open the journal again to go on."""
        self._store.close()
