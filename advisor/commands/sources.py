"""The files a command is given: sheets of invites and a profile."""

import tomllib
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from advisor import (
    ChoiceError,
    Choices,
    Memory,
    Profile,
    Reading,
    UnreadableSheet,
    fitting,
    read_invites,
    read_profile,
)
from advisor.commands.arguments import this_day
from advisor.commands.trouble import CommandError
from advisor.intake.files import limits
from advisor.intake.suggestions import nearest
from advisor.rules.profile import ProfileError
from advisor.views.carried import Carried, from_line
from advisor.views.remembered import REMEMBERED, lines_in

CANNOT_OPEN: Mapping[type[Exception], tuple[str, str]] = {
    FileNotFoundError: ("file_missing", "there is no such file"),
    IsADirectoryError: ("file_is_a_folder", "it is a folder, not a file"),
    PermissionError: ("file_forbidden", "you may not read it"),
}
"""Why a file cannot be opened: stable code and words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A file of invites as it was read.

    carried   the person a workbook taken along carries; None where it is none
    replayed  what was said of the sheet before stands in the workbook and was said again
    """

    reading: Reading
    carried: Carried | None = None
    replayed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """A file read once, however often it is looked into; a pipe gives its content only once."""

    path: str
    content: bytes
    today: date

    def read(self, choices: Choices) -> Reading:
        """The reading with these choices."""
        name = Path(self.path).name
        return read_invites(self.content, name, choices=choices, today=self.today)

    def read_or_none(self, choices: Choices) -> Reading | None:
        """The reading with these choices; None where there is none."""
        try:
            return self.read(choices)
        except (UnreadableSheet, ChoiceError):
            return None


def read_bytes(file: str) -> bytes:
    """The file's content; CommandError says on one line why there is none.

    What is no file on a disk need not end; no more is taken of it than shows it to be too long.
    """
    try:
        if not comes_once(file):
            return Path(file).read_bytes()
        with Path(file).open("rb") as stream:
            return stream.read(limits.FILE_BYTES + 1)
    except (OSError, ValueError) as trouble:
        raise cannot_open(file, trouble) from trouble


def comes_once(file: str) -> bool:
    """Whether it is a pipe or the like, which gives its content only once.

    A file that is missing, or in a closed folder, is none: opening it says which.
    """
    try:
        path = Path(file)
        return path.exists() and not (path.is_file() or path.is_dir())
    except OSError:
        return False


def cannot_open(file: str, trouble: Exception) -> CommandError:
    """Why a file cannot be opened, on one line."""
    code, why = CANNOT_OPEN.get(type(trouble), ("file_unreadable", _why(trouble)))
    return CommandError(code, f"{file} cannot be read: {why}.")


def _why(trouble: Exception) -> str:
    return getattr(trouble, "strerror", None) or str(trouble)


def read_sheet(file: str, arguments: Namespace) -> Given:
    """The invites of a file, read as the arguments say, else as the file itself remembers.

    Raises CommandError where the file is no table, or lacks the sheet or a heading asked for.
    """
    asked = Choices(sheet=arguments.sheet, date_order=arguments.dates, columns=dict(arguments.map))
    source = _File(path=file, content=read_bytes(file), today=arguments.today or this_day())
    try:
        reading = source.read(asked)
    except UnreadableSheet as trouble:
        raise CommandError(trouble.code, f"{file}: {trouble.text}") from trouble
    except ChoiceError as trouble:
        raise CommandError("choice_unknown", f"{file}: {trouble.text}") from trouble
    check_sheet(file, arguments.sheet, reading)
    lines = _remembered_lines(source, reading)
    plain = reading if asked == Choices(sheet=asked.sheet) else None
    again = _as_before(source, asked, lines, plain)
    carried = [one for one in map(from_line, lines) if one is not None]
    return Given(
        reading=again or reading,
        carried=carried[-1] if carried else None,
        replayed=again is not None,
    )


def _remembered_lines(source: _File, reading: Reading) -> list[str]:
    """The lines a workbook taken along remembers; none of any other file."""
    if all(sheet.name != REMEMBERED for sheet in reading.sheets):
        return []
    told = source.read_or_none(Choices(sheet=REMEMBERED))
    if told is None:
        return []
    return lines_in(told.columns, told.text)


def _as_before(
    source: _File, asked: Choices, lines: list[str], plain: Reading | None
) -> Reading | None:
    """The sheet with what was said of it before, the arguments first; None where nothing was.

    plain  the sheet as it is read when nothing is said; None where it was not read so yet
    """
    memories = [one for one in map(Memory.from_json, lines) if one is not None]
    if plain is None and memories:
        plain = source.read_or_none(Choices(sheet=asked.sheet))
    like = None if plain is None else {one.shape: one for one in memories}.get(plain.shape)
    if plain is None or like is None:
        return None
    found = fitting(like, plain, source.read_or_none)
    if found is None or found == Choices():
        return None
    return source.read_or_none(_together(found, asked))


def _together(found: Choices, asked: Choices) -> Choices:
    """What was said before as far as the arguments say nothing else."""
    taken = set(asked.columns.values()) - {None}
    columns = {heading: key for heading, key in found.columns.items() if key not in taken}
    return replace(
        found,
        sheet=asked.sheet or found.sheet,
        date_order=asked.date_order or found.date_order,
        columns=columns | dict(asked.columns),
    )


def check_sheet(file: str, asked: str | None, reading: Reading) -> None:
    """Refuse a sheet that the file does not have."""
    if asked is None or reading.sheet == asked:
        return
    names = [sheet.name for sheet in reading.sheets]
    hint = nearest(asked, names) if names else "It is no workbook."
    raise CommandError("sheet_unknown", f"{file} has no sheet “{asked}”. {hint}")


def read_person(file: str | None) -> Profile:
    """The profile a TOML file holds, or the default one; CommandError where it cannot be used."""
    if file is None:
        return Profile()
    content = read_bytes(file)
    try:
        return read_profile(tomllib.loads(content.decode("utf-8-sig")))
    except ProfileError as trouble:
        raise CommandError("profile", f"{file}: {trouble}") from trouble
    except UnicodeDecodeError as trouble:
        raise CommandError("profile", f"{file} must be UTF-8 text, and is not.") from trouble
    except (ValueError, OverflowError, RecursionError) as trouble:
        raise CommandError("profile", f"{file} is not legal TOML: {trouble}.") from trouble
