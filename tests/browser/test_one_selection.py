"""One invite is open everywhere: in the bars, on the map, in the table, in its own panel."""

import re

import pytest

from tests.browser.test_journey import picture_of, settle

pytestmark = pytest.mark.browser

ON_GROUND = """(strips, grounds) => strips.filter((strip) => {
  const top = strip.getBoundingClientRect().top;
  const all = [...strip.ownerSVGElement.querySelectorAll("path")];
  return all.some((one) => grounds.includes(one.getAttribute("fill")) &&
    Math.abs(one.getBoundingClientRect().top - top) < 3);
}).map((strip) => strip.ariaLabel)"""
GROUNDS = ["#EFF4FF", "#1F2530"]
"""What the opened strip stands on, in light and in dark."""

LARGEST = """(points) => {
  const wide = (one) => one.getBoundingClientRect().width;
  const most = Math.max(...points.map(wide));
  return points.filter((one) => wide(one) > most - 1).map((one) => one.ariaLabel);
}"""


def the_map(page):
    """The map, opened and drawn beside the picture."""
    picture_of(page).get_by_text("✓ Accept").first.wait_for()
    settle(page)
    page.get_by_role("radio", name="Map").click(force=True)
    points = page.locator(".st-key-map svg.marks")
    points.get_by_label("Halden Optics").wait_for()
    settle(page)
    points.scroll_into_view_if_needed()
    return points


def open_by_pointing(page, points, company: str) -> None:
    """Move to a point; once it says of which invite it is, click."""
    box = points.get_by_label(company).bounding_box()
    at = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.move(*at, steps=4)
    page.locator("#vg-tooltip-element.visible").filter(has_text=company).wait_for()
    page.mouse.click(*at)


def shown_as_open(page, points, company: str) -> None:
    """Wait until bars, map, table and panel all show this invite, and no other, as the open one."""
    panel = page.get_by_test_id("stText").filter(has_text=re.compile(f"^{company}$"))
    panel.first.wait_for()
    settle(page)
    points.locator("text").get_by_text(company).wait_for()
    selected = page.get_by_test_id("stDataFrame").first.locator("tr[aria-selected=true]")
    selected.filter(has_text=company).wait_for(state="attached")
    strips = picture_of(page).locator("[aria-label*='. ']").evaluate_all(ON_GROUND, GROUNDS)
    places = points.locator(".mark-symbol path").evaluate_all(LARGEST)
    rows = selected.all_text_contents()
    told = [[company in one for one in part] for part in (strips, places, rows)]
    assert told == [[True], [True], [True]], (strips, places, rows)


def test_a_click_on_a_point_of_the_map_opens_the_same_invite_everywhere(visit):
    page = visit.page
    points = the_map(page)
    shown_as_open(page, points, "Halden Optics")
    open_by_pointing(page, points, "Ferrow Freight")
    shown_as_open(page, points, "Ferrow Freight")
    assert visit.errors == []


def test_click_after_click_on_bars_opens_each_invite_everywhere(visit):
    page = visit.page
    points = the_map(page)
    for company in ("Quillon Partners", "Ferrow Freight", "Osprey Metrology"):
        strip = picture_of(page).get_by_label(company)
        strip.evaluate("one => one.scrollIntoView({ block: 'center' })")
        box = strip.bounding_box()
        page.mouse.click(box["x"] + 0.1 * box["width"], box["y"] + 0.6 * box["height"])
        shown_as_open(page, points, company)
    assert visit.errors == []


def test_a_click_beside_every_point_of_the_map_leaves_open_what_was(visit):
    page = visit.page
    points = the_map(page)
    box = points.locator(".mark-line path").first.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    settle(page)
    shown_as_open(page, points, "Halden Optics")
    assert page.get_by_test_id("stException").count() == 0
    assert visit.errors == []
