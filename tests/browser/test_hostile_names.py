"""A hostile company name is text in every tooltip, letter and file the page hands out."""

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

from tests.browser.test_journey import picture_of, settle, upload
from tests.browser.test_picture import HOSTILE, LETTERS

pytestmark = pytest.mark.browser

BEGINNINGS = [name.strip()[:LETTERS] for name in HOSTILE]
TOOLTIP = "#vg-tooltip-element"


@pytest.fixture
def hostile(visit):
    """The page on a sheet of hostile names, each to be answered by tomorrow."""
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(["Company", "Interview date", "Prep hours willing", "Interest (1-5)"])
    writer.writerows([name, "2027-01-14 10:00", 6, 4] for name in HOSTILE)
    upload(visit.page, "hostile.csv", lines.getvalue().encode())
    visit.page.get_by_role("heading", name=f"{len(HOSTILE)} invites").wait_for()
    picture_of(visit.page).locator("[aria-label*='HYPERLINK']").first.wait_for(state="attached")
    settle(visit.page)
    return visit


def strips(page):
    return picture_of(page).locator("[aria-label*='. ']")


def downloaded(page, label: str) -> Path:
    with page.expect_download() as waiting:
        page.get_by_test_id("stDownloadButton").get_by_role("button", name=label).first.click()
    return Path(waiting.value.path())


def test_the_tooltip_of_every_bar_holds_the_name_as_text(hostile):
    page, told = hostile.page, []
    for place in range(len(HOSTILE)):
        strip = strips(page).nth(place)
        strip.scroll_into_view_if_needed()
        strip.hover(position={"x": 150, "y": 10})
        page.locator(TOOLTIP).get_by_text("Why", exact=True).wait_for()
        page.wait_for_timeout(200)
        told.append(page.locator(f"{TOOLTIP} .value").first.inner_text().strip()[:LETTERS])
        assert page.locator(f"{TOOLTIP} :is(img, a, script)").count() == 0
    assert sorted(told) == sorted(BEGINNINGS)
    assert hostile.strangers() == []
    assert hostile.errors == []


def test_the_letter_to_every_hostile_name_is_text(hostile):
    page = hostile.page
    for place in range(len(HOSTILE)):
        strip = strips(page).nth(place)
        strip.scroll_into_view_if_needed()
        name = strip.get_attribute("aria-label").split(". ")[0].strip()[:LETTERS]
        strip.click(position={"x": 150, "y": 10})
        page.wait_for_function(
            "name => [...document.querySelectorAll('textarea')].some((one) => "
            "one.value.includes(name))",
            arg=name,
        )
    assert page.locator("a[href*=stranger]:not([href^='mailto:'])").count() == 0
    assert hostile.strangers() == []
    assert hostile.errors == []


def test_no_file_of_hostile_names_holds_a_formula_or_a_link(hostile):
    page = hostile.page
    book = openpyxl.load_workbook(io.BytesIO(downloaded(page, "Workbook").read_bytes()))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
    rows = csv.reader(downloaded(page, "CSV").read_text(encoding="utf-8-sig").splitlines())
    assert [cell for row in rows for cell in row if cell.lstrip().startswith("=")] == []
    found = json.loads(downloaded(page, "JSON").read_bytes())
    assert sorted(one["company"] for one in found["invites"]) == sorted(n.strip() for n in HOSTILE)
    letters = downloaded(page, "All replies").read_text(encoding="utf-8")
    assert [name for name in BEGINNINGS if name not in letters] == []
    assert hostile.strangers() == []
