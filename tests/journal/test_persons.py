"""Several persons in one journal: nobody sees another's history, and leaving is for good."""

import os

import pytest

from advisor.journal import JournalError
from advisor.rules.columns import Field
from advisor.rules.profile import Profile
from tests.journal.journals import in_file, in_memory, now, sheet

SECRET = "Zanzibar Quarries"
ACME = {"company": "Acme", "role": "Engineer"}


def test_a_new_journal_has_a_first_person():
    journal = in_memory()
    assert journal.people.current() == journal.people.current()
    assert [one.name for one in journal.people.all()] == ["Me"]


def test_invites_and_profile_belong_to_one_person():
    journal = in_memory()
    ada = journal.people.new("Ada")
    journal.record.upload(now(journal), sheet(ACME, content=b"hers"))
    journal.record.profile(now(journal), Profile(runway_months=1))
    hers = journal.state(ada.id)
    bob = journal.people.new("Bob")
    assert now(journal).person == bob
    assert (now(journal).invites, now(journal).profile) == ((), Profile())
    with pytest.raises(JournalError, match="This file is not in the journal of this person"):
        journal.content(bob.id, hers.upload.digest)
    journal.record.upload(now(journal), sheet(ACME))
    assert journal.state(ada.id) == hers


def test_another_persons_changes_are_no_clash():
    journal = in_memory()
    ada, bob = journal.people.new("Ada"), journal.people.new("Bob")
    seen = journal.state(ada.id)
    journal.record.profile(journal.state(bob.id), Profile(runway_months=1))
    journal.record.profile(seen, Profile(runway_months=2))
    assert journal.state(bob.id).profile.runway_months == 1


def test_the_journal_opens_with_the_person_chosen_last(tmp_path):
    journal = in_file(tmp_path / "journal.sqlite3")
    ada = journal.people.new("Ada")
    journal.people.new("Bob")
    journal.people.switch(ada.id)
    journal.close()
    assert in_file(tmp_path / "journal.sqlite3").people.current() == ada


def test_a_renamed_person_keeps_their_history():
    journal = in_memory()
    journal.record.upload(now(journal), sheet(ACME))
    invites = now(journal).invites
    journal.people.rename(now(journal).person.id, "  Ada   Byron ")
    assert (now(journal).person.name, now(journal).invites) == ("Ada Byron", invites)


@pytest.mark.parametrize(
    ("name", "said"),
    [("", "A person needs a name"), ("   ", "A person needs a name"), ("ADA", 'named "Ada"')],
)
def test_a_name_is_there_and_nobody_elses(name, said):
    journal = in_memory()
    journal.people.new("Ada")
    bob = journal.people.new("Bob")
    with pytest.raises(JournalError, match=said):
        journal.people.new(name)
    with pytest.raises(JournalError, match=said):
        journal.people.rename(bob.id, name)
    assert [one.name for one in journal.people.all()] == ["Ada", "Bob"]


@pytest.mark.parametrize("act", ["switch", "delete"])
def test_somebody_who_is_not_there_is_said_so(act):
    journal = in_memory()
    with pytest.raises(JournalError, match="This person is no longer in the journal"):
        getattr(journal.people, act)(7)


def filled(path):
    """A journal in which the secret stands in every kind of place."""
    journal = in_file(path)
    for name in (SECRET, "Bob"):
        journal.people.new(name)
        company = {Field.COMPANY: f"{SECRET} of {name}"}
        content = f"{SECRET} of {name}".encode() * 500
        journal.record.upload(now(journal), sheet(company, content=content, name=f"{SECRET}.csv"))
        for number in range(50):
            text = f"{SECRET} of {name} {number}"
            journal.record.edit(now(journal), 1, Field.NOTES, text)
    return journal


def traces(folder, text):
    """The files of the folder that hold the text in their bytes."""
    return [one.name for one in folder.iterdir() if text.encode() in one.read_bytes()]


def test_delete_everything_leaves_no_trace_in_the_bytes_and_says_what_it_did(tmp_path):
    path = tmp_path / "journal.sqlite3"
    journal = filled(path)
    assert traces(tmp_path, SECRET)
    deleted = journal.people.delete_everything()
    assert traces(tmp_path, SECRET) == []
    assert deleted.text == (
        "Deleted: persons 2, uploaded sheets 2, entries 102, files set aside 0. "
        "The journal's file was overwritten."
    )
    assert now(journal).invites == ()
    assert path.stat().st_size < 50_000


def test_what_was_only_in_memory_is_not_said_to_be_overwritten():
    journal = in_memory()
    journal.people.new("Ada")
    deleted = journal.people.delete_everything()
    assert deleted.text.endswith(" None of it was in a file.")


def test_delete_everything_takes_the_damaged_files_set_aside_with_it(tmp_path):
    path = tmp_path / "journal.sqlite3"
    filled(path).close()
    os.truncate(path, 10_000)
    journal = in_file(path)
    assert traces(tmp_path, SECRET)
    (gone,) = journal.people.delete_everything().files
    assert gone.endswith("journal.sqlite3.damaged-20270112T090000Z")
    assert traces(tmp_path, SECRET) == []


def test_deleting_one_person_leaves_no_trace_of_them_and_all_of_the_others(tmp_path):
    journal = filled(tmp_path / "journal.sqlite3")
    bob, first = journal.people.all()
    kept = journal.state(bob.id)
    journal.people.delete(first.id)
    assert traces(tmp_path, f"{SECRET} of {SECRET}") == []
    assert journal.people.all() == (bob,)
    assert journal.state(bob.id) == kept


def test_a_window_that_still_reads_is_waited_for_and_said(tmp_path, monkeypatch):
    monkeypatch.setattr("advisor.journal.opening.PATIENCE", 0.05)
    journal = filled(tmp_path / "journal.sqlite3")
    other = in_file(tmp_path / "journal.sqlite3")
    with other.record._store.reading() as connection:
        connection.execute("SELECT * FROM entry").fetchone()
        deleted = journal.people.delete_everything()
    assert deleted.text.endswith("close every other window and delete again.")
    assert journal.people.delete_everything().overwritten
    assert traces(tmp_path, SECRET) == []
