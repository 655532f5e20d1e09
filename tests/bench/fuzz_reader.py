"""Mutated sheets against the reader: `python -m tests.bench.fuzz_reader --minutes 10`.

Every sheet under `tests/sheets` is damaged by chance, read, and held to what must always be true:
the reader gives a reading or UnreadableSheet and nothing else, every row is an invite or set aside,
and every finding has words and names a heading of the sheet. A find is written to the folder named
by `--keep`; once mended it belongs among the cases of `tests/sheets`.
"""

import argparse
import io
import random
import sys
import time
import traceback
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import repeat
from pathlib import Path

from advisor.intake.invites import read_here
from advisor.intake.problems import UnreadableSheet
from advisor.intake.reading import Reading
from tests.sheets.siblings import SIBLINGS

TODAY = date(2026, 11, 22)
SLOW = 20.0
"""Seconds of work that one small sheet may take before it counts as a find."""

INSIDE = 0.9
"""Share of the workbooks of which a part is damaged, not the archive."""

_BITS = [
    *(mark.encode() for mark in ",;\t|\"'\\ \n\r$€%()-/.:=@#é中\u202e\ufeff"),
    b"\r\n",
    b"\x00",
    b"\xff",
    b"\xa0",
    b'""',
    b",,",
    b"=1+1",
    b"31/02/2027",
    b"03/04/2027",
    b"$70,000",
    b"70.000,50",
    b"12,00,000",
    b"NaN",
    b"Total",
    b"Company",
    b"\xe2\x80\xae",
    b"9" * 30,
    b"100 LPA",
    b"1 in 0",
    b"0/0",
    b"99:99",
    b"10/10",
    b"-5",
    b"tomorrow",
    b"TRUE",
]
"""What is put into a sheet."""

Damage = Callable[[random.Random, bytes], bytes]


def _insert(chance: random.Random, content: bytes) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + chance.choice(_BITS) * chance.choice((1, 1, 1, 2, 50)) + content[at:]


def _delete(chance: random.Random, content: bytes) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + content[at + chance.choice((1, 1, 5, 60)) :]


def _replace(chance: random.Random, content: bytes) -> bytes:
    at = chance.randrange(len(content) + 1)
    bit = chance.choice(_BITS)
    return content[:at] + bit + content[at + len(bit) :]


def _repeat(chance: random.Random, content: bytes) -> bytes:
    lines = content.splitlines(keepends=True) or [b""]
    at = chance.randrange(len(lines))
    return b"".join([*lines[:at], *lines[at : at + 3] * chance.choice((2, 20)), *lines[at + 3 :]])


def _shuffle(chance: random.Random, content: bytes) -> bytes:
    lines = content.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines)


def _swap_cells(chance: random.Random, content: bytes) -> bytes:
    """Two columns of every line change places, so that cells meet headings of another kind."""
    lines = content.split(b"\n")
    one, two = chance.randrange(12), chance.randrange(12)
    for at, line in enumerate(lines[chance.choice((0, 1)) :], len(lines) - len(lines[1:]) - 1):
        cells = line.split(b",")
        if max(one, two) < len(cells):
            cells[one], cells[two] = cells[two], cells[one]
            lines[at] = b",".join(cells)
    return b"\n".join(lines)


DAMAGES: tuple[Damage, ...] = (_insert, _insert, _delete, _replace, _repeat, _shuffle, _swap_cells)


def damaged(chance: random.Random, content: bytes) -> bytes:
    """The content with one to eight things wrong."""
    for _ in range(chance.choice((1, 1, 2, 4, 8))):
        content = chance.choice(DAMAGES)(chance, content)
    return content


def damaged_within(chance: random.Random, content: bytes) -> bytes:
    """A workbook with one of its parts damaged, so that the archive itself is whole."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        names = old.namelist()
        hit = chance.choice(names)
        for name in names:
            part = old.read(name)
            new.writestr(name, damaged(chance, part) if name == hit else part)
    return out.getvalue()


def mutated(chance: random.Random, content: bytes) -> bytes:
    """A damaged copy of a sheet of any kind."""
    try:
        inside = content.startswith(b"PK") and chance.random() < INSIDE
        return damaged_within(chance, content) if inside else damaged(chance, content)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError):
        return damaged(chance, content)


def untruths(reading: Reading) -> Iterator[str]:
    """What is not as it must always be in a reading."""
    rows = {*reading.invites.index, *(one.row for one in reading.set_aside)}
    if len(reading.invites) + len(reading.set_aside) != reading.rows_read:
        yield "the ledger does not add up"
    if rows != set(reading.text.index):
        yield "the rows of the text are not those of the ledger"
    if list(reading.text.columns) != list(reading.columns):
        yield "the headings of the text are not those of the columns"
    for problem in reading.problems:
        if problem.column is not None and problem.column not in reading.columns:
            yield f"{problem.code} names a column that is not there: {problem.column!r}"
        if not problem.text.strip() or "None" in problem.where:
            yield f"{problem.code} has no clear words: {problem.text!r}"


def judge(content: bytes, name: str) -> list[str]:
    """What is wrong with the reading of a file; empty where nothing is."""
    begun = time.process_time()
    try:
        reading = read_here(content, name, today=TODAY)
    except UnreadableSheet as refusal:
        return [] if refusal.text.strip() else [f"{refusal.code} is refused without a word"]
    except Exception:
        return [traceback.format_exc()]
    taken = time.process_time() - begun
    slow = [f"read in {taken:.0f} s"] if taken > SLOW else []
    return [*slow, *untruths(reading)]


def turns(minutes: float, sheets: int | None) -> Iterator[None]:
    """So many sheets; where it is not said how many, until the minutes are over."""
    if sheets is not None:
        yield from repeat(None, sheets)
        return
    end = time.monotonic() + 60 * minutes
    while time.monotonic() < end:
        yield


def main(given: Sequence[str] | None = None) -> int:
    """Damage and read until the time or the sheets are over; 1 if anything was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--sheets", type=int, help="so many, however long they take")
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--keep", type=Path, default=Path("fuzz_finds"))
    told = parser.parse_args(given)
    seed = random.randrange(2**32) if told.seed is None else told.seed
    chance = random.Random(seed)
    cases = [case for case in SIBLINGS.values() if len(case.content) < 200_000]
    tried, finds = 0, set()
    for _ in turns(told.minutes, told.sheets):
        tried += 1
        case = chance.choice(cases)
        content = mutated(chance, case.content)
        for wrong in judge(content, case.name):
            kind = wrong.strip().splitlines()[-1][:120]
            if kind not in finds:
                finds.add(kind)
                told.keep.mkdir(exist_ok=True)
                (told.keep / f"{len(finds):03}_{Path(case.name).name}").write_bytes(content)
                print(f"{len(finds):03}", wrong, flush=True)
    print(f"seed {seed}: {tried:,} sheets read, {len(finds)} kinds of finds")
    return 1 if finds else 0


if __name__ == "__main__":
    sys.exit(main())
