"""The shared copy in a real browser: everything works under its strict policy."""

import json

import pytest

from tests.serve.visiting import shared_copy
from tests.started import ROOT

SAMPLE = ROOT / "data" / "sample_invites.csv"
NOT_MISSED = {
    ("script-src-elem", "inline"),  # the one inline script of Streamlit's page, for search engines
    ("script-src", "wasm-eval"),  # Streamlit asks whether it could; it goes on without
}
"""What the policy stops of Streamlit's own, and nothing else."""

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def served_page(chromium):
    """A page of a shared copy with what its policy stopped and whom it asked."""
    with shared_copy() as copy:
        page = chromium.new_page(viewport={"width": 1440, "height": 900})
        page.set_default_timeout(90_000)
        stopped, errors, asked = set(), [], []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.expose_function("stopped_by_policy", lambda told: stopped.add(tuple(json.loads(told))))
        page.add_init_script(
            "document.addEventListener('securitypolicyviolation', e => stopped_by_policy("
            "JSON.stringify([e.violatedDirective, e.blockedURI])))"
        )
        page.goto(copy.origin)
        page.get_by_role("heading", name="14 invites").wait_for()
        yield page, copy, stopped, errors, asked
        page.close()


def test_the_bar_and_the_picture_work_under_the_policy(served_page):
    page, copy, stopped, errors, asked = served_page
    edge = page.get_by_role("slider", name="Practice against Interest")
    edge.wait_for()
    before = int(edge.get_attribute("aria-valuenow"))
    edge.focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    page.wait_for_function(
        "([edge, now]) => edge.getAttribute('aria-valuenow') == now",
        arg=[edge.element_handle(), str(before + 5)],
    )
    page.locator("canvas, svg.marks").first.wait_for()
    assert not errors
    assert all(url.startswith((copy.origin, "blob:", "data:")) for url in asked)
    assert stopped <= NOT_MISSED


def test_a_sheet_is_read_and_ranked_under_the_policy(served_page):
    page, copy, stopped, errors, asked = served_page
    page.locator("input[type=file]").set_input_files(SAMPLE)
    page.get_by_text("14 rows read, 14 invites, 0 set aside").wait_for()
    page.get_by_test_id("stDataFrame").first.wait_for()
    assert not errors
    assert all(url.startswith((copy.origin, "blob:", "data:")) for url in asked)
    assert stopped <= NOT_MISSED
