"""A journal that can be read and not written is copied, whole, and left as it was."""

import pytest

from advisor.journal import JournalError, Keeping, Place, open_or_copy
from advisor.journal.journal import copy_journal
from advisor.rules.columns import Field
from tests.journal.journals import in_file, now, sheet, ticking
from tests.journal.test_opening import (
    VERSIONS,
    older_journal,
    overwrite_the_middle,
    write_something_else,
)

ACME = {"company": "Acme", "role": "Engineer", "interest": 3.0}


def place_of(path):
    return Place(keeping=Keeping.FILE, path=path)


def copied(path):
    return copy_journal(place_of(path), ticking())


@pytest.fixture
def path(tmp_path):
    """A closed journal with two persons, an upload and an edit."""
    found = tmp_path / "journal.sqlite3"
    journal = in_file(found)
    journal.people.new("Ada")
    journal.record.upload(now(journal), sheet(ACME, content=b"Company\nAcme\n"))
    state = now(journal)
    journal.record.edit(state, state.invites[0].id, Field.INTEREST, 5.0)
    journal.close()
    return found


def test_the_copy_holds_everything_and_the_file_is_left_alone(path):
    original = in_file(path)
    expected = original.export_text(names=True)
    original.close()
    before, copy = path.read_bytes(), copied(path)
    assert copy.export_text(names=True) == expected
    assert copy.people.current().name == "Ada"
    assert now(copy).invites[0].value(Field.INTEREST) == 5.0
    assert copy.content(copy.people.current().id, now(copy).upload.digest) == b"Company\nAcme\n"
    assert copy.check().whole
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_what_is_entered_into_the_copy_does_not_reach_the_file(path):
    before, copy = path.read_bytes(), copied(path)
    state = now(copy)
    copy.record.edit(state, state.invites[0].id, Field.INTEREST, 1.0)
    assert now(copy).invites[0].value(Field.INTEREST) == 1.0
    assert not copy.lasting
    assert path.read_bytes() == before


def test_the_copy_says_what_is_the_matter(path):
    (said,) = copied(path).notices
    assert said.startswith(f'The journal "{path}" can be read but not written.')
    assert said.endswith("nothing you enter from now on is kept.")


def test_what_another_program_has_just_written_is_in_the_copy(path):
    other = in_file(path)
    state = now(other)
    other.record.edit(state, state.invites[0].id, Field.INTEREST, 2.0)
    assert now(copied(path)).invites[0].value(Field.INTEREST) == 2.0


@pytest.mark.parametrize("script", sorted(VERSIONS.glob("*.sql")), ids=lambda one: one.stem)
def test_a_file_of_an_older_version_is_brought_up_to_date_in_the_copy_alone(script, tmp_path):
    found = older_journal(script, tmp_path)
    before, copy = found.read_bytes(), copied(found)
    assert copy.check().whole
    assert now(copy).person.name == "Ada"
    assert found.read_bytes() == before


@pytest.mark.parametrize("damage", [write_something_else, overwrite_the_middle])
def test_what_cannot_be_read_either_is_not_copied(damage, path):
    damage(path)
    with pytest.raises(JournalError, match="is damaged"):
        copied(path)


def test_where_there_is_no_file_there_is_no_copy(tmp_path):
    with pytest.raises(JournalError, match="There is no journal"):
        copied(tmp_path / "none.sqlite3")


def unwritable(place):
    raise JournalError("read_only", f"The journal {place} can be read but not written.")


def test_a_journal_that_can_be_written_is_opened_and_not_copied(path):
    opened = open_or_copy(place_of(path))
    assert opened.lasting
    assert opened.notices == ()
    opened.close()


def test_a_journal_that_cannot_be_written_is_copied(path):
    copy = open_or_copy(place_of(path), unwritable)
    assert not copy.lasting
    assert copy.people.current().name == "Ada"


def test_a_journal_that_cannot_be_read_either_is_said_by_what_is_in_it(path):
    overwrite_the_middle(path)
    with pytest.raises(JournalError, match="is damaged"):
        open_or_copy(place_of(path), unwritable)


def test_where_there_is_nothing_to_copy_it_is_said_why_there_can_be_no_journal(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(
        JournalError, match=r"cannot be made \(.+\)\. Nothing you enter will be kept"
    ):
        open_or_copy(place_of(tmp_path / "file" / "journal.sqlite3"))


def test_only_what_cannot_be_written_is_copied(path):
    def busy(place):
        raise JournalError("busy", f"Another program holds the journal {place}.")

    with pytest.raises(JournalError, match="Another program holds"):
        open_or_copy(place_of(path), busy)
