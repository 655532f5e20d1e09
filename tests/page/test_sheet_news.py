"""A newer version of the sheet, and invites typed in by hand."""

import pytest

from advisor.page.sheet_news import SEPARATE
from advisor.page.state import Key
from advisor.views.tables import Column
from tests.page.sheets import HEALTHY, labels, open_page, press, ranked, says, upload
from tests.page.test_memory import file, rating  # noqa: F401 - a fixture
from tests.page.test_sheet_panel import ask_about

pytestmark = pytest.mark.usefixtures("file")

NEWER = b"""Company,Role,Interview date,Interest (1-5),Prep hours willing
Alder,Clerk,2027-01-14 11:00,5,6
Birch Ltd,Cook,2027-01-16 09:00,1,6
Dogwood,Baker,2027-01-20 09:00,3,6
"""


def companies(page):
    return set(ranked(page)[Column.COMPANY])


def rate(page, number, value):
    page.session_state[Key.OPENED] = number
    page.run()
    rating(page).set_value(value).run()
    assert not page.exception


@pytest.fixture
def rated():
    """A sheet with one number entered about each invite."""
    found = upload(open_page(), "mine.csv", HEALTHY)
    rate(found, 2, 2.0)
    rate(found, 3, 4.0)
    found.file_uploader(key=Key.UPLOAD).clear()
    return found


@pytest.fixture
def page(rated):
    """The same and its newer version."""
    return upload(rated, "newer.csv", NEWER)


def test_what_was_entered_stays_with_its_invite_and_what_changed_is_shown(page):
    page.session_state[Key.OPENED] = 2
    assert rating(page.run()).value == 2.0
    changes = next(one.value for one in page.dataframe if "It says now" in one.value.columns)
    assert changes.to_numpy().tolist() == [
        ["Alder, Clerk", "Interview date", "2027-01-14 10:00", "2027-01-14 11:00"]
    ]


LATE = b"""Firm name / place,Role,Interview date,Interest (1-5),Prep hours willing
Cedar,Baker,2027-01-20 09:00,3,6
Birch,Cook,2027-01-15 09:00,1,6
Alder,Clerk,2027-01-14 10:00,5,6
"""
"""A newer version, sorted anew, with its companies under a doubtful heading."""


def test_what_was_entered_comes_back_when_the_column_of_companies_is_confirmed_late(rated):
    page = upload(rated, "late.csv", LATE)
    assert companies(page).isdisjoint({"Alder", "Birch"})
    rate(page, 2, 2.5)
    ask_about(page, "Is this Location?").set_value("company").run()
    assert not page.exception
    assert companies(page) == {"Alder", "Birch", "Cedar"}
    for row, entered in ((2, 2.5), (3, 4.0), (4, 2.0)):
        page.session_state[Key.OPENED] = row
        assert rating(page.run()).value == entered


def test_a_row_that_may_be_an_earlier_invite_is_asked_side_by_side_and_never_merged(page):
    table = next(one.value for one in page.dataframe if "In the new sheet" in one.value.columns)
    assert table.loc["Company"].tolist() == ["Birch Ltd", "Birch"]
    assert companies(page) == {"Alder", "Birch Ltd", "Dogwood"}
    page.session_state[Key.OPENED] = 3
    assert rating(page.run()).value == 1.0
    next(one for one in page.button if str(one.key).startswith("same_")).click().run()
    assert not page.exception
    assert rating(page).value == 4.0
    assert companies(page) == {"Alder", "Birch Ltd", "Dogwood"}
    assert not any("In the new sheet" in one.value.columns for one in page.dataframe)


def test_an_invite_that_is_no_longer_in_the_sheet_is_kept_and_greyed(page):
    box = next(one for one in page.selectbox if one.label == "It is")
    box.set_value(SEPARATE).run()
    next(one for one in page.button if str(one.key).startswith("same_")).click().run()
    gone = [one.label for one in page.expander if one.label.startswith("No longer in your sheet")]
    assert gone == ["No longer in your sheet"]
    assert "1 invite, kept" in [one.value for one in page.caption]
    page.file_uploader(key=Key.UPLOAD).clear()
    upload(page, "mine.csv", HEALTHY)
    page.session_state[Key.OPENED] = 3
    assert rating(page.run()).value == 4.0


def add(page, company, **fields):
    page.text_input(key="new_company").set_value(company)
    for name, value in fields.items():
        page.number_input(key=f"new_{name}").set_value(value)
    return press(page, "Add it")


def test_an_empty_sheet_is_filled_by_hand_and_there_on_the_next_visit():
    page = press(open_page(), "Start with an empty sheet")
    assert page.info[0].value == "There is no invite in this sheet yet."
    add(page, "Elm", prep_hours_willing=6.0)
    add(page, "Fir", interest=2.0)
    assert companies(page) == {"Elm", "Fir"}
    assert companies(open_page()) == {"Elm", "Fir"}


def test_an_invite_without_a_company_is_refused_in_a_sentence():
    page = press(open_page(), "Start with an empty sheet")
    add(page, "  ")
    assert says(page, "An invite needs a company; nothing was added.")


def test_an_invite_typed_in_joins_the_sheet_and_takes_numbers_like_any_other():
    page = upload(open_page(), "mine.csv", HEALTHY)
    add(page, "Elm")
    assert companies(page) == {"Alder", "Birch", "Elm"}
    rate(page, 4, 5.0)
    assert rating(page).value == 5.0
    assert "Back to the sheet" in labels(page)


def test_a_deleted_invite_comes_back_with_undo():
    page = upload(open_page(), "mine.csv", HEALTHY)
    page.session_state[Key.OPENED] = 3
    press(page.run(), "Delete this invite")
    assert companies(page) == {"Alder"}
    assert companies(open_page()) == {"Alder"}
    press(page, "Undo")
    assert companies(page) == {"Alder", "Birch"}
