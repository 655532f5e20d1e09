"""Only the rows with a cell that could not be used: taken along, mended, dropped here again."""

import io
import zipfile
from datetime import date

import openpyxl
import pandas as pd

from advisor import Choices, read_invites
from advisor.rules.columns import Field
from advisor.rules.synonyms import WHAT_TO_FIX, Ours
from advisor.views.rows_to_mend import rows_to_mend, rows_with_errors

TODAY = date(2027, 1, 7)

SHEET = b"""My search 2027

Company,Role,Interview date,Salary,Contact
Alder,Clerk,2027-01-14,85000,Dana Doe
Birch,=1+1,2027-01-15,lots,Evan Poe
Cedar,Baker,2027-02-31,70000,
Total,,,155000,
"""


def read(content, **choices):
    return read_invites(content, today=TODAY, choices=Choices(**choices))


def opened(content):
    return openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]


def test_only_rows_with_an_error_are_taken_along():
    reading = read(SHEET)
    assert rows_with_errors(reading) == [5, 6]
    column = [cell.value for cell in opened(rows_to_mend(reading))["A"]]
    assert column == ["Company", "Birch", "Cedar"]


def test_each_row_says_which_row_of_the_persons_own_sheet_it_is():
    first, *rows = opened(rows_to_mend(read(SHEET))).iter_rows(values_only=True)
    assert first[-2:] == (WHAT_TO_FIX, Ours.ROW)
    assert [row[-1] for row in rows] == [5, 6]
    assert [row[-2].split(":")[0] for row in rows] == ["Salary", "Interview date"]


def test_a_comment_names_the_cell_as_it_stands_in_the_new_sheet():
    sheet = opened(rows_to_mend(read(SHEET)))
    assert sheet["D2"].comment.text.startswith("Row 2, column D (Salary)")
    assert sheet["C3"].comment.text.startswith("Row 3, column C (Interview date)")


def test_the_rows_read_back_as_the_same_invites_and_nothing_is_said_of_our_columns():
    reading = read(SHEET)
    again = read(rows_to_mend(reading, contacts=True))
    before = reading.invites.loc[[5, 6]].reset_index(drop=True)
    pd.testing.assert_frame_equal(again.invites.reset_index(drop=True), before)
    assert again.columns[Ours.ROW] is None
    assert not {problem.column for problem in again.problems} & {*Ours}


def test_a_mended_row_is_no_longer_taken_along():
    reading = read(SHEET, edits={(5, "Salary"): "90000"})
    assert rows_with_errors(reading) == [6]
    again = read(rows_to_mend(reading), edits={(2, "Interview date"): "2027-02-28"})
    assert rows_with_errors(again) == []
    assert str(again.invites[Field.START][2].date()) == "2027-02-28"


def test_no_cell_is_a_formula():
    with zipfile.ZipFile(io.BytesIO(rows_to_mend(read(SHEET)))) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_contacts_stay_here_unless_asked_for():
    reading = read(SHEET)
    assert opened(rows_to_mend(reading))["E2"].value is None
    assert opened(rows_to_mend(reading, contacts=True))["E2"].value == "Evan Poe"
