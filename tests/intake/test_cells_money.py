import pytest

from advisor.rules.columns import Field
from tests.intake.cell_columns import codes, read

ONE_CELL = [
    ("95000", 95000.0, []),
    ("95.000,00 €", 95000.0, []),
    ("CHF 95'000.-", 95000.0, []),
    ("95 000,50", 95000.5, []),
    ("₹12,00,000", 1200000.0, []),
    ("k€ 95", 95000.0, []),
    ("95 Tsd.", 95000.0, []),
    ("1,2 Mio", 1200000.0, []),
    ("12 LPA", 1200000.0, []),
    ("95万", 950000.0, []),
    ("95,000", 95000.0, ["number_separator_assumed"]),
    ("95.000", 95000.0, ["number_separator_assumed"]),
    ("$85k–95k", 90000.0, ["money_range_midpoint"]),
    ("85–95k", 90000.0, ["money_range_midpoint"]),
    ("from 85k to 95k", 90000.0, ["money_range_midpoint"]),
    ("85.500,00 bis 95.500,00 €", 90500.0, ["money_range_midpoint"]),
    ("between 85k and 95k", 90000.0, ["money_range_midpoint"]),
    ("85-95k€", 90000.0, ["money_range_midpoint"]),
    ("$45/hr - $55/hr", 104000.0, ["money_range_midpoint", "money_period_converted"]),
    ("9.5E+04", 95000.0, []),
    ("Rs. 12,00,000/-", 1200000.0, []),
    ("90/95k", 90000.0, ["money_multiple"]),
    ("8'500 CHF / Mt.", 102000.0, ["money_period_converted"]),
    ("~95k", 95000.0, ["money_qualified"]),
    ("up to 95k", 95000.0, ["money_qualified"]),
    ("95k + 10% bonus", 95000.0, ["money_qualified"]),
    ("140k base / 180k OTE", 140000.0, ["money_multiple", "money_qualified"]),
    ("OTE 180k (base 140k)", 140000.0, ["money_multiple", "money_qualified"]),
    ("$50/hr", 104000.0, ["money_period_converted"]),
    ("£400 per day", 104000.0, ["money_period_converted"]),
    ("4500 € / Monat", 54000.0, ["money_period_converted"]),
    ("4500 € brutto im Monat", 54000.0, ["money_period_converted"]),
    ("2300 € mensuales", 27600.0, ["money_period_converted"]),
    ("25 € die Stunde", 52000.0, ["money_period_converted"]),
    ("54000 € im Jahr", 54000.0, []),
    ("4500", 4500.0, ["money_period_assumed"]),
    ("4500 per year", 4500.0, []),
    ("Band 6 £37338 - £44962", 41150.0, ["money_range_midpoint", "money_qualified"]),
    ("Grade 7 (£45k)", 45000.0, ["money_qualified"]),
    ("14 pays of 3,500.00", 3500.0, ["money_multiple", "money_qualified", "money_period_assumed"]),
    ("95", 95.0, ["money_implausible"]),
    ("20,000,000", 20000000.0, ["money_implausible"]),
    ("competitive", None, ["money_unreadable"]),
    ("Grade 7", None, ["money_unreadable"]),
    ("2027-01-14", None, ["money_unreadable"]),
    ("+44 20 7946 0000", None, ["money_unreadable"]),
    ("13 x 5000", None, ["money_unreadable"]),
    ("5000 € × 13", None, ["money_unreadable"]),
    ("0x10", None, ["money_unreadable"]),
    ("1_000", None, ["money_unreadable"]),
    ("inf", None, ["money_unreadable"]),
    ("1e400", None, ["money_unreadable"]),
    ("95000²", 95000.0, ["money_multiple", "money_qualified"]),
    ("-95000", None, ["money_negative"]),
    ("(95,000)", None, ["money_negative"]),
    ("n/a", None, []),
    ("tbd", None, ["placeholder"]),
]


@pytest.mark.parametrize(("text", "value", "said"), ONE_CELL)
def test_pay_is_read_per_year_and_every_doubt_is_said(text, value, said):
    found = read(Field.PAY, [text])
    assert (found.values, codes(found, 2)) == ([value], said)


HEADINGS = [
    ("Salary (USD k)", ("USD k",), "95", 95000.0, "USD"),
    ("Salary (per month)", ("per month",), "5000", 60000.0, None),
    ("Monthly salary", (), "5000", 60000.0, None),
    ("Rate (€/h)", ("€/h",), "50", 104000.0, "EUR"),
    ("CTC (LPA)", ("LPA",), "12", 1200000.0, None),
]


@pytest.mark.parametrize(("heading", "hints", "text", "value", "currency"), HEADINGS)
def test_a_heading_gives_bare_amounts_their_unit(heading, hints, text, value, currency):
    found = read(Field.PAY, [text], heading=heading, hints=hints)
    assert (found.values, found.currencies) == ([value], [currency])


def test_a_full_salary_under_a_heading_in_thousands_is_not_multiplied_in_silence():
    found = read(Field.PAY, ["95", "95000"], heading="Salary (k)", hints=("k",))
    assert (found.values, codes(found, 3)) == ([95000.0, 95000.0], ["money_thousands_assumed"])


def test_a_small_bare_range_among_full_salaries_counts_thousands():
    found = read(Field.PAY, ["95000", "85-95"])
    assert found.values == [95000.0, 90000.0]
    assert "money_thousands_assumed" in codes(found, 3)


@pytest.mark.parametrize(
    ("decimal_comma", "said"),
    [(False, []), (True, ["number_separator_assumed"]), (None, ["number_separator_assumed"])],
)
def test_a_comma_before_three_digits_is_silent_where_the_file_uses_a_point(decimal_comma, said):
    found = read(Field.PAY, ["95,000"], decimal_comma=decimal_comma)
    assert (found.values, codes(found, 2)) == ([95000.0], said)


def test_another_cell_of_the_column_settles_the_decimal_mark():
    found = read(Field.PAY, ["95,000", "88,000.50"])
    assert (found.values, codes(found, 2)) == ([95000.0, 88000.5], [])


def test_several_currencies_are_named_and_none_is_converted():
    found = read(Field.PAY, ["€95k", "£80k", "90000"])
    assert found.values == [95000.0, 80000.0, 90000.0]
    assert found.currencies == ["EUR", "GBP", None]
    assert codes(found) == ["money_mixed_currency"]


def test_a_shared_sign_is_the_columns_own_currency_where_it_names_one():
    found = read(Field.PAY, ["95000 kr", "SEK 88000"])
    assert found.currencies == ["SEK", "SEK"]


def test_a_krona_of_no_known_country_is_asked_about():
    found = read(Field.PAY, ["95000 kr"])
    assert (found.currencies, codes(found)) == ([None], ["money_currency_unclear"])


def test_a_number_format_names_the_currency():
    found = read(Field.PAY, ["95000"], natives=[95000.0], formats=["[$€-407] #,##0"])
    assert (found.values, found.currencies) == ([95000.0], ["EUR"])


def test_the_person_chooses_which_end_of_a_range_counts():
    found = read(Field.PAY, ["85k-95k"], settings={"money_range": "low"})
    assert (found.values, found.ranges) == ([85000.0], [(85000.0, 95000.0)])


def test_only_amounts_of_one_currency_are_held_against_each_other():
    found = read(Field.PAY, ["€95k", "€88k", "€90k", "HUF 15,000,000.00"])
    assert codes(found, 5) == []


def test_an_amount_far_from_the_others_is_kept_and_doubted():
    found = read(Field.PAY, ["95000", "88000", "90000", "2000"])
    assert (found.values[3], codes(found, 5)) == (2000.0, ["money_implausible"])


@pytest.mark.parametrize("text", ["85123.45", "85000.125", "1e-05", "0", "95000"])
def test_our_own_column_keeps_plain_numbers_exactly(text):
    found = read(Field.PAY, [text], heading="pay", declared=True)
    assert found.values == [float(text)]
