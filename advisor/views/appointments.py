"""The planned interviews as a calendar, with time to prepare in and the replies that are due.

Times are the wall clock where the interview is; no zone is written, as the sheet knows none. An
invite keeps its identifier when it is moved, so a calendar updates it instead of adding another.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pandas as pd
from icalendar import Alarm, Calendar, Event

from advisor.rules.columns import START_HAS_TIME, Field
from advisor.views.amounts import hours
from advisor.views.answer import Answer
from advisor.views.preparation import Block, Visit, blocks
from advisor.views.private import without_contacts
from advisor.views.wording import company_name, one_line

PRODUCER = "-//Interview advisor//EN"

LONGEST_TITLE = 160
"""Characters of a title; a calendar shows fewer."""

FIRST_SEQUENCE = date(2026, 1, 1)
"""Events are numbered by the days since then: a calendar takes the higher number as the newer."""

UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""Characters a calendar may not hold: controls but for tab and line ends, halves of characters."""

ADDRESS = re.compile(r"https?://[!-~]+", re.IGNORECASE)
"""What a calendar may offer to open; any other link stays a line of text."""

NOTICE = timedelta(hours=-15)
"""A reminder of a day sounds at nine in the morning of the day before."""


def calendar(answer: Answer, *, contacts: bool = False) -> bytes:
    """The calendar: every planned interview that has a date, time to prepare, replies due.

    contacts  whether to keep what reaches a person
    """
    book = Calendar()
    book.add("prodid", PRODUCER)
    book.add("version", "2.0")
    book.add("x-wr-calname", "Interviews")
    planned = visits(answer, contacts=contacts)
    for visit in planned:
        book.add_component(_interview(visit, answer.today))
    counted: Counter[str] = Counter()
    for block in blocks(planned, answer.today):
        counted[block.visit.uid] += 1
        book.add_component(_preparation(block, counted[block.visit.uid], answer.today))
    for reminder in _reminders(answer, contacts=contacts):
        book.add_component(reminder)
    content: bytes = book.to_ical()
    return content


def visits(answer: Answer, *, contacts: bool = False) -> list[Visit]:
    """The planned interviews that have a date, by date."""
    keep = str if contacts else without_contacts
    uids = identifiers(answer.invites)
    dated = answer.invites[Field.START].notna()
    found = [
        replace(visit(answer, row, uids[row], keep), why=keep(answer.whys[row]))
        for row in answer.plan.chosen
        if dated[row]
    ]
    return sorted(found, key=lambda visit: (visit.start, visit.uid))


def visit(found: Any, row: int, uid: str, keep: Callable[[str], str] = str) -> Visit:
    """The interview a dated invite would be.

    found  an `Answer`, or what has its invites and assessment
    keep   what is left of the person's own words
    """
    invite: dict[Any, Any] = found.invites.loc[row].to_dict()
    used = found.assessment.levels.loc[row]
    told = {
        key: None if invite[key] is None else keep(invite[key])
        for key in (Field.ROLE, Field.LOCATION, Field.LINK)
    }
    return Visit(
        uid=uid,
        company=keep(company_name(invite[Field.COMPANY], row)),
        role=told[Field.ROLE],
        start=invite[Field.START].to_pydatetime(warn=False),
        start_has_time=bool(invite[START_HAS_TIME]),
        length=float(used[Field.INTERVIEW_HOURS]),
        travel=float(used[Field.TRAVEL_HOURS]),
        preparation=float(used[Field.PREP_HOURS_NEEDED]),
        location=told[Field.LOCATION],
        link=told[Field.LINK],
    )


def identifiers(invites: pd.DataFrame) -> dict[int, str]:
    """A lasting identifier of each invite by row: from company, role, round, not from its date.

    Invites alike in all three are numbered in the order of the sheet.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    named: dict[int, str] = {}
    columns = [invites[key].tolist() for key in (Field.COMPANY, Field.ROLE, Field.ROUND)]
    for row, parts in zip(invites.index, zip(*columns, strict=True), strict=True):
        key = tuple(" ".join((part or "").casefold().split()) for part in parts)
        seen[key] += 1
        text = "\n".join((*key, str(seen[key])))
        named[int(row)] = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]
    return named


def _text(words: str) -> str:
    r"""Words as a calendar may hold them, no line of which is more than text.

    >>> _text("Room 4\r\nBEGIN:VEVENT\x00")
    'Room 4\nBEGIN:VEVENT\ufffd'
    """
    return UNFIT.sub("\ufffd", words.replace("\r\n", "\n").replace("\r", "\n"))


def _event(uid: str, title: str, today: date) -> Event:
    event = Event()
    event.add("uid", f"{uid}@interview-advisor")
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    event.add("sequence", (today - FIRST_SEQUENCE).days)
    event.add("summary", one_line(_text(title), LONGEST_TITLE))
    return event


def _interview(visit: Visit, today: date) -> Event:
    event = _event(visit.uid, f"Interview: {visit.title}", today)
    if visit.start_has_time:
        event.add("dtstart", visit.start)
        event.add("dtend", visit.start + timedelta(hours=visit.length))
    else:
        event.add("dtstart", visit.start.date())
        event.add("dtend", visit.start.date() + timedelta(days=1))
    link, opens = _text(visit.link or ""), ADDRESS.fullmatch(visit.link or "") is not None
    way = f"Travel there and back: {hours(visit.travel)}." if visit.travel else ""
    event.add(
        "description", "\n".join(filter(None, [way, _text(visit.why), "" if opens else link]))
    )
    if visit.location:
        event.add("LOCATION", _text(visit.location))
    if opens:
        event.add("URL", link)
    return event


def _preparation(block: Block, number: int, today: date) -> Event:
    visit = block.visit
    event = _event(f"{visit.uid}-prepare-{number}", f"Prepare: {visit.title}", today)
    event.add("dtstart", block.begin)
    event.add("dtend", block.end)
    length = hours((block.end - block.begin) / timedelta(hours=1))
    whole = hours(visit.preparation)
    event.add("description", f"{length} of the {whole} this interview needs.")
    return event


def _reminders(answer: Answer, *, contacts: bool) -> Iterator[Event]:
    """The days by which to reply, from today on, to invites that are not over."""
    invites, today = answer.invites, pd.Timestamp(answer.today)
    waiting = invites[(invites[Field.REPLY_BY] >= today) & ~(invites[Field.START] < today)]
    uids, keep = identifiers(invites), str if contacts else without_contacts
    columns = (waiting[key].tolist() for key in (Field.REPLY_BY, Field.COMPANY))
    for row, due, company in zip(waiting.index.tolist(), *columns, strict=True):
        name = keep(company_name(company, row))
        event = _event(f"{uids[row]}-reply", f"Reply to {name}", answer.today)
        event.add("dtstart", due.date())
        event.add("dtend", due.date() + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        event.add("description", _text(keep(str(answer.whys[row]))))
        event.add_component(_alarm(f"Reply to {name} by tomorrow"))
        yield event


def _alarm(words: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _text(words))
    alarm.add("trigger", NOTICE)
    return alarm
