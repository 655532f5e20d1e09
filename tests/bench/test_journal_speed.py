"""A journal of 10,000 edits over 500 invites beside the start-up without one, in one run."""

import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from advisor import read_invites
from advisor.journal import Keeping, Place, SheetRead, open_journal
from advisor.rules.columns import Field
from tests.journal.journals import now
from tests.serve.visiting import visitor
from tests.started import started_page

pytestmark = pytest.mark.bench

ROOT = Path(__file__).parent.parent.parent
INVITES, EDITS = 500, 10_000
ROUNDS = 3
"""Starts of the whole server; the fastest counts."""


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A journal of 500 invites with 10,000 edits, twenty at a time."""
    found = Place(keeping=Keeping.FILE, path=tmp_path_factory.mktemp("bench") / "journal.sqlite3")
    journal = open_journal(found)
    rows = "".join(f"Firm {number},Engineer,3,50000\n" for number in range(INVITES))
    content = f"Company,Role,Interest (1-5),Pay\n{rows}".encode()
    reading = read_invites(content, "mine.csv", today=date(2027, 1, 7))
    sheet = SheetRead(
        content=content,
        name="mine.csv",
        choices=reading.choices.to_json(),
        invites=reading.invites,
    )
    journal.record.upload(now(journal), sheet)
    keys = (Field.INTEREST, Field.PAY, Field.TRAVEL_HOURS, Field.NEW_CONTACTS)
    for start in range(0, EDITS, 20):
        cells = {
            (1 + number % INVITES, keys[number // INVITES % len(keys)]): number % 5 + 1
            for number in range(start, start + 20)
        }
        journal.record.edits(now(journal), cells)
    journal.close()
    return found


START = "import streamlit, advisor, advisor.journal as kept"
RESTORE = """
import sys, pathlib
journal = kept.open_journal(kept.Place(keeping=kept.Keeping.FILE, path=pathlib.Path(sys.argv[1])))
invites = kept.present_invites(journal.state(journal.people.current().id))
assert len(invites) == 500
"""


def seconds(code, *arguments):
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", code, *arguments], cwd=ROOT, check=True)
    return time.perf_counter() - begun


def test_the_start_up_with_a_full_journal_beside_the_start_up_without(place, capsys):
    bare = restored = float("inf")
    for _ in range(5):
        bare = min(bare, seconds(START))
        restored = min(restored, seconds(START + RESTORE, str(place.path)))
    with capsys.disabled():
        print(
            f"\nstart-up {bare:.2f} s, with the journal {restored:.2f} s, {restored / bare:.2f} x"
        )
    assert restored < 1.3 * bare


def seconds_to_the_page(journal: str, shows: str) -> float:
    """From starting the server to the page being drawn for the first visitor."""
    begun = time.perf_counter()
    with started_page(ADVISOR_JOURNAL=journal) as server, visitor(server) as page:
        page.look()
        taken = time.perf_counter() - begun
        assert shows in page.text()
    return taken


def test_the_page_with_a_full_journal_beside_the_page_without(place, capsys):
    bare = restored = float("inf")
    for _ in range(ROUNDS):
        bare = min(bare, seconds_to_the_page("off", "made-up person"))
        restored = min(restored, seconds_to_the_page(str(place.path), "500 rows read"))
    with capsys.disabled():
        print(f"\npage {bare:.2f} s, with the journal {restored:.2f} s, {restored / bare:.2f} x")
    assert restored < 1.3 * bare


def test_one_more_edit_beside_reading_the_whole_history(place, capsys):
    journal = open_journal(place)
    begun = time.perf_counter()
    seen = now(journal)
    whole = time.perf_counter() - begun
    begun = time.perf_counter()
    for number in range(20):
        journal.record.edit(seen, 1 + number, Field.INTEREST, 2)
        seen = now(journal)
    each = (time.perf_counter() - begun) / 20
    with capsys.disabled():
        print(f"\nwhole history {1000 * whole:.0f} ms, one more edit {1000 * each:.1f} ms")
    assert each < whole
