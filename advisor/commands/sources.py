"""The files a command is given: sheets of invites and a profile."""

import tomllib
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from advisor import (
    ChoiceError,
    Choices,
    Profile,
    Reading,
    UnreadableSheet,
    read_invites,
    read_profile,
)
from advisor.commands.arguments import this_day
from advisor.commands.trouble import CommandError
from advisor.intake.suggestions import nearest
from advisor.rules.profile import ProfileError

CANNOT_OPEN: Mapping[type[Exception], tuple[str, str]] = {
    FileNotFoundError: ("file_missing", "there is no such file"),
    IsADirectoryError: ("file_is_a_folder", "it is a folder, not a file"),
    PermissionError: ("file_forbidden", "you may not read it"),
}
"""Why a file cannot be opened: stable code and words."""


def read_bytes(file: str) -> bytes:
    """The file's content; CommandError says on one line why there is none."""
    try:
        return Path(file).read_bytes()
    except (OSError, ValueError) as trouble:
        raise cannot_open(file, trouble) from trouble


def cannot_open(file: str, trouble: Exception) -> CommandError:
    """Why a file cannot be opened, on one line."""
    code, why = CANNOT_OPEN.get(type(trouble), ("file_unreadable", _why(trouble)))
    return CommandError(code, f"{file} cannot be read: {why}.")


def _why(trouble: Exception) -> str:
    return getattr(trouble, "strerror", None) or str(trouble)


def read_sheet(file: str, arguments: Namespace) -> Reading:
    """The invites of a file, read as the arguments say.

    Raises CommandError where the file is no table, or lacks the sheet or a heading asked for.
    """
    choices = Choices(
        sheet=arguments.sheet, date_order=arguments.dates, columns=dict(arguments.map)
    )
    content = read_bytes(file)
    try:
        reading = read_invites(
            content, Path(file).name, choices=choices, today=arguments.today or this_day()
        )
    except UnreadableSheet as trouble:
        raise CommandError(trouble.code, f"{file}: {trouble.text}") from trouble
    except ChoiceError as trouble:
        raise CommandError("choice_unknown", f"{file}: {trouble.text}") from trouble
    check_sheet(file, arguments.sheet, reading)
    return reading


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
