"""What was guarded for a spreadsheet is read again as it was before."""

import csv
import io
from datetime import date

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from advisor.intake.invites import read_here
from advisor.rules.columns import Field
from advisor.rules.synonyms import Ours
from advisor.views.export import ranked_csv
from tests.views.answers import BIRCH, make_answer

TODAY = date(2027, 1, 6)

TEXTS = (Field.COMPANY, Field.ROLE, Field.NOTES)

WORDS = st.text(st.sampled_from("'=+-@\t\"\n ,;a5.é＝"), min_size=1, max_size=8)


def read(content):
    return read_here(content, today=TODAY)


def csv_of(*rows):
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def texts_of(reading):
    return [reading.invites[key].tolist() for key in TEXTS]


@given(WORDS, WORDS, WORDS)
def test_a_text_of_any_beginning_comes_back_as_it_was_exported(company, role, notes):
    before = read(csv_of(("Company", "Role", "Interest", "Notes"), (f"{company}x", role, 4, notes)))
    rows = [
        BIRCH | {key: before.invites[key][row] for key in TEXTS} for row in before.invites.index
    ]
    again = read(ranked_csv(make_answer(*rows))) if rows else before
    assert texts_of(again) == texts_of(before)


@pytest.mark.parametrize("name", ["'=1+1", "'@home", "'-x", "'t Hart"])
def test_in_a_sheet_of_ones_own_an_apostrophe_stays(name):
    reading = read(csv_of(("Company", "Role"), (name, "Clerk"), ("Birch", "Cook")))
    assert reading.invites[Field.COMPANY].iloc[0] == name


def saved_as_workbook(content):
    """What a spreadsheet program makes of a CSV: every text as it stands there."""
    book = io.BytesIO()
    with xlsxwriter.Workbook(book, {"strings_to_formulas": False, "in_memory": True}) as out:
        sheet = out.add_worksheet()
        for line, row in enumerate(csv.reader(io.StringIO(content.decode("utf-8-sig")))):
            sheet.write_row(line, 0, row)
    return book.getvalue()


def test_our_own_table_saved_as_a_workbook_loses_its_guards_as_well():
    exported = ranked_csv(make_answer(BIRCH | {Field.ROLE: "=1+1", Field.NOTES: "'@home"}))
    reading = read(saved_as_workbook(exported))
    assert [reading.invites[key].iloc[0] for key in TEXTS[1:]] == ["=1+1", "'@home"]


def test_our_own_workbook_keeps_the_apostrophes_of_its_owner():
    headings = "Company", "Role", Ours.RANK.value, Ours.FIX.value
    again = read(saved_as_workbook(csv_of(headings, ("'=1+1", "Clerk", 1, ""))))
    assert again.invites[Field.COMPANY].iloc[0] == "'=1+1"


def test_the_text_of_our_own_table_is_shown_without_its_guards():
    rows = ("Company", "Role", Ours.RANK.value), ("'=1+1", "Clerk", 1), ("'t Hart", "Cook", 2)
    assert read(csv_of(*rows)).text["Company"].tolist() == ["=1+1", "'t Hart"]
