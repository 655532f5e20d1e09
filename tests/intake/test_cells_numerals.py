import pytest

from advisor.intake.cells.cleaning import clean, folded
from advisor.intake.cells.numerals import proven_by, read_numeral

UNMISTAKABLE = [
    ("95000", 95000.0),
    ("95.5", 95.5),
    (".35", 0.35),
    ("0,125", 0.125),
    ("1e-05", 1e-05),
    ("0.30000000000000004", 0.30000000000000004),
    ("95,000.00", 95000.0),
    ("95.000,00", 95000.0),
    ("95 000", 95000.0),
    ("95'000", 95000.0),
    ("1.234.567", 1234567.0),
    ("12,00,000", 1200000.0),
    ("12345.678", 12345.678),
]


@pytest.mark.parametrize(("text", "value"), UNMISTAKABLE)
def test_an_unmistakable_number_has_one_reading(text, value):
    numeral = read_numeral(text, None, groups=True)
    assert (numeral.value, numeral.other) == (value, None)


@pytest.mark.parametrize("text", ["1.2.3", "1,2.3,4", "0x10", "1_000", "inf", "1e400", "12 34", ""])
def test_what_is_no_number_has_no_reading(text):
    assert read_numeral(text, None) is None


def test_three_digits_behind_one_mark_have_two_readings_until_something_proves_one():
    assert read_numeral("95.000", None, groups=True).other == 95.0
    assert read_numeral("95.000", ",").value == 95000.0
    assert read_numeral("95.000", ".").value == 95.0


def test_numbers_that_disagree_prove_no_decimal_mark():
    assert proven_by(["4,5", "95.000"]) == ","
    assert proven_by(["4,5", "4.5"]) is None


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("９５０００", "95000"),
        ("95\u00a0000", "95 000"),
        ("٩٥", "95"),
        ("1½", "1.5"),
        ("5–6", "5-6"),
    ],
)
def test_other_scripts_dashes_and_blanks_are_made_plain(text, plain):
    assert clean(text) == plain


def test_accents_and_case_are_folded_away_but_hangul_stays_whole():
    assert folded("JÄNNER 년") == "janner 년"
