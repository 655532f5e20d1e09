"""One row that is wider or narrower than its table, brought to its width."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass

from advisor.intake.files.cell_looks import column_looks, fit
from advisor.intake.files.dialects import DELIMITERS, named
from advisor.intake.problems import Level, Problem

_MOST_JOINS = 6
"""Delimiters too many in one row that are looked for one by one."""

_CLEARLY_BETTER = 0.4
"""How much better a row must fit when moved, in cells, before it counts as shifted."""


def trimmed(row: Sequence[str]) -> Sequence[str]:
    """The row without blank cells at its end."""
    if row and row[-1]:
        return row
    end = len(row)
    while end and not row[end - 1].strip():
        end -= 1
    return row[:end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """A row brought to the width of its table, and what to say about it."""

    cells: list[str]
    code: str
    reason: str
    assumed: str
    fix: str

    def problem(self, number: int, line: int | None, value: str) -> Problem:
        """The finding for the row with this number."""
        return Problem(
            code=self.code,
            level=Level.WARNING,
            row=number,
            line=line,
            value=value,
            reason=self.reason,
            assumed=self.assumed,
            fix=self.fix,
        )


_MOST_QUOTES = 40
_STRAY_QUOTE = {
    "code": "quote_repaired",
    "reason": "A quote at the edge of a cell swallowed the cells behind it",
    "assumed": "That quote was left out",
    "fix": "Check the cells of this row",
}
_WRAPPED = {
    "code": "double_quoted_lines",
    "reason": "The whole row stands in quotes, as if it had been exported twice",
    "assumed": "It was split into its cells",
    "fix": "Export the sheet once more from its first program",
}


def _split(line: str, delimiter: str) -> list[str]:
    if delimiter not in line or len(delimiter) != 1:
        return [line]
    blank = delimiter == " "
    try:
        return next(csv.reader([line], delimiter=delimiter, skipinitialspace=not blank), [line])
    except csv.Error:  # a line break outside quotes: then it is no line of this delimiter
        return [line]


def _without_one_quote(line: str, delimiter: str, width: int) -> list[str] | None:
    """The cells of a line that has the right number of them once one stray quote is left out."""
    places = [at for at, mark in enumerate(line) if mark == '"'][:_MOST_QUOTES]
    splits = (_split(line[:at] + line[at + 1 :], delimiter) for at in places)
    return next((cells for cells in splits if len(cells) == width), None)


_ONE_NUMBER = re.compile(
    r"[^\d\s]{0,3} ?(\d{1,3}([.,]\d{3})+([.,]\d{1,2})?|(0|[1-9]\d{0,2})[.,]\d{1,2})"
)
_LIKELY, _UNLIKELY = 0.25, -0.3


def _likelihood(joined: str, parts: Sequence[str]) -> float:
    """What a join has for itself: `95,000` or `4,5` is one number; a blank cell seldom too many."""
    if not all(part.strip() for part in parts):
        return _UNLIKELY
    return _LIKELY if _ONE_NUMBER.fullmatch(joined.strip()) else 0.0


class Fitter:
    """Brings single rows to the width of the table, judging by how its usual rows look.

    usual  some rows of the table's width, without its headings
    """

    def __init__(self, usual: Sequence[list[str]], width: int, delimiter: str) -> None:
        self._width = width
        self._delimiter = delimiter
        self._looks = column_looks(usual, width)

    def fitted(self, row: list[str], line: str | None = None) -> Fitted | None:
        """The row at the table's width; None where nothing but blanks is missing or over.

        line  the row as it stands in the file, where its quotes were damaged
        """
        again = self._split_again(row, line)
        if len(row) > self._width:
            return again or (self._narrowed(row) if self._is_shifted(row) else None)
        if again is None and len(trimmed(row)) > 1:
            return self._widened(row)
        return again

    def _split_again(self, row: list[str], line: str | None) -> Fitted | None:
        """A row of one or two cells that another delimiter, or its own once more, splits right."""
        if len(row) > max(2, self._width // 3) or self._width < 2:
            return None
        whole = line or self._delimiter.join(row)
        if len(row) == 1 and len(cells := _split(whole, self._delimiter)) == self._width:
            return Fitted(cells=cells, **_WRAPPED)
        if line and (mended := _without_one_quote(line, self._delimiter, self._width)):
            return Fitted(cells=mended, **_STRAY_QUOTE)
        for other in (*DELIMITERS, " "):
            if other != self._delimiter and len(cells := _split(whole, other)) == self._width:
                return Fitted(
                    cells=cells,
                    code="row_other_delimiter",
                    reason=f"The row separates its cells by {named(other)}, "
                    f"the others by {named(self._delimiter)}",
                    assumed="It was split the way it is written",
                    fix="Check the cells of this row",
                )
        return None

    def _is_shifted(self, row: list[str]) -> bool:
        """Whether cells stand one place too far right.

        Filled ones beyond the table do; an empty one does where the row fits better without a
        delimiter before it.
        """
        if any(map(str.strip, row[self._width :])):
            return True
        if len(row) != self._width + 1:
            return False
        shifted = self._fit(self._joined_once(row))
        return shifted > self._fit(row[: self._width]) + _CLEARLY_BETTER

    def _narrowed(self, row: list[str]) -> Fitted:
        cells = list(trimmed(row))
        cells = row[: self._width + 1] if len(cells) <= self._width else cells
        over = len(cells) - self._width
        while len(cells) > self._width and over <= _MOST_JOINS:
            cells = self._joined_once(cells)
        if len(cells) > self._width:
            rest = self._delimiter.join(cells[self._width - 1 :])
            cells = [*cells[: self._width - 1], rest]
        together = next((c for c, r in zip(cells, row, strict=False) if c != r), "")
        return Fitted(
            cells=cells,
            code="row_too_long",
            reason=f"The row has {len(row)} cells, the table {self._width}; "
            f"a {named(self._delimiter)} inside a text was probably not quoted",
            assumed=f"`{together.strip()[:80]}` counts as one cell",
            fix="Check the cells of this row",
        )

    def _joined_once(self, cells: list[str]) -> list[str]:
        """The row with the two neighbours joined that make it fit its columns best."""
        tries = (
            [*cells[:at], self._joined(cells[at], cells[at + 1]), *cells[at + 2 :]]
            for at in range(min(len(cells) - 1, self._width))
        )
        blank_after = [cell.startswith(" ") for cell in cells[1:]]
        ranked = (
            (
                self._fit(tried) + _likelihood(tried[at], cells[at : at + 2]),
                blank_after[at],
                at,
                tried,
            )
            for at, tried in enumerate(tries)
        )
        return max(ranked, key=lambda entry: entry[:3])[3]

    def _joined(self, cell: str, following: str) -> str:
        """Two cells as one; an empty one was a delimiter too many and leaves no mark."""
        both = cell.strip() and following.strip()
        return cell + self._delimiter + following if both else cell + following

    def _widened(self, row: list[str]) -> Fitted:
        missing = self._width - len(row)
        cells = [*row, *[""] * missing]
        if missing == 1:
            tries = [[*row[:at], "", *row[at:]] for at in range(1, self._width)]
            cells = max(reversed(tries), key=self._fit)
        where = "at its end" if cells[: len(row)] == row else "where the other cells fit best"
        return Fitted(
            cells=cells,
            code="row_too_short",
            reason=f"The row has {len(row)} cells, the table {self._width}",
            assumed=f"What is missing counts as empty, {where}",
            fix="Check the cells of this row",
        )

    def _fit(self, cells: Sequence[str]) -> float:
        return sum(
            fit(cell.strip(), usual) for cell, usual in zip(cells, self._looks, strict=False)
        )
