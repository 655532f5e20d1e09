"""What a worksheet hides, laid over its values: errors, formulas, merges, hidden rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from advisor.intake.files.dialects import Known
from advisor.intake.files.limits import FINDINGS, HEADING_ROWS
from advisor.intake.files.native_text import text_of
from advisor.intake.files.sheet_audit import Audit, Cell
from advisor.intake.problems import Level, Problem, counted, letter


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """The values of a sheet with what they hid, and what is said about it.

    natives    rows from the first kept row on, every row from column A on
    first_row  its number in the sheet, from 1
    formats    (position in natives, column) → number format
    """

    natives: list[list[object]]
    first_row: int
    formats: Mapping[Cell, str]
    problems: tuple[Problem, ...]


def lay_over(natives: list[list[object]], first_row: int, audit: Audit, known: Known) -> Overlay:
    """The values with errors, unstored formulas and merged ranges made visible."""
    cells = [*audit.errors, *audit.unvalued]
    rows, first_row = _covering(natives, first_row, cells)
    top = first_row - 1
    problems = [
        *_texts(rows, top, audit.errors, _CELL_ERROR),
        *_texts(rows, top, audit.unvalued, _NO_RESULT),
        *_blank_results(audit.blank_results),
        *_filled_merges(rows, top, audit.merges, known),
        *_hidden_rows(rows, top, audit.hidden_rows),
        *_hidden_columns(rows, audit.hidden_columns),
    ]
    formats = audit.formats
    if top:
        formats = {(row - top, column): code for (row, column), code in formats.items()}
    return Overlay(natives=rows, first_row=first_row, formats=formats, problems=tuple(problems))


def _covering(
    natives: list[list[object]], first_row: int, cells: Sequence[Cell]
) -> tuple[list[list[object]], int]:
    """The rows, extended so that each of these cells has its place."""
    if not cells:
        return natives, first_row
    top = min(first_row - 1, *(row for row, _ in cells)) if natives else min(r for r, _ in cells)
    above = first_row - 1 - top if natives else 0
    below = max(0, max(row for row, _ in cells) + 1 - top - above - len(natives))
    width = max(1 + max(column for _, column in cells), len(natives[0]) if natives else 0)
    rows = [*([] for _ in range(above)), *natives, *([] for _ in range(below))]
    return [[*row, *[""] * (width - len(row))] for row in rows], top + 1


_CELL_ERROR = Problem(
    code="cell_error",
    level=Level.ERROR,
    reason="The formula in this cell ends in an error",
    assumed="Its text stands in its place",
    fix="Mend the formula or type the value",
)
_NO_RESULT = Problem(
    code="formula_without_value",
    level=Level.ERROR,
    reason="The cell holds a formula without its result, and formulas are not worked out here",
    assumed="Its text stands in its place",
    fix="Open the file in a spreadsheet program, save it and choose it again",
)
_BLANK_RESULTS = Problem(
    code="formula_without_value",
    level=Level.WARNING,
    reason="",
    assumed="They count as blank",
    fix="Open the file in a spreadsheet program, save it as XLSX and choose that",
)
_MERGED = Problem(
    code="merged_cell_filled",
    level=Level.WARNING,
    reason="The cell is part of a merged range, of which only the first cell holds a value",
    fix="Undo the merge and type what belongs here",
)
_HIDDEN_ROW = Problem(
    code="hidden_rows_included",
    level=Level.INFO,
    reason="The row is hidden in the spreadsheet",
    assumed="It was read like the others",
    fix="Delete it in the spreadsheet if it should not count",
)
_HIDDEN_COLUMN = Problem(
    code="hidden_column_included",
    level=Level.INFO,
    reason="The column is hidden in the spreadsheet",
    assumed="It was read like the others",
    fix="Delete it in the spreadsheet if it should not count",
)


def _texts(
    rows: list[list[object]], top: int, texts: Mapping[Cell, str], said: Problem
) -> Iterator[Problem]:
    """Put a text into each of these cells; yields what is said about the first thousand."""
    for count, ((row, column), text) in enumerate(texts.items()):
        rows[row - top][column] = text
        if count < FINDINGS:
            yield replace(said, row=row + 1, position=column, value=text)


def _blank_results(cells: Sequence[Cell]) -> Iterator[Problem]:
    """One word a column on formulas of which nobody can tell whether they were ever computed."""
    for column in sorted({column for _, column in cells}):
        rows = [row for row, place in cells if place == column]
        first = ", ".join(f"{letter(column)}{row + 1}" for row in rows[:5])
        first += ", …" if rows[5:] else ""
        yield replace(
            _BLANK_RESULTS,
            position=column,
            count=len(rows),
            reason=f"Formulas ({first}) hold an empty result, and this kind of file does not tell "
            "whether they were ever computed",
        )


def _filled_merges(
    rows: list[list[object]], top: int, merges: Sequence[tuple[Cell, Cell]], known: Known
) -> Iterator[Problem]:
    """Repeat the value of each merged range below the headings in all of its cells."""
    heading = top + _heading(rows, known) if merges else top
    for first, last in merges:
        row, column = first[0] - top, first[1]
        if first[0] <= heading or row >= len(rows) or column >= len(rows[row]):
            continue
        value = rows[row][column]
        alone = sum(cell not in ("", None) for cell in rows[row]) == 1
        if value in ("", None) or (alone and last[1] > first[1]):
            continue
        yield from _repeat(rows, top, first, last)


def _heading(rows: Sequence[Sequence[object]], known: Known) -> int:
    """Position of the row with the most known headings; -1 where none is known."""
    counts = [known([text_of(cell) for cell in row]) for row in rows[:HEADING_ROWS]]
    best = max(counts, default=0)
    return counts.index(best) if best else -1


def _repeat(rows: list[list[object]], top: int, first: Cell, last: Cell) -> Iterator[Problem]:
    value = rows[first[0] - top][first[1]]
    for row in range(first[0], min(last[0] + 1, top + len(rows))):
        cells = rows[row - top]
        for column in range(first[1], min(last[1] + 1, len(cells))):
            if (row, column) != first and cells[column] in ("", None):
                cells[column] = value
                yield replace(
                    _MERGED,
                    row=row + 1,
                    position=column,
                    value=text_of(value),
                    assumed=f"It counts as `{text_of(value)[:80]}` like its first cell, "
                    f"{letter(first[1])}{first[0] + 1}",
                )


def _hidden_rows(
    rows: Sequence[Sequence[object]], top: int, hidden: Sequence[int]
) -> Iterator[Problem]:
    inside = [row for row in hidden if 0 <= row - top < len(rows)]
    filled = [row for row in inside if any(cell not in ("", None) for cell in rows[row - top])]
    if filled:
        numbers = ", ".join(str(row + 1) for row in filled[:5]) + (", …" if filled[5:] else "")
        yield replace(
            _HIDDEN_ROW, reason=f"{counted(len(filled), 'row', 'is', 'are')} hidden: {numbers}"
        )
    for row in filled[:FINDINGS]:
        yield replace(_HIDDEN_ROW, row=row + 1)


def _hidden_columns(rows: Sequence[Sequence[object]], hidden: Sequence[int]) -> Iterator[Problem]:
    width = max(map(len, rows), default=0)
    for column in hidden:
        if column < width and any(row[column] not in ("", None) for row in rows):
            yield replace(_HIDDEN_COLUMN, position=column)
