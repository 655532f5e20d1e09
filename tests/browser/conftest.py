"""A server as the README starts it, and a real browser that watches what the page does."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from tests.browser.serving import browsing, served


@dataclass(slots=True)
class Visit:
    """One page in a browser, with all it complained of and all it asked for."""

    page: object
    origin: str
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def strangers(self) -> list[str]:
        """Requests that left the page's own origin."""
        own = (self.origin, self.origin.replace("http", "ws"), "data:", "blob:")
        return [url for url in self.requests if not url.startswith(own)]


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of the page."""
    with served("dashboard.py") as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    """A real browser."""
    with browsing() as browser:
        yield browser


@pytest.fixture(params=[(1440, "light"), (390, "dark")], ids=["wide and light", "phone and dark"])
def visit(request: pytest.FixtureRequest, chromium, server: str) -> Iterator[Visit]:
    """The page, opened at two widths and in both themes."""
    width, scheme = request.param
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    context.set_default_timeout(90_000)
    page = context.new_page()
    seen = Visit(page=page, origin=server)
    page.on("console", lambda said: said.type == "error" and seen.errors.append(said.text))
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    page.on("request", lambda asked: seen.requests.append(asked.url))
    page.goto(server)
    page.get_by_role("heading", name="Which interviews are worth going to?").wait_for()
    page.get_by_role("heading", name="14 invites").wait_for()
    # What is clicked before the first run has ended may be drawn anew under the hand.
    page.locator("[data-test-script-state=notRunning]").wait_for(state="attached")
    yield seen
    context.close()
