"""The text of a date → what it says, before the order of day and month in the file is known."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from advisor.intake.cells.calendar_words import EAST_ASIAN_WEEKDAYS, MONTHS, WEEKDAYS
from advisor.intake.cells.cleaning import clean, folded, unquoted
from advisor.intake.cells.clock import Clock, take_clock
from advisor.intake.cells.day_forms import IMPOSSIBLE_YEAR, Day, read_day
from advisor.intake.cells.relative_days import relative_day
from advisor.rules.reading import EPOCH_YEARS, SERIAL_YEARS_AHEAD, SERIAL_YEARS_BACK

FIRST_SERIAL = date(1899, 12, 30)
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?")
_SERIAL = re.compile(r"(\d{5})(?:[.,](\d+))?")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_EAST_ASIAN_WEEKDAY = re.compile(
    r"\(?(?:星期|周|週)?([一二三四五六日天月火水木金土])(?:曜日?)?\)?$"
)
_WEEKDAY = re.compile(rf"^\(?({'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})\b[.,)]*[ -]*")
_LAST_WEEKDAY = re.compile(
    rf"[ ,(]+({'|'.join(sorted((d for d in WEEKDAYS if len(d) > 2), key=len, reverse=True))})[.)]*$"
)
_SPAN = re.compile(
    r"(?P<a>\d{1,2})(?:st|nd|rd|th|\.)?\s*(?:-|/|&|\+|to|and|bis|und|au|et|al|a|y|e|tot|en)\s*"
    r"(?P<b>\d{1,2})(?:st|nd|rd|th)?\b"
)
_UNTIL = re.compile(
    r"\s*(?:\s-+\s|\s?-+>|->|→|\bto\b|\bbis\b|\buntil\b|\bau\b|\bal\b|\btot\b|\band\b|\bund\b|\bet\b|~|/|-)\s*"
)
_FROM = re.compile(r"^(?:from|between|von|vom|du|de|del|dal|van)\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What the text of a date says.

    day         None where no day could be found
    clock, zone  as written; the zone is named, never applied
    weekday     0 (Monday) … 6 where one is named
    ending      the end of a range, as written
    basis       "serial" or "epoch" where a bare number was taken for a date
    proposal    the day that a relative text such as "next Friday" means
    impossible  the numbers are written like a date, but no calendar or clock has them
    """

    day: Day | None = None
    clock: time | None = None
    zone: str | None = None
    weekday: int | None = None
    ending: str | None = None
    basis: str | None = None
    proposal: date | None = None
    impossible: bool = False


NOTHING = Written()


def is_year_first(text: str) -> bool:
    """Whether a text is a day or moment as programs write it: 2027-01-14 10:00."""
    return _ISO.fullmatch(text) is not None


@lru_cache(maxsize=1 << 16)
def read_written(text: str, today: date) -> Written:
    """What the text says.

    >>> read_written("Thu, 14 Jan 2027 at 10:00 CET", date(2026, 11, 22)).day
    Day(numbers=(2027, 1, 14), pair=None, dotted=False)
    """
    if found := _ISO.fullmatch(text):
        return _iso(found)
    plain = folded(unquoted(clean(text)))
    if number := read_bare_number(plain, today):
        return number
    if proposal := relative_day(plain, today):
        return Written(proposal=proposal)
    return _written(plain, today)


def _iso(found: re.Match[str]) -> Written:
    year, month, day, hour, minute, second = (
        int(part) if part else None for part in found.groups()
    )
    numbers = (year, month or 0, day or 0)
    try:
        clock = None if hour is None else time(hour, minute or 0, second or 0)
    except ValueError:
        return Written(day=Day(numbers=numbers), impossible=True)
    return Written(day=Day(numbers=numbers), clock=clock)


def read_bare_number(text: str, today: date) -> Written | None:
    """The day a spreadsheet's day number or seconds since 1970 stand for; None if out of window.

    >>> read_bare_number("46401", date(2026, 11, 22)).basis
    'serial'
    """
    if found := _SERIAL.fullmatch(text):
        return _serial(int(found[1]), float(f"0.{found[2] or 0}"), today)
    if not _EPOCH.fullmatch(text):
        return None
    moment = datetime.fromtimestamp(int(text[:10]), UTC)
    if abs(moment.year - today.year) > EPOCH_YEARS:
        return None
    day = Day(numbers=(moment.year, moment.month, moment.day))
    return Written(day=day, clock=moment.time(), basis="epoch")


def _serial(days: int, fraction: float, today: date) -> Written | None:
    low = (today - FIRST_SERIAL).days - 366 * SERIAL_YEARS_BACK
    high = (today - FIRST_SERIAL).days + 366 * SERIAL_YEARS_AHEAD
    if not low <= days <= high:
        return None
    minutes = round(fraction * 24 * 60)
    moment = datetime.combine(FIRST_SERIAL, time()) + timedelta(days=days, minutes=minutes)
    shown = moment.time() if minutes else None
    day = Day(numbers=(moment.year, moment.month, moment.day))
    return Written(day=day, clock=shown, basis="serial")


def _written(text: str, today: date) -> Written:
    for clock in (take_clock(text), Clock(rest=text)):
        rest, weekday = _take_weekday(clock.rest)
        said = Written(clock=clock.shown, zone=clock.zone, weekday=weekday)
        if day := read_day(rest, today):
            wrong = clock.impossible or day is IMPOSSIBLE_YEAR
            return replace(said, day=day, impossible=wrong)
        if spanned := _span(rest, today):
            return replace(said, day=spanned[0], ending=spanned[1], impossible=clock.impossible)
    return NOTHING


def _take_weekday(text: str) -> tuple[str, int | None]:
    """The text without the name of a weekday at either end, and that weekday."""
    if (found := _EAST_ASIAN_WEEKDAY.search(text)) and re.search(r"[日号號]\s*\S", text):
        return text[: found.start()].strip(), EAST_ASIAN_WEEKDAYS[found[1]]
    if (found := _WEEKDAY.search(text)) and not _starts_with_month(text, found):
        return text[found.end() :].strip(" ,"), WEEKDAYS[found[1]]
    if (found := _LAST_WEEKDAY.search(text)) and found[1] not in MONTHS:
        return text[: found.start()].strip(" ,"), WEEKDAYS[found[1]]
    return text, None


def _starts_with_month(text: str, found: re.Match[str]) -> bool:
    """Whether the word at the start is a month here: `mar 14 2027`, but not `mar 14 jan 2027`."""
    if found[1] not in MONTHS:
        return False
    return not any(word in MONTHS for word in re.findall(r"[^\W\d_]+", text[found.end() :]))


def _span(text: str, today: date) -> tuple[Day, str] | None:
    """First day and last day of `14-16 jan 2027` or `14 jan - 16 jan 2027`."""
    text = _FROM.sub("", text)
    if found := _SPAN.search(text):
        first = read_day(f"{text[: found.start()]}{found['a']}{text[found.end() :]}", today)
        last = read_day(f"{text[: found.start()]}{found['b']}{text[found.end() :]}", today)
        if first and last and first.numbers and last.numbers:
            return first, f"{text[: found.start()]}{found['b']}{text[found.end() :]}".strip()
    for joint in _UNTIL.finditer(text):
        left, right = _take_weekday(text[: joint.start()])[0], text[joint.end() :]
        first = read_day(left, today)
        last = read_day(_take_weekday(right)[0], today)
        if first and last and IMPOSSIBLE_YEAR not in (first, last):
            return _with_year_of(first, last), right
    return None


def _with_year_of(first: Day, last: Day) -> Day:
    """The first day, its year taken from the last where it has none of its own."""
    year = last.numbers[0] if last.numbers else last.pair[2] if last.pair else None
    if first.numbers and first.numbers[0] is None:
        return replace(first, numbers=(year, *first.numbers[1:]))
    if first.pair and first.pair[2] is None:
        return replace(first, pair=(*first.pair[:2], year))
    return first
