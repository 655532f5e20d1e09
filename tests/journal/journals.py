"""Journals for the tests: in memory or in a file, with a clock that goes on by one minute."""

import itertools
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from advisor.journal import MEMORY, Journal, Keeping, Place, SheetRead, State, open_journal
from tests.decision.invites import table

MORNING = datetime(2027, 1, 12, 9, tzinfo=UTC)


def ticking() -> Callable[[], datetime]:
    """A clock that shows one minute more each time."""
    minutes: Iterator[int] = itertools.count()
    return lambda: MORNING + timedelta(minutes=next(minutes))


def in_file(path: Path) -> Journal:
    return open_journal(Place(keeping=Keeping.FILE, path=path), ticking())


def in_memory() -> Journal:
    return open_journal(MEMORY, ticking())


def sheet(
    *rows: Mapping[str, object], content: bytes = b"", name: str = "mine.csv", choices: str = "{}"
) -> SheetRead:
    """A sheet of these invites; its bytes differ when its invites do."""
    return SheetRead(
        content=content or repr(rows).encode(), name=name, choices=choices, invites=table(rows)
    )


def now(journal: Journal) -> State:
    """What stands for the current person."""
    return journal.state(journal.people.current().id)
