from advisor.rules.columns import Field
from tests.intake.reading_text import found, read, sheet

ROWS = ("Acme,Engineer,2027-01-14,95000,good", "Zen,Editor,2027-01-15,88000,better")


def test_two_headings_in_one_cell_are_parted_and_that_is_said():
    reading = read(sheet("CompanyRole,Interview date,Salary,Notes", *ROWS))
    assert list(reading.columns) == ["Company", "Role", "Interview date", "Salary", "Notes"]
    assert [problem.row for problem in found(reading, "header_shorter_than_rows")] == [1]


def test_a_missing_heading_is_found_by_the_cells_that_do_not_fit():
    reading = read(sheet("Company,Interview date,Salary,Notes,", *ROWS))
    assert reading.columns["Interview date"] is Field.START
    assert list(reading.invites[Field.PAY]) == [95000, 88000]


def test_a_last_column_without_a_heading_moves_no_other():
    reading = read(sheet("Company,Role,Interview date,Salary,", *ROWS))
    assert list(reading.invites[Field.PAY]) == [95000, 88000]
    assert list(reading.columns)[-1] == "Column E"


def test_a_heading_that_is_known_as_a_whole_is_never_parted():
    reading = read(sheet("Company,Job title,Interview date,Salary,", *ROWS))
    assert reading.columns["Job title"] is Field.ROLE
