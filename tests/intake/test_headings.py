import pytest

from advisor.intake.headings import (
    contained_fields,
    is_declared,
    known_fields,
    misspelled_fields,
    named_field,
    understand,
)
from advisor.intake.vocabulary import NAMES, Sure, fold
from advisor.rules import synonyms
from advisor.rules.columns import COLUMNS, Field

LEAST_NAMES = 8


@pytest.mark.parametrize("column", COLUMNS.values(), ids=lambda column: column.key)
def test_every_column_is_found_by_its_key_its_label_and_the_heading_of_the_template(column):
    for heading in (column.key.value, column.label, column.heading, column.label.upper()):
        assert named_field(heading) == (column.key, Sure.EXACT)


@pytest.mark.parametrize("table", [synonyms.STRONG, synonyms.WEAK], ids=["strong", "weak"])
def test_a_heading_in_the_tables_means_one_column_only(table):
    for field, headings in table.items():
        for heading in headings:
            meant, _ = NAMES[fold(heading)]
            assert meant is field, f"{heading} means {meant} and {field}"


def test_every_column_has_many_names():
    assert all(len(synonyms.STRONG[field]) >= LEAST_NAMES for field in Field)


def test_an_ordinary_heading_of_others_is_no_name_of_ours():
    ours = frozenset(NAMES)
    for heading in synonyms.ASKED:
        assert fold(heading) not in ours, heading


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Vorstellungsgespräch am", Field.START),
        ("Date de l’entretien", Field.START),
        ("Fecha de entrevista", Field.START),
        ("interviewDate", Field.START),
        ("Interview\nDate/Time", Field.START),
        ("RSVP deadline", Field.REPLY_BY),
        ("répondre avant", Field.REPLY_BY),
        ("💰 Salary", Field.PAY),
        ("Salary in EUR", Field.PAY),
        ("Sueldo (brutto)", Field.PAY),
        ("prep_hours_needed", Field.PREP_HOURS_NEEDED),
        ("2. Prep hours*", Field.PREP_HOURS_NEEDED),
        ("Prep (hours willing)", Field.PREP_HOURS_WILLING),
        ("Interview (h)", Field.INTERVIEW_HOURS),
        ("公司名称", Field.COMPANY),
        ("Interest 1-10", Field.INTEREST),
        ("Remote", Field.LOCATION),
        ("Stage", Field.ROUND),
        ("Current stage", Field.STATUS),
    ],
)
def test_headings_of_real_sheets_name_their_column(heading, field):
    named = named_field(heading)
    assert named is not None
    assert named[0] is field


@pytest.mark.parametrize(
    ("heading", "hints"),
    [
        ("Salary (USD k)", ("USD k",)),
        ("Chance %", ("%",)),
        ("Interest 1-10", ("1-10",)),
        ("interest_1_5", ("1-5",)),
        ("Monthly salary", ("per month",)),
        ("Salary EUR", ("eur",)),
        ("Reply by (D/M/Y)", ("D/M/Y",)),
    ],
)
def test_what_a_heading_says_beside_its_name_is_kept_as_a_hint(heading, hints):
    assert understand(heading).hints == hints


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Comapny", Field.COMPANY),
        ("Rloe", Field.ROLE),
        ("Inteview date", Field.START),
        ("Salery", Field.PAY),
        ("Competitor off", Field.COMPETITOR_OF),
        ("Ntoes", Field.NOTES),
    ],
)
def test_a_slip_of_the_pen_still_points_at_its_column(heading, field):
    assert misspelled_fields(heading) == {field}


@pytest.mark.parametrize(
    "heading",
    "Reply to|Interests|Removed|Month|Months|Monhts|Changes|Charge|Industry|Phone|Email|ID|No"
    "|Day|Size|Team|Benefits|Skills|Company size|Level|Department".split("|"),
)
def test_unrelated_headings_are_nobody_s_misspelling(heading):
    assert named_field(heading) is None
    assert misspelled_fields(heading) == frozenset()


@pytest.mark.parametrize("heading", ["Date", "Deadline", "Due on", "Date applied", "Datum"])
def test_a_bare_day_is_not_the_day_of_the_interview(heading):
    assert named_field(heading) is None


def test_a_heading_of_two_names_may_mean_either():
    assert contained_fields("Company / Role") == (Field.COMPANY, Field.ROLE)


def test_only_our_own_spelling_declares_our_scale():
    spellings = ("interest", "Interest (1-5)", "Interest", "INTEREST")
    assert [is_declared(text) for text in spellings] == [True, True, False, False]


def test_two_names_of_one_column_count_once():
    assert known_fields(["Company", "Employer", "Salary", "Pay", "2027-01-14", ""]) == 2


def test_a_cell_of_many_pages_is_understood_as_quickly_as_a_heading():
    assert understand("(" * 1_000_000).plain == understand("(" * 500).plain
