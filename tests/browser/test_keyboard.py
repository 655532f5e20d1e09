"""The page without a mouse: everything is reached in order, seen, used and left again."""

import pytest

from tests.browser.test_journey import picture_of, settle
from tests.browser.test_picture import drawn, spoken

pytestmark = pytest.mark.browser

MOST_STEPS = 220
"""More presses of Tab than the page has places to stop at."""

HERE = """() => {
  let one = document.activeElement;
  while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
  if (!one || one === document.body) return null;
  const label = one.labels?.[0]?.innerText || one.getAttribute("aria-label") || one.innerText;
  const box = one.getBoundingClientRect();
  const name = `${one.getAttribute("role") ?? one.tagName} ${label ?? ""}`.trim();
  return { name: name.slice(0, 80), box: [box.left, box.top, box.width, box.height],
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth };
}"""

IN_ORDER = (
    "upload",
    "Start with an empty sheet",
    "Months since your last outside interview",
    "Months your money lasts",
    "Hours you will really prepare for one interview",
    "Rusty",
    "More about you",
    "What if …",
    "slider Practice against Interest",
    "slider New contacts against Other roles",
    "A good reason is worth",
    "Type the points",
    "The numbers behind it",
    "Open an invite",
    "Change it: your answers, your own word",
    "The reply to send",
    "Add an invite",
    "Compare",
    "Workbook",
    "One invite worked through",
    "About: what the numbers mean",
)
"""What a person comes by with Tab alone, from top to bottom."""


def here(page) -> dict | None:
    """What holds the focus, and whether it is inside the window."""
    return page.evaluate(HERE)


def tab_to(page, name: str) -> None:
    """Press Tab until the focus is on what is called so, from wherever it is."""
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        now = here(page)
        if now is not None and name in now["name"]:
            settle(page)
            return
    pytest.fail(f"Tab does not come by {name}")


def press(page, *keys: str) -> None:
    """Press these keys and wait until nothing runs any more."""
    for key in keys:
        page.keyboard.press(key)
    settle(page)


def around(page, box: list[float]) -> bytes:
    """What the window shows in and just around a place."""
    left, top = (max(0, at - 8) for at in box[:2])
    clip = {"x": left, "y": top, "width": box[2] + 16, "height": box[3] + 16}
    shown: bytes = page.screenshot(clip=clip, animations="disabled", caret="hide")
    return shown


def ready(page) -> None:
    picture_of(page).get_by_text("✓ Accept").first.wait_for()
    settle(page)
    page.wait_for_function("document.querySelector('[data-testid=data-grid-canvas]')")


def test_tab_comes_by_everything_in_order_and_is_caught_nowhere(visit):
    page = visit.page
    ready(page)
    seen, outside = [], []
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        now = here(page)
        if now is None:
            break
        seen.append(now["name"])
        if not now["inside"]:
            outside.append(now["name"])
    else:
        pytest.fail(f"caught: {seen[-5:]}")
    assert outside == []
    places = [next((at for at, one in enumerate(seen) if name in one), -1) for name in IN_ORDER]
    assert -1 not in places, [name for name, at in zip(IN_ORDER, places, strict=True) if at < 0]
    assert places == sorted(places)
    assert visit.errors == []


MARKED = (
    "Start with an empty sheet",
    "Months your money lasts",
    "Rusty",
    "What if …",
    "slider Interest against Inside knowledge",
    "A good reason is worth",
    "Open an invite",
    "Add an invite",
    "Compare",
    "Workbook",
)
"""One of each kind of thing the page is made of."""

LET_GO = """() => {
  let one = document.activeElement;
  while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
  one.blur();
}"""


def test_what_holds_the_focus_looks_otherwise_than_without_it(visit):
    page = visit.page
    ready(page)
    for name in MARKED:
        tab_to(page, name)
        page.wait_for_timeout(400)
        box = here(page)["box"]
        held = around(page, box)
        page.evaluate(LET_GO)  # the next Tab goes on from here all the same
        page.wait_for_timeout(400)
        assert around(page, box) != held, name
    assert visit.errors == []


def test_five_right_arrows_on_a_boundary_change_ranks(visit):
    page = visit.page
    ready(page)
    before = [name for name, _ in drawn(page)]
    tab_to(page, "slider Interest against Inside knowledge")
    press(page, *["ArrowRight"] * 5)
    page.locator(".live").wait_for(state="hidden")
    settle(page)
    after = [name for name, _ in drawn(page)]
    assert sorted(after) == sorted(before)
    assert after != before
    assert "slider Interest" in here(page)["name"]


def test_an_invite_is_opened_rated_and_overruled_with_a_reason(visit):
    page = visit.page
    ready(page)
    tab_to(page, "combobox Open an invite")
    for name, role in (("Osprey", "Metrology Engineer · "), ("Ferrow", "Depot Planner · ")):
        page.keyboard.type(name)
        page.get_by_role("option", name=name).wait_for()
        press(page, "Enter")
        page.get_by_test_id("stText").filter(has_text=role).wait_for()
    before = spoken(page)["Ferrow Freight · Depot Planner"]
    tab_to(page, "Change it")
    press(page, "Enter")
    tab_to(page, "INPUT Other openings")
    page.keyboard.type("3")
    press(page, "Enter")
    page.locator(f"[aria-label='{before}']").wait_for(state="detached")
    tab_to(page, "radio as advised")
    press(page, "ArrowRight", "Enter")
    page.get_by_text("You decided this yourself").wait_for()
    tab_to(page, "INPUT Because")
    page.keyboard.type("my old team")
    press(page, "Enter")
    page.get_by_text("Your reason: my old team").wait_for()
    assert visit.errors == []


def test_compare_and_pin_and_a_download_need_no_mouse(visit):
    page = visit.page
    ready(page)
    tab_to(page, "radio Compare")
    press(page, "Enter")
    page.get_by_test_id("stText").filter(has_text="is ahead by").wait_for()
    press(page, "ArrowRight", "Enter")
    tab_to(page, "Name of the present ranking")
    page.keyboard.type("before")
    press(page, "Enter")
    tab_to(page, "Pin it")
    press(page, "Enter")
    page.get_by_test_id("stText").filter(has_text="before").wait_for()
    tab_to(page, "Workbook")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".xlsx")
    tab_to(page, "About: what the numbers mean")
    press(page, "Enter")
    page.get_by_text("The case against").first.wait_for()
    assert visit.errors == []
