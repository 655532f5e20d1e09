"""The picture in the hand: priorities dragged, pressed and typed in a real browser."""

import re

import pytest

from tests.browser.test_journey import picture_of, settle

pytestmark = pytest.mark.browser

NAMES = "all => all.map(one => [one.getBoundingClientRect().top, one.getAttribute('aria-label')])"
HELD = """all => all.map(one => [one.getBoundingClientRect().top, one.dataset.row,
  one.dataset.decision]).sort((one, other) => one[0] - other[0])"""
LETTERS = 8
"""So many letters of a name are drawn even in a narrow picture."""

WORDS = {"Accept": "accept", "Move it": "accept", "Ask first": "ask", "Decline": "decline"}


def drawn(page) -> list[tuple[str, str]]:
    """Name (its first letters) and verdict of every strip of the picture, top to bottom."""
    spoken = picture_of(page).locator("[aria-label*='. ']")
    strips = sorted(spoken.evaluate_all(NAMES))
    verdicts = (re.search("Accept|Move it|Ask first|Decline", text).group() for _, text in strips)
    names = (text[:LETTERS] for _, text in strips)
    return [(name, WORDS[word]) for name, word in zip(names, verdicts, strict=True)]


def held(page) -> list[tuple[str, str]]:
    """The same of the live picture, while a boundary is held."""
    strips = page.locator(".live .strip").evaluate_all(HELD)
    names = page.locator(".live .strip .name")
    named = dict(
        zip(
            names.evaluate_all("all => all.map(one => one.closest('.strip').dataset.row)"),
            names.all_text_contents(),
            strict=True,
        )
    )
    return [(named[row][:LETTERS], {"move": "accept"}.get(now, now)) for _, row, now in strips]


def boundary(page, place: int):
    return page.get_by_role("slider", name="against").nth(place)


def drag(page, place: int, by: float) -> None:
    """Grab a boundary and move it, without letting go."""
    handle = boundary(page, place)
    handle.scroll_into_view_if_needed()
    box = handle.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + by / 2, y, steps=4)
    page.mouse.move(x + by, y, steps=4)
    page.wait_for_timeout(500)


def test_ranks_and_a_verdict_change_while_a_boundary_is_dragged_and_stay_on_release(visit):
    page = visit.page
    picture_of(page).get_by_text("✓ Accept").first.wait_for()
    before = drawn(page)
    drag(page, 2, -90)
    during = held(page)
    assert [name for name, _ in during] != [name for name, _ in before]
    assert dict(during) != dict(before)
    page.mouse.up()
    page.locator(".live").wait_for(state="hidden")
    settle(page)
    assert drawn(page) == during
    assert visit.errors == []


def test_five_presses_of_the_right_arrow_do_the_same(visit):
    page = visit.page
    picture_of(page).get_by_text("✓ Accept").first.wait_for()
    handle = boundary(page, 1)
    handle.focus()
    before = int(handle.get_attribute("aria-valuenow"))
    for _ in range(5):
        handle.press("ArrowRight")
    during = held(page)
    page.locator(".live").wait_for(state="hidden")
    settle(page)
    assert int(handle.get_attribute("aria-valuenow")) == before + 5
    assert drawn(page) == during
    assert visit.errors == []


def test_the_opened_invite_stays_open_when_priorities_change(visit):
    page = visit.page
    strip = picture_of(page).get_by_label("Vellum Direct")
    strip.scroll_into_view_if_needed()
    strip.click(position={"x": 200, "y": 20})
    sentences = page.get_by_test_id("stText")  # the table says the same before it is opened
    why = sentences.filter(has_text="Decline: you ruled it out (commission only)")
    why.wait_for()
    settle(page)
    boundary(page, 0).press("End")
    page.locator(".live").wait_for(state="hidden")
    settle(page)
    why.wait_for()
    assert visit.errors == []


def spoken(page) -> dict[str, str]:
    """What the picture says of each invite, by its name."""
    strips = picture_of(page).locator("[aria-label*='. ']").evaluate_all(NAMES)
    return {text.split(". ")[0]: text for _, text in strips}


def test_a_changed_rating_moves_its_own_bar_and_nothing_else(visit):
    page = visit.page
    strip = picture_of(page).get_by_label("Ferrow Freight")
    strip.scroll_into_view_if_needed()
    strip.click(position={"x": 200, "y": 20})
    page.get_by_text("Change it: your answers, your own word").click()
    settle(page)
    before = spoken(page)
    rating = page.get_by_role("spinbutton", name="Other openings").last
    rating.fill("2")
    rating.press("Enter")
    page.wait_for_function(
        "before => !document.querySelector(`[aria-label='${CSS.escape(before)}']`)",
        arg=before["Ferrow Freight · Depot Planner"],
    )
    settle(page)
    after = spoken(page)
    changed = [name for name in before if before[name] != after[name]]
    assert changed == ["Ferrow Freight · Depot Planner"]
    assert visit.errors == []


STRANGER = "http://stranger.example"
HOSTILE = [
    f"<img src={STRANGER}/a.png onerror=fetch('{STRANGER}')>",
    f"![]({STRANGER}/b.png) [go]({STRANGER})",
    f'=HYPERLINK("{STRANGER}")',
    "long " * 1000,
    "\u202egnorw\u202c way",
    "🦊 :material/home: $x^2$",
]
LOOKS = ("Compare", "Pin this ranking", "Map", "Money and time")


def test_a_hostile_name_is_text_everywhere_and_asks_nothing_of_a_stranger(visit):
    page = visit.page
    cells = (name.replace('"', '""') for name in HOSTILE)
    rows = "".join(f'"{name}",6\r\n' for name in cells)
    content = f"Company,Prep hours willing\r\n{rows}".encode()
    page.locator("input[type=file]").set_input_files(
        {"name": "hostile.csv", "mimeType": "text/csv", "buffer": content}
    )
    page.get_by_role("heading", name="6 invites").wait_for()
    drag(page, 2, -60)
    page.mouse.up()
    settle(page)
    for look in LOOKS:
        page.get_by_role("radio", name=look).or_(
            page.get_by_test_id("stButtonGroup").get_by_text(look, exact=True)
        ).first.click()
        settle(page)
    assert picture_of(page).get_by_text("🦊").first.is_visible()
    assert page.locator("img[src*=stranger]").count() == 0
    assert page.locator("a[href*=stranger]:not([href^='mailto:'])").count() == 0
    assert visit.strangers() == []
    assert visit.errors == []
