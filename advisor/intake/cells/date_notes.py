"""What is said about dates."""

from datetime import date

from advisor.intake.cells.date_parts import said_day
from advisor.intake.cells.notes import Note
from advisor.intake.cells.written_dates import Written
from advisor.rules.reading import DATES_AHEAD_DAYS, DATES_BACK_DAYS

_TYPE_ONE = "Type a date such as 2027-01-14 or leave it empty"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def unreadable(text: str, *, is_duration: bool = False) -> Note:
    """The cell holds no date."""
    what = "is a time without a day" if is_duration else "is no date"
    return Note(code="date_unreadable", reason=f"`{text}` {what}", fix=_TYPE_ONE)


def impossible(text: str) -> Note:
    """The cell is written like a date, but no calendar has that day."""
    reason = f"`{text}` is a day or time that does not exist"
    return Note(code="date_impossible", reason=reason, fix=_TYPE_ONE)


def relative(text: str, proposal: date) -> Note:
    """The cell means another day each time it is read."""
    return Note(
        code="date_relative",
        reason=f"`{text}` depends on the day it was written; today it would be "
        f"{said_day(proposal)}",
        fix="Type the day itself",
        choices=(proposal.isoformat(),),
    )


def order_unknown(text: str, days: dict[str, date]) -> Note:
    """The cell can be read two ways, and the file uses both."""
    return Note(
        code="date_order_conflict",
        reason=f"`{text}` can be {said_day(days['dmy'])} or {said_day(days['mdy'])}, and other "
        "dates of the file prove both orders",
        fix="Choose the day that is meant",
        choices=(days["dmy"].isoformat(), days["mdy"].isoformat()),
    )


def notes_on(day: date, written: Written, text: str, today: date) -> tuple[Note, ...]:
    """Everything that must be said about a day that is used."""
    said = (
        _basis(day, written, text),
        _year(day, written, text),
        _weekday(day, written, text),
        _range(day, written, text),
        _zone(written),
        _far(day, today),
    )
    return tuple(note for note in said if note is not None)


def _basis(day: date, written: Written, text: str) -> Note | None:
    if written.basis is None:
        return None
    what = {
        "serial": ("date_serial_assumed", "looks like a spreadsheet's day number"),
        "epoch": ("date_epoch_assumed", "looks like seconds since 1970 (UTC)"),
    }
    code, reason = what[written.basis]
    return Note(
        code=code,
        reason=f"`{text}` {reason}",
        assumed=f"Read as {said_day(day)}",
        fix="Confirm it or type the date",
    )


def _year(day: date, written: Written, text: str) -> Note | None:
    if written.day is None:
        return None
    year = written.day.numbers[0] if written.day.numbers else (written.day.pair or (0, 0, 0))[2]
    if year is not None:
        return None
    return Note(
        code="date_year_assumed",
        reason=f"`{text}` names no year",
        assumed=f"Read as {said_day(day)}, the next such day",
        fix="Confirm it or type the year",
    )


def _weekday(day: date, written: Written, text: str) -> Note | None:
    if written.weekday is None or written.weekday == day.weekday():
        return None
    return Note(
        code="date_weekday_mismatch",
        reason=f"{said_day(day)} is a {_DAYS[day.weekday()]}, but `{text}` names a "
        f"{_DAYS[written.weekday]}",
        assumed=f"Read as {said_day(day)}",
        fix="Check which of the two is meant",
    )


def _range(day: date, written: Written, text: str) -> Note | None:
    if written.ending is None:
        return None
    return Note(
        code="date_range",
        reason=f"`{text}` spans more than a day, to {written.ending}",
        assumed=f"Read as its first day, {said_day(day)}",
        fix="Confirm it or type the day that is meant",
    )


def _zone(written: Written) -> Note | None:
    if written.zone is None:
        return None
    return Note(
        code="time_zone_ignored",
        reason=f"The time names a zone, `{written.zone.strip()}`",
        assumed="The clock time is kept as written",
        fix="Nothing to do if that is your own clock",
    )


def is_far(day: date, today: date) -> bool:
    """Whether a day lies outside the window in which interviews happen."""
    return not -DATES_BACK_DAYS <= day.toordinal() - today.toordinal() <= DATES_AHEAD_DAYS


def _far(day: date, today: date) -> Note | None:
    if not is_far(day, today):
        return None
    return Note(
        code="date_implausible",
        reason=f"{said_day(day)} is far from today",
        assumed="Kept",
        fix="Check the year",
    )


def converted(count: int) -> Note:
    """A column of true dates that a program may have turned round."""
    return Note(
        code="date_column_half_converted",
        reason=f"{count} true dates all have days up to 12, and every date left as text has one "
        "above 12: a spreadsheet program may have swapped day and month of the true dates",
        assumed="The true dates are taken as they are",
        fix="Swap day and month of the true dates, or confirm them",
        choices=("swap",),
    )
