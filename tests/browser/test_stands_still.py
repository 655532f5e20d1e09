"""The page stands still: a change moves nothing above it, and nothing collapses on the way."""

import pytest

from tests.browser.test_journey import picture_of, settle

pytestmark = pytest.mark.browser

WATCH = """() => {
  const whole = document.querySelector("[data-testid=stMain]");
  window.heights = [];
  const look = () => { window.heights.push(whole.scrollHeight); requestAnimationFrame(look); };
  look();
}"""
STANDS = """(long) => new Promise((done) => {
  const whole = document.querySelector("[data-testid=stMain]");
  let height, since;
  const look = () => {
    if (whole.scrollHeight !== height) [height, since] = [whole.scrollHeight, performance.now()];
    performance.now() - since > long ? done() : requestAnimationFrame(look);
  };
  look();
})"""
"""Until the page has not grown or shrunk for so many milliseconds."""
LANDMARKS = """() => [...document.querySelectorAll("h1, h2, h3, h4, h5")].map((one) =>
  [one.innerText, Math.round(one.getBoundingClientRect().top)])"""
STILL = ("About you", "What matters to you")
"""What stands above or beside everything that a change of hours can make longer."""


def worth_less(page) -> None:
    hours = page.get_by_role("slider", name="A good reason is worth")
    hours.focus()
    hours.press("ArrowLeft")


def money_lasts_less(page) -> None:
    money = page.get_by_label("Months your money lasts", exact=True)
    money.fill("2.5")
    money.press("Tab")


@pytest.mark.parametrize("change", [worth_less, money_lasts_less])
def test_nothing_above_a_change_moves_and_nothing_collapses_while_it_is_worked_out(visit, change):
    page = visit.page
    picture_of(page).get_by_text("✓ Accept").first.wait_for()
    settle(page)
    page.evaluate(STANDS, 1500)  # the last charts are drawn
    before = dict(page.evaluate(LANDMARKS))
    page.evaluate(WATCH)
    change(page)
    settle(page)
    page.evaluate(STANDS, 1000)
    after, heights = dict(page.evaluate(LANDMARKS)), page.evaluate("window.heights")
    moved = {after[name] - before[name] for name in STILL}
    assert len(moved) == 1, "the window may scroll to what is changed, nothing else"
    assert len(heights) > 10
    ends = (heights[0], heights[-1])
    assert (min(heights), max(heights)) == (min(ends), max(ends))
