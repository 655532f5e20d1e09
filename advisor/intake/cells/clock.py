"""Times of day and their zones, taken out of the text of a date."""

import re
from dataclasses import dataclass
from datetime import time

from advisor.intake.cells.calendar_words import ZONES

_HALF = r"(?P<half>a\.?m\b\.?|p\.?m\b\.?)"
_SECONDS = r"(?::(?P<second>\d\d)(?:[.,]\d+)?)"
_OFFSET = r"\s*(?P<offset>z\b|[+-]\d\d(?::?\d\d)?(?![\d:]))?"
_END_HALF = _HALF.replace("<half>", "<end_half>")
_UNTIL = (
    r"(?:\s*(?:->?|→|to|bis|until|a)\s*"
    rf"(?P<end>\d{{1,2}})(?:[:h.]\d\d)?\s*(?:{_END_HALF}|uhr|h)?)?"
)
_OFFSET_OR_UNTIL = rf"(?:\s*(?P<offset>z\b|[+]\d\d(?::?\d\d)?)|{_UNTIL})"
_NOON = "上午|午前|下午|午後|오전|오후"
_SHOWN = r"(?P<hour>\d{1,2}):(?P<minute>\d\d)"
_FORMS = (
    rf"(?P<half>{_NOON})\s*{_SHOWN}",
    rf"(?<=\d)t{_SHOWN}{_SECONDS}?{_OFFSET}",
    rf"(?<!\d){_SHOWN}{_SECONDS}(?!\d)\s*{_HALF}?{_OFFSET}",
    rf"(?<!\d){_SHOWN}(?!\d)\s*{_HALF}?\s*(?:uhr|hrs?|h)?{_OFFSET_OR_UNTIL}",
    r"(?<![\d.])(?P<hour>\d{1,2})\s*h\s*(?P<minute>\d\d)\b",
    rf"(?<!\d)(?P<hour>\d{{1,2}})\.(?P<minute>\d\d)\s*(?:uhr|h\b|{_HALF}){_UNTIL}",
    rf"(?<!\d)(?P<hour>\d{{1,2}})\s*-\s*(?P<end>\d{{1,2}})(?::\d\d)?\s*(?:{_END_HALF}|uhr)",
    rf"(?<!\d)(?P<hour>\d{{1,2}})\s*(?:{_HALF}|uhr\b|heures\b|h\b|o'clock){_UNTIL}",
    rf"(?P<half>{_NOON})?\s*(?P<hour>\d{{1,2}})\s*[時时点點시](?:\s*(?P<minute>\d{{1,2}})\s*[分분])?",
    r"(?<=\d{4}[ ,])\s*(?P<hour>\d{1,2})\.(?P<minute>\d\d)$",
    r"(?<=\d{8})[t ]?(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?(?P<offset>z)?$",
    r"\b(?P<noon>noon|midday|mittags?|midi|mediodia|mezzogiorno)\b",
)
_TIMES = tuple(re.compile(form) for form in _FORMS)
_ZONE = re.compile(rf"\b(?:{ZONES})\b(?: time\b)?(?:\s*[+-]\s*\d{{1,2}}(?::?\d\d)?)?")
_BRACKETED_ZONE = re.compile(
    r"\((?:[^()]*(?:time|zeit|heure)|[a-z]{2,4})\)|\[?\b(?:africa|america|asia|australia|europe|pacific)/\w+\]?"
)
_CONNECTOR = re.compile(r"[ ,]+(?:at|um|a las|alle|om|as|ab|from|von|gegen|kl|a)?[ ,]*$")
_AFTERNOON = ("p", "下午", "午後", "오후")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """What a text says besides its day.

    rest        the text without time and zone
    shown       the time of day; None where none is given
    zone        as written; it is named, never applied
    impossible  the text gives a time that no clock shows
    """

    rest: str
    shown: time | None = None
    zone: str | None = None
    impossible: bool = False


def take_clock(text: str) -> Clock:
    """Time and zone out of a folded text.

    >>> take_clock("14 jan 2027, 2:30 pm cet")
    Clock(rest='14 jan 2027', shown=datetime.time(14, 30), zone='cet', impossible=False)
    >>> take_clock("14.01.2027").shown is None
    True
    """
    for form in _TIMES:
        if found := form.search(text):
            return _taken(text, form, found)
    return Clock(rest=text)


def _taken(text: str, form: re.Pattern[str], found: re.Match[str]) -> Clock:
    """The clock the match shows; further times of the same form are the end of a range."""
    rest = form.sub(" ", text)
    zone = found.groupdict().get("offset")
    for pattern in (_BRACKETED_ZONE, _ZONE):
        if named := pattern.search(rest):
            zone = zone or named[0]
            rest = pattern.sub(" ", rest)
    shown = _time_of(found.groupdict())
    rest = _CONNECTOR.sub("", re.sub(r"[\s@]+", " ", rest)).strip(" ,;-")
    return Clock(rest=rest, shown=shown, zone=zone, impossible=shown is None)


def _time_of(parts: dict[str, str | None]) -> time | None:
    """The time of day, None if no clock shows it."""
    if parts.get("noon"):
        return time(12)
    hour, half = int(parts.get("hour") or 0), parts.get("half") or _half_of_the_end(parts)
    if half:
        if not 1 <= hour <= 12:
            return time(hour, int(parts.get("minute") or 0)) if 12 < hour < 24 else None
        hour = hour % 12 + 12 * half.startswith(_AFTERNOON)
    try:
        return time(hour, int(parts.get("minute") or 0), int(parts.get("second") or 0))
    except ValueError:
        return None


def _half_of_the_end(parts: dict[str, str | None]) -> str | None:
    """The half of the day said behind a range only: 3-4 pm begins at 3 pm, 11-1 pm at 11 am."""
    half, end = parts.get("end_half"), parts.get("end")
    if half and end and half.startswith(_AFTERNOON):
        return "am" if int(parts.get("hour") or 0) % 12 > int(end) % 12 else half
    return half
