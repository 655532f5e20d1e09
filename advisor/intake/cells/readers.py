"""Which reader reads which kind of column."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from advisor.intake.cells.cleaning import CONTROLS, clean, empty_cell
from advisor.intake.cells.column import CellsRead, ColumnText, Finding, Surroundings
from advisor.intake.cells.dates import read_dates
from advisor.intake.cells.decisions import read_currencies, read_decisions
from advisor.intake.cells.hours import read_hours
from advisor.intake.cells.money import read_money
from advisor.intake.cells.plain_numbers import read_numbers
from advisor.intake.cells.ratings import read_ratings
from advisor.intake.cells.shares import read_shares
from advisor.intake.cells.texts import controls_removed, read_texts
from advisor.intake.cells.yes_no import read_yes_no
from advisor.rules.columns import COLUMNS, Field
from advisor.rules.kinds import Kind
from advisor.rules.reading import LONGEST_READABLE

READERS: Mapping[Kind, Callable[[ColumnText, Surroundings], CellsRead]] = MappingProxyType(
    {
        Kind.TEXT: read_texts,
        Kind.DATETIME: read_dates,
        Kind.DATE: read_dates,
        Kind.HOURS: read_hours,
        Kind.RATING: read_ratings,
        Kind.SHARE: read_shares,
        Kind.COUNT: read_numbers,
        Kind.NUMBER: read_numbers,
        Kind.MONEY: read_money,
        Kind.CODE: read_currencies,
        Kind.YES_NO: read_yes_no,
        Kind.DECISION: read_decisions,
    }
)

_LONG = "(a long text)"
_ANY_DAY = date(2026, 1, 1)
_ENOUGH = 400
"""Filled cells that are plenty to see what a column holds."""


def read_cells(column: ColumnText, around: Surroundings) -> CellsRead:
    """One column as read: a value, or None, per row, and what must be said about it."""
    if COLUMNS[column.field].kind is Kind.TEXT:
        return read_texts(column, around)
    read = _read(column, around)
    removed = _controls(column)
    return replace(read, findings=read.findings + removed) if removed else read


def _read(column: ColumnText, around: Surroundings) -> CellsRead:
    """The column as its kind reads it; a cell too long for a value is not looked into."""
    reader = READERS[COLUMNS[column.field].kind]
    if max(map(len, column.texts), default=0) <= LONGEST_READABLE:
        return reader(column, around)
    long = {
        row: text
        for row, text in zip(column.rows, column.texts, strict=True)
        if len(text) > LONGEST_READABLE
    }
    short = [text if len(text) <= LONGEST_READABLE else _LONG for text in column.texts]
    natives = column.natives and [None if isinstance(n, str) else n for n in column.natives]
    read = reader(replace(column, texts=short, natives=natives), around)
    findings = [
        replace(found, value=long[found.row]) if found.row in long else found
        for found in read.findings
    ]
    return replace(read, findings=findings)


def _controls(column: ColumnText) -> list[Finding]:
    """A word about every cell that was read without its control characters."""
    if "".join(column.texts).isprintable():
        return []
    return [
        controls_removed().at(row, text)
        for row, text in zip(column.rows, column.texts, strict=True)
        if not text.isprintable() and CONTROLS.search(text)
    ]


def fits(
    field: Field,
    texts: Sequence[str],
    natives: Sequence[object] | None = None,
    formats: Sequence[str | None] | None = None,
) -> float:
    """Share of the filled cells that read as this field's kind; text that is all numbers does not.

    >>> fits(Field.START, ["14 Jan 2027", "14/01/2027", "lots", ""])
    0.6666666666666666
    """
    filled = [i for i, text in enumerate(texts) if empty_cell(clean(text)) is None][:_ENOUGH]
    if not filled:
        return 0.0
    column = ColumnText(
        field=field,
        heading="",
        rows=filled,
        texts=[texts[i] for i in filled],
        natives=natives and [natives[i] for i in filled],
        formats=formats and [formats[i] for i in filled],
    )
    if COLUMNS[field].kind is Kind.TEXT:
        numbers = _readable(replace(column, field=Field.PAY_COVER))
        return 1 - max(numbers, _readable(replace(column, field=Field.START)))
    return _readable(column)


def _readable(column: ColumnText) -> float:
    around = Surroundings(today=_ANY_DAY, date_order="dmy")
    values = _read(column, around).values
    return sum(value is not None for value in values) / len(values)
