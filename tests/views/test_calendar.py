"""The calendar, read again: replies due, a second import, words that would break a line."""

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


@pytest.mark.parametrize(
    "company", [RUNS, "A; B, \\n C", "Evil\r\nEND:VEVENT\r\nBEGIN:VEVENT", "é ☃ \U0001f600"]
)
def test_a_company_of_any_letters_comes_back_as_text(company):
    found = events(BIRCH | {Field.COMPANY: company})
    words = " ".join(company.split())
    assert titled(found, "Interview")[0]["summary"] == f"Interview: {words}, Engineer"
    assert titled(found, "Reply")[0]["summary"] == f"Reply to {words}"
