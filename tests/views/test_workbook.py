"""The workbook taken along: what its sheets hold, and that dropped again it gives all back."""

import io
import math
import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from advisor import Choices, Profile, assess, decide, plan, read_invites
from advisor.rules.columns import Field
from advisor.rules.motivations import Motive
from advisor.rules.synonyms import OURS, WHAT_TO_FIX
from advisor.rules.synonyms.ours import Ours
from advisor.views.answer import Answer
from advisor.views.carried import Carried, Entry, from_line
from advisor.views.debriefs import Noted
from advisor.views.remembered import REMEMBERED, joined
from advisor.views.sentences import sentences
from advisor.views.workbook import TO_CHANGE, Along, workbook
from tests.page.sheets import COMMONEST, HEALTHY, POLLUTED

TODAY = date(2027, 1, 6)
RUNS = "=cmd|' /C calc'!A0"
SHEET = f'''Firm,What I think (1-5),Job,When,Notes
"{RUNS}",4,Clerk,2027-01-14 10:00,"@SUM(A1), call 020 7946 0958"
Birch,2,"-x",2027-01-15,"two
lines"
'''.encode()
SAMPLE = (Path(__file__).parents[2] / "data" / "sample_invites.csv").read_bytes()

PERSON = Profile(
    months_since_external_interview=math.inf,
    runway_months=2.5,
    first_choices={"Birch": ("Alder", "Fir")},
    first_choice_date=date(2027, 1, 28),
    prep_hours_per_week=14.0,
    weights=dict(zip(Motive, (1.0, 2.0, 3.0, 4.0, 5.0, 6.5), strict=True)),
)
NOTED = Noted(
    name=RUNS,
    held=date(2027, 1, 4),
    went_well="=1+1\nstayed calm ☃",
    to_improve="“salary” too late",
    interest_from=3.0,
    interest_to=4.5,
    people_met=("Dana", "Tom"),
    outcome="next_round",
)
CARRIED = Carried(
    profile=PERSON,
    entries={
        "a": Entry(name=RUNS, noted=NOTED),
        "b": Entry(name="Birch", decision="decline", reason="=no", ratings={Field.INTEREST: 4.5}),
    },
)

ADDED = OURS - {Ours.ROW}
"""What a whole sheet is given; only a part of one says where its rows stood."""


def answered(content, profile=PERSON):
    reading = read_invites(content, today=TODAY)
    assessment = assess(reading.invites, profile)
    planned = plan(reading.invites, assessment, profile, TODAY)
    return Answer(
        reading=reading,
        assessment=assessment,
        plan=planned,
        decisions=decide(assessment.advice, planned, reading.invites),
        whys=sentences(reading.invites, assessment.advice, assessment.hours, assessment.levels),
        problems=reading.problems,
        profile=profile,
        today=TODAY,
    )


def written(content, *, contacts=True):
    return workbook(answered(content), contacts=contacts, along=Along(carried=CARRIED))


def brought(content):
    """What the last sheet of the workbook remembers."""
    told = read_invites(content, today=TODAY, choices=Choices(sheet=REMEMBERED))
    return from_line(joined([*told.columns, *told.text.to_numpy().ravel().tolist()]))


def assert_restores(content, original):
    first, again = read_invites(original, today=TODAY), read_invites(content, today=TODAY)
    pd.testing.assert_frame_equal(again.invites, first.invites)
    assert again.sheet == "Invites"
    assert [one.row for one in again.set_aside] == [one.row for one in first.set_aside]
    assert again.shape == first.shape
    assert brought(content) == CARRIED


SHEETS = {"small": SHEET, "sample": SAMPLE, "healthy": HEALTHY, "polluted": POLLUTED}
SHEETS["commonest"] = COMMONEST


@pytest.mark.parametrize("name", SHEETS)
def test_a_workbook_read_again_gives_everything_back(name):
    assert_restores(written(SHEETS[name]), SHEETS[name])


def test_what_the_workbook_of_a_workbook_holds_is_the_same():
    once = written(SHEET)
    twice = written(once)
    assert_restores(twice, SHEET)
    headings = [cell.value for cell in openpyxl.load_workbook(io.BytesIO(twice))["Invites"][1]]
    assert len(headings) == len(set(headings))


def test_nothing_is_said_about_the_columns_that_are_ours():
    again = read_invites(written(SHEET), today=TODAY)
    assert not OURS & {problem.column for problem in again.problems}
    assert not any(again.columns[heading] for heading in ADDED)
    assert "sheet_choice" not in {problem.code for problem in again.problems}


def soffice():
    found = shutil.which("soffice")
    if found is None and os.environ.get("CI") == "true":
        pytest.fail("no LibreOffice found: apt-get install libreoffice-calc-nogui")
    return found or pytest.skip("no LibreOffice found: apt-get install libreoffice-calc-nogui")


@pytest.mark.parametrize("name", ["small", "sample", "polluted"])
def test_a_workbook_that_another_program_recalculated_and_saved_still_restores(tmp_path, name):
    program = soffice()
    (tmp_path / "in").mkdir()
    source = tmp_path / "in" / "book.xlsx"
    source.write_bytes(written(SHEETS[name]))
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    command = [program, home, "--headless", "--convert-to", "xlsx", "--outdir", tmp_path, source]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    assert_restores((tmp_path / "book.xlsx").read_bytes(), SHEETS[name])


def test_the_sheets_stand_in_the_order_a_person_looks_for_them():
    book = openpyxl.load_workbook(io.BytesIO(written(SHEET)))
    assert book.sheetnames == [
        "Ranking",
        "Invites",
        "Profile",
        "Debriefs",
        "What to fix",
        REMEMBERED,
    ]


@pytest.mark.parametrize("name", ["Profile", "Debriefs"])
def test_a_sheet_that_only_shows_says_where_to_change_it(name):
    sheet = openpyxl.load_workbook(io.BytesIO(written(SHEET)))[name]
    assert sheet[1][-1].value == TO_CHANGE
    sheet["B2"] = "changed by hand"
    content = io.BytesIO()
    sheet.parent.save(content)
    assert brought(content.getvalue()) == brought(written(SHEET))


def test_the_persons_own_columns_keep_their_headings_and_order_and_ours_come_after():
    book = openpyxl.load_workbook(io.BytesIO(written(SHEET)))
    headings = [cell.value for cell in book["Invites"][1]]
    own = ["Firm", "What I think (1-5)", "Job", "When", "Notes"]
    assert headings[:6] == [*own, WHAT_TO_FIX]
    assert set(headings[5:]) == ADDED


def test_every_hour_of_the_ranking_is_a_number_with_a_bar_behind_it():
    sheet = openpyxl.load_workbook(io.BytesIO(written(SHEET)))["Ranking"]
    headings = [cell.value for cell in sheet[1]]
    places = [place for place, name in enumerate(headings) if name.startswith("Hours: ")]
    assert len(places) == len(Motive)
    assert all(isinstance(sheet[2][place].value, float | int) for place in places)
    assert len(sheet.conditional_formatting) == len(Motive)


def test_no_cell_of_any_sheet_is_a_formula():
    book = openpyxl.load_workbook(io.BytesIO(written(SHEET)))
    kinds = {cell.data_type for sheet in book for line in sheet.iter_rows() for cell in line}
    assert "f" not in kinds
    assert book["Invites"]["A2"].value == RUNS
    assert book["Debriefs"]["A2"].value == f"'{RUNS}"


def test_contacts_and_whom_one_met_stay_out_unless_asked_for():
    discreet, whole = written(SHEET, contacts=False), written(SHEET)
    for content, there in ((discreet, False), (whole, True)):
        book = openpyxl.load_workbook(io.BytesIO(content))
        text = repr([line for sheet in book for line in sheet.iter_rows(values_only=True)])
        assert ("Dana" in text) is there
        assert ("7946" in text) is there
        assert bool(brought(content).entries["a"].noted.people_met) is there


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ('"decline"', '"hire"'),
        ("4.5", "900"),
        ('"interest"', '"company"'),
        ("next_round", "won"),
        ('"runway_months": 2.5', '"runway_months": -1'),
        ("2027-01-04", "tomorrow"),
        ('"carried"', '"other"'),
    ],
)
def test_a_line_that_is_not_what_it_must_be_brings_nothing(was, now):
    line = CARRIED.to_line()
    assert was in line
    assert from_line(line.replace(was, now)) is None


def test_an_emptied_answer_comes_back_as_emptied():
    carried = Carried(entries={"b": Entry(ratings={Field.INTEREST: math.nan})})
    found = from_line(carried.to_line())
    assert math.isnan(found.entries["b"].ratings[Field.INTEREST])
