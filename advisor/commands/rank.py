"""`rank`: which invites to accept, ask about, decline, and which fit the weeks."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from advisor import (
    Assessment,
    Choices,
    Problem,
    Profile,
    Reading,
    assess,
    currency_problems,
    decide,
    free_windows,
    memory_of,
    plan,
)
from advisor.commands.arguments import this_day
from advisor.commands.carried import Brought, brought_by, told_of, with_entries
from advisor.commands.rank_long import is_long, rank_long
from advisor.commands.saying import save, say, say_json, warn, warn_of
from advisor.commands.sources import read_person, read_sheet
from advisor.commands.trouble import CommandError
from advisor.rules.advice import Level
from advisor.views.answer import Answer
from advisor.views.appointments import calendar
from advisor.views.carried import Carried
from advisor.views.export import ranked_csv
from advisor.views.letters import Manner
from advisor.views.letters_along import all_letters
from advisor.views.marked_sheet import exported_text
from advisor.views.private import is_private
from advisor.views.records import rank_json, rank_record
from advisor.views.sentences import sentences
from advisor.views.terminal import rank_lines, visible
from advisor.views.workbook import Along, workbook

WRITERS: Mapping[str, Callable[..., bytes]] = {
    ".csv": ranked_csv,
    ".xlsx": lambda answer, contacts, brought: _workbook(answer, brought, contacts=contacts),
    ".ics": calendar,
    ".json": rank_json,
    ".txt": lambda answer, contacts, brought: _replies(answer, brought, contacts=contacts),
}
"""What `--output` writes, by the ending."""

TAKE_WHAT_WAS_BROUGHT = frozenset({".xlsx", ".txt"})
"""The writers that hand on what a workbook brought along."""


def rank(arguments: Namespace) -> int:
    """Read, judge, plan and show one sheet; one too long for that row by row."""
    if is_long(arguments):
        return rank_long(arguments)
    named = None if arguments.profile is None else read_person(arguments.profile)
    given = read_sheet(arguments.file, arguments)
    reading, today = given.reading, arguments.today or this_day()
    brought = brought_by(given)
    profile = named or (Profile() if brought is None else brought.carried.profile)
    if brought is not None:
        reading = with_entries(reading, brought)
        warn([visible(told_of(arguments.file, given, brought, named))])
    answer = answered(reading, profile, today)
    if arguments.json:
        say_json(rank_record(answer))
        return 0
    if arguments.output is None:
        say(rank_lines(answer))
    else:
        write(answer, arguments, brought)
    warn_of(answer.problems)
    return 0


def answered(reading: Reading, profile: Profile, today: date) -> Answer:
    """Everything the advisor finds in the sheet for this person on this day."""
    assessment = assess(reading.invites, profile)
    planned = plan(reading.invites, assessment, profile, today)
    whys = sentences(reading.invites, assessment.advice, assessment.hours, assessment.levels)
    return Answer(
        reading=reading,
        assessment=assessment,
        plan=planned,
        decisions=decide(assessment.advice, planned, reading.invites),
        whys=whys,
        problems=(*reading.problems, *other_currency(reading, assessment, profile)),
        profile=profile,
        today=today,
        windows=free_windows(reading.invites, assessment, planned, profile, today),
    )


def other_currency(
    reading: Reading, assessment: Assessment, profile: Profile
) -> tuple[Problem, ...]:
    """What is said of pay in another currency than the profile's."""
    return currency_problems(reading, assessment.levels[Level.OTHER_CURRENCY], profile.currency)


def _workbook(answer: Answer, brought: Brought | None, *, contacts: bool) -> bytes:
    """The workbook with how its sheet was read, so that it is read alike again."""
    text = exported_text(answer.reading, contacts=contacts)
    said = memory_of(answer.reading, text)
    said = said if contacts else said.without(is_private)
    remembered = said.to_json() if said.choices != Choices() else ""
    carried = Carried() if brought is None else brought.handed_on(answer, contacts=contacts)
    along = Along(carried=replace(carried, profile=answer.profile), remembered=remembered)
    return workbook(answer, contacts=contacts, along=along)


def _replies(answer: Answer, brought: Brought | None, *, contacts: bool) -> bytes:
    """All replies, as a workbook that was taken along has them."""
    if brought is None:
        return all_letters(answer, Manner(), contacts=contacts)
    manner, letters = brought.carried.manner, brought.letters
    return all_letters(answer, manner, contacts=contacts, edited=letters)


def write(answer: Answer, arguments: Namespace, brought: Brought | None) -> None:
    """Write what `--output` names, never over the sheet it came from."""
    target: Path = arguments.output
    if target.exists() and target.samefile(arguments.file):
        raise CommandError("output", f"{target} is the sheet itself; write to another name.")
    ending = target.suffix.lower()
    more = {"brought": brought} if ending in TAKE_WHAT_WAS_BROUGHT else {}
    save(target, WRITERS[ending](answer, contacts=arguments.with_contacts, **more))
    say([f"{target} is written."])
