"""`rank` for files of any length: row by row, at a memory that does not grow with them."""

import sys
from argparse import Namespace
from collections import Counter
from pathlib import Path

from advisor import ChoiceError, Choices, LongSheet, Tally, UnreadableSheet, open_long_sheet
from advisor.batch import WRITERS, write_advice
from advisor.commands.arguments import this_day
from advisor.commands.saying import say, warn_of
from advisor.commands.sources import cannot_open, comes_once, read_person
from advisor.commands.trouble import CommandError
from advisor.intake.files import limits
from advisor.intake.files.containers import is_text
from advisor.intake.files.parquet import MAGIC
from advisor.rules.advice import Advice
from advisor.views.long_sheets import long_lines, progress


def is_long(arguments: Namespace) -> bool:
    """Whether the file is ranked row by row: a Parquet table goes in or out, or it is too long."""
    output: Path | None = arguments.output
    if output is not None and output.suffix.lower() == ".parquet":
        return True
    if comes_once(arguments.file):
        return False
    try:
        with Path(arguments.file).open("rb") as file:
            start = file.read(limits.PROLOGUE_BYTES)
            return start.startswith(MAGIC) or (is_text(start) and _is_too_long(file.name))
    except (OSError, ValueError):
        return False


def _is_too_long(name: str) -> bool:
    """Whether a text file has more bytes or rows than are read whole."""
    size = Path(name).stat().st_size
    if not limits.ROWS < size <= limits.FILE_BYTES:
        return size > limits.FILE_BYTES
    return Path(name).read_bytes().count(b"\n") > limits.ROWS


def rank_long(arguments: Namespace) -> int:
    """Judge every row by itself and write the advice, row by row."""
    target = _target(arguments)
    profile = read_person(arguments.profile)
    tally, counts, aside = Tally(), Counter[str](), Counter[str]()
    try:
        sheet = _opened(arguments)
        for batch, advice in write_advice(sheet.batches(), profile, target):
            tally.add(batch.problems)
            aside.update(batch.set_aside)
            counts.update(Counter(advice[Advice.DECISION].tolist()))
            _tell(progress(batch.done / sheet.size, counts.total()))
        _tell("")
    except (UnreadableSheet, ChoiceError) as trouble:
        code = getattr(trouble, "code", "choice_unknown")
        raise CommandError(code, f"{arguments.file}: {trouble.text}") from trouble
    except OSError as trouble:
        why = trouble.strerror or str(trouble)
        raise CommandError("output", f"{target} cannot be written: {why}.") from trouble
    say(long_lines(str(target), counts, aside))
    warn_of([*sheet.problems, *tally.problems])
    return 0


def _opened(arguments: Namespace) -> LongSheet:
    if comes_once(arguments.file):
        said = "it is no file on a disk, and is read more than once here. Save it as one first"
        raise CommandError("file_unreadable", f"{arguments.file} cannot be read: {said}.")
    choices = Choices(date_order=arguments.dates, columns=dict(arguments.map))
    try:
        return open_long_sheet(
            Path(arguments.file), choices=choices, today=arguments.today or this_day()
        )
    except OSError as trouble:
        raise cannot_open(arguments.file, trouble) from trouble


def _target(arguments: Namespace) -> Path:
    """Where to write; CommandError where that is nowhere, or the sheet itself."""
    target: Path | None = arguments.output
    if arguments.json or target is None or target.suffix.lower() not in WRITERS:
        raise CommandError(
            "output",
            f"{arguments.file} is ranked row by row: say where to with --output OUT.parquet or "
            "OUT.csv.",
        )
    if arguments.sheet is not None:
        said = f"{arguments.file} has no sheet “{arguments.sheet}”. It is no workbook."
        raise CommandError("sheet_unknown", said)
    if target.exists() and target.samefile(arguments.file):
        raise CommandError("output", f"{target} is the sheet itself; write to another name.")
    return target


def _tell(line: str) -> None:
    """How far it is, on one line of a terminal; nothing where nobody watches."""
    if sys.stderr is not None and sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{line}")
        sys.stderr.flush()
