"""Everything a person did goes along in the workbook, and a fresh page gives it all back."""

import json
import os
import re
import shutil
import subprocess
from contextlib import contextmanager
from datetime import date, timedelta

import pytest

from advisor.page.sample import WRITTEN
from tests.browser.test_journey import SAMPLE, picture_of, settle, upload
from tests.browser.test_remembers import opened
from tests.started import started_page

pytestmark = pytest.mark.browser

RATED = {"Vellum Direct": "5", "Cobalt Guild": "4", "Ferrow Freight": "2"}
OVERRULED, PAST = "Kestrel & Vane", "Brightwater Calibration"
DAY = r"2027-\d\d-\d\d"
TOLD = ("I began with the weight of the reasons", "=1+1: shorter answers")
BOUNDARIES = 5
COMPARED = ("invites", "plan", "profile")
"""What of the figures a person sees: order, verdicts, hours, plan, their answers."""


@contextmanager
def fresh_page(chromium, journal):
    """A page on a journal of its own."""
    with started_page(ADVISOR_JOURNAL=str(journal)) as server:
        page = opened(chromium, server.origin)
        yield page
        page.context.close()


def open_invite(page, name):
    picture_of(page).get_by_label(name).click(position={"x": 200, "y": 10})
    page.get_by_test_id("stText").filter(has_text=name).first.wait_for()
    settle(page)


def unfold(page, title):
    """Open an expander; what stands in it is there at once."""
    part = page.get_by_test_id("stExpander").filter(has_text=title).first
    if part.locator("details").get_attribute("open") is None:
        part.locator("summary").click()
    return part


def rate(page, name, interest):
    open_invite(page, name)
    field = unfold(page, "Change it: your answers").get_by_label("Interest (1-5)", exact=True)
    field.fill(interest)
    field.press("Tab")
    settle(page)


def overrule(page, name):
    open_invite(page, name)
    part = unfold(page, "Change it: your answers")
    part.get_by_role("radio", name="accept").or_(
        part.get_by_text("accept", exact=True)
    ).first.click()
    settle(page)
    because = part.get_by_label("Because", exact=True)
    because.fill("an old friend works there")
    because.press("Tab")
    settle(page)


def sample_around(today):
    """The sample as a person's own sheet: one interview was yesterday, all others lie ahead."""
    ahead = today + timedelta(days=7) - WRITTEN

    def moved(found):
        return str(date.fromisoformat(found[0]) + ahead)

    lines = SAMPLE.read_text(encoding="utf-8").splitlines()
    past = [re.sub(DAY, str(today - timedelta(days=1)), one) for one in lines if PAST in one]
    rest = [re.sub(DAY, moved, one) for one in lines if PAST not in one]
    return "\n".join([*rest, *past]).encode()


def debrief(page, name):
    open_invite(page, name)
    part = page.get_by_test_id("stExpander").filter(has_text="How did it go?").first
    for label, text in zip(("What went well", "What to improve"), TOLD, strict=True):
        part.get_by_label(label, exact=True).fill(text)
    part.get_by_role("button", name="Keep the notes").click()
    settle(page)


def drag_priorities(page, by):
    handle = page.get_by_role("slider", name="against").nth(1)
    handle.scroll_into_view_if_needed()
    box = handle.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + by, y, steps=5)
    page.mouse.up()
    settle(page)


def priorities(page):
    handles = page.get_by_role("slider", name="against")
    handles.nth(BOUNDARIES - 1).wait_for()
    return [handle.get_attribute("aria-valuenow") for handle in handles.all()]


def taken(page, label, folder):
    """A file the page hands out."""
    with page.expect_download() as coming:
        page.get_by_test_id("stDownloadButton").get_by_role("button", name=label).click()
    target = folder / coming.value.suggested_filename
    coming.value.save_as(target)
    return target


def told(page, folder):
    """All that counts: figures and plan, the bar, the word and the notes as they stand there."""
    figures = json.loads(taken(page, "JSON", folder).read_text(encoding="utf-8"))
    found = {part: figures[part] for part in COMPARED} | {"bar": priorities(page)}
    open_invite(page, OVERRULED)
    found["word"] = page.get_by_text("Your reason: an old friend works there").count()
    open_invite(page, PAST)
    part = unfold(page, "How did it go?")
    labels = ("What went well", "What to improve")
    return found | {label: part.get_by_label(label, exact=True).input_value() for label in labels}


def saved_by_libreoffice(book, folder):
    """The workbook opened, recalculated and saved by another program."""
    program = shutil.which("soffice")
    if program is None:
        why = "no LibreOffice found: apt-get install libreoffice-calc-nogui"
        pytest.fail(why) if os.environ.get("CI") == "true" else pytest.skip(why)
    home = f"-env:UserInstallation=file://{folder}/home"
    folder.mkdir()
    command = [program, home, "--headless", "--convert-to", "xlsx", "--outdir", folder, book]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder / book.name


@pytest.fixture(scope="module")
def worked(chromium, tmp_path_factory):
    """What was told on a page where a person did much, and the workbook of it."""
    folder = tmp_path_factory.mktemp("worked")
    with fresh_page(chromium, folder / "journal.sqlite3") as page:
        upload(page, "mine.csv", sample_around(date.today()))  # noqa: DTZ011 - the page's own day
        page.get_by_text("mine.csv: 14 rows read").wait_for()
        settle(page)
        for name, interest in RATED.items():
            rate(page, name, interest)
        overrule(page, OVERRULED)
        debrief(page, PAST)
        before = priorities(page)
        drag_priorities(page, 37)
        assert priorities(page) != before
        return told(page, folder), taken(page, "Workbook", folder)


@pytest.mark.parametrize("resaved", [False, True], ids=["as taken", "saved by LibreOffice"])
def test_a_fresh_page_gives_back_whatever_was_done(worked, chromium, tmp_path, resaved):
    expected, book = worked
    book = saved_by_libreoffice(book, tmp_path / "saved") if resaved else book
    assert (expected["word"], expected["What to improve"]) == (1, TOLD[1])
    with fresh_page(chromium, tmp_path / "journal.sqlite3") as page:
        page.locator("input[type=file]").set_input_files(book)
        page.get_by_text("invites_ranked.xlsx: 14 rows read, 14 invites").wait_for()
        settle(page)
        found = told(page, tmp_path)
        for part in (*COMPARED, *(set(expected) - set(COMPARED))):
            assert found[part] == expected[part], part
