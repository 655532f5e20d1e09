"""A person's way through the page in a real browser."""

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

SAMPLE = Path(__file__).parents[2] / "data" / "sample_invites.csv"
HOSTILE = b"""Company,Role,Prep hours willing
"![](http://stranger.example/a.png)",:material/home: [go](http://stranger.example),6
<img src=http://stranger.example/b.png>,<script>fetch('http://stranger.example')</script>,6
"""


def headline(page) -> str:
    return page.get_by_role("heading", name=re.compile(r"^\d+ invites?( ·|$)")).inner_text()


def upload(page, name: str, content: bytes) -> None:
    chosen = {"name": name, "mimeType": "text/csv", "buffer": content}
    page.locator("input[type=file]").set_input_files(chosen)


def picture_of(page):
    return page.get_by_test_id("stVegaLiteChart").first


def settle(page) -> None:
    """Until nothing runs any more."""
    page.wait_for_timeout(300)
    page.locator("[data-test-script-state=notRunning]").wait_for(state="attached")


def test_an_uploaded_sheet_is_ranked_and_follows_a_slider(visit):
    page = visit.page
    upload(page, "my invites.csv", SAMPLE.read_bytes())
    page.get_by_text("my invites.csv: 14 rows read, 14 invites, 0 set aside").wait_for()
    picture_of(page).get_by_text("✓ Accept").first.wait_for()
    settle(page)
    before = headline(page)
    hours = page.get_by_role("slider", name="A good reason is worth")
    hours.focus()
    hours.press("Home")
    page.wait_for_function(
        "before => !document.body.innerText.includes(before)", arg=before, timeout=90_000
    )
    picture_of(page).get_by_text("was Accept").first.wait_for()
    assert visit.errors == []
    assert visit.strangers() == []


def test_a_click_on_a_bar_opens_that_invite(visit):
    page = visit.page
    strip = picture_of(page).get_by_label("Vellum Direct")
    strip.scroll_into_view_if_needed()
    strip.click(position={"x": 200, "y": 20})
    page.get_by_text("Decline: you ruled it out (commission only)").first.wait_for()
    assert visit.errors == []


def test_a_hostile_sheet_asks_nothing_of_a_stranger(visit):
    page = visit.page
    upload(page, "hostile.csv", HOSTILE)
    page.get_by_role("heading", name="2 invites").wait_for()
    settle(page)
    assert page.locator("img[src*=stranger]").count() == 0
    # A reply opens in the mail program with the invite's own words in it; nothing else may link.
    assert page.locator("a[href*=stranger]:not([href^='mailto:'])").count() == 0
    assert visit.strangers() == []


def test_a_file_that_is_no_table_leaves_the_page_as_it_was(visit):
    page = visit.page
    upload(page, "letter.csv", b"%PDF-1.7 \x00 nothing")
    page.get_by_text("This file cannot be used").wait_for()
    settle(page)
    assert headline(page).startswith("14 invites")
    assert visit.errors == []


def test_nothing_stands_wider_than_the_window(visit):
    page = visit.page
    wide, window = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert wide <= window


def test_answers_and_priorities_stand_when_the_first_invite_is_typed_in(visit):
    page = visit.page
    page.get_by_role("button", name="Start with an empty sheet").click()
    page.get_by_text("There is no invite in this sheet yet.").wait_for()
    settle(page)
    page.get_by_role("button", name="Add an invite").click()
    page.get_by_role("textbox", name="Company").fill("Kestrel Maps")
    page.get_by_role("button", name="Add it").click()
    page.get_by_role("heading", name="1 invite").wait_for()
    settle(page)
    assert page.get_by_test_id("stSliderThumbValue").first.inner_text() == "8 h"
    money = page.get_by_label("Months your money lasts", exact=True)
    money.fill("5")
    money.press("Tab")
    settle(page)
    assert page.get_by_test_id("stSliderThumbValue").first.inner_text() == "8 h"
    points = page.get_by_role("slider", name="against").first
    assert points.get_attribute("aria-valuenow") == "17"
    assert visit.errors == []
