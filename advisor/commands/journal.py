"""`journal`: what the page keeps on this computer; list, export, import and check it."""

import argparse
import os
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any

from advisor.commands.saying import save, say, say_json
from advisor.commands.trouble import CommandError
from advisor.intake.suggestions import nearest
from advisor.journal import (
    Journal,
    JournalError,
    Keeping,
    Person,
    Place,
    check_place,
    named_place,
    open_journal,
    open_or_copy,
)
from advisor.views.strict_json import plain

NO_FILE = "There is no file to look at: ADVISOR_JOURNAL says {keeping}."


def add_journal(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add `journal` and what it can do to the commands."""
    whole = commands.add_parser(
        "journal", help="list, export, import or check what the page keeps", allow_abbrev=False
    )
    whole.add_argument(
        "--file", metavar="JOURNAL", type=Path, help="the journal, instead of the page's own"
    )
    acts = whole.add_subparsers(dest="act", metavar="list|export|import|check", required=True)
    acts.add_parser("list", help="who is in it, as JSON", allow_abbrev=False)
    export = acts.add_parser("export", help="everything in it as JSON", allow_abbrev=False)
    export.add_argument("output", metavar="OUT.json", type=Path, nargs="?")
    export.add_argument("--person", metavar="NAME", help="of one person only")
    export.add_argument("--names", action="store_true", help="say who it is of")
    taken = acts.add_parser("import", help="add the persons of an export", allow_abbrev=False)
    taken.add_argument("input", metavar="IN.json", type=Path)
    acts.add_parser("check", help="whether it is whole; 2 if not", allow_abbrev=False)


def journal(arguments: Namespace) -> int:
    """Do one of the acts; trouble with the journal is one line for the person."""
    try:
        return ACTS[arguments.act](arguments)
    except JournalError as trouble:
        raise CommandError(trouble.code, trouble.text) from trouble


def place_of(arguments: Namespace) -> Place:
    """The file that is meant: named, or the page's own."""
    if arguments.file is not None:
        return Place(keeping=Keeping.FILE, path=arguments.file.absolute())
    place = named_place(os.environ)
    if place.path is None:
        raise CommandError("no_file", NO_FILE.format(keeping=place.keeping))
    return place


@contextmanager
def opened(place: Place, *, new: bool = False) -> Iterator[Journal]:
    """The journal while it is worked on, or only looked at, for which a copy does.

    new  whether it is written to, and begun where there is none; otherwise that is a CommandError
    """
    if not new and not place.is_there:
        raise CommandError("no_journal", f"There is no journal {place}.")
    found = open_journal(place) if new else open_or_copy(place)
    try:
        if found.notices and found.lasting:
            raise CommandError("damaged", " ".join(found.notices))
        yield found
    finally:
        found.close()


def listed(arguments: Namespace) -> int:
    """Who is in the journal, and how much of each."""
    place = place_of(arguments)
    with opened(place) as found:
        persons = [person_record(found, person) for person in found.people.all()]
    say_json({"journal": str(place.path), "persons": persons})
    return 0


def person_record(found: Journal, person: Person) -> Mapping[str, object]:
    """One person as JSON can hold it."""
    state = found.state(person.id)
    upload = state.upload
    record = {
        "id": person.id,
        "name": person.name,
        "since": person.since.isoformat(),
        "last": None if state.last is None else state.last.at.isoformat(),
        "sheet": None if upload is None else upload.name,
        "invites": sum(one.present for one in state.invites),
        "gone": sum(one.gone_since is not None for one in state.invites),
        "edited": sum(bool(one.edits) for one in state.invites),
        "debriefs": sum(one.debrief is not None for one in state.invites),
    }
    return {name: plain(value) for name, value in record.items()}


def exported(arguments: Namespace) -> int:
    """The journal as JSON, on standard output or in a file that is not there yet."""
    with opened(place_of(arguments)) as found:
        chosen = None if arguments.person is None else [named(found, arguments.person).id]
        text = found.export_text(chosen, names=arguments.names)
    target: Path | None = arguments.output
    if target is None:
        say([text])
        return 0
    if target.exists():
        raise CommandError("output", f"{target} is there already; choose another name.")
    save(target, f"{text}\n".encode())
    say([f"The journal → {target}"])
    return 0


def named(found: Journal, name: str) -> Person:
    """The person of this name; CommandError with the nearest where there is none."""
    persons = {one.name.casefold(): one for one in found.people.all()}
    person = persons.get(name.strip().casefold())
    if person is None:
        hint = nearest(name, [one.name for one in persons.values()])
        raise CommandError("no_person", f'There is no person "{name}" in the journal. {hint}')
    return person


def imported(arguments: Namespace) -> int:
    """Add the persons of an export, and say under which names."""
    try:
        text = arguments.input.read_text(encoding="utf-8")
    except OSError as trouble:
        why = trouble.strerror or str(trouble)
        raise CommandError("input", f"{arguments.input} cannot be read: {why}.") from trouble
    except UnicodeDecodeError as trouble:
        raise CommandError("input", f"{arguments.input} is not text in UTF-8.") from trouble
    with opened(place_of(arguments), new=True) as found:
        persons = found.import_text(text)
    say_json({"imported": [{"id": one.id, "name": one.name} for one in persons]})
    return 0


def checked(arguments: Namespace) -> int:
    """Whether the file is whole; it is never changed."""
    place = place_of(arguments)
    checkup = check_place(place)
    say_json(
        {
            "journal": str(place.path),
            "whole": checkup.whole,
            "schema": checkup.schema,
            "findings": list(checkup.findings),
        }
    )
    return 0 if checkup.whole else 2


ACTS: Mapping[str, Callable[[Namespace], int]] = MappingProxyType(
    {"list": listed, "export": exported, "import": imported, "check": checked}
)
"""What each word after `journal` does."""
