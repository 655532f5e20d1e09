"""Frames a second while a boundary is dragged over 25 live bars, counted in a real browser."""

from itertools import pairwise
from statistics import mean, median

import pytest

from tests.browser.bar_page import BarPage
from tests.browser.serving import browsing, served

pytestmark = pytest.mark.bench

FEWEST = 30
"""Frames a second that a hand takes for continuous."""

BOUNDARY = 1
"""Between interest and inside knowledge."""

SWINGS = 3
"""The best counts: a busy machine takes frames from any page."""

COUNT = """() => {
  window.frames_at = [];
  const next = (now) => { window.frames_at.push(now); requestAnimationFrame(next); };
  requestAnimationFrame(next);
}"""


def swing(bar, seconds):
    """Moves a held boundary to and fro, once every 8 ms as a fast mouse does."""
    return bar.page.evaluate(
        """async ([boundary, seconds]) => {
          const root = document.querySelector("[data-testid=stBidiComponentIsolated]").shadowRoot;
          const track = root.querySelector(".track");
          const box = root.querySelectorAll(".boundary")[boundary].getBoundingClientRect();
          const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
          track.setPointerCapture = () => {};
          const point = (kind, clientX) => track.dispatchEvent(new PointerEvent(kind, {
            clientX, clientY: y, button: 0, pointerType: "mouse", bubbles: true }));
          point("pointerdown", x);
          window.frames_at.length = 0;
          const start = performance.now();
          while (performance.now() - start < seconds * 1000) {
            const turn = (performance.now() - start) / 300;
            point("pointermove", x + 150 * Math.sin(turn));
            await new Promise((done) => setTimeout(done, 8));
          }
          const frames = [...window.frames_at];
          point("pointerup", x);
          return frames;
        }""",
        [BOUNDARY, seconds],
    )


def slowness(steps):
    return mean(later - earlier for earlier, later in steps)


@pytest.mark.parametrize("width", [1440, 390])
def test_twenty_five_bars_follow_the_hand_at_thirty_frames_a_second(width, capsys):
    with served("tests/browser/bar_app.py") as address, browsing() as browser:
        page = browser.new_page(viewport={"width": width, "height": 900})
        bar = BarPage(page, address, "rows=60")
        page.evaluate(COUNT)
        swing(bar, 0.5)
        page.wait_for_timeout(3000)
        steps = min((list(pairwise(swing(bar, 3.0))) for _ in range(SWINGS)), key=slowness)
        lengths = [later - earlier for earlier, later in steps]
        rate = 1000 / mean(lengths)
        with capsys.disabled():
            print(
                f"\n25 bars at {width} px: {rate:.0f} frames a second, "
                f"median {median(lengths):.1f} ms, worst {max(lengths):.0f} ms"
            )
    assert rate >= FEWEST
