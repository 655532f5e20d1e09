"""What people read in a terminal."""

import pytest

from advisor import Profile
from advisor.rules.columns import Field
from advisor.views.terminal import (
    cut,
    in_columns,
    rank_lines,
    understood_lines,
    visible,
    width,
)
from tests.views.answers import BIRCH, make_answer


def test_the_table_has_a_line_and_a_why_for_each_invite_best_first():
    poor = {Field.COMPANY: "Cedar", Field.TRAVEL_HOURS: 30.0}
    heading, first, why, second, *_ = rank_lines(make_answer(poor, BIRCH))
    assert heading.split()[:4] == ["#", "Row", "Company", "Role"]
    assert first.split()[:3] == ["1", "3", "Birch"]
    assert "✓ Accept" in first
    assert why.strip().startswith("Little is known")
    assert second.split()[:3] == ["2", "2", "Cedar"]


def test_an_invite_without_a_company_is_called_by_its_row():
    lines = rank_lines(make_answer({Field.ROLE: "Engineer"}))
    assert "(unnamed, row 2)" in lines[1]


def test_the_plan_says_what_to_take_and_why_an_accept_does_not_fit():
    clash = BIRCH | {Field.COMPANY: "Cedar", Field.INTEREST: 3.5}
    lines = rank_lines(make_answer(BIRCH, clash, profile=Profile(prep_hours_per_week=20)))
    assert "Take, in this order: Birch (row 2)." in lines
    assert "Left out: Cedar (row 3), it overlaps one you take." in lines


def test_the_plan_says_what_one_more_hour_would_bring():
    later = BIRCH | {Field.COMPANY: "Cedar", Field.START: "2027-01-15 10:00"}
    lines = rank_lines(make_answer(BIRCH, later, profile=Profile(prep_hours_per_week=7.5)))
    (told,) = [line for line in lines if line.startswith("One more hour")]
    assert told.endswith(": Cedar (row 3).")


def test_a_sheet_without_invites_says_how_many_rows_were_read():
    assert rank_lines(make_answer()) == ["1 row read, 0 invites."]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mred", "a\\x1b[31mred"),
        ("two\nlines", "two\\nlines"),
        ("\u202egnp.exe", "\\u202egnp.exe"),
        ("half\ud800", "half\\ud800"),
        ("Café 公司 ✓", "Café 公司 ✓"),
    ],
)
def test_what_a_terminal_would_obey_is_written_out(text, shown):
    assert visible(text) == shown


def test_columns_stand_under_each_other_in_wide_letters_too():
    lines = in_columns([("公司", "1"), ("Acme", "22")], to_the_right=(1,))
    assert lines == ["公司   1", "Acme  22"]


def test_a_long_name_is_cut_to_its_place():
    assert width(cut("公司" * 40)) <= 32
    assert cut("x" * 33) == "x" * 31 + "…"


def test_what_was_understood_names_each_heading_and_shows_the_values():
    answer = make_answer(
        BIRCH | {Field.FIRST_CHOICE: 1.0}, columns={"Firm": Field.COMPANY, "Due on": None}
    )
    lines = understood_lines("a.csv", answer.reading)
    assert lines[0] == "a.csv: 2 rows read, 1 invite."
    assert "  Firm → Company" in lines
    assert "  Due on → (not used)" in lines
    assert lines[-1].split() == "2 Birch Engineer 2027-01-14T10:00:00 2027-01-10 6 4 yes".split()
