"""Where the journal is kept, and whether anything is kept at all."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import ip_address
from pathlib import Path

from platformdirs import user_data_path

VARIABLE = "ADVISOR_JOURNAL"
"""The environment variable: a file, `:memory:` or `off`."""

FILE_NAME = "journal.sqlite3"
FOLDER = "interview-advisor"


class Keeping(StrEnum):
    """How long what is entered lasts.

    file    until it is deleted
    memory  until the server stops; one journal for everybody who opens the page
    off     until the page is closed; each visitor has a journal of their own, in memory
    """

    FILE = "file"
    MEMORY = "memory"
    OFF = "off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the journal is; `path` is None unless it is a file."""

    keeping: Keeping
    path: Path | None = None

    @property
    def is_there(self) -> bool:
        """Whether there is a file; none that can be seen where its folder is closed."""
        return self.path is not None and os.path.exists(self.path)  # noqa: PTH110 - a closed folder is no error

    def __str__(self) -> str:
        return f'"{self.path}"' if self.path else f"in {Keeping.MEMORY}"


MEMORY = Place(keeping=Keeping.MEMORY)
OFF = Place(keeping=Keeping.OFF)


def keeps(address: str | None) -> bool:
    """Whether a server that listens on `address` may keep what is entered.

    Only a loopback address is one person's own computer; anything else, a name that
    could resolve to anything included, could be other people.

    >>> [keeps(one) for one in ("127.0.0.1", "localhost", "::1", "0.0.0.0", "10.0.0.5", None)]
    [True, True, True, False, False, False]
    """
    name = (address or "").strip().strip("[]").casefold()
    if name == "localhost":
        return True
    try:
        found = ip_address(name)
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None)
    return found.is_loopback or (mapped is not None and mapped.is_loopback)


def named_place(environment: Mapping[str, str]) -> Place:
    """The place the environment names; a file in the person's own folder unless it does.

    >>> named_place({"ADVISOR_JOURNAL": "off"}).keeping
    <Keeping.OFF: 'off'>
    """
    named = environment.get(VARIABLE, "").strip()
    if named.casefold() == "off":
        return OFF
    if named == ":memory:":
        return MEMORY
    if named:
        return Place(keeping=Keeping.FILE, path=Path(named).expanduser().absolute())
    return Place(keeping=Keeping.FILE, path=user_data_path(FOLDER, False) / FILE_NAME)


def find_place(environment: Mapping[str, str], address: str | None) -> Place:
    """The place for a server that listens on `address`: off unless that is a loopback address."""
    return named_place(environment) if keeps(address) else OFF
