"""Notes after interviews: the last ones, what recurs, how interest changed."""

from datetime import date

import pytest

from advisor.views.debriefs import Change, Noted, changes, interest_chart, last_notes, recurring

RUNS = "=cmd|' /C calc'!A0"
ALDER = Noted(
    name="Alder",
    held=date(2027, 1, 11),
    went_well="Small talk",
    to_improve="Salary came too late; too many details on lenses",
    interest_from=3.0,
    interest_to=4.5,
)
BIRCH = Noted(
    name="Birch",
    held=date(2027, 1, 13),
    to_improve="Ask for the salary range earlier",
    interest_from=4.0,
    interest_to=2.0,
)
CEDAR = Noted(
    name="Cedar", held=date(2027, 1, 15), went_well="Portfolio", to_improve="Lenses again"
)


def test_the_last_two_notes_are_shown_newest_first():
    assert last_notes([ALDER, CEDAR, BIRCH]) == (
        ("Cedar, Fri 15 Jan", "Went well: Portfolio\nTo improve: Lenses again"),
        ("Birch, Wed 13 Jan", "To improve: Ask for the salary range earlier"),
    )


def test_a_debrief_without_a_word_is_no_note():
    assert last_notes([Noted(name="Fir", held=date(2027, 1, 20)), ALDER])[0][0].startswith("Alder")


def test_what_stands_in_more_than_one_note_recurs_and_plain_words_do_not():
    assert recurring([ALDER, BIRCH, CEDAR]) == (("lenses", 2), ("salary", 2))


def test_a_word_twice_in_one_note_does_not_recur():
    assert recurring([Noted(name="Fir", to_improve="slides, slides")]) == ()


def test_interest_is_drawn_for_the_interviews_rated_before_and_after_oldest_first():
    table = changes([BIRCH, ALDER, CEDAR])
    assert table[Change.NAME].tolist() == ["Alder", "Birch"]
    assert table[Change.WAY].tolist() == ["up", "down"]


@pytest.mark.parametrize("dark", [False, True])
def test_a_persons_words_are_only_ever_data_of_the_picture(dark):
    chart = interest_chart(
        changes([Noted(name=RUNS, interest_from=3.0, interest_to=3.0)]), dark=dark
    )
    drawn = chart.to_dict()
    assert RUNS in repr(drawn.pop("datasets"))
    assert RUNS not in repr(drawn)


@pytest.mark.parametrize(("before", "after"), [(2.0, 4.0), (4.0, 2.0), (3.0, 3.0)])
def test_a_name_stands_over_its_arrow_whichever_way_it_points(before, after):
    table = changes([Noted(name="Alder", interest_from=before, interest_to=after)])
    (name,) = (one for one in interest_chart(table).to_dict()["layer"] if "text" in one["encoding"])
    assert table[name["encoding"]["y"]["field"]].tolist() == [max(before, after)]
