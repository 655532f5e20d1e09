"""Columns of plain numbers: people, openings, ratios."""

from functools import partial

from advisor.intake.cells.all_plain import all_plain, plainly
from advisor.intake.cells.cleaning import clean, empty_cell, unquoted
from advisor.intake.cells.column import CellsRead, ColumnText, Surroundings
from advisor.intake.cells.decimal_mark import decimal_mark
from advisor.intake.cells.notes import Cell, Note
from advisor.intake.cells.quantities import read_plain, read_quantity
from advisor.intake.cells.sweep import sources, sweep, told, values_of
from advisor.rules.columns import COLUMNS, Column
from advisor.rules.kinds import Kind


def read_numbers(column: ColumnText, around: Surroundings) -> CellsRead:
    """Plain numbers within the column's range; a range of numbers counts at its middle."""
    rules = COLUMNS[column.field]
    if (values := all_plain(column, rules.low, rules.high)) is not None:
        return plainly(values)
    read = partial(_read_number, rules=rules, decimal=decimal_mark(column, around))
    cells = sweep(sources(column), read)
    return CellsRead(values=values_of(cells), findings=told(column, cells))


def _read_number(cell: object, rules: Column, decimal: str | None) -> Cell:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return within_range(float(cell), f"{cell:g}", rules)
    if not isinstance(cell, str):
        return Cell(notes=(no_number(str(cell), rules),))
    text = unquoted(clean(cell))
    if (plain := read_plain(text)) is not None:
        return within_range(plain, text, rules)
    return empty_cell(text) or _read_words(text, rules, decimal)


def _read_words(text: str, rules: Column, decimal: str | None) -> Cell:
    """A number with words around it: people may be counted so, a ratio may not."""
    quantity = read_quantity(text, decimal)
    counts = rules.kind is Kind.COUNT
    if quantity is None or (quantity.rest and not counts) or quantity.rest.startswith("%"):
        return Cell(notes=(no_number(text, rules),))
    notes = quantity.notes(text)
    if quantity.rest:
        reason = f"`{text}` says more than a number"
        used = f"Read as {quantity.middle:g}"
        notes.append(
            Note(code="number_qualified", reason=reason, assumed=used, fix="Confirm the number")
        )
    cell = within_range(quantity.middle, text, rules)
    return cell if cell.value is None else Cell(value=cell.value, notes=tuple(notes))


def no_number(text: str, rules: Column) -> Note:
    """The cell holds no number."""
    reason = f"`{text}` is no number that {rules.label} can be"
    fix = "Type a plain number such as 2 or leave it empty"
    return Note(code="number_unreadable", reason=reason, fix=fix)


def within_range(value: float, text: str, rules: Column, choices: tuple[str, ...] = ()) -> Cell:
    """The value where it is legal; otherwise an empty cell that says so. Nothing is clipped."""
    if rules.low <= value <= rules.high:
        return Cell(value=value)
    high = f"to {rules.high:g}" if rules.high != float("inf") else "or more"
    unit = f" {rules.unit}" if rules.unit else ""
    note = Note(
        code="number_out_of_range",
        reason=f"{rules.label} must be {rules.low:g} {high}{unit}, not `{text}`",
        assumed="The cell counts as empty",
        fix="Type a number in that range or leave it empty",
        choices=choices,
    )
    return Cell(notes=(note,))
