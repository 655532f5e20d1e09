"""Opening: files of every version, from the future, damaged, or somebody else's."""

import sqlite3
from pathlib import Path

import pytest

from advisor.journal import JournalError
from advisor.journal.schema import MIGRATIONS, migrate, version_of
from advisor.rules.columns import Field
from tests.journal.journals import in_file, in_memory, now, sheet

VERSIONS = Path(__file__).parent / "versions"
ACME = {"company": "Acme", "role": "Engineer", "interest": 3.0}


@pytest.fixture
def path(tmp_path):
    """A closed journal of this version with one invite."""
    place = tmp_path / "journal.sqlite3"
    journal = in_file(place)
    journal.record.upload(now(journal), sheet(ACME))
    journal.close()
    return place


def older_journal(script, folder):
    """The file that an older version left, made anew from its script."""
    place = folder / "journal.sqlite3"
    older = sqlite3.connect(place)
    older.executescript(script.read_text(encoding="utf-8"))
    older.close()
    return place


def test_there_is_a_file_kept_of_every_version_that_ever_landed():
    kept = sorted(int(one.stem) for one in VERSIONS.glob("*.sql"))
    assert kept == list(range(1, len(MIGRATIONS) + 1))


@pytest.mark.parametrize("script", sorted(VERSIONS.glob("*.sql")), ids=lambda one: one.stem)
def test_a_file_of_an_older_version_opens_with_everything_in_it(script, tmp_path):
    journal = in_file(older_journal(script, tmp_path))
    state = now(journal)
    assert state.person.name == "Ada"
    assert state.profile.runway_months == 3.0
    assert [(one.value(Field.COMPANY), one.value(Field.INTEREST)) for one in state.invites] == [
        ("Acme", 5.0),
        ("Birch", None),
    ]
    assert state.invites[0].override.reason == "A friend"
    assert state.invites[1].debrief.went_well == "Calm"
    assert journal.content(state.person.id, state.upload.digest) == b"Company\nAcme\n"
    assert journal.check().whole


@pytest.mark.parametrize("script", sorted(VERSIONS.glob("*.sql")), ids=lambda one: one.stem)
def test_a_migrated_file_has_the_tables_of_a_new_one(script, tmp_path):
    older = sqlite3.connect(tmp_path / "older.sqlite3")
    older.executescript(script.read_text(encoding="utf-8"))
    migrate(older)
    new = sqlite3.connect(tmp_path / "new.sqlite3")
    migrate(new)
    tables = "SELECT name, sql FROM sqlite_master ORDER BY name"
    assert older.execute(tables).fetchall() == new.execute(tables).fetchall()


def test_a_step_to_the_next_version_keeps_what_is_there(path):
    connection = sqlite3.connect(path, isolation_level=None)
    step = ("ALTER TABLE person ADD COLUMN colour TEXT",)
    assert migrate(connection, [*MIGRATIONS, step]) == (len(MIGRATIONS), len(MIGRATIONS) + 1)
    assert connection.execute("SELECT count(*), max(colour) FROM person").fetchone() == (1, None)


def test_a_step_that_fails_leaves_the_file_as_it_was(path):
    connection = sqlite3.connect(path, isolation_level=None)
    step = ("ALTER TABLE person ADD COLUMN colour TEXT", "INSERT INTO nowhere VALUES (1)")
    with pytest.raises(sqlite3.OperationalError, match="no such table: nowhere"):
        migrate(connection, [*MIGRATIONS, step])
    assert version_of(connection) == len(MIGRATIONS)
    with pytest.raises(sqlite3.OperationalError, match="no such column: colour"):
        connection.execute("SELECT colour FROM person")
    connection.close()
    assert now(in_file(path)).invites[0].value(Field.COMPANY) == "Acme"


def test_a_file_that_is_up_to_date_is_not_migrated_again(path):
    connection = sqlite3.connect(path, isolation_level=None)
    assert migrate(connection) == (len(MIGRATIONS), len(MIGRATIONS))


def test_a_file_from_the_future_is_refused_and_not_a_byte_of_it_changes(path):
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(JournalError, match=r"newer version of the advisor \(schema 99; this one"):
        in_file(path)
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_the_database_of_another_program_is_refused_and_not_touched(tmp_path):
    place = tmp_path / "theirs.sqlite3"
    connection = sqlite3.connect(place)
    connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    before = place.read_bytes()
    with pytest.raises(JournalError, match="is a database of another program"):
        in_file(place)
    assert place.read_bytes() == before


def overwrite_the_head(path):
    path.write_bytes(b"\0" * 100 + path.read_bytes()[100:])


def overwrite_the_middle(path):
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * 8192 + content[12288:])


def cut_off(path):
    path.write_bytes(path.read_bytes()[:5000])


def write_something_else(path):
    path.write_text("not a database at all, but long enough to be looked at " * 100)


@pytest.mark.parametrize(
    "damage", [overwrite_the_head, overwrite_the_middle, cut_off, write_something_else]
)
def test_a_damaged_file_is_set_aside_unchanged_and_the_journal_still_opens(damage, path):
    damage(path)
    before = path.read_bytes()
    journal = in_file(path)
    aside = path.with_name(f"{path.name}.damaged-20270112T090000Z")
    assert aside.read_bytes() == before
    (said,) = journal.notices
    assert said.startswith(f'The journal "{path}" was damaged. It was set aside unchanged as "')
    assert aside.name in said
    journal.record.upload(now(journal), sheet(ACME))
    assert now(journal).invites[0].value(Field.COMPANY) == "Acme"


def test_a_second_damaged_file_does_not_overwrite_the_first(path):
    for _ in range(2):
        write_something_else(path)
        in_file(path).close()
    names = sorted(one.name for one in path.parent.iterdir())
    assert names == [
        "journal.sqlite3",
        "journal.sqlite3.damaged-20270112T090000Z",
        "journal.sqlite3.damaged-20270112T090000Z-2",
    ]


def test_an_empty_file_is_a_new_journal(tmp_path):
    place = tmp_path / "journal.sqlite3"
    place.touch()
    journal = in_file(place)
    assert (journal.notices, now(journal).invites) == ((), ())


def test_a_healthy_journal_opens_without_a_word(path):
    assert in_file(path).notices == ()


def test_the_file_is_readable_by_its_owner_alone(path):
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("setting", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("secure_delete", 1)]
)
def test_every_commit_is_written_through_and_what_is_deleted_is_overwritten(setting, value, path):
    with in_file(path).record._store.alone() as connection:
        assert connection.execute(f"PRAGMA {setting}").fetchone() == (value,)


def test_an_entry_of_the_history_can_not_be_changed():
    journal = in_memory()
    journal.record.upload(now(journal), sheet(ACME))
    with (
        pytest.raises(JournalError, match="the history is append-only"),
        journal.record._store.writing() as connection,
    ):
        connection.execute("UPDATE entry SET body = '{}'")
