"""Deleting for good: out of the tables, out of the file's free pages, out of what was set aside."""

from dataclasses import dataclass
from pathlib import Path

from advisor.journal.opening import ASIDE
from advisor.journal.persons import find_person
from advisor.journal.place import Place
from advisor.journal.store import Store
from advisor.journal.trouble import JournalError

OVERWRITTEN = {
    True: "The journal's file was overwritten.",
    False: "The file could not be overwritten yet; close every other window and delete again.",
    None: "None of it was in a file.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Deleted:
    """What was deleted.

    files        damaged files set aside earlier that were deleted as well
    left         damaged files set aside earlier that are still there
    overwritten  whether the file is rid of every trace; False while another program reads it, None
                 where the journal is in memory
    """

    persons: int
    uploads: int
    entries: int
    overwritten: bool | None
    files: tuple[str, ...] = ()
    left: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """What was done, in sentences for the person."""
        counts = (
            f"Deleted: persons {self.persons}, uploaded sheets {self.uploads}, "
            f"entries {self.entries}, files set aside {len(self.files)}."
        )
        left = f" Set aside earlier and still there: {', '.join(self.left)}." if self.left else ""
        return f"{counts} {OVERWRITTEN[self.overwritten]}{left}"


def delete_person(store: Store, person: int) -> Deleted:
    """Delete one person with everything that is theirs; the others stay."""
    with store.writing() as connection:
        find_person(connection, person)
        entries, uploads, persons = (
            connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (person,)).rowcount
            for table, column in (("entry", "person"), ("upload", "person"), ("person", "id"))
        )
    left = tuple(str(path) for path in files_aside(store.place))
    clean = overwrite(store)
    return Deleted(persons=persons, uploads=uploads, entries=entries, overwritten=clean, left=left)


def delete_everything(store: Store) -> Deleted:
    """Delete all persons, and every damaged file that was set aside beside the journal."""
    with store.writing() as connection:
        # The made-up person of the sample is nobody: gone like the rest, but not counted.
        connection.execute("DELETE FROM person WHERE made_up")
        entries, uploads, persons = (
            connection.execute(f"DELETE FROM {table}").rowcount
            for table in ("entry", "upload", "person")
        )
    aside = files_aside(store.place)
    gone = tuple(str(path) for path in aside if _delete_file(path))
    return Deleted(
        persons=persons,
        uploads=uploads,
        entries=entries,
        overwritten=overwrite(store),
        files=gone,
        left=tuple(str(path) for path in aside if str(path) not in gone),
    )


def files_aside(place: Place) -> tuple[Path, ...]:
    """The damaged files set aside beside the journal, the oldest first."""
    if place.path is None or not place.path.parent.is_dir():
        return ()
    start = f"{place.path.name}{ASIDE}"
    return tuple(
        sorted(path for path in place.path.parent.iterdir() if path.name.startswith(start))
    )


def overwrite(store: Store) -> bool | None:
    """Write the file anew without free pages, and empty the log beside it; whether both worked.

    None where there is no file.
    """
    try:
        with store.alone() as connection:
            connection.execute("VACUUM")
            busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except JournalError:
        # What was asked is deleted and committed; only the free pages are still to be rewritten.
        return False
    return None if store.place.path is None else not busy


def _delete_file(path: Path) -> bool:
    try:
        path.unlink()
    except OSError:
        return False
    return True
