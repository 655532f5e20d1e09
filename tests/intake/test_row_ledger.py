import pytest

from advisor.intake.problems import Level
from advisor.rules.columns import Field
from tests.intake.reading_text import found, read, sheet

HEADINGS = "Company,Role,Interview date,Salary,Prep hours"
ROWS = (
    "Acme,Engineer,2027-01-14,95000,6",
    "Zen,Editor,2027-01-15,88000,4",
    "Nord,Cook,2027-01-16,76000,2",
)


def _aside(*rows):
    reading = read(sheet(HEADINGS, *rows))
    return [(aside.row, aside.code) for aside in reading.set_aside]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (",,,,", "blank"),
        (HEADINGS, "repeated_header"),
        ("COMPANY,role,Interview Date,Salary,Prep hours", "repeated_header"),
        ("Firma,Stelle,Vorstellungsgespräch,Gehalt,Vorbereitung", "repeated_header"),
        ("Firm,Opening,2027-01-17,50000,2", None),
        ("Subtotal,,,183000,10", "total"),
        ("Ø Average:,,,91500,5", None),
        ("Average:,,,91500,5", "total"),
        ("Summe,,,183000,10", "total"),
        ("Total,Analyst,,90000,3", None),
        ("Total,,2027-02-01,90000,3", None),
        ("TotalEnergies,,,90000,3", None),
        ("Phone interviews,,,,", "section"),
        ("---,---,---,---,---", "separator"),
        ("Count,12,,,", "total"),
        ("# not sure about these,,,,", "comment"),
        ("#1 Staffing,Clerk,,,", None),
    ],
)
def test_a_row_among_the_invites_is_told_by_its_look(row, code):
    expected = [] if code is None else [(4, code)]
    assert _aside(*ROWS[:2], row, *ROWS[2:], *ROWS[:1]) == expected


def test_units_below_the_headings_are_no_invite():
    assert _aside("text,text,YYYY-MM-DD,USD,h", *ROWS) == [(2, "units")]


def test_a_line_of_help_below_the_headings_is_no_invite():
    assert _aside("Who,Which job,YYYY-MM-DD,a year,hours", *ROWS) == [(2, "units")]


def test_long_help_below_the_headings_is_no_unit_of_the_cells():
    reading = read(sheet("Company,Salary", "(who),(the pay per month or year)", "Acme,95000"))
    assert list(reading.invites[Field.PAY]) == [95000]


def test_a_short_unit_below_a_heading_is_the_unit_of_its_cells():
    reading = read(sheet("Company,Salary", "text,EUR", "Acme,95000", "Zen,80000"))
    assert list(reading.invites[Field.PAY_CURRENCY]) == ["EUR", "EUR"]


def test_a_signature_below_the_table_is_a_footer():
    assert _aside(*ROWS, ",,,,", "Prepared by:,Dana,,,") == [(5, "blank"), (6, "footer")]


def test_a_remark_below_the_table_is_a_footer():
    assert _aside(*ROWS, ",,,,", "Exported on Monday,,,,") == [(5, "blank"), (6, "footer")]


def test_a_second_table_below_the_first_is_listed_row_by_row():
    below = (",,,,", "Contact,Source,,,", "Dana,LinkedIn,,,", "Kim,Fair,,,")
    assert _aside(*ROWS, *below) == [
        (5, "blank"),
        (6, "second_table"),
        (7, "second_table"),
        (8, "second_table"),
    ]


def test_invites_below_a_blank_row_stay_invites():
    assert _aside(*ROWS, ",,,,", "Late Ltd,Clerk,,,") == [(5, "blank")]


def test_every_row_of_a_sheet_with_one_column_is_an_invite():
    assert list(read(sheet("Company", "Acme", "Zen", "Nord")).invites.index) == [2, 3, 4]


def test_rows_of_one_cell_are_invites_while_few_rows_are_full():
    assert list(read(sheet("Company,Role", "Acme,", "Zen,", "Nord,Cook")).invites.index) == [
        2,
        3,
        4,
    ]


@pytest.mark.parametrize(
    "status",
    [
        "Declined",
        "rejected after phone screen",
        "WITHDRAWN",
        "Offer accepted!",
        "Absage",
        "refusé",
        "rechazada",
        "rifiutato",
        "afgewezen",
        "recusada",
        "已拒绝",
    ],
)
def test_an_invite_whose_status_says_it_is_over_is_set_aside(status):
    reading = read(sheet("Company,Role,Status", "Acme,Engineer,Interview", f"Zen,Editor,{status}"))
    assert [(aside.row, aside.code) for aside in reading.set_aside] == [(3, "over")]


@pytest.mark.parametrize("status", ["Interview", "Applied", "Offer", "Accepted", "Not rejected"])
def test_any_other_status_leaves_the_invite(status):
    reading = read(sheet("Company,Role,Status", f"Zen,Editor,{status}"))
    assert list(reading.invites.index) == [2]


def test_every_row_set_aside_is_a_problem_but_blank_ones():
    reading = read(sheet("My invites", HEADINGS, *ROWS, ",,,,", "Total,,,259000,12"))
    said = {(problem.row, problem.code) for problem in reading.problems if problem.row is not None}
    assert said == {(1, "row_skipped_title"), (7, "row_skipped_total")}


def test_rows_kept_by_their_owner_are_invites_whatever_they_look_like():
    reading = read(sheet(HEADINGS, *ROWS, "Total,,,259000,12"), keep=frozenset({5}))
    assert list(reading.invites.index) == [2, 3, 4, 5]
    assert not found(reading, "row_skipped_total")


SHORT_TOTAL = sheet(HEADINGS, *ROWS, "Total,,259000")


def test_what_is_said_of_a_row_set_aside_waits_for_no_mending():
    (short,) = found(read(SHORT_TOTAL), "row_too_short")
    assert (short.level, short.assumed) == (Level.INFO, "The row is set aside")


def test_what_is_said_of_a_row_taken_back_wants_checking_again():
    (short,) = found(read(SHORT_TOTAL, keep=frozenset({5})), "row_too_short")
    assert short.level is Level.WARNING


def test_a_stage_says_that_an_invite_is_over_where_no_column_is_the_status():
    staged = sheet("Name,Stage", "Acme,Rejected", "Zen,Phone screen", "Nord,Final round")
    assert [(one.row, one.code) for one in read(staged).set_aside] == [(2, "over")]


def test_the_status_speaks_before_the_stage():
    both = sheet("Company,Stage,Status", "Acme,Rejected,Interview", "Zen,Final,Rejected")
    assert [one.row for one in read(both).set_aside] == [3]
