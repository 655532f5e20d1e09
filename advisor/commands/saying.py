"""What a command says and writes: lines, JSON whatever the locale, files."""

import io
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from advisor import Problem
from advisor.commands.trouble import CommandError
from advisor.intake.report import report
from advisor.views.strict_json import to_json
from advisor.views.terminal import visible


def say(lines: Iterable[str]) -> None:
    """Lines for people; letters their terminal does not have are written as `?`."""
    with _output() as stream:
        _write(stream, lines)


def warn(lines: Iterable[str]) -> None:
    """Lines for people on standard error; where that is closed nobody listens."""
    if sys.stderr is not None:
        _write(sys.stderr, lines)


def warn_of(problems: Iterable[Problem]) -> None:
    """What is wrong with a sheet, the gravest first, many of one kind on one line."""
    warn(f"{line.level}: {visible(line.text)}" for line in report(problems))


@contextmanager
def _output() -> Iterator[TextIO]:
    """Standard output; CommandError where nothing can be written to it."""
    if sys.stdout is None:
        raise CommandError("output", "Standard output is closed.")
    try:
        yield sys.stdout
    except BrokenPipeError:  # the reader has seen enough
        raise
    except OSError as trouble:
        why = trouble.strerror or str(trouble)
        raise CommandError("output", f"Standard output cannot be written: {why}.") from trouble


def _write(stream: TextIO, lines: Iterable[str]) -> None:
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
    stream.writelines(f"{line}\n" for line in lines)
    stream.flush()


def say_json(record: Mapping[str, object]) -> None:
    """One record on a line of its own, in UTF-8.

    A file name that is not legal UTF-8 is escaped as JSON does it, and comes back unchanged.
    """
    with _output() as stream:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
        stream.write(to_json(record) + "\n")
        stream.flush()


def save(target: Path, content: bytes) -> None:
    """The content in its file; CommandError where it cannot be written."""
    try:
        target.write_bytes(content)
    except OSError as trouble:
        why = trouble.strerror or str(trouble)
        raise CommandError("output", f"{target} cannot be written: {why}.") from trouble
