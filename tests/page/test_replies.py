"""Replies as a person edited them: kept, taken along, and never naming a contact unasked."""

import io

import openpyxl
import pytest
import streamlit as st

from advisor.page import ranking
from advisor.page.carrying import pack
from advisor.page.kept import Manners
from advisor.page.take_along import _replies, _workbook
from tests.page.sheets import open_page, upload
from tests.page.test_after import apart, mail_link, written

SHEET = b"""Company,Role,Contact,Interview date,Interest (1-5),Prep hours willing
Alder,Clerk,Tom Feld <tom@feld.example>,2027-01-14 10:00,5,6
Birch,Cook,,2027-01-15 09:00,1,1
"""
OWN = "Hello Tom,\n\nyes, with pleasure. My regards to Tom Feld senior.\n\nBest,\nSam Reed"


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """A journal of the test's own, in a file."""
    monkeypatch.setenv("ADVISOR_JOURNAL", str(tmp_path / "journal.sqlite3"))
    yield
    st.cache_resource.clear()


@pytest.fixture
def files(monkeypatch):
    """What the page would hand out, by whether contacts are asked for; the newest of each."""
    found = {}

    def take(figures):
        for contacts in (False, True):
            packed = pack(figures, contacts=contacts)
            found["book", contacts] = apart(_workbook, packed)
            found["text", contacts] = apart(_replies, packed).decode()

    monkeypatch.setattr(ranking, "take_along", take)
    return found


def edited():
    """The page with a reply in the person's own words and manner."""
    page = upload(open_page(), "mine.csv", SHEET)
    page.text_input(key=Manners.NAME).set_value("Sam Reed")
    page.segmented_control(key=Manners.TONE).set_value("plain").run()
    written(page).set_value(OWN).run()
    assert not page.exception
    return page


def test_a_reply_edited_in_another_tone_is_still_there_to_copy():
    page = edited()
    page.segmented_control(key=Manners.TONE).set_value("formal").run()
    assert written(page).value != OWN
    assert OWN in [code.value for code in page.code]
    page.segmented_control(key=Manners.TONE).set_value("plain").run()
    assert written(page).value == OWN


def test_how_one_writes_is_there_on_the_next_visit_and_for_the_next_sheet(kept):
    edited()
    again = open_page()
    assert written(again).value == OWN
    upload(again, "other.csv", SHEET.replace(b"Alder", b"Dogwood"))
    assert written(again).value.startswith("Hello Tom,")
    assert written(again).value.endswith("\nSam Reed")


def test_a_name_given_on_the_sample_signs_the_replies_of_ones_own_sheet(kept):
    page = open_page()
    page.text_input(key=Manners.NAME).set_value("Sam Reed").run()
    upload(page, "mine.csv", SHEET)
    assert written(page).value.endswith("\nSam Reed")


def test_two_windows_that_sign_otherwise_hear_of_it(kept):
    first, second = open_page(), open_page()
    first.text_input(key=Manners.NAME).set_value("Sam").run()
    second.segmented_control(key=Manners.TONE).set_value("formal").run()
    assert second.text_input(key=Manners.NAME).value == "Sam"
    first.text_input(key=Manners.NAME).set_value("Sam Reed").run()
    second.text_input(key=Manners.NAME).set_value("Eve").run()
    assert any("This was changed in another window" in one.value for one in second.text)
    assert second.text_input(key=Manners.NAME).value == "Sam Reed"


def test_all_replies_in_one_file_are_as_edited(files):
    edited()
    assert OWN in files["text", True]
    assert "Hello,\n\nyes, with pleasure. My regards to [left out] senior" in files["text", False]
    assert "Tom" not in files["text", False]


def test_a_workbook_with_contacts_brings_replies_back_word_for_word(files):
    edited()
    book = files["book", True]
    fresh = upload(open_page(), "invites_ranked.xlsx", book)
    assert written(fresh).value == OWN
    assert fresh.text_input(key=Manners.NAME).value == "Sam Reed"
    assert fresh.segmented_control(key=Manners.TONE).value == "plain"


def test_a_workbook_without_contacts_brings_replies_back_without_names(files):
    edited()
    book = files["book", False]
    cells = [
        str(cell)
        for sheet in openpyxl.load_workbook(io.BytesIO(book))
        for line in sheet.iter_rows(values_only=True)
        for cell in line
    ]
    assert not any(name in cell for cell in cells for name in ("Tom", "Feld", "Sam Reed"))
    fresh = upload(open_page(), "invites_ranked.xlsx", book)
    assert written(fresh).value.startswith("Hello,\n\nyes, with pleasure.")
    assert mail_link(fresh).startswith("mailto:?subject=")


def test_a_workbook_without_a_name_takes_none_away(files):
    edited()
    book = files["book", False]
    page = open_page()
    page.text_input(key=Manners.NAME).set_value("Eve").run()
    upload(page, "invites_ranked.xlsx", book)
    assert page.text_input(key=Manners.NAME).value == "Eve"
    assert page.segmented_control(key=Manners.TONE).value == "plain"
