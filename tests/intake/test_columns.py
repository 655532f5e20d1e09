from datetime import time

import pytest

from advisor.rules.columns import START_HAS_TIME, Field
from tests.intake.reading_text import found, read, sheet


def _field_problems(reading, field):
    return [
        (problem.code, problem.column)
        for problem in reading.problems
        if problem.field is field and problem.row is None
    ]


def test_a_misspelled_heading_is_used_and_marked_to_be_confirmed():
    reading = read(sheet("Company,Salery", "Acme,95000"))
    assert reading.invites.loc[2, Field.PAY] == 95000
    assert [problem.column for problem in found(reading, "column_fuzzy_matched")] == ["Salery"]
    assert [question.guess for question in reading.questions] == [Field.PAY]


def test_a_misspelled_heading_whose_cells_do_not_fit_is_only_asked_about():
    reading = read(sheet("Company,Salery", "Acme,green", "Zen,blue"))
    assert reading.columns["Salery"] is None
    assert _field_problems(reading, Field.PAY) == [("mapping_needs_confirmation", "Salery")]


def test_a_heading_that_only_contains_a_name_is_only_asked_about():
    reading = read(sheet("Company,Salary they told me about", "Acme,95000"))
    assert _field_problems(reading, Field.PAY) == [
        ("mapping_needs_confirmation", "Salary they told me about")
    ]


@pytest.mark.parametrize(
    ("heading", "field"), [("Date", Field.START), ("Deadline", Field.REPLY_BY)]
)
def test_a_bare_day_stays_unmapped_and_is_asked_about(heading, field):
    reading = read(sheet(f"Company,{heading}", "Acme,2027-01-14"))
    assert reading.columns[heading] is None
    assert _field_problems(reading, field) == [("mapping_needs_confirmation", heading)]
    assert [(question.column, question.guess) for question in reading.questions] == [
        (heading, field)
    ]


def test_company_and_role_in_one_column_leave_both_open():
    reading = read(sheet("Company / Role,Salary", "Acme / Engineer,95000"))
    for field in (Field.COMPANY, Field.ROLE):
        assert _field_problems(reading, field) == [("mapping_needs_confirmation", "Company / Role")]


def test_two_columns_for_one_field_are_never_chosen_between_in_silence():
    reading = read(sheet("Company,Salary,Pay", "Acme,95000,90000"))
    assert reading.invites[Field.PAY].isna().all()
    assert _field_problems(reading, Field.PAY) == [("column_duplicate", "Salary")]


def test_of_two_columns_for_one_field_the_filled_one_counts():
    assert read(sheet("Company,Salary,Pay", "Acme,,90000")).invites.loc[2, Field.PAY] == 90000


def test_a_doubled_column_that_says_the_same_is_used_once_and_that_is_said():
    reading = read(sheet("Company,Notes,Notes", "Acme,a,a", "Zen,b,b"))
    assert list(reading.invites[Field.NOTES]) == ["a", "b"]
    doubled = found(reading, "column_duplicate")
    assert [(p.column, p.field, p.row) for p in doubled] == [("Notes", Field.NOTES, None)]


def test_a_city_beside_a_location_is_only_carried_along():
    reading = read(sheet("Company,Location,Remote", "Acme,Berlin,yes"))
    assert reading.columns == {
        "Company": Field.COMPANY,
        "Location": Field.LOCATION,
        "Remote": None,
    }


def test_a_column_of_none_of_our_names_is_kept_as_text_and_said():
    reading = read(sheet("Company,Dress code", "Acme,casual"))
    assert reading.text.loc[2, "Dress code"] == "casual"
    assert [problem.column for problem in found(reading, "column_unmapped")] == ["Dress code"]


def test_a_filled_column_without_a_heading_is_named_by_its_letter():
    reading = read(sheet("Company,,Salary", "Acme,Engineer,95000"))
    assert list(reading.columns) == ["Company", "Column B", "Salary"]
    assert [(p.column, p.letter) for p in found(reading, "column_unnamed")] == [(None, "B")]


def test_empty_columns_without_a_heading_are_dropped():
    assert list(read(sheet("Company,Role,,,", "Acme,Engineer,,,")).columns) == ["Company", "Role"]


def test_lowest_and_highest_pay_are_read_as_a_range():
    reading = read(sheet("Company,Salary min,Salary max", "Acme,80000,100000", "Zen,70000,"))
    assert list(reading.invites[Field.PAY]) == [90000, 70000]
    assert reading.columns["Salary max"] is Field.PAY


def test_a_time_that_is_none_is_said_and_the_day_kept():
    text = sheet("Company,Interview date,Time", "Acme,2027-01-14,10:00", "Zen,2027-01-15,noonish")
    text += "Nord,2027-01-16,9:30\n"
    reading = read(text)
    assert list(reading.invites[START_HAS_TIME]) == [True, False, True]
    assert [(p.row, p.column) for p in found(reading, "time_unreadable")] == [(3, "Time")]


TIMES_BESIDE = [
    ("9.30", time(9, 30)),
    ("3:00 - 4:00 PM", time(15)),
    ("10:00 - 11:30", time(10)),
    ("noon", time(12)),
    ("10:00 AM (ET)", time(10)),
]


@pytest.mark.parametrize(("told", "clock"), TIMES_BESIDE)
def test_a_time_beside_its_day_is_read_as_people_write_times(told, clock):
    rows = ("Acme,2027-01-14,10:00", f"Zen,2027-01-15,{told}", "Nord,2027-01-16,9:30")
    reading = read(sheet("Company,Interview date,Time", *rows))
    assert reading.invites[Field.START].loc[3].time() == clock
    assert not found(reading, "time_unreadable")


@pytest.mark.parametrize("heading", ["Months", "Term (Months)"])
def test_months_of_a_contract_belong_to_no_column(heading):
    assert read(sheet(f"Company,{heading}", "Acme,18")).columns[heading] is None


def test_no_field_is_left_empty_without_a_word():
    reading = read(sheet("Company,Role,Status", "Acme,Engineer,Interview"))
    said = [problem.field for problem in reading.problems if problem.row is None and problem.field]
    held = {Field.COMPANY, Field.ROLE, Field.STATUS}
    assert sorted(said) == sorted(set(Field) - held)


def test_numbers_of_other_tables_are_not_asked_about():
    reading = read(sheet("company_id,role_id,interview_id,Company", "7,3,1,Acme"))
    assert not reading.questions


def test_a_cover_letter_covers_no_essentials():
    reading = read(sheet("Company,used_cover_letter,cover_letter_name", "Acme,True,mine"))
    assert not reading.questions


def test_of_many_columns_with_notes_in_their_names_only_the_first_is_asked_about():
    reading = read(sheet("Company,Job notes,Call notes,After notes", "Acme,a,b,c"))
    assert [question.column for question in reading.questions] == ["Job notes"]


MONTHLY = sheet("Company,Salary", "Acme,3500", "Zen,2800", "Nord,4100")


def test_pay_that_may_be_monthly_is_doubted_once_a_column():
    (said,) = found(read(MONTHLY), "money_period_assumed")
    assert (said.row, said.choices) == (None, ("month", "year"))


def test_pay_said_to_be_monthly_is_multiplied_and_no_longer_doubted():
    reading = read(MONTHLY, settings={"Salary": {"money_period": "month"}})
    assert list(reading.invites[Field.PAY]) == [42000, 33600, 49200]
    assert not found(reading, "money_period_assumed")


@pytest.mark.parametrize("cells", [("35000", "28000"), ("3500/month", "2800/month")])
def test_pay_that_tells_its_period_or_is_ample_for_a_year_is_not_doubted(cells):
    reading = read(sheet("Company,Salary", *(f"Firm {cell},{cell}" for cell in cells)))
    assert not found(reading, "money_period_assumed")


@pytest.mark.parametrize("others", [("58000", "61000"), ("3500/month", "58000 per year")])
def test_one_small_amount_among_others_may_be_monthly_and_is_named(others):
    cells = (*others, "4500")
    reading = read(sheet("Company,Salary", *(f"Firm {cell},{cell}" for cell in cells)))
    (said,) = found(reading, "money_period_assumed")
    assert (said.row, said.choices) == (4, ("54000",))


@pytest.mark.parametrize(
    ("heading", "cell", "field"),
    [("Post", "Band 6 nurse", Field.ROLE), ("Prob.", "30%", Field.OFFER_CHANCE)],
)
def test_short_names_of_everyday_sheets_are_known(heading, cell, field):
    assert read(sheet(f"Company,{heading}", f"Acme,{cell}")).columns[heading] is field


def test_a_ranking_and_a_count_of_rows_are_no_ratings():
    reading = read(sheet(",Company,Ranking", "1,Acme,3", "2,Zen,1", "3,Nord,2"))
    assert reading.columns["Ranking"] is None
    assert [question.guess for question in reading.questions] == [None]
