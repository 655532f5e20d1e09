"""The priority bar in a real browser: dragged, pressed, touched, looked at."""

import re

import pytest
from playwright.sync_api import expect

from advisor.page.priority_bar import script
from advisor.rules.motivations import Motive
from advisor.views.preview import NO_INVITES, for_browser
from tests.browser.bar_page import PATIENCE, BarPage
from tests.browser.serving import served

pytestmark = pytest.mark.browser

WIDE, NARROW = {"width": 1440, "height": 1000}, {"width": 390, "height": 844}

OVERTAKEN = """async ([source, data]) => {
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const { default: call } = await import(url);
  const parentElement = document.body.appendChild(document.createElement("div"));
  const seen = () => parentElement.querySelectorAll(".segment").length;
  const [first, second] = [0, 1].map(() => call({ data, parentElement, setTriggerValue() {} }));
  first();
  const kept = seen();
  parentElement.remove();
  second();
  return [kept, seen()];
}"""
"""What the browser does when an answer comes before the script that was to show the last one."""


@pytest.fixture(scope="module")
def address():
    with served("tests/browser/bar_app.py") as found:
        yield found


@pytest.fixture
def opened(chromium, address):
    """Opens the bar's page; every page must stay free of errors and of requests elsewhere."""
    contexts, faults = [], []

    def open_page(query="", viewport=WIDE, **settings):
        context = chromium.new_context(viewport=viewport, **settings)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: faults.append(request.url) if away(request) else None)
        return BarPage(page, address, query)

    def away(request):
        return not re.match(rf"({address}|data:|blob:)", request.url)

    yield open_page
    for context in contexts:
        context.close()
    assert not faults


def test_ranks_and_a_verdict_change_before_release_and_are_the_same_after(opened):
    bar = opened()
    before = bar.said("order"), bar.said("verdicts").split()
    bar.drag(1, 180)
    held = bar.order(), bar.decisions()
    assert held[0] != before[0]
    assert held[1] != before[1]
    assert bar.said("releases").startswith("0"), "Python hears of it on release only"
    bar.page.mouse.up()
    bar.wait_for("releases", "1 runs 2")
    assert (bar.said("order"), bar.said("verdicts").split()) == held
    assert bar.weights() == bar.points
    expect(bar.live).to_be_hidden(timeout=PATIENCE)


def test_five_presses_of_the_right_arrow_are_five_points_and_one_release(opened):
    bar = opened()
    before = bar.points
    bar.press(1, *["ArrowRight"] * 5)
    held = bar.order()
    bar.wait_for("releases", "1 runs 2")
    assert bar.weights() == [before[0], before[1] + 5, before[2] - 5, *before[3:]]
    assert bar.said("order") == held
    expect(bar.handles.nth(1)).to_be_focused()


@pytest.mark.parametrize(
    ("keys", "given"),
    [
        (["Home"], (0, 34)),
        (["End"], (34, 0)),
        (["Shift+ArrowLeft"], (12, 22)),
        (["End", "ArrowRight"], (34, 0)),
        (["ArrowDown"], (16, 18)),
    ],
)
def test_a_boundary_is_a_slider_between_two_motivations(opened, keys, given):
    bar = opened()
    handle = bar.handles.nth(1)
    expect(handle).to_have_attribute("aria-label", "Interest against Inside knowledge")
    bar.press(1, *keys)
    values = {"min": 0, "now": given[0], "max": 34}
    for name, value in values.items():
        expect(handle).to_have_attribute(f"aria-value{name}", str(value))
    told = f"Interest {given[0]}, Inside knowledge {given[1]} points"
    expect(handle).to_have_attribute("aria-valuetext", told)


def test_a_preset_moves_the_bar_and_the_bar_does_not_answer_back(opened):
    bar = opened()
    bar.page.get_by_role("button", name="broke").click()
    bar.wait_for("weights", "3 3 1 10 3 4")
    expect(bar.segments.nth(3)).to_have_text("42")
    bar.page.wait_for_timeout(1000)
    assert bar.said("releases") == "0 runs 2"
    bar.press(3, "ArrowLeft")
    bar.wait_for("releases", "1 runs 3")
    bar.page.get_by_role("button", name="rusty").click()
    expect(bar.segments.nth(0)).to_have_text("33")


def test_escape_puts_everything_back_and_tells_nobody(opened):
    bar = opened()
    before = bar.points
    bar.drag(0, 120)
    assert bar.points != before
    bar.page.keyboard.press("Escape")
    bar.page.mouse.up()
    assert bar.points == before
    expect(bar.live).to_be_hidden()
    bar.page.wait_for_timeout(500)
    assert bar.said("releases") == "0 runs 1"


def test_a_later_release_is_not_undone_by_the_answer_to_an_earlier_one(opened):
    bar = opened("slow=1")
    bar.drag(0, 100)
    bar.page.mouse.up()
    first = bar.points
    bar.drag(3, -100)
    bar.page.mouse.up()
    last = bar.points
    assert last != first
    for _ in range(20):
        bar.page.wait_for_timeout(150)
        assert bar.points == last
    bar.wait_for("weights", " ".join(map(str, last)))


def test_of_two_boundaries_in_one_place_the_one_moves_that_can(opened):
    bar = opened()
    bar.press(1, "Home")
    bar.wait_for("releases", "1 runs")
    expect(bar.live).to_be_hidden(timeout=PATIENCE)
    bar.drag(0, 120)
    assert bar.points[0] == 17
    assert bar.points[1] > 0
    bar.page.mouse.up()


def test_names_of_any_kind_are_shown_as_text(opened):
    bar = opened()
    bar.drag(1, 60)
    shown = bar.live.locator(".name").all_text_contents()
    assert any(name.startswith("<img src=x onerror=") for name in shown)
    assert any(name.startswith("=HYPERLINK(1)") for name in shown)
    assert any(name.startswith("WWWW") and "…" in name for name in shown)
    assert bar.live.locator("img").count() == 0
    assert bar.page.title() != "stolen"
    bar.page.mouse.up()


def places(bar):
    return bar.page.evaluate(
        "() => [...document.querySelectorAll('[data-testid=stElementContainer]')]"
        ".map(one => one.getBoundingClientRect()).map(({x, y, width}) => [x, y, width].join())"
    )


def test_nothing_jumps_when_the_live_picture_comes_and_it_lies_on_the_chart(opened):
    bar = opened()
    before = places(bar)
    names = "[...document.querySelectorAll('.st-key-picture text')]"
    first = f"{names}.find(one => one.textContent.includes('Acme')).getBoundingClientRect()"
    chart = bar.page.evaluate(f"() => {{ const {{x, y}} = {first}; return [x, y] }}")
    bar.drag(1, 30)
    assert places(bar) == before
    box = bar.live.locator(".name").filter(has_text="Acme").bounding_box()
    assert [box["x"], box["y"]] == pytest.approx(chart, abs=1)
    bar.page.mouse.up()


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_where_the_chart_cannot_be_seen_the_picture_opens_at_the_bar(opened, viewport):
    bar = opened("far=1", viewport)
    bar.drag(1, 30)
    box, track = bar.live.bounding_box(), bar.page.locator(".track").bounding_box()
    assert 0 <= box["y"] - (track["y"] + track["height"]) < 120
    assert box["y"] + box["height"] <= viewport["height"]
    assert bar.strips().first.is_visible()
    bar.page.mouse.up()


def test_a_finger_can_drag_a_boundary_and_there_is_enough_to_hold(opened):
    bar = opened(viewport=NARROW, has_touch=True)
    box = bar.handles.nth(2).bounding_box()
    assert box["width"] >= 24
    assert box["height"] >= 44
    x, y = box["x"] + 2, box["y"] + box["height"] / 2
    touch = bar.page.context.new_cdp_session(bar.page)

    def finger(kind, *points):
        sent = {"type": kind, "touchPoints": [{"x": at, "y": y} for at in points]}
        touch.send("Input.dispatchTouchEvent", sent)

    finger("touchStart", x)
    for step in range(1, 9):
        finger("touchMove", x + 4 * step)
        bar.page.wait_for_timeout(30)
    expect(bar.page.locator(".bubble")).to_contain_text("Inside knowledge 2")
    finger("touchEnd")
    bar.wait_for("releases", "1 runs 2")
    assert bar.weights() == bar.points


STRICT = """
const policy = document.createElement("meta");
policy.httpEquiv = "Content-Security-Policy";
policy.content = "script-src 'self' blob:; object-src 'none'; connect-src 'self' ws:";
const watch = new MutationObserver(() => {
  if (!document.head) return;
  watch.disconnect();
  document.head.prepend(policy);
});
watch.observe(document, { childList: true, subtree: true });
"""


INLINE = """() => {
  const script = document.createElement("script");
  script.textContent = "document.title = 'inline'";
  document.body.append(script);
}"""


def test_the_bar_works_under_a_strict_content_security_policy(chromium, address):
    context = chromium.new_context(viewport=WIDE)
    context.add_init_script(STRICT)
    page = context.new_page()
    bar = BarPage(page, address)
    page.evaluate(INLINE)
    assert page.title() != "inline", "the policy must be in force"
    bar.press(0, "ArrowRight")
    bar.wait_for("releases", "1 runs 2")
    context.close()


def test_what_changed_is_told_to_a_screen_reader(opened):
    bar = opened()
    bar.drag(1, 180)
    bar.page.mouse.up()
    said = bar.page.get_by_role("status").filter(has_text="was Decline")
    expect(said).to_contain_text("Ask first, was Decline.")


def test_an_answer_overtaken_while_the_script_loads_takes_the_bar_of_the_next_not_away(opened):
    data = {"weights": [1] * len(Motive), "answered": 0, "picture": None}
    data["preview"] = for_browser(NO_INVITES)
    page = opened().page
    assert page.evaluate(OVERTAKEN, [script(), data]) == [len(Motive), 0]
