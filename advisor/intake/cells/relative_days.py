"""Words that name a day only from where today stands: tomorrow, next Friday, in two weeks."""

import re
from datetime import date, timedelta

from advisor.intake.cells.calendar_words import DAYS_FROM_TODAY, NEXT, WEEKDAYS

_STEPS = re.compile(r"(?:in )?(\d{1,3}) (day|week|tag|woche|jour|semaine|dia|semana|giorno)\w*")
_DAYS_IN = {"week": 7, "woche": 7, "semaine": 7, "semana": 7}


def relative_day(text: str, today: date) -> date | None:
    """The day a folded text means when read today; None if it names none.

    >>> relative_day("next friday", date(2026, 11, 22))
    datetime.date(2026, 11, 27)
    """
    text = text.strip(" .!,")
    if text in DAYS_FROM_TODAY:
        return today + timedelta(days=DAYS_FROM_TODAY[text])
    if (steps := _STEPS.fullmatch(text)) and text.startswith("in "):
        return today + timedelta(days=int(steps[1]) * _DAYS_IN.get(steps[2], 1))
    return _coming_weekday(text, today)


def _coming_weekday(text: str, today: date) -> date | None:
    words = text.split()
    days = [WEEKDAYS[word] for word in words if word in WEEKDAYS]
    others = [word for word in words if word not in WEEKDAYS and word not in NEXT]
    if len(days) != 1 or others:
        return None
    return today + timedelta(days=(days[0] - today.weekday() - 1) % 7 + 1)
