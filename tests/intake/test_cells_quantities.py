from datetime import time, timedelta

import pytest

from advisor.rules.columns import Field
from tests.intake.cell_columns import codes, read

HOURS = [
    ("6", 6.0, []),
    ("6,0", 6.0, []),
    ("6h", 6.0, []),
    ("4,5 h", 4.5, []),
    ("6 hours", 6.0, []),
    ("two hours", 2.0, []),
    ("'6", 6.0, []),
    ("480 min", 8.0, ["duration_converted"]),
    ("3:00", 3.0, ["duration_converted"]),
    ("1h30", 1.5, ["duration_converted"]),
    ("1 h 30 min", 1.5, ["duration_converted"]),
    ("half an hour", 0.5, ["duration_converted"]),
    ("half a day", 4.0, ["duration_converted"]),
    ("halber Tag", 4.0, ["duration_converted"]),
    ("medio día", 4.0, ["duration_converted"]),
    ("une demi-journée", 4.0, ["duration_converted"]),
    ("an hour and a half", 1.5, ["duration_converted"]),
    ("1 hora y media", 1.5, ["duration_converted"]),
    ("1 heure et demie", 1.5, ["duration_converted"]),
    ("1 1/2 hours", 1.5, []),
    ("1/2 Tag", 4.0, ["duration_converted"]),
    ("1/2", None, ["number_unreadable"]),
    ("2 days", 16.0, ["duration_converted"]),
    ("2-3h", 2.5, ["number_range_midpoint"]),
    ("~4", 4.0, ["number_qualified"]),
    ("4+", 4.0, ["number_qualified"]),
    ("1,234", 1.234, ["number_separator_assumed"]),
    ("0", 0.0, []),
    ("-", None, []),
    ("lots", None, ["number_unreadable"]),
    ("2 3", None, ["number_unreadable"]),
    ("1 week", None, ["number_unreadable"]),
    ("201", None, ["number_out_of_range"]),
    ("-1", None, ["number_out_of_range"]),
    ("45000", None, ["number_out_of_range"]),
]


@pytest.mark.parametrize(("text", "value", "said"), HOURS)
def test_hours_are_read_in_any_unit_and_nothing_is_clipped(text, value, said):
    found = read(Field.PREP_HOURS_NEEDED, [text])
    assert (found.values, codes(found, 2)) == ([value], said)


def test_days_are_counted_as_eight_hours_under_a_warning():
    assert read(Field.TRAVEL_HOURS, ["2 days"]).findings[0].level == "warning"


def test_a_heading_in_minutes_counts_bare_numbers_as_minutes():
    found = read(Field.TRAVEL_HOURS, ["90", "2 h"], heading="Travel (min)", hints=("min",))
    assert found.values == [1.5, 2.0]


def test_large_bare_numbers_may_be_minutes_unless_the_heading_says_hours():
    said = ["number_implausible"]
    assert codes(read(Field.INTERVIEW_HOURS, ["45"], heading="Duration"), 2) == said
    assert codes(read(Field.PREP_HOURS_NEEDED, ["45"], heading="Prep hours"), 2) == []
    assert codes(read(Field.PREP_HOURS_NEEDED, ["45", "360"], heading="Prep hours"), 2) == said


def test_bare_numbers_too_large_for_hours_make_every_one_of_the_column_doubtful():
    minutes = read(Field.TRAVEL_HOURS, ["10", "15", "20"], heading="Travel")
    assert [codes(minutes, row) for row in (2, 3, 4)] == [["number_implausible"]] * 3
    assert minutes.findings[0].choices == ("10 h", "10 min")
    assert not read(Field.TRAVEL_HOURS, ["1", "10", "2"], heading="Travel").findings


def test_a_length_of_time_is_told_to_the_hundredth():
    (said,) = read(Field.TRAVEL_HOURS, ["1 h 20"]).findings
    assert said.assumed == "Read as 1.33 h"


@pytest.mark.parametrize("field", [Field.PREP_HOURS_NEEDED, Field.START, Field.PAY, Field.INTEREST])
def test_a_cell_of_prose_is_no_value_and_is_quoted_as_it_stands(field):
    prose = "95 or so, but " * 50
    found = read(field, [prose])
    assert found.values == [None]
    assert [finding.value for finding in found.findings if finding.row == 2] == [prose]


def test_a_workbooks_durations_are_hours():
    natives = [time(1, 30), timedelta(hours=26)]
    found = read(Field.TRAVEL_HOURS, ["1:30", "26:00"], natives=natives)
    assert (found.values, codes(found, 2)) == ([1.5, 26.0], ["duration_converted"])


COUNTS = [
    ("3", 3.0, []),
    ("two", 2.0, []),
    ("2-3", 2.5, ["number_range_midpoint"]),
    ("3 people", 3.0, ["number_qualified"]),
    ("many", None, ["number_unreadable"]),
    ("-1", None, ["number_out_of_range"]),
]


@pytest.mark.parametrize(("text", "value", "said"), COUNTS)
def test_people_and_roles_are_counted(text, value, said):
    found = read(Field.NEW_CONTACTS, [text])
    assert (found.values, codes(found, 2)) == ([value], said)


@pytest.mark.parametrize(("text", "value"), [("1.7", 1.7), ("1,5", 1.5), ("170%", None)])
def test_pay_cover_is_a_plain_number_and_never_a_percentage(text, value):
    assert read(Field.PAY_COVER, [text]).values == [value]
