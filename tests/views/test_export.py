"""What can be taken along: CSV, workbook, calendar, the empty sheet."""

import csv
import io
from datetime import date, datetime
from itertools import pairwise

import openpyxl
import pytest
from icalendar import Calendar

from advisor import Profile
from advisor.rules.columns import COLUMNS, Field
from advisor.views.appointments import calendar, identifiers
from advisor.views.export import LONGEST_CELL, fitting, guarded, ranked_csv
from advisor.views.private import without_contacts
from advisor.views.template import template_csv, template_workbook
from advisor.views.workbook import workbook
from tests.decision.invites import table
from tests.views.answers import BIRCH, make_answer


def csv_rows(content):
    text = content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def sheet_rows(content, name="Invites"):
    sheet = openpyxl.load_workbook(io.BytesIO(content))[name]
    headings, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(headings, row, strict=True)) for row in rows]


def events(answer, **asked):
    return Calendar.from_ical(calendar(answer, **asked)).walk("VEVENT")


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-x", "@now", "  =1+1", "\t=1", "\rx", "＝1", "﻿=1", "=HYPERLINK(1)"]
)
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text):
    expected = text if text == "+1" else f"'{text}"
    assert guarded(text) == expected


@pytest.mark.parametrize(
    "text", ["Acme", "-5", "+3.5", "a=b", "", "3 - 4", "'t Hart", "'-5", "'quoted'"]
)
def test_a_text_that_nothing_runs_stays_as_it_is(text):
    assert guarded(text) == text


def test_no_cell_of_the_exports_is_a_formula():
    evil = BIRCH | {Field.COMPANY: "=cmd|'/c calc'!A1", Field.NOTES: "@SUM(A1)"}
    answer = make_answer(evil)
    (row,) = csv_rows(ranked_csv(answer))
    assert row["Company"] == "'=cmd|'/c calc'!A1"
    assert row["Notes"] == "'@SUM(A1)"
    book = openpyxl.load_workbook(io.BytesIO(workbook(answer)))
    kinds = {cell.data_type for sheet in book for line in sheet.iter_rows() for cell in line}
    assert "f" not in kinds


def test_the_csv_holds_the_invites_under_the_headings_of_the_template_best_first():
    poor = {Field.COMPANY: "Cedar", Field.TRAVEL_HOURS: 30.0}
    first, second = csv_rows(ranked_csv(make_answer(poor, BIRCH)))
    assert (first["Company"], second["Company"]) == ("Birch", "Cedar")
    assert first[COLUMNS[Field.INTEREST].heading] == "4"
    assert first["Interview date"] == "2027-01-14 10:00"
    assert first["Reply by"] == "2027-01-10"
    assert first["Advice"] == "Accept"
    assert first["Advice rank"] == "1"
    assert second["Advice planned"].startswith("no, ")


def test_a_number_is_exported_unrounded():
    (row,) = csv_rows(ranked_csv(make_answer(BIRCH | {Field.OFFER_CHANCE: 1 / 3})))
    assert float(row[COLUMNS[Field.OFFER_CHANCE].heading]) == 1 / 3


def test_a_column_without_any_value_is_not_exported():
    (row,) = csv_rows(ranked_csv(make_answer(BIRCH)))
    assert "Dealbreaker" not in row


def test_the_workbook_holds_true_dates_and_the_profile():
    bare = BIRCH | {Field.COMPANY: "Cedar", Field.START: "2027-01-15"}
    content = workbook(make_answer(BIRCH, bare, profile=Profile(runway_months=float("inf"))))
    starts = {row["Who"]: row["It takes place"] for row in sheet_rows(content, "Ranking")}
    assert starts["Birch"] == datetime(2027, 1, 14, 10, 0)  # noqa: DTZ001 - wall clock
    assert starts["Cedar"] == datetime(2027, 1, 15)  # noqa: DTZ001 - openpyxl gives days so
    fields = {row["Profile field"]: row["Profile value"] for row in sheet_rows(content, "Profile")}
    assert fields["runway_months"] == '"inf"'


CONTACT = BIRCH | {
    Field.CONTACT: "Dana Osei",
    Field.NOTES: "write to dana@example.org or call +44 20 7946 0958",
}


@pytest.mark.parametrize("export", [ranked_csv, workbook])
def test_contacts_stay_out_unless_asked_for(export):
    read = csv_rows if export is ranked_csv else sheet_rows
    (row,) = read(export(make_answer(CONTACT)))
    assert not row.get("Contact")
    assert row["Notes"] == "write to [left out] or call [left out]"
    (asked,) = read(export(make_answer(CONTACT), contacts=True))
    assert asked["Contact"] == "Dana Osei"
    assert asked["Notes"] == CONTACT[Field.NOTES]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("0171 1234567", "[left out]"),
        ("(555) 123-4567", "[left out]"),
        ("+49 (0)30 901820", "[left out]"),
        ("by 01.02.2027 10:00", "by 01.02.2027 10:00"),
        ("2027-01-14 10:00", "2027-01-14 10:00"),
        ("pays 85 000 to 95 000", "pays 85 000 to 95 000"),
        ("https://example.org/jobs/0123456789", "https://example.org/jobs/0123456789"),
        ("mailto:a.b@example.org", "[left out]"),
    ],
)
def test_only_what_reaches_a_person_is_left_out_of_a_text(text, left):
    assert without_contacts(text) == left


def test_a_text_longer_than_a_cell_is_cut_and_says_so():
    cut = fitting("x" * 40_000)
    assert len(cut) == LONGEST_CELL
    assert cut.endswith("… [cut]")


def test_a_letter_that_is_no_letter_does_not_stop_an_export():
    answer = make_answer(BIRCH | {Field.COMPANY: "a\ud800b"})
    assert csv_rows(ranked_csv(answer))[0]["Company"] == "a?b"
    assert sheet_rows(workbook(answer))[0]["Company"] == "a?b"


def test_the_calendar_holds_the_interview_at_its_wall_clock_time():
    interview, *_ = events(make_answer(BIRCH | {Field.INTERVIEW_HOURS: 1.5}))
    assert interview["summary"] == "Interview: Birch, Engineer"
    assert interview["dtstart"].to_ical() == b"20270114T100000"
    assert interview["dtend"].to_ical() == b"20270114T113000"


def test_an_interview_without_a_time_takes_its_whole_day():
    interview, *_ = events(make_answer(BIRCH | {Field.START: "2027-01-14"}))
    assert interview.decoded("dtstart") == date(2027, 1, 14)


def test_preparation_stands_on_the_days_before_and_never_overlaps():
    rows = [
        BIRCH | {Field.COMPANY: name, Field.START: start, Field.PREP_HOURS_NEEDED: 5.0}
        for name, start in [("Birch", "2027-01-14 10:00"), ("Cedar", "2027-01-14 15:00")]
    ]
    profile = Profile(prep_hours_per_week=10, prep_hours_each=6)
    answer = make_answer(*rows, profile=profile)
    blocks = [
        (event.decoded("dtstart"), event.decoded("dtend"))
        for event in events(answer)
        if event["summary"].startswith("Prepare")
    ]
    hours = sum((end - begin).total_seconds() for begin, end in blocks) / 3600
    assert hours == 10
    assert all(end.date() < date(2027, 1, 14) for _, end in blocks)
    ordered = sorted(blocks)
    assert all(end <= begin for (_, end), (begin, _) in pairwise(ordered))


def test_preparation_goes_around_an_interview_on_the_day_before():
    eve = BIRCH | {Field.COMPANY: "Cedar", Field.START: "2027-01-13 11:00"}
    found = events(make_answer(eve, BIRCH, profile=Profile(prep_hours_per_week=10)))
    away = (datetime(2027, 1, 13, 10, 30), datetime(2027, 1, 13, 12, 30))  # noqa: DTZ001 - wall clock
    spans = [
        (event.decoded("dtstart"), event.decoded("dtend"))
        for event in found
        if event["summary"] == "Prepare: Birch, Engineer"
    ]
    assert sum((end - begin).total_seconds() for begin, end in spans) == 4 * 3600
    assert all(end <= away[0] or begin >= away[1] for begin, end in spans)


def test_no_preparation_is_put_before_today():
    answer = make_answer(BIRCH | {Field.PREP_HOURS_NEEDED: 6.0}, today=date(2027, 1, 13))
    (block,) = [one for one in events(answer) if one["summary"].startswith("Prepare")]
    assert block.decoded("dtstart").date() == date(2027, 1, 13)


def test_only_what_the_plan_takes_and_has_a_date_is_in_the_calendar():
    undated = BIRCH | {Field.COMPANY: "Cedar", Field.START: None}
    declined = BIRCH | {Field.COMPANY: "Fir", Field.DEALBREAKER: "nights"}
    titles = [event["summary"] for event in events(make_answer(BIRCH, undated, declined))]
    assert [title for title in titles if title.startswith("Interview")] == [
        "Interview: Birch, Engineer"
    ]


def test_an_invite_keeps_its_identifier_when_it_is_moved_or_the_sheet_is_sorted():
    cedar = BIRCH | {Field.COMPANY: "Cedar"}
    before = identifiers(table([BIRCH, cedar]))
    moved = BIRCH | {Field.START: "2027-02-01 09:00", Field.COMPANY: " birch "}
    after = identifiers(table([cedar, moved]))
    assert before[2] == after[3]
    assert before[3] == after[2]


def test_invites_alike_in_company_and_role_have_identifiers_of_their_own():
    assert len(set(identifiers(table([BIRCH, BIRCH])).values())) == 2


def test_the_calendar_of_the_same_answer_is_the_same_to_the_byte():
    assert calendar(make_answer(BIRCH)) == calendar(make_answer(BIRCH))


def test_the_calendar_leaves_contacts_out_unless_asked_for():
    row = BIRCH | {Field.LOCATION: "Room 3, call +44 20 7946 0958"}
    assert events(make_answer(row))[0]["location"] == "Room 3, call [left out]"
    asked = events(make_answer(row), contacts=True)[0]
    assert asked["location"] == row[Field.LOCATION]


def test_the_empty_sheet_has_every_column_and_a_line_of_help_each():
    headings, helps = csv.reader(io.StringIO(template_csv().decode("utf-8-sig"), newline=""))
    assert headings == [column.heading for column in COLUMNS.values()]
    assert all(helps)
    book = openpyxl.load_workbook(io.BytesIO(template_workbook()))
    assert [cell.value for cell in book["Invites"][1]] == headings
    assert all(cell.comment.text for cell in book["Invites"][1])
    assert book["Help"].max_row == len(COLUMNS)


def test_the_empty_workbook_is_the_same_to_the_byte_each_time():
    assert template_workbook() == template_workbook()


def test_a_year_in_a_long_text_of_numbers_is_no_telephone_number():
    text = "Rounds on 14.01.2027 and 21.01.2027, 3 people, 2 h each"
    assert without_contacts(text) == text


def test_the_empty_workbook_offers_the_words_a_decision_may_be():
    book = openpyxl.load_workbook(io.BytesIO(template_workbook()))
    offered = {rule.formula1 for rule in book["Invites"].data_validations.dataValidation}
    assert offered == {'"yes,no"', '"accept,decline"'}
