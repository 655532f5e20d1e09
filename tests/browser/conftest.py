"""A server as the README starts it, and a real browser that watches what the page does."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
HOW_TO_GET = "no browser found: apt-get install chromium, or playwright install chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
STARTS_WITHIN = 60.0


def found_browser() -> str | None:
    """Where a Chromium is on this machine."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def skip_or_fail(why: str) -> None:
    """Without a browser there is nothing to test, except where every test must run."""
    if os.environ.get("CI") == "true":
        pytest.fail(why)
    pytest.skip(why)


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
    """The address of a page started on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    flags = [f"--server.port={port}", "--server.headless=true", "--server.fileWatcherType=none"]
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", *flags]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as running:
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health")
            yield f"http://127.0.0.1:{port}"
        finally:
            running.terminate()


def wait_for(address: str) -> None:
    """Return as soon as the server answers."""
    end = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < end:
        try:
            with urlopen(address, timeout=1) as answer:
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"the page did not start within {STARTS_WITHIN:.0f} s")


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    """A real browser."""
    try:
        from playwright.sync_api import Error, sync_playwright  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        skip_or_fail("playwright is not installed: pip install playwright")
    with sync_playwright() as drivers:
        try:
            browser = drivers.chromium.launch(executable_path=found_browser(), args=FLAGS)
        except Error:
            skip_or_fail(HOW_TO_GET)
        yield browser
        browser.close()


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
    yield seen
    context.close()
