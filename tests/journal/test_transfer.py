"""Taking a journal along: out as JSON, back into another one, and the check."""

import json
import sqlite3

import pytest

from advisor.journal import JournalError, Keeping, Place, check_place
from advisor.rules.columns import Field
from advisor.rules.profile import Profile
from tests.journal.journals import in_file, in_memory, now, sheet

ACME = {"company": "Acme", "role": "Engineer", "interest": 3.0}


def filled():
    """A journal of Ada with an upload, an edit, a profile and an act undone."""
    journal = in_memory()
    journal.people.new("Ada")
    journal.record.upload(now(journal), sheet(ACME, content=b"Acme\xff", name="Ada's list.csv"))
    journal.record.edit(now(journal), 1, Field.INTEREST, 5)
    journal.record.profile(now(journal), Profile(runway_months=float("inf")))
    journal.record.invite(now(journal), {Field.COMPANY: "Birch"})
    journal.record.undo(now(journal))
    return journal


def what_stands(state):
    """A state without whose it is and what its versions are numbered."""
    return (state.profile, state.said, state.upload, state.invites, state.pins, state.questions)


def test_what_was_exported_is_the_same_after_import():
    journal, other = filled(), in_memory()
    other.record.profile(now(other), Profile(prep_hours_each=1))
    (person,) = other.import_text(journal.export_text(names=True))
    assert person.name == "Ada"
    imported = other.state(person.id)
    assert what_stands(imported) == what_stands(now(journal))
    assert other.content(person.id, imported.upload.digest) == b"Acme\xff"
    assert (imported.last.kind, imported.undone.kind) == ("profile", "add")
    assert other.check().whole


def test_an_imported_history_goes_on_with_ids_of_its_own():
    other = in_memory()
    (person,) = other.import_text(filled().export_text())
    assert other.record.invite(other.state(person.id), {Field.COMPANY: "Cedar"}) == 3


def test_an_import_never_touches_somebody_who_has_the_same_name():
    journal = filled()
    before = now(journal)
    (person,) = journal.import_text(journal.export_text(names=True))
    assert person.name == "Ada (2)"
    assert journal.state(before.person.id) == before


def test_an_export_says_who_it_is_only_if_asked():
    journal = filled()
    assert "Ada" not in journal.export_text()
    assert "Ada" in journal.export_text(names=True)


def test_an_export_can_be_of_one_person():
    journal = filled()
    bob = journal.people.new("Bob")
    assert len(json.loads(journal.export_text())["persons"]) == 2
    assert len(json.loads(journal.export_text([bob.id]))["persons"]) == 1


def change(text, **changes):
    return json.dumps(json.loads(text) | changes)


def spoil_file(text):
    return text.replace("QWNtZf8=", "QWNtZQ==")


def spoil_edit(text):
    return text.replace('"value": 5.0', '"value": "five"')


NOT_EXPORTS = {
    "no JSON": lambda text: text[:-1],
    "another list": lambda _: "[1, 2]",
    "somebody else's": lambda text: change(text, made_by="others"),
    "persons that are none": lambda text: change(text, persons=[{"entries": 3}]),
    "a file that changed": spoil_file,
    "an edit that no column can hold": spoil_edit,
    "an act that there is not": lambda text: text.replace('"kind": "edit"', '"kind": "dream"'),
    "an undo of nothing": lambda text: text.replace('"of": ', '"of": 1000'),
    "deep nesting": lambda _: "[" * 100_000,
    "a number beyond all bounds": lambda text: text.replace(
        '"invite": 2', '"invite": 1' + "0" * 30
    ),
}


@pytest.mark.parametrize("spoil", NOT_EXPORTS.values(), ids=NOT_EXPORTS)
def test_a_text_that_is_no_export_is_refused_and_nothing_is_imported(spoil):
    journal, text = filled(), filled().export_text(names=True)
    assert spoil(text) != text
    with pytest.raises(JournalError, match="Nothing was imported"):
        journal.import_text(spoil(text))
    assert [one.name for one in journal.people.all()] == ["Ada"]


def test_an_export_from_the_future_is_refused():
    journal = filled()
    with pytest.raises(JournalError, match="exported by a newer version of the advisor"):
        journal.import_text(change(journal.export_text(), schema=99))


def at(path):
    return Place(keeping=Keeping.FILE, path=path)


def test_a_whole_journal_is_found_whole(tmp_path):
    journal = in_file(tmp_path / "journal.sqlite3")
    journal.import_text(filled().export_text())
    assert journal.check().whole
    assert check_place(at(tmp_path / "journal.sqlite3")).whole


SPOILS = {
    "An uploaded file of person 1 is not what it was": "UPDATE upload SET content = x'00'",
    "belongs to nobody": "DELETE FROM person",
    "The history of person 1 cannot be played": (
        "INSERT INTO entry (person, at, kind, subject, body) "
        "VALUES (1, '2027-01-01T00:00:00+00:00', 'dream', '', '{}')"
    ),
    "Its schema is 99; this advisor writes": "PRAGMA user_version = 99",
    "database of another program": "PRAGMA application_id = 7",
}


@pytest.mark.parametrize(("said", "spoil"), SPOILS.items())
def test_the_check_finds_what_sqlite_does_not(said, spoil, tmp_path):
    path = tmp_path / "journal.sqlite3"
    journal = in_file(path)
    journal.import_text(filled().export_text())
    journal.close()
    connection = sqlite3.connect(path)
    connection.execute(spoil)
    connection.commit()
    connection.close()
    assert any(said in one for one in check_place(at(path)).findings)


def test_a_history_that_cannot_be_played_is_said_and_other_persons_go_on(tmp_path):
    path = tmp_path / "journal.sqlite3"
    journal = in_file(path)
    journal.import_text(filled().export_text())
    connection = sqlite3.connect(path)
    connection.execute(SPOILS["The history of person 1 cannot be played"])
    connection.commit()
    connection.close()
    with pytest.raises(JournalError, match="What the journal holds of this person cannot be read"):
        now(journal)
    journal.people.new("Bob")
    assert now(journal).invites == ()


def test_the_check_of_a_damaged_file_says_so_and_leaves_it_where_it_is(tmp_path):
    path = tmp_path / "journal.sqlite3"
    path.write_bytes(b"nothing" * 1000)
    (said,) = check_place(at(path)).findings
    assert "is damaged" in said
    assert path.read_bytes() == b"nothing" * 1000


def test_the_check_of_no_file_says_so_and_makes_none(tmp_path):
    assert "There is no journal" in check_place(at(tmp_path / "none")).findings[0]
    assert list(tmp_path.iterdir()) == []
