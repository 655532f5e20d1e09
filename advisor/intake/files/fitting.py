"""One row that is wider or narrower than its table, brought to its width."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass

from advisor.intake.files.aligning import MOST_JOINS, aligned
from advisor.intake.files.cell_looks import column_looks, fit
from advisor.intake.files.cut_cells import cuts, is_sure, whole
from advisor.intake.files.dialects import DELIMITERS, named
from advisor.intake.problems import Level, Problem

_MOST_TOLD = 3
"""Joined cells of one row that are told."""

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
        if any(map(str.strip, row[self._width :])) or self.is_cut(row):
            return True
        if len(row) != self._width + 1:
            return False
        shifted = self._fit(self._aligned(row))
        return shifted > self._fit(row[: self._width]) + _CLEARLY_BETTER

    def _narrowed(self, row: list[str]) -> Fitted:
        found = row if self.is_cut(row) else list(trimmed(row))
        found = row[: self._width + 1] if len(found) <= self._width else found
        cells = self._aligned(found)
        return Fitted(
            cells=cells,
            code="row_too_long",
            reason=f"The row has {len(row)} cells, the table {self._width}; "
            f"a {named(self._delimiter)} inside a cell was probably not quoted",
            assumed=_put_together(row, cells),
            fix="Check the cells of this row",
        )

    def uncut(self, row: list[str]) -> Fitted | None:
        """A row not too wide that is shorter still once its cut amounts are put together."""
        found = [at for at in cuts(row) if is_sure(row, at)]
        if not found:
            return None
        cells = whole(row, len(row) - len(found), self._delimiter) or row
        cells = [*cells, *[""] * (self._width - len(cells))]
        return Fitted(
            cells=cells,
            code="row_too_long",
            reason=f"A {named(self._delimiter)} inside a cell was probably not quoted, "
            "as in other rows",
            assumed=_put_together(row, cells),
            fix="Check the cells of this row",
        )

    def is_cut(self, row: Sequence[str]) -> bool:
        """Whether amounts that the delimiter has cut are all that makes the row too wide."""
        return whole(row, self._width, self._delimiter) is not None

    def _aligned(self, cells: Sequence[str]) -> list[str]:
        """The row with neighbours joined so that it fits its columns best."""
        if len(cells) - self._width > MOST_JOINS:
            rest = self._delimiter.join(cells[self._width - 1 :])
            return [*cells[: self._width - 1], rest]
        return aligned(cells, self._looks, self._delimiter)

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


def _put_together(row: Sequence[str], cells: Sequence[str]) -> str:
    """Which cells of a row were put together, as far as they are told."""
    joined = [f"`{cell.strip()[:80]}`" for cell in cells if cell and cell not in row][:_MOST_TOLD]
    if not joined:
        return "What is too much was left out"
    verb = "counts as one cell" if len(joined) == 1 else "count as one cell each"
    return f"{' and '.join(joined)} {verb}"
