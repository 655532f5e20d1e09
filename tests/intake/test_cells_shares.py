import pytest

from advisor.rules.columns import Field
from tests.intake.cell_columns import codes, read

ONE_CELL = [
    ("35%", 0.35, []),
    ("35 %", 0.35, []),
    ("35 percent", 0.35, []),
    ("35,5 %", 0.355, []),
    ("0.35", 0.35, []),
    ("0,35", 0.35, []),
    (".35", 0.35, []),
    ("1 in 10", 0.1, ["percent_odds_converted"]),
    ("3 out of 4", 0.75, ["percent_odds_converted"]),
    ("50/50", 0.5, ["percent_odds_converted"]),
    ("3:1 on", 0.75, ["percent_odds_converted"]),
    ("3:1", None, ["percent_word"]),
    ("likely", None, ["percent_word"]),
    ("~35%", 0.35, ["number_qualified"]),
    ("30-40%", 0.35, ["number_range_midpoint"]),
    ("120%", None, ["percent_out_of_range"]),
    ("-5%", None, ["percent_out_of_range"]),
    ("n/a", None, []),
    ("?", None, ["placeholder"]),
]


@pytest.mark.parametrize(("text", "value", "said"), ONE_CELL)
def test_a_chance_is_a_share_of_one_and_every_doubt_is_said(text, value, said):
    found = read(Field.OFFER_CHANCE, [text])
    assert found.values == [value if value is None else pytest.approx(value)]
    assert codes(found, 2) == said


def test_numbers_all_above_one_are_percentages_under_a_warning():
    found = read(Field.OFFER_CHANCE, ["35", "50", "0"])
    assert (found.values, codes(found)) == ([0.35, 0.5, 0.0], ["percent_scale_assumed"])


def test_a_heading_that_says_percent_needs_no_warning():
    found = read(Field.OFFER_CHANCE, ["35", "50"], heading="Probability (%)", hints=("%",))
    assert (found.values, found.findings) == ([0.35, 0.5], [])


def test_shares_under_a_heading_that_says_percent_are_not_divided_in_silence():
    found = read(Field.OFFER_CHANCE, ["0.35", "0.5"], heading="Chance %")
    assert (found.values, codes(found)) == ([0.35, 0.5], ["percent_scale_assumed"])


def test_in_a_mixed_column_each_number_shows_its_form_and_a_bare_one_is_left_blank():
    found = read(Field.OFFER_CHANCE, ["35", "0.5", "1"])
    assert found.values == [0.35, 0.5, None]
    assert (codes(found), codes(found, 4)) == (["percent_scale_mixed"], ["percent_scale_mixed"])


def test_a_workbooks_percentage_is_the_share_it_holds():
    found = read(
        Field.OFFER_CHANCE, ["0.35", "1"], natives=[0.35, 1.0], formats=["0%", "0%"], heading="%"
    )
    assert (found.values, found.findings) == ([0.35, 1.0], [])


@pytest.mark.parametrize("text", ["1e-05", "0.30000000000000004", "1", "0", ".35"])
def test_our_own_column_keeps_shares_exactly(text):
    found = read(Field.CLOSENESS, [text], heading="closeness", declared=True)
    assert (found.values, found.findings) == ([float(text)], [])


def test_our_own_column_names_a_percentage_without_its_sign():
    found = read(Field.OFFER_CHANCE, ["35", "0.5"], heading="offer_chance", declared=True)
    assert (found.values, codes(found, 2)) == ([None, 0.5], ["percent_out_of_range"])
