"""Columns of dates: interview dates with their time of day, reply-by days without."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial

from advisor.intake.cells.cleaning import clean, empty_cell
from advisor.intake.cells.column import CellsRead, ColumnText, Surroundings
from advisor.intake.cells.date_notes import (
    impossible,
    is_far,
    notes_on,
    order_unknown,
    relative,
    unreadable,
)
from advisor.intake.cells.date_parts import calendar_day, next_such_day, readings
from advisor.intake.cells.half_converted import half_converted
from advisor.intake.cells.notes import Cell
from advisor.intake.cells.sweep import Swept, sources, sweep, told, values_of
from advisor.intake.cells.written_dates import Written, read_bare_number, read_written
from advisor.rules.columns import COLUMNS
from advisor.rules.kinds import Kind
from advisor.rules.reading import Setting

_MIDNIGHT = time()
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """How this column's dates are read."""

    around: Surroundings
    keeps_time: bool
    flips: bool


def read_dates(column: ColumnText, around: Surroundings) -> CellsRead:
    """Dates as written, never shifted by a zone; a start keeps its time of day.

    values  datetime for a start (midnight where `has_time` is False), date for a day
    """
    reading = _Reading(
        around=around,
        keeps_time=COLUMNS[column.field].kind is Kind.DATETIME,
        flips=around.setting(column, Setting.FLIP_TRUE_DATES) == "yes",
    )
    cells = sweep(sources(column), partial(_read_date, reading=reading))
    findings = told(column, cells)
    if not reading.flips and (note := half_converted(column, around.today)):
        findings.insert(0, note.at(None, None))
    return CellsRead(
        values=values_of(cells),
        findings=findings,
        has_time=_timed(cells) if reading.keeps_time else None,
    )


def _timed(cells: Swept[Cell]) -> list[bool]:
    """Whether a time is known; nobody interviews at midnight, so that is a bare day."""
    return cells.turned(
        lambda cell: isinstance(cell.value, datetime) and cell.value.time() != _MIDNIGHT
    ).rows


def _read_date(cell: object, reading: _Reading) -> Cell:
    if not isinstance(cell, str):
        return _true_date(cell, reading)
    if _ISO.fullmatch(cell) and (certain := _certain(cell, reading)):
        return certain
    if (empty := empty_cell(clean(cell))) is not None:
        return empty
    return _from_written(cell.strip(), read_written(cell.strip(), reading.around.today), reading)


def _certain(text: str, reading: _Reading) -> Cell | None:
    """An ISO day or moment near today, about which nothing need be said: most cells of programs."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if is_far(moment.date(), reading.around.today):
        return None
    if not reading.keeps_time:
        return Cell(value=moment.date())
    return Cell(value=moment)


def _true_date(cell: object, reading: _Reading) -> Cell:
    """A workbook's typed cell: dates are taken, day numbers converted, durations are no dates."""
    if isinstance(cell, date):
        moment = cell if isinstance(cell, datetime) else datetime.combine(cell, _MIDNIGHT)
        moment = _swapped(moment) if reading.flips else moment
        return _dated(moment.date(), moment.time().replace(tzinfo=None), reading, Written(), "")
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        text = f"{cell:.10g}"
        written = read_bare_number(text, reading.around.today)
        return _from_written(text, written or Written(), reading)
    return Cell(notes=(unreadable(str(cell), is_duration=isinstance(cell, time | timedelta)),))


def _swapped(moment: datetime) -> datetime:
    """Day and month exchanged, where the day can be a month."""
    if moment.day > 12:
        return moment
    return moment.replace(month=moment.day, day=moment.month)


def _from_written(text: str, written: Written, reading: _Reading) -> Cell:
    today = reading.around.today
    if written.proposal is not None:
        return Cell(notes=(relative(text, written.proposal),))
    if written.day is None and not written.impossible:
        return Cell(notes=(unreadable(text),))
    if written.impossible or written.day is None:
        return Cell(notes=(impossible(text),))
    if written.day.numbers is not None:
        year, month, day = written.day.numbers
        found = next_such_day(month, day, today) if year is None else calendar_day(year, month, day)
    else:
        days = readings(written, today)
        order = reading.around.date_order
        if order is None and len(set(days.values())) == 2:
            return Cell(notes=(order_unknown(text, days),))
        found = days.get(order or "dmy") or next(iter(days.values()), None)
    if found is None:
        return Cell(notes=(impossible(text),))
    return _dated(found, written.clock or _MIDNIGHT, reading, written, text)


def _dated(day: date, clock: time, reading: _Reading, written: Written, text: str) -> Cell:
    """The cell that holds this day, with what must be said about it."""
    notes = notes_on(day, written, text, reading.around.today)
    if reading.keeps_time:
        return Cell(value=datetime.combine(day, clock), notes=notes)
    return Cell(value=day, notes=notes)
