"""Make the README's pictures anew: python -m tests.browser.pictures."""

from dataclasses import dataclass
from pathlib import Path

from tests.browser.serving import browsing, served

DATA = Path(__file__).parents[2] / "data"
QUIET = "[data-testid=stToolbar], [data-testid=stHeader] { visibility: hidden; }"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """One picture of the page on its sample.

    scheme  light or dark
    width, height  of the window, in pixels
    bars  whether the bars stand at its top, instead of the title
    """

    name: str
    scheme: str
    width: int
    height: int
    bars: bool


SHOTS = (
    Shot(name="page.png", scheme="light", width=1280, height=850, bars=False),
    Shot(name="page_dark.png", scheme="dark", width=390, height=844, bars=True),
)


def main() -> None:
    """One visit a picture."""
    with served("dashboard.py") as address, browsing() as browser:
        for shot in SHOTS:
            size = {"width": shot.width, "height": shot.height}
            page = browser.new_page(viewport=size, color_scheme=shot.scheme)
            page.set_default_timeout(90_000)
            page.goto(address)
            drawn = page.get_by_test_id("stVegaLiteChart").first
            drawn.get_by_text("✓ Accept").first.wait_for()
            page.locator("[data-test-script-state=notRunning]").wait_for(state="attached")
            page.wait_for_timeout(2000)
            if shot.bars:
                drawn.evaluate("one => one.scrollIntoView()")
            page.screenshot(path=DATA / shot.name, style=QUIET)
            page.close()


if __name__ == "__main__":
    main()
