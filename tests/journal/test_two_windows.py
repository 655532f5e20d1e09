"""Two windows on one journal see each other's changes and never overwrite in silence."""

import multiprocessing
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from advisor.journal import ChangedError, JournalError
from advisor.rules.columns import Field
from advisor.rules.profile import Profile
from tests.journal.journals import in_file, in_memory, now, sheet

ACME = {"company": "Acme", "role": "Engineer", "start": "2027-02-01", "interest": 3.0}
CHANGED = "This was changed in another window at 09:\\d\\d UTC, since you read it"


@pytest.fixture
def windows(tmp_path):
    """Two journals on one file with one invite."""
    one, other = (in_file(tmp_path / "journal.sqlite3") for _ in range(2))
    one.record.upload(now(one), sheet(ACME))
    yield one, other
    one.close()
    other.close()


def test_a_window_sees_what_the_other_has_entered(windows):
    one, other = windows
    one.record.edit(now(one), 1, Field.INTEREST, 5)
    assert now(other) == now(one)


def test_the_same_cell_changed_meanwhile_is_not_overwritten(windows):
    one, other = windows
    seen = now(other)
    one.record.edit(now(one), 1, Field.INTEREST, 5)
    with pytest.raises(ChangedError, match=CHANGED):
        other.record.edit(seen, 1, Field.INTEREST, 1)
    assert now(other).invites[0].value(Field.INTEREST) == 5.0


def test_another_cell_changed_meanwhile_is_no_clash(windows):
    one, other = windows
    seen = now(other)
    one.record.edit(now(one), 1, Field.INTEREST, 5)
    other.record.edit(seen, 1, Field.PAY, 100)
    assert set(now(one).invites[0].edits) == {Field.INTEREST, Field.PAY}


def test_a_change_taken_back_meanwhile_clashes_too(windows):
    one, other = windows
    one.record.edit(now(one), 1, Field.INTEREST, 5)
    seen = now(other)
    one.record.undo(now(one))
    with pytest.raises(ChangedError, match=CHANGED):
        other.record.edit(seen, 1, Field.INTEREST, 4)


def test_undo_does_not_take_back_what_the_person_has_not_seen(windows):
    one, other = windows
    seen = now(other)
    one.record.edit(now(one), 1, Field.INTEREST, 5)
    with pytest.raises(ChangedError, match=CHANGED):
        other.record.undo(seen)


def test_another_field_of_the_profile_is_no_clash_and_is_not_set_back(windows):
    one, other = windows
    seen = now(other)
    one.record.profile(now(one), Profile(runway_months=3))
    other.record.profile(seen, Profile(prep_hours_each=2))
    assert now(one).profile == Profile(runway_months=3, prep_hours_each=2)


def test_the_same_field_of_the_profile_clashes(windows):
    one, other = windows
    seen = now(other)
    one.record.profile(now(one), Profile(runway_months=3, prep_hours_each=1))
    with pytest.raises(ChangedError, match=CHANGED):
        other.record.profile(seen, Profile(runway_months=4))


def test_several_fields_at_once_clash_with_one_of_them_changed_meanwhile(windows):
    one, other = windows
    seen = now(other)
    one.record.profile(now(one), Profile(runway_months=3))
    with pytest.raises(ChangedError, match=CHANGED):
        other.record.profile(seen, Profile(runway_months=4, prep_hours_each=1))


def test_two_uploads_at_once_clash(windows):
    one, other = windows
    seen = now(other)
    one.record.upload(now(one), sheet(ACME, ACME))
    with pytest.raises(ChangedError, match=CHANGED):
        other.record.upload(seen, sheet(ACME, ACME, ACME))


def test_two_windows_add_invites_under_ids_of_their_own(windows):
    one, other = windows
    seen = now(other)
    first = one.record.invite(now(one), {Field.COMPANY: "Birch"})
    second = other.record.invite(seen, {Field.COMPANY: "Cedar"})
    assert first != second
    assert [one.value(Field.COMPANY) for one in now(one).invites] == ["Acme", "Birch", "Cedar"]


def test_the_id_of_an_invite_taken_back_is_never_given_out_again():
    journal = in_memory()
    first = journal.record.invite(now(journal), {Field.COMPANY: "Acme"})
    journal.record.undo(now(journal))
    assert journal.record.invite(now(journal), {Field.COMPANY: "Birch"}) != first


def test_an_edit_of_an_invite_taken_back_in_the_other_window_is_refused(windows):
    one, other = windows
    number = one.record.invite(now(one), {Field.COMPANY: "Birch"})
    seen = now(other)
    one.record.undo(now(one))
    with pytest.raises(JournalError, match="taken back or merged in another window"):
        other.record.edit(seen, number, Field.PAY, 100)


def test_a_person_deleted_in_the_other_window_is_said_so(windows):
    one, other = windows
    seen = now(other)
    one.people.delete(seen.person.id)
    with pytest.raises(JournalError, match="This person is no longer in the journal"):
        other.record.edit(seen, 1, Field.PAY, 100)
    with pytest.raises(JournalError, match="This person is no longer in the journal"):
        other.state(seen.person.id)


def test_a_program_that_holds_the_journal_too_long_is_said_so(tmp_path, monkeypatch):
    monkeypatch.setattr("advisor.journal.opening.PATIENCE", 0.05)
    journal = in_file(tmp_path / "journal.sqlite3")
    seen = now(journal)
    holder = sqlite3.connect(tmp_path / "journal.sqlite3", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(JournalError, match="Another program holds the journal"):
        journal.record.profile(seen, Profile(runway_months=3))
    holder.close()
    journal.record.profile(seen, Profile(runway_months=3))
    assert now(journal).profile.runway_months == 3


def add_companies(path, start, names):
    """Open the journal at the same moment as others, and add invites until all are kept."""
    start.wait()
    journal = in_file(path)
    for name in names:
        journal.record.invite(now(journal), {Field.COMPANY: name})
    journal.close()


def test_two_programs_that_begin_a_journal_at_once_keep_everything_of_both(tmp_path):
    processes = multiprocessing.get_context("spawn")
    start, path = processes.Barrier(2), tmp_path / "journal.sqlite3"
    names = [[f"{letter}{number}" for number in range(40)] for letter in "ab"]
    both = [processes.Process(target=add_companies, args=(path, start, mine)) for mine in names]
    for one in both:
        one.start()
    for one in both:
        one.join(60)
    journal = in_file(path)
    assert [one.exitcode for one in both] == [0, 0]
    kept = sorted(str(one.value(Field.COMPANY)) for one in now(journal).invites)
    assert kept == sorted(names[0] + names[1])
    assert journal.check().whole


def test_a_journal_that_another_program_is_beginning_is_waited_for(tmp_path):
    path = tmp_path / "journal.sqlite3"
    reader = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM sqlite_master").fetchall()
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        sqlite3.connect(path, timeout=5.0).execute("PRAGMA journal_mode = WAL")
    leaving = threading.Timer(0.2, reader.close)
    leaving.start()
    assert now(in_file(path)).person.name == "Me"
    leaving.join()


def test_four_windows_that_open_a_new_journal_at_once_all_get_it(tmp_path):
    def visit(path):
        journal = in_file(path)
        name = journal.people.current().name
        journal.close()
        return name

    with ThreadPoolExecutor(4) as windows:
        for number in range(25):
            path = tmp_path / f"{number}" / "journal.sqlite3"
            assert list(windows.map(visit, [path] * 4)) == ["Me"] * 4


def test_many_visitors_of_one_server_share_a_journal_and_lose_nothing(tmp_path):
    journal = in_file(tmp_path / "journal.sqlite3")
    names = [f"{letter}{number}" for letter in "abcdefgh" for number in range(10)]

    def add(name):
        journal.record.invite(now(journal), {Field.COMPANY: name})

    with ThreadPoolExecutor(8) as visitors:
        list(visitors.map(add, names))
    kept = sorted(str(one.value(Field.COMPANY)) for one in now(journal).invites)
    assert kept == sorted(names)
