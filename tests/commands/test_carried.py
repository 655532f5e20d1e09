"""A workbook taken along is ranked for the person it carries, with all they entered."""

import io
from datetime import date

import openpyxl
import pytest

from advisor import Profile, read_invites
from advisor.commands.rank import answered
from advisor.rules.columns import Field
from advisor.views.appointments import identifiers
from advisor.views.carried import Carried, Entry, from_line
from advisor.views.letter_wording import Tone
from advisor.views.letters import Manner, invitation, letter
from advisor.views.letters_along import mark_of
from advisor.views.remembered import REMEMBERED, joined
from advisor.views.workbook import Along, workbook
from tests.commands.running import SAMPLE, SAMPLE_PROFILE, SAMPLE_TODAY, run_here, run_json

TODAY = date.fromisoformat(SAMPLE_TODAY)
PERSON = Profile(runway_months=1.5, prep_hours_each=7.0, hours_per_reason=9.0)
RATED, OVERRULED, WROTE = 10, 9, 3
MANNER = Manner(tone=Tone.PLAIN, name="Sam Reed")
EDITED = "Hello Tom,\n\nI will bring my own lens.\n\nBest regards,\nSam Reed"


@pytest.fixture
def book(tmp_path):
    """The sample as a workbook of the page, with a person, a rating, a word and a reply."""
    reading = read_invites(SAMPLE.read_bytes(), SAMPLE.name, today=TODAY)
    answer = answered(reading, PERSON, TODAY)
    uids = identifiers(reading.invites)
    made_from = mark_of(letter(invitation(answer, WROTE), MANNER))
    entries = {
        uids[RATED]: Entry(name="Ferrow", ratings={Field.INTEREST: 5.0}),
        uids[OVERRULED]: Entry(name="Kestrel", decision="decline", reason="an old friend says no"),
        uids[WROTE]: Entry(name="Morrow", letters={made_from: EDITED}),
    }
    carried = Carried(profile=PERSON, entries=entries, manner=MANNER)
    path = tmp_path / "mine.xlsx"
    path.write_bytes(workbook(answer, contacts=True, along=Along(carried=carried)))
    return path


def by_row(record):
    return {one["row"]: one for one in record["invites"]}


def test_a_workbook_of_a_profile_ranks_as_the_sheet_with_that_profile(tmp_path):
    asked = ("--today", SAMPLE_TODAY)
    direct = run_json("rank", SAMPLE, "--profile", SAMPLE_PROFILE, *asked)
    target = tmp_path / "book.xlsx"
    run_here("rank", SAMPLE, "--profile", SAMPLE_PROFILE, *asked, "--output", target)
    again = run_json("rank", target, *asked)
    for part in ("invites", "plan", "profile"):
        assert again[part] == direct[part], part


def test_changed_ratings_and_decisions_of_ones_own_count(book):
    found = by_row(run_json("rank", book, "--today", SAMPLE_TODAY))
    plain = by_row(run_json("rank", SAMPLE, "--today", SAMPLE_TODAY))
    assert found[OVERRULED]["decision"] == "decline"
    assert found[OVERRULED]["verdict"] == "accept"
    assert (plain[RATED]["values"]["interest"], found[RATED]["values"]["interest"]) == (0.05, 1.0)


def test_what_is_used_is_told_on_one_line_of_standard_error(book):
    done = run_here("rank", book, "--today", SAMPLE_TODAY, "--json")
    told = [line for line in done.stderr.splitlines() if "taken along" in line]
    used = "your answers and priorities, 1 changed rating, 1 decision of your own."
    assert told == [f"{book} was taken along from here; used of what it carries: {used}"]
    assert run_here("rank", SAMPLE, "--today", SAMPLE_TODAY).stderr.count("taken along") == 0


def test_a_profile_on_the_command_line_wins_over_the_one_in_the_workbook(book):
    words = ("rank", book, "--today", SAMPLE_TODAY, "--profile", SAMPLE_PROFILE)
    record = run_json(*words)
    assert record["profile"]["runway_months"] == 4
    assert by_row(record)[OVERRULED]["decision"] == "decline"
    assert "--profile wins over the answers in it" in run_here(*words).stderr


def carried_of(path):
    lines = openpyxl.load_workbook(path)[REMEMBERED].iter_rows(values_only=True)
    found = [from_line(line) for line in joined(row[0] for row in lines).splitlines()]
    return next(one for one in found if one is not None)


@pytest.mark.parametrize("contacts", [True, False])
def test_a_workbook_made_of_a_workbook_hands_everything_on(book, tmp_path, contacts):
    target = tmp_path / "again.xlsx"
    words = ["--with-contacts"] if contacts else []
    run_here("rank", book, "--today", SAMPLE_TODAY, "--output", target, *words)
    before, after = carried_of(book), carried_of(target)
    if contacts:
        assert after == before
    else:
        assert after.profile == before.profile
        assert set(after.entries) == set(before.entries)
        told = repr(after)
        assert "my own lens" in told
        assert "Tom" not in told
        assert "Sam Reed" not in told


def test_replies_are_written_as_they_were_edited(book, tmp_path):
    target = tmp_path / "replies.txt"
    run_here("rank", book, "--today", SAMPLE_TODAY, "--output", target, "--with-contacts")
    assert EDITED in target.read_text(encoding="utf-8")


def test_a_workbook_whose_memory_is_damaged_is_ranked_as_a_sheet(book, tmp_path):
    damaged = openpyxl.load_workbook(book)
    for row in damaged[REMEMBERED].iter_rows(min_row=2):
        row[0].value = 'remembered 0 "{\\"carried\\": 7}"'
    content = io.BytesIO()
    damaged.save(content)
    (tmp_path / "damaged.xlsx").write_bytes(content.getvalue())
    record = run_json("rank", tmp_path / "damaged.xlsx", "--today", SAMPLE_TODAY)
    assert record["profile"]["runway_months"] is None
    assert len(record["invites"]) == 14


DOUBTFUL = """\
Firm,Deadline,Interview date,Sweeties
Alder,02/03/2027,05/04/2027,3
Birch,01/03/2027,06/04/2027,2
"""
SAID = ("--map", "Deadline=reply_by", "--map", "Sweeties=travel_hours", "--dates", "mdy")


@pytest.fixture
def told(tmp_path):
    """A doubtful sheet as a workbook, with what was said of its columns and dates."""
    sheet, target = tmp_path / "mine.csv", tmp_path / "told.xlsx"
    sheet.write_text(DOUBTFUL, encoding="utf-8")
    run_here("rank", sheet, "--today", SAMPLE_TODAY, *SAID, "--output", target)
    return target


def columns_and_starts(record):
    """The columns that are used, and the starts as ranked."""
    used = {heading: key for heading, key in record["columns"].items() if key is not None}
    return used, [one["start"] for one in record["invites"]]


def test_what_was_said_of_columns_and_dates_holds_in_the_workbook(told, tmp_path):
    today = ("--today", SAMPLE_TODAY)
    direct = run_json("rank", tmp_path / "mine.csv", *today, *SAID)
    again = run_json("rank", told, *today)
    assert columns_and_starts(again) == columns_and_starts(direct)
    assert "what you said of its columns and cells" in run_here("rank", told, *today).stderr


def test_the_command_line_wins_over_what_the_workbook_remembers(told):
    words = ("--dates", "dmy", "--map", "Sweeties=prep_hours_needed")
    columns, starts = columns_and_starts(run_json("rank", told, "--today", SAMPLE_TODAY, *words))
    assert sorted(starts) == ["2027-04-05", "2027-04-06"]
    assert (columns["Sweeties"], columns["Deadline"]) == ("prep_hours_needed", "reply_by")
