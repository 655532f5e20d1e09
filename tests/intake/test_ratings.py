"""Numbers given on the page, laid over those of the sheet."""

import math

import pytest

from advisor import with_ratings
from advisor.rules.columns import Field
from tests.decision.invites import table


@pytest.fixture
def invites():
    return table([{Field.COMPANY: "Alder"}, {Field.COMPANY: "Birch", Field.INTEREST: 2.0}])


def test_a_rating_stands_where_the_sheet_is_empty_and_over_what_it_says(invites):
    first, second = invites.index
    rated = with_ratings(invites, {(first, Field.INTEREST): 5.0, (second, Field.INTEREST): 4.0})
    assert rated[Field.INTEREST].tolist() == [5.0, 4.0]


def test_the_sheet_itself_is_left_as_it_was(invites):
    with_ratings(invites, {(invites.index[0], Field.INTEREST): 5.0})
    assert math.isnan(invites[Field.INTEREST].iloc[0])


@pytest.mark.parametrize("nothing", [None, math.nan])
def test_an_answer_taken_back_is_unknown_again(invites, nothing):
    rated = with_ratings(invites, {(invites.index[1], Field.INTEREST): nothing})
    assert rated[Field.INTEREST].isna().all()


def test_a_row_that_is_set_aside_just_now_is_passed_over(invites):
    rated = with_ratings(invites, {(99, Field.INTEREST): 5.0})
    assert rated.equals(invites)


@pytest.mark.parametrize(
    ("key", "value", "text"),
    [
        (Field.INTEREST, 6.0, "Interest must be 1 to 5, not 6.0."),
        (Field.CLOSENESS, -0.1, "Closeness must be 0 to 1, not -0.1."),
        (Field.NOTES, 1.0, "Notes holds no numbers, so it cannot be rated."),
    ],
)
def test_a_number_that_cannot_be_is_a_slip_of_the_program(invites, key, value, text):
    with pytest.raises(ValueError, match=text):
        with_ratings(invites, {(invites.index[0], key): value})
