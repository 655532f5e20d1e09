"""Ways a day can be written."""

from collections.abc import Callable
from datetime import date

from advisor.rules.columns import Field
from tests.sheets.base import ROWS, VALUES, Case, changed, written

MONTHS = "January February March".split()


def _days(place: int) -> list[date]:
    return [date.fromisoformat(row[place]) for row in ROWS]


def _both(change: Callable[[date], str], **parts: object) -> Case:
    """Both columns of days written one way."""
    rows = changed(2, lambda cell, _: change(date.fromisoformat(cell)))
    for row, day in zip(rows[1:], _days(3), strict=True):
        row[3] = change(day)
    return Case(content=written(rows).encode(), **parts)  # type: ignore[arg-type] # parts of a case


def _ordinal(day: date) -> str:
    ends = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd"}
    return f"{MONTHS[day.month - 1]} {day.day}{ends.get(day.day, 'th')}, {day.year}"


DAYS = {
    "d/m/y": _both(lambda day: day.strftime("%d/%m/%Y")),
    "m/d/y": _both(lambda day: day.strftime("%m/%d/%Y")),
    "d.m.y": _both(lambda day: day.strftime("%d.%m.%Y")),
    "d-m-y": _both(lambda day: day.strftime("%d-%m-%Y")),
    "d/m/y without zeros": _both(lambda day: f"{day.day}/{day.month}/{day.year}"),
    "two digits of the year": _both(lambda day: day.strftime("%d/%m/%y")),
    "y/m/d": _both(lambda day: day.strftime("%Y/%m/%d")),
    "y.m.d": _both(lambda day: day.strftime("%Y.%m.%d")),
    "compact": _both(lambda day: day.strftime("%Y%m%d")),
    "month name": _both(lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}"),
    "short month": _both(lambda day: f"{day.day}-{MONTHS[day.month - 1][:3]}-{day.year}"),
    "american month name": _both(lambda day: f"{MONTHS[day.month - 1][:3]} {day.day}, {day.year}"),
    "ordinal": _both(_ordinal),
    "weekday": _both(lambda day: day.strftime("%a %d %b %Y")),
    "long weekday": _both(lambda day: day.strftime("%A, %B %d, %Y")),
    "german month": _both(
        lambda day: f"{day.day}. {['Januar', 'Februar', 'März'][day.month - 1]} {day.year}"
    ),
    "french month": _both(
        lambda day: f"{day.day} {['janvier', 'février', 'mars'][day.month - 1]} {day.year}"
    ),
    "spanish month": _both(
        lambda day: f"{day.day} de {['enero', 'febrero', 'marzo'][day.month - 1]} de {day.year}"
    ),
    "no year": _both(lambda day: f"{MONTHS[day.month - 1]} {day.day}"),
    "iso time": _both(lambda day: f"{day}T14:30:00Z"),
    "iso time with offset": _both(lambda day: f"{day}T14:30:00+01:00"),
    "time behind": _both(lambda day: f"{day} 14:30"),
    "half-day time": _both(lambda day: f"{day:%m/%d/%Y} 2:30 PM"),
    "serial": _both(lambda day: str((day - date(1899, 12, 30)).days)),
    "epoch": _both(lambda day: str((day - date(1970, 1, 1)).days * 86400)),
    "chinese": _both(lambda day: f"{day.year}年{day.month}月{day.day}日"),
    "range of notion": _both(
        lambda day: (
            f"{day:%B} {day.day}, {day.year} → {date.fromordinal(day.toordinal() + 1):%B %d, %Y}"
        )
    ),
    "range of times, half told once": Case(
        content=written(
            changed(2, lambda cell, _: f"{date.fromisoformat(cell):%a %m/%d/%Y}, 3:00 - 4:00 PM")
        ).encode(),
        values={Field.START: [f"{day} 15:00:00" for day in VALUES[Field.START]]},
    ),
    "weekday and bare numbers": Case(
        content=written(changed(2, lambda cell, _: f"{date.fromisoformat(cell):%a %m/%d}")).encode()
    ),
    "range": _both(lambda day: f"{day} to {date.fromordinal(day.toordinal() + 1)}"),
    "full width": _both(lambda day: str(day).translate({48 + n: 0xFF10 + n for n in range(10)})),
    "every second by name": Case(
        content=written(
            changed(
                2,
                lambda cell, at: _ordinal(date.fromisoformat(cell)) if at % 2 else cell,
            )
        ).encode()
    ),
    "relative": Case(
        content=written(changed(2, lambda cell, at: "next Friday" if at == 2 else cell)).encode(),
        said=[(4, "Interview date", "date_relative")],
    ),
    "impossible": Case(
        content=written(changed(2, lambda cell, at: "2027-02-31" if at == 2 else cell)).encode(),
        said=[(4, "Interview date", "date_impossible")],
    ),
    "to be told": Case(
        content=written(changed(2, lambda cell, at: "TBD" if at == 2 else cell)).encode(),
        said=[(4, "Interview date", "placeholder")],
    ),
    "words": Case(
        content=written(changed(2, lambda cell, at: "after lunch" if at == 2 else cell)).encode(),
        said=[(4, "Interview date", "date_unreadable")],
    ),
    "far away": Case(
        content=written(changed(2, lambda cell, at: "2072-02-03" if at == 2 else cell)).encode(),
        values={Field.START: [*VALUES[Field.START][:2], "2072-02-03", *VALUES[Field.START][3:]]},
        said=[(4, "Interview date", "date_implausible")],
    ),
    "reply too late": Case(
        content=written(changed(3, lambda cell, at: "2027-03-01" if at == 2 else cell)).encode(),
        values={
            Field.REPLY_BY: [*VALUES[Field.REPLY_BY][:2], "2027-03-01", *VALUES[Field.REPLY_BY][3:]]
        },
        said=[(4, "Reply by", "reply_after_interview")],
    ),
    "both orders": Case(
        content=written(
            changed(
                2,
                lambda cell, at: date.fromisoformat(cell).strftime(
                    "%d/%m/%Y" if at % 2 else "%m/%d/%Y"
                ),
            )
        ).encode()
    ),
}
