"""The person's own sheet, marked: reads the same again, runs nothing, tells what to fix."""

import io
import zipfile
from datetime import date

import openpyxl
import pandas as pd
import pytest

from advisor import Choices, read_invites
from advisor.rules.columns import Field
from advisor.rules.synonyms import WHAT_TO_FIX
from advisor.views.marked_sheet import COLOURS, marked_sheet
from tests.page.sheets import COMMONEST, HEALTHY, POLLUTED
from tests.page.workbooks import two_sheets

TODAY = date(2027, 1, 7)

TITLED = (
    "My search 2027\n\nCompany,Role,Interest (1-5),Pay\nÅngström,Cook,4,50000\n=1+1,-x,lots,€5\n"
)
NOT_BARE = "sep=;\nFirma;Stelle;Gehalt;Chance (%)\nMüller;Koch;50.000;35\n'A';B;1,5;x\n"
NO_HEADINGS = "Alder,Clerk,2027-01-14,85000\nBirch,Cook,2027-01-15,lots\n"
CONTACTS = "Company,Contact,Notes,Pay\nAlder,Dana Doe,call 020 7946 0958,lots\n"


def read(content, **choices):
    return read_invites(content, today=TODAY, choices=Choices(**choices))


def opened(content):
    return openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]


@pytest.mark.parametrize(
    "content",
    [HEALTHY, POLLUTED, COMMONEST, TITLED.encode(), NOT_BARE.encode(), two_sheets()],
    ids=["healthy", "polluted", "commonest", "titled", "German", "workbook"],
)
def test_a_marked_sheet_reads_back_as_the_same_invites(content):
    first = read(content)
    again = read(marked_sheet(first, contacts=True))
    pd.testing.assert_frame_equal(again.invites, first.invites)
    assert [one.row for one in again.set_aside] == [one.row for one in first.set_aside]


def test_what_to_fix_is_no_column_of_ours_and_nothing_is_said_about_it():
    again = read(marked_sheet(read(POLLUTED), contacts=True))
    assert again.columns[WHAT_TO_FIX] is None
    assert not any(problem.column == WHAT_TO_FIX for problem in again.problems)
    assert not any(question.column == WHAT_TO_FIX for question in again.questions)


def test_a_sheet_marked_twice_has_one_column_on_what_to_fix():
    twice = marked_sheet(read(marked_sheet(read(POLLUTED))))
    headings = [cell.value for cell in opened(twice)[1]]
    assert headings.count(WHAT_TO_FIX) == 1


def test_a_marked_sheet_is_of_the_same_shape_as_the_sheet_it_marks():
    first = read(POLLUTED)
    assert read(marked_sheet(first)).shape == first.shape


def test_a_cell_that_is_not_used_is_red_with_a_comment_and_a_word_on_what_to_fix():
    sheet = opened(marked_sheet(read(POLLUTED)))
    cell = sheet["E3"]
    assert cell.value == "lots"
    assert cell.fill.start_color.rgb.endswith(COLOURS["error"].removeprefix("#"))
    assert "`lots` has no clear amount" in cell.comment.text
    assert sheet["I3"].value.startswith("Salery: `lots` has no clear amount. Type a number")
    assert sheet["I2"].value is None


def test_what_is_assumed_about_a_column_stands_at_its_heading():
    sheet = opened(marked_sheet(read(POLLUTED)))
    assert "can be 3 Apr 2027 or 4 Mar 2027" in sheet["D1"].comment.text
    assert sheet["D1"].fill.start_color.rgb.endswith(COLOURS["warning"].removeprefix("#"))


def test_rows_keep_the_numbers_of_the_persons_own_sheet():
    sheet = opened(marked_sheet(read(TITLED.encode())))
    assert sheet["A1"].value == "My search 2027"
    assert sheet["A3"].value == "Company"
    assert sheet["A4"].value == "Ångström"


def test_a_sheet_without_headings_gets_a_line_of_them():
    sheet = opened(marked_sheet(read(NO_HEADINGS.encode())))
    assert sheet["A1"].value == "Column A"
    assert sheet["A2"].value == "Alder"


def test_no_cell_is_a_formula():
    content = marked_sheet(read(TITLED.encode()), contacts=True)
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_a_rewritten_cell_is_taken_along_as_rewritten():
    mended = read(POLLUTED, edits={(3, "Salery"): "70000"})
    again = read(marked_sheet(mended))
    assert again.invites[Field.PAY][3] == 70000


def test_contacts_stay_here_unless_asked_for():
    reading = read(CONTACTS.encode())
    left = str([[cell.value for cell in row] for row in opened(marked_sheet(reading)).rows])
    assert "Dana" not in left
    assert "7946" not in left
    kept = opened(marked_sheet(reading, contacts=True))
    assert kept["B2"].value == "Dana Doe"


def test_the_currency_that_only_a_format_told_is_not_lost():
    content = io.BytesIO()
    book = openpyxl.Workbook()
    book.active.append(["Company", "Role", "Salary"])
    book.active.append(["Alder", "Clerk", 85000])
    book.active["C2"].number_format = "[$CHF] #,##0"
    book.save(content)
    first = read(content.getvalue())
    assert first.invites[Field.PAY_CURRENCY].tolist() == ["CHF"]
    again = read(marked_sheet(first))
    assert again.invites[Field.PAY_CURRENCY].tolist() == ["CHF"]
    assert again.invites[Field.PAY].tolist() == [85000.0]
