"""A text file → a grid: decoded, split, evened out, and every repair said."""

import re
import sys
from collections.abc import Sequence

from advisor.intake.choices import Choices
from advisor.intake.files import limits, text_findings
from advisor.intake.files.dialect_guess import Guess, find_dialect, sample_records
from advisor.intake.files.dialects import NO_DELIMITER, Known
from advisor.intake.files.encodings import Decoded
from advisor.intake.files.fitting import Fitted, trimmed
from advisor.intake.files.letters import find_misread, mend_letters, needs_mending
from advisor.intake.files.records import Records, read_records
from advisor.intake.files.tally import Tally
from advisor.intake.files.widths import even_out, find_shape
from advisor.intake.grid import Grid
from advisor.intake.problems import Problem, UnreadableSheet, counted
from advisor.intake.stages import Stage, reached

_SEPARATOR_LINE = re.compile(r'"?sep=(\\t|.)"?[ ,;\t]*(\r\n|\r|\n)', re.IGNORECASE)
_UNTYPED = re.compile("[\x00-\x08\x0e-\x1e\x7f-\x9f\ufffd\uf780-\uf7ff]")
_WRAPPED = re.compile(r'"((?:[^"]|"")*)"[,; \t]*')
_WRAPPED_LOOSELY = re.compile(r'"(.*)"[,; \t]*')
_TWO_QUOTED = re.compile('" *[,;\t|:] *"')
_LINE_END = re.compile(r"\r\n?|\n")
_OTHER_ENDS = ("\x1e", "\u2028", "\x85")
_DECIMAL_COMMA = re.compile(r"[^\d.,]{0,4}\d[\d.' ]*,\d{1,2}[^\d.,]{0,4}")
_DECIMAL_POINT = re.compile(r"[^\d.,]{0,4}\d[\d,' ]*\.\d{1,2}[^\d.,]{0,4}")
_MOST_UNTYPED, _MOST_KINDS, _UNTYPED_SAMPLE = 0.05, 5, 200_000
_MOSTLY, _LOOKED_AT = 0.9, 400
_LEAST_SHAPE = 0.2


def read_text(decoded: Decoded, choices: Choices, known: Known) -> Grid:
    """The grid of a text file whose cells are separated by some mark.

    Raises UnreadableSheet when it is no text, holds nothing, or separates no cells.
    """
    text = _typed(decoded)
    text, separator = _without_separator_line(text)
    text, unwrapped = _unwrapped(text)
    reached(Stage.SPLITTING)
    guess = find_dialect(text, known, choices.delimiter or separator)
    if separator and not choices.delimiter and guess.shape < _LEAST_SHAPE:
        guess = find_dialect(text, known)
    _refuse_prose(text, guess)
    sample = sample_records(text[:_UNTYPED_SAMPLE], guess.dialect)
    records = read_records(
        text, guess.dialect, find_shape(sample, known, guess.dialect.delimiter).width
    )
    widest = max(records.rows, key=len, default=[])
    if any(widest[limits.ROW_CELLS :]):
        raise _too_large(len(records.rows), len(widest))
    delimiter = _undouble(records, guess.dialect.delimiter)
    if separator is not None:
        records.lines = [line + 1 for line in records.lines]
    problems = text_findings.of_file(decoded, guess, records.rows, unwrapped=unwrapped)
    return _grid(records, decoded, delimiter, known, problems)


def _typed(decoded: Decoded) -> str:
    """The text without marks nobody typed; refused when it is no text at all."""
    text = _with_lines(decoded.text.replace("\ufeff", "").rstrip("\x00\x1a"))
    if not text.strip().strip("\x00"):
        raise UnreadableSheet(
            "empty_file", "The file is empty: there is not one filled cell in it."
        )
    start = text[:_UNTYPED_SAMPLE]
    untyped = _UNTYPED.findall(start)
    if len(untyped) > _MOST_UNTYPED * len(start) and len(set(untyped)) > _MOST_KINDS:
        raise UnreadableSheet(
            "not_a_table",
            "The file is neither text nor a workbook: save it as XLSX or CSV and choose that.",
        )
    return text


def _with_lines(text: str) -> str:
    """The text, its lines ended the usual way where none is: by another sign of a line's end."""
    if "\n" in text or "\r" in text:
        return text
    return next((text.replace(end, "\n") for end in _OTHER_ENDS if end in text), text)


def _without_separator_line(text: str) -> tuple[str, str | None]:
    """The text behind a first line such as `sep=;`, which spreadsheet programs hide."""
    found = _SEPARATOR_LINE.match(text)
    if not found:
        return text, None
    separator = found[1].replace("\\t", "\t")
    return text[found.end() :], separator


def _unwrapped(text: str) -> tuple[str, bool]:
    """The text with lines that are one quoted cell each taken out of their quotes."""
    start = [line for line in _LINE_END.split(text[:20_000])[:50] if line.strip()]
    wrapped = sum(_is_wrapped(line) for line in start)
    if not start or wrapped < _MOSTLY * len(start):
        return text, False
    return "\n".join(map(_bare, _LINE_END.split(text))), True


def _is_wrapped(line: str) -> bool:
    """Whether a line is one quoted cell that holds delimiters, its inner quotes doubled or not."""
    if not any(mark in line for mark in ",;\t|"):
        return False
    loosely = _WRAPPED_LOOSELY.fullmatch(line) is not None and not _TWO_QUOTED.search(line)
    return loosely or _WRAPPED.fullmatch(line) is not None


def _bare(line: str) -> str:
    found = _WRAPPED.fullmatch(line)
    if found is not None:
        return found[1].replace('""', '"')
    loosely = _WRAPPED_LOOSELY.fullmatch(line)
    return line if loosely is None else loosely[1]


def _refuse_prose(text: str, guess: Guess) -> None:
    one_column = guess.dialect.delimiter == NO_DELIMITER
    if guess.fields == 0 and (one_column or guess.shape < _LEAST_SHAPE):
        start = " ".join(text[:60].split())
        raise UnreadableSheet(
            "no_delimiter",
            f"No columns and no known heading were found in this text (it begins `{start}`): "
            "save the sheet as XLSX, or as CSV with one line per invite.",
        )


def _undouble(records: Records, delimiter: str) -> str:
    """Take out every second column where none holds more than one mark: the delimiter is longer.

    Returns the delimiter as it is written, such as `||` or `~|~`.
    """
    widest = max(records.rows, key=len, default=[])
    if len(widest) < 3 or len(delimiter.strip(" ")) != 1:
        return delimiter
    between: set[str] = set()
    for row in records.rows:
        between.update(map(str.strip, row[1::2]))
        if len(between) > 1 or any(letter.isalnum() for letter in "".join(between)):
            return delimiter
    if not between:
        return delimiter
    records.rows = [row[::2] for row in records.rows]
    return delimiter + between.pop() + delimiter


def _grid(
    records: Records,
    decoded: Decoded,
    delimiter: str,
    known: Known,
    problems: list[Problem],
) -> Grid:
    found = records.rows
    raw: dict[int, tuple[str, ...]] = {}
    tally = Tally()

    def say(place: int, fitted: Fitted) -> None:
        raw[place + 1] = tuple(found[place])
        line, value = records.lines[place], delimiter.join(found[place])
        tally.add(fitted.code, lambda: fitted.problem(place + 1, line, value))

    damaged = {place: mended.line for place, mended in records.mended.items()}
    shape = find_shape(found, known, delimiter)
    rows = _stripped(even_out(found, shape, delimiter[:1], damaged, say), already=records.even)
    text_findings.count_quotes(records, rows, tally)
    numbers = list(range(1, len(rows) + 1))
    rows, letters, untouched = _lettered(rows, numbers, decoded)
    return Grid(
        rows=rows,
        numbers=numbers,
        lines=records.lines[: len(rows)],
        problems=(*problems, *tally.problems, *letters),
        encoding=decoded.encoding,
        delimiter=delimiter or None,
        decimal_comma_likely=_decimal_comma(rows),
        raw={**untouched, **raw},
    )


def _lettered(
    rows: list[list[str]], numbers: Sequence[int], decoded: Decoded
) -> tuple[list[list[str]], list[Problem], dict[int, tuple[str, ...]]]:
    text = decoded.text
    mended, problems, raw = mend_letters(rows, numbers) if needs_mending(text) else (rows, [], {})
    misread = [] if text.isascii() else find_misread(mended, numbers)
    return mended, [*problems, *misread], raw


def _stripped(rows: list[list[str]], *, already: bool) -> list[list[str]]:
    """The rows with every cell stripped, without blank rows and columns at the end.

    already  the cells are stripped
    Cells alike are one object: far less to keep, and to go through later.
    """
    strip, keep = str.strip, sys.intern
    stripped = list(rows) if already else [list(map(keep, map(strip, row))) for row in rows]
    while stripped and not any(stripped[-1]):
        stripped.pop()
    width = max(map(len, stripped), default=0)
    if not any(row[-1] for row in stripped if len(row) == width):
        width = max((len(trimmed(row)) for row in stripped), default=0)
    if len(stripped) > limits.ROWS or width > limits.COLUMNS:
        raise _too_large(len(stripped), width)
    return [
        row[:width] + [""] * (width - len(row)) if len(row) != width else row for row in stripped
    ]


def _too_large(rows: int, columns: int) -> UnreadableSheet:
    return UnreadableSheet(
        "sheet_too_large",
        f"The sheet has {counted(rows, 'row')} and {counted(columns, 'column')}; "
        f"at most {limits.ROWS:,} and {limits.COLUMNS} are read: split it.",
    )


def _decimal_comma(rows: Sequence[Sequence[str]]) -> bool:
    """Whether decimal commas outnumber decimal points in the first rows."""
    cells = [cell for row in rows[:_LOOKED_AT] for cell in row if len(cell) < 24]
    commas = sum("," in cell and _DECIMAL_COMMA.fullmatch(cell) is not None for cell in cells)
    points = sum("." in cell and _DECIMAL_POINT.fullmatch(cell) is not None for cell in cells)
    return commas > points
