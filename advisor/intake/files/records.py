"""Lines → records of cells, with quotes that were never closed or never doubled mended."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from advisor.intake.files.dialects import Dialect, split_lines
from advisor.intake.files.even_lines import split_evenly

_BLANKS = re.compile(" *")
_LONGEST_RECORD = 5000
"""Lines one record may span before its quote counts as never closed."""
_MOST_JOINED = 500
"""Damaged records for which that is done; a file with more is damaged throughout."""
_JOINED_LINES = 30
"""Lines that are tried together when the quotes of a record are damaged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """What was wrong with the quotes of a record: the code, and the place of the cell."""

    code: str
    place: int
    line: str


@dataclass(slots=True, kw_only=True)
class Records:
    """The records of a text; rows still have their blanks and their different widths.

    lines   the physical line each record begins on, from 1
    mended  position of the record → what was wrong with its quotes
    quoted  any quote stands in the text, around a cell or inside
    even    every row is as wide as the others, its cells stripped already
    """

    rows: list[list[str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    mended: dict[int, Mended] = field(default_factory=dict)
    quoted: bool = True
    even: bool = False


class _Endless(Exception):  # noqa: N818 - it stops a reader, it is no error of anyone
    """A record spans more lines than any cell would."""


def read_records(text: str, dialect: Dialect, width: int) -> Records:
    """Every record of a text, blank ones as empty lists.

    width  the usual number of cells, by which damaged quotes are mended
    """
    if (rows := split_evenly(text, dialect)) is not None:
        return _line_by_line(rows, quoted=False, even=True)
    prepared = dialect.prepare(text)
    lines = list(io.StringIO(prepared, newline=""))
    split = dialect.by_line
    if split is not None:
        return _line_by_line(list(split_lines(iter(lines), split)))
    if '"' not in text and '"' not in prepared and dialect.plain_quote not in prepared:
        return _line_by_line(
            dialect.restore(list(dialect.reader(iter(lines), strict=True))), quoted=False
        )
    records = Records()
    at = 0
    while at < len(lines):
        at = _read_on(lines, at, dialect, width, records)
        if at < len(lines):
            at = _mend(lines, at, dialect, width, records)
    records.rows = dialect.restore(records.rows)
    return records


def _line_by_line(rows: list[list[str]], *, quoted: bool = True, even: bool = False) -> Records:
    """Records of one line each."""
    return Records(rows=rows, lines=list(range(1, len(rows) + 1)), quoted=quoted, even=even)


def _read_on(lines: list[str], at: int, dialect: Dialect, width: int, records: Records) -> int:
    """Read records until one is damaged; returns the index of the line it begins on."""
    begin = at

    def feed() -> Iterator[str]:
        for place in range(at, len(lines)):
            if place - begin > _LONGEST_RECORD:
                raise _Endless
            yield lines[place]

    reader = dialect.reader(feed(), strict=True)
    keep, note = records.rows.append, records.lines.append
    try:
        for row in reader:
            end = at + reader.line_num
            if end - begin > 1 and _swallows(row, dialect, width, damaged=len(row) != width):
                return begin
            keep(row)
            note(begin + 1)
            begin = end
    except (csv.Error, _Endless):
        return begin
    return len(lines)


def _swallows(row: list[str], dialect: Dialect, width: int, *, damaged: bool) -> bool:
    """Whether a cell of several lines holds lines that look like records of their own.

    damaged  the quotes of the record are wrong anyway: then a first line that would fill up its
             record is a sign as well
    """
    usual = range(max(width - 2, 2), width + 1)
    for place, cell in enumerate(row if width > 2 else ()):
        if "\n" in cell or "\r" in cell:
            first, *others = (line.count(dialect.mark) for line in cell.splitlines())
            if any(count in usual for count in others):
                return True
            if damaged and first and place + 1 + first == width:
                return True
    return False


def _mend(lines: list[str], at: int, dialect: Dialect, width: int, records: Records) -> int:
    """Read one damaged record line by line; returns the index of the line after it."""
    cells, open_at, stray_at = split_loosely(lines[at], dialect, width)
    taken = 1
    joinable = open_at is not None and len(records.mended) < _MOST_JOINED
    for more in range(2, min(_JOINED_LINES, len(lines) - at) + 1 if joinable else 0):
        joined = split_loosely("".join(lines[at : at + more]), dialect, width)
        if joined[1] is None and len(joined[0]) >= width:
            if len(joined[0]) == width and not _swallows(joined[0], dialect, width, damaged=True):
                (cells, open_at, stray_at), taken = joined, more
            break
    place = open_at if open_at is not None else stray_at
    code = "quote_repaired" if open_at is None else "unclosed_quote"
    if place is not None:
        line = "".join(lines[at : at + taken]).rstrip("\r\n")
        records.mended[len(records.rows)] = Mended(code=code, place=place, line=line)
    records.rows.append(cells)
    records.lines.append(at + 1)
    return at + taken


def split_loosely(
    line: str, dialect: Dialect, width: int
) -> tuple[list[str], int | None, int | None]:
    """The cells of a line whose quotes are damaged.

    Returns the cells, the place of a cell whose quote is never closed, and the place of one with
    quotes inside that should have been doubled; None where there is none.

    >>> split_loosely('a,"say "hi" now",c', Dialect(delimiter=","), 3)
    (['a', 'say "hi" now', 'c'], None, 1)
    >>> split_loosely('a,"never, closed', Dialect(delimiter=","), 2)
    (['a', 'never, closed'], 1, None)
    """
    line = line.rstrip("\r\n")
    mark, quote = dialect.mark, dialect.plain_quote
    cells: list[str] = []
    stray_at = None
    at = 0
    while at <= len(line):
        begin = _BLANKS.match(line, at).end()  # type: ignore[union-attr]  # it matches nothing too
        after = _end_of(line, at, mark)
        cell = line[at:after]
        if line[begin : begin + 1] == quote:
            quoted, end, stray = _quoted(line, begin + 1, mark, quote)
            if end is not None:
                cell, after = quoted, end
            elif cell.count(quote) % 2:
                rest = _unclosed(line[begin + 1 :], mark, width - len(cells))
                return cells + rest, len(cells), stray_at
            if stray or end is None:
                stray_at = len(cells) if stray_at is None else stray_at
        cells.append(cell)
        at = after + 1
    return cells, None, stray_at


def _end_of(line: str, start: int, mark: str) -> int:
    """Where the cell from here ends, quotes being letters like others."""
    after = line.find(mark, start)
    return len(line) if after < 0 else after


def _quoted(line: str, start: int, mark: str, quote: str) -> tuple[str, int | None, bool]:
    """A quoted cell from behind its opening quote: its text, where it ends, whether it was odd."""
    at, stray = start, False
    while (at := line.find(quote, at)) >= 0:
        run = at
        while line[run : run + 1] == quote:
            run += 1
        after = run
        while line[after : after + 1] == " ":
            after += 1
        ends = after == len(line) or line[after] == mark
        if ends and ((run - at) % 2 == 1 or stray):
            return line[start : run - 1].replace(quote * 2, quote), after, stray
        if (run - at) % 2 == 1 or ends:
            stray = True
        at = run
    return line[start:], None, stray


def _unclosed(rest: str, mark: str, room: int) -> list[str]:
    """What follows a quote that is never closed: one cell, or several, whichever fits the room."""
    parts = rest.split(mark)
    return [rest] if room <= 1 or abs(room - 1) < abs(room - len(parts)) else parts
