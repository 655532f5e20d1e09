"""The arguments of the command line, and what each must be."""

import argparse
import os
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NoReturn

from advisor.commands.journal import add_journal
from advisor.commands.serving import add_serve
from advisor.intake.suggestions import nearest
from advisor.rules.columns import COLUMNS, Field

DATE_ORDERS = ("dmy", "mdy")
OUTPUTS = (".csv", ".xlsx", ".ics", ".json", ".txt", ".parquet")
TEMPLATES = (".csv", ".xlsx")


class OneLineParser(argparse.ArgumentParser):
    """A parser that says what is wrong on one line and ends with 2."""

    def error(self, message: str) -> NoReturn:
        """Say `message` without the usage around it."""
        said = " ".join(message.split())
        self.exit(2, f"{self.prog}: {said}. See {self.prog} --help.\n")


def as_given(argument: str) -> str:
    """The argument as the bytes it was given in, read as UTF-8 whatever the locale says."""
    return os.fsencode(argument).decode("utf-8", errors="surrogateescape")


def this_day() -> date:
    """The computer's day; the only look at the clock of the command line."""
    return datetime.now(UTC).astimezone().date()


def a_day(text: str) -> date:
    """A day written YYYY-MM-DD and in no other way."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise argparse.ArgumentTypeError(f'must be a day such as 2027-01-14, not "{text}"')
    return day


def a_mapping(text: str) -> tuple[str, Field | None]:
    """A heading and the column it stands for, split at the last `=`; None unmaps the heading.

    >>> a_mapping("a=b=pay"), a_mapping("Deadline=")
    (('a=b', <Field.PAY: 'pay'>), ('Deadline', None))
    """
    heading, equals, key = as_given(text).rpartition("=")
    heading, key = heading.strip(), key.strip()
    if not equals or not heading:
        raise argparse.ArgumentTypeError(f'must be "Their heading=column", not "{text}"')
    if key and key not in COLUMNS:
        hint = nearest(key, COLUMNS).rstrip(".")
        raise argparse.ArgumentTypeError(f'there is no column "{key}". {hint}')
    return heading, Field(key) if key else None


def _a_path(text: str, endings: Sequence[str]) -> Path:
    path = Path(text)
    if path.suffix.lower() not in endings:
        raise argparse.ArgumentTypeError(f'must end in {" or ".join(endings)}, not "{text}"')
    return path


def an_output(text: str) -> Path:
    """Where to write: the ending says what."""
    return _a_path(text, OUTPUTS)


def a_template(text: str) -> Path:
    """Where to write an empty sheet: the ending says which kind."""
    return _a_path(text, TEMPLATES)


def _add_reading(parser: argparse.ArgumentParser) -> None:
    """The arguments that say how a sheet is to be read."""
    parser.add_argument(
        "--sheet", type=as_given, metavar="NAME", help="the sheet of a workbook to read"
    )
    parser.add_argument(
        "--map",
        type=a_mapping,
        action="append",
        default=[],
        metavar='"Their heading=column"',
        help="which column a heading stands for; an empty right side leaves it out; repeatable",
    )
    parser.add_argument(
        "--dates", choices=DATE_ORDERS, help="order of day and month in dates such as 03/04/2027"
    )
    parser.add_argument(
        "--today",
        type=a_day,
        default=None,
        metavar="YYYY-MM-DD",
        help="plan as if it were this day",
    )


def _add_rank(commands: "argparse._SubParsersAction[OneLineParser]") -> None:
    rank = commands.add_parser(
        "rank", help="which invites to accept, ask about, decline", allow_abbrev=False
    )
    rank.add_argument("file", metavar="FILE", help="a spreadsheet or text file of invites")
    rank.add_argument("--profile", metavar="PROFILE.toml", help="who you are and what you want")
    _add_reading(rank)
    shown = rank.add_mutually_exclusive_group()
    shown.add_argument("--json", action="store_true", help="one JSON object on standard output")
    shown.add_argument(
        "--output",
        type=an_output,
        metavar="OUT.csv|OUT.xlsx|OUT.ics",
        help="write a file instead; OUT.txt holds the replies",
    )
    rank.add_argument(
        "--with-contacts",
        action="store_true",
        help="keep contacts, e-mail addresses and phone numbers in what --output writes",
    )


def _add_read(commands: "argparse._SubParsersAction[OneLineParser]") -> None:
    read = commands.add_parser(
        "read", help="what is understood of a file, without judging", allow_abbrev=False
    )
    read.add_argument("files", metavar="FILE", nargs="+", help="spreadsheets or text files")
    _add_reading(read)
    read.add_argument("--json", action="store_true", help="one JSON object per file and line")


def parser() -> OneLineParser:
    """The parser of all commands."""
    whole = OneLineParser(
        prog="advisor",
        description="Which interview invites are worth going to, in hours of your own time.",
        allow_abbrev=False,
    )
    commands = whole.add_subparsers(
        dest="command", metavar="rank|read|template|journal|serve", required=True
    )
    _add_rank(commands)
    _add_read(commands)
    template = commands.add_parser(
        "template", help="write an empty sheet with every column", allow_abbrev=False
    )
    template.add_argument("output", type=a_template, metavar="OUT.csv|OUT.xlsx")
    add_journal(commands)
    add_serve(commands)
    return whole
