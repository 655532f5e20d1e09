"""Columns of hours: 6h, 4,5 h, 480 min, 3:00, 1h30, 2–3 h, half a day."""

import re
from dataclasses import dataclass, replace
from datetime import time, timedelta
from functools import partial
from statistics import median

from advisor.intake.cells.all_plain import all_plain, plainly
from advisor.intake.cells.cleaning import clean, empty_cell, folded, unquoted
from advisor.intake.cells.column import CellsRead, ColumnText, Surroundings
from advisor.intake.cells.decimal_mark import decimal_mark
from advisor.intake.cells.lengths_of_time import UNITS, length_of_time, plain_length
from advisor.intake.cells.notes import EMPTY, Cell, Note
from advisor.intake.cells.plain_numbers import within_range
from advisor.intake.cells.quantities import Quantity, read_plain, read_quantity
from advisor.intake.cells.sweep import sources, sweep, told, values_of
from advisor.intake.problems import Level
from advisor.rules.columns import COLUMNS, Column
from advisor.rules.reading import HOURS_IN_A_DAY, MOST_HOURS_UNDOUBTED, TIMES_THE_WORST

_CLOCK = re.compile(r"(\d{1,3}):(\d\d)(?::\d\d)?\s*(?:h|hrs?|hours?|std\.?|uur)?")
_JOINT = re.compile(r"\s*(?:-|\bto\b|\bbis\b|\btot\b|\bor\b|\boder\b|\bou\b|\.\.+|~)\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hours(Cell):
    """A cell of hours; `ends` where it gave a range."""

    ends: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """How this column's hours are read.

    unit      hours in the unit of bare numbers
    doubtful  bare numbers above this may be minutes
    """

    rules: Column
    decimal: str | None
    unit: float
    doubtful: float


def read_hours(column: ColumnText, around: Surroundings) -> CellsRead:
    """Hours, whatever unit they are written in; a range counts at its middle."""
    rules = COLUMNS[column.field]
    named = 1.0 if column.declared else _unit_of_heading(column)
    undoubted = _undoubted(column, rules, named)
    if named in {1.0, None} and (values := all_plain(column, rules.low, undoubted)) is not None:
        return plainly(values, ranged=True)
    reading = _Reading(
        rules=rules,
        decimal=decimal_mark(column, around),
        unit=named or 1.0,
        doubtful=undoubted,
    )
    cells = sweep(sources(column), partial(_read_hours, reading=reading))
    return CellsRead(
        values=values_of(cells),
        findings=told(column, cells),
        ranges=cells.turned(_ends).rows,
    )


def _ends(cell: Cell) -> tuple[float, float] | None:
    return cell.ends if isinstance(cell, _Hours) else None


def _undoubted(column: ColumnText, rules: Column, named: float | None) -> float:
    """The most hours a bare number is taken for without a word; more may be minutes.

    Where the middle number is too large for hours, all of them may be minutes.
    """
    if column.declared:
        return rules.high
    numbers = [number for number in map(read_plain, set(column.texts)) if number is not None]
    if named is None and numbers and median(numbers) > _usual(rules):
        return 0.0
    slips = named is None or any(number > rules.high for number in numbers)
    return MOST_HOURS_UNDOUBTED if slips else rules.high


def _usual(rules: Column) -> float:
    """The most hours that an invite usually takes of this kind."""
    if rules.assumed is None:
        return MOST_HOURS_UNDOUBTED
    return min(MOST_HOURS_UNDOUBTED, TIMES_THE_WORST * rules.assumed.worst)


def _unit_of_heading(column: ColumnText) -> float | None:
    """Hours in one of the heading's units: `Prep (min)` and `Travel minutes` count minutes."""
    for said in (*column.hints, column.heading):
        for word in re.findall(r"[a-z]+", folded(said)):
            if word in UNITS and (said in column.hints or len(word) > 2):
                return UNITS[word]
    return None


def _read_hours(cell: object, reading: _Reading) -> Cell:
    if isinstance(cell, time | timedelta):
        return _duration(cell, reading)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _bare(float(cell), f"{cell:g}", reading)
    if not isinstance(cell, str):
        return _unreadable(str(cell))
    text = unquoted(clean(cell))
    if (plain := read_plain(text)) is not None:
        return _bare(plain, text, reading)
    return empty_cell(text) or _read_words(text, reading)


def _duration(cell: time | timedelta, reading: _Reading) -> Cell:
    """A workbook's duration, in hours."""
    span = cell if isinstance(cell, timedelta) else timedelta(hours=cell.hour, minutes=cell.minute)
    hours = round(span.total_seconds() / 3600, 6)
    return _noted(within_range(hours, str(cell), reading.rules), [_converted(str(cell), hours)])


def _bare(number: float, text: str, reading: _Reading) -> Cell:
    """A number without a unit, in the unit of the heading; too many hours may be minutes."""
    maybe = (f"{number:g} min",) if reading.unit == 1.0 and number / 60 <= 24 else ()
    cell = within_range(number * reading.unit, text, reading.rules, maybe)
    if reading.unit == HOURS_IN_A_DAY:
        return _noted(cell, [_days(text, number * reading.unit)])
    doubted = reading.unit == 1.0 and number > reading.doubtful
    return _noted(cell, [_implausible(text, number)]) if doubted else cell


def _read_words(text: str, reading: _Reading) -> Cell:
    if found := _CLOCK.fullmatch(folded(text)):
        hours = int(found[1]) + int(found[2]) / 60
        if int(found[2]) >= 60:
            return _unreadable(text)
        return _noted(within_range(hours, text, reading.rules), [_converted(text, hours)])
    quantity = _in_hours(text, reading)
    if quantity is None:
        return _unreadable(text)
    notes = quantity.notes(text, " h")
    if quantity.rest == "days":
        notes.append(_days(text, quantity.middle))
    elif quantity.rest:
        notes.append(_converted(text, quantity.middle))
    cell = _noted(within_range(quantity.middle, text, reading.rules), notes)
    if quantity.high is None or cell.value is None:
        return cell
    return _Hours(value=cell.value, notes=cell.notes, ends=(quantity.low, quantity.high))


def _in_hours(text: str, reading: _Reading) -> Quantity | None:
    """The quantity in hours; `rest` is "days" or "minutes" where those were converted."""
    text = plain_length(text)
    quantity = read_quantity(text, reading.decimal)
    if quantity is not None and (not quantity.rest or quantity.rest.rstrip(".") in UNITS):
        factor = UNITS[quantity.rest.rstrip(".")] if quantity.rest else reading.unit
        return _times(quantity, factor)
    sides = [length_of_time(side, reading.decimal) for side in _JOINT.split(text)]
    if len(sides) == 1 and sides[0] is not None:
        return Quantity(low=sides[0], rest="minutes")
    if len(sides) == 2 and sides[0] is not None and sides[1] is not None:
        low, high = sorted((sides[0], sides[1]))
        return Quantity(low=low, high=high)
    return None


def _times(quantity: Quantity, factor: float) -> Quantity:
    converted = {HOURS_IN_A_DAY: "days", 1 / 60: "minutes"}.get(factor, "")
    return replace(
        quantity,
        low=quantity.low * factor,
        high=None if quantity.high is None else quantity.high * factor,
        other=None if quantity.other is None else quantity.other * factor,
        rest=converted if quantity.rest else "",
    )


def _noted(cell: Cell, notes: list[Note]) -> Cell:
    """The cell with what else must be said, unless it is out of range and says only that."""
    return cell if cell.value is None or cell is EMPTY else replace(cell, notes=tuple(notes))


def _unreadable(text: str) -> Cell:
    note = Note(
        code="number_unreadable",
        reason=f"`{text}` is no number of hours",
        fix="Type hours such as 4.5 or leave it empty",
    )
    return Cell(notes=(note,))


def _converted(text: str, hours: float) -> Note:
    return Note(
        code="duration_converted",
        reason=f"`{text}` is a length of time",
        assumed=f"Read as {round(hours, 2):g} h",
        fix="Nothing to do if that is right",
    )


def _implausible(text: str, number: float) -> Note:
    return Note(
        code="number_implausible",
        reason=f"`{text}` is many hours for one invite; it may be minutes",
        assumed=f"Read as {number:g} h",
        fix="Confirm it or write the unit",
        choices=(f"{number:g} h", f"{number:g} min"),
    )


def _days(text: str, hours: float) -> Note:
    return replace(
        _converted(text, hours),
        reason=f"`{text}` counts days, taken as {HOURS_IN_A_DAY:g} h each",
        fix="Confirm it or type hours",
        level=Level.WARNING,
    )
