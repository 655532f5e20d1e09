"""`rank`: which invites to accept, ask about, decline, and which fit the weeks."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from advisor import Assessment, Problem, Profile, Reading, assess, decide, free_windows, plan
from advisor.commands.arguments import this_day
from advisor.commands.saying import save, say, say_json, warn_of
from advisor.commands.sources import read_person, read_sheet
from advisor.commands.trouble import CommandError
from advisor.intake.problems import Level as ProblemLevel
from advisor.rules.advice import Level
from advisor.rules.columns import Field
from advisor.views.answer import Answer
from advisor.views.appointments import calendar
from advisor.views.export import ranked_csv
from advisor.views.letters import Manner, all_letters
from advisor.views.records import rank_json, rank_record
from advisor.views.sentences import sentences
from advisor.views.terminal import rank_lines
from advisor.views.workbook import workbook

WRITERS: Mapping[str, Callable[..., bytes]] = {
    ".csv": ranked_csv,
    ".xlsx": workbook,
    ".ics": calendar,
    ".json": rank_json,
    ".txt": partial(all_letters, manner=Manner()),
}
"""What `--output` writes, by the ending."""


def rank(arguments: Namespace) -> int:
    """Read, judge, plan and show one sheet."""
    answer = answered(arguments)
    if arguments.json:
        say_json(rank_record(answer))
        return 0
    if arguments.output is None:
        say(rank_lines(answer))
    else:
        write(answer, arguments)
    warn_of(answer.problems)
    return 0


def answered(arguments: Namespace) -> Answer:
    """Everything the advisor finds in the sheet for this person on this day."""
    profile = read_person(arguments.profile)
    reading = read_sheet(arguments.file, arguments)
    today = arguments.today or this_day()
    assessment = assess(reading.invites, profile)
    planned = plan(reading.invites, assessment, profile, today)
    whys = sentences(reading.invites, assessment.advice, assessment.hours, assessment.levels)
    return Answer(
        reading=reading,
        assessment=assessment,
        plan=planned,
        decisions=decide(assessment.advice, planned, reading.invites),
        whys=whys,
        problems=(*reading.problems, *currency_problems(reading, assessment, profile)),
        profile=profile,
        today=today,
        windows=free_windows(reading.invites, assessment, planned, profile, today),
    )


def currency_problems(
    reading: Reading, assessment: Assessment, profile: Profile
) -> tuple[Problem, ...]:
    """One problem for each invite whose pay is in another currency than the profile's."""
    heading = next((told for told, key in reading.columns.items() if key is Field.PAY), None)
    differs = assessment.levels[Level.OTHER_CURRENCY]
    rows = [int(row) for row in differs[differs].index.to_numpy()]
    currencies = reading.invites.loc[rows, Field.PAY_CURRENCY].tolist()
    return tuple(
        Problem(
            code="pay_currency_differs",
            level=ProblemLevel.WARNING,
            reason=f"the pay is in {currency}, your profile in {profile.currency}",
            row=row,
            column=heading,
            field=Field.PAY,
            value=None if heading is None else str(reading.text.at[row, heading]),
            assumed="Whether it covers your essentials counts as unknown",
            fix="Fill in the pay cover, or give the pay in the currency of your profile",
        )
        for row, currency in zip(rows, currencies, strict=True)
    )


def write(answer: Answer, arguments: Namespace) -> None:
    """Write what `--output` names, never over the sheet it came from."""
    target: Path = arguments.output
    if target.exists() and target.samefile(arguments.file):
        raise CommandError("output", f"{target} is the sheet itself; write to another name.")
    content = WRITERS[target.suffix.lower()](answer, contacts=arguments.with_contacts)
    save(target, content)
    say([f"{target} is written."])
