"""A long text file: its beginning as any text file is read, the rest block by block the same way.

The blocks are always the same, so what is done to a damaged record never depends on how many
rows somebody takes at a time.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from advisor.intake.choices import Choices
from advisor.intake.files import limits
from advisor.intake.files.dialect_guess import find_dialect
from advisor.intake.files.dialects import Dialect, Known
from advisor.intake.files.encodings import CARRY, decode
from advisor.intake.files.fitting import Fitted
from advisor.intake.files.letters import mend_letters, needs_mending
from advisor.intake.files.records import Records, read_records
from advisor.intake.files.text_kinds import read_any_text
from advisor.intake.files.widths import Shape, even_out
from advisor.intake.grid import Grid
from advisor.intake.problems import Problem, UnreadableSheet

BEGINNING_BYTES = 2_000_000
"""Bytes on which encoding, dialect, headings and columns are decided."""

BLOCK_LINES = 20_000
"""Lines that are split into records at once."""

OPEN_LINES = 500
"""Lines at the end of a block in which a quote may be open that the next block closes."""

_USUAL_ROWS = 300
_UNSURE_ROWS = 50
"""Rows at the end of the beginning that may have been cut in two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Some rows of a text file, all of one width and stripped, with the numbers its owner sees.

    done  bytes of the file read so far
    """

    rows: list[list[str]]
    numbers: list[int]
    problems: list[Problem]
    done: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFile:
    """A text file whose beginning has been read.

    grid    its beginning
    usual   rows of the usual width, by which others are mended
    """

    path: Path
    grid: Grid
    dialect: Dialect
    usual: list[list[str]] = field(default_factory=list)

    @property
    def size(self) -> int:
        """Bytes."""
        return self.path.stat().st_size

    @property
    def errors(self) -> str:
        """What happens to bytes that are no letters of the encoding: carried along and mended."""
        wide = (self.grid.encoding or "").startswith(("utf-16", "utf-32"))
        return "replace" if wide else CARRY


def open_text(path: Path, choices: Choices, known: Known) -> TextFile:
    """The file with its beginning read as a file of that length would be.

    Raises UnreadableSheet where that is no table, or one that cannot be read block by block.
    """
    with path.open("rb") as file:
        content = file.read(BEGINNING_BYTES)
        whole = not file.read(1) and content.count(b"\n") <= limits.ROWS // 2
    content = content if whole else _whole_lines(content)
    grid = read_any_text(content, choices, known)
    codes = {problem.code for problem in grid.problems}
    delimiter = grid.delimiter
    text = decode(content, choices.encoding).text
    odd = "double_quoted_lines" in codes or len(delimiter or "") > 2
    endless = not whole and "\n" not in text and "\r" not in text
    if grid.container != "text" or odd or endless:
        raise not_row_by_row()
    rows = grid.rows if whole else grid.rows[:-_UNSURE_ROWS]
    return TextFile(
        path=path,
        grid=_cut(grid, len(rows)),
        dialect=find_dialect(text, known, delimiter).dialect,
        usual=rows[-_USUAL_ROWS:],
    )


def not_row_by_row() -> UnreadableSheet:
    """The refusal of a file whose rows do not stand one after the other."""
    return UnreadableSheet(
        "not_row_by_row",
        "Row by row only Parquet and plain CSV are read, and the file is neither: save it so, "
        "or write to another kind of file if it is short enough to be read whole.",
    )


def _whole_lines(content: bytes) -> bytes:
    """The content without its last, unfinished line, and no more of it than is read whole."""
    if b"\x00" in content[:1000]:
        return content[: min(len(content), 2 * limits.ROWS) // 4 * 4]
    lines = content.split(b"\n", limits.ROWS // 2)
    return b"\n".join([*lines[:-1], b""])


def _cut(grid: Grid, rows: int) -> Grid:
    """The first rows of the grid, with what is said of the file as such."""
    return replace(
        grid,
        rows=grid.rows[:rows],
        numbers=grid.numbers[:rows],
        lines=None if grid.lines is None else grid.lines[:rows],
        problems=tuple(problem for problem in grid.problems if problem.row is None),
    )


def blocks(file: TextFile, start: int) -> Iterator[Block]:
    """The file from a row of its beginning on, in the order of the rows.

    start  position of that row in the beginning's grid
    """
    width = len(file.grid.rows[0])
    number = start + 1
    with file.path.open("rb") as raw:
        text = io.TextIOWrapper(raw, encoding=file.grid.encoding, errors=file.errors, newline="")
        lines = islice(text, (file.grid.lines or [1])[start] - 1, None)
        for records, last in _records(lines, file.dialect, width):
            rows, problems = _mended(records, file, width, number)
            done = file.size if last else raw.tell()
            numbers = list(range(number, number + len(rows)))
            yield Block(rows=rows, numbers=numbers, problems=problems, done=done)
            number += len(rows)


def _records(
    lines: Iterator[str], dialect: Dialect, width: int
) -> Iterator[tuple[list[list[str]], bool]]:
    """The records of all lines, so many at a time, and whether they are the last.

    What a block may have cut in two is left to the next one.
    """
    pending: list[str] = []
    last = False
    while not last:
        fresh = list(islice(lines, BLOCK_LINES))
        last = len(fresh) < BLOCK_LINES
        pending += fresh
        records = read_records("".join(pending), dialect, width)
        cut = len(records.rows) if last else _surely_whole(records, len(pending))
        pending = [] if last else pending[records.lines[cut] - 1 :]
        yield records.rows[:cut], last


def _surely_whole(records: Records, lines: int) -> int:
    """How many records cannot go on in the next block: all before the last or an open quote."""
    late = (
        at
        for at, mended in sorted(records.mended.items())
        if mended.code == "unclosed_quote" and records.lines[at] > lines - OPEN_LINES
    )
    return min(next(late, len(records.rows)), len(records.rows) - 1) or len(records.rows) - 1


def _mended(
    found: list[list[str]], file: TextFile, width: int, number: int
) -> tuple[list[list[str]], list[Problem]]:
    """The rows at the file's width with right letters, and what was done to them.

    number  of the first row
    """
    problems: list[Problem] = []

    def say(place: int, fitted: Fitted) -> None:
        row = place - len(file.usual)
        cells = (file.grid.delimiter or "").join(found[row])
        problems.append(fitted.problem(number + row, None, cells))

    shape = Shape(width=width, heading=-1)
    evened = even_out([*file.usual, *found], shape, file.dialect.mark, {}, say)
    rows = [list(map(str.strip, row[:width])) for row in evened[len(file.usual) :]]
    if needs_mending("".join(map("".join, rows))):
        numbers = range(number, number + len(rows))
        rows, letters, _ = mend_letters(rows, list(numbers))
        problems += letters
    return rows, problems
