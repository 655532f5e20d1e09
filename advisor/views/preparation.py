"""When to prepare: blocks of time on the days before each planned interview."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

DAY_BEGINS, DAY_ENDS = time(9), time(22)
"""Between these hours of a day preparation is put."""

LONGEST_A_DAY = 4.0
"""Hours of preparation put on one day while there are earlier days left."""

ONE_DAY = timedelta(days=1)

Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One planned interview; start_has_time is False where only its day is known.

    length, travel, preparation  in hours; travel is there and back
    """

    uid: str
    company: str
    role: str | None
    start: datetime
    start_has_time: bool
    length: float
    travel: float
    preparation: float
    location: str | None
    link: str | None
    why: str = ""

    @property
    def title(self) -> str:
        """The company, with the role where it is known."""
        return f"{self.company}, {self.role}" if self.role else self.company

    @property
    def away(self) -> Span:
        """From leaving home to coming back; the whole day where no time is known."""
        if not self.start_has_time:
            return self.start, self.start + ONE_DAY
        way = timedelta(hours=self.travel / 2)
        return self.start - way, self.start + timedelta(hours=self.length) + way


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of time to prepare one visit in."""

    visit: Visit
    begin: datetime
    end: datetime


def blocks(planned: list[Visit], today: date) -> Iterator[Block]:
    """Time to prepare each visit in, none of it before today, on a visit or on another block.

    What does not fit between today and the visit is left out; the event says what it needs.
    """
    busy = [visit.away for visit in planned]
    used: defaultdict[date, float] = defaultdict(float)
    for visit in planned:
        found = list(_blocks_of(visit, busy, used, today))
        busy += [(block.begin, block.end) for block in found]
        yield from sorted(found, key=lambda block: block.begin)


def _blocks_of(
    visit: Visit, busy: list[Span], used: defaultdict[date, float], today: date
) -> Iterator[Block]:
    left = visit.preparation
    day = max(visit.start.date() - ONE_DAY, today)
    while left > 0 and day >= today:
        longest = LONGEST_A_DAY - used[day] if day > today else left
        for begin, end in _gaps(day, busy, visit.away[0]):
            taken = min(left, longest, (end - begin) / timedelta(hours=1))
            if taken > 0:
                yield Block(visit=visit, begin=begin, end=begin + timedelta(hours=taken))
                used[day] += taken
                left -= taken
                longest -= taken
        day -= ONE_DAY


def _gaps(day: date, busy: list[Span], before: datetime) -> Iterator[Span]:
    """The free stretches of a day, earliest first, none later than `before`."""
    free, last = datetime.combine(day, DAY_BEGINS), min(datetime.combine(day, DAY_ENDS), before)
    for begin, end in sorted(busy):
        if begin > free and free < last:
            yield free, min(begin, last)
        free = max(free, end)
    if free < last:
        yield free, last
