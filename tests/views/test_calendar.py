"""The calendar, read again: replies due, a second import, words that would break a line."""

import re
from datetime import date, datetime, timedelta

import pytest
from icalendar import Calendar

from advisor.rules.columns import Field
from advisor.views.appointments import calendar
from tests.views.answers import BIRCH, make_answer

RUNS = "=cmd|' /C calc'!A0"


def events(*rows, **more):
    return Calendar.from_ical(calendar(make_answer(*rows, **more))).walk("VEVENT")


def titled(found, beginning):
    return [event for event in found if event["summary"].startswith(beginning)]


def test_a_reply_that_is_due_is_a_day_of_its_own_with_a_reminder_the_morning_before():
    (reply,) = titled(events(BIRCH), "Reply to Birch")
    assert reply.decoded("dtstart") == date(2027, 1, 10)
    assert reply["transp"] == "TRANSPARENT"
    (alarm,) = reply.walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(hours=-15)


def test_also_an_invite_to_decline_has_its_day_to_reply_by():
    declined = BIRCH | {Field.DEALBREAKER: "nights"}
    assert len(titled(events(declined), "Reply to")) == 1
    assert titled(events(declined), "Interview") == []


def test_a_day_to_reply_by_that_has_passed_is_left_out():
    assert titled(events(BIRCH, today=date(2027, 1, 11)), "Reply to") == []


def test_a_second_import_updates_what_the_first_one_put_there():
    before = events(BIRCH)
    after = events(BIRCH | {Field.START: "2027-01-15 12:00"}, today=date(2027, 1, 7))
    assert {event["uid"] for event in before} == {event["uid"] for event in after}
    assert max(event["sequence"] for event in before) < min(event["sequence"] for event in after)


def test_no_two_events_share_an_identifier():
    found = events(BIRCH, BIRCH | {Field.START: "2027-01-15 12:00"}, BIRCH)
    assert len({event["uid"] for event in found}) == len(found)


def test_the_stamp_is_in_universal_time_and_every_appointment_in_no_zone():
    for event in events(BIRCH):
        assert event.decoded("dtstamp").utcoffset() == timedelta(0)
        start = event.decoded("dtstart")
        assert not isinstance(start, datetime) or start.tzinfo is None


HOSTILE = {
    "formula": RUNS,
    "separators": 'A; B, \\n C: "D"',
    "an event of its own": "Evil\r\nEND:VEVENT\r\nBEGIN:VEVENT",
    "a guest": 'x\r\nATTENDEE;CN="a":mailto:e@x.example',
    "lone carriage return": "x\rX-EVIL:1",
    "lone line feed": "x\nX-EVIL:1",
    "other line ends": "x\u2028X-EVIL:1\x85X-EVIL:1\x0bX-EVIL:1",
    "percent": "x%0D%0AX-EVIL:1",
    "controls": "x\x00\x1b[31m",
    "half a character": "x\ud800y",
    "right to left": "\u202egnp.\u202c",
    "very long": "x" * 5000,
    "letters of several bytes": "é ☃ \U0001f469\u200d\U0001f680" * 30,
}
PROPERTIES = set(
    "DESCRIPTION DTEND DTSTAMP DTSTART LOCATION SEQUENCE SUMMARY TRANSP UID URL".split()
)


@pytest.mark.parametrize("field", [Field.COMPANY, Field.ROLE, Field.LOCATION, Field.LINK])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
def test_no_word_of_a_row_adds_an_event_a_property_or_a_broken_line(text, field):
    content = calendar(make_answer(BIRCH | {field: text}), contacts=True)
    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 and not re.search(rb"[\x00-\x08\x0a-\x1f]", line) for line in lines)
    found = Calendar.from_ical(content).walk("VEVENT")
    assert sorted(event["summary"].split()[0] for event in found) == [
        "Interview:",
        "Prepare:",
        "Reply",
    ]
    assert {str(name) for event in found for name in event} <= PROPERTIES
    assert [event.errors for event in found if event.errors] == []


@pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
def test_a_place_of_any_letters_comes_back_as_text(text):
    content = calendar(make_answer(BIRCH | {Field.LOCATION: text}), contacts=True)
    (interview,) = titled(Calendar.from_ical(content).walk("VEVENT"), "Interview")
    shown = text.replace("\r\n", "\n").replace("\r", "\n")
    assert interview["location"] == re.sub("[\x00\x0b\x1b\ud800]", "\ufffd", shown)


@pytest.mark.parametrize(
    "company", [RUNS, "A; B, \\n C", "Evil\r\nEND:VEVENT\r\nBEGIN:VEVENT", "é ☃ \U0001f600"]
)
def test_a_company_of_any_letters_comes_back_as_text(company):
    found = events(BIRCH | {Field.COMPANY: company})
    words = " ".join(company.split())
    assert titled(found, "Interview")[0]["summary"] == f"Interview: {words}, Engineer"
    assert titled(found, "Reply")[0]["summary"] == f"Reply to {words}"


@pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
def test_a_second_import_of_hostile_words_updates_what_the_first_one_put_there(text):
    row = BIRCH | {Field.COMPANY: text, Field.ROLE: text}
    before = events(row)
    after = events(row | {Field.START: "2027-01-15 12:00"}, today=date(2027, 1, 7))
    assert {event["uid"] for event in before} == {event["uid"] for event in after}
    assert max(event["sequence"] for event in before) < min(event["sequence"] for event in after)


@pytest.mark.parametrize(
    ("link", "url", "told"),
    [
        ("https://x.example/a?b=c;d,e", "https://x.example/a?b=c;d,e", False),
        ("https://x.example\nhttps://y.example", None, True),
        ("javascript:alert(1)", None, True),
        ("ask Dana for it", None, True),
    ],
)
def test_only_one_address_of_the_web_is_a_link_and_any_other_is_told(link, url, told):
    (interview,) = titled(events(BIRCH | {Field.LINK: link}), "Interview")
    assert interview.get("url") == url
    assert interview["description"].endswith(link) is told
