"""Kills, full disks, folders that cannot be written: nothing acknowledged is lost."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from advisor.journal import JournalError
from advisor.rules.columns import Field
from tests.journal.journals import in_file, now, sheet

ROOT = Path(__file__).parent.parent.parent
ACME = {"company": "Acme", "role": "Engineer", "notes": "x" * 2000}


def run(*arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_every_acknowledged_edit_survives_200_kills_at_random_moments(tmp_path):
    batches = [run("tests.journal.kill_rounds", tmp_path, 100, seed) for seed in (1, 2)]
    told = [json.loads(batch.communicate(timeout=120)[0]) for batch in batches]
    assert [one["faults"] for one in told] == [[], []]
    assert sum(one["rounds"] for one in told) == 200
    assert sum(one["acknowledged"] for one in told) > 500


FILL = """
import resource, sys
from pathlib import Path
from advisor.journal import JournalError
from advisor.rules.columns import Field
from tests.journal.journals import in_file, now

journal = in_file(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
kept = 0
try:
    while True:
        journal.record.edit(now(journal), 1, Field.NOTES, str(kept) + " " * 3000)
        kept += 1
except JournalError as trouble:
    stands = now(journal).invites[0].value(Field.NOTES).split()[0]
    print(kept, stands, trouble.code, trouble.text, sep="|")
"""


def test_a_full_disk_is_said_and_all_before_it_is_kept(tmp_path):
    path = tmp_path / "journal.sqlite3"
    journal = in_file(path)
    journal.record.upload(now(journal), sheet(ACME))
    journal.close()
    command = [sys.executable, "-c", FILL, str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    kept, stands, code, said = done.stdout.strip().split("|")
    assert code == "disk_full"
    assert "takes no more, most likely because the disk is full. This last change was not" in said
    assert int(kept) > 5
    assert int(stands) == int(kept) - 1
    again = in_file(path)
    assert now(again).invites[0].value(Field.NOTES).split() == [stands]
    assert again.check().whole


VISIT = """
import os, sys
from pathlib import Path
from advisor.journal import JournalError
from tests.journal.journals import in_file

os.chmod(sys.argv[1], 0o555)
if os.getuid() == 0:
    os.setuid(65534)  # nothing is read-only to root
try:
    in_file(Path(sys.argv[1]) / "journal.sqlite3")
except JournalError as trouble:
    print(trouble.text)
"""


@pytest.mark.parametrize(
    ("born", "damaged", "said"),
    [
        (False, False, "cannot be made (Permission denied). Nothing you enter will be kept."),
        (True, False, "can be read but not written. Make it and its folder writable."),
        (True, True, "is damaged and cannot be set aside (Permission denied). Nothing in it was"),
    ],
    ids=["no journal yet", "a whole one", "a damaged one"],
)
def test_a_read_only_folder_is_said(born, damaged, said):
    # Not in tmp_path: its parents are closed to the visitor.
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "journal.sqlite3"
        if born:
            in_file(path).close()
        if damaged:
            path.write_bytes(b"no database at all" * 1000)
        if born:
            path.chmod(0o444)
        command = [sys.executable, "-c", VISIT, folder]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert said in done.stdout


LOOK = """
import os, sys
from pathlib import Path
from advisor.journal import JournalError, Keeping, Place, check_place, open_or_copy

path = Path(sys.argv[1]) / "journal.sqlite3"
place = Place(keeping=Keeping.FILE, path=path)
os.chmod(sys.argv[1], 0o555)
if os.getuid() == 0:
    os.setuid(65534)  # nothing is read-only to root
try:
    open_or_copy(place)
except JournalError as trouble:
    print(trouble.text)
print(*check_place(place).findings)
"""


def test_a_journal_left_open_in_a_read_only_folder_is_said_to_be_whole():
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as other:
        writing = in_file(Path(folder) / "journal.sqlite3")
        for end in ("", "-wal"):
            copied = Path(other) / f"journal.sqlite3{end}"
            copied.write_bytes((Path(folder) / f"journal.sqlite3{end}").read_bytes())
            copied.chmod(0o444)
        writing.close()
        command = [sys.executable, "-c", LOOK, other]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    told, found = done.stdout.splitlines()
    assert told == found
    assert "Nothing in it is lost: make its folder writable, or copy the file and its" in told


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(JournalError, match=r"cannot be made \(.+\)\. Nothing you enter"):
        in_file(tmp_path / "file" / "journal.sqlite3")


def test_a_folder_in_the_place_of_the_file_is_said(tmp_path):
    with pytest.raises(JournalError, match=r"cannot be opened\. Make its folder one that you may"):
        in_file(tmp_path)


def test_a_journal_that_cannot_be_written_is_said(tmp_path, monkeypatch):
    path = tmp_path / "journal.sqlite3"
    in_file(path).close()
    monkeypatch.setattr("advisor.journal.opening.SETTINGS", ("PRAGMA query_only = ON",))
    with pytest.raises(JournalError, match=r"can be read but not written\. Make it"):
        in_file(path)
