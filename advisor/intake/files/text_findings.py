"""What is said about a text file as a whole, and about its quotes."""

from collections.abc import Sequence
from functools import partial
from itertools import chain

from advisor.intake.files.dialect_guess import Guess
from advisor.intake.files.dialects import Dialect, named
from advisor.intake.files.encodings import USUAL, Decoded
from advisor.intake.files.records import Mended, Records
from advisor.intake.files.tally import Tally
from advisor.intake.problems import Level, Problem

_SAMPLES = 3


def of_file(
    decoded: Decoded, guess: Guess, rows: Sequence[Sequence[str]], *, unwrapped: bool
) -> list[Problem]:
    """Findings about the encoding, the delimiter and the quotes of the whole file."""
    found = []
    if decoded.guessed:
        found.append(_encoding(decoded, rows))
    if unwrapped:
        found.append(_DOUBLE_QUOTED)
    if guess.dialect.quote == "“":
        found.append(_SMART_QUOTES)
    if guess.rival is not None:
        found.append(_delimiter(guess.dialect, guess.rival))
    return found


def _encoding(decoded: Decoded, rows: Sequence[Sequence[str]]) -> Problem:
    cells = dict.fromkeys(cell.strip() for row in rows[:200] for cell in row if not cell.isascii())
    samples = ", ".join(f"`{cell[:40]}`" for cell in list(cells)[:_SAMPLES])
    return Problem(
        code="encoding_assumed",
        level=Level.WARNING,
        reason="The file does not say which alphabet it was written in",
        assumed=f"Read as {decoded.encoding}" + (f", such as {samples}" if samples else ""),
        fix="Choose another encoding if the letters look wrong",
        choices=tuple(USUAL),
    )


_DOUBLE_QUOTED = Problem(
    code="double_quoted_lines",
    level=Level.WARNING,
    reason="Every line stands in quotes as one cell, as if the sheet had been exported twice",
    assumed="The outer quotes were taken off and the lines split",
    fix="Check a few rows, or export the sheet once more from its first program",
)
_SMART_QUOTES = Problem(
    code="smart_quotes",
    level=Level.WARNING,
    reason="Cells are quoted with typographic quotes such as “ and ”, which no program writes",
    assumed="They were read as ordinary quotes",
    fix="Check the cells that hold a comma or a quote",
)


def _delimiter(dialect: Dialect, rival: Dialect) -> Problem:
    return Problem(
        code="delimiter_guessed",
        level=Level.WARNING,
        reason=f"The cells could be separated by {named(dialect.delimiter)} "
        f"or by {named(rival.delimiter)}",
        assumed=f"Read with {named(dialect.delimiter)}",
        fix="Choose the other one if the columns look wrong",
        choices=(dialect.delimiter, rival.delimiter),
    )


def count_quotes(records: Records, rows: Sequence[Sequence[str]], tally: Tally) -> None:
    """Note the rows whose quotes were mended, and the cells with a quote that has no partner."""
    if not records.quoted:
        return
    for place, mended in records.mended.items():
        if place < len(rows):
            line, row = records.lines[place], rows[place]
            tally.add(mended.code, partial(_mended, place + 1, line, mended, row))
    quoted = {cell for cell in chain.from_iterable(rows) if '"' in cell}
    suspects = {cell for cell in quoted if cell.count('"') % 2}
    for place, row in enumerate(rows if suspects else ()):
        if place not in records.mended and not suspects.isdisjoint(row):
            for position, cell in enumerate(row):
                if cell in suspects:
                    line = records.lines[place]
                    tally.add("quote_repaired", partial(_lonely, place + 1, line, position, cell))


def _mended(number: int, line: int, mended: Mended, row: Sequence[str]) -> Problem:
    cell = row[mended.place] if mended.place < len(row) else None
    return Problem(
        code=mended.code,
        level=Level.WARNING,
        row=number,
        line=line,
        value=mended.line,
        reason=_REASONS[mended.code],
        assumed="The row was read on its own" if cell is None else f"Read as `{cell[:80]}`",
        fix="Check the cells of this row",
    )


_REASONS = {
    "unclosed_quote": "A quote is opened in this row and never closed",
    "quote_repaired": "A quoted cell of this row holds quotes that should have been doubled",
}


def _lonely(number: int, line: int, position: int, cell: str) -> Problem:
    return Problem(
        code="quote_repaired",
        level=Level.INFO,
        row=number,
        line=line,
        position=position,
        value=cell,
        reason="A quotation mark in this cell has no partner",
        assumed="Kept as it stands",
        fix="Take it out if it does not belong there",
    )
