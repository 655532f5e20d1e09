import pytest

from advisor.intake.capping import MOST_OF_A_KIND
from advisor.rules.columns import Field
from tests.intake.reading_text import found, read, sheet

DATED = "Company,Interview date,Reply by"


def _rows(reading, code):
    return [problem.row for problem in found(reading, code)]


def test_a_reply_due_after_the_interview_is_said_at_its_cell():
    reading = read(sheet(DATED, "Acme,2027-01-14,2027-01-20", "Zen,2027-01-14,2027-01-14"))
    assert [(p.row, p.cell) for p in found(reading, "reply_after_interview")] == [(2, "C2")]


def test_days_gone_by_are_said_and_kept():
    reading = read(sheet(DATED, "Acme,2026-11-20,2026-11-22"))
    assert [(p.row, p.column) for p in found(reading, "date_past")] == [(2, "Interview date")]
    assert str(reading.invites.loc[2, Field.START].date()) == "2026-11-20"


def test_rows_that_say_the_same_are_kept_and_said():
    reading = read(sheet("Company,Role,Salary", "Acme,Clerk,1000", "acme, CLERK,1000", "Acme,,5"))
    assert _rows(reading, "duplicate_row") == [3]
    assert len(reading.invites) == 3


def test_two_invites_of_one_company_and_role_are_said_to_be_near_doubles():
    reading = read(sheet("Company,Role,Salary", "Acme,Clerk,50000", "Acme,Clerk,60000"))
    assert _rows(reading, "near_duplicate_row") == [3]


@pytest.mark.parametrize(
    ("rival", "code"),
    [
        ("Zen Garden", None),
        ("zen  GARDEN", None),
        ("Zen Gardn", "reference_fuzzy"),
        ("Elsewhere", "reference_unknown"),
        ("Acme Robotics", "reference_self"),
        ("no", None),
        ("Zen Garden; Acme Robotics", None),
    ],
)
def test_a_competitor_is_held_against_the_companies_of_the_sheet(rival, code):
    rows = ("Company,Role,Competitor of", f"Acme Robotics,Clerk,{rival}", "Zen Garden,Cook,")
    codes = [p.code for p in read(sheet(*rows)).problems if p.code.startswith("reference")]
    assert codes == ([] if code is None else [code])


def test_of_many_alike_a_thousand_are_kept_and_the_rest_counted():
    rows = [f"Firm {number},2026-11-01," for number in range(MOST_OF_A_KIND + 234)]
    past = found(read(sheet(DATED, *rows)), "date_past")
    assert len(past) == MOST_OF_A_KIND + 1
    assert (past[-1].row, past[-1].count) == (None, 234)


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        (["Acme,90000,EUR", "Zen,80000,EUR"], []),
        (["Acme,90000,EUR", "Zen,80000,USD"], ["money_mixed_currency"]),
        (["Acme,£90000,EUR", "Zen,£80000,EUR"], ["money_currency_conflict"] * 2),
        (["Acme,$90000,CAD", "Zen,$80000,CAD"], []),
    ],
)
def test_a_currency_column_is_held_against_itself_and_the_amounts(rows, codes):
    reading = read(sheet("Company,Salary,Currency", *rows))
    assert [p.code for p in reading.problems if p.column == "Currency"] == codes


def test_the_currency_column_says_what_the_amounts_are_in():
    invites = read(sheet("Company,Salary,Currency", "Acme,$90000,CAD", "Zen,$80000,")).invites
    assert list(invites[Field.PAY_CURRENCY]) == ["CAD", "USD"]


def test_phone_and_video_without_travel_hours_are_told_once_a_column():
    reading = read(
        sheet("Company,Format,Travel hours", "Acme,Phone screen,", "Zen,Video,2", "Nord,zoom,")
    )
    (said,) = found(reading, "travel_not_needed")
    assert said.text.startswith("Column B (Format): 2 interviews are by phone or video")


def test_nothing_is_told_of_travel_where_people_meet():
    reading = read(sheet("Company,Format", "Acme,On-site", "Zen,Panel in the office"))
    assert not found(reading, "travel_not_needed")
