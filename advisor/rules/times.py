"""The hours of a day and the days ahead that other dates, preparation and replies are put into."""

from datetime import time, timedelta

OFFICE_OPENS, OFFICE_CLOSES = time(8), time(18, 30)
"""Wall clock: an interview that is proposed begins and ends between them. A judgement: the core of
a working day in most offices, with half an hour to spare at its end."""

LEAVES_HOME, COMES_HOME = time(6), time(21)
"""Wall clock: the journey to a proposed interview and back stays between them. A judgement."""

PROPOSED_SLOTS = (time(9, 30), time(11), time(14), time(15, 30))
"""Wall clock: the times of day that are proposed, clear of the first hour and of lunch. A
judgement; recruiters' guides name mid-morning and early afternoon."""

WORKDAYS_A_WEEK = 5
"""Days, from Monday on."""

CLOSED = frozenset({(12, 24), (12, 25), (12, 26), (12, 31), (1, 1)})
"""Months and days that are never proposed: most offices are shut or half empty. A judgement; other
holidays differ from place to place, and the sheet knows no place."""

SOONEST_AWAY = timedelta(days=2)
"""A proposed day is no closer to today: the other side must answer, and you must prepare."""

LATEST_AFTER = timedelta(days=21)
"""A proposed day is no further behind the date that does not fit; a process moves on in weeks."""

MOST_PROPOSED = 3
"""Dates in one letter: enough to choose from, few enough to keep free meanwhile."""

MOST_MOVED = 25
"""Invites that are proposed other dates at once, the best ones; nobody keeps more dates free."""
