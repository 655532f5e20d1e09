import pytest

from advisor.intake.choices import ChoiceError
from advisor.rules.columns import Field
from tests.intake.reading_text import found, read, sheet

ROWS = ("Acme,Engineer,2027-01-14,95000", "Zen,Editor,2027-01-15,88000", "Nord,Cook,,76000")
HEADINGS = "Company,Role,Interview date,Salary"


def _rows(reading):
    return list(reading.invites.index)


def test_headings_below_a_preamble_are_found():
    preamble = [f"Line {number} of the export" for number in range(1, 30)]
    reading = read(sheet(*preamble, HEADINGS, *ROWS))
    assert _rows(reading) == [31, 32, 33]
    assert {aside.code for aside in reading.set_aside} == {"title", "preamble"}


def test_misspelled_headings_are_found():
    reading = read(sheet("Comapny,Rloe,Inteview date,Salery", *ROWS))
    assert _rows(reading) == [2, 3, 4]


def test_a_sheet_without_headings_loses_no_row():
    reading = read(sheet(*ROWS))
    assert _rows(reading) == [1, 2, 3]
    assert list(reading.columns) == ["Column A", "Column B", "Column C", "Column D"]
    assert found(reading, "header_missing")


def test_columns_without_headings_are_proposed_by_their_cells():
    guesses = {question.column: question.guess for question in read(sheet(*ROWS)).questions}
    assert guesses == {
        "Column A": Field.COMPANY,
        "Column B": Field.ROLE,
        "Column C": Field.START,
        "Column D": Field.PAY,
    }


def test_headings_in_a_language_we_do_not_know_are_asked_about():
    reading = read(sheet("Cég,Munkakör,Mikor,Bér", *ROWS))
    assert _rows(reading) == [2, 3, 4]
    assert found(reading, "mapping_needs_confirmation")
    assert not found(reading, "header_missing")


def test_labels_of_groups_above_the_headings_are_no_invite():
    reading = read(sheet("Who,,When,", HEADINGS, *ROWS))
    assert [(aside.row, aside.code) for aside in reading.set_aside] == [(1, "header_group")]
    assert list(reading.columns)[2] == "Interview date"


def test_headings_in_two_rows_are_read_as_one():
    reading = read(sheet("Company,Role,Dates,,Salary", ",,Interview date,Reply by,", "A,B,,,1,"))
    assert reading.columns["Reply by"] is Field.REPLY_BY
    assert reading.columns["Company"] is Field.COMPANY
    assert _rows(reading) == [3]


def test_a_wider_second_table_does_not_make_preamble_of_the_first():
    wider = [f"{row},x" for row in (HEADINGS, *ROWS)]
    reading = read(sheet(HEADINGS, *ROWS, *wider))
    assert _rows(reading) == [2, 3, 4, 6, 7, 8]
    assert [(aside.row, aside.code) for aside in reading.set_aside] == [(5, "repeated_header")]


def test_entries_that_look_like_headings_are_not_mistaken_for_them():
    rows = ["Remote,Referral,Acme", "Remote,Referral,Zen", "Remote,Recruiter,Nord"]
    assert _rows(read(sheet(*rows)))[-1] == 3


def test_a_sheet_that_runs_sideways_is_turned_and_said():
    turned = sheet("Company,Acme,Zen", "Role,Engineer,Editor", "Salary,95000,88000")
    reading = read(turned)
    assert list(reading.invites[Field.COMPANY]) == ["Acme", "Zen"]
    assert found(reading, "looks_transposed")


def test_its_owner_can_have_a_sheet_read_as_it_stands():
    turned = sheet("Company,Acme,Zen", "Role,Engineer,Editor", "Salary,95000,88000")
    assert len(read(turned, flip=False).invites) == 2
    assert not found(read(turned, flip=False), "looks_transposed")


@pytest.mark.parametrize("above", [(), ("My search", "")])
def test_a_lone_unknown_heading_counts_once_its_owner_says_what_it_is(above):
    text = sheet(*above, "Firms I heard from", "Acme", "Birch")
    reading = read(text, columns={"Firms I heard from": Field.COMPANY})
    assert reading.invites[Field.COMPANY].tolist() == ["Acme", "Birch"]
    assert _rows(reading) == [len(above) + 2, len(above) + 3]


def test_unknown_headings_below_a_title_are_found_once_their_owner_says_what_they_are():
    text = sheet("Liste,von mir,fuer dich", "Wo,Was,Wie viel", "Acme,Cook,85000")
    reading = read(text, columns={"Wo": Field.COMPANY, "Wie viel": Field.PAY})
    assert reading.invites[Field.COMPANY].tolist() == ["Acme"]
    assert reading.invites[Field.PAY].tolist() == [85000.0]


def test_its_owner_can_say_which_row_holds_the_headings():
    reading = read(sheet("Company,Role", "Firm,Job", "Acme,Engineer"), header_row=2)
    assert list(reading.columns) == ["Firm", "Job"]


def test_a_row_of_headings_beyond_the_sheet_is_refused_with_its_length():
    with pytest.raises(ChoiceError, match="ends at row 4"):
        read(sheet(HEADINGS, *ROWS), header_row=50)
