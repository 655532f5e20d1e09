"""The page in a real browser forgets nothing: refresh, kill, restart, two browsers at once."""

import os
import random
import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from advisor.journal import Keeping, Place, check_place
from tests.browser.test_journey import SAMPLE, settle, upload
from tests.started import Server, started_page

pytestmark = pytest.mark.browser

ROUNDS = 3
LONGEST = 400
"""Milliseconds between an edit nobody has acknowledged yet and the kill."""


@contextmanager
def page_of(journal, chromium) -> Iterator[tuple[Server, object]]:
    """A server on this journal, and a browser's page of it."""
    with started_page(ADVISOR_JOURNAL=str(journal)) as server:
        yield server, opened(chromium, server.origin)


def opened(chromium, address):
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(90_000)
    page = context.new_page()
    page.goto(address)
    runway(page).wait_for()
    settle(page)
    return page


def runway(page):
    return page.get_by_label("Months your money lasts", exact=True)


def enter(page, number) -> None:
    runway(page).fill(str(number))
    runway(page).press("Tab")


def test_every_acknowledged_edit_is_there_after_the_server_was_killed(chromium, tmp_path):
    journal, chance, last = tmp_path / "journal.sqlite3", random.Random(6), 0
    for number in range(ROUNDS):
        with page_of(journal, chromium) as (server, page):
            if number == 0:
                upload(page, "mine.csv", SAMPLE.read_bytes())
            page.get_by_text("mine.csv: 14 rows read").wait_for()
            settle(page)
            assert float(runway(page).input_value() or 0) in {last, last + 1}
            for value in range(10 * number + 1, 10 * number + 1 + chance.randint(1, 4)):
                enter(page, value)
                settle(page)
                last = value
            enter(page, last + 1)
            page.wait_for_timeout(chance.randint(0, LONGEST))
            os.kill(server.process.pid, signal.SIGKILL)
        place = Place(keeping=Keeping.FILE, path=journal)
        assert check_place(place).findings == ()
    with page_of(journal, chromium) as (_, page):
        page.get_by_text("mine.csv: 14 rows read").wait_for()
        assert float(runway(page).input_value()) in {last, last + 1}


def test_two_browsers_and_a_refresh_show_the_same(chromium, tmp_path):
    with page_of(tmp_path / "journal.sqlite3", chromium) as (_, first):
        second = opened(chromium, first.url)
        enter(first, 3)
        settle(first)
        enter(second, 9)
        second.get_by_text("This was changed in another window at").wait_for()
        settle(second)
        assert runway(second).input_value() == "3"
        enter(second, 9)
        settle(second)
        first.reload()
        runway(first).wait_for()
        settle(first)
        assert runway(first).input_value() == "9"
