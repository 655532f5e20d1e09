from datetime import date

import pytest

from advisor.rules.columns import Field
from tests.intake.cell_columns import codes, read

SCALES = [
    (["4", "3", "5"], (), [4.0, 3.0, 5.0], "info"),
    (["10", "1"], (), [5.0, 1.0], "warning"),
    (["100", "50", "0"], (), [5.0, 3.0, 1.0], "warning"),
    (["0.5", "1"], (), [3.0, 5.0], "warning"),
    (["10", "1"], ("1-10",), [5.0, 1.0], "warning"),
]


@pytest.mark.parametrize(("texts", "hints", "values", "level"), SCALES)
def test_a_scale_is_brought_to_one_to_five_and_said_once(texts, hints, values, level):
    found = read(Field.INTEREST, texts, hints=hints)
    assert found.values == values
    assert [(f.code, f.level) for f in found.findings] == [("rating_scale_assumed", level)]


@pytest.mark.parametrize("heading", ["Priority", "Prio 2027", "Priorität"])
def test_a_priority_whose_first_may_be_its_most_is_asked_about(heading):
    (said,) = read(Field.INTEREST, ["1", "2", "3"], heading=heading).findings
    assert (said.code, said.level, said.choices[0]) == ("rating_scale_assumed", "warning", "5-1")
    assert "whether 5 is the most or 1" in said.reason


def test_a_scale_that_counts_from_the_most_down_is_turned():
    scale = {"rating_scale": "3-1"}
    found = read(Field.INTEREST, ["1", "2", "3", "4"], settings=scale, heading="Priority")
    assert (found.values, codes(found, 5)) == ([5.0, 3.0, 1.0, None], ["rating_out_of_range"])


FORMS = [
    (["4/5", "3/5"], [4.0, 3.0], []),
    (["★★★★☆", "★★★☆☆"], [4.0, 3.0], []),
    (["⭐⭐⭐", "⭐"], [3.0, 1.0], []),
    (["10/10", "1/10"], [5.0, 1.0], ["rating_scale_assumed"]),
    (["100 %", "50 %"], [5.0, 3.0], ["rating_scale_assumed"]),
    (["Very low", "Low", "Medium", "High", "Very high"], [1, 2, 3, 4, 5], ["rating_words_mapped"]),
    (["sehr hoch", "niedrig"], [5.0, 2.0], ["rating_words_mapped"]),
]


@pytest.mark.parametrize(("texts", "values", "said"), FORMS)
def test_each_form_of_rating_is_read(texts, values, said):
    found = read(Field.INTEREST, texts)
    assert (found.values, codes(found)) == (values, said)


def test_mixed_forms_are_brought_to_one_scale_one_by_one():
    found = read(Field.INTEREST, ["4", "100%", "★★★☆☆", "10/10"])
    assert found.values == [4.0, 5.0, 3.0, 5.0]
    assert "rating_mixed_forms" in codes(found)


UNUSED = [
    ("6", ("1-5",), "rating_out_of_range"),
    ("0", ("1-5",), "rating_out_of_range"),
    ("6/5", (), "rating_out_of_range"),
    ("4-May", (), "rating_is_date"),
    ("great!", (), "number_unreadable"),
]


@pytest.mark.parametrize(("text", "hints", "code"), UNUSED)
def test_what_is_on_no_scale_is_left_blank_and_named(text, hints, code):
    found = read(Field.INTEREST, [text, "3"], hints=hints)
    assert (found.values[0], codes(found, 2)) == (None, [code])


def test_a_true_date_among_ratings_offers_the_two_numbers_it_was():
    found = read(Field.INTEREST, ["2027-05-04", "3"], natives=[date(2027, 5, 4), 3.0])
    assert found.values == [None, 3.0]
    assert [f.choices for f in found.findings if f.code == "rating_is_date"] == [("4/5", "5/4")]


def test_a_slip_does_not_change_the_scale_of_the_others():
    found = read(Field.INTEREST, ["4", "3", "45", "2", "5"])
    assert found.values == [4.0, 3.0, None, 2.0, 5.0]
    assert codes(found, 4) == ["rating_out_of_range"]


def test_a_number_with_words_behind_it_is_the_number():
    found = read(Field.INTEREST, ["2 - meh", "4"])
    assert (found.values, codes(found, 2)) == ([2.0, 4.0], ["rating_number_taken"])


def test_our_own_column_is_one_to_five_and_nothing_is_clipped():
    found = read(Field.INTEREST, ["2.5", "6", ""], heading="interest", declared=True)
    assert (found.values, codes(found), codes(found, 3)) == (
        [2.5, None, None],
        [],
        ["rating_out_of_range"],
    )


def test_the_person_chooses_the_scale():
    found = read(Field.INTEREST, ["5", "1"], settings={"rating_scale": "1-10"})
    assert found.values == [pytest.approx(1 + 4 * 4 / 9), 1.0]
