"""`read`: what is understood of each file, without judging."""

from argparse import Namespace

from advisor import Reading
from advisor.commands.arguments import as_given
from advisor.commands.saying import say, say_json, warn, warn_of
from advisor.commands.sources import read_sheet
from advisor.commands.trouble import CommandError
from advisor.views.records import failure_record, read_record
from advisor.views.terminal import understood_lines, visible


def read(arguments: Namespace) -> int:
    """Show every file in the order given; 2 if any could not be read."""
    failed = False
    for file in arguments.files:
        try:
            reading = read_sheet(file, arguments).reading
        except CommandError as trouble:
            failed = True
            show_failure(file, trouble, as_json=arguments.json)
        else:
            show(file, reading, as_json=arguments.json)
    return 2 if failed else 0


def show(file: str, reading: Reading, *, as_json: bool) -> None:
    """One file that was read."""
    if as_json:
        say_json(read_record(as_given(file), reading))
        return
    say(understood_lines(file, reading))
    warn_of(reading.problems)


def show_failure(file: str, trouble: CommandError, *, as_json: bool) -> None:
    """One file that could not be read, and why."""
    if as_json:
        say_json(failure_record(as_given(file), trouble.code, trouble.text))
    warn([visible(f"advisor read: {trouble.text}")])
