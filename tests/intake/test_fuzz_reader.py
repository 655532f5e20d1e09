"""The command that damages sheets by chance: it reads some, and it says what it finds."""

from dataclasses import replace

import pytest

from tests.bench import fuzz_reader

SHEETS, SEED = 12, 7


@pytest.fixture
def hunt(tmp_path):
    """The command on a few sheets: its exit code, and the finds it kept."""

    def hunted() -> tuple[int, list[bytes]]:
        kept = tmp_path / "finds"
        told = ["--sheets", str(SHEETS), "--seed", str(SEED), "--keep", str(kept)]
        return fuzz_reader.main(told), [one.read_bytes() for one in kept.glob("*")]

    return hunted


def crashed(*_, **__):
    raise ZeroDivisionError("planted")


def misled(reading):
    """A reading of which a row is in no ledger."""
    return replace(reading, rows_read=reading.rows_read + 1)


def test_a_few_damaged_sheets_are_read_and_nothing_is_found(hunt, capsys):
    assert hunt() == (0, [])
    assert capsys.readouterr().out == f"seed {SEED}: {SHEETS} sheets read, 0 kinds of finds\n"


def test_the_same_seed_damages_the_same_sheets(hunt, monkeypatch):
    read = []
    monkeypatch.setattr(fuzz_reader, "judge", lambda content, _: read.append(content) or [])
    hunt()
    hunt()
    assert len(set(read)) > 1
    assert read[:SHEETS] == read[SHEETS:]


def test_a_crash_of_the_reader_is_found_told_and_kept(hunt, monkeypatch, capsys):
    monkeypatch.setattr(fuzz_reader, "read_here", crashed)
    code, kept = hunt()
    assert (code, len(kept)) == (1, 1)
    assert "ZeroDivisionError: planted" in capsys.readouterr().out


def test_a_reading_that_cannot_be_true_is_found(hunt, monkeypatch, capsys):
    read = fuzz_reader.read_here
    monkeypatch.setattr(fuzz_reader, "read_here", lambda *a, **k: misled(read(*a, **k)))
    code, kept = hunt()
    assert (code, len(kept)) == (1, 1)
    assert "the ledger does not add up" in capsys.readouterr().out
