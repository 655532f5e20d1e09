"""A real browser, and a Streamlit script for it to look at, for the length of a test."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.started import started_page

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
HOW_TO_GET = "no browser found: apt-get install chromium, or playwright install chromium"
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


@contextmanager
def served(script: str) -> Iterator[str]:
    """The address at which a script, by its path from the root, answers; nothing is kept."""
    with started_page(script, ADVISOR_JOURNAL="off") as server:
        yield server.origin


@contextmanager
def browsing() -> Iterator[object]:
    """A real browser; without one the test is skipped, but never where CI is set."""
    try:
        from playwright.sync_api import Error, sync_playwright  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        skip_or_fail("playwright is not installed: pip install playwright")
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    with sync_playwright() as drivers:
        try:
            browser = drivers.chromium.launch(executable_path=found, args=list(QUIET))
        except Error:
            skip_or_fail(HOW_TO_GET)
        yield browser
        browser.close()


def skip_or_fail(why: str) -> None:
    """Without a browser there is nothing to test, except where every test must run."""
    if os.environ.get("CI") == "true":
        pytest.fail(why)
    pytest.skip(why)
