"""The dialect under which a text looks most like a sheet of invites.

Source of the score: 0.25·K + S·(1 − 1/m)·(0.5 + 0.5·T) − 1.5·D on the first 400 records, where
m is the usual width, S the share of records that have it, T the share of cells that look like a
date, a number or nothing, D the share of cells with a stray quote at an end, and K the number of
distinct known fields in the best of the first 60 records.
"""

import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from advisor.intake.choices import ChoiceError
from advisor.intake.files.blank_columns import by_blanks, fixed_columns
from advisor.intake.files.cell_looks import TEXT, look
from advisor.intake.files.dialects import (
    BLANKS,
    DELIMITERS,
    FIXED,
    NO_DELIMITER,
    SMART_CLOSE,
    SMART_OPEN,
    Dialect,
    Known,
    split_lines,
)

_SAMPLE_RECORDS, _SAMPLE_LINES, _SAMPLE_CHARACTERS = 400, 500, 400_000
_HEADING_RECORDS = 60
_CLOSE = 0.1
_STRAY = frozenset("\"'“”„‟")
_LINE_END = re.compile(r"\r\n?|\n")
_UNUSUAL = re.compile(r"[^\w\s\"'“”„‟.()/%€$£&+@<>\-]|\x01|\x02")
_MOST_UNUSUAL = 12
_FEWEST_FIELDS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """The dialect that was found, and the runner-up where the two are close.

    fields  known fields in its best row of headings
    shape   how regular it makes the records, 0 to 1
    """

    dialect: Dialect
    fields: int
    shape: float
    rival: Dialect | None = None


def find_dialect(text: str, known: Known, chosen: str | None = None) -> Guess:
    """The dialect of a text, judged on its first 400 records.

    chosen  the delimiter its owner says it has
    Raises ChoiceError when that can be no delimiter.
    """
    sample = _sample(text)

    @cache
    def counted(cells: tuple[str, ...]) -> int:
        return known(cells)

    if chosen:
        return _best(sample, _with_delimiter(sample, chosen, known), counted, text)
    usual = [d for mark in DELIMITERS if mark in sample for d in _quotings(sample, mark)]
    usual += [*by_blanks(sample, known), Dialect(delimiter=NO_DELIMITER)]
    guess = _best(sample, usual, counted, text)
    if guess.fields >= _FEWEST_FIELDS:
        return guess
    others = [mark for mark, _ in Counter(_UNUSUAL.findall(sample)).most_common(_MOST_UNUSUAL)]
    unusual = [Dialect(delimiter=mark) for mark in others if mark not in DELIMITERS]
    other = _best(sample, unusual, counted, text) if unusual else guess
    return other if other.fields >= max(_FEWEST_FIELDS, guess.fields + 1) else guess


def _best(sample: str, dialects: Sequence[Dialect], known: Known, text: str) -> Guess:
    scored = []
    for place, dialect in enumerate(dialects):
        rows = sample_records(sample, dialect)
        wide = sum(len(row) > 2 for row in rows) > len(rows) / 2
        heads = rows[:_HEADING_RECORDS]
        heads = [resplit(row, dialect.delimiter) for row in heads] if wide else heads
        fields = max((known(tuple(row)) for row in heads), default=0)
        scored.append((score(rows, fields), -place, fields, dialect))
    scored.sort(key=lambda entry: entry[:2], reverse=True)
    best, _, fields, dialect = scored[0]
    rivals = (other for value, _, _, other in scored[1:] if best - value <= _CLOSE)
    rival = next((r for r in rivals if r.delimiter not in (dialect.delimiter, "", FIXED)), None)
    if dialect.delimiter == FIXED and len(sample) < len(text):
        dialect = fixed_columns(text, known, 1)
    return Guess(dialect=dialect, fields=fields, shape=best - 0.25 * fields, rival=rival)


def _sample(text: str) -> str:
    """The beginning of a text, up to the end of a line."""
    end = 0
    for count, found in enumerate(_LINE_END.finditer(text)):
        if count >= _SAMPLE_LINES or found.end() > _SAMPLE_CHARACTERS:
            return text[:end] or text[:_SAMPLE_CHARACTERS]
        end = found.end()
    return text


def _with_delimiter(sample: str, chosen: str, known: Known) -> list[Dialect]:
    if chosen in (BLANKS, FIXED):
        found = [d for d in by_blanks(sample, known) if d.delimiter == chosen]
        return found or [Dialect(delimiter=BLANKS)]
    if len(set(chosen)) > 1 or chosen in "\"'\r\n ":
        raise ChoiceError(f"A delimiter is one character such as , or ;, not `{chosen}`.")
    return _quotings(sample, chosen[0])


def _quotings(sample: str, delimiter: str) -> list[Dialect]:
    """The ways to quote under one delimiter, as far as the text shows any sign of them.

    Where a backslash protects anything, reading it so comes first: it wins a tie.
    """
    found = [_spaced(sample, delimiter, '"')]
    mark = re.escape(delimiter)
    if _quotes_singly(sample, delimiter):
        found.append(_spaced(sample, delimiter, "'"))
    if re.search(f"(^|{mark})[{SMART_OPEN}].*[{SMART_CLOSE}]($|\r|{mark})", sample, re.MULTILINE):
        found.append(Dialect(delimiter=delimiter, quote="“"))
    escaped = [
        replace(dialect, escaped=True)
        for dialect in found
        if "\\" + dialect.quote in sample or "\\" + delimiter in sample
    ]
    return [*escaped, *found]


def _quotes_singly(sample: str, delimiter: str) -> bool:
    """Whether single quotes hold cells together: for a delimiter inside, or throughout.

    A quoted word here and there is what somebody typed.
    """
    mark = re.escape(delimiter)
    quoted = re.findall(f"(?:^|{mark}) ?('.*?')(?=$|\r|{mark})", sample, re.MULTILINE)
    return any(delimiter in cell for cell in quoted) or len(quoted) > len(_LINE_END.findall(sample))


def _spaced(sample: str, delimiter: str, quote: str) -> Dialect:
    spaced = re.search(f"{re.escape(delimiter)} +{quote}", sample) is not None
    return Dialect(delimiter=delimiter, quote=quote, spaced=spaced)


def sample_records(sample: str, dialect: Dialect) -> list[list[str]]:
    """The stripped cells of the first records that hold anything, escaped marks still carried."""
    lines = io.StringIO(dialect.prepare(sample), newline="")
    split = dialect.by_line
    found = dialect.reader(lines, strict=False) if split is None else split_lines(lines, split)
    rows: list[list[str]] = []
    for row in found:
        cells = [cell.strip() for cell in row]
        if any(cells):
            rows.append(cells)
        if len(rows) >= _SAMPLE_RECORDS:
            break
    return rows


def resplit(row: list[str], delimiter: str) -> list[str]:
    """A row of one cell split by another delimiter, the one that makes most cells of it.

    >>> resplit(["Company;Role"], ","), resplit(["Acme", "Dev; Ops"], ",")
    (['Company', 'Role'], ['Acme', 'Dev; Ops'])
    """
    if len(row) != 1 or len(delimiter) != 1:
        return row
    splits = (row[0].split(mark) for mark in DELIMITERS if mark != delimiter)
    return [cell.strip() for cell in max(splits, key=len)]


def score(rows: Sequence[Sequence[str]], fields: int) -> float:
    """How much these records look like a sheet of invites.

    fields  K, the known fields its best row of headings names
    """
    if not rows:
        return 0.0
    width, often = Counter(map(len, rows)).most_common(1)[0]
    cells = [cell for row in rows for cell in row]
    typed = sum(look(cell) != TEXT for cell in cells) / len(cells)
    stray = sum(cell[0] in _STRAY or cell[-1] in _STRAY for cell in cells if cell) / len(cells)
    shape = often / len(rows) * (1 - 1 / width) * (0.5 + 0.5 * typed)
    return 0.25 * fields + shape - 1.5 * stray
