"""The priority bar's page as a test sees it: what is held, what is shown, what Python knows."""

from playwright.sync_api import Locator, Page, expect

PATIENCE = 30_000
"""Milliseconds for anything to happen on a busy machine."""


class BarPage:
    """One open page with the bar."""

    def __init__(self, page: Page, address: str, query: str = "") -> None:
        self.page = page
        page.set_default_timeout(PATIENCE)
        page.goto(f"{address}/?{query}")
        self.segments = page.locator(".segment")
        self.handles = page.get_by_role("slider", name="against")
        self.live = page.locator(".live")
        expect(self.segments).to_have_count(6, timeout=PATIENCE)
        expect(page.locator(".st-key-picture svg.marks")).to_be_visible(timeout=PATIENCE)
        expect(page.locator("[data-testid=stText]").last).to_contain_text("weights")

    def said(self, what: str) -> str:
        """What the page's own line under this word says: order, verdicts, releases, weights."""
        lines = self.page.locator("[data-testid=stText]").all_text_contents()
        return next(line for line in lines if line.startswith(f"{what} ")).removeprefix(f"{what} ")

    def wait_for(self, what: str, text: str) -> None:
        line = self.page.locator("[data-testid=stText]").filter(has_text=f"{what} ")
        expect(line).to_contain_text(text, timeout=PATIENCE)

    @property
    def points(self) -> list[int]:
        return [int(text) for text in self.segments.all_text_contents()]

    def weights(self) -> list[float]:
        return [float(text) for text in self.said("weights").split()]

    def strips(self) -> Locator:
        return self.live.locator(".strip")

    def order(self) -> str:
        """Rows of the live picture from top to bottom."""
        places = self.strips().evaluate_all(
            "all => all.map(one => [new DOMMatrix(getComputedStyle(one).transform).f,"
            " one.dataset.row]).sort((one, other) => one[0] - other[0]).map(one => one[1])"
        )
        return " ".join(places)

    def decisions(self) -> list[str]:
        return self.strips().evaluate_all(
            "all => all.map(one => [new DOMMatrix(getComputedStyle(one).transform).f,"
            " one.dataset.decision]).sort((one, other) => one[0] - other[0]).map(one => one[1])"
        )

    def grab(self, boundary: int) -> tuple[float, float]:
        box = self.handles.nth(boundary).bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        return x, y

    def drag(self, boundary: int, by: float) -> None:
        """Grabs a boundary and moves it by so many pixels, without letting go."""
        x, y = self.grab(boundary)
        self.page.mouse.move(x + by / 2, y, steps=4)
        self.page.mouse.move(x + by, y, steps=4)
        self.settle()

    def settle(self) -> None:
        """Until the frame after the last movement is drawn and the strips stand still."""
        self.page.wait_for_timeout(400)

    def press(self, boundary: int, *keys: str) -> None:
        self.handles.nth(boundary).focus()
        for key in keys:
            self.page.keyboard.press(key)
