"""Where the journal is, and when nothing is kept."""

from pathlib import Path

import pytest

from advisor.journal import MEMORY, OFF, Keeping, find_place, keeps, named_place, open_journal
from advisor.rules.profile import Profile
from tests.journal.journals import now


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "127.8.9.10", "localhost", "LOCALHOST", "::1", "[::1]", "::ffff:127.0.0.1"],
)
def test_a_server_that_only_this_computer_reaches_keeps(address):
    assert keeps(address)


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "0.0.0.0",
        "::",
        "192.168.1.20",
        "10.0.0.1",
        "example.org",
        "localhost.example.org",
        "127.0.0.1.nip.io",
        "::ffff:10.0.0.1",
        "2130706433",
        "unix:///run/app.sock",
    ],
)
def test_a_server_that_others_may_reach_keeps_nothing(address):
    assert not keeps(address)
    assert find_place({"ADVISOR_JOURNAL": "/tmp/journal.sqlite3"}, address) == OFF


def test_without_a_word_the_journal_is_in_the_persons_own_folder():
    place = named_place({})
    assert place.keeping is Keeping.FILE
    assert place.path.parts[-2:] == ("interview-advisor", "journal.sqlite3")


@pytest.mark.parametrize(
    ("named", "place"), [("off", OFF), ("OFF", OFF), (":memory:", MEMORY), (" off ", OFF)]
)
def test_the_environment_can_keep_it_in_memory_or_turn_it_off(named, place):
    assert find_place({"ADVISOR_JOURNAL": named}, "127.0.0.1") == place


def test_the_environment_can_name_another_file():
    place = named_place({"ADVISOR_JOURNAL": "~/mine.sqlite3"})
    assert place.path == Path.home() / "mine.sqlite3"


def test_turned_off_each_journal_is_its_own_and_nothing_lasts():
    one, other = open_journal(OFF), open_journal(OFF)
    one.record.profile(now(one), Profile(runway_months=1))
    assert now(other).profile == Profile()
    assert not one.lasting
