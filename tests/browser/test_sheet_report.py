"""A person puts a polluted sheet right: answers, keeps a row, mends a cell, takes it back."""

import re

import pytest

pytestmark = pytest.mark.browser

POLLUTED = b"""Company,Position,Deadline,Interview date,Salery,Prep hours willing,First choice?
Alder,Clerk,2027-01-02,03/04/2027,85000,6,
Birch,Cook,2027-01-03,05/04/2027,lots,6,
Cedar,Baker,2027-01-04,06/04/2027,105000,9 h or more,
Total,,,,190000,,
"""
COMMONEST = b"""Company,Position,Date Applied,Status,Notes
Alder,Clerk,2027-01-02,Interview scheduled,nice people
Birch,Cook,2027-01-03,Applied,
Cedar,Baker,2027-01-04,Rejected,
"""


def settle(page) -> None:
    """Until nothing runs any more."""
    page.wait_for_timeout(400)
    page.locator("[data-test-script-state=notRunning]").wait_for(state="attached")


def upload(page, name: str, content: bytes) -> None:
    chosen = {"name": name, "mimeType": "text/csv", "buffer": content}
    page.locator("input[type=file]").set_input_files(chosen)
    page.get_by_text(re.compile(rf"^{re.escape(name)}: \d+ rows? read")).wait_for()
    settle(page)


def headline(page) -> str:
    return page.get_by_role("heading", name=re.compile(r"^\d+ invites?( ·|$)")).inner_text()


def type_over(page, grid, column: int, line: int, text: str) -> None:
    """Type into a cell of a grid, by its column and line; lines count from 1."""
    canvas = grid.locator("canvas").first
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    page.mouse.click(box["x"] + 8, box["y"] + 38 + 36 * (line - 0.5))
    page.wait_for_timeout(300)
    for _ in range(column - 1):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(100)
    page.keyboard.press("Enter")
    typed = page.locator("#portal").locator("input, textarea").first
    typed.fill(text)
    page.wait_for_timeout(300)
    typed.press("Enter")
    settle(page)


def grid_of(page, kind: str):
    """The raw cells ("grid") or the short grid ("ratings")."""
    return page.locator(f"[class*=st-key-{kind}_]")


def undo(page, what: str) -> None:
    page.get_by_role("button", name=re.compile(f"Undo {what}")).click()
    settle(page)


def test_a_polluted_sheet_is_put_right_step_by_step_and_taken_back(visit):
    page = visit.page
    upload(page, "mine.csv", POLLUTED)
    page.get_by_text("rest on readings you have not confirmed").wait_for()
    order = page.get_by_text("Which comes first in the dates of this sheet?")
    order.first.wait_for()
    page.get_by_role("button", name="Confirm", exact=True).first.click()
    page.get_by_role("button", name="Undo the order of dates").wait_for()
    settle(page)
    page.get_by_text("Check the sheet").click()
    page.get_by_text("Row 3, column E (Salery): `lots` has no clear amount").wait_for()
    page.get_by_text("Keep row 5").click()
    page.get_by_text("mine.csv: 4 rows read, 4 invites, 0 set aside").wait_for()
    page.get_by_role("heading", name=re.compile("^4 invites")).wait_for()
    undo(page, "keeping row 5")
    page.get_by_text("mine.csv: 4 rows read, 3 invites, 1 set aside").wait_for()
    assert visit.errors == []
    assert visit.strangers() == []


def test_a_cell_typed_over_is_read_at_once_and_undone_with_one_click(visit):
    page = visit.page
    upload(page, "mine.csv", POLLUTED)
    page.get_by_text("Check the sheet").click()
    said = page.get_by_text("Row 3, column E (Salery): `lots` has no clear amount")
    said.wait_for()
    settle(page)
    type_over(page, grid_of(page, "grid"), 6, 1, "70000")
    said.wait_for(state="detached")
    assert page.get_by_text("of Pay could not be used").count() == 0
    undo(page, "a change of 1 cell")
    said.wait_for()
    assert visit.errors == []


def test_the_commonest_sheet_is_filled_in_and_the_ranking_follows(visit):
    page = visit.page
    upload(page, "tracker.csv", COMMONEST)
    page.get_by_text("What your sheet does not say").wait_for()
    type_over(page, grid_of(page, "ratings"), 3, 1, "5")
    page.get_by_role("button", name="Undo what you filled in").wait_for()
    page.get_by_text("The numbers behind it").click()
    page.get_by_text(re.compile("interest 5 of 5")).first.wait_for(state="attached")
    assert visit.errors == []
