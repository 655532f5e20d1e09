"""The page as it is started, where its journal cannot be written: it says so and loses nothing."""

import os
import resource
from functools import partial

import pytest

from advisor.journal import Keeping, Place, check_place, open_journal
from tests.serve.visiting import visitor
from tests.started import like_anybody, started_page

SMALL = b"Company,Role\nAlder,Clerk\n"
LARGE = b"Company,Role,Notes\n" + b"".join(
    b"Birch %d,Cook,%s\n" % (number, os.urandom(500).hex().encode()) for number in range(1_000)
)
"""1 MB that no file system makes smaller."""

BYTES = 500_000
"""The largest file the server may write: as full as a disk can be."""

WORKS_ON = "The page works on, but nothing you enter from now on is kept, until you reload it."


def bounded() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (BYTES, BYTES))


@pytest.fixture
def path(tmp_path):
    """A journal with one small sheet in it."""
    found = tmp_path / "kept" / "journal.sqlite3"
    with started_page(ADVISOR_JOURNAL=str(found)) as server, visitor(server) as page:
        page.look()
        page.give(SMALL, "small.csv")
        assert "small.csv: 1 row read" in page.text()
    return found


def kept(path) -> str:
    """The name of the sheet that stands in the journal, which must be whole."""
    place = Place(keeping=Keeping.FILE, path=path)
    assert check_place(place).findings == ()
    journal = open_journal(place)
    return journal.state(journal.people.current().id).upload.name


def test_a_full_disk_is_said_and_what_was_there_stays(path):
    page_here = partial(started_page, ADVISOR_JOURNAL=str(path))
    with page_here(before=bounded) as server, visitor(server) as page:
        page.look()
        assert "small.csv: 1 row read" in page.text()
        page.give(LARGE, "large.csv")
        assert "most likely because the disk is full" in page.text()
        assert WORKS_ON in page.text()
        assert "large.csv: 1,000 rows read" in page.text()
    assert kept(path) == "small.csv"


@pytest.mark.parametrize(("file", "folder"), [(0o400, 0o500), (0o400, 0o700), (0o600, 0o500)])
def test_what_can_only_be_read_is_shown_and_said_and_stays_as_it_was(path, file, folder):
    before = path.read_bytes()
    path.chmod(file)
    path.parent.chmod(folder)
    try:
        with (
            started_page(ADVISOR_JOURNAL=str(path), before=like_anybody) as server,
            visitor(server) as page,
        ):
            page.look()
            assert "can be read but not written. Make it and its folder writable." in page.text()
            assert "What it holds is shown here, but nothing you enter" in page.text()
            assert "small.csv: 1 row read" in page.text()
            page.give(LARGE, "large.csv")
            assert "large.csv: 1,000 rows read" in page.text()
            assert "This copy keeps nothing; download your workbook." in page.text()
    finally:
        path.parent.chmod(0o700)
        path.chmod(0o600)
    assert path.read_bytes() == before
    assert kept(path) == "small.csv"


def test_a_journal_deleted_while_the_page_runs_is_noticed_and_said(path):
    with started_page(ADVISOR_JOURNAL=str(path)) as server:
        with visitor(server) as page:
            page.look()
            for one in path.parent.iterdir():
                one.unlink()
            page.look()
            assert "was deleted or moved. This page still holds it" in page.text()
            assert WORKS_ON in page.text()
            assert page.text().count("small.csv: 1 row read") > 1
        with visitor(server) as later:
            later.look()
            assert "small.csv" not in later.text()
            later.give(SMALL, "again.csv")
    assert kept(path) == "again.csv"
