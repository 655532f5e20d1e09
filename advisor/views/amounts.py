"""Hours, shares and days as a person reads them, in every locale the same."""

import math
from datetime import date, datetime

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MINUS = "−"


def plain(number: float) -> str:
    """A number with at most one decimal and no trailing zero; infinity as a sign.

    >>> plain(6.0), plain(11.66), plain(-0.04), plain(float("inf"))
    ('6', '11.7', '0', '∞')
    """
    if math.isinf(number):
        return "∞" if number > 0 else f"{MINUS}∞"
    text = f"{abs(number):.1f}".removesuffix(".0")
    return f"{MINUS}{text}" if number < 0 and text != "0" else text


def hours(number: float) -> str:
    """Hours with their unit.

    >>> hours(6.25)
    '6.2 h'
    """
    return f"{plain(number)} h"


def signed_hours(number: float) -> str:
    """Hours gained or lost, with the sign always shown.

    >>> signed_hours(11.7), signed_hours(-4), signed_hours(0)
    ('+11.7 h', '−4 h', '0 h')
    """
    return f"+{hours(number)}" if plain(number) not in {"0"} and number > 0 else hours(number)


def percent(share: float) -> str:
    """A share of 0 … 1 as whole per cent.

    >>> percent(0.346)
    '35%'
    """
    return f"{round(100 * share)}%"


def day(when: date) -> str:
    """A day without its year.

    >>> day(date(2027, 1, 14))
    'Thu 14 Jan'
    """
    return f"{WEEKDAYS[when.weekday()]} {when.day} {MONTHS[when.month - 1]}"


def moment(when: datetime, *, has_time: bool) -> str:
    """A day, with the time where it is known.

    >>> moment(datetime(2027, 1, 14, 10, 0), has_time=True)
    'Thu 14 Jan, 10:00'
    """
    return f"{day(when)}, {when:%H:%M}" if has_time else day(when)


WHOLE_WEEKDAYS = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
WHOLE_MONTHS = tuple(
    "January February March April May June July August September October November December".split()
)


def whole_day(when: date) -> str:
    """A day as a letter writes it.

    >>> whole_day(date(2027, 1, 14))
    'Thursday 14 January'
    """
    return f"{WHOLE_WEEKDAYS[when.weekday()]} {when.day} {WHOLE_MONTHS[when.month - 1]}"


def whole_moment(when: datetime) -> str:
    """A day with its time as a letter writes them.

    >>> whole_moment(datetime(2027, 1, 14, 10, 0))
    'Thursday 14 January at 10:00'
    """
    return f"{whole_day(when)} at {when:%H:%M}"


def days_away(when: date, today: date) -> str:
    """How far a day is from today, in words.

    >>> days_away(date(2027, 1, 14), date(2027, 1, 12))
    'in 2 days'
    >>> days_away(date(2027, 1, 14), date(2027, 1, 15))
    'yesterday'
    """
    distance = (when - today).days
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    if distance in near:
        return near[distance]
    return f"in {distance} days" if distance > 0 else f"{-distance} days ago"


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun.

    >>> count(1, "invite"), count(1204, "invite"), count(2, "reply", "replies")
    ('1 invite', '1,204 invites', '2 replies')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"
